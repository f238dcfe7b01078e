#!/usr/bin/env bash
# EasyGraph 1.6.3, efficiency with weights (Burt: effective size over the number of alters, a share): what stands below is
# the sum of weights, so that the share depends on the unit of the weights.
# Guess: the same whether contacts are told by month or by year, and 1 for who has a single alter. Seen: 0.594 and 0.049
# for twelve times the weights, 1 and 0.083 for the actor with one alter; the effective size is the same.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check numpy==1.26.4 scipy==1.15.3 matplotlib==3.10.3 \
    tqdm==4.70.1 requests==2.34.2 fastjsonschema==2.22.3
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check --no-deps python-easygraph==1.6.3
cd "$folder"
venv/bin/python - 2> warnings.txt <<'END'
import easygraph

TIES = [("a", "b", 1), ("a", "c", 2), ("a", "d", 1), ("b", "c", 1)]


def burt(unit):
    graph = easygraph.Graph()
    for one, other, weight in TIES:
        graph.add_edge(one, other, weight=weight * unit)
    return easygraph.effective_size(graph, weight="weight"), easygraph.efficiency(graph, weight="weight")


(size, by_month), (also, by_year) = burt(1), burt(12)
print(size, by_month, by_year)
assert size == also and abs(size["a"] - 2.375) < 1e-12
assert abs(by_month["a"] - 2.375 / 4) < 1e-12 and by_month["d"] == 1
assert abs(by_year["a"] - 2.375 / 48) < 1e-12 and abs(by_year["d"] - 1 / 12) < 1e-12
END
