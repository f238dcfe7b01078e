#!/usr/bin/env bash
# bctpy 0.6.1 (Brain Connectivity Toolbox), charpath(include_infinite=False), the means over distances that leave out pairs
# without a way: an actor tied to nobody has the eccentricity 1e20, a number that stands for nothing and passes as one, and
# the diameter of the network is 1e20 with it.
# Guess: the isolate without a value (NaN), the diameter that of the others, 1. Seen: 1e20 for both, beside a mean distance
# of 1.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check bctpy==0.6.1 numpy==2.4.6 scipy==1.17.1
cd "$folder"
venv/bin/python - 2> warnings.txt <<'END'
import bct
import numpy as np

# A triangle and an actor tied to nobody.
ties = np.array([[0, 1, 1, 0], [1, 0, 1, 0], [1, 1, 0, 0], [0, 0, 0, 0]], dtype=float)
length, efficiency, eccentricity, radius, diameter = bct.charpath(bct.distance_bin(ties), include_infinite=False)
print(length, eccentricity, radius, diameter)
assert length == 1 and list(eccentricity[:3]) == [1, 1, 1] and eccentricity[3] == 1e20 and diameter == 1e20
END
