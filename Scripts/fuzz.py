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
    "matrix": "matrix", "edge-list": "csv",
}
WORDS = [
    b'"', b"'", b"<", b">", b"&", b"[", b"]", b"{", b"}", b"\\", b"\n", b"\r", b"*Vertices 999999", b"*Arcs", b"*Matrix",
    b"labels:", b"data:", b"!", b"node", b"graph", b"--", b"->", b"0", b"-1", b"1e999", b"99999999999",
    b"9223372036854775808", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"<![CDATA[", b"*Partition x", b"nm=3", b"nr=2 nc=2",
    b"embedded", b"NaN",
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
        self.tables = [file for dataset in DATASETS for file in sorted(dataset.iterdir()) if file.suffix in (".csv", ".json")]

    def run(self, *arguments):
        return subprocess.run([self.program, *map(str, arguments)], capture_output=True, preexec_fn=limit)

    def network(self):
        format = random.choice(list(ENDINGS))
        file, output = (self.folder / f"{side}.{ENDINGS[format]}" for side in ("in", "out"))
        seeds = self.networks[format]
        file.write_bytes(mutated(random.choice(seeds), random.choice(seeds)))
        done = self.run("convert", file, output, "--quiet")
        # A matrix that is too large to be written is a wrong call.
        answered = done.returncode in (0, 1) or (done.returncode == 2 and format == "matrix")
        if done.returncode == 0:
            done = self.run("check", output)
            answered = done.returncode == 0
        return format, file, done, answered

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
    inputs, found = dict.fromkeys(["network", "table", "method"], 0), 0
    end = time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as folder:
        fuzzing = Fuzzing(program, folder)
        while time.monotonic() < end:
            kind = random.choice(["network", "network", "network", "table", "table", "method"])
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
