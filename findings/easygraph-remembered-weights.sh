#!/usr/bin/env bash
# EasyGraph 1.6.3: degree and size are kept once worked out, whatever weight they were asked for, so that the number of
# ties, the strength, the modularity and the efficiency depend on which was asked for first; and modularity with weights
# mixes both when the number of ties was looked at before.
# Guess: 5 ties and a modularity of -0.25 in any order. Seen: -0.25 asked first, -0.1 (the value without weights) once the
# number of ties was asked for; 8 ties once the sum of weights was.
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

TIES = [("a", "b", 1), ("b", "c", 2), ("c", "d", 1), ("d", "a", 3), ("a", "c", 1)]
GROUPS = [["a", "b"], ["c", "d"]]


def network():
    graph = easygraph.Graph()
    for one, other, weight in TIES:
        graph.add_edge(one, other, weight=weight)
    return graph


first = easygraph.modularity(network(), GROUPS)
counted = network()
ties = counted.number_of_edges()
then = easygraph.modularity(counted, GROUPS)
summed = network()
total = summed.size(weight="weight")
print("modularity", first, "after counting", ties, "ties", then, "- sum of weights", total, "then ties",
      summed.number_of_edges())
assert abs(first + 0.25) < 1e-12 and ties == 5 and abs(then + 0.1) < 1e-12
assert total == 8 and summed.number_of_edges() == 8
END
