#!/usr/bin/env bash
# pathpy2 2.2.0, closeness: whom an actor cannot be reached from is left out below the line and counted above it, so that
# the less it can be reached the closer it is said to be; "normalized" divides by the highest value, and keeps the order.
# Guess: an actor tied to one other, apart from all, is the least close. Seen: 5 for it, 1.667 for the actor who reaches all
# of the other part (at most 1 where everybody can be reached).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pathpy2==2.2.0 numpy==2.4.6 scipy==1.17.1
cd "$folder"
venv/bin/python - 2> warnings.txt <<'END'
import pathpy

network = pathpy.Network(directed=False)
for one, other in (("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("x", "y")):
    network.add_edge(one, other)
closeness = {actor: float(value) for actor, value in pathpy.algorithms.centralities.closeness(network).items()}
print(closeness)
assert closeness["x"] == closeness["y"] == 5 and abs(closeness["c"] - 5 / 3) < 1e-9 and closeness["d"] == 1
assert max(closeness, key=closeness.get) in ("x", "y")
END
