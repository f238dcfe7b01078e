#!/bin/sh
# Everything that must hold before a change lands. Called by `make test`.
set -eu

echo "== debug build and tests (a warning is an error)"
swift build --build-tests 2>&1 | tail -n 3
swift test --skip-build 2>&1 | tee .build/test.log | grep -E '✘|error:|Test run with|↳' || true
grep -q 'Test run with .* passed' .build/test.log

echo "== release build"
swift build -c release --product milieu 2>&1 | tail -n 1

echo "== the program from outside: command line, peers, validators"
sh Scripts/python.sh
# A file of tests stays on one core: what it prepares is prepared once.
.build/venv/bin/python -m pytest -q -n auto --dist loadfile Tests/outside
