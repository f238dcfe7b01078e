from ..case import Case, Disagreement
from ..libraries import igraph, kernel, networkit


def by_networkit(graph):
    import networkit as nk

    found = nk.community.ParallelLeiden(graph, randomize=False)
    found.run()
    return found, graph


def quality(result):
    import networkit as nk

    found, graph = result
    return nk.community.Modularity().getQuality(found.getPartition(), graph)


def by_igraph(graph):
    return graph.community_leiden(objective_function="modularity", n_iterations=2)


def agree(ours, theirs):
    """No two descents end alike: ours may not be worse."""
    mine, peers = float(ours["modularity"][0]), theirs["modularity"][0]
    if mine < peers - 1e-3:
        raise Disagreement(f"modularity {mine:.5f}, the peer's {peers:.5f}")
    return f"Q {mine:.4f}, peer {peers:.4f}"


CASES = [
    Case(
        id=f"leiden-{network}", ours="leiden", title=f"Leiden, {title}", inputs=[network],
        peers={"NetworKit": kernel(networkit, by_networkit), "igraph": kernel(igraph, by_igraph)},
        answers={
            "NetworKit": lambda found: {"modularity": [quality(found)]},
            "igraph": lambda found: {"modularity": [found.modularity]},
        },
        agree=agree, goal=1.5,
        notes="two passes of ours (down and back up), three of NetworKit's and two of igraph's, their defaults; Q is modularity")
    for network, title in [("ba-200k", "Barabási-Albert"), ("ws-200k", "Watts-Strogatz")]
]
