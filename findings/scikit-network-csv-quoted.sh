#!/usr/bin/env bash
# scikit-network 0.33.5, from_csv: the form of a CSV file is guessed by counting its commas, also those inside quotes.
# One quoted name with a comma turns a list of ties with weights into lists of neighbours: the lines become actors, and
# the weights too.
# Guess: anne, bob and "carl, son" with ties of 2 and 1. Seen: six actors, three of them called 0, 1 and 2; the same
# file without that comma is read as guessed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check scikit-network==0.33.5
cd "$folder"
venv/bin/python - <<'END'
from sknetwork.data import from_csv


def names(third):
    with open("ties.csv", "w") as file:
        file.write('"anne","bob",2\n"bob","%s",1\n' % third)
    return sorted(str(name) for name in from_csv("ties.csv").names)


plain, quoted = names("carl son"), names("carl, son")
print(plain, quoted)
assert plain == ["anne", "bob", "carl son"]
assert quoted == ["0", "1", "2", "anne", "bob", "carl, son"]
END
