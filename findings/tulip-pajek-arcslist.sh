#!/usr/bin/env bash
# Tulip 6.0.0, the Pajek import: a tie of "*Arcs" without a value weighs 1, the same tie told by "*Arcslist" weighs 0, which
# many measures take for no tie.
# Seen: 1 and 0, 0.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check tulip-python==6.0.0
cd "$folder"
venv/bin/python - <<'END'
from tulip import tlp

weights = []
for number, section in enumerate(("*Arcs\n1 2\n", "*Arcslist\n1 2 3\n")):
    name = "lists%d.net" % number
    with open(name, "w") as file:
        file.write('*Vertices 3\n1 "a"\n2 "b"\n3 "c"\n' + section)
    graph = tlp.importGraph("Pajek", {"file::filename": name})
    weights.append([graph["weights"][tie] for tie in graph.getEdges()])
print(weights)
assert weights == [[1.0], [0.0, 0.0]]
END
