#!/usr/bin/env bash
# Writes Tests/outside/requirements.lock anew: what requirements.txt asks for and all that this needs in its turn, each
# with its version and the hashes of its files. Call it whenever requirements.txt changes. What a package needs depends
# on the system and on Python's version, which stand in the first line: elsewhere the list without hashes is taken.
set -euo pipefail
cd "$(dirname "$0")/.."
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
python3 -m venv "$tools"
"$tools/bin/python" -m pip install -q --disable-pip-version-check pip-tools==7.6.2
"$tools/bin/python" -m piptools compile -q --strip-extras --generate-hashes --no-annotate --no-emit-index-url \
    --no-emit-trusted-host --no-emit-find-links --no-header --output-file "$tools/lock" Tests/outside/requirements.txt
{
    bash Scripts/python.sh --which
    cat "$tools/lock"
} >Tests/outside/requirements.lock
