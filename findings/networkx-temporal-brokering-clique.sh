#!/usr/bin/env bash
# networkx-temporal 1.4.4, brokering_centrality, "a measure of the node's ability to connect different parts of the
# network": it is the degree times the clustering coefficient, so that it is the higher the more an actor's partners know
# each other already. A broker, whose partners do not, has 0.
# Guess: the centre of a star before the members of a clique. Seen: 0 for the centre, 1, the highest value there is, for
# each of the clique.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check networkx-temporal==1.4.4 networkx==3.6.1
cd "$folder"
venv/bin/python - 2> warnings.txt <<'END'
import networkx as nx
import networkx_temporal as tx

star_and_clique = nx.disjoint_union(nx.star_graph(3), nx.complete_graph(4))
values = tx.brokering_centrality(star_and_clique)
print(values)
assert values[0] == 0 and all(values[node] == 1 for node in (4, 5, 6, 7))
END
