#!/usr/bin/env bash
# scikit-network 0.33.5, PageRank of a network with a sink (an actor that names nobody): the sink's walk does not start
# anew from all actors, as with NetworkX, igraph and the paper's own remedy, but gathers there.
# Seen on a -> b -> c with damping 0.85: 0.077, 0.178, 0.745; NetworkX 0.184, 0.341, 0.474.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check scikit-network==0.33.5 networkx==3.6.1
cd "$folder"
venv/bin/python - <<'END'
import networkx as nx
import numpy as np
from scipy import sparse
from sknetwork.ranking import PageRank

chain = sparse.csr_matrix(np.array([[0, 1, 0], [0, 0, 1], [0, 0, 0]]))
found = PageRank(damping_factor=0.85).fit_predict(chain)
other = nx.pagerank(nx.DiGraph([(0, 1), (1, 2)]), alpha=0.85)
print(found, other)
assert np.allclose(found, [0.077, 0.178, 0.745], atol=5e-3)
assert np.allclose([other[node] for node in range(3)], [0.184, 0.341, 0.474], atol=5e-3)
END
