#!/usr/bin/env bash
# bctpy 0.6.1 (Brain Connectivity Toolbox), pagerank_centrality of a directed network: a row is read as the ties an actor
# receives, while in distance_bin, degrees_dir and the rest of the library it is the ties it sends, so that the rank of one
# and the same matrix is that of the network turned round.
# Guess: the end of a chain 0 -> 1 -> 2 is first, 0.474 (as with NetworkX and igraph). Seen: 0.184, and 0.474 for its
# beginning; distance_bin goes from 0 to 2 in two steps, and not back.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check bctpy==0.6.1 numpy==2.4.6 scipy==1.17.1
cd "$folder"
venv/bin/python - 2> warnings.txt <<'END'
import bct
import numpy as np

chain = np.array([[0, 1, 0], [0, 0, 1], [0, 0, 0]], dtype=float)
rank = bct.pagerank_centrality(chain, 0.85)
steps = bct.distance_bin(chain)
received, sent, _ = bct.degrees_dir(chain)
print(rank, steps[0, 2], steps[2, 0], received, sent)
assert np.allclose(rank, [0.47441, 0.34117, 0.18442], atol=1e-4)
assert steps[0, 2] == 2 and np.isinf(steps[2, 0]) and list(received) == [0, 1, 1] and list(sent) == [1, 1, 0]
END
