#!/usr/bin/env bash
# NetworkX 3.6.1 with SciPy 1.17.1, effective_size: an actor tied to itself is not read as if that row were missing, and
# the answer depends on how it is asked for. For all actors at once the loop counts as a further alter, and who has a
# single tie comes to 0, where one alter has the effective size 1; for a list of the same actors it comes to -1 (so it
# does for all at once where SciPy is not installed).
# Guess: the loop is ignored. Seen for a - b, a - c: 2, 1, 1 without, with a loop at a 1.333, 0, 0 and 2, -1, -1.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check networkx==3.6.1 scipy==1.17.1 numpy==2.4.6
cd "$folder"
venv/bin/python - <<'END'
import networkx as nx

graph = nx.Graph([("a", "b"), ("a", "c")])
plain = nx.effective_size(graph)
graph.add_edge("a", "a")
looped, listed = nx.effective_size(graph), nx.effective_size(graph, nodes=["a", "b", "c"])
print(plain, looped, listed)
assert plain == {"a": 2, "b": 1, "c": 1}
assert abs(looped["a"] - 4 / 3) < 1e-9 and looped["b"] == looped["c"] == 0
assert listed == {"a": 2, "b": -1, "c": -1}
END
