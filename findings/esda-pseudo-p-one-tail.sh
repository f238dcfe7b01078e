#!/usr/bin/env bash
# esda 2.8.2 (PySAL), p_sim of Moran and Moran_Local: the tail in which the observed value lies is chosen after looking and
# only that one is counted, although the alternative is said to be "extreme, either greater or lower": it is never above
# 0.5, and one map in ten without any pattern is significant at 5 percent. p_norm beside it has two tails.
# Guess: about 5 of 100 maps of random numbers. Seen in 400: 10 of 100 by p_sim, 5 by p_norm, highest p_sim 0.5; of the
# areas by Moran_Local 10 of 100.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check esda==2.8.2 libpysal==4.14.1 geopandas==1.2.0 \
    numpy==2.4.6 pandas==3.1.1 scipy==1.17.1
cd "$folder"
venv/bin/python - 2> warnings.txt <<'END'
import warnings
import esda
import numpy as np
from libpysal.weights import lat2W

warnings.simplefilter("ignore")
np.random.seed(1)
weights = lat2W(8, 8)
maps = [np.random.normal(size=64) for _ in range(400)]
tests = [esda.Moran(values, weights, permutations=199) for values in maps]
simulated = np.array([test.p_sim for test in tests])
normal = np.array([test.p_norm for test in tests])
areas = np.concatenate([esda.Moran_Local(values, weights, permutations=199, seed=1).p_sim for values in maps[:40]])
shares = [float(np.mean(p <= 0.05)) for p in (simulated, normal, areas)]
print(shares, simulated.max(), areas.max())
assert simulated.max() <= 0.5 and areas.max() <= 0.5
assert 0.07 < shares[0] < 0.14 and 0.025 < shares[1] < 0.075 and 0.07 < shares[2] < 0.14
END
