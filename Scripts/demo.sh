#!/usr/bin/env bash
# The whole way on real data: from the Romans dataset to findings, measures, a score, a figure, CSV
# tables and a report. Called by `make demo` with the program, the dataset and the folder to write to.
set -euo pipefail
milieu=$1 dataset=$2 out=$3

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
show() {
    printf '$ milieu %s\n' "$*"
    "$milieu" "$@"
}

mkdir -p "$out"
say "1. Is the dataset sound?"
show check "$dataset"

say "2. The network in numbers"
show measure "$dataset" --level network

say "3. Who stands where? (the ten actors of highest betweenness)"
show measure "$dataset" -m degree,betweenness_normalized,constraint,effective_size --top 10 --sort-by betweenness_normalized

say "4. Learning and interaction: an innovative milieu?"
show score "$dataset"

say "5. The network as a picture"
for lang in en fr; do
    for format in svg pdf png; do
        show draw "$dataset" -o "$out/romans-$lang.$format" --lang "$lang"
    done
done

say "6. What a paper prints: tables, codebook, data package"
show export "$dataset" -o "$out/romans-2016"

say "7. The whole as one page to mail or print"
for lang in en fr; do
    show report "$dataset" -o "$out/romans-report-$lang.html" --lang "$lang"
done
ls "$out" "$out/romans-2016"
