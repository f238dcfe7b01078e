#!/usr/bin/env bash
# rustworkx 0.18.1, distance_matrix: two actors between whom there is no way stand at a distance of 0, as an actor
# from itself, unless null_value says otherwise; a mean over the matrix calls a network in parts compact.
# Guess: infinity. Seen: 0 for an isolate.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check rustworkx==0.18.1
cd "$folder"
venv/bin/python - <<'END'
import rustworkx as rx


def network(kind, size, ties):
    graph = kind()
    graph.add_nodes_from(range(size))
    graph.add_edges_from_no_data(ties)
    return graph


distances = rx.distance_matrix(network(rx.PyGraph, 3, [(0, 1)])).tolist()
print(distances)
assert distances == [[0, 1, 0], [1, 0, 0], [0, 0, 0]]
END
