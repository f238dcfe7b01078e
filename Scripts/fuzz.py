#!/usr/bin/env python3
"""Feeds mutations of the tests' corpus to the program: `Scripts/fuzz.py SECONDS [SEED] [PROGRAM]`.

Each input is converted to its own format and what comes out is checked. A crash, a hang of ten seconds of
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


def main():
    seconds, seed = float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    program = sys.argv[3] if len(sys.argv) > 3 else ROOT / ".build" / "release" / "milieu"
    random.seed(seed)
    seeds = {format: [file.read_bytes() for file in sorted((CORPUS / format).iterdir())] for format in ENDINGS}
    inputs = found = 0
    end = time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as folder:
        while time.monotonic() < end:
            format = random.choice(list(ENDINGS))
            file = pathlib.Path(folder) / f"in.{ENDINGS[format]}"
            output = pathlib.Path(folder) / f"out.{ENDINGS[format]}"
            file.write_bytes(mutated(random.choice(seeds[format]), random.choice(seeds[format])))
            done = subprocess.run([program, "convert", file, output, "--quiet"], capture_output=True, preexec_fn=limit)
            inputs += 1
            # A matrix that is too large to be written is a wrong call.
            answered = done.returncode in (0, 1) or (done.returncode == 2 and format == "matrix")
            if done.returncode == 0:
                done = subprocess.run([program, "check", output], capture_output=True, preexec_fn=limit)
                answered = done.returncode == 0
            if not answered:
                found += 1
                kept = ROOT / "fuzz-found"
                kept.mkdir(exist_ok=True)
                shutil.copy(file, kept / f"{format}-{seed}-{inputs}")
                print(format, done.returncode, (done.stdout + done.stderr)[-300:], flush=True)
    print(f"{inputs} inputs, {found} found")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
