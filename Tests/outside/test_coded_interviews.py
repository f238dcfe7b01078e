"""Coded interviews as Taguette and QualCoder keep them: databases, read as they write them."""

import json
import sqlite3
import zipfile

import openpyxl
from conftest import call

CODES = "code,as,id,kind,sphere,directed,layer\nAnna,actor,,,,,\nBruno,acteur,,,,,\nsells,lien,,,,oui,supply\n"


def links(folder, name):
    (folder / "codes.csv").write_text(CODES)
    return json.loads(call("convert", folder / name, "-", "--to", "json", "--codes", folder / "codes.csv").stdout)["links"]


def test_taguettes_pages_are_texts(tmp_path):
    base = sqlite3.connect(tmp_path / "a.sqlite3")
    base.executescript(
        "CREATE TABLE tags(id INTEGER, project_id INTEGER, path TEXT); CREATE TABLE documents(id INTEGER, name TEXT, contents TEXT);"
        "CREATE TABLE highlights(id INTEGER, document_id INTEGER, start_offset INTEGER, end_offset INTEGER, snippet TEXT);"
        "CREATE TABLE highlight_tags(highlight_id INTEGER, tag_id INTEGER);"
        "INSERT INTO tags VALUES(1,1,'Anna'),(2,1,'Bruno'),(3,1,'sells'); INSERT INTO documents VALUES(1,'Talk','<p>Anna &amp; Bruno</p>');"
        "INSERT INTO highlights VALUES(1,1,0,4,'<b>Anna</b>'),(2,1,7,12,'Bruno'),(3,1,0,12,'<b>Anna</b> &amp; Bruno');"
        "INSERT INTO highlight_tags VALUES(1,1),(2,2),(3,3);")
    base.commit()
    assert links(tmp_path, "a.sqlite3") == [{
        "source": "anna", "target": "bruno", "kind": "sells", "layer": "supply", "evidence": "talk:0-12", "note": "Anna & Bruno"}]


def test_qualcoders_places_are_code_points(tmp_path):
    base = sqlite3.connect(tmp_path / "a.sqlite")
    base.executescript(
        "CREATE TABLE code_name(cid INTEGER, name TEXT); CREATE TABLE source(id INTEGER, name TEXT, fulltext TEXT);"
        "CREATE TABLE code_text(cid INTEGER, fid INTEGER, pos0 INTEGER, pos1 INTEGER, seltext TEXT);"
        "INSERT INTO code_name VALUES(1,'Anna'),(2,'Bruno'),(3,'sells'); INSERT INTO source VALUES(1,'one','😀 Anna sells to Bruno.');"
        "INSERT INTO code_text VALUES(1,1,2,6,'Anna'),(2,1,16,21,'Bruno'),(3,1,2,22,'Anna sells to Bruno.');")
    base.commit()
    assert [(tie["source"], tie["target"], tie["evidence"], tie["note"]) for tie in links(tmp_path, "a.sqlite")] == [
        ("anna", "bruno", "one:2-22", "Anna sells to Bruno.")]


def test_how_a_cell_is_read_aloud_is_no_part_of_it(tmp_path):
    book = openpyxl.Workbook()
    for row in [["source", "target"], ["Alix", "Bruno"]]:
        book.active.append(row)
    book.save(tmp_path / "plain.xlsx")
    with zipfile.ZipFile(tmp_path / "plain.xlsx") as old, zipfile.ZipFile(tmp_path / "a.xlsx", "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.endswith("sharedStrings.xml"):
                assert part.count(b"<si><t>Alix</t>") == 1
                part = part.replace(b"<si><t>Alix</t>", b'<si><t>Alix</t><rPh sb="0" eb="1"><t>aloud</t></rPh>')
            new.writestr(name, part)
    net = json.loads(call("convert", tmp_path / "a.xlsx", "-", "--to", "json").stdout)
    assert [node["id"] for node in net["nodes"]] == ["Alix", "Bruno"]
