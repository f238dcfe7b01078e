#!/usr/bin/env bash
# NetworkX 3.6.1, parse_edgelist and read_edgelist: "#" starts a comment anywhere in a line, so that an id which holds one
# is cut, and a line whose first id holds one vanishes, without a word. With delimiter="," the same.
# Seen: three ties given, two kept, "D#1" is "D".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check networkx==3.6.1
cd "$folder"
venv/bin/python - <<'END'
import networkx as nx

spaced = nx.parse_edgelist(["A#1 B#2", "C D#1", "E F"])
commas = nx.parse_edgelist(["A#1,B#2", "C,D#1", "E,F"], delimiter=",")
print(sorted(spaced.edges), sorted(commas.edges))
assert sorted(spaced.edges) == sorted(commas.edges) == [("C", "D"), ("E", "F")]
END
