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


PASSES = {
    "leiden": "two passes of ours (down and back up)", "leiden-once": "one pass of ours",
    "leiden-whole": "ours as `milieu measure` runs it, until a pass gains less than 0.001",
}


def case(kernel_id, network, title):
    return Case(
        id=f"{kernel_id}-{network}", ours=kernel_id, title=f"Leiden, {title}", inputs=[network],
        peers={"NetworKit": kernel(networkit, by_networkit), "igraph": kernel(igraph, by_igraph)},
        answers={
            "NetworKit": lambda found: {"modularity": [quality(found)]},
            "igraph": lambda found: {"modularity": [found.modularity]},
        },
        agree=agree, is_general=True, goal=1.5,
        notes=f"{PASSES[kernel_id]}, three of NetworKit's and two of igraph's, their defaults; Q is modularity")


# Once where one pass holds against both peers; twice on both.
CASES = [
    case("leiden", "ba-200k", "Barabási-Albert"),
    case("leiden-once", "ws-200k", "Watts-Strogatz, one pass"),
    case("leiden", "ws-200k", "Watts-Strogatz"),
    case("leiden-whole", "ws-200k", "Watts-Strogatz, to the end"),
    case("leiden-whole", "planted-200k", "planted groups of unequal size, 200 000"),
    case("leiden-whole", "two-mode-200k", "two modes, 200 000"),
    case("leiden-whole", "territory-20k", "hubs and members, 20 000"),
    case("leiden-whole", "territory-500k", "hubs and members, 500 000"),
    case("leiden-whole", "territory-2m", "hubs and members, 2 000 000"),
]
