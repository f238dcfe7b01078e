"""Kernels without a peer, or with none that would end: what each takes on networks of 3 000 actors."""

import statistics

from .case import Case
from .measure import measure
from .networks import ensure, read
from .table import processor, table

NETWORKS = [("territory-3k", "hubs and members"), ("ba-3k", "Barabási-Albert"), ("ws-3k", "Watts-Strogatz")]
# By the largest that `milieu measure` takes: positions by CONCOR and REGE are found of at most 1 000 actors, key players
# by distance of at most 500.
SMALLER = {"concor": "1k", "regular": "1k", "key-fragmenting-distance": "500"}
KERNELS = {
    "triads": "triad census",
    "key-fragmenting": "three key players that hold it together",
    "key-reaching": "three key players that reach the most",
    "key-reaching-distance": "the same by distance",
    "key-fragmenting-distance": "three that hold it together, by distance",
    "if-removed": "fragmentation by distance without each actor",
    "current-flow": "current-flow betweenness and closeness",
    "subgraph": "subgraph centrality",
    "core": "core and periphery",
    "core-continuous": "the same by degrees of membership",
    "rich-club": "rich club",
    "lattices": "the ten lattices of ω",
    "small-world": "a hundred random networks, their lengths and triangles (σ)",
    "cliques": "cliques",
    "lambda-sets": "lambda sets",
    "cohesive-blocks": "cohesive blocks",
    "structural": "positions by structural equivalence",
    "concor": "positions by CONCOR",
    "regular": "positions by REGE",
}

INTRODUCTION = """Ours alone, 3 000 actors unless said: the seconds until it ends, and those of all cores together. Where a kernel
takes a tenth of a second or less the median of three runs, else one."""


def section(quick):
    networks = NETWORKS[:1] if quick else NETWORKS
    rows = []
    for kernel, title in KERNELS.items():
        size = SMALLER.get(kernel, "3k")
        row = [title + ("" if size == "3k" else f" ({read(ensure_size(networks[0][0], size)).n} actors)")]
        for name, _ in networks:
            given = ensure_size(name, size)
            case = Case(id=kernel, title=title, inputs=[], peers={}, answers={}, agree=None, seconds=0.3)
            ours = measure(case, given, 3, peers=False).ours
            row.append(f"{statistics.median(ours.times):.2f} s ({processor(ours)})")
        rows.append(row)
    return INTRODUCTION + "\n\n" + table(["kernel", *(f"{where}" for _, where in networks)], rows)


def ensure_size(name, size):
    given = name.replace("3k", size)
    ensure(given)
    return given
