#!/usr/bin/env bash
# segregation 2.5.4 (PySAL), SingleValueTest: simulated values equal to the observed one count on neither side, and the
# smaller side is doubled, so that an index no permutation can move comes out as significant as can be, p = 0. The observed
# table itself is not counted either, so that a p of 0 is given for any small number of simulations.
# Guess: p = 1 for an index without space when the areas change places. Seen: 0, with all 50 simulated values equal to the
# observed one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check segregation==2.5.4 libpysal==4.14.1 \
    geopandas==1.2.0 numpy==2.4.6 pandas==3.1.1
cd "$folder"
venv/bin/python - 2> progress.txt <<'END'
import warnings
import geopandas
from segregation.inference import SingleValueTest
from segregation.singlegroup import Dissim
from shapely.geometry import box

warnings.simplefilter("ignore")
squares = [box(1000 * x, 1000 * y, 1000 * x + 1000, 1000 * y + 1000) for x in range(4) for y in range(4)]
table = geopandas.GeoDataFrame({"group": [9, 10, 15, 19, 0, 2, 16, 18, 4, 6, 17, 8, 5, 16, 5, 8], "all": 20},
                               geometry=squares, crs=2154)
test = SingleValueTest(Dissim(table, "group", "all"), iterations_under_null=50,
                       null_approach="geographic_permutation", n_jobs=1)
print(test.statistic, set(test.est_sim), test.p_value)
assert set(test.est_sim) == {test.statistic} and test.p_value == 0
END
