"""`milieu report` in a browser: it opens without a request or an error, and what it offers works."""

import html
import itertools
import json
import random
import re
import subprocess

import pytest
from conftest import DATASETS, assert_one_language_of_numbers, call

FEW = ("--draws", "60", "--nulls", "19", "--quiet")


@pytest.fixture(scope="module")
def romans(tmp_path_factory):
    folder = tmp_path_factory.mktemp("report")
    files = {}
    for language in ("en", "fr"):
        files[language] = folder / f"romans.{language}.html"
        call("report", DATASETS / "romans-2016", "-o", files[language], "--lang", language, *FEW)
    return files


@pytest.fixture
def open_page(browser):
    """A function that opens a file; what went wrong in the page fails the test at its end."""
    contexts, wrong = [], []

    def open_file(path, **options):
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("console", lambda message: wrong.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("dialog", lambda dialog: (wrong.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: None if request.url == path.as_uri() else wrong.append(request.url))
        page.goto(path.as_uri())
        return page

    yield open_file
    for context in contexts:
        context.close()
    assert wrong == []


def visible_ties(page):
    return page.locator("#network-figure g.tie:not(.off)").count()


def test_opens_in_both_languages(romans, open_page):
    for language, words in (("en", "How far the data carries"), ("fr", "Jusqu'où portent les données")):
        page = open_page(romans[language])
        assert page.locator("html").get_attribute("lang") == language
        assert page.get_by_role("heading", name=words).is_visible()
        assert page.get_by_role("main").count() == 1 and page.get_by_role("navigation").count() == 1
        headings = page.eval_on_selector_all("h1,h2,h3,h4", "all => all.map(h => Number(h.tagName[1]))")
        assert headings[0] == 1 and headings.count(1) == 1
        assert all(after - before <= 1 for before, after in zip(headings, headings[1:])), "no level is skipped"
        for table in page.locator("main table").all():
            assert table.locator("caption").count() == 1
            assert table.locator("thead th:not([scope=col])").count() == 0
            assert table.locator("tbody tr").count() == table.locator("tbody th[scope=row]").count()
        assert romans[language].stat().st_size < 1_500_000
        assert page.locator("math").count() > 60
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_page_has_one_language_of_numbers(romans, open_page, language):
    assert_one_language_of_numbers(open_page(romans[language]).inner_text("body"), language == "fr")


def test_numbers_are_those_of_the_program(romans, open_page):
    page = open_page(romans["en"])
    table = call("measure", DATASETS / "romans-2016", "-m", "degree,betweenness_normalized", "--format", "csv").stdout
    wanted = {line.split(",")[0]: line.rsplit(",", 2)[1:] for line in table.splitlines()[1:]}
    data = json.loads(page.locator("#data").text_content())
    ids = [measure["id"] for measure in data["measures"]]
    for node in data["nodes"]:
        degree, betweenness = wanted[node["i"].removeprefix("actor-")]
        assert node["m"][ids.index("degree")] == int(degree)
        assert node["m"][ids.index("betweenness_normalized")] == pytest.approx(float(betweenness), rel=1e-5)
    first = page.locator("#table-actors tbody tr").first.locator("td.n").first
    assert first.get_attribute("data-v") == wanted["groupe_archer"][0]


def test_filters(romans, open_page):
    page = open_page(romans["en"])
    whole = visible_ties(page)
    shown = page.locator("#shown")
    assert f"{whole} of {whole} ties" in shown.inner_text()
    page.get_by_label("finance", exact=True).first.uncheck()
    assert page.locator("#network-figure g.tie.layer-finance:not(.off)").count() == 0
    assert 0 < visible_ties(page) < whole
    assert f"{visible_ties(page)} of {whole} ties" in shown.inner_text()
    page.get_by_role("button", name="Show all").click()
    page.wait_for_function(f"document.querySelectorAll('#network-figure g.tie:not(.off)').length === {whole}")
    page.get_by_role("group", name="Spheres").get_by_label("economy", exact=True).uncheck()
    assert page.locator("#network-figure g.actor.sphere-economy:not(.off)").count() == 0
    gone = page.evaluate("""() => {
        const data = JSON.parse(document.getElementById("data").textContent);
        const isGone = (place) => document.getElementById(data.nodes[place].i).classList.contains("off");
        return data.ties.every((tie) => document.getElementById(tie.i).classList.contains("off") === (isGone(tie.a) || isGone(tie.b)));
    }""")
    assert gone, "a tie is hidden with either of its ends, and only then"
    page.get_by_role("button", name="Show all").click()
    year = page.locator("#year")
    first = year.locator("option").nth(1).get_attribute("value")
    year.select_option(first)
    later = page.evaluate(f"""() => JSON.parse(document.getElementById("data").textContent).ties
        .filter((tie) => tie.f > {first}).every((tie) => document.getElementById(tie.i).classList.contains("off"))""")
    assert later and "without a date" in shown.inner_text()


def test_search_and_card(romans, open_page):
    page = open_page(romans["fr"])
    page.get_by_label("Chercher un acteur").fill("elus LOCAUX")
    assert page.locator("#found button").inner_text() == "Élus locaux actionnaires"
    assert "1" in page.locator("#status").inner_text()
    page.keyboard.press("Enter")
    card = page.get_by_role("dialog")
    assert card.get_by_role("heading", name="Élus locaux actionnaires").is_visible()
    assert card.locator("table").first.locator("tbody tr").count() > 5
    assert card.locator("h3", has_text="Liens (1)").count() == 1
    assert "Perret" in card.locator("ul").last.inner_text()
    card.locator("ul button").first.click()
    assert card.get_by_role("heading", level=2).inner_text() == "Actionnaires de la SAS Groupe Archer"
    page.keyboard.press("Escape")
    assert not card.is_visible()
    page.get_by_label("Chercher un acteur").fill("nobody of that name")
    assert page.locator("#status").inner_text() == "Aucun acteur de ce nom."


def test_neighbourhood(romans, open_page):
    page = open_page(romans["en"], viewport={"width": 1280, "height": 1400})
    actor = page.locator("#actor-groupe_archer")
    actor.locator("ellipse").hover()
    near = page.eval_on_selector_all("g.actor.near", "all => all.map(g => g.id)")
    data = json.loads(page.locator("#data").text_content())
    me = next(place for place, node in enumerate(data["nodes"]) if node["i"] == "actor-groupe_archer")
    beside = {me} | {tie["a"] + tie["b"] - me for tie in data["ties"] if me in (tie["a"], tie["b"])}
    assert sorted(near) == sorted(data["nodes"][place]["i"] for place in beside)
    actor.locator("ellipse").click()
    assert page.get_by_role("dialog").get_by_role("heading", level=2).inner_text() == "Groupe Archer"


def test_sorting(romans, open_page):
    page = open_page(romans["en"])
    table = page.locator("#table-actors")
    degree = table.locator("thead th", has_text="degree").first

    def column():
        place = degree.evaluate("cell => cell.cellIndex")
        return page.eval_on_selector_all(
            "#table-actors tbody tr", f"rows => rows.map(row => row.cells[{place}].dataset.v)")

    degree.get_by_role("button").click()
    assert degree.get_attribute("aria-sort") == "descending"
    assert column() == sorted(column(), key=lambda text: -float(text))
    degree.get_by_role("button").click()
    assert degree.get_attribute("aria-sort") == "ascending"
    assert column() == sorted(column(), key=float)
    assert "degree" in page.locator("#status").inner_text()
    name = table.locator("thead th").first
    name.get_by_role("button").click()
    assert name.get_attribute("aria-sort") == "ascending" and degree.get_attribute("aria-sort") is None
    constraint = table.locator("thead th", has_text="constraint").first
    constraint.get_by_role("button").click()
    place = constraint.evaluate("cell => cell.cellIndex")
    values = page.eval_on_selector_all("#table-actors tbody tr", f"rows => rows.map(row => row.cells[{place}].dataset.v ?? '')")
    known = [float(value) for value in values if value]
    assert known == sorted(known, reverse=True) and all(values[: len(known)]), "undefined values come last"
    page.locator("#columns").select_option(label="all measures")
    data = json.loads(page.locator("#data").text_content())
    assert table.locator("thead th").count() == 4 + len(data["measures"])
    page.locator("#table-actors-filter").fill("archer")
    shown = table.locator("tbody tr:visible").all_inner_texts()
    assert shown and all("archer" in text.lower() for text in shown)


def test_keyboard(romans, open_page):
    page = open_page(romans["en"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    stops = page.locator('#network-figure [tabindex="0"]')
    assert stops.count() == 1, "one stop for the whole network"
    stops.focus()
    first = page.evaluate("document.activeElement.id")
    page.keyboard.press("ArrowRight")
    second = page.evaluate("document.activeElement.id")
    assert second != first and second.startswith("actor-")
    assert page.locator("g.actor.near").count() > 1
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    assert dialog.is_visible() and page.evaluate("document.activeElement.id") == "card-title"
    page.keyboard.press("Escape")
    assert not dialog.is_visible() and page.evaluate("document.activeElement.id") == second
    unnamed = page.evaluate("""() => [...document.querySelectorAll("button, input, select, [role=button]")]
        .filter((e) => !(e.textContent.trim() || e.getAttribute("aria-label") || (e.labels && e.labels.length))).length""")
    assert unnamed == 0


CONTRAST = """() => {
    const parse = (text) => text.match(/[\\d.]+/g).map(Number);
    const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
        .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
        .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    const ground = (e) => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor);
        if (c.length < 4 || c[3] > 0) return c; } return [255, 255, 255]; };
    const low = [];
    for (const e of document.querySelectorAll("h1,h2,h3,p,li,a,th,td,dt,dd,label,legend,button,select,code,figcaption,caption,span")) {
        if (!e.textContent.trim() || e.closest("svg") || !e.getClientRects().length) continue;
        const [a, b] = [light(parse(getComputedStyle(e).color)), light(ground(e))].sort((x, y) => y - x);
        const ratio = (a + 0.05) / (b + 0.05);
        if (ratio < 4.5) low.push(`${e.tagName} ${ratio.toFixed(2)} ${e.textContent.slice(0, 30)}`);
    }
    return low;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast(romans, open_page, scheme):
    page = open_page(romans["fr"], color_scheme=scheme, viewport={"width": 390, "height": 844})
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (ground == "rgb(255, 255, 255)") == (scheme == "light")
    assert page.evaluate(CONTRAST) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing is wider than a telephone"


def test_prints(romans, open_page, tmp_path):
    page = open_page(romans["en"])
    page.get_by_label("finance", exact=True).first.uncheck()
    page.pdf(path=tmp_path / "romans.pdf", prefer_css_page_size=True)
    text = subprocess.run(["pdftotext", "-layout", tmp_path / "romans.pdf", "-"], capture_output=True, text=True, check=True).stdout
    pages = text.split("\f")
    assert 20 < len(pages) < 80
    assert "How far the data carries" in text and "Find an actor" not in text
    heads = [part for part in pages if re.search(r"^\s*actor\s+kind\s+sphere", part, re.M)]
    assert len(heads) > 1, "the head of the table of actors is on each of its pages"


def test_without_scripts_all_is_there(romans, open_page):
    page = open_page(romans["en"], java_script_enabled=False)
    assert page.locator("#table-actors tbody tr").count() == 94, "four of the 98 had ended by the day of the dataset"
    assert page.locator("#network-figure svg").is_visible()
    assert not page.locator("#tools").is_visible()
    assert page.get_by_text("need JavaScript").is_visible()


HOSTILE = ["</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"\u0301 onmouseover=alert(1) x=\"",
           "a\u2028b\u2029c", "'><svg onload=alert(1)>", "x" * 10_000, "{{title}} {{{data}}}", "\u202eevil"]


def test_hostile_names_stay_text(dataset, open_page, tmp_path):
    def quoted(text):
        return '"' + text.replace('"', '""') + '"'

    lines = [f"h{place},{quoted(name)},firm,Here,{quoted(name)}" for place, name in enumerate(HOSTILE)]
    ties = [f"h{place},a,works_with,active,{quoted('s:' + name[:50])}" for place, name in enumerate(HOSTILE)]
    folder = dataset(
        actors__csv="id,name,kind,place,note\na,A,firm,Here,\n" + "\n".join(lines) + "\n",
        ties__csv="source,target,kind,status,evidence\n" + "\n".join(ties) + "\n")
    report = tmp_path / "report.html"
    call("report", folder, "-o", report, *FEW)
    page = open_page(report)
    assert page.locator("script").count() == 2 and page.locator("img").count() == 0
    for place, name in enumerate(HOSTILE):
        page.evaluate(f"document.querySelector('#actor-h{place}').dispatchEvent(new MouseEvent('click', {{bubbles: true}}))")
        heading = page.locator("#card-title").text_content()
        plain = " ".join(re.sub("[\u202e\u2028\u2029]", lambda mark: "" if mark[0] == "\u202e" else " ", name).split())
        assert heading == plain or (heading.endswith("…") and plain.startswith(heading[:-1])), name[:40]
        page.keyboard.press("Escape")
    assert page.locator("#table-actors tbody tr").count() == len(HOSTILE) + 1


def test_plain_edge_list(open_page, tmp_path):
    edges = tmp_path / "edges.csv"
    edges.write_text("source,target\na,b\nb,c\nc,a\nd,a\n", encoding="utf-8")
    report = tmp_path / "edges.html"
    call("report", edges, "-o", report, "--quiet")
    page = open_page(report)
    assert page.get_by_text("describes no territory").is_visible()
    assert page.locator("#table-actors tbody tr").count() == 4
    page.get_by_label("Find an actor").fill("d")
    page.keyboard.press("Enter")
    assert page.get_by_role("dialog").is_visible()


def test_same_bytes_and_no_half_file(tmp_path):
    one, other = tmp_path / "one.html", tmp_path / "other.html"
    for path, threads in ((one, "1"), (other, "2")):
        call("report", DATASETS / "archetypes" / "hub_star", "-o", path, "--threads", threads, *FEW)
    assert one.read_bytes() == other.read_bytes()
    call("report", DATASETS / "archetypes" / "hub_star", "-o", tmp_path / "no" / "where.html", *FEW, expect=3)
    call("report", DATASETS / "romans-2016", "-o", one, "--perimeter", "nowhere", expect=2)
    call("report", DATASETS / "romans-2016", "-o", one, "--draws", "-1", expect=2)
    assert one.read_bytes() == other.read_bytes(), "a failed run leaves what was there"


def test_large_network_answers(open_page, tmp_path):
    """Two thousand actors: it opens, and a search answers."""
    chance = random.Random(7)
    edges = tmp_path / "large.csv"
    rows = {(place, chance.randrange(place)) for place in range(1, 2000)}
    rows |= {(chance.randrange(2000), chance.randrange(2000)) for _ in range(2000)}
    edges.write_text("source,target\n" + "".join(f"n{a},n{b}\n" for a, b in sorted(rows) if a != b), encoding="utf-8")
    report = tmp_path / "large.html"
    call("report", edges, "-o", report, "--quiet")
    page = open_page(report)
    assert page.locator("#network-figure g.actor").count() == 2000
    # By id: a search by label or role walks through seventy thousand elements, for half a minute.
    page.locator("#search").fill("n1999")
    page.keyboard.press("Enter")
    assert page.locator("dialog").is_visible()


def test_no_text_of_the_data_leaves_its_field_of_bibtex(dataset, tmp_path):
    folder = dataset(datapackage__json=json.dumps({
        "name": "small", "title": 'A } town, @misc{x, "100 %" \\bad # $ & ~ ^', "version": "1}0",
        "contributors": [{"title": "Doe} and {Roe"}],
        "milieu": {"territory": {"name": "Here"}, "reference_date": "2016", "surveyed": ["cooperation"],
                   "perimeters": [{"id": "here", "places": ["Here"], "default": True}]}}))
    call("report", folder, "-o", tmp_path / "report.html", *FEW)
    text = html.unescape((tmp_path / "report.html").read_text(encoding="utf-8"))
    entry = re.search(r"@dataset\{[^\n]*\n.*?\n\}", text, re.DOTALL).group()
    fields = dict(re.findall(r"^  (\w+) = \{(.*)\},?$", entry, re.MULTILINE))
    words = ["A", "town,", "@misc", "x,", "100", "bad"]
    assert [word for word in words if word not in fields["title"]] == []
    assert {"title", "author", "version"} <= set(fields) and "Doe" in fields["author"] and "Roe" in fields["author"]
    for text in fields.values():
        # BibTeX counts braces wherever they stand, and a name list is one where "and" stands outside of them.
        depths = list(itertools.accumulate({"{": 1, "}": -1}.get(letter, 0) for letter in text))
        assert min(depths) >= 0 and depths[-1] == 0, text
    assert " and " not in re.sub(r"\{[^{}]*\}", "", re.sub(r"\{[^{}]*\}", "", fields["author"]))
