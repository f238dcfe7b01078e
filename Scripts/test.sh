#!/usr/bin/env bash
# Everything that must hold before a change lands. Called by `make test`.
set -euo pipefail
cd "$(dirname "$0")/.."

# How long each part took stands behind its name.
started=$SECONDS
part() { printf '== %s\n' "$*"; }
took() { printf '   %d s\n' "$((SECONDS - started))"; started=$SECONDS; }

# Python's packages come over the network while both cores compile.
bash Scripts/python.sh &
python=$!
trap 'kill "$python" 2>/dev/null || true' EXIT

part "one optimised build of the program and its tests (a warning is an error)"
bash Scripts/build.sh all
took

part "Swift tests"
bash Scripts/build.sh test
took

part "the program from outside: command line, peers, validators"
wait "$python"
trap - EXIT
# A file of tests stays on one core: what it prepares is prepared once.
.build/venv/bin/python -m pytest -q -n auto --dist loadfile Tests/outside
took
