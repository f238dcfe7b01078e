#!/usr/bin/env bash
# bctpy 0.6.1 (Brain Connectivity Toolbox), matching_ind_und, how far two actors share their partners: twice the shared ones
# over the partners of both, each other left out, is the same from either end; but the partners of one of the two alone
# stand below the line, so that the matrix has two answers for a pair.
# Guess: a symmetric matrix, 2/3 for the pair below. Seen: 2/3 from one end, 1 (nothing but shared partners) from the other.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check bctpy==0.6.1 numpy==2.4.6 scipy==1.17.1
cd "$folder"
venv/bin/python - 2> warnings.txt <<'END'
import bct
import numpy as np

# A triangle 0, 1, 2 and an actor 3 tied to 2.
ties = np.array([[0, 1, 1, 0], [1, 0, 1, 0], [1, 1, 0, 1], [0, 0, 1, 0]], dtype=float)
index = bct.matching_ind_und(ties)


def by_hand(one, other):
    of_one, of_other = ({k for k in range(4) if ties[i, k] and k not in (one, other)} for i in (one, other))
    return 2 * len(of_one & of_other) / (len(of_one) + len(of_other))


print(index, by_hand(0, 2), by_hand(2, 0))
assert abs(by_hand(0, 2) - 2 / 3) < 1e-12 and by_hand(2, 0) == by_hand(0, 2)
assert abs(index[0, 2] - 2 / 3) < 1e-12 and index[2, 0] == 1
assert index[0, 3] == 1 and abs(index[3, 0] - 2 / 3) < 1e-12
END
