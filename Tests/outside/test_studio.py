"""`milieu studio` in a browser: code, arrange, undo, kill, two windows, and what strangers send."""

import csv
import json
import re
import shutil
import signal

import pytest
from conftest import call
from studios import cell, centre, choose, figure, look, opened, romans, saved, start, table, until, with_source  # noqa: F401

TEXT = """2 The workshop

2.1 How it began

In 2009 Atelier Nord and Coopérative du Pont opened a workshop together. The town of Vallon lent
them a hall, and Fonds Relance gave a grant.

2.2 Who came after

Imprimerie Basse, Scierie Haute and Café du Quai joined in 2011. Each works with Atelier Nord.
"""
TIES = [
    ("Atelier Nord", "Coopérative du Pont"), ("town of Vallon", "Atelier Nord"),
    ("town of Vallon", "Coopérative du Pont"), ("Fonds Relance", "Atelier Nord"),
    ("Fonds Relance", "Coopérative du Pont"), ("Imprimerie Basse", "Atelier Nord"),
    ("Scierie Haute", "Atelier Nord"), ("Café du Quai", "Atelier Nord"), ("Imprimerie Basse", "Scierie Haute"),
    ("Café du Quai", "Imprimerie Basse"),
]


def test_ten_ties_are_coded_from_a_text_by_the_keyboard(start, look, tmp_path):
    folder = tmp_path / "vallon"
    call("init", folder)
    studio = start(folder)
    page = look(studio)
    with_source(page, "talk", "A talk in Vallon, 2016.")
    (tmp_path / "talk.txt").write_text(TEXT, encoding="utf-8")
    opened(page, tmp_path / "talk.txt")
    page.select_option("#actor-kind", "firm")
    page.select_option("#tie-kind", index=0)
    for source, target in TIES:
        for words, key in ((source, "Alt+1"), (target, "Alt+2")):
            choose(page, words)
            page.keyboard.press(key)
        page.fill("#since", "2011")
        page.keyboard.press("Control+Enter")
        until(page, "(words) => document.getElementById('coded').textContent.includes(words)", arg=f"{source} – {target}")
        saved(page)
    names = {row["id"]: row["name"] for row in table(folder, "actors")}
    assert sorted(names.values()) == sorted({end for tie in TIES for end in tie})
    ties = table(folder, "ties")
    assert [(names[tie["source"]], names[tie["target"]]) for tie in ties] == TIES
    assert {tie["since"] for tie in ties} == {"2011"} and ties[0]["evidence"].startswith("talk:2.1 [")
    at = TEXT.index("Atelier Nord") + 1
    assert ties[7]["evidence"] == f"talk:2.1 [{at}-{at + 11}]", "where the last passage stands, in characters"
    quai = next(row for row in table(folder, "actors") if row["name"] == "Café du Quai")
    assert quai["evidence"] == ties[7]["evidence"] and ties[7]["note"] == "« Atelier Nord »"
    call("check", folder)
    page.get_by_role("tab", name="Figure").click()
    page.locator("#picture g.actor").nth(len(names) - 1).wait_for()
    drawn = call("draw", folder, "-o", tmp_path / "vallon.svg")
    assert drawn.returncode == 0
    answer, image = studio.ask("GET", f"{studio.path}api/figure.svg")
    assert image == (tmp_path / "vallon.svg").read_bytes(), "the page has the figure that the command draws"


def test_a_disc_that_is_dragged_stays_is_reloaded_and_goes_back(start, look, romans):
    page = look(start(romans))
    figure(page)
    scale = page.evaluate("S.figure.svg().getScreenCTM().a")
    before = {actor: centre(page, actor) for actor in ("groupe_archer", "made_in_romans", "ville_romans")}
    box = page.evaluate("(() => { const b = S.figure.disc('groupe_archer').getBoundingClientRect(); return [Math.round(b.x + b.width / 2), Math.round(b.y + b.height / 2)]; })()")
    page.mouse.move(*box)
    page.mouse.down()
    page.mouse.move(box[0] + 30, box[1] + 20, steps=4)
    page.mouse.up()
    saved(page)
    until(page, "S.figure.drawn && !S.figure.busy && JSON.parse(S.figure.drawn)[0] === S.revision")
    x, y, width = centre(page, "groupe_archer")
    assert x - before["groupe_archer"][0] == pytest.approx(30 / scale, abs=width / 400)
    assert y - before["groupe_archer"][1] == pytest.approx(20 / scale, abs=width / 400)
    for actor in ("made_in_romans", "ville_romans"):
        assert centre(page, actor)[:2] == pytest.approx(before[actor][:2], abs=width / 300), "nobody else moves"
    assert len(table(romans, "positions")) > 80
    page.reload()
    until(page, "S.revision > 0")
    figure(page)
    assert centre(page, "groupe_archer")[:2] == pytest.approx([x, y], abs=0.1)
    page.get_by_role("button", name="Undo").click()
    saved(page)
    until(page, "!S.figure.busy && S.figure.drawn && JSON.parse(S.figure.drawn)[0] === S.revision")
    assert centre(page, "groupe_archer")[:2] == pytest.approx(before["groupe_archer"][:2], abs=0.1)
    assert not (romans / "positions.csv").exists(), "a table that came with the first place goes with it"
    # By the keyboard, too.
    page.evaluate("S.figure.disc('ville_romans').focus()")
    page.keyboard.press("Shift+ArrowRight")
    until(page, "S.waiting === 0 && document.getElementById('figure-status').textContent.includes('moved')")
    assert len(table(romans, "positions")) > 80


def test_what_was_typed_survives_a_kill_and_can_still_be_undone(start, look, romans):
    studio = start(romans)
    page = look(studio)
    before = (romans / "actors.csv").read_bytes()
    name = cell(page, 0, "name")
    name.click()
    page.keyboard.press("Enter")
    page.keyboard.press("End")
    page.keyboard.type(" & Cie")
    saved(page)
    studio.end(signal.SIGKILL)
    assert table(romans, "actors")[0]["name"] == "Groupe Archer & Cie"
    again = start(romans)
    assert again.get("state")["undo"]
    assert again.post("undo", {})[0] == 200
    after = (romans / "actors.csv").read_bytes()
    assert table(romans, "actors")[0]["name"] == "Groupe Archer"
    assert after.splitlines()[2:] == before.splitlines()[2:], "what was not touched is as it was, to the byte"
    page.close()


def test_a_fault_stands_beside_its_cell_while_one_types(start, look, romans):
    page = look(start(romans))
    since = cell(page, 1, "since")
    since.click()
    page.keyboard.type("20")
    page.keyboard.type("x")
    page.locator("#grid td.editing .bubble").wait_for()
    assert "date" in page.locator("#grid td.editing .bubble").inner_text()
    page.keyboard.press("Backspace")
    page.keyboard.type("12")
    page.locator("#grid td.editing .bubble").wait_for(state="detached")
    page.keyboard.press("Enter")
    saved(page)
    assert table(romans, "actors")[1]["since"] == "2012"
    page.keyboard.press("Control+z")
    until(page, "S.waiting === 0 && document.querySelector('#undo').disabled")
    assert table(romans, "actors")[1]["since"] == ""


def test_two_windows_and_another_program_do_not_overwrite_each_other(start, look, romans):
    studio = start(romans)
    one, two = look(studio), look(studio)
    cell(one, 0, "name").click()
    one.keyboard.press("Enter")
    one.keyboard.type("One")
    one.keyboard.press("Enter")
    until(two, "document.querySelector('#grid tbody td:nth-child(3)').textContent === 'One'")
    # One that has not yet seen what the other did is asked.
    two.evaluate("S.look = null; S.take = () => {}")
    cell(one, 0, "name").click()
    one.keyboard.press("Enter")
    one.keyboard.type("Uno")
    one.keyboard.press("Enter")
    saved(one)
    cell(two, 0, "name").click()
    two.keyboard.press("Enter")
    two.keyboard.type("Zwei")
    two.get_by_role("alert").filter(has_text="Uno").wait_for()
    assert table(romans, "actors")[0]["name"] == "Uno"
    text = (romans / "actors.csv").read_text(encoding="utf-8")
    (romans / "actors.csv").write_text(text.replace("Association Archer", "Archer, association", 1).replace(
        "Archer, association", '"Archer, association"', 1), encoding="utf-8")
    until(one, "document.querySelectorAll('#grid tbody tr')[1].children[2].textContent === 'Archer, association'")
    cell(one, 0, "name").click()
    one.keyboard.press("Enter")
    one.keyboard.type("Un")
    one.keyboard.press("Enter")
    saved(one)
    assert [row["name"] for row in table(romans, "actors")[:2]] == ["Un", "Archer, association"]


HOSTILE = ["<img src=x onerror=alert(1)>", "</script><script>alert(2)</script>", "\"'><svg onload=alert(3)>",
           "{{words}}", "=HYPERLINK(\"http://evil.example\")", "javascript:alert(4)", "\u202egnp.exe", "]]><!--"]


def test_names_that_are_markup_stay_text(start, look, dataset):
    folder = dataset()
    with open(folder / "actors.csv", "a", encoding="utf-8", newline="") as file:
        for number, name in enumerate(HOSTILE):
            csv.writer(file, lineterminator="\n").writerow([f"h{number}", name, "firm", "Here"])
    with open(folder / "ties.csv", "a", encoding="utf-8") as file:
        file.writelines(f"a,h{number},works_with,active,s:1\n" for number in range(len(HOSTILE)))
    page = look(start(folder))
    assert page.locator("#grid tbody tr").count() == 3 + len(HOSTILE)
    for number, name in enumerate(HOSTILE):
        assert cell(page, 3 + number, "name").text_content() == name
    figure(page)
    page.get_by_role("tab", name="Numbers").click()
    until(page, "document.getElementById('numbers-status').textContent === ''")
    assert page.evaluate("document.querySelectorAll('img, iframe, object, script:not([src]):not([type])').length") == 0


def test_only_the_page_itself_is_answered(start, dataset):
    folder = dataset()
    studio = start(folder)
    secret = studio.path
    own = {"Origin": f"http://{studio.host}", "Content-Type": "application/json"}
    body = json.dumps({"edits": [{"op": "remove", "table": "actors", "key": 1}], "group": ""}).encode()
    refused = [
        ("GET", "/", {}, 403), ("GET", "/api/state", {}, 403), ("GET", "/" + "0" * 32 + "/api/state", {}, 403),
        ("GET", secret + "api/state", {"Host": f"evil.example:{studio.port}"}, 421),
        ("GET", secret + "api/state", {"Host": "127.0.0.1"}, 421),
        ("GET", secret + "api/state", {"Origin": "http://evil.example"}, 403),
        ("GET", secret + "api/state", {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}, 403),
        ("POST", secret + "api/edit", {**own, "Origin": "http://evil.example"}, 403),
        ("POST", secret + "api/edit", {"Content-Type": "application/json"}, 403),
        ("POST", secret + "api/edit", {**own, "Content-Type": "text/plain"}, 415),
        ("POST", "/api/edit", own, 403), ("DELETE", secret + "api/edit", own, 405),
        ("GET", secret + "../../../etc/passwd", {}, 403), ("GET", secret + "..%2f..%2fetc%2fpasswd", {}, 404),
        ("GET", secret + "api/../actors.csv", {}, 404), ("GET", secret + "actors.csv", {}, 404),
        ("GET", secret + "api/figure?figure=nonsense", {}, 422),
        ("GET", secret + "api/figure?at=nonsense", {}, 422), ("GET", secret + "api/explain?actor=a&measure=x", {}, 422),
    ]
    for method, path, headers, status in refused:
        answer, content = studio.ask(method, path, headers, body if method == "POST" else None)
        assert answer.status == status, (method, path, headers, content)
        assert b"root:" not in content and b"Access-Control-Allow" not in str(answer.headers).encode()
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy
    for broken in (b"", b"{", b"[]", b'{"edits":1,"group":""}', b'{"edits":[{"op":"set","table":"../x"}],"group":""}', b"\xff" * 9,
                   b"[" * 100_000, b'{"edits":[{"op":"add","table":"actors","cells":{"id":"x\\u0000"}}],"group":""}'):
        answer, _ = studio.ask("POST", secret + "api/edit", own, broken)
        assert answer.status == 400
    answer, _ = studio.ask("POST", secret + "api/edit", own, b" " * (11 << 20))
    assert answer.status == 413
    assert len(studio.get("state")["tables"][4]["rows"]) == 3, "nothing was changed"
    assert studio.post("text", {"source": "../../x", "text": "t"})[0] == 200
    assert studio.get("text?source=..%2F..%2Fx") == {"text": "t"}
    texts = list((folder / ".studio" / "texts").iterdir())
    assert len(texts) == 1 and texts[0].read_text() == "t" and not list(folder.parent.glob("*.txt"))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_cleanly_and_says_what_is_wrong(start, dataset, tmp_path, number):
    folder = dataset()
    studio = start(folder)
    assert "already open" in call("studio", folder, "--no-open", expect=3).stderr
    assert studio.end(number)[0] == 0
    assert [path.name for path in folder.iterdir() if "partial" in path.name] == []
    assert start(folder).end(number)[0] == 0
    taken = start(folder, "--port", "0")
    other = tmp_path / "other"
    shutil.copytree(folder, other, ignore=shutil.ignore_patterns(".studio"))
    assert "port" in call("studio", other, "--no-open", "--port", taken.port, expect=3).stderr
    call("studio", tmp_path / "missing", "--no-open", expect=3)
    call("studio", folder / "actors.csv", "--no-open", expect=3)
    call("studio", folder, "--port", "70000", "--no-open", expect=2)


def test_the_page_is_in_both_languages_and_can_be_read_aloud(start, look, romans):
    studio = start(romans)
    for language, words in (("en", "Code it"), ("fr", "Coder")):
        page = look(studio, f"?lang={language}")
        assert page.locator("html").get_attribute("lang") == language
        assert page.get_by_role("button", name=words).count() == 1
        assert "{{" not in page.content()
        unnamed = page.evaluate("""() => [...document.querySelectorAll('input, select, textarea, button')].filter((one) =>
            !one.labels?.length && !one.getAttribute('aria-label') && !one.textContent.trim()).map((one) => one.outerHTML)""")
        assert unnamed == []
        page.locator("#grid tbody tr").first.wait_for()
        said = "\n".join(page.locator(part).inner_text() for part in ("header", "#bench", "#findings"))
        assert ("98 acteurs, 124 lignes de liens" if language == "fr" else "98 actors, 124 rows of ties") in said
        if language == "fr":
            assert not re.search(r"\w[ ]?:\s", re.sub(r"\w\u00a0:\s", "", said)), "a space that does not break before each colon"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_numbers_are_those_of_the_program(start, look, romans):
    page = look(start(romans))
    page.get_by_role("tab", name="Numbers").click()
    until(page, "document.getElementById('numbers-status').textContent === '' && S.counts.score")
    said = call("measure", romans, "-m", "degree", "--top", "1", "--format", "csv").stdout.splitlines()[1].split(",")
    row = page.locator("#numbers-body table").filter(has_text="normalised").locator("tbody tr").first
    assert row.locator("th").inner_text() == said[1] and row.locator("td").first.inner_text() == said[2]
    page.locator("#numbers-body td button").first.click()
    page.locator("#explained table tbody tr").first.wait_for()


def test_a_keystroke_is_kept_within_a_moment(start, dataset):
    """No time is asserted: that the cell on the disk follows each key is."""
    folder = dataset()
    studio = start(folder)
    old = "B"
    for new in ("Be", "Bea", "Beat", "Beate"):
        status, answer = studio.post("edit", {"group": "one", "edits": [
            {"op": "set", "table": "actors", "key": 2, "column": "name", "old": old, "new": new}]})
        assert status == 200 and table(folder, "actors")[1]["name"] == new
        old = new
    status, answer = studio.post("edit", {"group": "two", "edits": [
        {"op": "set", "table": "actors", "key": 2, "column": "name", "old": "B", "new": "C"}]})
    assert status == 409 and answer["refused"] == "otherCell" and answer["now"] == "Beate"
    assert studio.post("undo", {})[0] == 200 and table(folder, "actors")[1]["name"] == "B"
