#!/usr/bin/env python3
"""Feeds mutations of the tests' corpus to the program: `Scripts/fuzz.py SECONDS [SEED] [PROGRAM]`.

A network's file is converted to its own format and what comes out is checked; in half of the rounds a table
or the description of one of our datasets, or the method of the score, is mutated instead, and the dataset
is measured or scored. A crash, a hang of ten seconds of
computing, more than four gigabytes, or an output that does not read again is copied to fuzz-found/ and printed:
make it a named file of Tests/InterchangeTests/Corpus together with its mend.
"""

import pathlib
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time

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
    inputs, found = dict.fromkeys(["network", "pair", "project", "table", "method"], 0), 0
    end = time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as folder:
        fuzzing = Fuzzing(program, folder)
        while time.monotonic() < end:
            kind = random.choice(["network"] * 6 + ["pair", "project", "table", "table", "table", "method"])
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
