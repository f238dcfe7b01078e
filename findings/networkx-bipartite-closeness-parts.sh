#!/usr/bin/env bash
# NetworkX 3.6.1, bipartite.closeness_centrality of a two-mode network in several parts: the normalised value, which
# the sizes of the two modes bound by 1, is above 1. The sizes of the whole network stand over the distances of one
# part.
# Guess: at most 1. Seen for two actors with one event each: 1.333 for all four nodes, 1 for one such pair alone.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check networkx==3.6.1
cd "$folder"
venv/bin/python - <<'END'
import networkx as nx

alone = nx.bipartite.closeness_centrality(nx.Graph([("a", "x")]), ["a"])
beside = nx.bipartite.closeness_centrality(nx.Graph([("a", "x"), ("b", "y")]), ["a", "b"])
print(alone, beside)
assert set(alone.values()) == {1}
assert all(abs(value - 4 / 3) < 1e-9 for value in beside.values())
END
