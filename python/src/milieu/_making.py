"""Networks that are in Python already, handed to the program as node-link JSON, which keeps every id a text."""

from __future__ import annotations

import datetime
import json
import math
import pathlib
import tempfile
from typing import Any, Dict, Iterable, List, Optional

from ._errors import MilieuError
from ._network import Network, read


def from_pandas(ties: Any, actors: Any = None, *, directed: bool = False) -> Network:
    """A network from a data frame of ties (``source``, ``target`` and any further columns, ``weight`` among them),
    and, if there is one, of actors (``id`` and any further columns), which adds those without a tie.

    A column ``directed`` of the ties says it tie by tie. Missing values are left out.
    """
    rows = ties.to_dict("records")
    return _network(rows, None if actors is None else actors.to_dict("records"), directed)


def from_polars(ties: Any, actors: Any = None, *, directed: bool = False) -> Network:
    """The same from frames of polars."""
    return _network(ties.to_dicts(), None if actors is None else actors.to_dicts(), directed)


def from_networkx(graph: Any) -> Network:
    """A network from a graph of NetworkX, with the attributes of nodes and edges; ids become texts."""
    nodes = [{**attributes, "id": node} for node, attributes in graph.nodes(data=True)]
    _refuse("id", (attributes for _, attributes in graph.nodes(data=True)))
    _refuse("source", (attributes for *_, attributes in graph.edges(data=True)))
    links = [{**attributes, "source": source, "target": target} for source, target, attributes in graph.edges(data=True)]
    return _network(links, nodes, graph.is_directed())


def from_igraph(graph: Any) -> Network:
    """A network from a graph of igraph: ``name`` is the id (without it, the number) and ``label`` the name."""
    attributes = graph.vs.attributes()
    nodes: List[Dict[str, Any]] = []
    for vertex in graph.vs:
        own = vertex.attributes()
        node = {name: value for name, value in own.items() if name not in ("name", "label", "id")}
        if "label" in attributes:
            node["name"] = own["label"]
        node["id"] = own["name"] if "name" in attributes else vertex.index
        nodes.append(node)
    links = [{**edge.attributes(), "source": nodes[edge.source]["id"], "target": nodes[edge.target]["id"]}
             for edge in graph.es]
    return _network(links, nodes, graph.is_directed())


def _refuse(name: str, attributes: Iterable[Dict[str, Any]]) -> None:
    if any(name in own for own in attributes):
        raise MilieuError(f'An attribute is called "{name}", which says here what a node or an edge is: rename it.', 2)


def _network(ties: List[Dict[str, Any]], actors: Optional[List[Dict[str, Any]]], directed: bool) -> Network:
    links = [_cleaned(row, ("source", "target")) for row in ties]
    nodes = [_cleaned(row, ("id",)) for row in actors or []]
    seen: Dict[str, Any] = {}
    for row in actors or []:
        if seen.setdefault(str(row["id"]), row["id"]) != row["id"]:
            raise MilieuError(f"Two ids are the same text: {row['id']!r} and {seen[str(row['id'])]!r}.", 2)
    known = {node["id"] for node in nodes}
    for link in links:
        for end in (link["source"], link["target"]):
            if end not in known:
                known.add(end)
                nodes.append({"id": end})
    folder: tempfile.TemporaryDirectory[str] = tempfile.TemporaryDirectory(prefix="milieu-")
    file = pathlib.Path(folder.name) / "network.json"
    text = json.dumps({"directed": directed, "multigraph": True, "graph": {}, "nodes": nodes, "links": links},
                      ensure_ascii=False, allow_nan=False)
    try:
        file.write_text(text, encoding="utf-8")
        network = read(file, format="json")
    except UnicodeEncodeError as error:
        folder.cleanup()
        raise MilieuError(f"A text cannot be written: {error.reason}.", 2) from None
    except BaseException:
        folder.cleanup()
        raise
    network._folder = folder
    return network


def _cleaned(row: Dict[str, Any], ids: Iterable[str]) -> Dict[str, Any]:
    """A row without what is missing; its ids are texts."""
    clean = {str(name): _plain(value) for name, value in row.items() if not _is_missing(value)}
    for name in ids:
        if name not in clean:
            raise MilieuError(f'A row has no "{name}": {row}', 2)
        clean[name] = str(clean[name])
    return clean


def _is_missing(value: Any) -> bool:
    """None, not-a-number, and pandas' own words for what is not there, which equal nothing, not even themselves."""
    if value is None or type(value).__name__ in ("NAType", "NaTType"):
        return True
    try:
        return bool(value != value)
    except (TypeError, ValueError):
        return False


def _plain(value: Any) -> Any:
    """A value that JSON has: a number of NumPy as one of Python, a date as its text."""
    if isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, float):
        if not math.isfinite(value):
            raise MilieuError(f"{value} is no number that a network can hold.", 2)
        return value
    if hasattr(value, "item") and getattr(value, "ndim", None) == 0:
        return _plain(value.item())
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value)
