"""Counts in the SVG files of two programs which names lie on names, on discs, or leave the page.

    python overlaps.py MILIEU FOLDER [--ggraph]

writes ten networks into FOLDER, draws each with MILIEU (and with ggraph.R), and prints a table. Both are measured alike:
a name's box is as wide as Liberation Sans sets it, and as high as its letters.
"""

import re
import subprocess
import sys
import xml.etree.ElementTree
from pathlib import Path

from networks import NETWORKS, write
from PIL import ImageFont

FONT = ImageFont.truetype("LiberationSans-Regular.ttf", 1000)


def number(text):
    return float(re.sub(r"[^-.0-9].*$", "", text))


def box(element, shift):
    style = element.get("style") or ""
    size = re.search(r"font-size: *([.0-9]+)", style)
    size = float(size[1]) if size else number(element.get("font-size"))
    width = FONT.getlength(element.text) / 1000 * size
    anchor = element.get("text-anchor") or (re.search(r"text-anchor: *(\w+)", style) or [0, "start"])[1]
    left = number(element.get("x")) + shift[0] - {"start": 0, "middle": width / 2, "end": width}[anchor]
    base = number(element.get("y")) + shift[1]
    return left, base - 0.72 * size, left + width, base + 0.2 * size


def elements(element, shift=(0.0, 0.0)):
    """Every element with how far it is moved; pictures of both programs are moved and never turned."""
    move = re.search(r"translate\(([-.0-9]+)[ ,]+([-.0-9]+)\)", element.get("transform") or "")
    if move:
        shift = (shift[0] + float(move[1]), shift[1] + float(move[2]))
    yield element, shift
    for child in element:
        yield from elements(child, shift)


def read(file):
    root = xml.etree.ElementTree.fromstring(Path(file).read_text(encoding="utf-8"))
    view = [float(part) for part in root.get("viewBox").split()]
    names, discs = [], []
    for element, shift in elements(root):
        tag = element.tag.split("}")[1]
        if tag == "text" and re.fullmatch(r"actor \d+", element.text or ""):
            names.append(box(element, shift))
        elif tag in ("circle", "ellipse"):
            radius = number(element.get("r") or element.get("rx"))
            discs.append((number(element.get("cx")) + shift[0], number(element.get("cy")) + shift[1], radius))
    return view, names, discs


def meets(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def touches(name, disc):
    across = max(name[0] - disc[0], disc[0] - name[2], 0)
    down = max(name[1] - disc[1], disc[1] - name[3], 0)
    return (across**2 + down**2) ** 0.5 < disc[2] - 1e-3


def counts(file):
    (left, top, width, height), names, discs = read(file)
    on_names = sum(meets(one, other) for place, one in enumerate(names) for other in names[place + 1 :])
    on_discs = sum(any(touches(name, disc) for disc in discs) for name in names)
    off = sum(not (left <= n[0] and top <= n[1] and n[2] <= left + width and n[3] <= top + height) for n in names)
    return len(names), on_names, on_discs, off


def main():
    program, folder = sys.argv[1], Path(sys.argv[2])
    write(folder)
    programs = {"Milieu": "svg"}
    for name in NETWORKS:
        subprocess.run(
            [program, "draw", folder / f"{name}.csv", "-o", folder / f"{name}.svg", "--quiet", "--no-legend"], check=True)
    if "--ggraph" in sys.argv:
        subprocess.run(["Rscript", Path(__file__).with_name("ggraph.R"), folder], check=True, stdout=sys.stderr)
        programs["ggraph"] = "ggraph.svg"
    heads = [f"{program}: {what}" for program in programs for what in ("names", "on names", "on discs", "off the page")]
    print("| network | " + " | ".join(heads) + " |\n| --- |" + " ---: |" * len(heads))
    for name in NETWORKS:
        cells = [str(count) for ending in programs.values() for count in counts(folder / f"{name}.{ending}")]
        print(f"| {name} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
