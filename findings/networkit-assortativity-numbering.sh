#!/usr/bin/env bash
# NetworKit 11.3, correlation.Assortativity on an undirected network: each tie counts from one end only, so that the
# coefficient depends on how the nodes are numbered. Pearson's correlation over both orientations (Newman 2003) is 1/9 for
# the network below, whatever the numbers.
# Seen: 0.8528 with one numbering, another value with the numbers turned round.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check networkit==11.3
cd "$folder"
venv/bin/python - <<'END'
import networkit as nk

ties, values = [(0, 1), (1, 2), (0, 2), (2, 3)], [1.0, 2.0, 3.0, 4.0]


def coefficient(number):
    graph = nk.Graph(4)
    for one, other in ties:
        graph.addEdge(number[one], number[other])
    placed = [0.0] * 4
    for node, value in enumerate(values):
        placed[number[node]] = value
    return nk.correlation.Assortativity(graph, placed).run().getCoefficient()


found = [coefficient(number) for number in ([0, 1, 2, 3], [3, 0, 2, 1])]
print(found)
assert abs(found[0] - 0.8528028654224417) < 1e-9
assert abs(found[0] - found[1]) > 0.1 and all(abs(value - 1 / 9) > 0.1 for value in found)
END
