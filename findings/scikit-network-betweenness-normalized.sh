#!/usr/bin/env bash
# scikit-network 0.33.5, Betweenness(normalized=True): the parameter is taken and changes nothing.
# Seen on a path of four: 0, 2, 2, 0 either way, where the normalised value of the inner nodes is 2/3.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check scikit-network==0.33.5
cd "$folder"
venv/bin/python - <<'END'
import numpy as np
from scipy import sparse
from sknetwork.ranking import Betweenness

path = sparse.csr_matrix(np.array([[0, 1, 0, 0], [1, 0, 1, 0], [0, 1, 0, 1], [0, 0, 1, 0]]))
plain = Betweenness(normalized=False).fit_predict(path)
normalized = Betweenness(normalized=True).fit_predict(path)
print(plain, normalized)
assert np.allclose(plain, [0, 2, 2, 0]) and np.allclose(normalized, plain)
END
