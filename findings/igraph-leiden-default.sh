#!/usr/bin/env bash
# python-igraph 1.0.0, community_leiden without arguments: the aim is not modularity, as with its
# community_multilevel, but the constant Potts model with a resolution of 1, where every tie beyond a clique costs: an
# ordinary network falls into single actors.
# Guess: a handful of groups. Seen for Zachary's club: 34 groups of one; with objective_function="modularity", 4.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check igraph==1.0.0
cd "$folder"
venv/bin/python - <<'END'
import random
import igraph

random.seed(1)
club = igraph.Graph.Famous("Zachary")
groups = len(club.community_leiden())
by_modularity = len(club.community_leiden(objective_function="modularity", n_iterations=-1))
print(groups, by_modularity)
assert groups == club.vcount() == 34 and by_modularity < 8
END
