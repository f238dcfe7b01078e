#!/usr/bin/env python3
"""What is promised is said: `Scripts/documentation.py [TARGET …]` lists public declarations without a comment.

A declaration is documented where a `///` or `/** … */` comment stands above it and its attributes. Public is
what says so, the requirements of a public protocol, the cases of a public enum, and the members of a
`public extension`. Also named: a target whose files do not open with a map of what stands where.
Ends with status 1 where anything is missing.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
SOURCES = ROOT / "Sources"
KINDS = "struct|class|enum|actor|protocol|extension|func|init|deinit|var|let|subscript|typealias|associatedtype|case|macro"
MODIFIERS = (
    "final|static|mutating|nonmutating|override|convenience|required|lazy|weak|unowned|indirect|consuming|"
    r"borrowing|nonisolated|isolated|dynamic|optional|prefix|postfix|infix|unsafe|class(?=\s+(?:func|var|let|subscript))"
)
DECLARATION = re.compile(
    rf"(?P<attributes>(?:@\w+(?:\((?:[^()]|\([^()]*\))*\))?\s*)*)"
    rf"(?P<modifiers>(?:(?:public|open|package|internal|fileprivate|private|{MODIFIERS})(?:\(\w+\))?\s+)*)"
    rf"(?P<kind>{KINDS})\b(?P<rest>[^\n]*)"
)
TYPES = {"struct", "class", "enum", "actor", "protocol", "extension"}
# What may stand between a comment and what it is of: attributes on lines of their own, conditions.
BETWEEN = re.compile(r"(@\w+(\(.*\))?\s*)+$|#(if|else|elseif|endif)\b")


def blanked(text):
    """The text with strings and comments overwritten by spaces, each line at its place; and the lines that
    a documentation comment ends on."""
    out, documented, at, end = list(text), set(), 0, len(text)

    def blank(start, stop):
        for place in range(start, stop):
            if out[place] != "\n":
                out[place] = " "

    def line(place):
        return text.count("\n", 0, place)

    def string(at):
        """The end of the literal that begins here; what is interpolated holds no declaration and goes, too."""
        raw = re.compile("#*").match(text, at).group()
        quote = '"""' if text.startswith('"""', at + len(raw)) else '"'
        at += len(raw + quote)
        while at < end and not text.startswith(quote + raw, at):
            if text.startswith("\\" + raw, at):
                at += len("\\" + raw)
                if text.startswith("(", at):
                    at = interpolated(at)
                    continue
            at += 1
        return at + len(quote + raw)

    def interpolated(at):
        depth = 0
        while at < end:
            if re.compile('#*"').match(text, at):
                at = string(at)
                continue
            depth += {"(": 1, ")": -1}.get(text[at], 0)
            at += 1
            if depth == 0:
                break
        return at

    while at < end:
        start = at
        if text.startswith("//", at):
            at = text.find("\n", at)
            at = end if at < 0 else at
            said = text[start:at]
            if said.startswith("///") and said.strip("/ "):
                documented.add(line(start))
            blank(start, at)
        elif text.startswith("/*", at):
            depth = 0
            while at < end:
                if text.startswith(("/*", "*/"), at):
                    depth += 1 if text.startswith("/*", at) else -1
                    at += 2
                    if depth == 0:
                        break
                else:
                    at += 1
            if text.startswith("/**", start) and text[start:at].strip("/* \n"):
                documented.add(line(at - 1))
            blank(start, at)
        elif re.compile('#*"').match(text, at):
            at = string(at)
            blank(start, at)
        else:
            at += 1
    return "".join(out), documented


def undocumented(text):
    """Line (from 1) and words of each public declaration of a Swift file above which no comment stands."""
    swift, documented = blanked(text)
    found, scopes, opened, above = [], [], None, False
    for number, (line, written) in enumerate(zip(swift.split("\n"), text.split("\n"))):
        match = DECLARATION.match(line.strip())
        if match:
            kind, access = match["kind"], access_of(match["modifiers"])
            if kind != "extension" and is_public(kind, access, scopes[-1] if scopes else None) and not above:
                found.append((number + 1, written.strip()))
            # A type's brace may stand some lines below its name.
            opened = (kind, access) if kind in TYPES else None
        if number in documented:
            above = True
        elif line.strip() and not BETWEEN.match(line.strip()):
            above = False
        for mark in re.findall("[{}]", line):
            if mark == "{":
                scopes.append(opened or ("code", ""))
                opened = None
            elif scopes:
                scopes.pop()
    return found


def access_of(modifiers):
    words = re.findall(r"(?<![(\w])(public|open|package|internal|fileprivate|private)\b(?!\()", modifiers)
    return words[0] if words else ""


def is_public(kind, access, scope):
    if access in ("public", "open"):
        return True
    if access or scope is None:
        return False
    holder, of_holder = scope
    if of_holder not in ("public", "open"):
        return False
    return holder in ("protocol", "extension") or (holder == "enum" and kind == "case")


def faults(target):
    """What a target's folder misses, one line each."""
    for file in sorted(target.rglob("*.swift")):
        for number, words in undocumented(file.read_text()):
            yield f"{file.relative_to(target.parents[1])}:{number}: {words}"


def main(wanted):
    found = [fault for target in sorted(SOURCES.iterdir()) if not wanted or target.name in wanted for fault in faults(target)]
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
