"""Workbooks as other programs write them, read; and ours, as other programs read them."""

import datetime
import json
import zipfile

import openpyxl
import pandas
import pytest
from conftest import DATASETS, call
from odf import opendocument, table, text


def xlsx(path, **sheets):
    """Writes a workbook: for each sheet its rows, or a function that fills it."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        if callable(rows):
            rows(sheet)
        else:
            for row in rows:
                sheet.append(row)
    book.save(path)
    return path


def ods(path, **sheets):
    """The same through odfpy; a cell is a text, a number, a boolean, a date or nothing."""
    book = opendocument.OpenDocumentSpreadsheet()
    for name, rows in sheets.items():
        sheet = table.Table(name=name)
        for row in rows:
            line = table.TableRow()
            for value in row:
                if isinstance(value, bool):
                    cell = table.TableCell(valuetype="boolean", booleanvalue=str(value).lower())
                elif isinstance(value, (int, float)):
                    cell = table.TableCell(valuetype="float", value=value)
                elif isinstance(value, datetime.date):
                    cell = table.TableCell(valuetype="date", datevalue=value.isoformat())
                else:
                    cell = table.TableCell(valuetype="string") if value is not None else table.TableCell()
                if value is not None:
                    cell.addElement(text.P(text=str(value)))
                line.addElement(cell)
            sheet.addElement(line)
        # As LibreOffice fills a sheet up to its end.
        rest = table.TableRow(numberrowsrepeated=1048000)
        rest.addElement(table.TableCell(numbercolumnsrepeated=16384))
        sheet.addElement(rest)
        book.spreadsheet.addElement(sheet)
    book.save(str(path))
    return path


WRITERS = {"xlsx": xlsx, "ods": ods}


def network(path, *options):
    """The network as node-link JSON: ids, and ties as (source, target, weight)."""
    out = path.parent / "out.json"
    done = call("convert", path, out, *options)
    content = json.loads(out.read_text(encoding="utf-8"))
    ties = content.get("edges", content.get("links"))
    return {
        "nodes": [node["id"] for node in content["nodes"]], "all": content["nodes"], "directed": content["directed"],
        "ties": [(tie["source"], tie["target"], tie.get("weight", 1)) for tie in ties], "rows": ties, "said": done.stderr}


@pytest.mark.parametrize("suffix", WRITERS)
def test_one_sheet_is_a_list_as_its_cells_mean_it(tmp_path, suffix):
    rows = [
        ["De", "Vers", "Poids", "depuis", "vu"],
        ["007", "Bruno", 2.5, datetime.date(2007, 4, 15), True],
        ["Bruno", "Chloé & Cie", 1, datetime.date(2008, 1, 1), False],
    ]
    read = network(WRITERS[suffix](tmp_path / f"liste.{suffix}", Feuille1=rows))
    assert read["nodes"] == ["007", "Bruno", "Chloé & Cie"]
    assert read["ties"] == [("007", "Bruno", 2.5), ("Bruno", "Chloé & Cie", 1)]
    assert [row["since"] for row in read["rows"]] == ["2007-04-15", "2008-01-01"]
    assert [row["vu"] for row in read["rows"]] in (["yes", "no"], [True, False])


@pytest.mark.parametrize("suffix", WRITERS)
def test_a_workbook_with_french_sheets_is_a_dataset(tmp_path, suffix):
    path = WRITERS[suffix](
        tmp_path / f"vallee.{suffix}",
        Acteurs=[["identifiant", "nom", "type", "commune", "effectif"], ["a", "Atelier", "entreprise", "Clair", 12],
                 ["b", "Bureau", "association", "Clair", 3], ["c", "Club", "association", "Loin", None]],
        Liens=[["source", "cible", "type de lien", "montant", "statut"], ["a", "b", "conseil", "12 000 €", "en cours"],
               ["Club", "a", "financement", 500, "terminé"]],
        **{"Événements": [["id", "nom", "type", "date"], ["e", "Foire", "formation", datetime.date(2016, 5, 1)]],
           "Participations": [["acteur", "événement"], ["a", "e"], ["Bureau", "Foire"]], "Notes": [["rien"]]})
    done = call("check", path)
    assert "3 actors, 2 rows of ties, 1 event, 2 participations." in done.stdout
    assert "name-for-id" in done.stdout and "other-sheets" in done.stdout and "no-dataset" in done.stdout
    call("convert", path, tmp_path / "folder")
    ties = (tmp_path / "folder" / "ties.csv").read_text().splitlines()
    assert ties[0].startswith("source,target,kind")
    assert "a,b,conseil" in ties[1] and "12000" in ties[1] and "active" in ties[1]
    assert "c,a,financement" in ties[2] and "past" in ties[2]
    assert "a,Atelier" in (tmp_path / "folder" / "actors.csv").read_text()


@pytest.mark.parametrize("suffix", WRITERS)
def test_nodes_and_edges_of_gephi(tmp_path, suffix):
    path = WRITERS[suffix](
        tmp_path / f"gephi.{suffix}", nodes=[["Id", "Label", "Group"], [1, "Alix", "x"], [2, "Bruno", "y"], [3, "Chloé", "x"]],
        edges=[["Source", "Target", "Type", "Weight"], [1, 2, "Directed", 2], [2, 3, "Undirected", 1]])
    read = network(path)
    assert read["nodes"] == ["1", "2", "3"] and read["ties"] == [("1", "2", 2), ("2", "3", 1)]
    assert [node["name"] for node in read["all"]] == ["Alix", "Bruno", "Chloé"]
    assert [node["Group"] for node in read["all"]] == ["x", "y", "x"]


@pytest.mark.parametrize("suffix", WRITERS)
def test_a_matrix_in_a_sheet(tmp_path, suffix):
    rows = [["Conseils reçus de"], [], [None, "Alix", "Bruno", "Chloé"], ["Alix", None, 1, 0], ["Bruno", 1, None, 2], ["Chloé", 0, 0, None]]
    read = network(WRITERS[suffix](tmp_path / f"matrice.{suffix}", M=rows))
    assert read["nodes"] == ["Alix", "Bruno", "Chloé"] and read["directed"]
    assert sorted(read["ties"]) == [("Alix", "Bruno", 1), ("Bruno", "Alix", 1), ("Bruno", "Chloé", 2)]


def test_which_sheet_is_asked_where_nothing_tells(tmp_path):
    rows = [["source", "target"], ["a", "b"]]
    path = xlsx(tmp_path / "two.xlsx", First=rows, Second=[["source", "target"], ["c", "d"]])
    done = call("check", path, expect=1)
    assert "several-sheets" in done.stdout and "First, Second" in done.stdout and "--sheet" in done.stdout
    assert network(path, "--sheet", "second")["nodes"] == ["c", "d"]
    done = call("check", path, "--sheet", "Frist", expect=1)
    assert 'Did you mean "First"' in done.stdout
    call("check", DATASETS / "kite", "--sheet", "x", expect=2)
    # One list beside a sheet that is none.
    path = xlsx(tmp_path / "one.xlsx", Lisez=[["Ce classeur …"]], Relations2024=rows)
    assert network(path)["nodes"] == ["a", "b"]
    assert "chosen-sheet" in call("check", path).stdout


def test_dates_mean_what_their_format_shows(tmp_path):
    def fill(sheet):
        sheet.append(["source", "target", "since", "until"])
        for row, (code, value) in enumerate([
                ("dd/mm/yyyy", 39187), ("mmm-yy", 39173), ("yyyy", 39083), ('[$-40C]d mmmm yyyy;@', 60.5 + 39126.5)], start=2):
            sheet.append([f"a{row}", "b", value, 50000])
            sheet.cell(row, 3).number_format = code
            sheet.cell(row, 4).number_format = "yyyy-mm-dd"
    read = network(xlsx(tmp_path / "dates.xlsx", S=fill))
    assert [row["since"] for row in read["rows"]] == ["2007-04-15", "2007-04", "2007", "2007-04-15"]
    assert {row["until"] for row in read["rows"]} == {"2036-11-21"}


def test_the_system_of_1904(tmp_path):
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.active.append(["source", "target", "since"])
    book.active.append(["a", "b", datetime.date(2007, 4, 15)])
    book.save(tmp_path / "mac.xlsx")
    assert network(tmp_path / "mac.xlsx")["rows"][0]["since"] == "2007-04-15"


def test_codes_filled_up_with_zeros_stay_codes(tmp_path):
    def fill(sheet):
        sheet.append(["source", "target"])
        sheet.append([1000, "Bourg"])
        sheet.cell(2, 1).number_format = "00000"
    assert network(xlsx(tmp_path / "codes.xlsx", S=fill))["nodes"] == ["01000", "Bourg"]


FODS = """<?xml version="1.0"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:body><office:spreadsheet><table:table table:name="S">ROWS</table:table></office:spreadsheet></office:body></office:document>"""


def test_repeated_rows_and_cells_and_codes_of_a_spreadsheet_stay_what_they_are(tmp_path):
    cell = lambda text, more="": f'<table:table-cell office:value-type="string" {more}><text:p>{text}</text:p></table:table-cell>'
    code = lambda value, text: f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{text}</text:p></table:table-cell>'
    row = lambda *cells, more="": f"<table:table-row {more}>{''.join(cells)}</table:table-row>"
    repeat = 'table:number-columns-repeated="2"'
    (tmp_path / "a.fods").write_text(FODS.replace("ROWS", "".join([
        row(cell("source"), cell("target"), cell("weight"), cell("vu"), cell("revu")),
        row(code(1000, "01000"), code(2.5, "2,50"), code(2, "2"), cell("oui", repeat)),
        row(cell("Alix"), cell("Bruno"), code(3, "3"), cell("non"), more='table:number-rows-repeated="2"'),
        row(cell("", 'table:number-columns-repeated="16384"'), more='table:number-rows-repeated="1048000"')])))
    read = network(tmp_path / "a.fods")
    assert read["ties"] == [("01000", "2.5", 2), ("Alix", "Bruno", 3), ("Alix", "Bruno", 3)]
    assert [(row.get("vu"), row.get("revu")) for row in read["rows"]] == [("oui", "oui"), ("non", None), ("non", None)]
    assert "duplicate-tie" in read["said"]


def test_merged_cells_titles_and_totals_are_said(tmp_path):
    def fill(sheet):
        sheet.append(["Liens du territoire, 2016"])
        sheet.merge_cells("A1:C1")
        sheet.append([])
        sheet.append(["source", "target", "poids"])
        sheet.append(["Alix", "Bruno", 2])
        sheet.append([None, "Chloé", 3])
        sheet.merge_cells("A4:A5")
        sheet.append(["Bruno", "Chloé", 1])
        sheet.append([])
        sheet.append(["Total", None, 6])
    path = xlsx(tmp_path / "merged.xlsx", S=fill)
    assert network(path)["ties"] == [("Alix", "Bruno", 2), ("Alix", "Chloé", 3), ("Bruno", "Chloé", 1)]
    said = call("check", path).stdout
    assert all(code in said for code in ("merged-cells", "header-below", "total-row"))


def test_formulas_are_read_and_never_run(tmp_path):
    path = xlsx(tmp_path / "formula.xlsx", S=[["source", "target", "weight"], ["a", "b", "=1+1"]])
    assert "formula-without-value" in call("check", path, expect=1).stdout
    # With the value that a spreadsheet program stored.
    broken = tmp_path / "stored.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith("sheet1.xml"):
                content = content.replace(b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>").replace(b"<f>1+1</f><v />", b"<f>1+1</f><v>2</v>")
                assert b"<v>2</v>" in content
            new.writestr(name, content)
    assert network(broken)["ties"] == [("a", "b", 2)]


def archive(path, **parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return path


BOOK = '<workbook><sheets><sheet name="S" sheetId="1" r:id="r1" xmlns:r="r"/></sheets></workbook>'
RELATIONS = '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="s.xml"/></Relationships>'
ENTITY = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>'


def hand_made(path, sheet):
    return archive(path, **{"xl/workbook.xml": BOOK, "xl/_rels/workbook.xml.rels": RELATIONS, "xl/s.xml": sheet})


@pytest.mark.parametrize("name, sheet", [
    ("entities", ENTITY),
    ("a bomb", "<worksheet><sheetData>" + " " * 40_000_000 + "</sheetData></worksheet>"),
    ("depth", "<worksheet>" + "<a>" * 5000),
    ("a far cell", '<worksheet><sheetData><row r="99999999"><c r="A1"><v>1</v></c></row></sheetData></worksheet>'),
    ("a far column", '<worksheet><sheetData><row r="1"><c r="ZZZZ1"><v>1</v></c></row></sheetData></worksheet>'),
    ("rows out of order", '<worksheet><sheetData><row r="5"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row></sheetData></worksheet>'),
    ("no such text", '<worksheet><sheetData><row><c t="s"><v>7</v></c></row></sheetData></worksheet>'),
    ("cut", "<worksheet><sheetData><row><c><v>1"),
])
def test_hostile_sheets_end_in_findings(tmp_path, name, sheet):
    done = call("check", hand_made(tmp_path / "bad.xlsx", sheet), expect=1)
    assert done.stdout.startswith("error"), name


def test_hostile_archives_end_in_findings(tmp_path):
    rows = '<worksheet><sheetData><row><c t="inlineStr"><is><t>a</t></is></c><c t="inlineStr"><is><t>b</t></is></c></row></sheetData></worksheet>'
    good = hand_made(tmp_path / "good.xlsx", rows)
    assert network(good)["nodes"] == ["a", "b"]
    whole = good.read_bytes()
    (tmp_path / "cut.xlsx").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "old.xlsx").write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    (tmp_path / "text.xlsx").write_text("source,target\na,b\n")
    archive(tmp_path / "out.xlsx", **{"../../evil": "x", "xl/workbook.xml": BOOK})
    with pytest.warns(UserWarning), zipfile.ZipFile(tmp_path / "twice.xlsx", "w") as made:
        made.writestr("xl/workbook.xml", BOOK)
        made.writestr("xl/workbook.xml", BOOK)
    archive(tmp_path / "many.xlsx", **{f"f{place}": "" for place in range(10_001)})
    codes = {
        "cut": "bad-archive", "old": "encrypted", "text": "bad-workbook", "out": "refused-archive", "twice": "refused-archive",
        "many": "refused-archive"}
    for name, code in codes.items():
        assert code in call("check", tmp_path / f"{name}.xlsx", expect=1).stdout, name


def test_pandas_reads_ours_and_a_text_stays_a_text(tmp_path):
    folder = tmp_path / "d"
    (folder).mkdir()
    (folder / "actors.csv").write_text("id,name,size\n007,=1+1,12.5\nb,'@x,\n", encoding="utf-8")
    (folder / "ties.csv").write_text("source,target,kind,weight\n007,b,x,0.5\n", encoding="utf-8")
    call("convert", folder, tmp_path / "d.xlsx")
    read = pandas.read_excel(tmp_path / "d.xlsx", sheet_name=None, dtype={"id": str, "source": str})
    assert list(read["actors"]["id"]) == ["007", "b"] and list(read["actors"]["name"]) == ["=1+1", "'@x"]
    assert list(read["actors"]["size"])[0] == 12.5 and list(read["ties"]["weight"]) == [0.5]
    cells = openpyxl.load_workbook(tmp_path / "d.xlsx")["actors"]
    assert cells["A2"].data_type == "s" and cells["B2"].data_type == "s" and cells["C2"].data_type == "n"
    again = network(tmp_path / "d.xlsx")
    assert again["nodes"] == ["007", "b"] and again["ties"] == [("007", "b", 0.5)]


def test_the_dataset_of_romans_survives_a_workbook(tmp_path):
    call("convert", DATASETS / "romans-2016", tmp_path / "romans.xlsx")
    call("convert", tmp_path / "romans.xlsx", tmp_path / "romans")
    call("convert", DATASETS / "romans-2016", tmp_path / "direct")
    names = sorted(path.name for path in (tmp_path / "direct").glob("*.csv"))
    assert len(names) >= 7 and names == sorted(path.name for path in (tmp_path / "romans").glob("*.csv"))
    for name in names:
        assert (tmp_path / "direct" / name).read_bytes() == (tmp_path / "romans" / name).read_bytes(), name
    first = (tmp_path / "romans.xlsx").read_bytes()
    (tmp_path / "romans.xlsx").unlink()
    call("convert", DATASETS / "romans-2016", tmp_path / "romans.xlsx")
    assert (tmp_path / "romans.xlsx").read_bytes() == first


def test_tables_of_measures_are_sheets(tmp_path):
    out = tmp_path / "kite.xlsx"
    call("measure", DATASETS / "kite", "-m", "degree,density", "--format", "xlsx", "-o", out)
    sheets = pandas.read_excel(out, sheet_name=None)
    assert len(sheets) == 2 and any("degree" in sheet for sheet in sheets.values())
    assert "-o" in call("measure", DATASETS / "kite", "--format", "xlsx", expect=2).stderr


def test_a_new_workbook_is_filled_and_read(tmp_path):
    path = tmp_path / "vallee.xlsx"
    call("init", path, "--lang", "fr", "--territory", "Val Clair", "--date", "05/2016", "--inside", "Clair; Hautval")
    book = openpyxl.load_workbook(path)
    assert book.sheetnames[0] == "territory" and book["territory"]["A2"].value == "territoire"
    book["sources"].append(["s", "Une source"])
    book["actors"].append(["a", "Atelier", "firm", None, "Clair"])
    book["actors"].append(["b", "Banque", "funder", None, "Loin"])
    book["ties"].append(["b", "a", "financement"])
    book.save(path)
    done = call("check", path)
    assert "0 errors" in done.stdout and "2 actors, 1 row of ties" in done.stdout
    call("convert", path, tmp_path / "folder")
    package = json.loads((tmp_path / "folder" / "datapackage.json").read_text())
    assert package["milieu"]["territory"]["name"] == "Val Clair" and package["milieu"]["reference_date"] == "2016-05"
    assert package["milieu"]["perimeters"][0]["places"] == ["Clair", "Hautval"]
    call("init", path, expect=3)
