#!/usr/bin/env bash
# Everything that must hold before a change lands. Called by `make test`.
set -euo pipefail
cd "$(dirname "$0")/.."

# How long each part took stands behind its name.
started=$SECONDS
part() { printf '== %s\n' "$*"; }
took() { printf '   %d s\n' "$((SECONDS - started))"; started=$SECONDS; }

# Ends what runs beside, where a part fails.
beside=""
trap '[ -z "$beside" ] || kill "$beside" 2>/dev/null || true' EXIT

# Python's packages come over the network while both cores compile.
bash Scripts/python.sh &
beside=$!

part "the program, optimised (a warning is an error)"
bash Scripts/build.sh program
took

# The program asks nothing of the Swift tests: it is looked at from outside while they compile and run, so that
# neither the last module to compile nor the longest file of tests leaves a core idle.
wait "$beside"
outside=.build/outside.log
# A file of tests stays on one core: what it prepares is prepared once. Files begin in the order of conftest.py.
.build/venv/bin/python -m pytest -q -n auto --dist loadfile --no-loadscope-reorder Tests/outside >"$outside" 2>&1 &
beside=$!

part "the Swift tests, built with the same flags"
bash Scripts/build.sh all
took

part "Swift tests"
bash Scripts/build.sh test
took

part "the program from outside: command line, peers, validators (since the program was built)"
status=0
wait "$beside" || status=$?
beside=""
if [ "$status" -eq 0 ]; then tail -n 1 "$outside"; else cat "$outside" >&2; fi
took
exit "$status"
