#!/usr/bin/env bash
# NetworKit 11.3, writeGraph with Format.DOT: a directed network is written as an undirected one ("graph", "--"), so that
# arcs lose their direction and a pair who name each other is tied twice; weights are not written.
# Guess: "digraph { 0 -> 1". Seen: "graph {", "0 -- 1;", "1 -- 0;".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check networkit==11.3
cd "$folder"
venv/bin/python - <<'END'
import networkit as nk

graph = nk.Graph(3, True, True)
for arc in ((0, 1, 2.5), (1, 0, 7.0), (1, 2, 1.0)):
    graph.addEdge(*arc)
nk.writeGraph(graph, "arcs.dot", nk.Format.DOT)
with open("arcs.dot") as file:
    lines = file.read().split("\n")
print(lines)
assert lines[0] == "graph {" and sorted(lines[1:4]) == ["0 -- 1;", "1 -- 0;", "1 -- 2;"]
assert not any("->" in line or "2.5" in line for line in lines)
END
