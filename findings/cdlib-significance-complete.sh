#!/usr/bin/env bash
# CDlib 0.4.1, evaluation.significance: for a partition whose communities are complete (every pair tied), the answer is
# NaN. In the formula (Traag, Krings and Van Dooren 2013) the term 0 log 0 of a density of 1 has the limit 0, so that the
# value is finite, and largest just there.
# Seen: nan for two triangles joined by a tie.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check cdlib==0.4.1 networkx==3.6.1 igraph==1.0.0 leidenalg==0.12.0
cd "$folder"
venv/bin/python - <<'END'
import math
import networkx as nx
from cdlib import NodeClustering, evaluation

graph = nx.Graph([(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (2, 3)])
found = evaluation.significance(graph, NodeClustering([[0, 1, 2], [3, 4, 5]], graph, "hand")).score
print(found)
assert math.isnan(found)
END
