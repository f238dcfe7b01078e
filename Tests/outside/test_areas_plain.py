"""Areas whose rows are plain are read in another way than the rest: the same bytes come of both."""

import csv
import json

import pytest
from conftest import call

import areas_country
from areas_steps import digest, table
from areas_steps import compute as computed

# What is the same byte by byte of few draws is so of many.
FEW = ("--draws", 6)


def compute(source, folder, run=FEW, **options):
    return computed(source, folder, run=run, **options)


def country(folder, change=lambda actors, ties: None, extra=False):
    """The made country without its events, so that its rows are plain; `extra`: a column that makes none of them plain."""
    areas_country.write(folder)
    for name in ("events", "participation", "event-kinds"):
        (folder / f"{name}.csv").unlink()
    actors, ties = table(folder, "actors"), table(folder, "ties")
    for row in ties:
        del row["since"], row["status"]
    for row in actors:
        # A quoted cell in each area would leave none of them plain.
        row["name"] = row["name"].replace(",", "").replace('"', "")
    change(actors, ties)
    if extra:
        for row in actors:
            row["members"] = ""
        for row in ties:
            row["note"] = ""
    for name, read in (("actors", actors), ("ties", ties)):
        with open(folder / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, list(read[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(read)
    return folder


def inside(actors, code):
    return [row for row in actors if row["area"] == code]


def nothing(actors, ties):
    pass


def names(actors, ties):
    """Names of every kind: with accents, long, with a quote, with spaces around."""
    for row, name in zip(inside(actors, "00002"), ["Été à l'Œuvre", "x" * 1200, 'a "b" c', " spaces ", "\u00a0nbsp\u00a0", "=1+1", "a\tb"]):
        row["name"] = name


def nameless(actors, ties):
    """A name that is missing is a fault where tables are a dataset."""
    inside(actors, "00002")[0]["name"] = ""


def ids(actors, ties):
    """Ids that are no ASCII, or look like a row of sums."""
    for place, row in enumerate(inside(actors, "00003")[:3]):
        new = ["é-1", "Total", "e\u0301-2"][place]
        for tie in ties:
            for end in ("source", "target"):
                tie[end] = new if tie[end] == row["id"] else tie[end]
        row["id"] = new


def twice(actors, ties):
    """One id of two writings is one, and an actor that stands twice is a fault of its area."""
    actors.append({**actors[-1], "id": "00004-1", "area": "00005"})
    inside(actors, "00008")[0]["id"], inside(actors, "00008")[1]["id"] = "caf\u00e9", "cafe\u0301"


def kinds(actors, ties):
    """Kinds that nothing declares, of an actor and of a tie, and one that is not told."""
    inside(actors, "00002")[0]["kind"] = "nonsense"
    inside(actors, "00004")[0]["kind"] = ""
    next(row for row in ties if row["source"].startswith("00006-"))["kind"] = "nonsense"


def columns(actors, ties):
    """Declared texts, further columns of numbers and of words."""
    for place, row in enumerate(actors):
        row["place"], row["sector"] = f"Place {place % 3}", ["C.15", "", "É"][place % 3]
        row["staff class"], row["number"] = ["a", "", "ç"][place % 3], ["1", "2.5", ""][place % 3]


def weights(actors, ties):
    for place, row in enumerate(ties):
        row["weight"] = ["1", "2", "", "0", "12.5", "1e3"][place % (4 if row["source"] < "00006" else 6)]


def nobody(actors, ties):
    """An area without a tie, and one of a single actor."""
    ties[:] = [row for row in ties if not row["source"].startswith("00009-") and not row["target"].startswith("00009-")]
    for row in inside(actors, "00011")[1:]:
        row["area"] = "00012"


@pytest.mark.parametrize("change,failing", [
    (nothing, []), (names, []), (ids, []), (twice, ["00004", "00008"]), (nameless, ["00002"]), (kinds, ["00002", "00004", "00006"]), (columns, []), (weights, []),
    (nobody, [])], ids=lambda value: getattr(value, "__name__", ""))
def test_plain_rows_give_the_bytes_of_the_reader_of_datasets(tmp_path, change, failing):
    plain = compute(country(tmp_path / "a" / "data", change), tmp_path / "a", expect=1 if failing else 0)
    more = compute(country(tmp_path / "b" / "data", change, extra=True), tmp_path / "b", expect=1 if failing else 0)
    assert len(table(plain, "areas")) == 12 - len(failing) > 8
    tables = ["areas", "actors", "indicators", "ranks"]
    assert {name: digest(plain)[f"{name}.csv"] for name in tables} == {name: digest(more)[f"{name}.csv"] for name in tables}
    if failing:
        told = [[{key: row[key] for key in ("area", "errors", "message", "remedy")} for row in table(read, "failed")] for read in (plain, more)]
        assert told[0] == told[1] and [row["area"] for row in told[0]] == failing


def test_tables_that_nothing_describes_are_read_alike_too(tmp_path):
    """Without a description no name need be there; plain or not, the same network is made."""
    read = []
    for name, extra in (("a", False), ("b", True)):
        data = country(tmp_path / name / "data", lambda actors, ties: (nameless(actors, ties), columns(actors, ties)), extra)
        (data / "datapackage.json").unlink()
        read.append(digest(compute(data, tmp_path / name, run=["--no-score"])))
    assert read[0] == read[1] and {"areas.csv", "actors.csv"} <= set(read[0]) and "failed.csv" not in read[0]


def test_an_area_in_which_somebody_was_asked_keeps_who_was(tmp_path):
    """Respondents are rows of a table of their own, which plain rows have not."""
    read = []
    for name, extra, asked in (("a", False, True), ("b", True, True), ("c", False, False)):
        data = country(tmp_path / name / "data", extra=extra)
        package = json.loads((data / "datapackage.json").read_text(encoding="utf-8"))
        package["milieu"]["surveyed"] = {"cooperation": "roster", "knowledge": "census", "finance": "census"}
        (data / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
        # In two areas, each second actor.
        rows = [row["id"] for code in ("00002", "00005") for row in inside(table(data, "actors"), code)[::2]]
        (data / "respondents.csv").write_text(
            "actor,layer\n" + "".join(f"{id},cooperation\n" for id in (rows if asked else [])), encoding="utf-8")
        read.append(table(compute(data, tmp_path / name, run=("--draws", 4)), "indicators"))
    assert read[0] == read[1] and read[0] != read[2]
    changed = {one["area"] for one, other in zip(read[0], read[2]) if one != other}
    assert changed == {"00002", "00005"}


def test_one_area_out_of_the_ordinary_leaves_the_others_plain(tmp_path):
    """What an area has that is not plain changes no other."""
    plain = compute(country(tmp_path / "a" / "data"), tmp_path / "a")
    odd = compute(country(tmp_path / "b" / "data", names), tmp_path / "b")
    rows = [[row for row in table(read, "areas") if row["area"] != "00002"] for read in (plain, odd)]
    assert rows[0] == rows[1] and len(rows[0]) == 11
