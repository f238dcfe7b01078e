"""`milieu score`: what it prints, what it refuses, and what its numbers are worth."""

import json
import math
import os
import random
import re
import shutil
import statistics
import subprocess
import sys

import pytest
from conftest import DATASETS, PROGRAM, call, rows

ROMANS = DATASETS / "romans-2016"
ARCHETYPES = DATASETS / "archetypes"
# Wholly observed, and scored in a tenth of the time of Romans: for what is the same of any territory.
SEEN = ARCHETYPES / "innovative_milieu"
EXPECTED = {
    "branch_plant_town": "no_milieu", "hub_star": "no_milieu", "technopole": "innovation_without_milieu",
    "classic_district": "potentially_innovative_milieu", "innovative_milieu": "innovative_milieu",
}
CONFIGURATIONS = {"no_milieu", "innovation_without_milieu", "potentially_innovative_milieu", "innovative_milieu"}


def score(*arguments, **options):
    return json.loads(call("score", *arguments, "--format", "json", **options).stdout)


def says_nan(text):
    return re.search(r"\bnan\b", text.lower()) is not None


def strict(text):
    """JSON in which no number is other than a number."""

    def refuse(word):
        raise AssertionError(f"{word} in the JSON")

    return json.loads(text, parse_constant=refuse)


@pytest.fixture(scope="module")
def romans():
    return score(ROMANS)[0]


# The page.


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_page_can_be_read(lang):
    page = call("score", ROMANS, "--draws", 100, "--nulls", 19, "--lang", lang).stdout
    told = {
        "en": ["6 June 2016", "Verdict: ", "knowing nothing", "5–95 %", "n.t.: not testable", "What it hangs on",
               "What it rests on", "What is missing", "With a source", "How far this carries", "Method milieu 2",
               "Groupe Archer", "actors.csv, column sector", "1 event;"],
        "fr": ["6 juin 2016", "Verdict : ", "sans rien savoir", "5–95 %", "n.t. : non testable", "De quoi cela dépend",
               "Sur quoi cela repose", "Ce qui manque", "Avec une source", "Portée", "Méthode milieu 2",
               "Groupe Archer", "actors.csv, colonne sector", "1 événement ;"],
    }[lang]
    flat = " ".join(page.split())
    for words in told:
        assert " ".join(words.split()) in flat, words
    assert max(map(len, page.splitlines())) <= 100
    # Nothing is cut, nothing is 1 of many.
    assert not says_nan(page)
    for wrong in ["…", "1 events", "1 ties", "1 liens", "1 événements", "1 actors"]:
        assert not re.search(rf"(?<!\d){wrong}", page), wrong
    other = {"en": ["Verdict : ", "poids"], "fr": ["weights", "Learning", "known", "actors inside"]}[lang]
    assert not [words for words in other if words in page]


def test_the_json_is_as_it_is_told(romans):
    assert {"territory", "learning", "interaction", "configuration", "sensitivity", "parameters", "provenance"} <= set(romans)
    for axis in ("learning", "interaction"):
        part = romans[axis]
        assert {"score", "median", "low", "high", "bounds", "coverage", "indicators"} <= set(part)
        assert part["low"] <= part["median"] <= part["high"]
        assert len(part["bounds"]) == 2 and part["bounds"][0] <= part["bounds"][1]
        assert (part["score"] is None) == (part["coverage"] < 0.6)
        known = [i for i in part["indicators"] if i["contribution"] is not None]
        assert math.isclose(sum(i["contribution"] for i in known), part["over_known"])
        assert math.isclose(sum(i["weight"] for i in part["indicators"]), 1)
        for indicator in part["indicators"]:
            assert {"id", "dimension", "value", "reason", "coverage", "weight", "contribution"} <= set(indicator)
            assert (indicator["value"] is None) <= isinstance(indicator["reason"], str)
            assert indicator["value"] is None or 0 <= indicator["value"] <= 1
    assert set(romans["configuration"]["probabilities"]) == CONFIGURATIONS
    assert math.isclose(sum(romans["configuration"]["probabilities"].values()), 1)
    assert romans["parameters"]["threshold"] == 0.38 and romans["parameters"]["factors.window"] is True
    assert romans["parameters"]["uncertainty.draws"] == 10000
    assert romans["provenance"]["seed"] == "1"


def test_what_romans_does_not_tell_is_not_scored(romans):
    assert romans["learning"]["score"] is None
    assert romans["configuration"]["label"] == "undetermined"


@pytest.mark.parametrize("format", ["csv", "latex", "markdown"])
def test_every_table_in_every_format(format):
    tables = ["score", "indicators", "leverage"]
    if format == "csv":
        tables += ["axes", "verdict", "sensitivity", "nulls", "evidence", "parameters", "draws"]
    for table in tables:
        text = call("score", SEEN, "--draws", 40, "--nulls", 9, "--format", format, "--table", table).stdout
        assert len(text.splitlines()) >= 2 and not says_nan(text)
        if format == "csv":
            assert len(rows(text)) >= 1
        if format == "latex":
            assert text.count("\\toprule") == text.count("\\bottomrule") >= 1


def test_another_seed_changes_no_digit_beyond_its_error(romans):
    other = score(ROMANS, "--seed", 2)[0]
    for axis in ("learning", "interaction"):
        for what in ("median", "low", "high"):
            errors = [s[axis]["monte_carlo_errors"][what] for s in (romans, other)]
            assert abs(romans[axis][what] - other[axis][what]) <= 4 * math.hypot(*errors) + 1e-9
            # Two printed digits: the error is below one of them, which is where the draws end.
            assert max(errors) < 0.01 == romans["parameters"]["uncertainty.precision"]
        for one, two in zip(romans[axis]["indicators"], other[axis]["indicators"]):
            assert one["value"] == two["value"]
    for name in CONFIGURATIONS:
        errors = [s["configuration"]["monte_carlo_errors"][name] for s in (romans, other)]
        gap = romans["configuration"]["probabilities"][name] - other["configuration"]["probabilities"][name]
        assert abs(gap) <= 4 * math.hypot(*errors)
    for one, two in zip(romans["nulls"], other["nulls"]):
        assert (one["model"], one["subject"], one["testable"]) == (two["model"], two["subject"], two["testable"])
        if one["testable"]:
            p = (one["p"] + two["p"]) / 2
            assert abs(one["p"] - two["p"]) <= 4 * math.sqrt(2 * p * (1 - p) / 1000) + 0.002
    for one, two in zip(romans["sensitivity"], other["sensitivity"]):
        if one["total"] is not None and two["total"] is not None:
            width = sum(s["total_interval"][1] - s["total_interval"][0] for s in (one, two))
            assert abs(one["total"] - two["total"]) <= 1.2 * width + 0.01
    assert [e["id"] for e in romans["leverage"]["actors"]] == [e["id"] for e in other["leverage"]["actors"]]


def test_threads_change_nothing():
    one, two = (
        call("score", ROMANS, "--draws", 100, "--nulls", 9, "--format", "json", "--threads", n).stdout for n in (1, 2))
    assert one == two


# Several territories, dates, and what if.


@pytest.fixture(scope="module")
def archetypes():
    return {s["territory"]: s for s in score(*[ARCHETYPES / name for name in EXPECTED], "--nulls", 0, "--draws", 500)}


def test_the_archetypes_are_told_apart(archetypes):
    found = dict(zip(EXPECTED, archetypes.values()))
    for name, configuration in EXPECTED.items():
        assert found[name]["configuration"]["label"] == configuration
        assert found[name]["configuration"]["probabilities"][configuration] > 0.9, name
    learning = {n: s["rank_probabilities"]["learning"] for n, s in found.items()}
    interaction = {n: s["rank_probabilities"]["interaction"] for n, s in found.items()}
    # The two that learn hold the first two ranks of learning, the two that work together those of
    # interaction.
    for name in ("technopole", "innovative_milieu"):
        assert sum(learning[name][:2]) > 0.95, name
    for name in ("classic_district", "innovative_milieu"):
        assert sum(interaction[name][:2]) > 0.95, name


def test_who_is_ahead_of_whom():
    few = ["--draws", 1000, "--nulls", 0]
    text = call("score", *[ARCHETYPES / n for n in EXPECTED], *few, "--format", "csv", "--table", "ahead").stdout
    ahead = {(r["territory"], r["other"], r["axis"]): float(r["probability"]) for r in rows(text)}
    assert len(ahead) == 40
    assert ahead["Innovative milieu", "Branch-plant town", "learning"] > 0.99
    assert ahead["Classic district", "Technopole", "interaction"] > 0.99
    assert ahead["Technopole", "Classic district", "learning"] > 0.99


@pytest.mark.parametrize("lang,words", [("en", "Probability of each rank"), ("fr", "Probabilité de chaque rang")])
def test_several_territories_stand_in_one_plane(lang, words):
    page = call("score", *[ARCHETYPES / n for n in EXPECTED], "--draws", 200, "--lang", lang).stdout
    assert page.count(words) == 2 and "Technopole" in page
    assert max(map(len, page.splitlines())) <= 130


def test_making_the_archetypes_again_gives_the_same_bytes(tmp_path):
    shutil.copy(ARCHETYPES / "generate.py", tmp_path)
    subprocess.run([sys.executable, tmp_path / "generate.py"], check=True, cwd=tmp_path)
    for name in EXPECTED:
        there = sorted(p.name for p in (ARCHETYPES / name).iterdir())
        assert there == sorted(p.name for p in (tmp_path / name).iterdir())
        for file in there:
            assert (tmp_path / name / file).read_bytes() == (ARCHETYPES / name / file).read_bytes(), f"{name}/{file}"


def test_an_archetype_tells_its_recipe_and_what_to_expect():
    for name, configuration in EXPECTED.items():
        readme = (ARCHETYPES / name / "README.md").read_text()
        assert f"`{configuration}`" in readme and "| `seed` |" in readme


def test_a_trajectory():
    found = score(SEEN, "--at", "2014..2016", "--draws", 40, "--nulls", 0)
    assert [s["date"] for s in found] == ["2014", "2015", "2016"]
    for lang, words in [("en", "What changed"), ("fr", "Ce qui a changé")]:
        page = call("score", SEEN, "--at", "2013..2016", "--draws", 40, "--nulls", 19, "--lang", lang).stdout
        assert "2015" in page and words in page
    assert score(ROMANS, "--at", "2012..2012", "--draws", 0, "--nulls", 0)[0]["date"] == "2012"


def test_a_perimeter_of_ones_own():
    inner = score(ROMANS, "--perimeter", "commune", "--draws", 100, "--nulls", 0)[0]
    assert inner["perimeter"] == "commune"
    assert "agglomeration" in call("score", ROMANS, "--perimeter", "aglomeration", expect=2).stderr


def test_what_if_an_actor_left():
    # (Without its head a group falls apart into actors of their own: that may as well raise a share.)
    text = call("score", ROMANS, "--without", "pole_sud_archer", "--draws", 100, "--nulls", 0, "--format", "csv").stdout
    table = {(r["part"], r["subject"]): r for r in rows(text)}
    interaction = table["axis", "interaction"]
    assert float(interaction["difference"]) < 0
    assert float(interaction["difference_low"]) <= float(interaction["difference_median"]) <= float(interaction["difference_high"])
    page = call("score", SEEN, "--without", "firm_1", "--draws", 100, "--nulls", 0, "--lang", "fr").stdout
    assert "sans Firm 1\n" in page and "Actuel et alors" in page


def test_what_cannot_be_computed_or_written_is_refused_before_the_draws(tmp_path):
    """So many draws take minutes, which nobody waits for here."""
    for words, status, said in [
        (["--without", "groupe_archr"], 2, '"groupe_archer"'), (["-o", tmp_path], 3, "This is a folder"),
        (["-o", tmp_path / "no" / "score.txt"], 3, "does not exist"), (["--format", "xlsx"], 2, "-o table.xlsx"),
        (["-o", ROMANS / "ties.csv"], 3, "was read"), (["-o", ""], 3, "no name of a file"),
    ]:
        done = subprocess.run(
            [PROGRAM, "score", ROMANS, "--draws", "100000", *map(str, words)], capture_output=True, text=True, timeout=20,
            env={**os.environ, "LC_ALL": "C.UTF-8"})
        assert done.returncode == status and said in done.stderr, (words, done.stderr)
        assert done.stdout == "" and list(tmp_path.iterdir()) == []


def test_what_if_ties_came_true(tmp_path):
    ties = tmp_path / "ties.csv"
    ties.write_text(
        "source,target,kind\nerb,romans_cuir,coaching\nromans_cuir,milemil,coaching\npole_sud_archer,erb,coaching\n")
    text = call("score", ROMANS, "--with", ties, "--draws", 100, "--nulls", 0, "--format", "csv").stdout
    table = {(r["part"], r["subject"]): r for r in rows(text)}
    assert float(table["axis", "learning"]["probability_of_rise"]) > 0.9
    town = shutil.copytree(SEEN, tmp_path / "town")
    with open(town / "ties.csv", "a", encoding="utf-8") as file:
        for word in ("planned", "potential"):
            call("score", SEEN, "--with", word, "--draws", 20, "--nulls", 0, expect=2)
            file.write(f"firm_1,firm_20,advice,,,{word},,recipe,\n")
    for word in ("planned", "potential"):
        page = call("score", town, "--with", word, "--draws", 20, "--nulls", 0).stdout
        assert "now" in page and "if 1 further tie came true" in page
    ties.write_text("source,target,kind\nerbb,romans_cuir,cooperation\n")
    assert "erb" in call("score", ROMANS, "--with", ties, expect=1).stderr
    ties.write_text("source,target,kind\nerb,romans_cuir,cooperaton\n")
    assert "cooperation" in call("score", ROMANS, "--with", ties, expect=1).stderr
    call("score", ROMANS, ARCHETYPES / "technopole", "--without", "x", expect=2)


# The method file, and wrong input.


def test_an_own_method_replaces_ours_and_is_echoed_everywhere(tmp_path):
    file = tmp_path / "own.toml"
    file.write_text('id = "own"\nversion = "7"\nthreshold = 0.3\n[indicators]\npooling = 3\n[factors]\nwindow = false\n')
    few = ["--draws", 100, "--nulls", 0]
    found, standard = score(SEEN, "--method", file, *few)[0], score(SEEN, *few)[0]
    assert found["parameters"]["id"] == "own" and found["parameters"]["indicators.pooling"] == 3
    assert found["parameters"]["uncertainty.draws"] == 100
    assert [[r for r in told["sensitivity"] if r["factor"] == "window"] != [] for told in (found, standard)] == [False, True]
    page = call("score", SEEN, "--method", file, *few).stdout
    assert "Method own 7" in page and "indicators.pooling = 3 (Milieu's: 1)" in " ".join(page.split())
    line = rows(call("score", SEEN, "--method", file, "--draws", 10, "--nulls", 0, "--format", "csv").stdout)[0]
    assert (line["method"], line["method_version"], line["draws"], line["seed"]) == ("own", "7", "10", "1")
    of = ["--draws", 10, "--nulls", 0, "--format", "csv", "--table", "parameters"]
    parameters = call("score", SEEN, "--method", file, *of).stdout
    assert {r["parameter"]: r["value"] for r in rows(parameters)}["threshold"] == "0.3"


def test_the_printed_method_is_a_method(tmp_path):
    file = tmp_path / "printed.toml"
    file.write_text(call("score", "--print-method").stdout)
    same = call("score", SEEN, "--method", file, "--draws", 50, "--nulls", 9, "--format", "json").stdout
    assert same == call("score", SEEN, "--draws", 50, "--nulls", 9, "--format", "json").stdout


@pytest.mark.parametrize("text,words", [
    ("[indicators]\nreciprocty = 1\n", ["own.toml:2", "reciprocity"]),
    ("[indicators]\nbroker_independence = 1\n", ["own.toml:2", "robustness"]),
    ("[dimensions]\nties = 1\n", ["own.toml:2", "engagement", "activation"]),
    ("id = 'milieu'\nversion = '1'\n", ["own.toml:2", "method 1", "--print-method"]),
    ("[indicators]\nmixing = -2\n", ["own.toml:2", "0 or more"]),
    ("[dimensions]\ndiffusion = 0\nvariety = 0\nopenness = 0\nabsorption = 0\n", ["learning", "weight"]),
    ("threshold = 'high'\n", ["own.toml:1", "number"]),
    ("id = 'x'\nthreshold = = 0.5\n", ["own.toml:2", "TOML"]),
    ("\x00\x01", ["own.toml"]),
    ("[factors\n", ["own.toml:1"]),
])
def test_a_wrong_method_is_refused_with_its_line(tmp_path, text, words):
    file = tmp_path / "own.toml"
    file.write_text(text)
    error = call("score", ROMANS, "--method", file, expect=2).stderr
    for word in words:
        assert word in error, error


def test_wrong_calls():
    assert "such.toml" in call("score", ROMANS, "--method", "/no/such.toml", expect=3).stderr
    call("score", expect=2)
    call("score", ROMANS, "--draws", -1, expect=2)
    call("score", ROMANS, "--at", "20166", expect=2)
    call("score", ROMANS, "--at", "2016..2007", expect=2)
    assert "indicators" in call("score", ROMANS, "--format", "csv", "--table", "indicatrs", expect=2).stderr
    assert "two datasets" in call("score", ROMANS, "--format", "csv", "--table", "ranks", expect=2).stderr


def package(**milieu):
    return json.dumps({"name": "small", "milieu": {"territory": {"name": "Here"}, **milieu}})


HERE = [{"id": "here", "places": ["Here"], "default": True}]
POOR = {
    "no dates at all": {"datapackage__json": package(perimeters=HERE, surveyed=["knowledge", "cooperation", "finance", "events"])},
    "no places": {
        "actors__csv": "id,name,kind\na,A,firm\nb,B,firm\nc,C,fund\n",
        "datapackage__json": package(reference_date="2016", surveyed=["knowledge", "cooperation"])},
    "no surveyed layer": {"datapackage__json": package(reference_date="2016", perimeters=HERE)},
    "nothing surveyed": {"datapackage__json": package(reference_date="2016", perimeters=HERE, surveyed=[])},
    "no actor": {
        "actors__csv": "id,name,kind,place\n", "ties__csv": "source,target,kind,status,evidence\n"},
    "one actor": {
        "actors__csv": "id,name,kind,place\na,A,firm,Here\n", "ties__csv": "source,target,kind,status,evidence\n"},
    "two actors": {
        "actors__csv": "id,name,kind,place\na,A,firm,Here\nb,B,firm,Here\n",
        "ties__csv": "source,target,kind,status,evidence\na,b,works_with,active,s:1\n"},
    "all outside": {"actors__csv": "id,name,kind,place\na,A,firm,Far\nb,B,firm,Far\nc,C,fund,Far\n"},
    "no ties": {"ties__csv": "source,target,kind,status,evidence\n"},
}


@pytest.mark.parametrize("name", POOR)
def test_a_poor_dataset_has_a_clear_answer(dataset, name):
    folder = dataset(**POOR[name])
    done = subprocess_score(folder)
    assert done.returncode in (0, 1), done.stderr
    if done.returncode == 1:
        # An empty table is a finding of the dataset's, with its place.
        assert "actors.csv" in done.stderr and name == "no actor"
        return
    found = strict(done.stdout)[0]
    for axis in ("learning", "interaction"):
        for indicator in found[axis]["indicators"]:
            assert indicator["value"] is not None or indicator["reason"], indicator["id"]
        assert found[axis]["low"] <= found[axis]["high"]
    for lang in ("en", "fr"):
        page = call("score", folder, "--draws", 100, "--nulls", 9, "--lang", lang).stdout
        assert not says_nan(page)


def subprocess_score(folder):
    return subprocess.run(
        [PROGRAM, "score", str(folder), "--draws", "200", "--nulls", "19", "--format", "json"], capture_output=True, text=True)


def spread(*arguments):
    """The standard deviation of the draws of interaction."""
    draws = rows(call("score", *arguments, "--format", "csv", "--table", "draws").stdout)
    return statistics.pstdev(float(draw["interaction"]) for draw in draws)


def test_what_documents_leave_open_is_said(dataset, tmp_path):
    """The model of what documents do not tell may be off: a source of its own, which a census does not have."""
    people = "id,name,kind,place\n" + "".join(f"p{n},P{n},{'firm' if n % 3 else 'fund'},Here\n" for n in range(24))
    ties = "source,target,kind,status,evidence\n" + "".join(
        f"p{n},p{(n * 7 + 3) % 24},{kind},active,s:1\n" for n in range(0, 24, 2) for kind in ("works_with", "funds")
        if n != (n * 7 + 3) % 24)

    def folder(how):
        return dataset(actors__csv=people, ties__csv=ties, datapackage__json=package(
            reference_date="2016", perimeters=HERE, surveyed={"cooperation": {"how": how}, "finance": {"how": how}}))

    others = [line.split(" = ")[0] for line in call("score", "--print-method").stdout.split("[factors]")[1].split("[")[0]
              .splitlines() if line.endswith(" = true") and "unobserved" not in line and "discrepancy" not in line]
    assert len(others) > 8
    off = 'id = "own"\n[factors]\n' + "".join(f"{factor} = false\n" for factor in others)
    (tmp_path / "alone.toml").write_text(off)
    (tmp_path / "sure.toml").write_text(off + "model_discrepancy = false\n")
    options = ["--draws", 400, "--nulls", 0]
    told, sure = (
        score(folder("documents"), *options, "--method", tmp_path / f"{name}.toml")[0] for name in ("alone", "sure"))
    # Most draws find the same here, so that what lies between two of their quantiles says little of how they spread.
    spreads = {name: spread(folder("documents"), *options, "--method", tmp_path / f"{name}.toml") for name in ("alone", "sure")}
    counted = score(folder("census"), *options, "--method", tmp_path / "alone.toml")[0]

    def factors(found):
        return {row["factor"] for row in found["sensitivity"]}

    assert factors(told) == {"model_discrepancy", "unobserved_ties"}
    assert factors(sure) == {"unobserved_ties"} and not factors(counted)
    row = next(r for r in told["sensitivity"] if (r["factor"], r["output"]) == ("model_discrepancy", "interaction"))
    assert 0.005 < row["total"] < 0.9
    assert counted["interaction"]["low"] == counted["interaction"]["high"]
    assert 0 < spreads["sure"] < spreads["alone"], spreads
    for lang, words in [("en", "speaks of ignorance"), ("fr", "parle de l'ignorance")]:
        # Nothing but what was not observed varies here.
        page = " ".join(call(
            "score", folder("documents"), *options, "--method", tmp_path / "alone.toml", "--lang", lang).stdout.split())
        interaction = page[page.index({"en": "Interaction has no score", "fr": "Interaction : pas de score"}[lang]):]
        assert words in interaction[:400], interaction[:400]
        name = {"en": "error of the model of unobserved ties", "fr": "erreur du modèle des liens non observés"}[lang]
        assert name in page


def test_what_was_not_surveyed_is_said(dataset):
    page = call("score", dataset(**POOR["no surveyed layer"]), "--draws", 100, "--nulls", 0).stdout
    assert "surveyed" in page and "hardly says more than knowing nothing" in " ".join(page.split())


# Null models.


def null_network(folder, seed):
    """A territory that chance alone made: random ties in two layers, random kinds, random dates."""
    chance = random.Random(seed)
    folder.mkdir()
    size = 24
    (folder / "datapackage.json").write_text(package(
        reference_date="2016-12-31", perimeters=HERE, surveyed=["knowledge", "cooperation", "supply", "events"]))
    (folder / "actor-kinds.csv").write_text("kind,name_fr,name_en,sphere\nf,f,f,economy\ns,s,s,knowledge\np,p,p,public\n")
    (folder / "tie-kinds.csv").write_text(
        "kind,name_fr,name_en,directed,layer,weight_means\nadvice,a,a,yes,knowledge,strength\n"
        "work,w,w,yes,cooperation,strength\nsupply,s,s,yes,supply,strength\n")
    (folder / "event-kinds.csv").write_text("kind,name_fr,name_en,layer,pooled\nmeeting,m,m,cooperation,no\n")
    (folder / "actors.csv").write_text("id,name,kind,place,sector\n" + "".join(
        f"a{i},A{i},{chance.choice('fsp')},Here,{chance.choice(['C.1', 'C.2', 'D.1', 'D.2'])}.{chance.choice('12')}\n"
        for i in range(size)))
    lines, seen = [], set()
    for kind, many in (("advice", 50), ("work", 40), ("supply", 40)):
        for _ in range(many):
            source, target = chance.sample(range(size), 2)
            if (source, target, kind) in seen:
                continue
            seen.add((source, target, kind))
            lines.append(f"a{source},a{target},{kind},active,{2012 + chance.randrange(5)}-{1 + chance.randrange(12):02d},s:1\n")
    (folder / "ties.csv").write_text("source,target,kind,status,since,evidence\n" + "".join(lines))
    (folder / "events.csv").write_text("id,name,kind,date,status,evidence\n" + "".join(
        f"e{e},E{e},meeting,2014,active,s:1\n" for e in range(10)))
    (folder / "participation.csv").write_text("actor,event,evidence\n" + "".join(
        f"a{i},e{e},s:1\n" for e in range(10) for i in chance.sample(range(size), 7)))
    (folder / "sources.csv").write_text("id,citation,url,date\ns,S,,2016\n")
    return folder


def test_p_values_of_null_networks_are_uniform(tmp_path):
    """Each test of 80 networks that chance made: p fills [0, 1] evenly (chi-square over ten bins)."""
    folders = [null_network(tmp_path / str(seed), seed) for seed in range(80)]
    text = call("score", *folders, "--nulls", 39, "--draws", 0, "--format", "csv", "--table", "nulls").stdout
    found = {}
    for row in rows(text):
        if row["testable"] == "true":
            found.setdefault((row["model"], row["subject"]), []).append(float(row["p"]))
    wanted = [
        ("ties", "knowledge_reach"), ("ties", "cognitive_diversity"), ("ties", "closure"), ("ties", "mixing"),
        ("events", "closure"), ("kinds", "mixing"), ("dates", "knowledge_conversion"), ("ties", "reciprocity"),
        ("ties", "multiplexity"), ("ties", "learning"), ("ties", "interaction"),
    ]
    worst = {}
    for key in wanted:
        values = found[key]
        assert len(values) > 70, key
        bins = [0] * 10
        for p in values:
            bins[min(9, math.ceil(p * 10 - 1e-9) - 1)] += 1
        worst[key] = sum((n - len(values) / 10) ** 2 / (len(values) / 10) for n in bins)
        # However coarse an indicator is, chance alone does not make it look special more often than p says.
        for level in (0.05, 0.1, 0.2):
            share = sum(p <= level + 1e-9 for p in values) / len(values)
            assert share <= level + 3.3 * math.sqrt(level * (1 - level) / len(values)), (key, level, share)
    fine = [key for key in wanted if key[1] not in ("reciprocity", "multiplexity")]
    # 9 degrees of freedom: 27.9 is the 0.1 % point.
    assert all(worst[key] < 27.9 for key in fine), worst


@pytest.mark.parametrize("header, many, few, separator", [
    ("contributors", "1500", "500", ","), ("Contributors", "1 500", "500", ";"), ("CONTRIBUTORS", "1,5", "0,5", ";"),
])
def test_contributors_and_seats_are_numbers_however_they_are_written(dataset, header, many, few, separator):
    """A quarter of those who finance are from outside; nine seats to one."""
    lines = [
        f"source,target,kind,status,evidence,college,Seats,{header}", "b,a,seat,active,s:1,workers,9,",
        "d,a,seat,active,s:1,owners,1,", f"b,a,funds,active,s:1,,,{many}", f"c,a,funds,active,s:1,,,{few}"]
    ties = ["\n".join(lines)] if separator == "," else [
        "\n".join([line.replace(",", ";", 7) for line in lines])]
    folder = dataset(
        ties__csv=ties[0] + "\n", actors__csv="id,name,kind,place\na,A,firm,Here\nb,B,firm,Here\nc,C,fund,Far\nd,D,firm,Here\n",
        tie_kinds__csv="kind,name_fr,name_en,directed,layer,weight_means\nfunds,finance,funds,yes,finance,\n"
        "seat,siège,seat,yes,governance,\n",
        datapackage__json='{"name": "small", "milieu": {"territory": {"name": "Here"}, "reference_date": "2016", '
        '"perimeters": [{"id": "here", "places": ["Here"], "default": true}], "surveyed": ["finance", "governance"]}}')
    call("check", folder)
    table = rows(call("score", folder, "--draws", 0, "--nulls", 0, "--format", "csv", "--table", "indicators").stdout)
    values = {row["indicator"]: row["value"] for row in table}
    assert float(values["citizen_finance"]) == 0.75
    assert abs(float(values["shared_governance"]) - 0.36) < 1e-12


@pytest.mark.parametrize("seed", ["9223372036854775808", "18446744073709551615"])
def test_a_seed_of_64_bits_is_told_in_every_format(seed):
    """Half of the seeds are beyond a signed number."""
    for form in ("csv", "json", "latex", "markdown"):
        told = call(
            "score", ARCHETYPES / "hub_star", "--draws", 10, "--nulls", 0, "--seed", seed, "--format", form,
            *([] if form == "json" else ["--table", "score"])).stdout
        assert seed in told.replace("\\,", ""), form
