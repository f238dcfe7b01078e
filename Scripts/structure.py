#!/usr/bin/env python3
"""The arrows of the house: `Scripts/structure.py [TARGET …]`.

Between targets: what the files import against what Package.swift and CONTRIBUTING.md name, exactly.
Inside a target: an arrow leads from a file to each file that declares a type which it mentions. Files that
lead to each other round a circle cannot be read, tested or moved one without the other. An extension's
members are no types, so that `Network+BothWays.swift` may hang on `Network.swift` without an arrow back.
Ends with status 1 where anything does not hold.
"""

import collections
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
# Circles of files whose types are one idea, with the reason.
ONE_IDEA = {
    frozenset({"Completion.swift", "CompletedEvents.swift", "CompletedTies.swift"}): "ties and seats are completed along one set of chains",
    frozenset({"ArcRates.swift", "ArcTelling.swift"}): "the rates of arcs and what is told of them are fitted in turn",
}


def code(text, comments=None):
    """Swift without comments and without what strings say, but with what is interpolated into them; each line stays
    at its place. `comments` gets the place and the text of each comment."""
    out, end, marks = [], len(text), re.compile(r'[/"#()]')

    def comment(at):
        if text.startswith("//", at):
            stop = text.find("\n", at)
            return end if stop < 0 else stop
        depth = 0
        while at < end:
            if text.startswith("/*", at):
                depth, at = depth + 1, at + 2
            elif text.startswith("*/", at):
                depth, at = depth - 1, at + 2
                if depth == 0:
                    return at
            else:
                at += 1
        return end

    def string(at):
        raw = re.compile("#*").match(text, at).group()
        at += len(raw)
        quote = '"""' if text.startswith('"""', at) else '"'
        at += len(quote)
        out.append(" ")
        while at < end:
            if text.startswith(quote + raw, at):
                return at + len(quote + raw)
            if text.startswith("\\" + raw, at):
                at += len("\\" + raw)
                if text.startswith("(", at):
                    at = plain(at + 1, in_parentheses=True)
                    continue
            if text.startswith("\n", at):
                out.append("\n")
            at += 1
        return end

    def plain(at, in_parentheses=False):
        depth = 0
        while at < end:
            following = marks.search(text, at)
            start = following.start() if following else end
            out.append(text[at:start])
            at = start
            if at == end:
                break
            if text.startswith(("//", "/*"), at):
                at = comment(at)
                out.append(" " + "\n" * text.count("\n", start, at))
                if comments is not None:
                    comments.append((start, text[start:at]))
            elif re.compile('#*"').match(text, at):
                at = string(at)
            else:
                if in_parentheses and text[at] in "()":
                    depth += 1 if text[at] == "(" else -1
                    if depth < 0:
                        out.append(" ")
                        return at + 1
                out.append(text[at])
                at += 1
        return at

    plain(0)
    return "".join(out)


def declared(swift):
    """The types that code declares outside of any other."""
    types, depth = set(), 0
    pattern = r"[{}]|\b(?:struct|class|enum|actor|protocol|typealias)\s+([A-Z]\w*)"
    for match in re.finditer(pattern, swift):
        if match[0] in "{}":
            depth += 1 if match[0] == "{" else -1
        elif depth == 0:
            types.add(match[1])
    return types


def arrows(folder):
    """For each Swift file below a folder the files that it leads to, each with the types that do."""
    codes = {file: code(file.read_text()) for file in sorted(folder.rglob("*.swift"))}
    owners = collections.defaultdict(set)
    for file, swift in codes.items():
        for name in declared(swift):
            owners[name].add(file)
    found = {file: collections.defaultdict(set) for file in codes}
    for file, swift in codes.items():
        # A member of that name is no type: `.map`, `x.Kind`.
        for name in set(re.findall(r"(?<![\w.])[A-Z]\w*", swift)):
            for owner in owners.get(name, ()):
                if owner != file:
                    found[file][owner].add(name)
    return found


def circles(found):
    """The strongly connected parts of more than one file (Tarjan 1972)."""
    number, low, stack, parts = {}, {}, [], []

    def visit(file):
        number[file] = low[file] = len(number)
        stack.append(file)
        for other in sorted(found[file]):
            if other not in number:
                visit(other)
                low[file] = min(low[file], low[other])
            elif other in stack:
                low[file] = min(low[file], number[other])
        if low[file] == number[file]:
            part = stack[stack.index(file):]
            del stack[stack.index(file):]
            if len(part) > 1:
                parts.append(sorted(part))

    for file in found:
        if file not in number:
            visit(file)
    return parts


def package():
    """Each target's folder and what it names in Package.swift."""
    # The manifest is read, and nothing built: it need not wait for a build that runs.
    text = subprocess.run(
        ["swift", "package", "dump-package", "--ignore-lock"], cwd=ROOT, capture_output=True, text=True, check=True)
    targets = {}
    for target in json.loads(text.stdout)["targets"]:
        if target["type"] == "system":
            continue
        base = "Tests" if target["type"] == "test" else "Sources"
        folder = ROOT / (target.get("path") or f"{base}/{target['name']}")
        targets[target["name"]] = (folder, {next(iter(one.values()))[0] for one in target["dependencies"]})
    return targets


def imported(folder, attributes=r"(?:@\w+\s+)*"):
    pattern = rf"^\s*{attributes}(?:(?:public|package|internal)\s+)?import\s+(?:(?:struct|class|enum|func)\s+)?(\w+)"
    return {name for file in folder.rglob("*.swift") for name in re.findall(pattern, code(file.read_text()), re.M)}


def handed_on(folder):
    """What a target's importers see through it."""
    return imported(folder, r"@_exported\s+")


# What comes with Swift and the system.
GIVEN = {
    "Darwin", "Dispatch", "Foundation", "FoundationEssentials", "FoundationXML", "Glibc", "Musl", "Swift",
    "Synchronization", "Testing",
}


def inexact(targets):
    """Where a target names more or less than its files import."""
    for name, (folder, named) in targets.items():
        imports = imported(folder) - GIVEN
        imports |= {other for one in imports & targets.keys() for other in handed_on(targets[one][0])}
        for missing in sorted(imports - named):
            yield f"Package.swift: {name} imports {missing} and does not name it"
        for idle in sorted(named - imports):
            yield f"Package.swift: {name} names {idle} and does not import it"


def told():
    """The arrows between targets that CONTRIBUTING.md tells: lines `    Target → One, Other`."""
    text = (ROOT / "CONTRIBUTING.md").read_text()
    lines = re.findall(r"^    (\w+) +→ (.+)$", text, re.M)
    return {name: set(re.split(r", *", names.strip())) - {"none"} for name, names in lines}


def mistold(targets):
    """Where CONTRIBUTING.md tells other arrows than Package.swift."""
    page = told()
    for name, (folder, named) in targets.items():
        if folder.is_relative_to(ROOT / "Sources") and page.get(name) != named:
            yield f"CONTRIBUTING.md: {name} → {', '.join(sorted(named)) or 'none'} in Package.swift"


def main(wanted):
    targets = package()
    faults = [*inexact(targets), *mistold(targets)]
    for name, (folder, _) in targets.items():
        if wanted and name not in wanted:
            continue
        found = arrows(folder)
        parts = [part for part in circles(found) if frozenset(file.name for file in part) not in ONE_IDEA]
        print(f"{name}: {len(found)} files, {sum(map(len, found.values()))} arrows, {len(parts)} circles")
        for part in parts:
            faults.append(f"{name}: {len(part)} files in a circle")
            for file in part:
                for other in sorted(set(found[file]) & set(part)):
                    faults.append(f"    {file.name} → {other.name}: {', '.join(sorted(found[file][other]))}")
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
