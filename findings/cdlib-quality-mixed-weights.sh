#!/usr/bin/env bash
# CDlib 0.4.1: of the qualities of one partition of one weighted network, Newman-Girvan modularity reads the weights by
# itself, conductance and cut ratio do not, and no argument says so: two columns of one table speak of two networks.
# Seen for two triangles joined by a tie of weight 50: modularity -0.393 (weighted), conductance 1/7 (every tie 1).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check cdlib==0.4.1 networkx==3.6.1 igraph==1.0.0 leidenalg==0.12.0
cd "$folder"
venv/bin/python - <<'END'
import networkx as nx
from cdlib import NodeClustering, evaluation

graph = nx.Graph()
graph.add_edges_from([(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5)], weight=1)
graph.add_edge(2, 3, weight=50)
partition = NodeClustering([[0, 1, 2], [3, 4, 5]], graph, "hand")
modularity = evaluation.newman_girvan_modularity(graph, partition).score
conductance = evaluation.conductance(graph, partition).score
print(modularity, conductance)
assert abs(modularity + 0.39285714285714285) < 1e-9
assert abs(conductance - 1 / 7) < 1e-9 and abs(conductance - 50 / 56) > 0.1
END
