#!/bin/sh
# Installs what Milieu builds with, where it is missing: the Graphviz and libmd development files
# and a font for the figures. With `tests`, also what the tests run: Python with venv, the programs
# that look at PDF files, LaTeX and R, which read an export. Debian and Ubuntu through apt, macOS through Homebrew.
set -eu

wanted=${1:-build}

missing() {
    pkg-config --exists libgvc 2>/dev/null || return 0
    pkg-config --exists libmd 2>/dev/null || return 0
    if [ "$(uname)" = Linux ]; then
        fc-list 2>/dev/null | grep -qi liberation || return 0
    fi
    if [ "$wanted" = tests ]; then
        python3 -m venv --help >/dev/null 2>&1 || return 0
        for program in pdffonts pdflatex Rscript; do
            command -v "$program" >/dev/null 2>&1 || return 0
        done
    fi
    return 1
}

missing || exit 0

if [ "$(uname)" = Darwin ]; then
    command -v brew >/dev/null || {
        echo "Milieu needs graphviz, libmd and pkg-config. Install Homebrew, or these three, first." >&2
        exit 1
    }
    echo "Installing with Homebrew: graphviz libmd pkg-config" >&2
    brew install -q graphviz libmd pkg-config
    [ "$wanted" = build ] || brew install -q poppler python3 texlive r
    exit 0
fi

command -v apt-get >/dev/null || {
    echo "Milieu needs pkg-config and the development files of Graphviz (libgvc) and libmd, and the" >&2
    echo "Liberation fonts. Install them with your package manager, then call make again." >&2
    exit 1
}
as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo"
packages="pkg-config libgraphviz-dev libmd-dev fontconfig fonts-liberation2"
[ "$wanted" = build ] || packages="$packages python3-venv poppler-utils"
[ "$wanted" = build ] || packages="$packages texlive-latex-base texlive-latex-recommended r-base-core"
echo "Installing from Debian: $packages" >&2
$as_root apt-get update -qq >&2
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $packages >&2
