#!/usr/bin/env bash
# Installs what Milieu builds with, where it is missing: the development files of Graphviz, fontconfig, OpenSSL, expat,
# libzip, zlib, libxlsxwriter and SQLite, and a font for the figures. With `install`, also what names a program's
# libraries anew; with `dist`, also what makes and checks a release. With `tests`, also what the tests run: Python with
# venv, the programs that look at PDF files, LaTeX, R and
# Pandoc, which read an export, R's packages sna (which brings network) and knitr, Graphviz's programs, which read and
# write network files, Ghostscript, which reads EPS, and a browser, which opens a report.
# Debian and Ubuntu through apt, macOS through Homebrew.
set -euo pipefail

wanted=${1:-build}
libraries="libgvc fontconfig libcrypto expat libzip zlib xlsxwriter sqlite3"
programs=""
debian="pkg-config libgraphviz-dev libfontconfig-dev libssl-dev libexpat1-dev libzip-dev zlib1g-dev libxlsxwriter-dev libsqlite3-dev"
debian="$debian fontconfig fonts-liberation2"
homebrew="pkg-config graphviz fontconfig openssl@3 expat libzip zlib libxlsxwriter sqlite"
if [ "$wanted" != build ] && [ "$(uname)" = Linux ]; then
    programs="patchelf"
    debian="$debian patchelf"
fi
if [ "$wanted" = dist ]; then
    programs="$programs lintian xz objdump dpkg-shlibdeps R python3"
    debian="$debian lintian xz-utils binutils dpkg-dev r-base-core python3-venv"
fi
if [ "$wanted" = tests ]; then
    programs="$programs pdffonts pdftotext pdflatex bibtex lualatex Rscript pandoc gvpr gml2gv graphml2gv gv2gml gs"
    debian="$debian python3-venv poppler-utils texlive-latex-base texlive-latex-recommended texlive-luatex pandoc"
    debian="$debian r-base-core r-cran-sna r-cran-knitr chromium graphviz ghostscript"
    homebrew="$homebrew python3 poppler texlive r pandoc ghostscript"
fi

# Homebrew keeps openssl@3 and expat out of sight of macOS's own ("keg-only"): what they hold is found by their own
# folders alone, which SwiftPM looks up itself.
if [ "$(uname)" = Darwin ] && command -v brew >/dev/null; then
    for keg in openssl@3 expat zlib; do
        folder="$(brew --prefix "$keg" 2>/dev/null)/lib/pkgconfig"
        [ -d "$folder" ] && PKG_CONFIG_PATH="$folder${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH}"
    done
    export PKG_CONFIG_PATH="${PKG_CONFIG_PATH:-}"
fi

missing() {
    for library in $libraries; do
        pkg-config --exists "$library" 2>/dev/null || return 0
    done
    if [ "$(uname)" = Linux ]; then
        fc-list 2>/dev/null | grep -qi liberation || return 0
    fi
    for program in $programs; do
        command -v "$program" >/dev/null 2>&1 || return 0
    done
    [ "$wanted" = tests ] || return 1
    python3 -m venv --help >/dev/null 2>&1 || return 0
    # lualatex alone is no LuaLaTeX: its fonts come with another package.
    kpsewhich luaotfload.sty >/dev/null 2>&1 || return 0
    Rscript -e 'find.package(c("sna", "knitr"))' >/dev/null 2>&1 || return 0
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
    exec Rscript -e 'chooseCRANmirror(ind = 1); install.packages(c("sna", "knitr"))'
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
