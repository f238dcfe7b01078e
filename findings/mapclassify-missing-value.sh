#!/usr/bin/env bash
# mapclassify 2.10.0, classes for a map when one area has no value (NaN): EqualInterval puts it into the lowest class,
# and with Quantiles the upper limit becomes NaN and every area, the highest too, falls into the lowest class. Nothing
# is said.
# Guess: the missing one left out, or an error. Seen for 1, 2, nan, 4, 5 in two classes: 0 0 0 1 1 by equal intervals, 0
# 0 0 0 0 by quantiles.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check mapclassify==2.10.0 numpy==2.4.6
cd "$folder"
venv/bin/python - <<'END'
import warnings
import mapclassify
import numpy as np

warnings.simplefilter("error", UserWarning)
warnings.simplefilter("error", RuntimeWarning)
values = np.array([1, 2, np.nan, 4, 5])
intervals = mapclassify.EqualInterval(values, k=2)
quantiles = mapclassify.Quantiles(values, k=2)
print(intervals.yb.tolist(), quantiles.yb.tolist(), quantiles.bins.tolist())
assert intervals.yb.tolist() == [0, 0, 0, 1, 1] and quantiles.yb.tolist() == [0, 0, 0, 0, 0]
assert np.isnan(quantiles.bins[-1]) and list(quantiles.counts) == [5, 0]
END
