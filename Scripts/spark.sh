#!/usr/bin/env bash
# Areas on Apache Spark: the same bytes as on one machine, in one process, on a cluster of two workers on this machine,
# and where a worker is killed. Installs Spark (from PyPI, 450 MB, with its own environment below .build) and needs Java
# 17 or later. Run by hand and at night, not by `make test`.
set -euo pipefail
cd "$(dirname "$0")/.."
place=.build/spark
if [ ! -x "$place/bin/spark-sql" ]; then
    python3 -m venv "$place"
    "$place/bin/pip" install --quiet pyspark==4.3.0 pytest==9.2.0
fi
SPARK="$PWD/$place/bin" MILIEU="${MILIEU:-.build/release/milieu}" exec timeout 1800 \
    "$place/bin/python" -m pytest -q -p no:cacheprovider Tests/spark "$@"
