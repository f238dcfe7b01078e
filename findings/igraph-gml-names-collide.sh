#!/usr/bin/env bash
# python-igraph 1.0.0, write_gml: what GML allows in no name is cut out of the names of attributes, so that two
# columns can come to one name ("post code", "postcode"). Both are written under it, and one of them is read back.
# Guess: the second is renamed. Seen: one attribute "postcode" with the values of the second column.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check igraph==1.0.0
cd "$folder"
venv/bin/python - <<'END'
import igraph

graph = igraph.Graph([(0, 1)])
graph.vs["post code"] = ["a", "b"]
graph.vs["postcode"] = ["c", "d"]
graph.write_gml("columns.gml")
with open("columns.gml") as file:
    text = file.read()
back = igraph.Graph.Read_GML("columns.gml")
print({name: back.vs[name] for name in back.vs.attributes()})
assert text.count("postcode ") == 4
assert sorted(back.vs.attributes()) == ["id", "postcode"] and back.vs["postcode"] == ["c", "d"]
END
