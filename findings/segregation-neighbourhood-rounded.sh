#!/usr/bin/env bash
# segregation 2.5.4 (PySAL), the spatial form of an index (w=... or distance=...): what surrounds an area is rounded to
# whole people, which nothing says, so that the index depends on the unit of the counts and on the scale of the weights.
# Guess: the same from counts and from the same counts in tens, as without neighbours. Seen for the dissimilarity of 16
# areas with row-standardised weights: 0.355 from counts, 0.375 from tens, nothing (NaN) from thousands; without weights
# 0.524 each time.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check segregation==2.5.4 libpysal==4.14.1 \
    geopandas==1.2.0 numpy==2.4.6 pandas==3.1.1
cd "$folder"
venv/bin/python - <<'END'
import math
import warnings
import geopandas
from libpysal.weights import Queen
from segregation.singlegroup import Dissim
from shapely.geometry import box

warnings.simplefilter("ignore")
squares = [box(1000 * x, 1000 * y, 1000 * x + 1000, 1000 * y + 1000) for x in range(4) for y in range(4)]
counts = geopandas.GeoDataFrame({"group": [9, 10, 15, 19, 0, 2, 16, 18, 4, 6, 17, 8, 5, 16, 5, 8], "all": 20},
                                geometry=squares, crs=2154)
weights = Queen.from_dataframe(counts, use_index=False)
weights.transform = "r"
alone, around = [], []
for unit in (1, 10, 1000):
    table = counts.assign(group=counts["group"] / unit, all=counts["all"] / unit)
    alone.append(float(Dissim(table, "group", "all").statistic))
    around.append(float(Dissim(table, "group", "all", w=weights).statistic))
print(alone, around)
assert all(abs(value - 0.52352) < 1e-4 for value in alone)
assert abs(around[0] - 0.35474) < 1e-4 and abs(around[1] - 0.375) < 1e-4 and math.isnan(around[2])
END
