#!/usr/bin/env bash
# netseg 0.1.8, dipole_moment (Morales and others 2015), how far two camps are apart: an actor whose opinion is exactly 0,
# who stands between the camps or is reached by none, is counted with one of the two, that whose name comes first in the
# alphabet, so that calling the camps by each other's names changes the value.
# Guess: the same. Seen for three against two with one between them: 0.667, with the names exchanged 1.000.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check netseg==0.1.8 igraph==1.0.0
cd "$folder"
venv/bin/python - <<'END'
import igraph
import netseg

# 0 stands between 1 and 2, the speakers of the camps; 3 and 4 are behind 1, 5 behind 2.
graph = igraph.Graph([(0, 1), (0, 2), (1, 3), (1, 4), (2, 5)])
camps = ["south", "north", "south", "north", "north", "south"]
exchanged = [{"north": "south", "south": "north"}[camp] for camp in camps]
values = [netseg.dipole_moment(names, graph, influential_nodes=[1, 2], balanced=False) for names in (camps, exchanged)]
print(values)
assert sorted(round(value, 3) for value in values) == [0.667, 1.0]
END
