#!/usr/bin/env bash
# Writes the manual, a page for the program and one for each command, by the tool of the argument parser, from what the
# program's own help says: manual.sh PROGRAM FOLDER. The tool is built once, in .build-dist/manual; the parser's own
# plug-in would build the program anew without optimisation first.
set -euo pipefail
milieu=$1 folder=$2
root=$(cd "$(dirname "$0")/.." && pwd)
tool=$root/.build-dist/manual/release/generate-manual
if [ ! -x "$tool" ]; then
    parser=
    for scratch in .build .build-dist; do
        [ ! -d "$root/$scratch/checkouts/swift-argument-parser" ] || parser=$root/$scratch/checkouts/swift-argument-parser
    done
    mkdir -p "$root/.build-dist/manual"
    "${SWIFT:-swift}" build --package-path "${parser:?build Milieu first}" --scratch-path "$root/.build-dist/manual" \
        -c release --product generate-manual >"$root/.build-dist/manual.log" 2>&1 || {
        tail -n 40 "$root/.build-dist/manual.log" >&2
        exit 1
    }
fi
mkdir -p "$folder"
# The date is that of the last commit, so that the same sources give the same pages.
date=$(git -C "$root" log -1 --format=%cs 2>/dev/null || true)

# The tool loses whatever is no ASCII (the α of Krippendorff): it is given names for such letters, which the pages then
# have as groff writes them. It also leaves blank lines, where mdoc has paragraphs, and spaces in a page's name.
words=$(mktemp -d)
trap 'rm -rf "$words"' EXIT
cat >"$words/milieu" <<END
#!/usr/bin/env bash
set -euo pipefail
"$(cd "$(dirname "$milieu")" && pwd)/$(basename "$milieu")" "\$@" \
    | perl -CSD -pe 's/([^\\x00-\\x7f])/sprintf("ZZu%04XZZ", ord \$1)/ge'
END
chmod +x "$words/milieu"
"$tool" --multi-page ${date:+--date "$date"} --output-directory "$folder" "$words/milieu"
perl -i -pe '
    s/ZZu([0-9A-F]{4,6})ZZ/\\[u$1]/g;
    s/^\s*$/.Pp\n/;
    if (/^\.Nm "(.*)"/) { $name = $1; ($page = $name) =~ tr/ /./; $_ = ".Nm $page\n" }
    elsif (/^\.Nm$/ && $name) { $_ = ".Nm $name\n" }
    $name = "" if eof;
' "$folder"/milieu*.1
