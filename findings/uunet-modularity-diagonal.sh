#!/usr/bin/env bash
# uunet (multinet) 2.2.1, modularity: of what chance would bring, the part of an actor with itself (degree squared over all
# ties) is left out, so that every value is higher than by the formula (Newman and Girvan; Mucha and others 2010), the more
# so the smaller the network, and one group of all, which is 0 by definition, has a modularity of its own.
# Guess: 0.357 for two triangles joined by a tie, as NetworkX 3.6.1 says, and 0 for one group of all. Seen: 0.531 and 0.173.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check uunet==2.2.1 networkx==3.6.1
cd "$folder"
venv/bin/python - 2> warnings.txt <<'END'
import networkx as nx
import uunet.multinet as multinet

TIES = [("a", "b"), ("b", "c"), ("a", "c"), ("c", "d"), ("d", "e"), ("e", "f"), ("d", "f")]
network = multinet.empty()
multinet.add_layers(network, ["work"])
for one, other in TIES:
    multinet.add_edges(network, {"from_actor": [one], "from_layer": ["work"], "to_actor": [other], "to_layer": ["work"]})
graph = nx.Graph(TIES)
degrees = sum(degree ** 2 for _, degree in graph.degree()) / (2 * len(TIES)) ** 2
for groups, seen, formula in ((["abc", "def"], 0.53061, 0.35714), (["abcdef"], 0.17347, 0)):
    table = {"actor": [], "layer": [], "cid": []}
    for number, group in enumerate(groups):
        for actor in group:
            table["actor"].append(actor)
            table["layer"].append("work")
            table["cid"].append(number)
    value = multinet.modularity(network, table, 1.0, 0.0)
    peer = nx.community.modularity(graph, [set(group) for group in groups])
    print(groups, value, peer, "difference", value - peer, "the actors with themselves", degrees)
    assert abs(value - seen) < 1e-4 and abs(peer - formula) < 1e-4 and abs(value - peer - degrees) < 1e-9
END
