#!/usr/bin/env bash
# NetworkX 3.6.1, transitivity of a directed network: what is counted is triangles among those an actor names, over
# pairs of those it names. Turning every arc round, which leaves triads and triangles what they are, changes the share,
# and three actors in a ring, a triangle where every two meet, have none.
# Guess: the same both ways. Seen for a -> b -> c, a -> c, a -> d: 1/6, turned round 1/2 (0.6 without directions); for
# the ring 0.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check networkx==3.6.1
cd "$folder"
venv/bin/python - <<'END'
import networkx as nx

graph = nx.DiGraph([("a", "b"), ("b", "c"), ("a", "c"), ("a", "d")])
found, turned = nx.transitivity(graph), nx.transitivity(graph.reverse())
plain = nx.transitivity(graph.to_undirected())
ring = nx.transitivity(nx.DiGraph([("a", "b"), ("b", "c"), ("c", "a")]))
print(found, turned, plain, ring)
assert abs(found - 1 / 6) < 1e-9 and abs(turned - 1 / 2) < 1e-9
assert abs(plain - 0.6) < 1e-9 and ring == 0
END
