#!/usr/bin/env bash
# NetworkX 3.6.1, group_closeness_centrality: an actor whom the group cannot reach is counted among those to reach, at
# a distance of 0. Taking a tie away can so make a group closer to all, and the value pass 1.
# Guess: at most 1, and lower for who reaches less. Seen for the end of a path of four: 0.5; without the middle tie:
# 3.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check networkx==3.6.1
cd "$folder"
venv/bin/python - <<'END'
import networkx as nx

whole = nx.group_closeness_centrality(nx.Graph([(0, 1), (1, 2), (2, 3)]), [0])
cut = nx.group_closeness_centrality(nx.Graph([(0, 1), (2, 3)]), [0])
print(whole, cut)
assert abs(whole - 0.5) < 1e-9 and abs(cut - 3) < 1e-9
END
