#!/usr/bin/env bash
# Tulip 6.0.0, the GML import: whatever an edge carries (weight, kind, label) is dropped, while a node's own values are
# kept: a valued network comes out without values, and nothing is said.
# Seen: the node's "size" is a property of the graph, the edge's "weight" is none.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check tulip-python==6.0.0
cd "$folder"
venv/bin/python - <<'END'
from tulip import tlp

with open("valued.gml", "w") as file:
    file.write('graph [\n directed 1\n node [\n id 5\n label "x"\n size 2\n ]\n node [\n id 2\n label "y"\n ]\n'
               ' edge [\n source 5\n target 2\n weight 7\n ]\n]\n')
graph = tlp.importGraph("GML", {"file::filename": "valued.gml"})
names = sorted(name for name in graph.getProperties() if not name.startswith("view"))
print(graph.numberOfEdges(), names)
assert graph.numberOfEdges() == 1 and names == ["size"]
END
