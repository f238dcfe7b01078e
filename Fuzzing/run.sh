#!/bin/sh
# Fuzzes the readers: `sh Fuzzing/run.sh SECONDS [TARGET…]`. Each target gets so many seconds, starts
# from the corpus of the tests and leaves what it finds under Fuzzing/found.
set -eu
cd "$(dirname "$0")"
seconds=${1:-60}
[ $# -gt 0 ] && shift
targets=${*:-graphml gexf pajek dl gml dot json matrix edge-list actors.csv ties.csv events.csv datapackage.json}
swift build -c release -Xswiftc -sanitize=fuzzer
mkdir -p found
for target in $targets; do
    mkdir -p "found/corpus/$target"
    echo "== $target"
    MILIEU_FUZZ=$target .build/release/Fuzz -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 -max_len=4096 \
        -artifact_prefix="found/$target-" "found/corpus/$target" "../Tests/InterchangeTests/Corpus/$target" || true
done
