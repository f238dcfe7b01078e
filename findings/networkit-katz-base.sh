#!/usr/bin/env bash
# NetworKit 11.3, KatzCentrality(graph, alpha, beta): beta, the base that every node has, only scales the solution of
# x = alpha A x + beta, so that the ratio of two nodes cannot depend on it. It does here.
# Seen on a path of four (end over inner node, alpha 0.1, where the equation gives 1/1.1 = 0.9091): 0.8473 with beta 1,
# 0.6562 with beta 0.1.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check networkit==11.3
cd "$folder"
venv/bin/python - <<'END'
import networkit as nk

path = nk.Graph(4)
for node in range(3):
    path.addEdge(node, node + 1)
ratios = []
for beta in (1.0, 0.1):
    scores = nk.centrality.KatzCentrality(path, 0.1, beta, 1e-12).run().scores()
    ratios.append(scores[0] / scores[1])
print(ratios)
assert abs(ratios[0] - 0.8473) < 1e-3 and abs(ratios[1] - 0.65625) < 1e-3
END
