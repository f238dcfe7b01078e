#!/usr/bin/env bash
# Installs what Milieu builds with, where it is missing: the development files of Graphviz, OpenSSL, expat,
# libzip, libxlsxwriter and SQLite, and a font for the figures. With `tests`, also what the tests run: Python with venv, the programs
# that look at PDF files, LaTeX and R, which read an export, R's package sna (which brings network) and
# Graphviz's programs, which read and write network files, and a browser, which opens a report.
# Debian and Ubuntu through apt, macOS through Homebrew.
set -euo pipefail

wanted=${1:-build}
libraries="libgvc libcrypto expat libzip xlsxwriter sqlite3"
programs="pdffonts pdflatex Rscript gvpr gml2gv graphml2gv gv2gml"
debian="pkg-config libgraphviz-dev libssl-dev libexpat1-dev libzip-dev libxlsxwriter-dev libsqlite3-dev fontconfig fonts-liberation2"
homebrew="pkg-config graphviz openssl@3 expat libzip libxlsxwriter sqlite"
if [ "$wanted" = tests ]; then
    debian="$debian python3-venv poppler-utils texlive-latex-base texlive-latex-recommended r-base-core chromium"
    debian="$debian graphviz r-cran-sna"
    homebrew="$homebrew python3 poppler texlive r"
fi

missing() {
    for library in $libraries; do
        pkg-config --exists "$library" 2>/dev/null || return 0
    done
    if [ "$(uname)" = Linux ]; then
        fc-list 2>/dev/null | grep -qi liberation || return 0
    fi
    [ "$wanted" = tests ] || return 1
    python3 -m venv --help >/dev/null 2>&1 || return 0
    for program in $programs; do
        command -v "$program" >/dev/null 2>&1 || return 0
    done
    Rscript -e 'find.package("sna")' >/dev/null 2>&1 || return 0
    [ "$(uname)" = Darwin ] || command -v chromium >/dev/null 2>&1 || return 0
    return 1
}

missing || exit 0

if [ "$(uname)" = Darwin ]; then
    command -v brew >/dev/null || {
        echo "Milieu needs $homebrew. Install Homebrew, or these, first." >&2
        exit 1
    }
    echo "Installing with Homebrew: $homebrew" >&2
    # shellcheck disable=SC2086
    brew install -q $homebrew
    [ "$wanted" = tests ] || exit 0
    # Homebrew has no packages of R: R fetches them itself.
    exec Rscript -e 'chooseCRANmirror(ind = 1); install.packages("sna")'
fi

command -v apt-get >/dev/null || {
    echo "Milieu needs pkg-config, the development files of Graphviz (libgvc), OpenSSL (libcrypto), expat," >&2
    echo "libzip and libxlsxwriter, and the Liberation fonts. Install them with your package manager, then call make again." >&2
    exit 1
}
as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo"
echo "Installing from Debian: $debian" >&2
$as_root apt-get update -qq >&2
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $debian >&2
