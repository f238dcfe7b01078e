#!/usr/bin/env bash
# EasyGraph 1.6.3, ego_betweenness (Everett and Borgatti 2005): the square of the matrix of ties is taken cell by cell, and
# is then asked for only where there is no tie, so that every actor of every network has 0.
# Guess: 3 for the centre of a star of three, through whom all three pairs go. Seen: 0; betweenness of the same library
# gives the centre the highest value there is.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check numpy==1.26.4 scipy==1.15.3 matplotlib==3.10.3 \
    tqdm==4.70.1 requests==2.34.2 fastjsonschema==2.22.3
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check --no-deps python-easygraph==1.6.3
cd "$folder"
venv/bin/python - 2> warnings.txt <<'END'
import easygraph

star = easygraph.Graph()
star.add_edges([("centre", "a"), ("centre", "b"), ("centre", "c")])
ego = easygraph.ego_betweenness(star, "centre")
whole = dict(zip(star.nodes, easygraph.betweenness_centrality(star)))
print("ego", ego, "whole", whole)
assert ego == 0 and whole["centre"] == 1
END
