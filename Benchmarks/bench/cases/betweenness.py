from ..case import Case, near
from ..libraries import igraph, kernel, networkit


def brandes(graph):
    import networkit as nk

    found = nk.centrality.Betweenness(graph)
    found.run()
    return found.scores()


def case(network, title, goal):
    return Case(
        id=f"betweenness-{network}", ours="betweenness", title=f"Exact betweenness, {title}", inputs=[network],
        peers={"igraph": kernel(igraph, lambda g: g.betweenness()), "NetworKit": kernel(networkit, brandes)},
        # NetworKit counts each pair of ends from both sides.
        answers={
            "igraph": lambda found: {"betweenness": found},
            "NetworKit": lambda found: {"betweenness": [value / 2 for value in found]},
        },
        agree=near(1e-9, "betweenness"), is_general=True, goal=goal, seconds=14)


CASES = [
    case("territory-10k", "hubs and members", 6),
    case("ba-10k", "Barabási-Albert", 4),
    case("ws-10k", "Watts-Strogatz", 4),
]
