#!/usr/bin/env bash
# NetworKit 11.3, KONECTGraphReader: a file that calls itself "bip" numbers its two modes apart, each from 1, so that "1
# 2" is the first actor at the second event. The reader takes both numbers from one row: the second event is also the
# second actor, and the two-mode network becomes another one-mode network.
# Guess: two actors, two events named, two separate ties. Seen: a chain 1 - 2 - 3.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check networkit==11.3
cd "$folder"
venv/bin/python - <<'END'
import networkit as nk

with open("out.meetings", "w") as file:
    file.write("% bip unweighted\n1 2\n2 3\n")
graph = nk.graphio.KONECTGraphReader().read("out.meetings")
parts = nk.components.ConnectedComponents(graph).run().numberOfComponents()
print(graph.numberOfNodes(), sorted(graph.iterEdges()), parts)
assert graph.numberOfNodes() == 3 and sorted(graph.iterEdges()) == [(0, 1), (1, 2)] and parts == 1
END
