"""Positions for a drawing. Layouts have no one answer: what is compared is how well distances in the drawing
tell distances in the network."""

import subprocess
import tempfile

import numpy as np

from .. import networks
from ..case import Case, Disagreement
from ..libraries import igraph, kernel

SOURCES = 40


def places(found):
    found = np.asarray(found, dtype=float)
    return {"x": found[:, 0], "y": found[:, 1]}


def by_sfdp(name):
    """Graphviz's multilevel layout, as its program: writing and reading the graph is in its time."""
    network = networks.read(name)
    ties = "".join(f"{a}--{b};" for a, b in zip(network.sources.tolist(), network.targets.tolist()))
    text = "graph{" + ";".join(map(str, range(network.n))) + ";" + ties + "}"

    def run():
        plain = subprocess.run(["sfdp", "-Tplain"], input=text, capture_output=True, text=True, check=True).stdout
        found = np.zeros((network.n, 2))
        for line in plain.splitlines():
            if line.startswith("node "):
                _, node, x, y, *_ = line.split()
                found[int(node)] = float(x), float(y)
        return found

    return run


def stress(name, x, y):
    """Σ w (distance in the drawing - steps)², w = 1/steps², the drawing scaled as suits it best, over the
    pairs from some nodes to all that they reach, as a share of Σ w steps²."""
    graph, positions = igraph(name), np.column_stack((x, y))
    sources = np.random.default_rng(6).choice(graph.vcount(), SOURCES, replace=False)
    steps = np.array(graph.distances(sources.tolist()))
    drawn = np.linalg.norm(positions[sources][:, None, :] - positions[None, :, :], axis=2)
    use = np.isfinite(steps) & (steps > 0)
    ratio = drawn[use] / steps[use]
    scale = ratio.sum() / (ratio**2).sum()
    return float(np.mean((scale * ratio - 1) ** 2))


def agree_on(name):
    def agree(ours, theirs):
        mine, peers = stress(name, ours["x"], ours["y"]), stress(name, theirs["x"], theirs["y"])
        if not mine < peers + 0.05:
            raise Disagreement(f"stress {mine:.3f}, the peer's {peers:.3f}")
        return f"stress {mine:.3f}, peer's {peers:.3f}"

    return agree


CASES = [
    Case(
        id=f"layout-{network}", ours="layout", title=f"Layout, {title}, 20 000 nodes", inputs=[network],
        peers={"igraph": kernel(igraph, lambda g: g.layout_drl().coords), "Graphviz": by_sfdp},
        answers={"igraph": places, "Graphviz": places}, agree=agree_on(network), goal=3, seconds=100,
        notes="igraph's DrL; sfdp of Graphviz as a program; stress is the mean squared error of distances, 0 at best")
    for network, title in [("territory-20k", "hubs and members")]
]
