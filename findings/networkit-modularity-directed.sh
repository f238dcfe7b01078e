#!/usr/bin/env bash
# NetworKit 11.3, community.Modularity on a directed network gives a number that is neither the directed modularity
# (Leicht and Newman 2008) nor that of the network without its directions, and says nothing.
# Seen: 0.59375, where NetworkX and igraph say 0.25 with directions and igraph 0.21875 without.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check networkit==11.3 networkx==3.6.1 igraph==1.0.0
cd "$folder"
venv/bin/python - <<'END'
import igraph
import networkit as nk
import networkx as nx

arcs, groups = [(0, 1), (1, 0), (2, 3), (1, 2)], [0, 0, 1, 1]
graph = nk.Graph(4, False, True)
for arc in arcs:
    graph.addEdge(*arc)
partition = nk.structures.Partition(4)
partition.setUpperBound(2)
for node, group in enumerate(groups):
    partition.addToSubset(group, node)
found = nk.community.Modularity().getQuality(partition, graph)
other = igraph.Graph(4, arcs, directed=True)
directed = nx.community.modularity(nx.DiGraph(arcs), [{0, 1}, {2, 3}])
print(found, directed, other.modularity(groups), other.modularity(groups, directed=False))
assert abs(found - 0.59375) < 1e-12
assert abs(directed - 0.25) < 1e-12 and abs(other.modularity(groups) - 0.25) < 1e-12
assert abs(other.modularity(groups, directed=False) - 0.21875) < 1e-12
END
