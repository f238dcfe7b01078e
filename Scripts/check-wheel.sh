#!/usr/bin/env bash
# Installs the wheel in a fresh environment of each Python that is named (python3 unless said), and runs the package's
# tests there with the program that the wheel carries: check-wheel.sh [PYTHON ...]. The oldest that the wheels of the
# peers serve is 3.9 (igraph 1.0).
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for python in "${@:-python3}"; do
    rm -rf "$folder/venv"
    "$python" -m venv "$folder/venv"
    "$folder/venv/bin/python" -m pip install -q --disable-pip-version-check dist/milieu-*.whl pytest igraph networkx polars
    # From elsewhere, so that nothing of the sources stands in for what was installed.
    (cd "$folder" && env -u MILIEU PATH="$folder/venv/bin:/usr/bin:/bin" \
        venv/bin/python -m pytest -q -p no:cacheprovider "$OLDPWD/python/tests")
done
