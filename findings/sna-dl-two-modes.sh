#!/usr/bin/env bash
# R's sna 2.7-1 with network 1.18.1 (Debian 12), write.dl of a two-mode network: events are numbered from 1 anew and written
# into the same list as the actors, whose number alone the file gives, without a word of two modes. For any reader the
# first event is the first actor. Names are not written either, unless they are handed over once more.
# Guess: nr and nc, or events numbered after the actors. Seen: n = 3 for three actors and two events, "1 1" and "2 2" (an
# actor tied to itself), and nothing left of the two events.
# Needs: Debian 12 with R (r-base-core); the packages themselves are unpacked in the temporary folder.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download --quiet=2 r-cran-sna=2.7-1-1 r-cran-network=1.18.1-1 r-cran-statnet.common r-cran-coda r-cran-tibble \
    r-cran-magrittr r-cran-pillar r-cran-cli r-cran-fansi r-cran-utf8 r-cran-vctrs r-cran-rlang r-cran-lifecycle \
    r-cran-glue r-cran-pkgconfig 2> apt.txt
for package in *.deb; do dpkg-deb --extract "$package" .; done
cat > two_modes.R <<'END'
suppressMessages({library(network); library(sna)})
stopifnot(packageVersion("sna") == "2.7.1", packageVersion("network") == "1.18.1")
participations <- matrix(c(1, 0, 1, 1, 0, 1), 3, 2, byrow = TRUE,
                         dimnames = list(c("Anne", "Bob", "Carl"), c("fair", "assembly")))
meetings <- network(participations, bipartite = 3, directed = FALSE)
stopifnot(network.size(meetings) == 5, network.edgecount(meetings) == 4)
write.dl(meetings, "meetings.dl")
END
R_LIBS="$folder/usr/lib/R/site-library" R_LIBS_SITE= R_LIBS_USER= Rscript --vanilla two_modes.R > r.txt 2>&1 || { cat r.txt; exit 1; }
python3 - <<'END'
with open("meetings.dl") as file:
    text = file.read()
print(text)
lines = [line.split() for line in text.splitlines()]
ties = sorted((int(line[0]), int(line[1])) for line in lines[lines.index(["data:"]) + 1:] if line)
assert "n = 3" in text and "nr" not in text and "Anne" not in text
assert ties == [(1, 1), (2, 1), (2, 2), (3, 2)]
END
