#!/usr/bin/env bash
# NetworKit 11.3, EigenvectorCentrality on a star: the centre is given 3 times a leaf, where the leading eigenvector of a
# star of three leaves has the ratio of the square root of 3 (1.732). A two-mode network has a second eigenvalue of the
# same size, so that plain power iteration swings between two vectors; a smaller tolerance changes nothing.
# Seen: 0.8660 and 0.2887, at the default tolerance and at 1e-12.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check networkit==11.3
cd "$folder"
venv/bin/python - <<'END'
import networkit as nk

star = nk.Graph(4)
for leaf in (1, 2, 3):
    star.addEdge(0, leaf)
for tolerance in (1e-9, 1e-12):
    scores = nk.centrality.EigenvectorCentrality(star, tolerance).run().scores()
    print(tolerance, scores)
    assert abs(scores[0] / scores[1] - 3) < 1e-6
END
