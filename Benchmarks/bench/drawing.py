"""Large networks drawn: read, laid out, made free of overlaps, and written as SVG."""

import tempfile
from pathlib import Path

from . import networks
from .program import run
from .table import table

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
            seconds, all_cores, memory = run("draw", ties, "-o", picture)
            lines.append([
                f"{size // 1000} 000 actors, {network.m} ties", f"{seconds:.1f} s", f"{all_cores:.1f} s",
                f"{memory / 1e6:.0f} MB", f"{picture.stat().st_size / 1e6:.0f} MB"])
    return INTRODUCTION + "\n\n" + table(["network", "time", "of all cores", "peak memory", "SVG"], lines)
