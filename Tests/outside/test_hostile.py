"""A dataset whose every text is markup of some language: in no output is any of it more than text.

Nothing in it does harm: what it would run sets a variable of a page or makes an empty file called PWNED.
"""

import ast
import csv
import html.parser
import io
import json
import os
import pathlib
import pty
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree
import zipfile

import frictionless
import markdown_it
import nbformat
import openpyxl
import pandas
import pytest
import yaml
from conftest import DATASETS, PROGRAM, ROOT, call

sys.path.insert(0, str(ROOT / "Scripts"))
run_notebooks = __import__("run-notebooks")

PAYLOADS = [
    "R `r file.create(\"PWNED\") #` and ``` and `{r} file.create(\"PWNED\")`",
    "HTML </script><script>window.pwned=1</script><img src=x onerror=\"window.pwned=1\"> &lt; &amp;",
    "\"\u0301 onmouseover=window.pwned=1 x='\u0301",
    "MD [x](http://e.invalid) ![y](http://e.invalid/p.png) *b* _i_ {onclick=\"window.pwned=1\"} @freeman1979 $\\input{x}$ <!-- | ~~~",
    "---\ntitle: !!python/object/apply:os.system [\"touch PWNED\"] # &a *a",
    "PY \"\"\" + str(open(\"PWNED\", \"w\")) + ''' {0} %s",
    "TEX \\input{/etc/hostname} \\immediate\\write18{touch PWNED} ^^5cend{document} % } { $ & # _ ~ \\\\ \\\u0301x",
    "BIB } , note = { x }, @comment{ y",
    "DOT \"]; x [URL=\"http://e.invalid\", image=\"/etc/hostname\"]; \\N \\G \\l <b>",
    "=HYPERLINK(\"http://e.invalid\";\"x\")", "+1+cmd|' /C calc'!A0", "@SUM(1)", "-2+3", "\t=1+1", "'=1",
    "{{title}} {{{data}}} {{> page}}",
    "Letters e\u0301 ế Αθήνα Дом 中文 مرحبا 👩\u200d🌾 σ\u202etxt.exe",
    "\u009b31m \u2066x\u2069 \u200f",
]
TITLE = "T " + " ".join(PAYLOADS)


def turned(place):
    """A payload for each place, so that every column holds every payload in some row."""
    return PAYLOADS[place % len(PAYLOADS)]


def table(path, header, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile") / "dataset"
    folder.mkdir()
    count = len(PAYLOADS)
    table(folder / "sources.csv", ["id", "citation", "url", "date"], [["s", turned(0), turned(1), "2016"], ["t", turned(3), turned(4), ""]])
    table(folder / "actor-kinds.csv", ["kind", "name_fr", "name_en", "sphere"], [
        [f"{turned(place)} k", turned(place + 1), turned(place + 2), sphere]
        for place, sphere in enumerate(["economy", "finance", "knowledge", "social", "public", "citizen"])])
    table(folder / "tie-kinds.csv", ["kind", "name_fr", "name_en", "directed", "layer", "weight_means"], [
        [f"{turned(place + 6)} t", turned(place + 7), turned(place + 8), directed, layer, "strength"]
        for place, (directed, layer) in enumerate([("no", "cooperation"), ("yes", "knowledge"), ("yes", "finance"), ("no", "governance")])])
    table(folder / "event-kinds.csv", ["kind", "name_fr", "name_en", "layer", "pooled"], [
        [f"{turned(3)} e", turned(4), turned(5), "cooperation", "no"], [f"{turned(9)} e", turned(10), turned(11), "cooperation", "yes"]])
    header = ["id", "name", "kind", "sector", "place", "collective", "members", "parent", "note", "evidence", "=own", "`r 1`", "<b>"]
    table(folder / "actors.csv", header, [
        [f"{turned(place)} {place}", turned(place + 1), f"{turned(place % 6)} k", turned(place + 2), turned(place + 3),
         "yes" if place == 4 else "", "3" if place == 4 else "", "", turned(place + 4), "s:" + turned(place + 5)[:20].replace(";", ","),
         turned(place + 6), turned(place + 7), turned(place + 8)] for place in range(count)])

    def actor(place):
        return f"{turned(place)} {place % count}"

    table(folder / "ties.csv", ["source", "target", "kind", "weight", "status", "since", "confidence", "fact", "evidence", "note", "@own"], [
        [actor(place % count), actor((place * 5 + 1) % count), f"{turned(place % 4 + 6)} t", "2", "active", "2012", "0.8", f"{turned(place)} {place}",
         "t:" + turned(place + 2)[:20].replace(";", ","), turned(place + 3), turned(place + 4)] for place in range(2 * count)])
    table(folder / "events.csv", ["id", "name", "kind", "date", "place", "evidence", "note"], [
        [f"{turned(place)} ev", turned(place + 1), f"{turned(3 if place % 2 else 9)} e", "2014", turned(place + 3), "s", turned(place + 5)]
        for place in range(6)])
    table(folder / "participation.csv", ["actor", "event", "role", "evidence"], [
        [actor(place), f"{turned(place % 6)} ev", turned(place + 2), "s"] for place in range(count)])
    perimeters = [{"id": "here", "name_en": turned(1), "name_fr": turned(6), "places": [turned(place) for place in range(0, count, 2)], "default": True}]
    package = {
        "name": "hostile", "title": TITLE, "version": turned(4), "licenses": [{"name": turned(1)}, {"name": turned(6)}],
        "contributors": [{"title": text} for text in PAYLOADS],
        "milieu": {"territory": {"name": turned(1) + TITLE}, "reference_date": "2016", "perimeters": perimeters,
                   "surveyed": ["cooperation", "knowledge", "finance", "events"]}}
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    call("check", folder)
    return folder


@pytest.fixture(scope="module")
def export(hostile, tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile-export") / "out"
    call("export", hostile, "-o", folder)
    return folder


def spaced(text):
    """A text as one line: no controls, no marks of direction, one space where there are several."""
    text = re.sub("[\x00-\x1f\x7f-\x9f\u2028\u2029]", " ", text)
    return " ".join(re.sub("[\u202a-\u202e\u2066-\u2069]", "", text).split())


class Page(html.parser.HTMLParser):
    """The elements, attributes and text of a page."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes, self.texts = set(), set(), []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.attributes |= {f"{tag} {name}" for name, _ in attributes}

    def handle_data(self, data):
        self.texts.append(data)

    @property
    def text(self):
        return spaced("".join(self.texts))


MARKDOWN = markdown_it.MarkdownIt("commonmark").enable("table")
# What knitr looks for in a line, wherever it stands.
KNITR = re.compile(r"`r[ #]([^`]+)\s*`")
HARMLESS = {"h1", "h2", "h3", "p", "ul", "li", "em", "strong", "code", "table", "thead", "tbody", "tr", "th", "td", "br"}


# Words in Markdown.

PAGES = ["README.md", "codebook.en.md", "codebook.fr.md", "methods.en.md", "methods.fr.md"]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_export_holds_text_alone(export, name):
    source = (export / name).read_text(encoding="utf-8")
    assert not KNITR.search(source) and not re.search(r"`\{r\}", source)
    # Formulas are Milieu's own.
    page = Page(MARKDOWN.render(re.sub(r"(?<!\\)\$\$?(?:[^$\\\n]|\\.)+\$\$?", "", source)))
    assert page.tags <= HARMLESS and page.attributes <= {"th style", "td style"}
    assert spaced(TITLE) in page.text
    # Pandoc takes a minute for a codebook: it gets the head of each page, and all that holds texts of the dataset.
    foreign = "\n\n".join(part for part in source.split("\n\n") if part.startswith("# ") or "hostile" in part or "MD" in part)

    def pandoc(to):
        return subprocess.run(["pandoc", "-f", "markdown-smart", "-t", to, "--wrap=none"], input=foreign, capture_output=True, check=True, text=True).stdout

    kinds = set(re.findall(r'"t":"(\w+)"', pandoc("json")))
    assert not kinds & {"RawInline", "RawBlock", "Link", "Image", "Note", "Superscript", "Subscript", "Strikeout"}, kinds
    plain = Page(pandoc("html"))
    assert plain.tags <= HARMLESS | {"colgroup", "col", "span"} and not any(" on" in name for name in plain.attributes)
    assert spaced(TITLE) in plain.text


def test_tables_in_markdown_hold_text_alone(hostile):
    for arguments in [("measure",), ("score", "--table", "leverage", "--draws", "20", "--nulls", "0")]:
        text = call(*arguments[:1], hostile, *arguments[1:], "--format", "markdown", "--quiet").stdout
        page = Page(MARKDOWN.render(text))
        assert page.tags <= HARMLESS, page.tags
        cells = {len(re.findall(r"(?<!\\)\|", line)) for line in text.splitlines() if line.startswith("|")}
        assert len(cells) == 1


# YAML, R Markdown, Jupyter, Python.

@pytest.mark.parametrize("language", ["en", "fr"])
def test_r_markdown_runs_nothing_of_the_data(export, language, tmp_path):
    source = (export / f"notebook.{language}.Rmd").read_text(encoding="utf-8")
    outside = re.sub(r"(?m)^```\{r\}\n.*?^```$", "", source, flags=re.S)
    assert not KNITR.search(outside) and "`" not in outside.split("---")[1]
    header = yaml.safe_load(source.split("\n---\n")[0].removeprefix("---\n"))
    assert set(header) == {"title", "output", "bibliography"}
    assert Page(MARKDOWN.render(header["title"])).text == spaced(TITLE)
    work = tmp_path / "export"
    shutil.copytree(export, work)
    script = f'knitr::knit("notebook.{language}.Rmd", output = "out.md", quiet = TRUE, envir = new.env())'
    subprocess.run(["Rscript", "-e", script], cwd=work, check=True, capture_output=True, timeout=120)
    done = subprocess.run(
        ["pandoc", "-f", "markdown-smart", "-t", "html", "--standalone", "out.md"], cwd=work, check=True, capture_output=True, text=True)
    page = Page(done.stdout)
    assert "script" not in page.tags and not any(" on" in name for name in page.attributes)
    assert spaced(TITLE) in page.text
    assert not list(tmp_path.rglob("PWNED*"))


def test_notebooks_hold_the_program_of_any_other_export(export):
    # Made by the program that is tested, or another test fails.
    example = ROOT / "notebooks-export" / "romans-2016"
    for language in ("en", "fr"):
        ours, plain = (nbformat.read(folder / f"notebook.{language}.ipynb", as_version=4) for folder in (export, example))
        nbformat.validate(ours)
        code = [[cell.source for cell in book.cells if cell.cell_type == "code"] for book in (ours, plain)]
        assert set(code[0]) <= set(code[1]), "no text of the data stands in code"
        for source in code[0]:
            ast.parse(source.replace("%matplotlib inline", ""))
        pages = [Page(MARKDOWN.render(cell.source)) for cell in ours.cells if cell.cell_type == "markdown"]
        assert all(page.tags <= HARMLESS for page in pages)
        assert pages[0].text.startswith(spaced(TITLE))
    for name in ("load.py", "load.R"):
        assert (export / name).read_bytes() == (example / name).read_bytes()


def test_the_citation_file_is_the_dataset(export):
    read = yaml.safe_load((export / "CITATION.cff").read_text(encoding="utf-8"))
    assert read["title"] == TITLE and read["version"] == turned(4)
    assert [author["name"] for author in read["authors"]] == PAYLOADS


# Tables.

def rows_of(hostile):
    """The actors as Milieu reads them: without spaces at the ends of a cell."""
    return pandas.read_csv(hostile / "actors.csv", dtype=str, keep_default_na=False).map(str.strip)


def test_no_cell_is_a_formula_and_every_text_comes_back(hostile, export, tmp_path):
    for path in export.glob("*.csv"):
        for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")):
            for cell in row:
                start = cell.lstrip(" \ufeff\u00a0")[:1]
                assert start not in ("=", "+", "-", "@", "\t", "\r", "＝") or re.fullmatch(r"-?[\d.]+(e-?\d+)?", cell), (path.name, cell)
    script = "import json; from load import tables; a = tables['actors']; print(json.dumps([list(a['id']), list(a['name']), list(a['=own']), list(a.columns)]))"
    done = subprocess.run([sys.executable, "-c", script], cwd=export, capture_output=True, text=True, check=True)
    ids, names, own, columns = json.loads(done.stdout)
    given = rows_of(hostile)
    assert (ids, names, own) == (list(given["id"]), list(given["name"]), list(given["=own"]))
    assert {"=own", "`r 1`", "<b>"} <= set(columns)
    script = 'source("load.R"); a <- tables$actors; f <- file("OUT", "w", encoding = "UTF-8"); writeLines(c(a$id, a$name, a[["=own"]]), f, sep = "\\r"); close(f)'
    subprocess.run(["Rscript", "-e", script.replace("OUT", str(tmp_path / "r.txt"))], cwd=export, check=True, capture_output=True,
                   env={**os.environ, "LC_ALL": "C.UTF-8"})
    assert (tmp_path / "r.txt").read_bytes().decode("utf-8").removesuffix("\r").split("\r") == ids + names + own
    assert frictionless.validate(str(export / "datapackage.json"), limit_errors=5).valid


@pytest.mark.parametrize("arguments", [("convert",), ("measure", "--format", "xlsx", "-o"), ("score", "--draws", "20", "--nulls", "0", "--format", "xlsx", "-o")],
                         ids=lambda arguments: arguments[0])
def test_no_cell_of_a_workbook_is_a_formula(hostile, arguments, tmp_path):
    file = tmp_path / "x.xlsx"
    call(arguments[0], hostile, *arguments[1:], file, "--quiet")
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, part in parts.items():
        tags = {element.tag.split("}")[-1] for element in xml.etree.ElementTree.fromstring(part).iter()}
        assert not tags & {"f", "hyperlink", "externalReference", "oleObject"}, name
        assert not name.lower().endswith((".bin", ".vml")) and b'TargetMode="External"' not in part
    cells = [cell for sheet in openpyxl.load_workbook(file) for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    if arguments[0] == "convert":
        # Carriage returns and controls that XML cannot hold are no part of a cell; all else is as it was.
        assert {turned(9), turned(10), turned(11), turned(12)} <= {cell.value for cell in cells}


def test_cells_are_raw_where_asked_and_our_own_tables_are_never_changed(hostile, tmp_path):
    call("export", hostile, "-o", tmp_path / "raw", "--raw-cells", "--quiet")
    given = rows_of(hostile)
    raw = pandas.read_csv(tmp_path / "raw" / "actors.csv", dtype=str, keep_default_na=False)
    assert list(raw["name"]) == list(given["name"]) and list(raw["=own"]) == list(given["=own"])
    script = "from load import tables; print(list(tables['actors']['name']) == " + repr(list(given["name"])) + ")"
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path / "raw", capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True"
    assert frictionless.validate(str(tmp_path / "raw" / "datapackage.json"), limit_errors=5).valid
    for flag, wanted in [((), "'" + turned(9)), (("--raw-cells",), turned(9))]:
        text = call("measure", hostile, "-m", "degree", "--format", "csv", "--quiet", *flag).stdout
        assert wanted in [row["name"] for row in csv.DictReader(io.StringIO(text, newline=""))]
    assert "--format csv" in call("measure", hostile, "--raw-cells", expect=2).stderr
    call("convert", hostile, tmp_path / "again", "--quiet")
    again = pandas.read_csv(tmp_path / "again" / "actors.csv", dtype=str, keep_default_na=False)
    assert [list(again[name]) for name in ("id", "name", "=own")] == [list(given[name]) for name in ("id", "name", "=own")]


# LaTeX and BibTeX.

@pytest.mark.parametrize("program", ["pdflatex", "lualatex"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_latex_sets_the_texts_and_runs_none(export, program, language, tmp_path):
    done = subprocess.run(
        [program, "-interaction=nonstopmode", "-halt-on-error", f"-output-directory={tmp_path}", f"all.{language}.tex"],
        cwd=export / "latex", capture_output=True, timeout=300)
    log = done.stdout.decode("utf-8", "replace")
    assert done.returncode == 0, log[-3000:]
    assert "runsystem" not in log and "(/etc/hostname" not in log and not list(tmp_path.rglob("PWNED*"))
    text = subprocess.run(["pdftotext", tmp_path / f"all.{language}.pdf", "-"], capture_output=True, text=True, check=True).stdout
    # Long words are broken.
    flat = re.sub(r"[\s-]|\u00ad", "", text)
    assert "\\immediate\\write18{touchPWNED}" in flat and "\\input{/etc/hostname}" in flat
    assert ("Aboxstands" if language == "en" else "Uncadretient") in flat, "what cannot be set is said"
    assert "No font here has the letters" in log.replace("\n", "")
    if program == "lualatex":
        assert "Αθήνα" in flat and "Дом" in flat and "ế" in flat


def test_the_citation_of_a_report_is_one_entry(hostile, tmp_path, browser):
    report = tmp_path / "r.html"
    call("report", hostile, "-o", report, "--draws", "20", "--nulls", "0", "--quiet")
    page = browser.new_page()
    page.goto(report.as_uri())
    entry = page.locator("pre").first.text_content()
    page.close()
    depth = 0
    for place, sign in enumerate(entry):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth > 0 or place < entry.index("{") or place == len(entry) - 1
    (tmp_path / "x.bib").write_text(entry.replace("@dataset", "@misc"), encoding="utf-8")
    (tmp_path / "x.aux").write_text("\\relax\n\\citation{*}\n\\bibstyle{plain}\n\\bibdata{x}\n")
    done = subprocess.run(["bibtex", "x"], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0 and "error" not in done.stdout, done.stdout
    assert (tmp_path / "x.bbl").read_text(encoding="utf-8", errors="replace").count("\\bibitem") == 1


# Pages and pictures.

@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_report_runs_its_own_script_alone(hostile, language, tmp_path, browser):
    report = tmp_path / "r.html"
    call("report", hostile, "-o", report, "--draws", "20", "--nulls", "0", "--quiet", "--lang", language)
    page, wrong = browser.new_page(), []
    page.on("request", lambda request: None if request.url == report.as_uri() else wrong.append(request.url))
    page.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text))
    page.goto(report.as_uri())
    for place in range(len(PAYLOADS)):
        page.locator("#network-figure g.actor").nth(place).dispatch_event("click")
        page.keyboard.press("Escape")
    assert page.evaluate("window.pwned") is None and wrong == []
    assert page.locator("script").count() == 2 and page.locator("img, iframe, object, embed, link, base").count() == 0
    assert page.evaluate("[...document.querySelectorAll('*')].flatMap(e => [...e.attributes]).filter(a => a.name.startsWith('on')).length") == 0
    assert page.evaluate("[...document.querySelectorAll('a')].every(a => a.getAttribute('href').startsWith('#'))")
    page.close()


FIGURES = ["sociogram", "ego", "layers", "matrix", "blockmodel", "timeline", "plane", "profile"]


@pytest.mark.parametrize("figure", FIGURES)
def test_a_picture_is_shapes_and_text(hostile, figure, tmp_path, browser):
    more = {"ego": ["--ego", f"{turned(0)} 0"], "plane": ["--draws", "20"], "profile": ["--draws", "20", "--nulls", "0"]}.get(figure, [])
    for ending in ("svg", "dot", "pdf", "png"):
        call("draw", hostile, "-o", tmp_path / f"x.{ending}", "--figure", figure, "--quiet", *more)
    root = xml.etree.ElementTree.parse(tmp_path / "x.svg").getroot()
    tags = {element.tag.split("}")[1] for element in root.iter()}
    assert tags <= {"svg", "g", "title", "desc", "polygon", "polyline", "path", "ellipse", "text"}, tags
    names = {name.split("}")[-1] for element in root.iter() for name in element.attrib}
    assert not [name for name in names if name.startswith("on") or name in ("href", "style")]
    page, wrong = browser.new_page(), []
    page.on("request", lambda request: None if request.url.endswith("/x.svg") else wrong.append(request.url))
    page.goto((tmp_path / "x.svg").as_uri())
    assert page.evaluate("window.pwned") is None and wrong == []
    page.close()
    again = subprocess.run(["neato", "-n2", "-Tsvg", tmp_path / "x.dot"], capture_output=True, check=True)
    drawn = xml.etree.ElementTree.fromstring(again.stdout)
    assert not [e for e in drawn.iter() if e.tag.endswith(("}a", "}image"))], "Graphviz makes no link and reads no file"
    subprocess.run(["pdftotext", tmp_path / "x.pdf", tmp_path / "x.txt"], check=True)


@pytest.mark.parametrize("ending", ["graphml", "gexf", "net", "dl", "vna", "gml", "dot", "json", "matrix", "csv"])
def test_a_network_file_is_read_as_it_was_written(hostile, ending, tmp_path):
    file, again = tmp_path / f"x.{ending}", tmp_path / f"y.{ending}"
    call("convert", hostile, file)
    call("convert", file, again)
    call("check", again)
    if ending in ("graphml", "gexf"):
        xml.etree.ElementTree.parse(file)
    if ending == "json":
        ids = {node["id"] for node in json.loads(file.read_text(encoding="utf-8"))["nodes"]}
        assert f"{turned(1)} 1" in ids
    if ending == "dot":
        done = subprocess.run(["dot", "-Tsvg", file], capture_output=True, check=True)
        assert not [e for e in xml.etree.ElementTree.fromstring(done.stdout).iter() if e.tag.endswith(("}a", "}image"))]


# Terminals.

STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
CALLS = [
    ("check",), ("measure",), ("measure", "--format", "latex"), ("measure", "--format", "markdown"), ("measure", "--explain", f"{turned(0)} 0"),
    ("measure", "-m", "nothing\x1b[31m"), ("measure", "--sort-by", "\x1b[31m"), ("test", "--draws", "9"), ("score", "--draws", "20", "--nulls", "0"),
    ("score", "--draws", "20", "--nulls", "0", "--format", "latex", "--table", "leverage"), ("convert", "OUT"), ("check", "--lang", "fr"),
    ("score", "--draws", "20", "--nulls", "0", "--without", f"{turned(1)} 1"), ("measure", "--\x1b[31m"),
]


@pytest.mark.parametrize("arguments", CALLS, ids=lambda call: " ".join(call)[:40].encode("unicode_escape").decode())
def test_no_text_of_the_data_steers_a_terminal(hostile, arguments, tmp_path):
    words = [str(tmp_path / "x.dl") if word == "OUT" else word for word in arguments]
    done = subprocess.run([PROGRAM, words[0], hostile, *words[1:]], capture_output=True, timeout=300)
    assert done.returncode in (0, 2)
    for stream in (done.stdout, done.stderr):
        found = STEERING.search(stream.decode("utf-8").replace("\n", ""))
        assert not found, found and ascii(found[0])


def test_a_message_is_what_it_says(hostile):
    """A style that is none is not written into the message."""
    told = call("measure", hostile, "-m", "degre", expect=2).stderr
    assert told.startswith("milieu: There is no measure") and told.count("\n") == 2 and "StyledText" not in told
    lines = call("check", hostile).stdout.splitlines()
    assert lines[0].startswith("note ") and lines[0].endswith("]") and lines[-1].startswith("0 errors")
    # What a format cannot hold is a note.
    file = call("convert", hostile, "/dev/null", "--to", "dl").stderr
    assert "StyledText" not in file and file.startswith("note ")


def shown(words, **variables):
    """What a terminal is sent by a call."""
    environment = {**os.environ, "LC_ALL": "C.UTF-8", **variables}
    leader, follower = pty.openpty()
    running = subprocess.Popen([PROGRAM, *map(str, words)], stdin=follower, stdout=follower, stderr=follower, env=environment)
    os.close(follower)
    parts = []
    while True:
        try:
            part = os.read(leader, 1 << 16)
        except OSError:
            break
        if not part:
            break
        parts.append(part)
    os.close(leader)
    assert running.wait(300) == 0
    return b"".join(parts).decode("utf-8").replace("\r\n", "\n")


@pytest.mark.parametrize("words", [["check"], ["measure", "--format", "csv"], ["score", "--draws", "20", "--nulls", "0"]], ids=lambda words: words[0])
def test_a_terminal_gets_our_styles_alone_and_a_dumb_one_none(hostile, words):
    coloured = shown([words[0], hostile, *words[1:]], TERM="xterm")
    # What is our own: a style, its end, and a line of progress that is taken away.
    assert not STEERING.search(re.sub("\x1b\\[(\\d+m|K)|\r", "", coloured).replace("\n", "")), words
    for variables in ({"TERM": "dumb"}, {"TERM": ""}):
        assert not STEERING.search(shown([words[0], hostile, *words[1:]], **variables).replace("\n", ""))


def test_a_full_standard_output_is_said():
    with open("/dev/full", "w", encoding="utf-8") as full:
        for words in (["measure", DATASETS / "kite"], ["check", DATASETS / "kite"], ["--help"]):
            done = subprocess.run([PROGRAM, *words], stdout=full, stderr=subprocess.PIPE, text=True)
            assert done.returncode == 3 and "standard output" in done.stderr and "space" in done.stderr
