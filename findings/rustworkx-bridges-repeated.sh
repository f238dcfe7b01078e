#!/usr/bin/env bash
# rustworkx 0.18.1, bridges: of two actors with two ties between them (a multigraph) the pair is called a bridge,
# though taking one of the ties away parts nothing. NetworkX 3.6.1 does not name it.
# Guess: no bridge. Seen: (0, 1) and (1, 2); NetworkX (1, 2).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check rustworkx==0.18.1 networkx==3.6.1
cd "$folder"
venv/bin/python - <<'END'
import networkx as nx
import rustworkx as rx


def network(kind, size, ties):
    graph = kind()
    graph.add_nodes_from(range(size))
    graph.add_edges_from_no_data(ties)
    return graph


ties = [(0, 1), (0, 1), (1, 2)]
found = {tuple(sorted(pair)) for pair in rx.bridges(network(rx.PyGraph, 3, ties))}
other = set(nx.bridges(nx.MultiGraph(ties)))
print(found, other)
assert found == {(0, 1), (1, 2)} and other == {(1, 2)}
END
