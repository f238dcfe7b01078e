#!/usr/bin/env bash
# NetworkX 3.6.1, read_gexf: a dynamic file without the attribute "timeformat", which the schema lets one leave out
# (numbers are then meant), ends with a bare KeyError as soon as one node or edge has a start.
# Seen: KeyError None.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check networkx==3.6.1
cd "$folder"
venv/bin/python - <<'END'
import io
import networkx as nx

TEXT = b"""<?xml version="1.0"?>
<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2"><graph mode="dynamic" defaultedgetype="undirected">
<nodes><node id="a" label="A"/><node id="b" label="B"/></nodes>
<edges><edge id="0" source="a" target="b" start="2001"/></edges></graph></gexf>"""
try:
    nx.read_gexf(io.BytesIO(TEXT))
except KeyError as error:
    print("KeyError", error)
    assert error.args == (None,)
else:
    raise AssertionError("it is read now")
END
