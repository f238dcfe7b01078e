#!/usr/bin/env bash
# The one optimised build that the program and its tests share: with the same flags, nothing is compiled twice.
#
#   build.sh program          what a user runs, .build/release/milieu
#   build.sh all              the program and the Swift tests
#   build.sh test [ARG ...]   the Swift tests, built by `all`
#
# What the compiler and the tests say is kept in .build/*.log, and shown where they fail: a failing build never
# hides behind the program of the build before.
set -euo pipefail
cd "$(dirname "$0")/.."

flags=(-c release -Xswiftc -enable-testing)
# A target imports what it lists, and nothing else.
exact=(--explicit-target-dependency-import-check error)
swift=${SWIFT:-swift}
mkdir -p .build

# Runs a command with its output in a log; where it fails, shows the lines that match, else the last ones.
logged() {
    local log=$1 telling=$2
    shift 2
    "$@" >"$log" 2>&1 && return
    grep -E "$telling" "$log" | head -n 60 >&2 || tail -n 40 "$log" >&2
    echo "Failed: $* (all it said is in $log)" >&2
    return 1
}

case "${1:-program}" in
    program) logged .build/build.log 'error:|warning:' "$swift" build "${flags[@]}" "${exact[@]}" --product milieu ;;
    all) logged .build/build.log 'error:|warning:' "$swift" build "${flags[@]}" "${exact[@]}" --build-tests ;;
    test)
        shift
        logged .build/test.log '✘|error:|↳|Fatal' "$swift" test "${flags[@]}" --skip-build "$@"
        grep 'Test run with .* passed' .build/test.log
        ;;
    *)
        echo "build.sh knows program, all and test, not \"$1\"." >&2
        exit 2
        ;;
esac
