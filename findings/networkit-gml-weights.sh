#!/usr/bin/env bash
# NetworKit 11.3, GMLGraphReader: "weight" of an edge, which GML files of valued networks carry, is dropped: the network
# comes out unweighted, every tie 1, without a word.
# Seen: not weighted, one tie of weight 1 where the file says 3.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check networkit==11.3
cd "$folder"
venv/bin/python - <<'END'
import networkit as nk

with open("valued.gml", "w") as file:
    file.write("graph [\n directed 0\n node [\n id 0\n ]\n node [\n id 1\n ]\n"
               " edge [\n source 0\n target 1\n weight 3\n ]\n]\n")
graph = nk.graphio.GMLGraphReader().read("valued.gml")
print(graph.isWeighted(), list(graph.iterEdgesWeights()))
assert not graph.isWeighted() and list(graph.iterEdgesWeights()) == [(0, 1, 1.0)]
END
