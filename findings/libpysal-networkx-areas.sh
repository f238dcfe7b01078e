#!/usr/bin/env bash
# libpysal 4.14.1 and NetworkX 3.6.1: neither of its two ways into NetworkX gives the same network. W.to_networkx calls
# the areas 0, 1, 2 whatever their ids (so does from_networkx), and Graph.to_networkx ties every area without neighbours
# to itself, with weight 0, so that it has degree 2.
# Guess: names and isolates as they are. Seen: nodes 0 to 2 for Romans, Valence and Die; degree 2 for Die, which has no
# neighbour, and a density of 0.667 instead of 0.333.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check libpysal==4.14.1 networkx==3.6.1
cd "$folder"
venv/bin/python - <<'END'
import networkx as nx
from libpysal import weights
from libpysal.graph import Graph

areas = weights.W({"Romans": ["Valence"], "Valence": ["Romans"], "Die": []}, silence_warnings=True)
one, other = areas.to_networkx(), Graph.from_W(areas).to_networkx()
back = weights.W.from_networkx(other, weight_col="weight")
print(list(one.nodes), dict(other.degree), nx.density(other), list(back.neighbors))
assert list(one.nodes) == [0, 1, 2] and one.number_of_edges() == 1
assert dict(other.degree) == {"Romans": 1, "Valence": 1, "Die": 2} and list(nx.selfloop_edges(other)) == [("Die", "Die")]
assert abs(nx.density(other) - 2 / 3) < 1e-9 and list(back.neighbors) == [0, 1, 2]
END
