"""`milieu check`: each kind of wrong input is a finding with its place, and a status."""

import pytest
from conftest import DATASETS, call

CASES = {
    # name: (file, content, code, place)
    "tie to nowhere": (
        "ties__csv", "source,target,kind,evidence\na,bb,works_with,s:1\n", "unknown-id", 'ties.csv:2, column "target"'),
    "missing column": ("ties__csv", "source,kind,evidence\na,works_with,s:1\n", "missing-column", "ties.csv:1"),
    "bad date": (
        "ties__csv", "source,target,kind,since,evidence\na,b,works_with,2016-13,s:1\n", "bad-date",
        'ties.csv:2, column "since"'),
    "bad number": (
        "ties__csv", "source,target,kind,weight,evidence\na,b,works_with,heavy,s:1\n", "bad-number",
        'ties.csv:2, column "weight"'),
    "duplicate id": (
        "actors__csv", "id,name,kind\na,A,firm\nb,B,firm\nc,C,fund\na,Again,firm\n", "duplicate-id", "actors.csv:5"),
    "unknown kind": ("actors__csv", "id,name,kind\na,A,farm\nb,B,firm\nc,C,fund\n", "undeclared-kind", "actors.csv:2"),
}


@pytest.mark.parametrize("name", CASES)
def test_an_error_is_a_finding_with_its_place(dataset, name):
    file, content, code, place = CASES[name]
    done = call("check", dataset(**{file: content}), expect=1)
    lines = [line for line in done.stdout.splitlines() if line.startswith("error")]
    assert any(code in line and place in line for line in lines), done.stdout


def test_a_typing_slip_is_met_with_the_nearest_known_id():
    pass_through = call("measure", DATASETS / "kite", "-m", "betweeness", expect=2)
    assert "betweenness" in pass_through.stderr


def test_a_loop_is_a_warning_and_no_error(dataset):
    folder = dataset(ties__csv="source,target,kind,evidence\na,a,works_with,s:1\na,b,works_with,s:1\n")
    assert "self-loop" in call("check", folder).stdout


def test_every_finding_is_shown_at_once(dataset):
    folder = dataset(
        actors__csv="id,name,kind\na,A,firm\na,A,firm\nb,,ghost\nc,C,fund\n",
        ties__csv="source,target,kind,since,evidence\na,z,works_with,yesterday,s\nb,c,ghost,2016,s\n")
    done = call("check", folder, expect=1)
    assert sum(line.startswith("error") for line in done.stdout.splitlines()) >= 5


@pytest.mark.parametrize(
    "content", [b"", b"\x00\x01\x02", b"\xff\xfe\x00", b'id,name\n"a', b"id,name,kind\n" + b"x" * 10_000_000, b"\xef\xbb\xbf"])
def test_hostile_bytes_end_in_findings(dataset, content):
    done = call("check", dataset(actors__csv=content), expect=1)
    assert "error" in done.stdout and "actors.csv" in done.stdout


def test_french_spreadsheets_are_read(dataset):
    text = "\ufeffsource;target;kind;weight;evidence\r\na;b;works_with;1,5;s:1\r\n"
    folder = dataset(ties__csv=text, actors__csv="id;name;kind\r\na;Société;firm\r\nb;B;firm\r\nc;C;fund\r\n".encode("cp1252"))
    done = call("check", folder)
    assert "1252" in done.stdout


def test_a_missing_folder_is_a_file_error():
    assert "no such" in call("check", "/does/not/exist", expect=3).stderr.lower()


def test_a_wrong_call_is_status_2():
    call("check", expect=2)
    call("chekc", "x", expect=2)
    call("check", "x", "--only", "nothing", expect=2)


@pytest.mark.parametrize("folder", sorted(p.parent.name for p in DATASETS.glob("*/datapackage.json")))
def test_the_datasets_are_sound(folder):
    call("check", DATASETS / folder)


@pytest.mark.parametrize("lang, counts", [
    ("en", "3 actors, 1 row of ties, 0 events, 0 participations."), ("fr", "3 acteurs, 1 ligne de liens, 0 événement, 0 participation.")])
def test_counts_are_in_words_of_the_language(dataset, lang, counts):
    folder = dataset(ties__csv="source,target,kind,status,evidence\na,b,works_with,active,s:1\n")
    assert counts in call("check", folder, "--lang", lang).stdout


def test_a_weight_of_zero_is_no_tie_and_is_said_once(tmp_path):
    path = tmp_path / "edges.csv"
    path.write_text("source,target,weight\na,b,1\nb,c,0\nc,d,0\nd,a,-2\n")
    told = call("check", path).stdout
    assert told.count("zero-weight") == 1 and "left out: 2, the first here" in told and "edges.csv:3" in told
    assert told.count("negative-weight") == 1 and "edges.csv:5" in told
    assert "4 actors, 2 rows of ties" in told


@pytest.mark.parametrize("wrong, en, fr", [
    (2, "And 1 more, line 3 (a).", "Et 1 de plus, ligne 3 (a)."), (3, "And 2 more, lines 3 (a), 4 (a).", "Et 2 de plus, lignes 3 (a), 4 (a)."),
    (9, "And 8 more, lines 3 (a), 4 (a), 5 (a), 6 (a), 7 (a), 8 (a), 9 (a), 10 (a).", "ligne"),
    (10, "9 (a), 10 (a), ….", "Et 9 de plus, lignes 3 (a)"),
])
def test_where_the_others_of_a_finding_are_is_one_line_or_several(dataset, wrong, en, fr):
    folder = dataset(ties__csv="source,target,kind,since,evidence\n" + "a,b,works_with,soon,s:1\n" * wrong)
    for lang, words in [("en", en), ("fr", fr)]:
        assert words in call("check", folder, "--only", "error", "--lang", lang, expect=1).stdout
