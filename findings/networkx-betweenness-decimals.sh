#!/usr/bin/env bash
# NetworkX 3.6.1, betweenness_centrality with lengths: two ways of equal length count as equal only if their sums have
# the same bits, so that lengths in decimals give other answers than the same lengths in another unit. python-igraph
# 1.0.0 compares with a tolerance.
# Guess: 0.5 for the actor on one of two ways, 1 + 2 against 3, in any unit. Seen: 0.5 for 1, 2, 3, but 0 for 0.1, 0.2,
# 0.3; igraph 0.5 for both.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check networkx==3.6.1 igraph==1.0.0
cd "$folder"
venv/bin/python - <<'END'
import igraph
import networkx as nx

TIES = [("a", "b"), ("b", "c"), ("a", "c")]
found = []
for lengths in ([1, 2, 3], [0.1, 0.2, 0.3]):
    graph = nx.Graph()
    graph.add_weighted_edges_from((*tie, length) for tie, length in zip(TIES, lengths))
    one = nx.betweenness_centrality(graph, normalized=False, weight="weight")["b"]
    other = igraph.Graph([(0, 1), (1, 2), (0, 2)]).betweenness(weights=lengths)[1]
    found.append((one, other))
print(found)
assert found == [(0.5, 0.5), (0, 0.5)]
END
