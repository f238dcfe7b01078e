#!/usr/bin/env bash
# NetworkX 3.6.1, read_leda: actors are known by their labels instead of their numbers, so that two of one label become
# one, tied to itself, and one of two ties between the same actors replaces the other. python-igraph's write_leda and the
# format allow both.
# Guess: three actors and three ties. Seen: two actors, the tie between the first two a loop, and one value of two.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check networkx==3.6.1
cd "$folder"
venv/bin/python - <<'END'
import networkx as nx

TEXT = """LEDA.GRAPH
string
int
-1
3
|{bakery}|
|{bakery}|
|{town}|
3
1 2 0 |{4}|
2 3 0 |{5}|
2 3 0 |{6}|"""
graph = nx.parse_leda(TEXT)
print(list(graph.nodes), list(graph.edges(data="label")))
assert sorted(graph.nodes) == ["bakery", "town"]
assert sorted(graph.edges(data="label")) == [("bakery", "bakery", "4"), ("bakery", "town", "6")]
END
