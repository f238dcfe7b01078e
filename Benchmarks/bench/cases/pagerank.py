from .. import networks
from ..case import Case, Disagreement
from ..libraries import igraph, kernel, networkit


def by_networkit(graph):
    import networkit as nk

    found = nk.centrality.PageRank(graph, damp=0.85, tol=1e-8)
    found.run()
    return found.scores()


def residual(ranks):
    """Σ |x - damping Pᵀx - (1 - damping) / n|: what one more round would change in all."""
    import numpy as np

    network = networks.read(NETWORK)
    flow = ranks / network.degrees()
    arrived = np.bincount(network.targets, flow[network.sources], network.n)
    arrived += np.bincount(network.sources, flow[network.targets], network.n)
    return float(np.abs(ranks - 0.85 * arrived - 0.15 / network.n).sum())


def agree(ours, theirs):
    """Two solutions differ by their residuals over 1 - damping at most."""
    import numpy as np

    one, other = ours["pagerank"], np.asarray(theirs["pagerank"])
    mine, peers = residual(one), residual(other / other.sum())
    gap = float(np.abs(one - other / other.sum()).sum())
    if not (gap <= (mine + peers) / 0.15 + 1e-12 and mine < 2e-9):
        raise Disagreement(f"PageRank: L1 distance {gap:.2g}, residuals {mine:.2g} and {peers:.2g}")
    return f"L1 distance {gap:.0e}, residual {mine:.0e}, peer's {peers:.0e}"


NETWORK = "ba-200k"

CASES = [
    Case(
        id="pagerank", title="PageRank, Barabási-Albert", inputs=[NETWORK],
        peers={"NetworKit": kernel(networkit, by_networkit), "igraph": kernel(igraph, lambda g: g.pagerank(damping=0.85))},
        answers={
            "NetworKit": lambda found: {"pagerank": found},
            "igraph": lambda found: {"pagerank": found},
        },
        agree=agree, goal=2,
        notes="NetworKit with its default tolerance (1e-8 in L2), igraph with PRPACK, ours to an L1 residual below 1e-9")
]
