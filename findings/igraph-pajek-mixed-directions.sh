#!/usr/bin/env bash
# python-igraph 1.0.0, Graph.Read_Pajek: a file with "*Arcs" and then "*Edges" becomes an undirected network; the
# direction of every arc is lost without a warning. Pajek itself holds both sorts of line in one network.
# Seen: undirected, ties (0, 1) and (1, 2).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check igraph==1.0.0
cd "$folder"
venv/bin/python - <<'END'
import warnings
import igraph

warnings.simplefilter("error")
with open("mixed.net", "w") as file:
    file.write('*Vertices 3\n1 "a"\n2 "b"\n3 "c"\n*Arcs\n1 2\n*Edges\n2 3\n')
graph = igraph.Graph.Read_Pajek("mixed.net")
print(graph.is_directed(), graph.get_edgelist())
assert not graph.is_directed() and graph.get_edgelist() == [(0, 1), (1, 2)]
END
