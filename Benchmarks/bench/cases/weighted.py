"""Shortest paths along ties that have lengths: Dijkstra's search on every side."""

from ..case import Case, near
from ..libraries import kernel, weighted_igraph, weighted_networkit


def brandes(graph):
    import networkit as nk

    found = nk.centrality.Betweenness(graph)
    found.run()
    return [value / 2 for value in found.scores()]


def harmonic(graph):
    import networkit as nk

    found = nk.centrality.HarmonicCloseness(graph, False)
    found.run()
    return found.scores()


NETWORKS = [("territory-3k", "hubs and members"), ("ba-3k", "Barabási-Albert"), ("ws-3k", "Watts-Strogatz")]


def case(id, title, column, network, where, peers, **more):
    return Case(
        id=f"{id}-{network}", ours=id, title=f"{title}, {where}, 3 000 nodes", inputs=[network], peers=peers,
        answers={name: lambda found: {column: found} for name in peers}, agree=near(1e-9, column), is_general=True, goal=4, seconds=20, **more)


CASES = [
    case(
        "weighted-betweenness", "Betweenness with lengths", "betweenness", network, where,
        {
            "igraph": kernel(weighted_igraph, lambda g: g.betweenness(weights="length")),
            "NetworKit": kernel(weighted_networkit, brandes),
        })
    for network, where in NETWORKS
] + [
    case(
        "weighted-paths", "Harmonic closeness with lengths", "harmonic", network, where,
        {
            "igraph": kernel(weighted_igraph, lambda g: g.harmonic_centrality(weights="length", normalized=False)),
            "NetworKit": kernel(weighted_networkit, harmonic),
        }, notes="our time includes farness, reach and eccentricity, found in the same sweep")
    for network, where in NETWORKS
]
