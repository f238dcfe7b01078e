"""What an input may be: a file by any name, standard input, a folder with links; and what each may cost."""

import csv
import os
import subprocess

import pytest
from conftest import DATASETS, PROGRAM, call, rows

EDGES = "source,target\na,b\nb,c\nc,d\n"


def given(text, *arguments, expect=0, **options):
    """The program with something on its standard input."""
    data = text.encode() if isinstance(text, str) else text
    done = subprocess.run([PROGRAM, *map(str, arguments)], input=data, capture_output=True, timeout=300, **options)
    assert done.returncode == expect, done.stderr.decode()[-2000:]
    return done


# Standard input


def test_standard_input_is_a_file_like_any_other(tmp_path):
    (tmp_path / "edges.csv").write_text(EDGES)
    named = call("measure", tmp_path / "edges.csv", "-m", "degree,betweenness", "--format", "csv").stdout
    assert given(EDGES, "measure", "-", "-m", "degree,betweenness", "--format", "csv").stdout.decode() == named
    assert "4 actors, 3 rows of ties" in given(EDGES, "check", "-").stdout.decode()


@pytest.mark.parametrize("format", ["graphml", "gexf", "pajek", "dl", "gml", "dot", "json", "edge-list"])
def test_standard_input_shows_its_format(tmp_path, format):
    written = given(EDGES, "convert", "-", "-", "--to", format).stdout
    found = given(written, "measure", "-", "-m", "degree", "--format", "csv").stdout.decode()
    assert sorted(row["degree"] for row in rows(found)) == ["1", "1", "2", "2"]


def test_what_shows_no_format_is_told_one():
    plain = b"a b\nb c\n"
    done = given(plain, "measure", "-", "-m", "degree", expect=2)
    assert b"--input-format" in done.stderr and b"pajek" in done.stderr
    told = given(plain, "measure", "-", "-m", "degree", "--format", "csv", "--input-format", "edge-list").stdout.decode()
    assert len(rows(told)) == 3
    assert b"Did you mean" in given(plain, "measure", "-", "--input-format", "edgelist", expect=2).stderr


def test_standard_input_is_not_overwritten(tmp_path):
    """The shell opens the file, and its name is not known: its identity is."""
    file = tmp_path / "edges.csv"
    file.write_text(EDGES)
    with open(file, "rb") as stream:
        done = subprocess.run(
            [PROGRAM, "measure", "-", "-m", "degree", "--format", "csv", "-o", file], stdin=stream, capture_output=True)
    assert done.returncode == 3 and b"was read" in done.stderr
    assert file.read_text() == EDGES


def test_nothing_on_standard_input_is_an_error():
    assert given(b"", "measure", "-", expect=2).stderr
    assert b"error" in given(b"", "check", "-", "--input-format", "graphml", expect=1).stdout


def test_a_terminal_is_no_file():
    leader, follower = os.openpty()
    done = subprocess.run([PROGRAM, "measure", "-"], stdin=follower, capture_output=True, timeout=60)
    os.close(leader)
    os.close(follower)
    assert done.returncode == 3 and b"terminal" in done.stderr


def test_a_dataset_has_no_standard_output():
    assert b"--to" in given(EDGES, "convert", "-", "-", expect=2).stderr
    assert b"--to" in given(EDGES, "convert", "-", "-", "--to", "dataset", expect=2).stderr


# Names


def test_a_name_that_is_no_utf8_is_refused_with_a_way_out(tmp_path):
    name = os.fsencode(tmp_path) + b"/caf\xe9.csv"
    with open(name, "w") as file:
        file.write(EDGES)
    done = subprocess.run([PROGRAM, b"measure", name, b"-m", b"degree"], capture_output=True)
    assert done.returncode == 2
    assert b"Argument 2 is no UTF-8" in done.stderr and b"measure - <" in done.stderr
    assert "caf\ufffd.csv".encode() in done.stderr
    with open(name, "rb") as stream:
        told = subprocess.run([PROGRAM, "measure", "-", "-m", "degree", "--format", "csv"], stdin=stream, capture_output=True)
    assert told.returncode == 0 and len(rows(told.stdout.decode())) == 4
    done = subprocess.run([PROGRAM, b"measure", b"--layer", b"\xff", b"x.csv"], capture_output=True)
    assert done.returncode == 2 and b"Argument 3" in done.stderr


def test_a_name_of_two_hundred_kilobytes_is_cut_and_said(dataset):
    long = "é" * 100_000
    package = (
        '{"name": "small", "title": "' + long + '", "milieu": {"territory": {"name": "' + long + '"}, '
        '"reference_date": "2016", "surveyed": ["cooperation", "finance"]}}')
    folder = dataset(
        datapackage__json=package, actors__csv=f"id,name,kind,note\na,{long},firm,{long}\nb,B,firm,\nc,C,fund,\n")
    found = call("check", folder).stdout
    assert found.count("long-name") == 3 and 'actors.csv:2, column "name"' in found and "milieu.territory.name" in found
    draws = call("score", folder, "--draws", "500", "--format", "csv", "--table", "draws", "--quiet").stdout
    assert len(draws.encode()) < 1_000_000 and len(rows(draws)) == 500
    assert all(len(row["territory"].encode()) <= 1003 for row in rows(draws))
    # A note is no name.
    csv.field_size_limit(1 << 20)
    call("convert", folder, folder.parent / "copy")
    with open(folder.parent / "copy" / "actors.csv", encoding="utf-8") as file:
        assert next(csv.DictReader(file))["note"] == long


# Links


@pytest.fixture
def linked(dataset, tmp_path):
    """A dataset in a repository, and a function that moves its ties elsewhere and leaves a link."""
    folder = dataset()
    (tmp_path / ".git").mkdir()

    def link(place, relative=True):
        place.parent.mkdir(parents=True, exist_ok=True)
        (folder / "ties.csv").rename(place)
        target = os.path.relpath(place, folder) if relative else place
        (folder / "ties.csv").symlink_to(target)
        return folder

    return link


@pytest.mark.parametrize("relative", [True, False])
@pytest.mark.parametrize("store", [".git/annex/objects/x1/Y2/MD5E-s9.csv/MD5E-s9.csv", ".dvc/cache/files/md5/ab/cdef"])
def test_links_to_the_stores_of_the_repository_are_followed(linked, tmp_path, store, relative):
    folder = linked(tmp_path / store, relative)
    assert "2 rows of ties" in call("check", folder).stdout


def test_links_within_the_folder_are_followed(linked, tmp_path):
    folder = linked(tmp_path / "dataset" / "raw" / "ties-2016.csv")
    assert "2 rows of ties" in call("check", folder).stdout


def test_links_elsewhere_need_a_word(linked, tmp_path):
    folder = linked(tmp_path / "elsewhere" / "ties.csv")
    done = call("check", folder, expect=1)
    assert "leads out of" in done.stdout and "--follow-links" in done.stdout
    assert "2 rows of ties" in call("check", folder, "--follow-links").stdout
    assert rows(call("measure", folder, "-m", "degree", "--format", "csv", "--follow-links").stdout)[0]["degree"] == "2"
    call("score", folder, "--draws", "100", "--follow-links", "--quiet")
    call("score", folder, "--draws", "100", "--quiet", expect=1)
    call("convert", folder, tmp_path / "net.gml", "--follow-links")


def test_a_store_that_leads_out_of_the_repository_is_none(linked, tmp_path):
    """A dataset from a stranger may bring a repository whose store is a link to the reader's own files."""
    outside = tmp_path / "home"
    folder = linked(outside / "secret.csv")
    (folder / ".git" / "annex").mkdir(parents=True)
    (folder / ".git" / "annex" / "objects").symlink_to(outside)
    (folder / "ties.csv").unlink()
    (folder / "ties.csv").symlink_to(".git/annex/objects/secret.csv")
    assert "leads out of" in call("check", folder, expect=1).stdout


def test_a_folder_beside_whose_name_begins_alike_is_elsewhere(linked, tmp_path):
    assert "leads out of" in call("check", linked(tmp_path / "dataset-2" / "ties.csv"), expect=1).stdout


def test_what_was_not_fetched_is_said(linked, tmp_path):
    store = tmp_path / ".git" / "annex" / "objects" / "k" / "k"
    folder = linked(store)
    store.unlink()
    done = call("check", folder, expect=1)
    assert "git annex get" in done.stdout


def test_a_link_to_a_device_is_no_table(linked, tmp_path):
    folder = linked(tmp_path / "dataset" / "raw.csv")
    (folder / "ties.csv").unlink()
    (folder / "ties.csv").symlink_to("/dev/zero")
    assert "not a regular file" in call("check", folder, "--follow-links", expect=1).stdout


# What is only counted


def test_a_hundred_thousand_vertices_without_names(tmp_path):
    file = tmp_path / "net.net"
    file.write_text("*Vertices 100000\n*Arcs\n1 2\n99999 100000\n")
    assert "100000 actors" in call("check", file).stdout
    file.write_text("*Vertices 2000000000\n*Arcs\n1 2\n")
    assert "out-of-range" in call("check", file, expect=1).stdout


def test_the_datasets_are_still_read():
    assert "34 actors" in call("check", DATASETS / "karate").stdout
