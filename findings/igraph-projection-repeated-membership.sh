#!/usr/bin/env bash
# python-igraph 1.0.0, bipartite_projection: a membership told twice (one actor, one event, two rows) counts as two
# common events for those who met there, though the multiplicity is said to be a number of common neighbours.
# Guess: 1. Seen: 2, for two actors with one event in common.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check igraph==1.0.0
cd "$folder"
venv/bin/python - <<'END'
import igraph

graph = igraph.Graph.Bipartite([0, 0, 1], [(0, 2), (0, 2), (1, 2)])
actors, _ = graph.bipartite_projection()
print(actors.get_edgelist(), actors.es["weight"])
assert actors.get_edgelist() == [(0, 1)] and actors.es["weight"] == [2]
END
