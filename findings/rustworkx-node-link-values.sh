#!/usr/bin/env bash
# rustworkx 0.18.1, parse_node_link_json, and the node-link JSON of NetworkX 3.6.1: neither knows where the other keeps
# values. Of NetworkX's file rustworkx takes the ties and drops weights and names without a word, and refuses it where
# ids are names; of rustworkx's file NetworkX has a weight inside a value "data", which no measure reads.
# Guess: names and weights come across. Seen: None for all; JSONDeserializationError; strength 1 where the weight is
# 2.5.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check rustworkx==0.18.1 networkx==3.6.1
cd "$folder"
venv/bin/python - <<'END'
import json
import networkx as nx
import rustworkx as rx

graph = nx.Graph([(0, 1, {"weight": 2.5})])
graph.nodes[0]["name"] = "Anne"
there = rx.parse_node_link_json(json.dumps(nx.node_link_data(graph, edges="links")))
print(there.nodes(), list(there.weighted_edge_list()))
assert there.nodes() == [None, None] and list(there.weighted_edge_list()) == [(0, 1, None)]
try:
    rx.parse_node_link_json(json.dumps(nx.node_link_data(nx.Graph([("Anne", "Bob")]), edges="links")))
except rx.JSONDeserializationError as error:
    print(error)
else:
    raise AssertionError("ids that are names are read now")
other = rx.PyGraph()
other.add_nodes_from([{}, {}])
other.add_edge(0, 1, {"weight": "2.5"})
text = rx.node_link_json(other, edge_attrs=lambda values: values)
back = nx.node_link_graph(json.loads(text), edges="links")
print(text, dict(back.degree(weight="weight")))
assert "2.5" in text and dict(back.degree(weight="weight")) == {0: 1, 1: 1}
END
