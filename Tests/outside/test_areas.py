"""Every territory of a country: the same bytes whoever computes, and the numbers of one territory at a time."""

import csv
import os
import shutil
import signal
import subprocess
import time

import pytest
from conftest import PROGRAM, call, rows

import areas_country
from areas_steps import MEASURES, compute, country, digest, results, table

# Bytes.


@pytest.mark.parametrize("shards,workers", [(1, 1), (2, 2), (7, 1)])
def test_the_number_of_shards_and_workers_changes_no_byte(country, results, tmp_path, shards, workers):
    other = compute(country, tmp_path, "--shards", shards, run=("--workers", workers))
    assert digest(other) == digest(results)


def test_the_order_of_the_rows_changes_no_byte(results, tmp_path):
    areas_country.write(tmp_path / "data", shuffled=True)
    assert digest(compute(tmp_path / "data", tmp_path)) == digest(results)


def test_areas_in_a_stream_give_the_lines_of_a_shard(country, tmp_path):
    """What a shuffle does: rows of all shards, sorted by area alone, through one worker."""
    call("areas", "prepare", country, "-o", tmp_path / "job", "--shards", 3)
    call("areas", "run", tmp_path / "job", "--draws", 20)
    lines = b"".join(path.read_bytes() for path in sorted((tmp_path / "job" / "rows").iterdir())).splitlines(True)
    lines.sort(key=lambda line: line.split(b"\t")[0])
    done = subprocess.run(
        [PROGRAM, "areas", "work", tmp_path / "job"], input=b"".join(lines), capture_output=True, timeout=100, check=True)
    (plan,) = (tmp_path / "job" / "results").iterdir()
    shards = b"".join(path.read_bytes() for path in plan.iterdir())
    assert sorted(done.stdout.splitlines()) == sorted(shards.splitlines()) and len(shards) > 1000


# Numbers: each area by itself, its dataset cut out in another way.


def cut(country, code, folder):
    """The dataset of one area, written here from the rule: own actors inside; whoever is tied or meets them, outside."""
    read = {name: table(country, name) for name in ("actors", "ties", "events", "participation")}
    own = {row["id"] for row in read["actors"] if row["area"] == code}
    ties = [row for row in read["ties"] if row["source"] in own or row["target"] in own]
    events = {row["event"] for row in read["participation"] if row["actor"] in own}
    seats = [row for row in read["participation"] if row["event"] in events]
    near = {row[end] for row in ties for end in ("source", "target")} | {row["actor"] for row in seats} | own
    for row in read["actors"]:
        row["inside"] = "yes" if row["id"] in own else "no"
    kept = {
        "actors": [row for row in read["actors"] if row["id"] in near], "ties": ties, "participation": seats,
        "events": [row for row in read["events"] if row["id"] in events]}
    folder.mkdir()
    for name, chosen in kept.items():
        columns = list(chosen[0]) + ([] if name == "actors" else ["evidence"])
        with open(folder / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, columns, restval="")
            writer.writeheader()
            # By their bytes, as a job puts them: sums of doubles depend on the order.
            order = {row["id"]: (row["inside"] == "no", row["id"].encode()) for row in kept["actors"]}
            writer.writerows(
                sorted(chosen, key=lambda row: order[row["id"]]) if name == "actors"
                else sorted(chosen, key=lambda row: ",".join(row.values()).encode()))
    for name in ("actor-kinds.csv", "tie-kinds.csv", "event-kinds.csv", "datapackage.json"):
        shutil.copy(country / name, folder / name)
    return folder


@pytest.mark.parametrize("code", ["00001", "2A007", "00012"])
def test_an_area_has_the_numbers_of_its_own_dataset(country, results, tmp_path, code):
    alone = cut(country, code, tmp_path / "alone")
    (row,) = [row for row in table(results, "areas") if row["area"] == code]
    network = rows(call("measure", alone, "-m", "actors,ties,components", "--inside-only", "--format", "csv").stdout)
    assert {line["measure"]: float(line["value"]) for line in network} == {
        name: float(row[name]) for name in ("actors", "ties", "components")}
    actors = rows(call(
        "measure", alone, "-m", "degree,betweenness,constraint", "--inside-only", "--format", "csv").stdout)
    mine = [line for line in table(results, "actors") if line.pop("area") == code]
    assert mine == actors and len(mine) > 3
    score = rows(call("score", alone, "--draws", 40, "--format", "csv").stdout)[0]
    shared = [name for name in score if name in row and name != "territory"]
    assert len(shared) > 20 and {name: row[name] for name in shared} == {name: score[name] for name in shared}
    assert row["learning_median"] and row["interaction_median"]


def test_plain_ties_give_what_the_reader_of_datasets_gives(country, tmp_path):
    """Ends, kind and weight alone are read in another way than rows that tell more; an empty column makes them more."""
    for name, columns in (("plain", []), ("more", ["note"])):
        shutil.copytree(country, tmp_path / name / "data")
        ties = table(country, "ties")
        ties[5]["weight"] = "" if name == "plain" else "1"
        for row in ties:
            if row["source"].startswith("00008-"):
                row["weight"] = row["weight"] + ".50"
        with open(tmp_path / name / "data" / "ties.csv", "w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, ["source", "target", "kind", "weight", *columns], extrasaction="ignore", restval="")
            writer.writeheader()
            writer.writerows(ties)
    plain, more = (compute(tmp_path / name / "data", tmp_path / name) for name in ("plain", "more"))
    assert digest(plain) == digest(more) and len(table(plain, "areas")) == 12


def test_counts_of_rows_add_up(country, results):
    ties, areas = table(country, "ties"), table(results, "areas")
    area_of = {row["id"]: row["area"] for row in table(country, "actors")}
    within = sum(area_of[row["source"]] == area_of[row["target"]] for row in ties)
    assert sum(int(row["ties_within"]) for row in areas) == within > 100
    assert sum(int(row["ties_across"]) for row in areas) == 2 * (len(ties) - within) > 20
    assert sum(int(row["actor_rows"]) for row in areas) == len(area_of)
    assert sum(int(row["participations"]) for row in areas) == len(table(country, "participation"))


def test_ranks_are_those_of_the_medians(results):
    areas = {row["area"]: float(row["learning_median"]) for row in table(results, "areas")}
    for row in table(results, "ranks"):
        above = sum(value > areas[row["area"]] for value in areas.values())
        level = sum(value == areas[row["area"]] for value in areas.values())
        assert float(row["learning_rank"]) == above + (level + 1) / 2
        assert 1 <= float(row["learning_rank_low"]) <= float(row["learning_rank_high"]) <= len(areas)


def test_the_plane_has_a_point_for_each_area_in_both_languages(country, results, tmp_path):
    text = (results / "plane.svg").read_text(encoding="utf-8")
    assert all(f'id="area-{number}"' in text for number in range(1, 13)) and 'id="area-13"' not in text
    call("areas", "prepare", country, "-o", tmp_path / "job")
    call("areas", "run", tmp_path / "job", "--draws", 10, "--quiet")
    said = call("areas", "collect", tmp_path / "job", "-o", tmp_path / "fr", "--lang", "fr")
    assert "12\u00a0zones sur 12" in said.stderr
    assert "Apprentissage et interaction de 12 zones" in (tmp_path / "fr" / "plane.svg").read_text(encoding="utf-8")


# What goes wrong.


def test_a_broken_area_fails_alone_with_its_ties(country, results, tmp_path):
    shutil.copytree(country, tmp_path / "data")
    lines = (tmp_path / "data" / "ties.csv").read_text(encoding="utf-8").splitlines(True)
    place = next(i for i, line in enumerate(lines) if line.startswith("00003-") and line.split(",")[1].startswith("00003-"))
    lines[place] = lines[place].replace("works_with", "nonsense").replace("advises", "nonsense").replace("funds", "nonsense")
    (tmp_path / "data" / "ties.csv").write_text("".join(lines), encoding="utf-8")
    broken = compute(tmp_path / "data", tmp_path, expect=1)
    (failed,) = table(broken, "failed")
    assert failed["area"] == "00003" and int(failed["ties"]) > 10 and "nonsense" in failed["message"]
    healthy = [row for row in table(results, "areas") if row["area"] != "00003"]
    assert table(broken, "areas") == healthy and len(healthy) == 11
    # What is wrong can be looked at, and mended.
    said = call("check", broken / "failed" / "00003", expect=1).stdout
    assert "nonsense" in said


def test_an_actor_told_twice_breaks_its_area_alone(country, results, tmp_path):
    shutil.copytree(country, tmp_path / "data")
    with open(tmp_path / "data" / "actors.csv", "a", encoding="utf-8") as file:
        file.write("00004-1,Again,firm,00005,\n")
    broken = compute(tmp_path / "data", tmp_path, expect=1)
    (failed,) = table(broken, "failed")
    assert failed["area"] == "00004" and "there already" in failed["message"]
    assert table(broken, "areas") == [row for row in table(results, "areas") if row["area"] != "00004"]


def children(number):
    return [int(text) for text in subprocess.run(["pgrep", "-P", str(number)], capture_output=True, text=True).stdout.split()]


@pytest.fixture
def slow(tmp_path, country):
    """A job whose run takes some seconds, in one shard."""
    call("areas", "prepare", country, "-o", tmp_path / "job", "--shards", 1)
    return tmp_path / "job"


def start(job, *arguments):
    return subprocess.Popen(
        [PROGRAM, "areas", "run", job, "--draws", "1500", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def wait_for_areas(job, count):
    """Until so many areas stand in the unfinished file."""
    for _ in range(2000):
        parts = list((job / "results").glob("*/*.part")) if (job / "results").exists() else []
        if sum(path.read_bytes().count(b"\tend\t") for path in parts) >= count:
            return
        time.sleep(0.01)
    raise AssertionError("no area was finished")


def test_a_worker_that_is_killed_loses_nothing(slow, tmp_path):
    run = start(slow)
    wait_for_areas(slow, 2)
    (worker,) = children(run.pid)
    os.kill(worker, signal.SIGKILL)
    _, said = run.communicate(timeout=200)
    assert run.returncode == 0, said
    call("areas", "collect", slow, "-o", tmp_path / "killed")
    shutil.rmtree(slow / "results")
    call("areas", "run", slow, "--draws", 1500)
    call("areas", "collect", slow, "-o", tmp_path / "calm")
    assert digest(tmp_path / "killed") == digest(tmp_path / "calm")


def test_a_run_that_is_killed_goes_on_where_it_was(slow, tmp_path):
    run = start(slow)
    wait_for_areas(slow, 2)
    run.kill()
    run.communicate()
    (part,) = (slow / "results").glob("*/*.part")
    done = part.read_bytes()
    assert done.count(b"\tend\t") < 12
    # The end of an area that was not whole: it is computed anew.
    for _ in range(200):
        time.sleep(0.02)
        if part.exists() and (now := part.read_bytes()) == done:
            break
        done = now if part.exists() else b""
    with open(part, "ab") as file:
        file.write(b"00009\tarea\thalf a li")
    before = part.read_bytes()
    refused = call("areas", "collect", slow, "-o", tmp_path / "early", expect=1)
    assert "not computed yet" in refused.stderr and not (tmp_path / "early").exists()
    call("areas", "run", slow, "--draws", 1500)
    (whole,) = (slow / "results").glob("*/*.tsv")
    kept = before[: before.rindex(b"00009\tarea\thalf")]
    assert whole.read_bytes().startswith(kept) and len(kept) > 100
    call("areas", "collect", slow, "-o", tmp_path / "results")
    assert len(table(tmp_path / "results", "areas")) == 12


def test_codes_and_cells_that_would_harm_are_texts(tmp_path):
    data = tmp_path / "data"
    data.mkdir()
    codes = ["../../up", "\\N", "=1+1", "a,b", "x\ny", "01001", "é"]
    with open(data / "actors.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "name", "area"])
        for place, code in enumerate(codes):
            for number in range(3):
                writer.writerow([f"{place}-{number}", 'tab\there "q"\nline; \\N', code])
    (data / "ties.csv").write_text(
        "source,target\n" + "".join(f"{place}-0,{place}-1\n{place}-1,{place}-2\n" for place in range(7))
        + "0-0,1-0\n3-0,nobody\n", encoding="utf-8")
    said = call("areas", "prepare", data, "-o", tmp_path / "job").stderr
    assert "1 ties to an actor that no table lists" in said and "ties.csv:17" in said
    call("areas", "run", tmp_path / "job", "--draws", 0)
    call("areas", "collect", tmp_path / "job", "-o", tmp_path / "results")
    found = table(tmp_path / "results", "areas")
    assert sorted(row["area"].removeprefix("'") for row in found) == sorted(codes)
    assert {row["ties"] for row in found} == {"2"} and {row["actors"] for row in found} == {"3"}
    assert not (tmp_path.parent / "up").exists() and not (tmp_path / "up").exists()
