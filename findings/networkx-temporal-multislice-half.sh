#!/usr/bin/env bash
# networkx-temporal 1.4.4, modularity_multislice (Mucha and others 2010; the formula stands in its documentation): the sum
# goes over pairs of slices in both orders, as the total below the line does, but a link between an actor's two copies is
# added once, so that lasting groups count half.
# Guess: the value of groups that never change goes to 1 as the coupling grows. Seen: to 0.5; with a coupling of 1, 0.4
# where the formula gives 0.55.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check networkx-temporal==1.4.4 networkx==3.6.1
cd "$folder"
venv/bin/python - 2> warnings.txt <<'END'
import networkx as nx
import networkx_temporal as tx

slice_ = nx.Graph([(0, 1), (1, 2), (0, 2), (2, 3), (3, 4), (4, 5), (3, 5)])
groups = {node: node // 3 for node in slice_}
temporal = tx.from_snapshots([slice_.copy(), slice_.copy()])


def by_formula(coupling):
    copies = [(node, time) for node in slice_ for time in (0, 1)]
    total, ties = 0, slice_.number_of_edges()
    for one, at in copies:
        for other, when in copies:
            if groups[one] != groups[other]:
                continue
            if at == when:
                total += slice_.has_edge(one, other) - slice_.degree(one) * slice_.degree(other) / (2 * ties)
            elif one == other:
                total += coupling
    return total / (2 * (2 * ties + coupling * len(slice_)))


for coupling in (0, 1, 1e6):
    value = tx.modularity_multislice(temporal, [groups, groups], interslice_weight=coupling)
    print(coupling, value, by_formula(coupling))
    assert abs(value - {0: 0.35714, 1: 0.4, 1e6: 0.5}[coupling]) < 1e-4
    assert abs(by_formula(coupling) - {0: 0.35714, 1: 0.55, 1e6: 1}[coupling]) < 1e-4
END
