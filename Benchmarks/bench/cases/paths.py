from ..case import Case, near
from ..libraries import igraph, kernel, networkit


def harmonic(graph):
    import networkit as nk

    found = nk.centrality.HarmonicCloseness(graph, False)
    found.run()
    return found.scores()


def case(network, title):
    return Case(
        id=f"closeness-{network}", ours="paths", title=f"Harmonic closeness, {title}", inputs=[network],
        peers={
            "igraph": kernel(igraph, lambda g: g.harmonic_centrality(normalized=False)),
            "NetworKit": kernel(networkit, harmonic),
        },
        answers={
            "igraph": lambda found: {"harmonic": found},
            "NetworKit": lambda found: {"harmonic": found},
        },
        agree=near(1e-9, "harmonic"), is_general=True, goal=15, seconds=8,
        notes="our time includes farness, reach and eccentricity, found in the same sweep")


CASES = [
    case("territory-10k", "hubs and members"),
    case("ba-10k", "Barabási-Albert"),
    case("ws-10k", "Watts-Strogatz"),
]
