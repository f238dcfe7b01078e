#!/usr/bin/env bash
# DyNetx 0.3.2, DynDiGraph: when each of two actors names the other, interactions() lists one arc of the two, and what
# rests on that list, write_snapshots and time_slice, loses the other; number_of_interactions() and write_interactions
# still have both.
# Guess: two arcs. Seen for a -> b at time 1 and b -> a at time 2: 2 counted, b -> a listed, one line "b a 1" in the file of
# snapshots (the direction of one arc with the time of the other), nothing in the slice of time 2.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check dynetx==0.3.2 networkx==3.6.1
cd "$folder"
venv/bin/python - <<'END'
import dynetx as dn

graph = dn.DynDiGraph()
graph.add_interaction("a", "b", t=1)
graph.add_interaction("b", "a", t=2)
listed = [arc[:2] for arc in graph.interactions()]
dn.write_snapshots(graph, "snapshots.txt")
dn.write_interactions(graph, "interactions.txt")
with open("snapshots.txt") as file:
    snapshots = file.read().split("\n")
with open("interactions.txt") as file:
    interactions = file.read().split("\n")
print(graph.number_of_interactions(), listed, snapshots, interactions, graph.time_slice(2).interactions())
assert graph.number_of_interactions() == 2 and listed == [("b", "a")]
assert [line for line in snapshots if line] == ["b a 1"]
assert [line for line in interactions if line] == ["a b + 1", "b a + 2"]
assert graph.time_slice(2).interactions() == []
END
