#!/usr/bin/env bash
# Infomap 2.16.0, read_file of a Pajek file: "*Arcs" (directed lines) and "*Edges" (undirected ones) are read alike, as
# undirected, unless the program is told --directed. The flow through a chain of arcs is then that of a chain of edges.
# Seen: flow 0.25, 0.5, 0.25 on a -> b -> c with either heading.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check infomap==2.16.0
cd "$folder"
venv/bin/python - <<'END'
from infomap import Infomap

flows = []
for heading in ("*Arcs", "*Edges"):
    with open("chain.net", "w") as file:
        file.write('*Vertices 3\n1 "a"\n2 "b"\n3 "c"\n%s\n1 2\n2 3\n' % heading)
    network = Infomap("--silent")
    network.read_file("chain.net")
    network.run()
    flows.append({node.node_id: round(node.flow, 6) for node in network.nodes})
print(flows)
assert flows[0] == flows[1] == {1: 0.25, 2: 0.5, 3: 0.25}
END
