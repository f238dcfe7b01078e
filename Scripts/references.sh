#!/usr/bin/env bash
# The references of the modules, as the compiler of Swift's documentation makes them, from what the build of the program
# left: references.sh FOLDER MODULE ... The package's own plug-in would compile every module anew, without optimisation.
# The pages want to be served, at /reference/ of the site.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$1
shift
docc=$(command -v docc || xcrun --find docc)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# What the modules were compiled with: their own, and the maps of the C libraries, the package's and its packages'.
includes=(-I .build/release/Modules)
for map in Sources/*/module.modulemap $(find .build/checkouts -name module.modulemap -path '*/include/*'); do
    includes+=(-Xcc "-fmodule-map-file=$map")
done
for library in libgvc fontconfig libcrypto expat libzip zlib xlsxwriter sqlite3; do
    for flag in $(pkg-config --cflags "$library"); do includes+=(-Xcc "$flag"); done
done
target=$("${SWIFT:-swift}" -print-target-info | sed -n 's/^ *"triple": "\(.*\)",$/\1/p' | head -n 1)

for module in "$@"; do
    catalogue=$(ls -d Sources/*/"$module".docc)
    mkdir -p "$work/$module"
    "${SWIFT:-swift}" symbolgraph-extract -module-name "$module" -target "$target" "${includes[@]}" \
        -minimum-access-level public -skip-inherited-docs -output-dir "$work/$module" >"$work/log" 2>&1 || {
        cat "$work/log" >&2
        exit 1
    }
    "$docc" convert "$catalogue" --additional-symbol-graph-dir "$work/$module" \
        --fallback-display-name "$module" --fallback-bundle-identifier "milieu.$module" \
        --transform-for-static-hosting --hosting-base-path reference \
        --output-path "$work/$module.doccarchive" >"$work/log" 2>&1 || {
        cat "$work/log" >&2
        exit 1
    }
done
rm -rf "$folder"
"$docc" merge "$work"/*.doccarchive --synthesized-landing-page-name Milieu --output-path "$folder" >/dev/null
