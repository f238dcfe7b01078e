#!/usr/bin/env bash
# The Python that tests and notebooks run in, with the packages of Tests/outside/requirements.txt. A copy of the
# list in the environment says what is installed: where it is the same, nothing is asked of the network.
set -euo pipefail
cd "$(dirname "$0")/.."
list=Tests/outside/requirements.txt
cmp -s "$list" .build/venv/requirements.txt && exit 0
[ -x .build/venv/bin/python ] || python3 -m venv .build/venv
.build/venv/bin/pip install -q --disable-pip-version-check -r "$list"
cp "$list" .build/venv/requirements.txt
