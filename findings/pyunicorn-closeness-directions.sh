#!/usr/bin/env bash
# pyunicorn 1.0.0, Network.closeness of a directed network: without lengths ("links have length 1", the documentation says)
# arcs are walked both ways; with a length of 1 on every arc they are walked one way, as path_lengths and betweenness walk
# them in either case.
# Guess: the same numbers, the inverse of the mean of path_lengths. Seen for five arcs among four, where all can be reached:
# 1, 1, 0.75, 0.75 without lengths, 0.75, 0.5, 0.6, 0.5 with.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pyunicorn==1.0.0 igraph==1.0.0 numpy==2.4.6 scipy==1.17.1
cd "$folder"
venv/bin/python - 2> warnings.txt <<'END'
import numpy as np
from pyunicorn.core.network import Network

ARCS = [(0, 1), (1, 2), (2, 0), (0, 3), (3, 1)]
network = Network(n_nodes=4, edge_list=ARCS, directed=True, silence_level=3)
ones = np.zeros((4, 4))
for one, other in ARCS:
    ones[one, other] = 1
network.set_link_attribute("length", ones)
plain, with_ones = network.closeness(), network.closeness("length")
by_hand = 3 / network.path_lengths().sum(axis=1)
print(plain, with_ones, by_hand)
assert np.allclose(plain, [1, 1, 0.75, 0.75])
assert np.allclose(with_ones, [0.75, 0.5, 0.6, 0.5]) and np.allclose(by_hand, with_ones)
assert np.array_equal(network.path_lengths(), network.path_lengths("length"))
END
