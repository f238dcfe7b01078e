#!/usr/bin/env bash
# The whole way on real data: from the Romans dataset to findings, measures, a score, a figure, CSV
# tables and a report, told in the reader's language. Called by `make demo` with the program, the dataset and the
# folder to write to.
set -euo pipefail
milieu=$1 dataset=$2 out=$3

# As the program itself takes it: the first of these variables that says anything.
case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
    fr | fr[_.@]*) lang=fr ;;
    *) lang=en ;;
esac

say() { if [ "$lang" = fr ]; then printf '\n\033[1m%s\033[0m\n' "$2"; else printf '\n\033[1m%s\033[0m\n' "$1"; fi; }
show() {
    printf '$ milieu %s\n' "$*"
    "$milieu" "$@" --lang "$lang"
}

mkdir -p "$out"
if [ "$lang" = fr ]; then
    cat <<END
Romans-sur-Isère, un pôle de coopération que raconte un article de 2016 : 98 acteurs, chacun de leurs liens avec sa
source. Le programme vérifie ces données, mesure le réseau, évalue le territoire, le dessine et exporte le tout.
Les images et les pages vont dans $out ; la première à ouvrir est $out/romans-fr.svg.
END
else
    cat <<END
Romans-sur-Isère, a cooperation cluster that an article of 2016 tells of: 98 actors, each of their ties with its source.
The program checks these data, measures the network, scores the territory, draws it and exports all of it.
Pictures and pages go to $out; the first to open is $out/romans-en.svg.
END
fi

say "1. Is the dataset sound?" "1. Les données sont-elles saines ?"
show check "$dataset" --only warning

say "2. Who stands where? (the ten actors of highest betweenness)" \
    "2. Qui se tient où ? (les dix acteurs de plus forte intermédiarité)"
show measure "$dataset" -m degree,betweenness_normalized,constraint,effective_size --top 10 --sort-by betweenness_normalized

say "3. The network in numbers" "3. Le réseau en chiffres"
show measure "$dataset" --level network

say "4. Learning and interaction: an innovative milieu?" "4. Apprentissage et interaction : un milieu innovateur ?"
show score "$dataset"

say "5. The network as a picture" "5. Le réseau en image"
for format in svg pdf png; do
    for language in en fr; do
        printf '$ milieu draw %s -o %s --lang %s\n' "$dataset" "$out/romans-$language.$format" "$language"
        "$milieu" draw "$dataset" -o "$out/romans-$language.$format" --lang "$language"
    done
done

say "6. What a paper prints: tables, codebook, data package" "6. Ce qu'un article imprime : tableaux, codebook, paquet de données"
show export "$dataset" -o "$out/romans-2016"

say "7. The whole as one page to mail or print" "7. Le tout en une page à envoyer ou à imprimer"
for language in en fr; do
    printf '$ milieu report %s -o %s --lang %s\n' "$dataset" "$out/romans-report-$language.html" "$language"
    "$milieu" report "$dataset" -o "$out/romans-report-$language.html" --lang "$language"
done
ls "$out" "$out/romans-2016"

say "What next?" "Et maintenant ?"
if [ "$lang" = fr ]; then
    echo "Ouvrez $out/romans-fr.svg et $out/romans-report-fr.html, puis commencez le vôtre : milieu init mon-territoire"
else
    echo "Open $out/romans-en.svg and $out/romans-report-en.html, then start your own: milieu init my-territory"
fi
