from ..case import Case, Disagreement, near
from ..libraries import igraph, kernel


def columns(found):
    return {"constraint": found}


def agree(ours, theirs):
    import numpy as np

    said = near(1e-9, "constraint")(ours, theirs)
    if not np.isfinite(ours["effective_size"]).all():
        raise Disagreement("effective size: not a number")
    return said


CASES = [
    Case(
        id=f"constraint-{network}", ours="constraint", title=f"Burt's constraint, {title}", inputs=[network],
        peers={"igraph": kernel(igraph, lambda g: g.constraint())}, answers={"igraph": columns}, agree=agree, is_general=True, goal=3,
        # Each tie's row of higher neighbours is read from both ends, with a mark looked up for each.
        traffic=lambda n, m: 2 * m * 4 + 2 * m * 5 * 8 + 3 * 8 * n,
        notes="our time includes effective size and hierarchy")
    for network, title in [("ba-200k", "Barabási-Albert"), ("ws-200k", "Watts-Strogatz")]
]
