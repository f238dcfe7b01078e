#!/usr/bin/env bash
# python-igraph 1.0.0, diversity (the entropy of an actor's ties over their weights): without weights an actor of one
# tie has 1, with every weight 1 the same actor has 0, so that leaving out equal weights turns the least diverse into
# the most.
# Guess: the same numbers. Seen for a star of three leaves: 1, 1, 1, 1 and 1, 0, 0, 0.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check igraph==1.0.0
cd "$folder"
venv/bin/python - <<'END'
import igraph

star = igraph.Graph([(0, 1), (0, 2), (0, 3)])
without, equal = star.diversity(), star.diversity(weights=[1, 1, 1])
print(without, equal)
assert without == [1, 1, 1, 1] and abs(equal[0] - 1) < 1e-9 and equal[1:] == [0, 0, 0]
END
