#!/usr/bin/env bash
# segregation 2.5.4 (PySAL), the indices that rest on the proximity of areas (SpatialProximity, AbsoluteClustering,
# DistanceDecayIsolation ...): Massey and Denton (1988) take exp(-distance) for it; that is computed first, then taken
# from 1, so that what counts as near is far. The indices rise as a group is scattered and fall as it gathers.
# Guess: White's spatial proximity is higher for a group that fills one half than for a chessboard (1.49 and 1.13 by the
# formula, distances in sides of a square). Seen: 1.39 and 1.50; clustering 0.39 and 0.50, isolation 0.698 and 0.755.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check segregation==2.5.4 libpysal==4.14.1 \
    geopandas==1.2.0 numpy==2.4.6 pandas==3.1.1
cd "$folder"
venv/bin/python - <<'END'
import warnings
import geopandas
import numpy as np
from segregation.singlegroup import AbsoluteClustering, DistanceDecayIsolation, SpatialProximity
from shapely.geometry import box

warnings.simplefilter("ignore")
places = [(column, row) for column in range(4) for row in range(4)]
squares = [box(1000 * x, 1000 * y, 1000 * x + 1000, 1000 * y + 1000) for x, y in places]


def indices(group):
    table = geopandas.GeoDataFrame({"group": group, "all": 100}, geometry=squares, crs=2154)
    return [float(index(table, "group", "all").statistic)
            for index in (SpatialProximity, AbsoluteClustering, DistanceDecayIsolation)]


half = indices([100 if x < 2 else 0 for x, y in places])
board = indices([100 if (x + y) % 2 else 0 for x, y in places])
print("half", half, "chessboard", board)
assert np.allclose(half, [1.3878, 0.3878, 0.6983], atol=1e-3)
assert np.allclose(board, [1.5016, 0.5016, 0.7550], atol=1e-3)
centres = np.array([(x + 0.5, y + 0.5) for x, y in places])
near = np.exp(-np.linalg.norm(centres[:, None] - centres[None], axis=2))


def white(group):
    group = np.array(group) / 800
    other = 1 / 8 - group
    return ((group @ near @ group) + (other @ near @ other)) / (2 * near.mean())


published = [white([100 if x < 2 else 0 for x, y in places]), white([100 if (x + y) % 2 else 0 for x, y in places])]
print("White's index, the diagonal at 1:", published)
assert np.allclose(published, [1.4935, 1.1285], atol=1e-3)
END
