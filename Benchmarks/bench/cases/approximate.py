from ..case import Case, Disagreement
from ..libraries import kernel, networkit

ERROR, RISK = 0.002, 0.1


def kadabra(graph):
    import networkit as nk

    found = nk.centrality.KadabraBetweenness(graph, ERROR, RISK)
    found.run()
    return found.scores()


def agree(ours, theirs):
    """Each is within the error of the truth but for its risk, so both are within twice the error."""
    import numpy as np

    gap = float(np.abs(ours["share"] - np.asarray(theirs["share"])).max())
    if not gap <= 2 * ERROR:
        raise Disagreement(f"shares differ by {gap:.2g}, more than twice the error of {ERROR}")
    return f"within {gap:.0e}"


CASES = [
    Case(
        id=f"approximate-{network}", ours="approximate", title=f"Approximate betweenness, {title}", inputs=[network],
        peers={"NetworKit": kernel(networkit, kadabra)}, answers={"NetworKit": lambda found: {"share": found}},
        agree=agree, goal=3, notes="error 0.002 of all pairs with probability 0.9, NetworKit by KADABRA")
    for network, title in [("territory-10k", "hubs and members"), ("ba-200k", "Barabási-Albert")]
]
