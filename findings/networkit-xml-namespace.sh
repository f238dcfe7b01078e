#!/usr/bin/env bash
# NetworKit 11.3, the GraphML and GEXF it writes declare no namespace (in GraphML it stands in an attribute "xmlnsi"),
# which both formats ask for: NetworkX 3.6.1 reads neither.
# Guess: what one writes the other reads. Seen: "file not successfully read as graphml", "No <graph> element in GEXF
# file"; NetworKit itself reads its GraphML.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check networkit==11.3 networkx==3.6.1
cd "$folder"
venv/bin/python - <<'END'
import networkit as nk
import networkx as nx

graph = nk.Graph(2, True, False)
graph.addEdge(0, 1, 2.5)
nk.writeGraph(graph, "two.graphml", nk.Format.GraphML)
nk.graphio.GEXFWriter().write(graph, "two.gexf")
for name, read, said in (("two.graphml", nx.read_graphml, "file not successfully read as graphml"),
                         ("two.gexf", nx.read_gexf, "No <graph> element in GEXF file")):
    with open(name) as file:
        assert " xmlns=" not in file.read()
    try:
        read(name)
    except nx.NetworkXError as error:
        print(error)
        assert said in str(error)
    else:
        raise AssertionError("%s is read now" % name)
assert nk.readGraph("two.graphml", nk.Format.GraphML).numberOfEdges() == 1
END
