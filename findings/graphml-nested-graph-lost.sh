#!/usr/bin/env bash
# NetworkX 3.6.1 and python-igraph 1.0.0, GraphML with a graph inside a node (a group and its members, as yEd writes it):
# members and ties inside the group are dropped without a warning, unless a tie outside mentions a member, which then
# appears without its attributes.
# Seen with both: nodes a, b, a1 and one tie, of four nodes and two ties.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check networkx==3.6.1 igraph==1.0.0
cd "$folder"
venv/bin/python - <<'END'
import warnings
import igraph
import networkx as nx

warnings.simplefilter("error")
with open("nested.graphml", "w") as file:
    file.write("""<?xml version="1.0"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="undirected">
<node id="a"><graph id="a:" edgedefault="undirected">
<node id="a1"/><node id="a2"/><edge source="a1" target="a2"/></graph></node>
<node id="b"/><edge source="a1" target="b"/></graph></graphml>""")
one = nx.read_graphml("nested.graphml")
other = igraph.Graph.Read_GraphML("nested.graphml")
print(sorted(one.nodes), one.number_of_edges(), sorted(other.vs["id"]), other.ecount())
assert sorted(one.nodes) == ["a", "a1", "b"] and one.number_of_edges() == 1
assert sorted(other.vs["id"]) == ["a", "a1", "b"] and other.ecount() == 1
END
