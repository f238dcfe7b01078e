#!/usr/bin/env bash
# NetworkX 3.6.1 with SciPy 1.17.1, effective_size with weights: for all actors at once the strength of a tie between two
# alters is measured against the strongest tie of the wrong one of the two, so that the answer differs from that for a list
# of the same actors, which follows Burt's formula (the reference of both).
# Guess: the same. Seen: 2.5 for all at once, 2.375 for the list; by the formula 1 - 2/4 * 1/1 and 1 - 1/4 * 1/2 for the two
# alters tied to each other and 1 for the third, 2.375.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check networkx==3.6.1 scipy==1.17.1 numpy==2.4.6
cd "$folder"
venv/bin/python - 2> warnings.txt <<'END'
import networkx as nx

graph = nx.Graph()
graph.add_weighted_edges_from([("a", "b", 1), ("a", "c", 2), ("a", "d", 1), ("b", "c", 1)])
at_once = nx.effective_size(graph, weight="weight")["a"]
listed = nx.effective_size(graph, nodes=list(graph), weight="weight")["a"]
strength = graph.degree("a", weight="weight")
by_formula = sum(1 - sum(graph["a"][q]["weight"] / strength
                         * graph[j][q]["weight"] / max(graph[j][k]["weight"] for k in graph[j])
                         for q in graph["a"] if q != j and graph.has_edge(j, q))
                 for j in graph["a"])
print(at_once, listed, by_formula)
assert abs(at_once - 2.5) < 1e-9 and abs(listed - 2.375) < 1e-9 and abs(by_formula - 2.375) < 1e-9
END
