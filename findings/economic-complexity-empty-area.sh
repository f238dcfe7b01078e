#!/usr/bin/env bash
# economic-complexity 0.3.0, complexity: one area without any activity in the table (a commune where no firm is known)
# makes the index of every area and of every activity NaN, without a word, where only its own is undefined.
# Guess: NaN for the empty area, the others as without it. Seen: NaN for all.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check economic-complexity==0.3.0 pandas==2.3.3
cd "$folder"
venv/bin/python - <<'END'
import pandas as pd
from economic_complexity import complexity, rca

table = pd.DataFrame([[10, 5, 0, 0], [8, 0, 2, 0], [0, 0, 3, 1], [4, 4, 4, 4]], index=list("ABCD"), columns=list("wxyz"))
areas, activities = complexity(rca(table))
table.loc["E"] = 0
with_empty, also = complexity(rca(table).fillna(0))
print(areas.round(3).to_dict(), with_empty.to_dict(), also.to_dict())
assert not areas.isna().any() and not activities.isna().any()
assert abs(areas["C"] - 1.1) < 1e-2 and areas["A"] < areas["B"] < areas["D"] < areas["C"]
assert with_empty.isna().all() and also.isna().all()
END
