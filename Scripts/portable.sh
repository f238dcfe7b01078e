#!/usr/bin/env bash
# The program as it goes to machines without Swift: built once with Swift's library inside it, in .build-dist, and laid
# out with the C libraries that it needs beside it, so that the folder runs wherever it is put (Linux).
#
#   portable.sh build           .build-dist/release/milieu
#   portable.sh stage FOLDER    bin, lib/milieu, share: the program, what it needs, and under what licences
#   portable.sh floor FOLDER    the least glibc that the staged program and libraries ask for, as 2.36
#
# Graphviz and what it draws with are carried: together they are smaller than the program, their licences (EPL, LGPL,
# MIT and the like) allow it, and a figure then needs nothing but the file that was downloaded. They stay libraries of
# their own, which a user may replace; their licences and the names of their sources lie in share/doc/milieu/licences.
# What every Linux of the floor has stays outside: glibc, and the library of the C++ compiler.
set -euo pipefail
cd "$(dirname "$0")/.."

build() {
    mkdir -p .build-dist
    # Packages that are there already need not be fetched again.
    if [ ! -e .build-dist/workspace-state.json ] && [ -e .build/workspace-state.json ]; then
        for part in artifacts checkouts repositories workspace-state.json; do
            [ ! -e ".build/$part" ] || cp -R ".build/$part" .build-dist/
        done
    fi
    # In place of curl, which Swift's library for the network names.
    mkdir -p .build-dist/no-network
    "${CC:-cc}" -O2 -fPIC -c packaging/no-curl.c -o .build-dist/no-network/no-curl.o
    rm -f .build-dist/no-network/libcurl.a
    ar rcs .build-dist/no-network/libcurl.a .build-dist/no-network/no-curl.o
    "${SWIFT:-swift}" build --scratch-path .build-dist -c release --static-swift-stdlib \
        -Xlinker "-L$PWD/.build-dist/no-network" \
        --explicit-target-dependency-import-check error --product milieu >.build-dist/build.log 2>&1 || {
        grep -E 'error:|warning:' .build-dist/build.log | head -n 60 >&2 || tail -n 40 .build-dist/build.log >&2
        exit 1
    }
}

# The libraries that a file needs and that every Linux does not have: name and place, a line each.
needs() {
    local found
    found=$(ldd "$1")
    if grep -q 'not found' <<<"$found"; then
        grep 'not found' <<<"$found" >&2
        exit 1
    fi
    while read -r name arrow file _; do
        [ "$arrow" = "=>" ] || continue
        case "$name" in
            libc.so.* | libm.so.* | libdl.so.* | libpthread.so.* | librt.so.* | libresolv.so.* | libutil.so.*) ;;
            libstdc++.so.* | libgcc_s.so.* | ld-linux*) ;;
            *) printf '%s %s\n' "$name" "$file" ;;
        esac
    done <<<"$found"
}

stage() {
    local folder=$1 lib=$1/lib/milieu plugins kept
    rm -rf "$folder"
    install -d "$folder/bin" "$lib/graphviz" "$folder/share/doc/milieu/licences" "$folder/share/fonts/milieu"
    install -m 755 .build-dist/release/milieu "$folder/bin/milieu"
    strip "$folder/bin/milieu"
    patchelf --set-rpath '$ORIGIN/../lib/milieu' "$folder/bin/milieu"

    # Graphviz looks for its plug-ins in a folder beside its library, and reads in a list what each can do.
    plugins=$(dirname "$(ldconfig -p | sed -n 's/.*libgvc\.so\.[0-9]* .*=> //p' | head -n 1)")/graphviz
    kept=$(cd "$plugins" && ls | grep -E '^libgvplugin_(core|neato_layout|pango)\.so\.[0-9]+$')
    for name in $kept; do
        install -m 644 "$plugins/$name" "$lib/graphviz/$name"
        patchelf --set-rpath '$ORIGIN/..' "$lib/graphviz/$name"
    done
    for list in "$plugins"/config*; do
        awk -v kept="$kept" 'BEGIN { count = split(kept, names, /[ \n]+/); for (i = 1; i <= count; i++) wanted[names[i]] = 1 }
            /^lib/ { inside = ($1 in wanted) } inside { print } /^}/ { inside = 0 }' \
            "$list" >"$lib/graphviz/$(basename "$list")"
    done

    local places="$folder/share/doc/milieu/.places"
    {
        needs .build-dist/release/milieu
        for name in $kept; do needs "$plugins/$name"; done
    } | sort -u >"$places"
    while read -r name file; do
        install -m 644 "$file" "$lib/$name"
        patchelf --set-rpath '$ORIGIN' "$lib/$name"
    done <"$places"
    for face in Regular Bold; do
        install -m 644 "/usr/share/fonts/truetype/liberation2/LiberationSans-$face.ttf" "$folder/share/fonts/milieu/"
    done
    fonts >"$folder/share/fonts/milieu.conf"
    licences "$folder" "$plugins" "$places"
    rm "$places"
    install -m 644 LICENSE "$folder/share/doc/milieu/LICENSE"
    extras "$folder"
}

# The list of fonts for a machine that has none, or has not these: its own, and those beside this file.
fonts() {
    cat <<'END'
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">milieu</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
</fontconfig>
END
}

# What of others is carried, by Debian's package: its copyright file, and the source it was made of.
licences() {
    local folder=$1/share/doc/milieu/licences plugins=$2 places=$3
    {
        while read -r _ file; do owner "$file"; done <"$places"
        owner "$plugins/$(ls "$plugins" | grep -m 1 'libgvplugin_core.so.')"
        echo fonts-liberation2
    } | sort -u >"$folder/.packages"
    {
        echo "What Milieu carries of others, as Debian built it, each under its own licence (NAME.txt beside this file)."
        echo "Swift's library is inside the program: Apache License 2.0 with Runtime Library Exception; Swift.org."
        echo "The sources are those of Debian, by the name and version that stand last."
        echo
        while read -r package; do
            dpkg-query -W -f '${Package}\t${Version}\t${source:Package} ${source:Version}\n' "$package" | head -n 1
            cp "/usr/share/doc/$package/copyright" "$folder/$package.txt"
        done <"$folder/.packages"
    } >"$folder/CARRIED.txt"
    rm "$folder/.packages"
}

owner() {
    # The package lists files by the place from before /lib became a link to /usr/lib.
    local file
    file=$(readlink -f "$1")
    { dpkg -S "$file" 2>/dev/null || dpkg -S "${file#/usr}"; } | sed -n '1s/[:,].*//p'
}

# The manual and the completions.
extras() {
    local folder=$1
    bash Scripts/manual.sh .build-dist/release/milieu "$folder/share/man/man1"
    bash Scripts/manual.sh .build-dist/release/milieu "$folder/share/man/fr/man1" fr
    bash Scripts/install-completions.sh "$folder/bin/milieu" "$folder/share"
}

floor() {
    # Names of the symbols' versions, of the staged files alone.
    find "$1" -type f \( -name '*.so*' -o -path '*/bin/milieu' \) -print0 \
        | xargs -0 -n 1 objdump -T 2>/dev/null | grep -o 'GLIBC_2\.[0-9.]*' | sed 's/GLIBC_//' | sort -uV | tail -n 1
}

case "${1:-}" in
    build) build ;;
    stage) stage "${2:?a folder}" ;;
    floor) floor "${2:?a folder}" ;;
    *)
        echo "portable.sh knows build, stage FOLDER and floor FOLDER." >&2
        exit 2
        ;;
esac
