#!/usr/bin/env bash
# The Python that tests and notebooks run in, with the packages of Tests/outside/requirements.txt; where the system and
# Python's version are those of requirements.lock, each package is the file whose hash stands there. A copy of the list
# in the environment says what is installed: where it is the same, nothing is asked of the network.
#
#   python.sh           makes the environment, .build/venv
#   python.sh --which   says for which system and version of Python a list with hashes would be made
set -euo pipefail
cd "$(dirname "$0")/.."
which=$(python3 -c 'import platform, sys; print("# %s %s, Python %d.%d" % (platform.system(), platform.machine(), *sys.version_info[:2]))')
if [ "${1:-}" = --which ]; then
    echo "$which"
    exit 0
fi

list=Tests/outside/requirements.txt
hashes=()
if [ "$(head -n 1 Tests/outside/requirements.lock)" = "$which" ]; then
    list=Tests/outside/requirements.lock
    hashes=(--require-hashes)
fi
cmp -s "$list" .build/venv/requirements && exit 0
[ -x .build/venv/bin/python ] || python3 -m venv .build/venv
.build/venv/bin/python -m pip install -q --disable-pip-version-check ${hashes[@]+"${hashes[@]}"} -r "$list"
cp "$list" .build/venv/requirements
