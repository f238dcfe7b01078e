from .. import networks
from ..case import Case, Disagreement
from ..libraries import igraph, kernel


def scaled(vector):
    import numpy as np

    vector = np.abs(np.asarray(vector))
    return vector / np.linalg.norm(vector)


def agreeing(column, within):
    """The peers stop at tolerances of their own."""

    def agree(ours, theirs):
        import numpy as np

        gap = float(np.abs(scaled(ours[column]) - scaled(theirs[column])).max())
        if not gap <= within:
            raise Disagreement(f"{column}: differs by {gap:.2g}")
        return f"within {gap:.0e}"

    return agree


# That of `CaseList.swift`.
KATZ_ATTENUATION = 0.015


def katz_by_scipy(name):
    """No library of networks solves Katz's equation as it is written (NetworKit's answer depends on the base, NetworkX
    iterates in Python), so that the peer is SciPy's conjugate gradients on the same system."""
    import numpy as np
    from scipy.sparse import coo_matrix, eye_array
    from scipy.sparse.linalg import cg

    network = networks.read(name)
    ones = np.ones(network.m)
    half = coo_matrix((ones, (network.sources, network.targets)), shape=(network.n, network.n))
    matrix = (eye_array(network.n) - KATZ_ATTENUATION * (half + half.T)).tocsr()
    return lambda: cg(matrix, np.ones(network.n), rtol=1e-13)[0]


def case(kernel_id, column, title, network, where, peers):
    return Case(
        id=f"{kernel_id}-{network}", ours=kernel_id, title=f"{title}, {where}", inputs=[network], peers=peers,
        answers={name: lambda found: {column: found} for name in peers}, agree=agreeing(column, 1e-5), goal=3,
        notes="ours to a residual below 1e-13, igraph with ARPACK's own")


# NetworKit is no peer of the eigenvector: at a tolerance of 1e-9 it ends with a residual of 0.011 on Barabási-Albert,
# ours and igraph's are 5e-11 and 1e-12 there.
CASES = [
    case(
        "eigenvector", "eigenvector", "Eigenvector centrality", network, where,
        {"igraph": kernel(igraph, lambda g: g.eigenvector_centrality())})
    for network, where in [("ba-200k", "Barabási-Albert"), ("territory-500k", "hubs and members, 500 000")]
] + [
    case(
        "hits", "hub", "Hubs and authorities", network, where, {"igraph": kernel(igraph, lambda g: g.hub_score())})
    for network, where in [("ba-200k", "Barabási-Albert")]
] + [
    Case(
        id="katz-ba-200k", ours="katz", title="Katz's index, Barabási-Albert", inputs=["ba-200k"], peers={"SciPy": katz_by_scipy},
        answers={"SciPy": lambda found: {"katz": found}}, agree=agreeing("katz", 1e-9), goal=3,
        notes="SciPy's conjugate gradients on the same system to a residual of 1e-13, its matrix ready")
]
