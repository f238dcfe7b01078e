#!/usr/bin/env bash
# libpysal 4.14.1, DistanceBand: "w = 1 if d <= threshold", yet two points at one place (two firms at one address),
# whose distance is 0, are no neighbours; distances are kept in a sparse matrix, where 0 is nothing.
# Graph.build_distance_band of the same library has them.
# Guess: the nearest of all are neighbours. Seen for two firms at one address and a third 1 away: the two have the third
# as their only neighbour, and two firms alone at one address are islands.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check libpysal==4.14.1
cd "$folder"
venv/bin/python - <<'END'
import geopandas
import numpy as np
from libpysal import weights
from libpysal.graph import Graph

places = np.array([[0.0, 0.0], [0.0, 0.0], [1.0, 0.0]])
band = weights.DistanceBand.from_array(places, threshold=1.5)
alone = weights.DistanceBand.from_array(places[:2], threshold=1.5, silence_warnings=True)
points = geopandas.GeoSeries(geopandas.points_from_xy(places[:, 0], places[:, 1]))
newer = Graph.build_distance_band(points, 1.5)
print(band.neighbors, alone.islands, list(newer[0].index))
assert band.neighbors == {0: [2], 1: [2], 2: [0, 1]} and sorted(alone.islands) == [0, 1]
assert sorted(newer[0].index) == [1, 2]
END
