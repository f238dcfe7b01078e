#!/usr/bin/env bash
# python-igraph 1.0.0, write_graphml: a text that is missing (None) is written as the word "None" and read back as
# such; a missing number in the same file is kept as missing. An actor without a sector then has one.
# Guess: None comes back. Seen: 'None' for the text, nan for the number, no warning.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check igraph==1.0.0
cd "$folder"
venv/bin/python - <<'END'
import math
import warnings
import igraph

warnings.simplefilter("error")
graph = igraph.Graph([(0, 1)])
graph.vs["sector"] = ["food", None]
graph.vs["staff"] = [12, None]
graph.write_graphml("missing.graphml")
back = igraph.Graph.Read_GraphML("missing.graphml")
print(back.vs["sector"], back.vs["staff"])
assert back.vs["sector"] == ["food", "None"]
assert back.vs["staff"][0] == 12 and math.isnan(back.vs["staff"][1])
END
