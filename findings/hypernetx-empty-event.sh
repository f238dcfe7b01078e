#!/usr/bin/env bash
# HyperNetX 2.4.3: an edge without members (an event of which no participant is known) is dropped when a hypergraph is
# made from a dictionary, so that the number of events and every share over events change.
# Seen: three edges given, two kept.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check hypernetx==2.4.3
cd "$folder"
venv/bin/python - <<'END'
import hypernetx as hnx

graph = hnx.Hypergraph({"meeting": ["a", "b"], "visit": [], "course": ["c"]})
print(graph.shape, sorted(graph.edges))
assert graph.shape == (3, 2)
assert sorted(graph.edges) == ["course", "meeting"]
END
