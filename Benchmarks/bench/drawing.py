"""Large networks drawn: read, laid out, made free of overlaps, and written as SVG."""

import tempfile
from pathlib import Path

from . import networks
from .program import HEADER, cells, run
from .table import grouped, megabytes, table

INTRODUCTION = """`milieu draw` of a network of hubs and members as a whole process: read, placed, overlaps removed, the
largest labelled, written as SVG. One run."""


def section(quick):
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        for size in [20_000] if quick else [20_000, 200_000]:
            network = networks.territorial(f"territory-{size}", size)
            ties, picture = Path(folder) / "ties.csv", Path(folder) / "picture.svg"
            pairs = zip(network.sources.tolist(), network.targets.tolist())
            ties.write_text("source,target\n" + "".join(f"org{a},org{b}\n" for a, b in pairs))
            taken = run("draw", ties, "-o", picture)
            lines.append([
                f"{grouped(size)} actors, {grouped(network.m)} ties", *cells(*taken),
                f"{megabytes(picture.stat().st_size)} MB"])
    return INTRODUCTION + "\n\n" + table(["network", *HEADER, "SVG"], lines)
