#!/usr/bin/env bash
# networkx-gdf 1.5.5 (also behind networkx-temporal's read_graph), read_gdf of an undirected GDF file: two ties between the
# same actors are parallel ties if both lines begin with the same actor, but if one begins at the other end, one of the two
# and its value are gone without a word.
# Guess: two ties of 2.5 and 4 (or one of 6.5) either way. Seen: both for "a,b" twice; one tie of 4 for "a,b" and "b,a".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check networkx-gdf==1.5.5 networkx==3.6.1 pandas==2.3.3
cd "$folder"
venv/bin/python - 2> warnings.txt <<'END'
import networkx_gdf

HEAD = "nodedef>name VARCHAR\na\nb\nedgedef>node1 VARCHAR,node2 VARCHAR,weight DOUBLE\n"


def weights(name, lines):
    with open(name, "w") as file:
        file.write(HEAD + lines)
    graph = networkx_gdf.read_gdf(name)
    assert not graph.is_directed()
    return sorted(weight for _, _, weight in graph.edges(data="weight"))


same_end = weights("same.gdf", "a,b,2.5\na,b,4\n")
both_ends = weights("both.gdf", "a,b,2.5\nb,a,4\n")
print(same_end, both_ends)
assert same_end == [2.5, 4] and both_ends == [4]
END
