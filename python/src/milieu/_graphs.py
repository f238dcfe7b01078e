"""Node-link data as graphs of other libraries."""

from __future__ import annotations

from typing import Any, Dict, List, Tuple


def _ends(network: Dict[str, Any]) -> Tuple[bool, List[Tuple[str, str, Dict[str, Any]]]]:
    """Whether the graph is directed, and its ties; a tie without direction goes both ways in one that is."""
    ties = []
    directed = any(_is_directed(link, network) for link in network["links"])
    for link in network["links"]:
        attributes = {name: value for name, value in link.items() if name not in ("source", "target", "directed", "key")}
        ties.append((link["source"], link["target"], attributes))
        if directed and not _is_directed(link, network) and link["source"] != link["target"]:
            ties.append((link["target"], link["source"], dict(attributes)))
    return directed, ties


def _is_directed(link: Dict[str, Any], network: Dict[str, Any]) -> bool:
    return bool(link.get("directed", network["directed"]))


def to_networkx(network: Dict[str, Any]) -> Any:
    import networkx

    directed, ties = _ends(network)
    pairs = {(source, target) if directed else frozenset((source, target)) for source, target, _ in ties}
    if len(pairs) < len(ties):
        graph = networkx.MultiDiGraph() if directed else networkx.MultiGraph()
    else:
        graph = networkx.DiGraph() if directed else networkx.Graph()
    for node in network["nodes"]:
        # Not as words of the call: an attribute may have any name.
        graph.add_nodes_from([(node["id"], {name: value for name, value in node.items() if name != "id"})])
    graph.add_edges_from(ties)
    return graph


def to_igraph(network: Dict[str, Any]) -> Any:
    import igraph

    directed, ties = _ends(network)
    place = {node["id"]: number for number, node in enumerate(network["nodes"])}
    graph = igraph.Graph(n=len(place), directed=directed)
    # igraph's name is what it finds a node by; the name that people read is the label.
    graph.vs["name"] = list(place)
    names = dict.fromkeys(name for node in network["nodes"] for name in node if name != "id")
    for name in names:
        graph.vs["label" if name == "name" else name] = [node.get(name) for node in network["nodes"]]
    graph.add_edges([(place[source], place[target]) for source, target, _ in ties])
    for name in dict.fromkeys(name for _, _, attributes in ties for name in attributes):
        graph.es[name] = [attributes.get(name) for _, _, attributes in ties]
    return graph
