#!/usr/bin/env bash
# Writes the completions of bash, zsh and fish where these shells look. Called by `make install` with the program and the
# folder that holds shared files. zsh and fish show a description beside each word: theirs hold those of both languages,
# and the shell takes French where its own language is that.
set -euo pipefail
milieu=$1 share=$2

script() { LC_ALL=$2.UTF-8 "$milieu" --generate-completion-script "$1"; }

bash_words() { script bash C; }

zsh_words() {
    printf '#compdef milieu\n\ncase "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in\n(fr*)\n'
    script zsh fr_FR | tail -n +2
    printf ';;\n(*)\n'
    script zsh C | tail -n +2
    printf ';;\nesac\n'
}

fish_words() {
    printf 'if string match -q "fr*" -- $LC_ALL; or begin; test -z "$LC_ALL"; and string match -q "fr*" -- $LC_MESSAGES; end'
    printf '; or begin; test -z "$LC_ALL$LC_MESSAGES"; and string match -q "fr*" -- $LANG; end\n'
    script fish fr_FR
    printf '\nelse\n'
    script fish C
    printf '\nend\n'
}

put() {
    mkdir -p "$share/$2"
    "$1_words" >"$share/$2/$3"
}

put bash bash-completion/completions milieu
put zsh zsh/site-functions _milieu
put fish fish/vendor_completions.d milieu.fish
