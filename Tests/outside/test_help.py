"""What meets a person who does not know yet what to type: slips, the tabulator key, the language of the system."""

import os
import re
import subprocess

import pytest

from conftest import DATASETS, PROGRAM, call

KITE, ROMANS = DATASETS / "kite", DATASETS / "romans-2016"


def spoken(*words, **variables):
    clean = {name: value for name, value in os.environ.items() if name not in ("LC_ALL", "LC_MESSAGES", "LANG")}
    return subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True, encoding="utf-8", env={**clean, **variables})


@pytest.mark.parametrize("typed, meant", [("mesure", "measure"), ("chek", "check"), ("Score", "score"), ("convret", "convert")])
def test_a_slip_in_a_command_is_met_with_the_nearest(typed, meant):
    done = call(typed, KITE, expect=2)
    assert f'There is no command "{typed}"' in done.stderr and f'Did you mean "{meant}"?' in done.stderr
    assert done.stdout == ""


def test_a_word_that_is_near_no_command_is_met_with_all():
    told = call("quux", expect=2).stderr
    assert "Did you mean" not in told and all(name in told for name in ("init", "measure", "convert"))


@pytest.mark.parametrize("words", [["--help"], ["help"], ["help", "measure"], ["--version"], ["measure", "--help"], []])
def test_help_is_no_slip(words):
    assert call(*words).stdout


@pytest.mark.parametrize("variables, french", [
    ({"LANG": "fr_FR.UTF-8"}, True), ({"LANG": "fr"}, True), ({"LC_MESSAGES": "fr_CA.UTF-8", "LANG": "en_US.UTF-8"}, True),
    ({"LC_ALL": "C.UTF-8", "LANG": "fr_FR.UTF-8"}, False), ({"LC_ALL": "", "LANG": "fr_BE@euro"}, True),
    ({"LANG": "fro_FR"}, False), ({"LANG": "de_DE.UTF-8"}, False), ({}, False)])
def test_the_systems_language_is_taken_where_none_is_asked_for(variables, french):
    words = ["measure", KITE, "-m", "degree", "--format", "latex"]
    told = spoken(*words, **variables).stdout
    assert told == spoken(*words, "--lang", "fr" if french else "en").stdout
    assert spoken(*words, "--lang", "en", **variables).stdout == spoken(*words, "--lang", "en").stdout


def test_what_programs_read_is_the_same_in_every_language():
    for form in ("csv", "json"):
        words = ["measure", ROMANS, "-m", "betweenness", "--format", form, "--quiet"]
        assert spoken(*words, LANG="fr_FR.UTF-8").stdout == spoken(*words, LANG="C").stdout


def offered(*words):
    """What the shell of a person offers behind these words: the last is begun, and empty where it is not."""
    script = call("--generate-completion-script", "bash").stdout
    quoted = " ".join("'" + word + "'" for word in ("milieu", *words))
    lines = f"""
PATH={PROGRAM.parent}:$PATH
{script}
COMP_WORDS=({quoted}); COMP_CWORD={len(words)}; COMP_LINE={quoted!r}; COMP_POINT=${{#COMP_LINE}}; COMP_TYPE=9
_milieu milieu "${{COMP_WORDS[COMP_CWORD]}}" "${{COMP_WORDS[COMP_CWORD - 1]}}"
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
    done = subprocess.run(["bash", "-c", lines], capture_output=True, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
    return done.stdout.split("\n")[:-1]


def test_measures_are_offered_behind_a_comma_too():
    assert "betweenness" in offered("measure", str(KITE), "-m", "betw")
    behind = offered("measure", str(KITE), "-m", "degree,betw")
    assert "degree,betweenness" in behind and "degree,degree" not in behind and "betweenness" not in behind


def test_layers_kinds_and_actors_of_the_dataset_at_hand_are_offered():
    layers = offered("measure", str(ROMANS), "--layer", "")
    assert {"cooperation", "finance"} <= set(layers)
    assert "finance,cooperation" in offered("measure", str(ROMANS), "--layer", "finance,")
    assert "funds" not in layers and "groupe_archer" in offered("draw", str(ROMANS), "--ego", "groupe")
    assert offered("measure", "nowhere", "--layer", "") in ([], [""])


def test_figures_and_formats_are_offered():
    assert "sociogram" in offered("draw", str(KITE), "--figure", "")
    assert "markdown" in offered("measure", str(KITE), "--format", "")


def test_the_list_of_measures_is_not_cut():
    for language in ("en", "fr"):
        told = call("measure", "--list", "--lang", language).stdout
        assert "…" not in told.replace("…,", "")
        assert len(re.findall(r"(?m)^    \S", told)) == len(re.findall(r"(?m)^\w+  (?:actor|tie|network|group)  ", told)) > 150
    assert "The number of actors that the actor is tied to." in call("measure", "--list").stdout
    assert "…" not in call("measure", "--list", "--as", "ucinet").stdout


def test_progress_is_lines_where_they_are_asked_for():
    words = ["score", DATASETS / "archetypes" / "innovative_milieu", "--draws", 200, "--nulls", 0]
    lines = call(*words, "--progress").stderr.splitlines()
    steps = [re.fullmatch(r"(\d+) % (\S.*)", line) for line in lines]
    assert len(steps) > 3 and all(steps), lines[:3]
    assert "%" not in call(*words).stderr


def test_findings_and_their_places_are_told_in_the_readers_language(dataset):
    folder = dataset(ties__csv="source,target,kind,evidence\na,zz,works_with,s:1\n")
    told = call("check", folder, "--lang", "fr", expect=1).stdout
    assert re.search(r'(?m)^erreur \S*ties\.csv:2, colonne «\u00a0target\u00a0»', told)
    assert re.search(r'(?m)^error \S*ties\.csv:2, column "target"', call("check", folder, "--lang", "en", expect=1).stdout)
    for words in (["--lang", "fr"], ["--lang=fr"]):
        refused = call("measure", folder, *words, expect=1).stderr
        assert "erreur " in refused and "colonne «\u00a0target\u00a0»" in refused
    assert "erreur " in spoken("measure", folder, LANG="fr_FR.UTF-8").stderr
