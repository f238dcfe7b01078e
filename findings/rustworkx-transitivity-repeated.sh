#!/usr/bin/env bash
# rustworkx 0.18.1, transitivity of a PyGraph (a multigraph unless told otherwise): a tie told twice makes further
# triangles and further pairs, and the share moves, though who is tied to whom is the same.
# Guess: the second is ignored. Seen: 0.6 for a triangle with a tail, 0.8 once one of its ties stands twice.
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


ties = [(0, 1), (1, 2), (0, 2), (2, 3)]
once = rx.transitivity(network(rx.PyGraph, 4, ties))
twice = rx.transitivity(network(rx.PyGraph, 4, ties + [(0, 1)]))
print(once, twice)
assert abs(once - 0.6) < 1e-9 and abs(twice - 0.8) < 1e-9
END
