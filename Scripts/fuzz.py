#!/usr/bin/env python3
"""Feeds mutations of the tests' corpus to the program: `Scripts/fuzz.py SECONDS [SEED] [PROGRAM]`.

A network's file is converted to its own format and what comes out is checked; so are workbooks (a part within the
archive, or the archive itself), databases of coded interviews and folders of ego networks. In other rounds a table or
the description of one of our datasets, or the method of the score, is mutated instead, and the dataset is measured or
scored. A crash, a hang of ten seconds of computing, more than four gigabytes, or an output that does not read again is
copied to fuzz-found/ and printed: make it a named file of Tests/InterchangeTests/Corpus together with its mend.
"""

import io
import pathlib
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
DATASETS = [ROOT / "datasets" / "romans-2016", *sorted((ROOT / "datasets" / "archetypes").glob("*/"))]
METHOD = ROOT / "Sources" / "TerritoryScoring" / "Resources" / "method.toml"
CORPUS = ROOT / "Tests" / "InterchangeTests" / "Corpus"
ENDINGS = {
    "graphml": "graphml", "gexf": "gexf", "pajek": "net", "dl": "dl", "gml": "gml", "dot": "dot", "json": "json",
    "vna": "vna", "matrix": "matrix", "edge-list": "csv", "gdf": "gdf", "tlp": "tlp", "siena": "siena",
    "mtx": "mtx", "adjacency-list": "adjlist", "networkx-list": "edgelist", "cytoscape-edges": "txt", "lgl": "lgl", "sif": "sif",
    "tgf": "tgf",
}
# What is read and not written is converted to another format.
READ_ONLY = {
    ending: "json" for ending in
    ["gdf", "tlp", "siena", "mtx", "adjacency-list", "networkx-list", "cytoscape-edges", "lgl", "sif", "tgf"]
}
WORDS = [
    b'"', b"'", b"<", b">", b"&", b"[", b"]", b"{", b"}", b"\\", b"\n", b"\r", b"*Vertices 999999", b"*Arcs", b"*Matrix",
    b"labels:", b"data:", b"!", b"node", b"graph", b"--", b"->", b"0", b"-1", b"1e999", b"99999999999",
    b"9223372036854775808", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"<![CDATA[", b"*Partition x", b"nm=3", b"nr=2 nc=2",
    b"embedded", b"NaN", b"*Tie data", b"nodedef>", b"(nodes 0..99999999)", b"(cluster 1", b"datafile=x", b"blockmatrix",
    b"rows all cols all value 1", b"nodelist1b", b"\"elements\":", b"\"from\":", b"<spell ", b"timestamps=\"<[1,2]>\"",
]


CODES = b"code,as,id,kind,sphere,directed,layer\nA,actor,a,firm,economy,,\nB,actor,b,,,,\nsells,tie,sells,,,yes,supply\n"
PROJECT = """<Project origin="test"><CodeBook><Codes><Code guid="1" name="A"/><Code guid="2" name="B"/><Code guid="3" name="sells"/>
</Codes></CodeBook><Sources><TextSource guid="t" name="Talk"><PlainTextContent>Anna à Bruno sells.</PlainTextContent>
<PlainTextSelection guid="x" name="Anna" startPosition="0" endPosition="4"><Coding guid="y"><CodeRef targetGUID="1"/></Coding></PlainTextSelection>
<PlainTextSelection guid="z" name="Bruno" startPosition="7" endPosition="12"><Coding guid="w"><CodeRef targetGUID="2"/></Coding></PlainTextSelection>
<PlainTextSelection guid="s" startPosition="0" endPosition="19"><Coding guid="v"><CodeRef targetGUID="3"/></Coding></PlainTextSelection>
</TextSource></Sources></Project>""".encode()
BASE = """CREATE TABLE tags(id INTEGER, project_id INTEGER, path TEXT); CREATE TABLE documents(id INTEGER, name TEXT, contents TEXT);
CREATE TABLE highlights(id INTEGER, document_id INTEGER, start_offset INTEGER, end_offset INTEGER, snippet TEXT);
CREATE TABLE highlight_tags(highlight_id INTEGER, tag_id INTEGER); INSERT INTO tags VALUES(1,1,'A'),(2,1,'B'),(3,1,'sells');
INSERT INTO documents VALUES(1,'Talk','<p>Anna &amp; Bruno</p>');
INSERT INTO highlights VALUES(1,1,0,4,'<b>Anna</b>'),(2,1,7,12,'Bruno'),(3,1,0,12,'<b>Anna</b> &amp; Bruno');
INSERT INTO highlight_tags VALUES(1,1),(2,2),(3,3);"""
EGOS = {
    "e.csv": b"networkCanvasEgoUUID,networkCanvasCaseID,age\ne1,P1,37\n",
    "e_attributeList_Person.csv": b"nodeID,networkCanvasEgoUUID,networkCanvasUUID,name,phone\n1,e1,a1,Ana,'+33 1\n2,e1,a2,Bo,\n",
    "e_edgeList_knows.csv": b"edgeID,from,to,networkCanvasEgoUUID,networkCanvasUUID,networkCanvasSourceUUID,"
                            b"networkCanvasTargetUUID,weight\n1,1,2,e1,x,a1,a2,2\n",
    "alters.csv": b"Interview ID,Alter Number,Alter Name,close\n7,1,Ana,3\n7,2,Bo,1\n",
    "pairs.csv": b"Interview ID,Alter 1 Number,Alter 1 Name,Alter 2 Number,Alter 2 Name,talk\n7,1,Ana,2,Bo,Yes\n",
}
# Numbers, places and types of cells, where workbooks hide what they mean.
CELLS = [
    b't="s"', b't="b"', b't="d"', b't="e"', b't="inlineStr"', b't="str"', b's="1"', b's="99999"', b'r="XFD1048576"', b'r="A0"', b'r=""',
    b'ref="A1:XFD1048576"', b'date1904="1"', b"<f>1+1</f>", b"<v>1E300</v>", b"<v>-1</v>", b"<v>2958466</v>", b"<row/>", b"<c/>",
    b'table:number-columns-repeated="16384"', b'table:number-rows-repeated="1048576"', b'table:number-columns-repeated="-1"',
    b'office:value-type="date"', b'office:date-value="9999-99-99"', b'office:value-type="percentage"', b'office:boolean-value="x"',
    b'table:number-columns-spanned="3"', b"<table:covered-table-cell/>", b"<text:s text:c=\"999999999\"/>",
]


def mutated(one, other):
    text = bytearray(one)
    for _ in range(random.randint(1, 6)):
        start = random.randint(0, len(text))
        end = min(len(text), start + random.randint(0, 30))
        match random.randrange(6):
            case 0:
                del text[start:end]
            case 1:
                text[start:start] = random.choice(WORDS)
            case 2:
                text[start:start] = text[start:end] * random.choice([1, 1, 1, 2, 100])
            case 3:
                place = random.randint(0, len(other))
                text[start:start] = other[place:place + random.randint(0, 80)]
            case 4 if start < len(text):
                text[start] = random.randrange(256)
            case 5 if start < len(text):
                text[start] ^= 1 << random.randrange(8)
    return bytes(text)


def limit():
    resource.setrlimit(resource.RLIMIT_CPU, (10, 10))
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))


class Fuzzing:
    """Rounds of mutation with one program; a round says what is wrong, if anything is."""

    def __init__(self, program, folder):
        self.program, self.folder = program, pathlib.Path(folder)
        self.networks = {format: [file.read_bytes() for file in sorted((CORPUS / format).iterdir())] for format in ENDINGS}
        self.workbooks = sorted((CORPUS / "workbook").iterdir())
        self.tables = [file for dataset in DATASETS for file in sorted(dataset.iterdir()) if file.suffix in (".csv", ".json")]

    def run(self, *arguments):
        return subprocess.run([self.program, *map(str, arguments)], capture_output=True, preexec_fn=limit)

    def network(self):
        format = random.choice(list(ENDINGS))
        file = self.folder / f"in.{ENDINGS[format]}"
        output = self.folder / f"out.{READ_ONLY.get(format, ENDINGS[format])}"
        seeds = self.networks[format]
        file.write_bytes(mutated(random.choice(seeds), random.choice(seeds)))
        done = self.run("convert", file, output, "--quiet", *random.choice([[], [], ["--network", "1"], ["--directed"]]))
        # A matrix that is too large to be written is a wrong call.
        answered = done.returncode in (0, 1) or (done.returncode == 2 and format == "matrix")
        if done.returncode == 0:
            done = self.run("check", output)
            answered = done.returncode == 0
        return format, file, done, answered

    def pair(self):
        """A dataset of UCINET: a head and its values, either of them damaged."""
        head, data = self.folder / "in.##h", self.folder / "in.##d"
        labels = b"".join(len(label).to_bytes(2, "little") + label for label in [b"a\0", b"b\0", b"c\0"] * 2)
        sound = b"\x05V6404" + bytes(10) + b"\x07\x02\0\x03\0\0\0\x03\0\0\0\0\x01\x01" + labels
        values = b"\0\0\x80\x3f" * 9
        head.write_bytes(mutated(sound, sound))
        data.write_bytes(values if random.random() < 0.7 else mutated(values, values))
        done = self.run("convert", head, self.folder / "out.json", "--quiet")
        return "ucinet", head, done, done.returncode in (0, 1)

    def project(self):
        """A project of coded interviews with its table of codes."""
        file, codes = self.folder / "in.qde", self.folder / "codes.csv"
        file.write_bytes(mutated(PROJECT, PROJECT))
        codes.write_bytes(mutated(CODES, CODES) if random.random() < 0.3 else CODES)
        done = self.run("convert", file, self.folder / "out.json", "--quiet", "--codes", codes)
        return "interviews", file, done, done.returncode in (0, 1)

    def workbook(self):
        """A workbook: now and then its bytes, mostly one of its parts, packed anew."""
        book = random.choice(self.workbooks)
        file = self.folder / f"in{book.suffix}"
        whole = book.read_bytes()
        if random.random() < 0.2 or not zipfile.is_zipfile(book):
            file.write_bytes(mutated(whole, whole))
        else:
            with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
                parts = [name for name in old.namelist() if name.endswith((".xml", ".rels"))]
                chosen = random.choice([name for name in parts if "sheet" in name or "content" in name] or parts)
                chosen = chosen if random.random() < 0.7 else random.choice(parts)
                for name in old.namelist():
                    part = old.read(name)
                    if name == chosen:
                        part = mutated(part, part)
                        if random.random() < 0.5:
                            place = part.find(b" ", random.randint(0, len(part)))
                            part = part[:place + 1] + random.choice(CELLS) + b" " + part[place + 1:] if place >= 0 else part
                    new.writestr(name, part)
        done = self.run("convert", file, self.folder / "out.json", "--quiet", *random.choice([[], [], ["--sheet", "1"]]))
        return "workbook", file, done, done.returncode in (0, 1)

    def database(self):
        """A database of coded interviews, one of its pages damaged."""
        file, codes = self.folder / "in.sqlite3", self.folder / "codes.csv"
        file.unlink(missing_ok=True)
        base = sqlite3.connect(file)
        base.executescript(BASE)
        base.commit()
        base.close()
        whole = file.read_bytes()
        file.write_bytes(mutated(whole, whole))
        codes.write_bytes(CODES)
        done = self.run("convert", file, self.folder / "out.json", "--quiet", "--codes", codes)
        return "database", file, done, done.returncode in (0, 1)

    def egos(self):
        """A folder of ego networks, one of whose tables is damaged; the damaged table is kept."""
        folder = self.folder / "egos"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        names = random.choice([list(EGOS)[:3], list(EGOS)[3:]])
        for name in names:
            (folder / name).write_bytes(EGOS[name])
        file = folder / random.choice(names)
        file.write_bytes(mutated(EGOS[file.name], EGOS[random.choice(names)]))
        done = self.run("convert", folder, self.folder / "out.json", "--quiet")
        return "egos-" + file.name, file, done, done.returncode in (0, 1)

    def table(self):
        table = random.choice(self.tables)
        dataset = self.folder / "dataset"
        shutil.rmtree(dataset, ignore_errors=True)
        shutil.copytree(table.parent, dataset)
        file = dataset / table.name
        file.write_bytes(mutated(table.read_bytes(), random.choice(self.tables).read_bytes()))
        done = self.run("check", dataset)
        answered = done.returncode in (0, 1)
        if done.returncode == 0:
            done = random.choice([
                lambda: self.run("measure", dataset, "--quiet"),
                lambda: self.run("score", dataset, "--quiet", "--draws", "20", "--nulls", "19"),
                lambda: self.run("convert", dataset, self.folder / "out.json", "--quiet"),
            ])()
            answered = done.returncode in (0, 1)
        return "dataset-" + table.name, file, done, answered

    def method(self):
        file = self.folder / "method.toml"
        text = METHOD.read_bytes()
        file.write_bytes(mutated(text, text))
        done = self.run("score", DATASETS[0], "--quiet", "--draws", "20", "--nulls", "19", "--method", file)
        # 3: no text in UTF-8.
        return "method", file, done, done.returncode in (0, 1, 2, 3)


def main():
    seconds, seed = float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    program = sys.argv[3] if len(sys.argv) > 3 else ROOT / ".build" / "release" / "milieu"
    random.seed(seed)
    inputs, found = dict.fromkeys(["network", "pair", "project", "workbook", "database", "egos", "table", "method"], 0), 0
    end = time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as folder:
        fuzzing = Fuzzing(program, folder)
        while time.monotonic() < end:
            kind = random.choice(["network"] * 6 + ["workbook"] * 3 + ["pair", "project", "database", "egos", "table", "table", "table", "method"])
            name, file, done, answered = getattr(fuzzing, kind)()
            inputs[kind] += 1
            if not answered or b"nan" in done.stdout.lower().split():
                found += 1
                kept = ROOT / "fuzz-found"
                kept.mkdir(exist_ok=True)
                shutil.copy(file, kept / f"{name}-{seed}-{sum(inputs.values())}")
                print(name, done.returncode, (done.stdout + done.stderr)[-300:], flush=True)
    print(f"{inputs} inputs, {found} found")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
