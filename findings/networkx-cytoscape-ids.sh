#!/usr/bin/env bash
# NetworkX 3.6.1, cytoscape_data: a node attribute called "id" becomes the node's id in the JSON for Cytoscape, while
# the edges keep the keys of NetworkX, so that their ends name nobody in the file.
# Guess: edges follow the ids. Seen: nodes "S1" and "S2", an edge from "Anne" to "Bob"; back by cytoscape_graph the tie
# is there, since it reads a third field.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check networkx==3.6.1
cd "$folder"
venv/bin/python - <<'END'
import networkx as nx

graph = nx.Graph([("Anne", "Bob")])
nx.set_node_attributes(graph, {"Anne": "S1", "Bob": "S2"}, "id")
data = nx.cytoscape_data(graph)
ids = {node["data"]["id"] for node in data["elements"]["nodes"]}
ends = {edge["data"][end] for edge in data["elements"]["edges"] for end in ("source", "target")}
print(ids, ends, list(nx.cytoscape_graph(data).edges))
assert ids == {"S1", "S2"} and ends == {"Anne", "Bob"}
assert sorted(nx.cytoscape_graph(data).nodes) == ["Anne", "Bob"]
END
