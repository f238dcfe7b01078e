#!/usr/bin/env bash
# python-igraph 1.0.0, Graph.Read_DL: "dl n=3, format=edgelist1" in one line, the keywords on one line as DL allows,
# is refused; the same file is read when the format stands on a line of its own.
# Guess: both are read. Seen: InternalError, "Parse error in DL file, line 1", and three actors.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check igraph==1.0.0
cd "$folder"
venv/bin/python - <<'END'
import igraph

BODY = "labels embedded\ndata:\nanne bob 2\nbob carl 1\n"


def read(head):
    with open("list.dl", "w") as file:
        file.write(head + BODY)
    return igraph.Graph.Read_DL("list.dl")


names = read("dl n=3\nformat=edgelist1\n").vs["name"]
print(names)
assert names == ["anne", "bob", "carl"]
for head in ("dl n=3, format=edgelist1\n", "dl n=3 format=edgelist1\n"):
    try:
        read(head)
    except igraph.InternalError as error:
        print(error)
        assert "Parse error in DL file, line 1" in str(error)
    else:
        raise AssertionError("it is read now")
END
