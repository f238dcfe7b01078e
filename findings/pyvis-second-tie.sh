#!/usr/bin/env bash
# pyvis 0.3.2, Network.from_nx: with the default (undirected) canvas, a directed network's ties back, and every second tie
# of a multigraph, are dropped without a word; of two values the first stays.
# Seen: one edge of two, in both cases.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pyvis==0.3.2 networkx==3.6.1
cd "$folder"
venv/bin/python - <<'END'
import networkx as nx
from pyvis.network import Network

counts = []
for graph in (nx.DiGraph([("a", "b"), ("b", "a")]),
              nx.MultiGraph([("a", "b", {"kind": "finance"}), ("a", "b", {"kind": "advice"})])):
    canvas = Network()
    canvas.from_nx(graph)
    counts.append(len(canvas.get_edges()))
print(counts)
assert counts == [1, 1]
END
