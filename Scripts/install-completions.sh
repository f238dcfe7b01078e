#!/usr/bin/env bash
# Writes the completions of bash, zsh and fish where these shells look. Called by `make install` with
# the program and the folder that holds shared files.
set -euo pipefail
milieu=$1 share=$2

put() {
    mkdir -p "$share/$2"
    LC_ALL=C.UTF-8 "$milieu" --generate-completion-script "$1" >"$share/$2/$3"
}

put bash bash-completion/completions milieu
put zsh zsh/site-functions _milieu
put fish fish/vendor_completions.d milieu.fish
