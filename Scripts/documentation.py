#!/usr/bin/env python3
"""What is promised is said: `Scripts/documentation.py [TARGET …]`.

Lists public declarations of Swift without a documentation comment: what says `public`, the requirements of a
public protocol, the cases of a public enum (those on the line of its name are told by its comment) and the
members of a public extension. A comment stands above the declaration and its attributes and begins with a
sentence, not with a list of parameters.

No comment refers to a paper that is not in the repository: another project's note, the number of an issue.
Then the maps: each target has a page in its catalogue of documentation, `Target.docc/Target.md`, that names
every folder of its sources and nothing that is not there.
Ends with status 1 where anything is missing.
"""

import functools
import re
import sys

import structure

ROOT = structure.ROOT
SOURCES = ROOT / "Sources"
TYPES = {"struct", "class", "enum", "actor", "protocol", "extension"}
MODIFIERS = (
    "final|static|mutating|nonmutating|override|convenience|required|lazy|weak|unowned|indirect|consuming|"
    r"borrowing|nonisolated|isolated|dynamic|prefix|postfix|infix|unsafe|class(?=\s+(?:func|var|let|subscript))"
)
DECLARATION = re.compile(
    r"(?:@\w+(?:\((?:[^()]|\([^()]*\))*\))?\s*)*"
    rf"(?P<modifiers>(?:(?:public|open|package|internal|fileprivate|private|{MODIFIERS})(?:\(\w+\))?\s+)*)"
    r"(?P<kind>struct|class|enum|actor|protocol|extension|func|init|var|let|subscript|typealias|associatedtype|case|macro)\b"
)
# What may stand between a comment and what it is of: attributes on lines of their own, conditions.
BETWEEN = re.compile(r"(@\w+(\(.*\))?\s*)+$|#(if|else|elseif|endif)\b")


def commented(text):
    """The lines of a Swift file without comments and strings, and by line the comments that begin there."""
    comments = []
    lines = structure.code(text, comments).split("\n")
    return lines, {text.count("\n", 0, place): comment for place, comment in comments}


def access_of(modifiers):
    """The first word of access; `private(set)` is of the setter alone."""
    words = re.findall(r"\b(public|open|package|internal|fileprivate|private)\b(?!\()", modifiers)
    return words[0] if words else ""


def is_public(kind, access, scope):
    if access in ("public", "open"):
        return True
    holder, of_holder = scope
    if access or of_holder not in ("public", "open"):
        return False
    return holder in ("protocol", "extension") or (holder, kind) == ("enum", "case")


def declarations(text):
    """Each public declaration of a Swift file: its line (from 1), its words, and whether a sentence is said of it."""
    lines, comments = commented(text)
    scopes, opened, said = [], None, []
    for number, (line, written) in enumerate(zip(lines, text.split("\n"))):
        match = DECLARATION.match(line.strip())
        if match:
            kind, access = match["kind"], access_of(match["modifiers"])
            scope = scopes[-1] if scopes else ("file", "")
            if kind != "extension" and is_public(kind, access, scope):
                yield number + 1, written.strip(), begins_with_a_sentence(said)
            # A type's brace may stand some lines below its name.
            opened = (kind, access) if kind in TYPES else None
        if not line.strip() and comments.get(number, "").startswith("///"):
            said.append(comments[number].strip("/ "))
        elif not BETWEEN.match(line.strip()):
            said = []
        for mark in re.findall("[{}]", line):
            if mark == "{":
                scopes.append(opened or ("code", ""))
                opened = None
            elif scopes:
                scopes.pop()
            else:
                raise ValueError(f"line {number + 1}: a brace closes nothing, so that this script misreads the file")
    if scopes:
        raise ValueError(f"{len(scopes)} braces are not closed, so that this script misreads the file")


def undocumented(text):
    return [(line, words) for line, words, is_said in declarations(text) if not is_said]


@functools.cache
def papers():
    """The names of the texts that stand in the repository."""
    return {page.name for pattern in ("*.md", "[A-Za-z]*/**/*.md") for page in ROOT.glob(pattern)}


def strange_papers(text, known):
    """Line (from 1) and words of each comment that refers to a paper which nobody has beside the code."""
    for line, comment in commented(text)[1].items():
        for words in re.findall(r"\b[\w.-]+\.md\b|\b[Ii]ssue #?\d+", comment):
            if words not in known:
                yield line + 1, words


def begins_with_a_sentence(said):
    first = next((line for line in said if line), "")
    return bool(first) and not first.startswith("- ")


def unmapped(target):
    """What the map of a target's folder lacks, or names and is not there."""
    maps = [page for page in target.glob("*.docc/*.md") if page.stem == page.parent.stem]
    if len(maps) != 1:
        yield "has no page in a catalogue of documentation that says what is where"
        return
    text = maps[0].read_text()
    if text.split("\n")[0] != f"# ``{maps[0].stem}``":
        yield f"{maps[0].name} is not headed by the module's name"
    folders = {file.relative_to(target).parts[0] for file in target.rglob("*.swift") if file.parent != target}
    for folder in sorted(folders):
        if f"`{folder}/`" not in text:
            yield f"{maps[0].name} does not say what is in {folder}/"
    for name in sorted(set(re.findall(r"`([\w/+]+(?:/|\.swift))`", text))):
        if not (target / name).exists() and not list(target.rglob(name.rstrip("/"))):
            yield f"{maps[0].name} names {name}, which is not there"
    code = [structure.code(file.read_text()) for file in sorted(target.rglob("*.swift"))]
    public = r"\bpublic\s+(?:\w+\s+)*?(?:struct|class|enum|actor|protocol)\s+(\w+)"
    types = {name for swift in code for name in re.findall(public, swift)}
    for name in sorted(set(re.findall(r"(?<!# )``(\w+)``", text)) - types):
        yield f"{maps[0].name} links to the type {name}, which is not public there"
    for name in re.findall(r"@_exported import (\w+)", "\n".join(code)):
        if name not in text:
            yield f"{maps[0].name} does not name {name}, which it hands on"


def targets():
    """The folders of sources in Swift."""
    return [folder for folder in sorted(SOURCES.iterdir()) if folder.is_dir() and list(folder.rglob("*.swift"))]


def faults(target):
    """What a target's folder lacks, one line each."""
    known = papers()
    for file in sorted(target.rglob("*.swift")):
        for number, words in undocumented(file.read_text()):
            yield f"{file.relative_to(target.parent)}:{number}: {words}"
        for number, words in strange_papers(file.read_text(), known):
            yield f"{file.relative_to(target.parent)}:{number}: refers to {words}, which is not in the repository"
    for lack in unmapped(target):
        yield f"{target.name}: {lack}"


def main(wanted):
    found = [fault for target in targets() if not wanted or target.name in wanted for fault in faults(target)]
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
