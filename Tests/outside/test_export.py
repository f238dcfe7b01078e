"""`milieu export`: what a paper prints is read by the programs that it is printed for."""

import json
import pathlib
import re
import subprocess
import sys

import frictionless
import nbformat
import pandas
import pytest
from conftest import DATASETS, ROOT, assert_one_language_of_numbers, call

EXAMPLE = ROOT / "notebooks-export" / "romans-2016"
ROMANS = DATASETS / "romans-2016"
sys.path.insert(0, str(ROOT / "Scripts"))
run_notebooks = __import__("run-notebooks")


@pytest.fixture(scope="module")
def romans(tmp_path_factory):
    folder = tmp_path_factory.mktemp("export") / "romans"
    call("export", ROMANS, "-o", folder)
    return folder


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    """An export without territory, score or layers, of a plain edge list with hostile names."""
    folder = tmp_path_factory.mktemp("plain")
    edges = folder / "edges.csv"
    edges.write_text('source,target\n"a_1 & b% $x$ #{}~^\\","<i>é</i> σ ∞"\n"<i>é</i> σ ∞",[c]\n[c],01001\n', encoding="utf-8")
    call("export", edges, "-o", folder / "out")
    return folder / "out"


def maker(folder):
    """What drew the pictures: of another version of it they have other bytes."""
    return re.search(rb"/Producer \((.*?)\)\n", (folder / "figures" / "sociogram.en.pdf").read_bytes())[1]


def test_the_example_is_not_stale(romans):
    """`make export` writes it anew; notebooks there are run."""
    is_same_maker = maker(romans) == maker(EXAMPLE)
    names = {str(path.relative_to(romans)) for path in romans.rglob("*") if path.is_file()}
    kept = {str(path.relative_to(EXAMPLE)) for path in EXAMPLE.rglob("*") if path.is_file()}
    assert names == kept
    for name in sorted(names):
        if name.endswith((".png", ".pdf")) and not is_same_maker:
            continue
        if name == ".milieu-export" and not is_same_maker:
            new, old = (
                [line for line in (folder / name).read_text().splitlines() if not line.endswith((".png", ".pdf"))]
                for folder in (romans, EXAMPLE))
            assert new == old, "run `make export`"
            continue
        if name.endswith(".ipynb"):
            new, old = (nbformat.read(folder / name, as_version=4) for folder in (romans, EXAMPLE))
            assert [cell.source for cell in new.cells] == [cell.source for cell in old.cells], name
            assert any(cell.get("outputs") for cell in old.cells), f"{name} was not run"
            continue
        assert (romans / name).read_bytes() == (EXAMPLE / name).read_bytes(), f"{name}: run `make export`"


@pytest.mark.parametrize("which", ["romans", "plain"])
def test_the_data_package_is_valid(which, request):
    folder = request.getfixturevalue(which)
    report = frictionless.validate(str(folder / "datapackage.json"), limit_errors=5)
    assert report.valid, report.flatten(["fieldName", "rowNumber", "note"])[:5]


@pytest.mark.parametrize("which", ["romans", "plain"])
def test_the_notebooks_run(which, request):
    for path in sorted(request.getfixturevalue(which).glob("*.ipynb")):
        notebook = run_notebooks.run(path)
        pictures = [o for cell in notebook.cells for o in cell.get("outputs", []) if "image/png" in o.get("data", {})]
        assert len(pictures) >= 2, path.name


@pytest.mark.parametrize("which", ["romans", "plain"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_latex_tables_compile(which, language, request, tmp_path):
    folder = request.getfixturevalue(which) / "latex"
    done = subprocess.run(
        ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", f"-output-directory={tmp_path}", f"all.{language}.tex"],
        cwd=folder, capture_output=True, timeout=120)
    log = done.stdout.decode("utf-8", "replace")
    assert done.returncode == 0, log[-2000:]
    # A table that runs over the edge of the page is not printed.
    too_wide = [float(points) for points in re.findall(r"Overfull \\hbox \(([\d.]+)pt too wide\)", log)]
    assert max(too_wide, default=0) < 20, too_wide


@pytest.mark.parametrize("which", ["romans", "plain"])
def test_r_reads_the_tables_and_runs_the_notebook(which, request, tmp_path):
    folder = request.getfixturevalue(which)
    for path in sorted(folder.glob("*.Rmd")):
        chunks = re.findall(r"```\{r\}\n(.*?)```", path.read_text(encoding="utf-8"), re.S)
        script = tmp_path / "notebook.R"
        script.write_text(f'pdf("{tmp_path}/plots.pdf")\n' + "\n".join(chunks) + '\ncat("actors", nrow(tables$actors), "\\n")\n')
        done = subprocess.run(
            ["Rscript", script], cwd=folder, capture_output=True, text=True, timeout=120, env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin:/usr/local/bin"})
        assert done.returncode == 0, done.stderr[-2000:]
        assert f"actors {len(pandas.read_csv(folder / 'actors.csv'))}" in done.stdout


def test_codes_stay_text(plain):
    load = subprocess.run(
        [sys.executable, "-c", "from load import tables; print(list(tables['actors']['id']))"],
        cwd=plain, capture_output=True, text=True, check=True)
    assert "'01001'" in load.stdout


def test_every_citation_has_its_entry(romans):
    bibliography = (romans / "references.bib").read_text(encoding="utf-8")
    keys = re.findall(r"^@\w+\{(\w+),$", bibliography, re.M)
    assert len(keys) == len(set(keys)) > 60
    for name in ("methods.en.md", "methods.fr.md"):
        text = (romans / name).read_text(encoding="utf-8")
        cited = set(re.findall(r"@([a-z]+\d{4}[a-z]?)", text))
        assert cited <= set(keys), cited - set(keys)
        assert len(cited) > 60


def test_the_methods_count_collectives_as_the_dataset_does(romans):
    actors = pandas.read_csv(ROMANS / "actors.csv", dtype=str)
    text = (romans / "methods.en.md").read_text(encoding="utf-8")
    assert f"{len(actors)} actors, of which {(actors.collective == 'yes').sum()} stand for several" in text


def test_every_column_of_every_table_is_in_the_codebook(romans):
    package = json.loads((romans / "datapackage.json").read_text(encoding="utf-8"))
    codebook = pandas.read_csv(romans / "codebook.csv", dtype=str, keep_default_na=False)
    known = set(zip(codebook["table"], codebook["column"]))
    for resource in package["resources"]:
        name = resource["path"].removesuffix(".csv")
        header = (romans / resource["path"]).read_text(encoding="utf-8").splitlines()[0].split(",")
        assert [field["name"] for field in resource["schema"]["fields"]] == header
        if name != "codebook":
            assert all((name, column) in known for column in header), name


def test_an_export_replaces_only_its_own(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "thesis.txt").write_text("mine")
    done = call("export", DATASETS / "kite", "-o", folder, expect=3)
    assert "thesis" in (folder / "thesis.txt").name and (folder / "thesis.txt").read_text() == "mine"
    assert "not empty" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["out"], "nothing half-written is left"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_methods_say_numbers_as_their_readers_do(romans, language):
    text = (romans / f"methods.{language}.md").read_text(encoding="utf-8")
    score = text.split("## Score\n\n")[1].split("\n\n")[0]
    assert_one_language_of_numbers(text, language == "fr")
    shown = ["4000 tirages", "seuil 0,38", "60\u00a0% de couverture"] if language == "fr" else [
        "4000 draws", "threshold 0.38", "60 % coverage"]
    for words in shown:
        assert words in score, words
