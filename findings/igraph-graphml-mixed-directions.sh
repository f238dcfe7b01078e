#!/usr/bin/env bash
# python-igraph 1.0.0, Graph.Read_GraphML: an edge's own directed="true" (or "false") in a graph whose edgedefault says
# otherwise is ignored, without a warning. GraphML defines the attribute as what decides for that edge.
# Seen: the one directed edge of an undirected graph is undirected, the one undirected edge of a directed graph a single
# arc.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check igraph==1.0.0
cd "$folder"
venv/bin/python - <<'END'
import warnings
import igraph

warnings.simplefilter("error")
TEXT = """<?xml version="1.0"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="%s">
<node id="a"/><node id="b"/><node id="c"/>
<edge source="a" target="b"/><edge source="b" target="c" directed="%s"/>
</graph></graphml>"""
for default, own in (("undirected", "true"), ("directed", "false")):
    with open("mixed.graphml", "w") as file:
        file.write(TEXT % (default, own))
    graph = igraph.Graph.Read_GraphML("mixed.graphml")
    print(default, own, graph.is_directed(), graph.get_edgelist())
    assert graph.is_directed() == (default == "directed")
    assert graph.get_edgelist() == [(0, 1), (1, 2)]
END
