from ..case import Case, Disagreement
from ..libraries import igraph, kernel, networkit


def by_networkit(graph):
    import networkit as nk

    found = nk.centrality.PageRank(graph, damp=0.85, tol=1e-8)
    found.run()
    return found.scores()


def agree(ours, theirs):
    """The peers stop at 1e-8 (NetworKit: its default, L2 change of a round) or near 1e-10 (igraph's
    PRPACK); two solutions may differ by their residuals over 1 - damping."""
    import numpy as np

    one, other = ours["pagerank"], np.asarray(theirs["pagerank"])
    gap = float(np.abs(one - other / other.sum()).sum())
    if not gap <= 1e-5:
        raise Disagreement(f"PageRank: L1 distance {gap:.2g}")
    return f"L1 distance {gap:.0e}"


CASES = [
    Case(
        id="pagerank", title="PageRank, Barabási-Albert", inputs=["ba-200k"],
        peers={"NetworKit": kernel(networkit, by_networkit), "igraph": kernel(igraph, lambda g: g.pagerank(damping=0.85))},
        answers={
            "NetworKit": lambda found: {"pagerank": found},
            "igraph": lambda found: {"pagerank": found},
        },
        agree=agree, goal=2)
]
