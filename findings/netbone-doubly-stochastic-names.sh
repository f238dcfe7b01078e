#!/usr/bin/env bash
# netbone 0.2.3, doubly_stochastic, the backbone of a weighted undirected network after scaling its matrix to rows and columns
# of 1 (Slater 2009): what is scaled is the half of the matrix that the table of ties happens to fill, with the names of
# the first ends as rows and of the second ends as columns, so that other names give another backbone.
# Guess: the same scores whatever the actors are called. Seen: of a and c 0.019, not in the backbone, and 0.979, in it, once
# a and b have changed names.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check numpy==1.26.4 scipy==1.13.0 pandas==2.2.2 \
    networkx==2.8.8 igraph==0.10.2 statsmodels==0.14.0 python-louvain==0.16 matplotlib==3.6.0 seaborn==0.13.2
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check --no-deps netbone==0.2.3
cd "$folder"
venv/bin/python - 2> warnings.txt <<'END'
import netbone
import pandas

TIES = [("a", "b", 4), ("a", "c", 2), ("b", "c", 3), ("c", "d", 5), ("a", "d", 1), ("b", "d", 2)]


def backbone(names):
    rows = sorted((*sorted((names[one], names[other])), weight) for one, other, weight in TIES)
    graph = netbone.doubly_stochastic(pandas.DataFrame(rows, columns=["source", "target", "weight"])).graph
    back = {name: actor for actor, name in names.items()}
    return {"".join(sorted(back[end] for end in edge[:2])): (round(edge[2]["score"], 3), bool(edge[2]["in_backbone"]))
            for edge in graph.edges(data=True)}


first = backbone({"a": "a", "b": "b", "c": "c", "d": "d"})
other = backbone({"a": "b", "b": "a", "c": "c", "d": "d"})
print(first, other)
assert first["ac"] == (0.019, False) and other["ac"] == (0.979, True)
END
