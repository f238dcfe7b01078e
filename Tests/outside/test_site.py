"""The documentation as a site: every page in both languages, every link leads somewhere, tutorials show what commands say."""

import html.parser
import re
import subprocess
import sys
import urllib.parse

import pytest
from conftest import PROGRAM, ROOT


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, ROOT / "Scripts" / "site.py", PROGRAM, folder], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


class Page(html.parser.HTMLParser):
    """Where a page leads to, and the places in it that others lead to."""

    def __init__(self, file):
        super().__init__()
        self.links, self.places, self.language = [], set(), None
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        known = dict(attributes)
        self.links += [known[name] for name in ("href", "src") if known.get(name)]
        self.places |= {known[name] for name in ("id", "name") if known.get(name)}
        if tag == "html":
            self.language = known.get("lang")


def faults(folder):
    """Links that lead nowhere, and those that lead elsewhere than to a page of the net."""
    pages = {file: Page(file) for file in sorted(folder.rglob("*.html"))}
    for file, page in pages.items():
        for link in page.links:
            parts = urllib.parse.urlsplit(link)
            if parts.scheme in ("http", "https", "mailto", "data"):
                continue
            target = (file.parent / urllib.parse.unquote(parts.path)).resolve() if parts.path else file
            if parts.scheme or not target.is_file() or not target.is_relative_to(folder):
                yield f"{file.relative_to(folder)}: {link}"
            elif parts.fragment and target in pages and urllib.parse.unquote(parts.fragment) not in pages[target].places:
                yield f"{file.relative_to(folder)}: {link}"


def test_every_link_leads_somewhere_and_every_page_is_in_both_languages(site):
    assert list(faults(site)) == []
    names = {language: {file.name for file in (site / language).glob("*.html")} for language in ("en", "fr")}
    assert names["en"] == names["fr"] and len(names["en"]) > 10
    for language in names:
        for file in (site / language).glob("*.html"):
            assert Page(file).language == language
            text = file.read_text(encoding="utf-8")
            assert "<doc:" not in text and "&lt;doc:" not in text and "$$" not in text, file
            other = text.split('hreflang="')[1].split('"')[0]
            assert other != language
    for article in (ROOT / "Sources" / "Umbrella" / "Milieu.docc").glob("*.md"):
        title = article.read_text(encoding="utf-8").split("\n", 1)[0][2:]
        shown = [file for file in site.rglob("*.html") if f">{title}</h1>" in file.read_text(encoding="utf-8")]
        assert len(shown) == (0 if article.stem == "Milieu" else 1), "each article stands in the site once"


def test_a_link_that_leads_nowhere_is_seen(tmp_path):
    (tmp_path / "a.html").write_text(
        '<html lang="en"><p id="here"><a href="#here">1</a><a href="#there">2</a><a href="b.html">3</a><img src="a.html">'
        '<a href="../x">4</a><a href="javascript:x">5</a><a href="https://example.org/">6</a><a href="a.html#h%65re">7</a>')
    assert list(faults(tmp_path)) == ["a.html: #there", "a.html: b.html", "a.html: ../x", "a.html: javascript:x"]


@pytest.mark.parametrize(("language", "words"), [
    ("en", ["0 errors", "isolate", "Town of Val-Clair", "Verdict"]), ("fr", ["0 erreur", "isolate", "apprentissage", "0,"])])
def test_a_tutorial_shows_what_its_commands_say_and_draw(site, browser, language, words):
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    wrong = []
    page.on("console", lambda said: wrong.append(said.text))
    page.on("requestfailed", lambda request: wrong.append(request.url))
    page.goto((site / language / "from-interviews-to-a-figure.html").as_uri())
    said = "\n".join(page.locator("pre.output").all_text_contents())
    assert all(word in said for word in words), said
    commands = page.locator("pre.sh").all_text_contents()
    assert len(commands) == 11 and len([one for one in commands if one.startswith("milieu ")]) == 11
    sizes = page.locator("main img").evaluate_all("all => all.map((one) => one.naturalWidth)")
    assert len(sizes) == 1 and sizes[0] > 300
    page.goto((site / language / "measures.html").as_uri())
    assert page.locator("math").count() > 200 and page.locator("main h3").count() > 150
    for size in (1366, 400):
        page.set_viewport_size({"width": size, "height": 800})
        for name in ("index", "measures", "from-interviews-to-a-figure", "codebook", "commands"):
            page.goto((site / language / f"{name}.html").as_uri())
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (name, size)
            assert page.locator("nav [aria-current]").count() == 1
    assert wrong == []
    page.close()


def test_the_references_are_of_every_module():
    make = re.search(r"^MODULES := (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)[1].split()
    package = (ROOT / "Package.swift").read_text(encoding="utf-8")
    libraries = set(re.findall(r"\.target\(\s*name: \"(\w+)\"", package)) - {"Fixtures", "KernelVerifiers"}
    assert len(libraries) > 14 and set(make) == libraries
