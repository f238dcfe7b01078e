#!/usr/bin/env bash
# DyNetx 0.3.2, time_slice(from, to), "interactions present in [from, to]": the last snapshot of the slice is missing for
# every tie that lasts beyond one snapshot, and the slice of a single snapshot has the ties but holds them at no time, so
# that every measure by time is empty.
# Guess: slices of a network equal at times 1 and 2 are equal to it there. Seen: of the slice 1 to 2 only snapshot 1, of
# the slice 2 no snapshot and nobody with a tie, where the network has two ties.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check dynetx==0.3.2 networkx==3.6.1
cd "$folder"
venv/bin/python - <<'END'
import dynetx as dn

graph = dn.DynGraph()
for time in (1, 2):
    graph.add_interaction("a", "b", t=time)
    graph.add_interaction("b", "c", t=time)
both, last = graph.time_slice(1, 2), graph.time_slice(2)
print(graph.temporal_snapshots_ids(), both.temporal_snapshots_ids(), last.temporal_snapshots_ids())
print(graph.degree(t=2), both.degree(t=2), last.degree(t=2), last.interactions())
assert graph.temporal_snapshots_ids() == [1, 2]
assert both.temporal_snapshots_ids() == [1] and last.temporal_snapshots_ids() == []
assert graph.degree(t=2) == {"a": 1, "b": 2, "c": 1}
assert set(both.degree(t=2).values()) == set(last.degree(t=2).values()) == {0}
assert len(last.interactions()) == 2
END
