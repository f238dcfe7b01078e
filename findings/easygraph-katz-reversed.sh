#!/usr/bin/env bash
# EasyGraph 1.6.3, katz_centrality of a directed network: an actor has its rank from those it names, while with pagerank and
# eigenvector_centrality of the same library, as with NetworkX's Katz centrality, it has it from those who name it.
# Guess: the actor all others name is first. Seen for three who name a fourth: 0.465 for the fourth, 0.511 for the others;
# pagerank 0.542 and 0.153.
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

graph = easygraph.DiGraph()
graph.add_edges([("a", "named"), ("b", "named"), ("c", "named")])
katz = easygraph.katz_centrality(graph)
rank = easygraph.pagerank(graph)
print(katz, rank)
assert abs(katz["named"] - 0.46474) < 1e-4 and abs(katz["a"] - 0.51121) < 1e-4
assert rank["named"] > 0.5 and rank["a"] < 0.2
END
