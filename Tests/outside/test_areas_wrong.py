"""What goes wrong with areas: a disk that fills, jobs and results that were changed, wrong calls and mappings."""

import hashlib
import json
import os
import resource
import shutil
import signal
import subprocess

import pytest
from conftest import PROGRAM, call

from areas_steps import MEASURES, compute, country, digest, results


# A disk that fills. Files that may not grow behave as one: the write that has no room left is refused.


def narrowed(size, *words, language="en", stdout=subprocess.PIPE):
    """Runs the program, whose files may hold so many bytes each."""
    def narrow():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

    environment = {name: value for name, value in os.environ.items() if name not in ("LC_MESSAGES", "LANG")}
    return subprocess.run(
        [PROGRAM, *map(str, words)], stdout=stdout, stderr=subprocess.PIPE, text=True, encoding="utf-8", preexec_fn=narrow,
        timeout=100, env={**environment, "LC_ALL": {"en": "C.UTF-8", "fr": "fr_FR.UTF-8"}[language]})


FULL = {
    "en": ("The file is larger than a file may be here.", "Raise the limit (ulimit -f), or name a folder on another disk."),
    "fr": (
        "Le fichier dépasse la taille qu'un fichier peut avoir ici.",
        "Relevez la limite (ulimit -f), ou indiquez un dossier sur un autre disque.")}
KEPT = {"en": "What is done is kept.", "fr": "Ce qui est fait est gardé."}


@pytest.fixture(scope="module")
def job(country, tmp_path_factory):
    """A job of one part that nothing hindered."""
    folder = tmp_path_factory.mktemp("job") / "job"
    call("areas", "prepare", country, "-o", folder, "--shards", 1)
    return folder


@pytest.fixture(scope="module")
def computed(job, tmp_path_factory):
    """The same, run."""
    folder = shutil.copytree(job, tmp_path_factory.mktemp("computed") / "job")
    call("areas", "run", folder, "--draws", 40, "-m", MEASURES)
    return folder


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("size", [300, 5_000, 12_000])
def test_a_disk_that_fills_leaves_no_half_job(country, job, tmp_path, size, language):
    words = ["areas", "prepare", country, "-o", tmp_path / "job", "--shards", 1]
    done = narrowed(size, *words, language=language)
    assert done.returncode == 3 and all(text in done.stderr for text in FULL[language]) and ".tsv" in done.stderr
    assert list(tmp_path.iterdir()) == []
    call(*words, "--quiet")
    assert digest(tmp_path / "job") == digest(job)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_disk_that_fills_stops_a_run_which_goes_on_where_it_was(country, results, tmp_path, language):
    call("areas", "prepare", country, "-o", tmp_path / "job", "--shards", 1)
    words = ["areas", "run", tmp_path / "job", "--draws", "40", "-m", MEASURES]
    done = narrowed(60_000, *words, language=language)
    # What the worker says is said in the reader's language, too.
    assert done.returncode == 3 and all(text in done.stderr for text in [*FULL[language], KEPT[language], ".tsv.part"])
    plan = next((tmp_path / "job" / "results").iterdir())
    part = plan / "00000.tsv.part"
    assert [path.name for path in plan.iterdir() if "tsv" in path.name] == [part.name]
    kept = part.read_bytes()
    assert 0 < kept.count(b"\tend\t") < 12 and len(kept) <= 60_000
    whole = kept[: kept.rindex(b"\tend\t")]
    early = narrowed(10_000_000, "areas", "collect", tmp_path / "job", "-o", tmp_path / "results", language=language)
    assert early.returncode == 1 and not (tmp_path / "results").exists()
    call(*words)
    assert (plan / "00000.tsv").read_bytes().startswith(whole)
    call("areas", "collect", tmp_path / "job", "-o", tmp_path / "results")
    assert digest(tmp_path / "results") == digest(results)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("size", [300, 2_000, 20_000])
def test_a_disk_that_fills_leaves_no_half_results(computed, results, tmp_path, size, language):
    shutil.copytree(computed, tmp_path / "job")
    words = ["areas", "collect", tmp_path / "job", "-o", tmp_path / "results"]
    done = narrowed(size, *words, language=language)
    assert done.returncode == 3 and all(text in done.stderr for text in FULL[language])
    assert [path.name for path in tmp_path.iterdir()] == ["job"]
    call(*words)
    assert digest(tmp_path / "results") == digest(results)
    # Nor is what an earlier call wrote lost.
    assert narrowed(size, *words, language=language).returncode == 3
    assert digest(tmp_path / "results") == digest(results) and sorted(path.name for path in tmp_path.iterdir()) == ["job", "results"]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a device of Linux")
def test_a_worker_whose_output_is_full_says_so(country, tmp_path):
    """As Spark's shuffle meets it: the stream's other end takes nothing more."""
    call("areas", "prepare", country, "-o", tmp_path / "job", "--shards", 1)
    call("areas", "run", tmp_path / "job", "--draws", 10)
    with open(tmp_path / "job" / "rows" / "00000.tsv", "rb") as lines, open("/dev/full", "wb") as full:
        done = subprocess.run(
            [PROGRAM, "areas", "work", tmp_path / "job", "--lang", "fr"], stdin=lines, stdout=full, stderr=subprocess.PIPE,
            text=True, timeout=100)
    assert done.returncode == 3 and "Le disque est plein." in done.stderr and "Faites de la place" in done.stderr


# What was changed.


def both(*words, expect):
    """What standard error says in English and in French."""
    said = []
    for language in ("en", "fr"):
        said.append(call(*words, "--lang", language, expect=expect).stderr)
    assert said[0] != said[1]
    return said


def edited(country, folder, change):
    """A job whose description, or list of areas with a hash that fits, somebody changed."""
    call("areas", "prepare", country, "-o", folder / "job", "--shards", 2)
    path = folder / "job" / "job.json"
    said = json.loads(path.read_text(encoding="utf-8"))
    change(said, folder / "job")
    path.write_text(json.dumps(said), encoding="utf-8")
    return folder / "job"


def listed(change):
    def apply(said, job):
        text = change((job / "areas.csv").read_text(encoding="utf-8"))
        (job / "areas.csv").write_text(text, encoding="utf-8")
        said["areas"] = hashlib.sha256(text.encode()).hexdigest()

    return apply


def counts(text):
    head, *lines = text.splitlines()
    huge = [",".join([*line.split(",")[:3], "1", *["9000000000000000000"] * 2, "0"]) for line in lines]
    return "\n".join([head, *huge]) + "\n"


@pytest.mark.parametrize("change,en,fr", [
    (lambda said, job: said.update(format=99), "of another version of Milieu", "d'une autre version de Milieu"),
    (lambda said, job: said.pop("shards"), "not whole", "pas entière"),
    (lambda said, job: said["shards"][0].update(bytes=10**18), "not whole", "pas entière"),
    (lambda said, job: said["shards"][0].update(bytes=-1), "not whole", "pas entière"),
    (lambda said, job: said["shards"][0].update(file="../job.json"), "not whole", "pas entière"),
    (lambda said, job: said["tables"][1]["columns"].reverse(), "description was changed", "a été modifiée"),
    (lambda said, job: said["tables"][0].update(delimiter=";"), "description was changed", "a été modifiée"),
    (lambda said, job: said["inputs"].pop(), "description was changed", "a été modifiée"),
    (lambda said, job: said["shards"].pop(), "names a part that the job has not", "une part que le travail n'a pas"),
    (listed(counts), "not whole", "pas entière"),
    (listed(lambda text: text.replace(",0,", ",7,", 1)), "names a part that the job has not", "une part que le travail n'a pas"),
    (lambda said, job: (job / "areas.csv").write_text("area\n"), "not the one that was prepared", "pas celle qui a été préparée"),
    (lambda said, job: (job / "shared" / "tie-kinds.csv").write_text("x"), "file was changed", "fichier a été modifié"),
    (lambda said, job: said.update(tables="x" * 10), "not whole", "pas entière"),
])
def test_a_job_that_was_edited_is_refused(country, tmp_path, change, en, fr):
    job = edited(country, tmp_path, change)
    english, french = both("areas", "run", job, "--draws", 0, expect=1)
    assert en in english and fr in french and "milieu areas prepare" in english and "milieu areas prepare" in french
    assert not list(job.glob("results/*/*.tsv"))


def test_what_is_no_job_or_no_plan_is_told(country, tmp_path):
    call("areas", "prepare", country, "-o", tmp_path / "job", "--shards", 2)
    call("areas", "run", tmp_path / "job", "--draws", 0)
    for text in ("{}", "[", '{"measures": [], "scored": true, "draws": -1, "seed": "1"}'):
        (tmp_path / "job" / "plan.json").write_text(text, encoding="utf-8")
        for told in both("areas", "collect", tmp_path / "job", "-o", tmp_path / "results", expect=1):
            assert "plan.json" in told and "milieu areas prepare" in told
        assert not (tmp_path / "results").exists()
    (tmp_path / "job" / "job.json").write_text("{", encoding="utf-8")
    english, french = both("areas", "run", tmp_path / "job", expect=1)
    assert "is no JSON" in english and "pas du JSON" in french


def test_results_that_were_changed_are_refused(country, tmp_path):
    call("areas", "prepare", country, "-o", tmp_path / "job", "--shards", 1)
    call("areas", "run", tmp_path / "job", "--draws", 10)
    (file,) = (tmp_path / "job" / "results").glob("*/*.tsv")
    whole = file.read_bytes()
    for damaged, word in [
            (whole.replace(b"undetermined", b"innovative", 1), "not whole"), (whole[:-20], "not whole"),
            (whole + whole, "came twice"), (whole[: whole.index(b"00002\t")], "not computed")]:
        assert damaged != whole
        file.write_bytes(damaged)
        said = call("areas", "collect", tmp_path / "job", "-o", tmp_path / "results", expect=1).stderr
        assert word in said and not (tmp_path / "results").exists()
    rows_file = tmp_path / "job" / "rows" / "00000.tsv"
    rows_file.write_bytes(rows_file.read_bytes().replace(b"works_with", b"advises", 1))
    shutil.rmtree(tmp_path / "job" / "results")
    said = call("areas", "run", tmp_path / "job", "--draws", 10, expect=3).stderr
    assert "not those that were prepared" in said


def test_wrong_calls_are_told(country, tmp_path):
    assert "No dataset is named" in call("areas", "prepare", "-o", tmp_path / "x", expect=2).stderr
    assert "no column" in call("areas", "prepare", country, "-o", tmp_path / "x", "--area", "departement", expect=1).stderr
    assert "holds no job" in call("areas", "run", country, expect=3).stderr
    call("areas", "prepare", country, "-o", tmp_path / "job")
    assert "Nothing was computed" in call("areas", "collect", tmp_path / "job", "-o", tmp_path / "y", expect=2).stderr
    assert "not empty" in call("areas", "prepare", country, "-o", tmp_path / "job", expect=3).stderr
    for wrong in (["--draws", -1], ["-m", "betweenness_centralty"], ["--master", "local"], ["--memory", "1M"]):
        call("areas", "run", tmp_path / "job", *wrong, expect=2)
    call("areas", "prepare", country, "-o", tmp_path / "z", "--shards", 0, expect=2)
    assert not (tmp_path / "z").exists()


@pytest.mark.parametrize("text,word", [
    ("[[table]\n", "not TOML"), ("id = 'x'\n", "names no table"), ("[[table]]\nrole = 'actors'\n", "names no file"),
    ("[[table]]\nrole = 'people'\nfile = 'a.csv'\n", "no role"), ("colour = 'red'\n", "no \"colour\""),
    ("[[table]]\nrole = 'ties'\nfile = 'a.csv'\n[table.columns]\nsource = { reads = 'sideways', from = 'x' }\n", "sideways"),
    ("[shared]\n'../../x.csv' = 'a'\n", "no table of a dataset"),
    ("[[table]]\nrole = 'ties'\nfile = 'a.csv'\n[table.columns]\nsource = 'x'\n", "which column is \"target\""),
    ("[[table]]\nrole = 'actors'\nfile = 'a.csv'\narea = 3\n[table.columns]\nid = 'x'\n", "\"area\" is no text")])
def test_a_wrong_mapping_is_told(tmp_path, text, word):
    (tmp_path / "map.toml").write_text(text, encoding="utf-8")
    said = call("areas", "prepare", tmp_path, "-o", tmp_path / "job", "--map", tmp_path / "map.toml", expect=2).stderr
    assert word in said


def test_columns_that_a_mapping_names_wrongly_are_told_in_both_languages(country, tmp_path):
    for area, id, word in [("departement", "id", "departement"), ("area", "identifiant", "identifiant")]:
        (tmp_path / "map.toml").write_text(
            f"[[table]]\nrole = 'actors'\nfile = 'actors.csv'\narea = '{area}'\n[table.columns]\nid = '{id}'\n", encoding="utf-8")
        english, french = both("areas", "prepare", country, "-o", tmp_path / "job", "--map", tmp_path / "map.toml", expect=1)
        assert f'The table has no column "{word}".' in english and "It has: id, name, kind, area, sector." in english
        assert f"La table n'a pas de colonne «\u00a0{word}\u00a0»." in french and "Elle a\u00a0: id, name, kind, area, sector." in french
        assert not (tmp_path / "job").exists()


def test_a_method_that_is_none_is_called_by_its_name(country, tmp_path):
    call("areas", "prepare", country, "-o", tmp_path / "job")
    (tmp_path / "mine.toml").write_text("x,y\n", encoding="utf-8")
    for told in both("areas", "run", tmp_path / "job", "--method", tmp_path / "mine.toml", expect=2):
        assert "mine.toml:1" in told
