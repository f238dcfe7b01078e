from ..case import Case, near
from ..libraries import igraph, kernel, networkit


def by_networkit(graph):
    import networkit as nk

    found = nk.centrality.CoreDecomposition(graph)
    found.run()
    return found.scores()


CASES = [
    Case(
        id=f"coreness-{network}", ours="coreness", title=f"Coreness, {title}", inputs=[network],
        peers={"NetworKit": kernel(networkit, by_networkit), "igraph": kernel(igraph, lambda g: g.coreness())},
        answers={
            "NetworKit": lambda found: {"coreness": found},
            "igraph": lambda found: {"coreness": found},
        },
        agree=near(0, "coreness"), is_general=True, goal=1,
        # Each entry once, and a degree read and written for it.
        traffic=lambda n, m: 2 * m * (4 + 8) + 3 * 8 * n)
    for network, title in [("ba-200k", "Barabási-Albert"), ("ws-200k", "Watts-Strogatz")]
]
