#!/usr/bin/env bash
# HypergraphX 1.8.0 and HIF, the format in which libraries for hypergraphs exchange them: its write_hif names actors and
# hyperedges but writes not one membership, so that its own read_hif refuses the file; and its read_hif asks for the lists
# of nodes and edges that HIF lets one leave out, as XGI 0.10.2 does for whatever has no attributes.
# Guess: what one writes the other reads. Seen: "incidences": {} for an event of three, TypeError on reading it back (XGI
# too), KeyError 'nodes' on XGI's file, which XGI itself reads.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check hypergraphx==1.8.0 xgi==0.10.2
cd "$folder"
venv/bin/python - <<'END'
import json
import xgi
from hypergraphx import Hypergraph
from hypergraphx.readwrite.hif import read_hif, write_hif

write_hif(Hypergraph([("a", "b", "c")]), "one.json")
with open("one.json") as file:
    written = json.load(file)
print(written)
assert sorted(written["nodes"]) == ["a", "b", "c"] and len(written["edges"]) == 1 and not written["incidences"]
xgi.write_hif(xgi.Hypergraph({"meeting": ["a", "b", "c"]}), "other.json")
assert xgi.read_hif("other.json").edges.members("meeting") == {"a", "b", "c"}
for read, name, kind in ((read_hif, "one.json", TypeError), (xgi.read_hif, "one.json", TypeError),
                         (read_hif, "other.json", KeyError)):
    try:
        read(name)
    except kind as error:
        print(kind.__name__, error)
    else:
        raise AssertionError("%s is read now" % name)
END
