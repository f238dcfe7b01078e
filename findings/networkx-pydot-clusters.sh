#!/usr/bin/env bash
# NetworkX 3.6.1 with pydot 4.0.1, read_dot: three ordinary things of a DOT file are lost or change the network, without
# a word. Actors and ties inside a subgraph (a cluster) are dropped; a port ("a:n") makes a second actor beside a;
# values that stand once for all following ties ("edge [weight=3]") are on none of them.
# Guess: three actors and three ties of weight 3. Seen: b, c, a:n, c:s and two ties without a value.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check networkx==3.6.1 pydot==4.0.1
cd "$folder"
venv/bin/python - <<'END'
import networkx as nx

with open("cluster.dot", "w") as file:
    file.write("digraph { edge [weight=3]; subgraph cluster_x { a; b; a -> b; } b -> c; a:n -> c:s; }")
graph = nx.nx_pydot.read_dot("cluster.dot")
print(sorted(graph.nodes), sorted(graph.edges(data=True), key=str))
assert sorted(graph.nodes) == ["a:n", "b", "c", "c:s"]
assert sorted((one, other) for one, other in graph.edges()) == [("a:n", "c:s"), ("b", "c")]
assert all(not values for _, _, values in graph.edges(data=True))
END
