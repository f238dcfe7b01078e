"""Figures through the program: formats, wrong calls, the same bytes for the same call."""

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree

import pytest
from conftest import DATASETS, call

ROMANS = DATASETS / "romans-2016"
NETWORK = ["sociogram", "ego", "layers", "years", "map", "density", "matrix", "blockmodel", "timeline"]
SCORES = ["plane", "profile"]
# Wholly observed, and scored in a tenth of the time of Romans.
SEEN = DATASETS / "archetypes" / "innovative_milieu"


# Laid out or scored: what takes a second of Romans takes a third of that, or less, of a territory of half as many actors.
LONG = ["sociogram", "layers", "years", "density", *SCORES]


def territory(figure, ending):
    """Romans; but the other formats of what takes long are asked of a territory that is drawn sooner."""
    return SEEN if figure in LONG and ending != "svg" else ROMANS


def arguments(figure):
    if figure == "ego":
        return ["--figure", figure, "--ego", "groupe_archer"]
    if figure in SCORES:
        return ["--figure", figure, "--draws", 50] + (["--nulls", 20] if figure == "profile" else [])
    return ["--figure", figure]


@pytest.mark.parametrize("figure", NETWORK + SCORES)
def test_every_figure_in_every_format(figure, tmp_path):
    for format in ["svg", "pdf", "png", "dot", "eps", "tiff"]:
        file = tmp_path / f"{figure}.{format}"
        call("draw", territory(figure, format), "-o", file, "--quiet", "--lang", "fr", *arguments(figure))
        assert file.stat().st_size > 2000
    text = (tmp_path / f"{figure}.svg").read_text(encoding="utf-8")
    root = xml.etree.ElementTree.fromstring(text)
    assert root.get("role") == "img" and root.get("lang") == "fr"
    assert root[0].tag.endswith("title") and root[1].tag.endswith("desc") and len(root[1].text) > 60
    assert "<script" not in text and "href" not in text and "http" not in text.replace("http://www.w3.org/", "")
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert any(element.tag.endswith("text") for element in root.iter()), "text is text"
    if shutil.which("pdffonts"):
        fonts = subprocess.run(
            ["pdffonts", tmp_path / f"{figure}.pdf"], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
        assert fonts and all(line.split()[-5] == "yes" for line in fonts), "every font is in the file"


@pytest.mark.parametrize("figure", ["layers", "plane"])
def test_the_same_call_gives_the_same_bytes(figure, tmp_path):
    for ending in ("svg", "pdf", "png", "eps", "tiff"):
        for name, threads in [("a", 1), ("b", 2)]:
            file = tmp_path / f"{name}.{ending}"
            # That a score of Romans is the same, test_score asks.
            drawn = SEEN if figure in SCORES else territory(figure, ending)
            call("draw", drawn, "-o", file, "--quiet", "--threads", threads, *arguments(figure))
        assert (tmp_path / f"a.{ending}").read_bytes() == (tmp_path / f"b.{ending}").read_bytes()
    pdf = (tmp_path / "a.pdf").read_bytes()
    assert b"/Producer" in pdf and b"Date" not in pdf, "nothing says when it was drawn"


def test_a_plane_of_several_territories_and_of_several_years(tmp_path):
    towns = [DATASETS / "archetypes" / name for name in ["technopole", "hub_star", "innovative_milieu"]]
    call("draw", *towns, "-o", tmp_path / "towns.svg", "--figure", "plane", "--draws", 40)
    text = (tmp_path / "towns.svg").read_text(encoding="utf-8")
    assert len(set(re.findall(r'class="node territory territory-(\d+)"', text))) == 3
    call("draw", SEEN, "-o", tmp_path / "years.svg", "--figure", "plane", "--draws", 40, "--at", "2012..2014")
    text = (tmp_path / "years.svg").read_text(encoding="utf-8")
    assert len(re.findall(r'class="node territory territory-1"', text)) == 3


def test_hulls_and_blocks_follow_any_attribute(tmp_path):
    call("draw", ROMANS, "-o", tmp_path / "hull.svg", "--hull", "kind")
    assert 'class="hull group-1"' in (tmp_path / "hull.svg").read_text(encoding="utf-8")
    call("draw", ROMANS, "-o", tmp_path / "matrix.svg", "--figure", "matrix", "--blocks", "sphere")


@pytest.mark.parametrize(
    "given, words",
    [
        (["--figure", "sociograms"], "sociogram"),
        (["--figure", "ego"], "--ego"),
        (["--figure", "ego", "--ego", "groupe_archr"], "groupe_archer"),
        (["--figure", "ego", "--ego", "groupe_archer", "--steps", "9"], "--steps"),
        (["--width", "1"], "cm"),
        (["--width", "nan"], "cm"),
        (["--hull", "kinds"], "kind"),
        (["--figure", "blockmodel", "--blocks", "nothing"], "community"),
        (["--draws", "5"], "plane"),
        (["--figure", "plane", "--layer", "finance"], "--layer"),
        (["--figure", "plane", "--at", "soon"], "--at 2014"),
        (["--figure", "layers", "--layer", "finance"], "two layers"),
        (["--size-by", "density"], "level actor"),
        (["--dpi", "300"], ".png"),
        (["--years", "2012"], "--figure years"),
        (["--figure", "years", "--at", "2012"], "--years"),
        (["--figure", "years", "--years", "2012-05"], "2010..2016"),
        (["--figure", "years", "--years", "soon"], "--at 2014"),
        (["--outline", "nowhere.geojson"], "--figure map"),
        (["--figure", "timeline", "--keep-positions", "kept.csv"], "sociogram"),
        (["--page", "a44"], "a4"),
        (["--page", "10x10"], "170x240"),
        (["--orientation", "flat"], "landscape"),
        (["--page", "a4", "--width", "12"], "--width"),
        (["--font", "x\"><script>"], "fc-list"),
        (["--figure", "matrix", "--bundle"], "sociogram"),
    ])
def test_a_wrong_call_is_answered_with_a_way_out(given, words, tmp_path):
    done = call("draw", ROMANS, "-o", tmp_path / "out.svg", *given, expect=2)
    assert words in done.stderr
    assert not (tmp_path / "out.svg").exists()


def test_several_inputs_are_for_scores_alone(tmp_path):
    done = call("draw", ROMANS, DATASETS / "karate", "-o", tmp_path / "out.svg", expect=2)
    assert "plane" in done.stderr
    done = call("draw", ROMANS, "-o", tmp_path / "out.gif", expect=2)
    assert ".svg" in done.stderr
    done = call("draw", DATASETS / "davis", "-o", tmp_path / "out.svg", "--figure", "blockmodel", expect=2)
    assert "--events projected" in done.stderr
    done = call("draw", DATASETS / "karate", "-o", tmp_path / "out.svg", "--figure", "timeline", expect=2)
    assert "since" in done.stderr


def centres(file):
    """The middle of each actor's disc."""
    text = file.read_text(encoding="utf-8")
    found = re.findall(r'<g id="actor-([^"]+)"[^>]*>\s*<title>[^<]*</title>\s*<ellipse[^>]* cx="([-.0-9]+)" cy="([-.0-9]+)"', text)
    # A double rim is an ellipse of its own, without a name.
    return {name: (float(x), float(y)) for name, x, y in found}


def test_a_hand_moves_an_actor_and_the_others_stay(tmp_path):
    kept, first, second = tmp_path / "kept.csv", tmp_path / "first.svg", tmp_path / "second.svg"
    call("draw", ROMANS, "-o", first, "--quiet", "--keep-positions", kept)
    lines = kept.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "actor,x,y,label" and len(lines) > 80
    moved = [re.sub(r"^insoft,[^,]*,[^,]*,", "insoft,0.95,0.05,", line) for line in lines]
    assert moved != lines
    kept.write_text("\n".join(moved) + "\n", encoding="utf-8")
    call("draw", ROMANS, "-o", second, "--quiet", "--positions", kept, "--layer", "finance,supply", "--lang", "fr")
    before, after = centres(first), centres(second)
    assert set(before) == set(after) and len(before) == 94
    ways = {name: (after[name][0] - before[name][0], after[name][1] - before[name][1]) for name in before}
    still = [name for name in ways if name in {line.split(",")[0] for line in lines} and name != "insoft"]
    # The picture may be taller: then all have sunk alike, since SVG counts from the lower edge.
    sunk = ways[still[0]][1]
    assert all(abs(ways[name][0]) < 0.05 and abs(ways[name][1] - sunk) < 0.05 for name in still)
    assert abs(ways["insoft"][0]) > 50
    assert "positions données" in second.read_text(encoding="utf-8")


def test_a_map_over_an_outline_of_the_user(tmp_path):
    outline, svg = tmp_path / "ground.json", tmp_path / "map.svg"
    ring = "[[858000,6436000],[866000,6436000],[866000,6444000],[858000,6444000],[858000,6436000]]"
    outline.write_text('{"type":"Polygon","coordinates":[' + ring + "]}", encoding="utf-8")
    call("draw", ROMANS, "-o", svg, "--figure", "map", "--outline", outline, "--outline-source", "A <b>", "--outline-licence", "L2")
    text = svg.read_text(encoding="utf-8")
    assert "Lambert-93" in text and "A &lt;b&gt; (L2)" in text and len(centres(svg)) == 94
    for wrong, words in [("{", "JSON"), ('{"type":"LineString","coordinates":[[1e9,1],[2,2]]}', "EPSG:4326")]:
        outline.write_text(wrong, encoding="utf-8")
        done = call("draw", ROMANS, "-o", tmp_path / "no.svg", "--figure", "map", "--outline", outline, expect=1)
        assert words in done.stderr and not (tmp_path / "no.svg").exists()
    done = call("draw", DATASETS / "karate", "-o", tmp_path / "no.svg", "--figure", "map", expect=2)
    assert "places.csv" in done.stderr


def test_a_png_says_its_dots_and_a_figure_can_go_without_words(tmp_path):
    call("draw", DATASETS / "karate", "-o", tmp_path / "a.png", "--dpi", 600, "--no-legend", "--no-caption", "--quiet")
    image = (tmp_path / "a.png").read_bytes()
    assert image[37:41] == b"pHYs" and int.from_bytes(image[41:45], "big") == 23622 and image[49] == 1
    import zlib
    assert int.from_bytes(image[50:54], "big") == zlib.crc32(image[37:50])


# A program that reads each: Ghostscript through Pillow for EPS, Pillow for TIFF.
def test_presses_get_dots_and_postscript_that_other_programs_read(tmp_path):
    from PIL import Image

    for ending in ["png", "tiff", "eps"]:
        dots = [] if ending == "eps" else ["--dpi", 200]
        call("draw", ROMANS, "-o", tmp_path / f"a.{ending}", "--quiet", "--lang", "fr", *dots)
    with Image.open(tmp_path / "a.tiff") as tiff, Image.open(tmp_path / "a.png") as png:
        assert tiff.mode == "RGB" and tiff.info["dpi"] == (200, 200) and tiff.info["compression"] == "tiff_adobe_deflate"
        assert tiff.size == png.size and tiff.size[0] == pytest.approx(16 / 2.54 * 200, abs=2)
        assert tiff.tobytes() == png.convert("RGB").tobytes()
    text = (tmp_path / "a.eps").read_bytes()
    assert text.startswith(b"%!PS-Adobe-3.0 EPSF-3.0") and b"CreationDate" not in text
    box = [int(number) for number in re.search(rb"%%BoundingBox: (.*)", text)[1].split()]
    assert box[2] - box[0] == pytest.approx(16 / 2.54 * 72, abs=3)
    assert b"FontType" in text and b"/ImageType" not in text, "letters are letters, and nothing is dots"
    with Image.open(tmp_path / "a.eps") as eps, Image.open(tmp_path / "a.png") as png:
        eps.load(scale=2)
        grey = [image.convert("L").resize((90, 120)) for image in (eps.crop(eps.getbbox()), png)]
        assert eps.width == pytest.approx(2 * (box[2] - box[0]), abs=4)
    ink = [sum(255 - dot for dot in image.tobytes()) for image in grey]
    assert 0.6 < ink[0] / ink[1] < 1.6, "as much ink in both"


def test_years_stand_side_by_side(tmp_path):
    svg = tmp_path / "years.svg"
    call("draw", ROMANS, "-o", svg, "--figure", "years", "--years", "2004,2010..2012", "--lang", "fr")
    text = svg.read_text(encoding="utf-8")
    panels = set(re.findall(r'id="actor-[^"]+-in-(\d+)"', text))
    assert panels == {"2004", "2010", "2011", "2012"} and "années côte à côte" in text
    named = re.findall(r'id="label-actor-[^"]+-in-(\d+)"', text)
    assert all(named.count(year) >= 2 for year in panels), "those with most ties have their names where there is room"
    call("draw", ROMANS, "-o", svg, "--figure", "years", "--layer", "finance,governance", "--positions", kept(tmp_path))
    assert "positions as given" in svg.read_text(encoding="utf-8")


def kept(folder):
    call("draw", ROMANS, "-o", folder / "kept.svg", "--quiet", "--keep-positions", folder / "kept.csv")
    return folder / "kept.csv"


def test_a_look_is_a_table_of_the_user(tmp_path):
    look, svg = tmp_path / "look.csv", tmp_path / "look.svg"
    look.write_text(
        "of,value,colour,shape,dash,label,name\ngroup,economy,#D55E00,square,,,Entreprises <b>\n"
        "layer,finance,#111111,,dotted,,Argent\nactor,insoft,,,,no,\n", encoding="utf-8")
    call("draw", ROMANS, "-o", svg, "--look", look, "--size-by", "betweenness")
    text = svg.read_text(encoding="utf-8")
    assert "#d55e00" in text and ">Entreprises &lt;b&gt;<" in text and ">Argent<" in text
    assert 'id="label-actor-made_in_romans"' in text and 'id="label-actor-insoft"' not in text
    assert re.search(r'class="node actor kind-[^"]*sphere-economy[^"]*"[^>]*>\s*<title>[^<]*</title>\s*<polygon', text)
    for wrong, words, status in [
        ("of,value\nactor,insof\n", "insoft", 2), ("of,value,colour\ngroup,economy,red\n", "look.csv:2", 1),
        ("of;value;dash\nkind;x;wavy\n", "dotted", 1),
    ]:
        look.write_text(wrong, encoding="utf-8")
        done = call("draw", ROMANS, "-o", tmp_path / "no.svg", "--look", look, expect=status)
        assert words in done.stderr and not (tmp_path / "no.svg").exists()
    call("draw", ROMANS, "-o", tmp_path / "no.svg", "--look", tmp_path / "nowhere.csv", expect=3)


def test_shapes_tell_in_grey_what_colours_tell(tmp_path):
    svg = tmp_path / "shapes.svg"
    call("draw", ROMANS, "-o", svg, "--shapes", "--lang", "fr")
    text = svg.read_text(encoding="utf-8")
    shapes = {}
    pattern = r'class="node actor [^"]*sphere-([a-z]+)[^"]*"[^>]*>\s*<title>[^<]*</title>\s*<(ellipse|polygon)'
    for sphere, shape in re.findall(pattern, text):
        shapes.setdefault(sphere, set()).add(shape)
    assert "2016-06-06" in text and not re.search(r"\d- \d", text), "a date is not torn apart"
    assert shapes["economy"] == {"ellipse"} and shapes["public"] == {"polygon"} and len(shapes) >= 5


def test_two_thousand_actors_are_shades_with_the_few_that_are_named(tmp_path):
    rows = [f"a{number // 3},a{number}" for number in range(1, 2000)]
    table, svg = tmp_path / "ties.csv", tmp_path / "density.svg"
    table.write_text("source,target\n" + "\n".join(rows) + "\n", encoding="utf-8")
    call("draw", table, "-o", svg, "--figure", "density", "--labels", 12, "--lang", "fr")
    text = svg.read_text(encoding="utf-8")
    assert 8 <= text.count('id="label-actor-') <= 12 and len(centres(svg)) == 12
    assert re.findall(r"([0-9]+)\u00a0% des acteurs<", text) == ["95", "80", "60", "40", "20"]


def test_who_is_left_out_stands_in_no_hull(tmp_path):
    svg = tmp_path / "hulls.svg"
    call("draw", ROMANS, "-o", svg, "--no-isolates", "--hull", "sphere")
    text = svg.read_text(encoding="utf-8")
    discs = [(float(x), float(y)) for x, y in re.findall(r'<ellipse[^>]* cx="([-.0-9]+)" cy="([-.0-9]+)"', text)]
    hulls = re.findall(r'<g id="hull-[^>]*>\n(?:<title>.*</title>\n)?<polygon [^>]*points="([^"]+)"', text)
    assert len(hulls) > 10
    for hull in hulls:
        corners = [tuple(map(float, corner.split(","))) for corner in hull.split()]
        (left, right), (top, bottom) = [(min(side), max(side)) for side in zip(*corners)]
        assert any(left < x < right and top < y < bottom for x, y in discs), hull


def points(text):
    return float(re.search(r"([0-9.]+)pt", text)[1])


def test_a_figure_fills_the_page_that_is_asked_for(tmp_path):
    from PIL import Image

    # A figure that has too little room is laid out again and again: one of Romans will do.
    for folder, given, width, height in [
        (ROMANS, ["--page", "a4"], 210, 297), (SEEN, ["--orientation", "landscape"], 297, 210),
        (SEEN, ["--page", "170x240", "--orientation", "landscape"], 240, 170),
    ]:
        svg = tmp_path / "page.svg"
        call("draw", folder, "-o", svg, "--quiet", "--lang", "fr", *given)
        root = xml.etree.ElementTree.fromstring(svg.read_text(encoding="utf-8"))
        for side, wanted in [("width", width), ("height", height)]:
            assert points(root.get(side)) * 25.4 / 72 == pytest.approx(wanted, abs=0.5)
    png, pdf = tmp_path / "page.png", tmp_path / "page.pdf"
    call("draw", ROMANS, "-o", png, "--page", "letter", "--dpi", 100, "--figure", "matrix")
    with Image.open(png) as image:
        assert image.size == pytest.approx((850, 1100), abs=2)
    call("draw", ROMANS, "-o", pdf, "--page", "a3", "--orientation", "landscape", "--figure", "map")
    if shutil.which("pdfinfo"):
        said = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
        # In whole points, as Graphviz has it.
        size = re.search(r"Page size: +([0-9.]+) x ([0-9.]+) pts \(A3\)", said)
        assert [float(side) for side in size.groups()] == pytest.approx([1190.55, 841.89], abs=0.5)
    done = call("draw", ROMANS, "-o", tmp_path / "small.svg", "--page", "a5", "--figure", "years", "--lang", "fr")
    assert re.search(r"dessinée à \d+\u00a0% pour tenir sur la page", done.stderr)


def test_a_font_is_drawn_or_its_absence_is_said(tmp_path):
    svg, pdf = tmp_path / "font.svg", tmp_path / "font.pdf"
    done = call("draw", ROMANS, "-o", svg, "--font", "Liberation Serif")
    assert 'font-family="Liberation Serif,' in svg.read_text(encoding="utf-8") and "no font" not in done.stderr
    call("draw", ROMANS, "-o", pdf, "--font", "Liberation Serif")
    if shutil.which("pdffonts"):
        said = subprocess.run(["pdffonts", pdf], capture_output=True, text=True, check=True).stdout
        assert "LiberationSerif" in said and "LiberationSans" not in said
    for language, words in [("en", 'no font "Nowhere Grotesk"'), ("fr", "pas de police «\u00a0Nowhere Grotesk\u00a0»")]:
        done = call("draw", ROMANS, "-o", svg, "--font", "Nowhere Grotesk", "--lang", language)
        assert words in done.stderr and "Liberation Sans" in done.stderr
        done = call("draw", ROMANS, "-o", svg, "--font", "Nowhere Grotesk", "--lang", language, "--quiet")
        assert done.stderr == ""


def test_a_table_says_the_page_and_the_command_line_goes_before_it(tmp_path):
    look, svg = tmp_path / "look.csv", tmp_path / "look.svg"
    look.write_text(
        "of,value,colour\npage,a4,\norientation,landscape,\nfont,Liberation Mono,\nisolates,no,\nbundle,yes,\n"
        "group,economy,#D55E00\n", encoding="utf-8")

    def drawn(*given, folder=DATASETS / "karate"):
        call("draw", folder, "-o", svg, "--quiet", "--look", look, "--lang", "fr", *given)
        text = svg.read_text(encoding="utf-8")
        return text, points(xml.etree.ElementTree.fromstring(text).get("width")) * 25.4 / 72

    text, width = drawn(folder=ROMANS)
    assert width == pytest.approx(297, abs=0.5) and 'font-family="Liberation Mono,' in text and "#d55e00" in text
    assert "Faisceaux\u00a0:" in text and "sans lien." in text and ">Sans lien dans cette vue<" not in text
    assert drawn("--page", "a5")[1] == pytest.approx(148, abs=0.5)
    assert drawn("--orientation", "portrait")[1] == pytest.approx(210, abs=0.5)
    text, width = drawn("--width", "12", "--font", "Liberation Serif")
    assert width == pytest.approx(120, abs=0.5) and 'font-family="Liberation Serif,' in text


def test_names_from_the_right_are_told_so(tmp_path):
    table, svg = tmp_path / "ties.csv", tmp_path / "names.svg"
    names = ["جمعية التنمية المحلية", "غرفة التجارة 1898", "שלום עולם", "Ассоциация", "Ville de Romans", "مرحبا (Drôme)"]
    rows = [f"{names[0]},{name},{2000 + place}" for place, name in enumerate(names[1:])]
    table.write_text("source,target,since\n" + "\n".join(rows) + "\n", encoding="utf-8")
    for figure in ["sociogram", "years", "density"]:
        call("draw", table, "-o", svg, "--figure", figure, "--lang", "fr")
        text = svg.read_text(encoding="utf-8")
        for name in names:
            found = re.findall(r"<text ([^>]*)>" + re.escape(name).replace("\\ ", " ") + "</text>", text)
            if found:
                assert ('direction="rtl"' in found[0]) == (name[0] > "\u0590"), name
        assert text.count('direction="rtl"') >= 4


# Another Graphviz than the program's: its wheel brings one of its own.
OTHER = """
import sys
import pygraphviz
graph = pygraphviz.AGraph(sys.stdin.buffer.read().decode("utf-8"))
sys.stdout.buffer.write(graph.draw(format="svg", prog="nop2"))
"""


@pytest.mark.parametrize("figure", ["sociogram", "matrix", "map"])
def test_an_upgrade_of_graphviz_moves_nothing(figure, tmp_path):
    ours, dot, theirs = tmp_path / "ours.svg", tmp_path / "ours.dot", tmp_path / "theirs.svg"
    for file in (ours, dot):
        call("draw", ROMANS, "-o", file, "--quiet", "--figure", figure)
    done = subprocess.run([sys.executable, "-c", OTHER], input=dot.read_bytes(), capture_output=True, check=True)
    theirs.write_bytes(done.stdout)
    version = re.search(r"graphviz version (\d+)\.(\d+)", done.stdout.decode("utf-8"))
    assert (int(version[1]), int(version[2])) >= (14, 1)
    shapes = []
    for file in (ours, theirs):
        text = file.read_text(encoding="utf-8")
        found = re.findall(r'<ellipse[^>]* cx="([-.0-9]+)" cy="([-.0-9]+)" rx="([-.0-9]+)"', text)
        lines = re.findall(r'<path[^>]* d="M([-.0-9]+),([-.0-9]+)C', text)
        shapes.append([[tuple(map(float, item)) for item in kind] for kind in (found, lines)] + [labels(text)])
    for kind, mine, other in zip(["discs", "lines"], *shapes):
        assert len(mine) == len(other), kind
        # DOT names things in an order of its own.
        pairs = zip(sorted(mine), sorted(other))
        assert all(abs(a - b) < 0.02 for one, two in pairs for a, b in zip(one, two)), kind
    assert len(shapes[0][2]) == len(shapes[1][2]) > 20
    for (xs, ys, size), (their_xs, their_ys, their_size) in zip(shapes[0][2], shapes[1][2]):
        assert their_xs == pytest.approx(xs, abs=0.02) and their_size == size
        # How high letters stand in their line, and lines on one another, is read out of the font: by Pango in whole points,
        # and without it, as in the wheel, by Graphviz's own tables (measured: 0.17 and 0.27 of the letters' size). So the
        # middle of a label may differ by a part of a letter, and a line of many by no more than its lines are apart.
        assert sum(their_ys) / len(ys) == pytest.approx(sum(ys) / len(ys), abs=0.2 * size)
        for own in (ys, their_ys):
            assert all(1 <= (low - high) / size < 1.35 for high, low in zip(own, own[1:]))


def labels(text):
    """Of each label the places of its lines, and the size of its letters."""
    found = []
    for group in re.findall(r"<g [^>]*>\n(?:<title>.*</title>\n)?((?:<text .*\n)+)</g>", text):
        places = re.findall(r'<text[^>]* x="([-.0-9]+)" y="([-.0-9]+)"', group)
        size = float(re.search(r'font-size="([.0-9]+)"', group)[1])
        found.append(([float(x) for x, _ in places], [float(y) for _, y in places], size))
    return found
