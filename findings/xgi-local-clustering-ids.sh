#!/usr/bin/env bash
# XGI 0.10.2, local_clustering_coefficient: the hyperedges an actor belongs to are known by their ids, but looked up by
# their place in a list, so that the answer depends on what the hyperedges are called. With ids that are not numbers it
# raises an error, and once an earlier hyperedge was removed it does so too, or takes another hyperedge for each.
# Guess: the same numbers whatever the ids. Seen for four events numbered in order and the same four with other numbers:
# actor 2 has 1 and 0.667, actor 3 has 0.75 and 1; with names, TypeError.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check xgi==0.10.2
cd "$folder"
venv/bin/python - <<'END'
import xgi

EVENTS = [[1, 2, 3], [1, 4], [2, 4], [3, 4, 5]]


def clustering(ids):
    return xgi.local_clustering_coefficient(xgi.Hypergraph(dict(zip(ids, EVENTS))))


ordered, permuted = clustering([0, 1, 2, 3]), clustering([2, 0, 3, 1])
print(ordered, permuted)
assert ordered[2] == 1 and abs(permuted[2] - 2 / 3) < 1e-9
assert ordered[3] == 0.75 and permuted[3] == 1
try:
    clustering(["meeting", "visit", "fair", "course"])
except TypeError as error:
    print(error)
else:
    raise AssertionError("ids that are names are taken now")
END
