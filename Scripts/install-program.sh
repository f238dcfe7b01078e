#!/usr/bin/env bash
# Puts the program where users find it, with what it needs of Swift beside it, so that it runs where no Swift is.
# Called by `make install` with the program and the folder that holds bin, lib and share.
#
# On Linux the libraries of Swift lie in the toolchain's folder, which the program names: those go to lib/milieu, and the
# installed program looks for them there alone. On macOS they are the system's.
set -euo pipefail
milieu=$1 prefix=$2

install -d "$prefix/bin"
install -m 755 "$milieu" "$prefix/bin/milieu"
[ "$(uname)" = Linux ] || exit 0

libraries=$(ldd "$milieu")
if grep -q 'not found' <<<"$libraries"; then
    grep 'not found' <<<"$libraries" >&2
    exit 1
fi
install -d "$prefix/lib/milieu"
while read -r name _ file _; do
    case "$name" in
        libswift* | libFoundation* | lib_Foundation* | libdispatch.so | libBlocksRuntime.so)
            install -m 644 "$file" "$prefix/lib/milieu/$name"
            patchelf --set-rpath '$ORIGIN' "$prefix/lib/milieu/$name"
            ;;
    esac
done <<<"$libraries"
patchelf --set-rpath '$ORIGIN/../lib/milieu' "$prefix/bin/milieu"
