#!/usr/bin/env bash
# uunet (multinet) 2.2.1, write of a network with directed and undirected layers as GraphML: the file is called directed as
# a whole and the ties of undirected layers are not marked, so that each becomes an arc one way, for any reader. Actors
# are known by their place in memory, which is another with each writing.
# Guess: directed="false" on the undirected tie. Seen: no edge says how it is meant; NetworkX 3.6.1 reads one arc.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check uunet==2.2.1 networkx==3.6.1
cd "$folder"
venv/bin/python - 2> warnings.txt <<'END'
import networkx as nx
import uunet.multinet as multinet


def written(name):
    network = multinet.empty()
    multinet.add_layers(network, ["advice", "kin"], [True, False])
    for one, other, layer in (("a", "b", "advice"), ("a", "c", "kin")):
        multinet.add_edges(network, {"from_actor": [one], "from_layer": [layer], "to_actor": [other], "to_layer": [layer]})
    assert sorted(multinet.edges(network)["dir"]) == [False, True]
    multinet.write(network, name, format="graphml")
    with open(name) as file:
        return file.read()


first, second = written("first.graphml"), written("second.graphml")
graph = nx.read_graphml("first.graphml")
names = nx.get_node_attributes(graph, "name")
arcs = sorted((names[one], names[other]) for one, other in graph.edges())
print(arcs)
assert 'edgedefault="directed"' in first and "directed=" not in first.replace('edgedefault="directed"', "")
assert graph.is_directed() and len(arcs) == 2 and {frozenset(arc) for arc in arcs} == {frozenset("ab"), frozenset("ac")}
assert first != second and 'id="0x' in first
END
