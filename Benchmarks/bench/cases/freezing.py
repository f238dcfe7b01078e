"""From columns of ends in memory to a graph: what each side does before any kernel."""

from .. import networks
from ..case import Case, near


def by_igraph(name):
    import igraph
    import numpy as np

    network = networks.read(name)
    edges = np.column_stack((network.sources, network.targets))
    return lambda: igraph.Graph(n=network.n, edges=edges)


def by_networkit(name):
    import networkit as nk
    import numpy as np

    network = networks.read(name)
    ends, ones = (network.sources.astype(np.uint64), network.targets.astype(np.uint64)), np.ones(network.m)

    def run():
        graph = nk.graph.GraphFromCoo((ones, ends), n=network.n)
        graph.sortEdges()
        return graph

    return run


CASES = [
    Case(
        id="freezing", title="Ends to a graph, Barabási-Albert", inputs=["ba-200k"],
        peers={"NetworKit": by_networkit, "igraph": by_igraph},
        answers={
            "NetworKit": lambda g: {"degree": [g.degree(node) for node in g.iterNodes()]},
            "igraph": lambda g: {"degree": g.degree()},
        },
        agree=near(0, "degree"), goal=1,
        # Two counting sorts: the ends read twice, the entries written and read twice.
        traffic=lambda n, m: 2 * m * 8 + 2 * 2 * m * 8 + 4 * 8 * n,
        notes="ours also merges repeated ties, which igraph does not")
]
