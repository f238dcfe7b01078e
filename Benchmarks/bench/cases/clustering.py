from ..case import Case, near
from ..libraries import igraph, kernel, networkit


def by_networkit(graph):
    import networkit as nk

    found = nk.centrality.LocalClusteringCoefficient(graph, True)
    found.run()
    return found.scores()


CASES = [
    Case(
        id=f"clustering-{network}", ours="clustering", title=f"Local clustering, {title}", inputs=[network],
        peers={
            "igraph": kernel(igraph, lambda g: g.transitivity_local_undirected(mode="zero")),
            "NetworKit": kernel(networkit, by_networkit),
        },
        answers={
            "igraph": lambda found: {"clustering": found},
            "NetworKit": lambda found: {"clustering": found},
        },
        agree=near(1e-12, "clustering"), is_general=True, goal=2,
        # Both rows of a tie once, and the higher row of its higher end with a mark for each entry.
        traffic=lambda n, m: 2 * m * 8 + m * 5 * 8 + 2 * 8 * n)
    for network, title in [("ba-200k", "Barabási-Albert"), ("ws-200k", "Watts-Strogatz")]
]
