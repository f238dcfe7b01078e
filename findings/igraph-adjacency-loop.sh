#!/usr/bin/env bash
# python-igraph 1.0.0: get_adjacency and get_adjacency_sparse are not the same matrix. An actor tied to itself has 2 in
# the diagonal of the first and 1 in that of the second, so that the sums of rows, the degrees, differ.
# Guess: one matrix in two forms. Seen: [[2, 1], [1, 0]] and [[1, 1], [1, 0]], where degree says 3.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check igraph==1.0.0 scipy==1.17.1 numpy==2.4.6
cd "$folder"
venv/bin/python - <<'END'
import igraph

graph = igraph.Graph([(0, 1), (0, 0)])
dense = [list(row) for row in graph.get_adjacency()]
sparse = graph.get_adjacency_sparse().toarray().tolist()
print(dense, sparse, graph.degree())
assert dense == [[2, 1], [1, 0]] and sparse == [[1, 1], [1, 0]] and graph.degree() == [3, 1]
END
