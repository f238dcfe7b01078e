#!/usr/bin/env bash
# esda 2.8.2 (PySAL), Moran, Geary, Moran_Local, G_Local: a test standardises the weights it was handed, and leaves them so.
# What is done with the same weights afterwards (a spatial lag, a sum over neighbours, the number of borders) is something
# else than before; Join_Counts and G set them to 0 and 1 again.
# Guess: the sum over the neighbours of the first area is 6 before and after. Seen: 6 before Moran, 3, the mean, after; the
# sum of all weights 80 and 25.
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
from libpysal.weights import lag_spatial, lat2W

warnings.simplefilter("ignore")
weights, values = lat2W(5, 5), np.arange(25.0)
before = float(lag_spatial(weights, values)[0]), float(weights.s0)
esda.Moran(values, weights, permutations=0)
after = float(lag_spatial(weights, values)[0]), float(weights.s0)
print(before, after)
assert before == (6, 80) and np.allclose(after, (3, 25))
END
