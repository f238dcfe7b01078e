#!/bin/sh
# The Python that tests and notebooks run in, with the packages of Tests/outside/requirements.txt.
set -eu
[ -x .build/venv/bin/python ] || python3 -m venv .build/venv
.build/venv/bin/pip install -q --disable-pip-version-check -r Tests/outside/requirements.txt
