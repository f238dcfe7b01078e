#!/usr/bin/env bash
# python-igraph 1.0.0, Graph.Read_DL: a full matrix whose cells are not 0 or 1, the usual DL file of a valued network, is
# refused; only the list forms may carry values.
# Seen: InternalError, "Unexpected digit '2' in adjacency matrix in DL file".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check igraph==1.0.0
cd "$folder"
venv/bin/python - <<'END'
import igraph

with open("valued.dl", "w") as file:
    file.write("dl n=3\nformat=fullmatrix\ndata:\n0 2 0\n2 0 1\n0 1 0\n")
try:
    igraph.Graph.Read_DL("valued.dl")
except igraph.InternalError as error:
    print(error)
    assert "Unexpected digit '2'" in str(error)
else:
    raise AssertionError("valued full matrices are read now")
END
