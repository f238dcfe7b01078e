"""The validation panel: scored by the program, told in two languages, and honest where an answer differs."""

import importlib.util
import re
import subprocess
import sys

import pytest
from conftest import PROGRAM, ROOT

SCRIPT = ROOT / "Scripts" / "validation.py"
specification = importlib.util.spec_from_file_location("validation", SCRIPT)
validation = importlib.util.module_from_spec(specification)
# A dataclass looks for its module by name.
sys.modules["validation"] = validation
specification.loader.exec_module(validation)


@pytest.fixture(scope="module")
def panel(tmp_path_factory):
    return validation.panel(tmp_path_factory.mktemp("panel"), 1)


def found(**probabilities):
    return {f"probability_{one}": str(probabilities.get(one, 0)) for one in validation.CONFIGURATIONS}


def row(expected, **probabilities):
    return validation.Row("x", "control", ("x", "x"), ("x", "x"), expected, found=found(**probabilities))


def test_an_answer_agrees_is_left_open_or_differs():
    for expected, chances, said in (
        ("no_milieu", {"no_milieu": 0.81}, "agrees"), ("no_milieu", {"no_milieu": 0.79}, "open"),
        ("no_milieu", {"innovative_milieu": 0.9}, "differs"), ("undetermined", {"no_milieu": 0.5}, "agrees"),
        ("undetermined", {"no_milieu": 0.85}, "differs"), ("weak_interaction", {"no_milieu": 0.5, "innovation_without_milieu": 0.4}, "agrees"),
        ("weak_interaction", {"no_milieu": 0.5, "innovative_milieu": 0.5}, "open"),
        ("weak_interaction", {"potentially_innovative_milieu": 0.4, "innovative_milieu": 0.5}, "differs"),
    ):
        assert row(expected, **chances).agreement == said, (expected, chances)


def test_whether_an_interval_holds_the_whole():
    whole, part = row("no_milieu"), row("no_milieu")
    whole.found["learning_median"], part.whole = "0.3", "whole"
    for low, high, holds in (("0.2", "0.4", True), ("0.31", "0.4", False), ("", "", False)):
        part.found.update(learning_low=low, learning_high=high)
        assert validation.held(part, {"whole": whole}, "learning") is holds


def test_the_same_seed_makes_the_same_panel(panel, tmp_path):
    again = validation.panel(tmp_path, 1)
    assert [row.ident for row in again] == [row.ident for row in panel] and len(panel) > 30
    for one, other in zip(panel, again):
        for file in one.folder.glob("*.csv"):
            assert file.read_bytes() == (other.folder / file.name).read_bytes()


def test_a_part_shows_less_and_says_so(panel):
    folders = {row.ident: row.folder for row in panel}
    whole, part = folders["whole-technopole"], folders["roster-30-technopole"]
    assert len((part / "ties.csv").read_text().splitlines()) < len((whole / "ties.csv").read_text().splitlines())
    assert len((part / "respondents.csv").read_text().splitlines()) == 13
    assert '"roster"' in (part / "datapackage.json").read_text()
    assert not (folders["documents-30-technopole"] / "respondents.csv").exists()


def test_every_made_up_territory_is_sound(panel):
    for row in panel:
        if row.ident in ("chance-1", "couples", "register-documents", "roster-30-hub_star", "documents-30-technopole"):
            done = subprocess.run([PROGRAM, "check", row.folder, "--only", "error"], capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stdout


def test_the_pages_are_written_by_the_program(tmp_path):
    call = [sys.executable, SCRIPT, PROGRAM, "--out", tmp_path, "--draws", "40", "--only"]
    subprocess.run([*call, "register,couples,davis"], check=True, capture_output=True)
    english, french = ((tmp_path / f"validation.{language}.md").read_text() for language in ("en", "fr"))
    for text, names in ((english, ("Register of firms", "Twenty couples", "Southern women")), (french, ("Registre d'entreprises", "Vingt couples", "Femmes du Sud"))):
        for name in names:
            assert len(re.findall(rf"^\| {name}.*\[\d[.,]\d\d–\d[.,]\d\d\]", text, re.M)) == 1
    assert re.search(r"\d,\d\d \[\d,\d\d–\d,\d\d\]", french) and "40 tirages" in french and "40 draws" in english
    done = subprocess.run([*call, "nothing"], check=False, capture_output=True, text=True)
    assert done.returncode == 2 and "register-documents" in done.stderr


def test_the_pages_in_the_repository_tell_the_panel(panel):
    for place, language in enumerate(("en", "fr")):
        text = (ROOT / "Documentation" / f"validation.{language}.md").read_text(encoding="utf-8")
        for row in panel:
            assert f"| {validation.Page(language)(*row.name)} |" in text, row.ident
