#!/usr/bin/env bash
# NetworkX 3.6.1, read_pajek: two ordinary sections of a Pajek file are read as another network, without a word.
# In "*Arcslist" a line "1 2 3" means arcs from 1 to 2 and to 3; the third number is taken for a value, and the arc to 3
# is missing. A second relation ("*Arcs :2 ...") is read as a tie between two new actors called "*Arcs" and ":2".
# Seen: [('a', 'b')] and ['*Arcs', ':2', 'a', 'b', 'c'].
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check networkx==3.6.1
cd "$folder"
venv/bin/python - <<'END'
import networkx as nx

vertices = '*Vertices 3\n1 "a"\n2 "b"\n3 "c"\n'
lists = nx.parse_pajek(vertices + '*Arcslist\n1 2 3\n')
print(sorted(lists.edges()))
assert sorted(lists.edges()) == [("a", "b")]
relations = nx.parse_pajek(vertices + '*Arcs :1 "gives"\n1 3\n*Arcs :2 "takes"\n2 3\n')
print(sorted(relations.nodes))
assert sorted(relations.nodes) == ["*Arcs", ":2", "a", "b", "c"]
END
