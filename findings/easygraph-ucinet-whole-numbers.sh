#!/usr/bin/env bash
# EasyGraph 1.6.3, write_ucinet: the cells of the DL file are whole numbers; values lose what stands behind the point
# without a word, and a tie of less than 1 (a share, a correlation, a probability) is no tie any more.
# Guess: 2.5 and 0.5 in the file. Seen: 2 and 0, and one tie of two read back.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check numpy==1.26.4 scipy==1.15.3 matplotlib==3.10.3 \
    tqdm==4.70.1 requests==2.34.2 fastjsonschema==2.22.3
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check --no-deps python-easygraph==1.6.3
cd "$folder"
venv/bin/python - 2> warnings.txt <<'END'
import easygraph

graph = easygraph.DiGraph()
graph.add_edge("a", "b", weight=2.5)
graph.add_edge("b", "c", weight=0.5)
easygraph.write_ucinet(graph, "network.dl")
with open("network.dl") as file:
    text = file.read()
ties = [(edge[0], edge[1], edge[3]["weight"]) for edge in easygraph.read_ucinet("network.dl").edges]
print(text, ties)
assert "." not in text and ties == [("a", "b", 2)]
END
