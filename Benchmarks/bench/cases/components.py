from ..case import Case, Disagreement
from ..libraries import igraph, kernel, networkit


def by_networkit(graph):
    import networkit as nk

    found = nk.components.ConnectedComponents(graph)
    found.run()
    return found


def agree(ours, theirs):
    """The same classes, whatever their numbers."""
    import numpy as np

    one, other = ours["component"].astype(int), np.asarray(theirs["component"], dtype=int)
    pairs = len(np.unique(np.column_stack((one, other)), axis=0))
    if not pairs == len(np.unique(one)) == len(np.unique(other)):
        raise Disagreement("components: not the same classes")
    return "equal"


CASES = [
    Case(
        id="components", title="Components, Barabási-Albert", inputs=["ba-200k"],
        peers={
            "NetworKit": kernel(networkit, by_networkit),
            "igraph": kernel(igraph, lambda g: g.connected_components()),
        },
        answers={
            "NetworKit": lambda found: {"component": found.getPartition().getVector()},
            "igraph": lambda found: {"component": found.membership},
        },
        agree=agree, is_general=True, goal=1)
]
