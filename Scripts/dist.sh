#!/usr/bin/env bash
# What a release consists of, in dist/:
#
#   dist.sh wheel     the package for Python, with the program and all that it needs
#   dist.sh archive   a folder for any Linux of the floor, as .tar.xz
#   dist.sh debian    a package for Debian and Ubuntu, which takes their libraries
#   dist.sh source    the sources, and the formula of Homebrew that builds them
#   dist.sh r         the package for R, which takes the program that is installed
#
# All but the last two want `portable.sh build` and `portable.sh stage .build-dist/stage` before. The same commit gives
# the same bytes: what is dated has the date of the commit.
set -euo pipefail
cd "$(dirname "$0")/.."
stage=.build-dist/stage
version=$(sed -n 's/.*version = "\([0-9.]*\)".*/\1/p' Sources/Vocabulary/Engine.swift)
machine=$(uname -m)
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH
mkdir -p dist

packed() { tar --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner "$@"; }

wheel() {
    local carried=python/src/milieu/carried
    rm -rf "$carried" python/build python/src/milieu.egg-info
    mkdir -p "$carried/share"
    cp -R "$stage/bin" "$stage/lib" "$carried/"
    cp -R "$stage/share/doc" "$stage/share/fonts" "$carried/share/"
    MILIEU_WHEEL_PLATFORM=manylinux_$(bash Scripts/portable.sh floor "$stage" | tr . _)_$machine \
        python3 -m pip wheel -q --disable-pip-version-check --no-deps -w dist ./python
    rm -rf "$carried" python/build python/src/milieu.egg-info
}

archive() {
    local folder=.build-dist/milieu-$version
    rm -rf "$folder"
    cp -R "$stage" "$folder"
    sed -e "s/@VERSION@/$version/" -e "s/@MACHINE@/$machine/" \
        -e "s/@FLOOR@/$(bash Scripts/portable.sh floor "$stage")/" packaging/README.txt >"$folder/README.txt"
    packed -C .build-dist -c "milieu-$version" | xz -3 >"dist/milieu-$version-linux-$machine.tar.xz"
    rm -rf "$folder"
}

debian() {
    local root=.build-dist/debian/milieu architecture needs maintainer='The Milieu authors <milieu@example.org>'
    architecture=$(dpkg --print-architecture)
    rm -rf .build-dist/debian
    install -d "$root/DEBIAN" "$root/usr/bin" "$root/usr/share/doc/milieu" "$root/usr/share/man/man1"
    install -m 755 .build-dist/release/milieu "$root/usr/bin/milieu"
    strip --remove-section=.comment --remove-section=.note "$root/usr/bin/milieu"
    # The program looks for its libraries where Debian has them, not where Swift was when it was built.
    patchelf --remove-rpath "$root/usr/bin/milieu"
    for page in "$stage"/share/man/man1/*.1; do gzip -9nc "$page" >"$root/usr/share/man/man1/$(basename "$page").gz"; done
    install -d "$root/usr/share/bash-completion/completions"
    # A file that is read by a shell, not run, names no shell.
    sed '1{/^#!/d}' "$stage/share/bash-completion/completions/milieu" >"$root/usr/share/bash-completion/completions/milieu"
    install -Dm 644 "$stage/share/zsh/site-functions/_milieu" "$root/usr/share/zsh/vendor-completions/_milieu"
    install -Dm 644 "$stage/share/fish/vendor_completions.d/milieu.fish" \
        "$root/usr/share/fish/vendor_completions.d/milieu.fish"
    debian_words >"$root/usr/share/doc/milieu/copyright"
    gzip -9nc CHANGELOG.md >"$root/usr/share/doc/milieu/changelog.gz"
    printf 'milieu (%s-1) unstable; urgency=medium\n\n  * Release of Milieu %s; changelog.gz tells what is new.\n\n -- %s  %s\n' \
        "$version" "$version" "$maintainer" "$(LC_ALL=C date -u -R -d "@$SOURCE_DATE_EPOCH")" \
        | gzip -9nc >"$root/usr/share/doc/milieu/changelog.Debian.gz"
    chmod 644 "$root"/usr/share/doc/milieu/* "$root"/usr/share/man/man1/*
    mkdir -p .build-dist/debian/debian
    printf 'Source: milieu\n\nPackage: milieu\nArchitecture: %s\n' "$architecture" >.build-dist/debian/debian/control
    needs=$(cd .build-dist/debian && dpkg-shlibdeps -O milieu/usr/bin/milieu 2>/dev/null | sed -n 's/^shlibs:Depends=//p')
    cat >"$root/DEBIAN/control" <<END
Package: milieu
Version: $version-1
Section: science
Priority: optional
Architecture: $architecture
Maintainer: $maintainer
Installed-Size: $(du -ks "$root/usr" | cut -f1)
Depends: ${needs:?what the program needs}
Recommends: fonts-liberation2 | fonts-liberation, poppler-utils
Description: network analysis for people who study territories
 Milieu reads a territory as a folder of tables (its firms, associations,
 public bodies and funders, their ties and gatherings), checks it, measures
 the network, scores it on learning and interaction with the uncertainty of
 what was not observed, draws it for print, and exports what a paper needs.
 .
 It also reads and writes the network files of other programs: GraphML, GEXF,
 Pajek, UCINET DL, GML, DOT, JSON, matrices, edge lists and workbooks.
END
    dpkg-deb --root-owner-group -Zxz -z3 --build "$root" "dist/milieu_$version-1_$architecture.deb" >/dev/null
}

debian_words() {
    cat <<'END'
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Milieu

Files: *
Copyright: 2026 The Milieu authors
License: Apache-2.0
 On Debian systems, the complete text of the Apache License, version 2.0, is in
 /usr/share/common-licenses/Apache-2.0.
Comment: The program has Swift's standard library and Foundation inside it,
 Copyright Apple Inc. and the Swift project authors, Apache License 2.0 with
 Runtime Library Exception; Foundation has data of ICU, Copyright Unicode, Inc.,
 Unicode License v3.
END
}

source_archive() {
    git archive --format=tar --prefix="milieu-$version/" HEAD | gzip -9n >"dist/milieu-$version-source.tar.gz"
    local sum
    sum=$(sha256sum "dist/milieu-$version-source.tar.gz" | cut -d ' ' -f 1)
    sed -e "s/@VERSION@/$version/g" -e "s/@SHA256@/$sum/" packaging/milieu.rb.in >dist/milieu.rb
}

r_package() {
    (cd dist && R CMD build ../r >/dev/null)
}

case "${1:-}" in
    wheel | archive | debian) "$1" ;;
    source) source_archive ;;
    r) r_package ;;
    *)
        echo "dist.sh knows wheel, archive, debian, source and r." >&2
        exit 2
        ;;
esac
