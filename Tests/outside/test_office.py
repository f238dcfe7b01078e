"""Tables for a spreadsheet and a word processor: what a program other than ours makes of them."""

import csv
import html
import io
import re
import subprocess
import zipfile

import openpyxl
import pytest

from conftest import DATASETS, call, rows

KITE = DATASETS / "kite"
SEEN = DATASETS / "archetypes" / "innovative_milieu"


def french(text):
    """The rows as a spreadsheet in French reads them: its separator, its decimal mark, its words for yes and no."""
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:]), delimiter=";"))


def test_french_csv_has_the_same_numbers_with_decimal_commas():
    plain = rows(call("measure", KITE, "-m", "degree,betweenness", "--format", "csv").stdout)
    ours = french(call("measure", KITE, "-m", "degree,betweenness", "--csv", "french").stdout)
    assert [row["id"] for row in ours] == [row["id"] for row in plain] and len(ours) == 10
    assert any("," in row["betweenness"] for row in ours)
    for one, other in zip(ours, plain):
        assert "." not in one["betweenness"]
        assert float(one["betweenness"].replace(",", ".")) == float(other["betweenness"])


def test_french_csv_says_yes_and_no_in_french_and_leaves_the_unknown_empty(tmp_path):
    (tmp_path / "e.csv").write_text("source,target\na,b\nb,c\nc,a\nc,d\n")
    bridges = french(call("measure", tmp_path / "e.csv", "-m", "bridge", "--csv", "french").stdout)
    assert {row["bridge"] for row in bridges} == {"VRAI", "FAUX"}
    values = french(call("measure", tmp_path / "e.csv", "-m", "clustering", "--csv", "french").stdout)
    assert [row["clustering"] for row in values if row["id"] == "d"] == [""]


def test_french_csv_guards_formulas_and_quotes_what_separates(dataset):
    folder = dataset(actors__csv='id,name,kind\na,=1+1,firm\nb,"B; b, ""x""",firm\nc,-C,fund\n')
    names = [row["name"] for row in french(call("measure", folder, "-m", "degree", "--csv", "french").stdout)]
    assert names == ["'=1+1", 'B; b, "x"', "'-C"]
    raw = [row["name"] for row in french(call("measure", folder, "-m", "degree", "--csv", "french", "--raw-cells").stdout)]
    assert raw == ["=1+1", 'B; b, "x"', "-C"]


def test_milieu_reads_its_french_csv_back(tmp_path):
    (tmp_path / "e.csv").write_text("source,target,kind,weight\na,b,x,1.5\nb,c,x,2.25\n")
    ties = call("measure", tmp_path / "e.csv", "-m", "edge_betweenness", "--csv", "french").stdout
    (tmp_path / "back.csv").write_text(ties, encoding="utf-8")
    told = call("measure", tmp_path / "back.csv", "-m", "degree", "--format", "csv").stdout
    assert [row["degree"] for row in rows(told)] == ["1", "2", "1"]


@pytest.mark.parametrize("words, status", [
    (["--csv", "french", "--format", "json"], 2), (["--csv", "german"], 2), (["--csv", "standard"], 0),
    (["--csv", "french", "--format", "csv"], 0)])
def test_csv_for_whom_is_about_csv(words, status):
    done = call("measure", KITE, "-m", "degree", *words, expect=status)
    assert (done.stdout == "") == (status == 2)
    if words == ["--csv", "standard"]:
        assert done.stdout == call("measure", KITE, "-m", "degree", "--format", "csv").stdout


def test_a_workbook_has_the_numbers_and_texts_that_stay_texts(dataset, tmp_path):
    folder = dataset(actors__csv="id,name,kind\n007,=1+1,firm\nb,B,firm\nc,C,fund\n",
                     ties__csv="source,target,kind,evidence\n007,b,works_with,s:1\nc,007,funds,s:2\n")
    call("measure", folder, "-m", "degree,constraint", "--format", "xlsx", "-o", tmp_path / "t.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx").worksheets[0]
    assert [cell.value for cell in sheet[1]] == ["id", "name", "degree", "constraint"]
    assert [cell.value for cell in sheet[2]][:3] == ["007", "=1+1", 2] and sheet["B2"].data_type == "s"


def test_pandoc_makes_a_document_of_the_markdown(tmp_path):
    text = call("measure", KITE, "-m", "degree,betweenness", "--format", "markdown", "--lang", "fr").stdout
    (tmp_path / "t.md").write_text(text, encoding="utf-8")
    subprocess.run(["pandoc", "-f", "markdown", tmp_path / "t.md", "-o", tmp_path / "t.docx"], check=True)
    document = zipfile.ZipFile(tmp_path / "t.docx").read("word/document.xml").decode()
    assert document.count("<w:tr>") + document.count("<w:tr ") == 11 and "intermédiarité" in document
    assert "Diane" in document and "3,667" in document


def test_findings_are_a_table_with_a_row_for_each(dataset, tmp_path):
    folder = dataset(ties__csv="source,target,kind,evidence\na,zz,works_with,s:1\na,yy,works_with,s:1\n")
    found = rows(call("check", folder, "--format", "csv", expect=1).stdout)
    errors = [row for row in found if row["severity"] == "error"]
    assert [(row["code"], row["line"], row["column"]) for row in errors] == [("unknown-id", "2", "target"), ("unknown-id", "3", "target")]
    assert all(row["file"].endswith("ties.csv") and row["message"] and row["remedy"] and row["count"] == "1" for row in errors)
    order = [row["severity"] for row in found]
    assert order == sorted(order, key=["error", "warning", "note"].index)
    assert {row["severity"] for row in rows(call("check", folder, "--format", "csv", "--only", "error", expect=1).stdout)} == {"error"}
    call("check", folder, "--format", "xlsx", "-o", tmp_path / "f.xlsx", expect=1)
    assert openpyxl.load_workbook(tmp_path / "f.xlsx").worksheets[0].max_row == len(found) + 1


def test_findings_for_the_eye_go_to_a_file_without_styles(tmp_path):
    told = call("check", DATASETS / "romans-2016").stdout
    call("check", DATASETS / "romans-2016", "-o", tmp_path / "f.txt")
    assert (tmp_path / "f.txt").read_text() == told and "\x1b" not in told


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_short_report_has_what_one_reads_and_not_what_one_looks_up(tmp_path, language):
    sections = {}
    for name, words in [("whole", []), ("short", ["--short"])]:
        page = tmp_path / f"{name}.html"
        call("report", SEEN, "-o", page, "--lang", language, "--draws", 100, "--nulls", 0, *words)
        sections[name] = page.read_text(encoding="utf-8")
    found = {name: set(re.findall(r'<section id="(\w+)"', text)) for name, text in sections.items()}
    assert found["short"] == {"summary", "network", "score", "actors", "evidence", "provenance"}
    assert found["whole"] - found["short"] == {"ties", "events", "measures", "methods"}
    for name, text in sections.items():
        assert set(re.findall(r'<a href="#(\w+)">', text.split("</nav>")[0])) - {"main"} == found[name]
    table = re.search(r'<table id="table-actors">.*?</table>', sections["short"], re.S).group(0)
    names = re.findall(r'<th scope="row"[^>]*>(.*?)</th>', table)
    degrees = rows(call("measure", SEEN, "-m", "degree", "--top", 15, "--format", "csv").stdout)
    assert [html.unescape(name) for name in names] == [row["name"] for row in degrees]
    assert ("rapport court" if language == "fr" else "short report") in sections["short"]
