#!/usr/bin/env bash
# NetworkX 3.6.1 with SciPy 1.17.1, hits on a star (and on any network whose leading eigenvalue is double: chains of arcs,
# two-mode networks): each call gives other numbers, hubs differ from authorities though the matrix is symmetric, and some
# scores are negative, although HITS scores are shares. Nothing is said, and no seed can be given.
# Seen in 20 calls: 20 different results.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check networkx==3.6.1 scipy==1.17.1 numpy==2.4.6
cd "$folder"
venv/bin/python - <<'END'
import networkx as nx

star = nx.star_graph(3)
calls = [nx.hits(star) for _ in range(20)]
different = {round(hubs[0], 9) for hubs, _ in calls}
negative = sum(min(hubs.values()) < -1e-9 or min(authorities.values()) < -1e-9 for hubs, authorities in calls)
print(len(different), "different results,", negative, "with negative scores")
assert len(different) > 1
assert any(abs(hubs[0] - authorities[0]) > 1e-6 for hubs, authorities in calls)
END
