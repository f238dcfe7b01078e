#!/usr/bin/env bash
# rustworkx 0.18.1, core_number of a directed network: arcs in both directions between two actors count once. NetworkX
# 3.6.1 and python-igraph 1.0.0 count arcs in and out, so that the same actors are one core higher.
# Guess: in and out added, as the others do. Seen for a <-> b -> c: 1, 1, 1; the others 2, 2, 1.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check rustworkx==0.18.1 networkx==3.6.1 igraph==1.0.0
cd "$folder"
venv/bin/python - <<'END'
import igraph
import networkx as nx
import rustworkx as rx


def network(kind, size, ties):
    graph = kind()
    graph.add_nodes_from(range(size))
    graph.add_edges_from_no_data(ties)
    return graph


arcs = [(0, 1), (1, 0), (1, 2)]
found = dict(rx.core_number(network(rx.PyDiGraph, 3, arcs)))
one, other = nx.core_number(nx.DiGraph(arcs)), igraph.Graph(3, arcs, directed=True).coreness()
print(found, one, other)
assert found == {0: 1, 1: 1, 2: 1} and one == {0: 2, 1: 2, 2: 1} and other == [2, 2, 1]
END
