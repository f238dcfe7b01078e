"""The studio's page under the hand: discs in line, labels beside them, two spellings of one actor, whom to ask next."""

import csv
import json

import pytest
from conftest import call
from studios import cell, centre, choose, figure, look, romans, saved, start, table, until  # noqa: F401

DRAWN = "S.waiting === 0 && !S.figure.busy && S.figure.drawn && JSON.parse(S.figure.drawn)[0] === S.revision"
CHOSEN = ["groupe_archer", "made_in_romans", "ville_romans"]


def pick(page, actors):
    page.evaluate("S.figure.picked.clear()")
    for number, actor in enumerate(actors):
        page.evaluate("(actor) => S.figure.disc(actor).focus()", actor)
        page.keyboard.press("Enter" if number == 0 else " ")
    assert page.evaluate("[...S.figure.picked]") == actors


@pytest.mark.parametrize(("button", "along", "across"), [("Align in a row", 0, 1), ("Align in a column", 1, 0)])
def test_discs_stand_in_line_and_nobody_else_moves(start, look, romans, button, along, across):
    page = look(start(romans))
    figure(page)
    assert page.get_by_role("button", name=button).is_disabled()
    pick(page, CHOSEN[:1])
    assert page.get_by_role("button", name=button).is_disabled(), "one disc has nobody to stand in line with"
    pick(page, CHOSEN)
    before = {actor: centre(page, actor) for actor in [*CHOSEN, "pole_sud_archer"]}
    assert max(before[actor][across] for actor in CHOSEN) - min(before[actor][across] for actor in CHOSEN) > 10
    page.get_by_role("button", name=button).click()
    until(page, DRAWN)
    after = {actor: centre(page, actor) for actor in before}
    width = after["pole_sud_archer"][2]
    mean = sum(before[actor][across] for actor in CHOSEN) / 3
    for actor in CHOSEN:
        assert after[actor][across] == pytest.approx(mean, abs=width / 300)
        assert after[actor][along] == pytest.approx(before[actor][along], abs=width / 300)
    assert after["pole_sud_archer"][:2] == pytest.approx(before["pole_sud_archer"][:2], abs=width / 300)
    page.get_by_role("button", name="Undo").click()
    until(page, DRAWN)
    for actor in CHOSEN:
        assert centre(page, actor)[:2] == pytest.approx(before[actor][:2], abs=width / 300)


LABEL = """(actor) => {
    const disc = S.figure.disc(actor), label = S.figure.svg().getElementById("label-" + disc.id);
    const box = (one) => { const { x, y, width, height } = one.getBoundingClientRect(); return [x + width / 2, y + height / 2]; };
    return label && label.textContent.trim() ? [box(disc.querySelector("ellipse, polygon")), box(label)] : null;
}"""


def test_a_label_stands_at_the_side_that_was_chosen(start, look, dataset):
    folder = dataset()
    page = look(start(folder))
    figure(page)
    actor = "a"
    pick(page, [actor])
    sides = {"right": (0, 1), "left": (0, -1), "above": (1, -1), "below": (1, 1)}
    for side, (axis, sign) in sides.items():
        page.select_option("#label-side", side)
        until(page, DRAWN)
        disc, label = page.evaluate(LABEL, actor)
        assert (label[axis] - disc[axis]) * sign > 3, side
        assert abs(label[1 - axis] - disc[1 - axis]) < 8, side
        assert next(row for row in table(folder, "positions") if row["actor"] == actor)["label"] == side
    page.select_option("#label-side", "none")
    until(page, DRAWN)
    assert page.evaluate(LABEL, actor) is None
    # What is chosen for the next disc is its own, not what the last one had.
    pick(page, ["b"])
    assert page.locator("#label-side").input_value() == ""
    pick(page, [actor])
    assert page.locator("#label-side").input_value() == "none"


def test_a_label_without_room_where_it_was_sent_is_said_to_be_left_out(start, look, romans):
    page = look(start(romans))
    figure(page)
    pick(page, ["made_in_romans"])
    page.select_option("#label-side", "right")
    until(page, DRAWN)
    assert page.evaluate(LABEL, "made_in_romans") is None
    assert page.locator("#figure-status").inner_text() == "No room for the label there, so that it is left out: Made in Romans"
    page.select_option("#label-side", "")
    until(page, DRAWN)
    assert page.evaluate(LABEL, "made_in_romans") and page.locator("#figure-status").inner_text() == ""


def test_two_spellings_are_offered_as_one_and_two_rows_become_one(start, look, dataset):
    folder = dataset()
    with open(folder / "actors.csv", "a", encoding="utf-8") as file:
        file.write("atelier,Atelier Nord,firm,Here\natelier2,Ateliers Nord,firm,Here\n")
    with open(folder / "ties.csv", "a", encoding="utf-8") as file:
        file.write("atelier2,b,works_with,active,s:3\nc,atelier2,funds,active,s:4\n")
    studio = start(folder)
    studio.post("text", {"source": "s", "text": "The Atellier Nord works."})
    page = look(studio)
    until(page, "document.getElementById('text').value !== ''")
    choose(page, "Atellier Nord")
    page.keyboard.press("Alt+1")
    page.locator("#from-hint button", has_text="Atelier Nord").first.click()
    assert page.locator("#from").input_value() == "Atelier Nord" and page.locator("#from-hint").inner_text() == ""
    page.locator("#twins summary").click()
    page.fill("#twin-goes", "Ateliers Nord")
    page.fill("#twin-stays", "Ateliers Nord")
    page.get_by_role("button", name="Make them one").click()
    page.get_by_role("alert").wait_for()
    assert len(table(folder, "actors")) == 5, "an actor is not put into itself"
    page.fill("#twin-stays", "Atelier Nord")
    page.get_by_role("button", name="Make them one").click()
    until(page, "document.querySelectorAll('#grid tbody tr').length === 4")
    assert [(row["source"], row["target"]) for row in table(folder, "ties")][2:] == [("atelier", "b"), ("c", "atelier")]
    page.get_by_role("button", name="Undo").click()
    until(page, "document.querySelectorAll('#grid tbody tr').length === 5")
    assert [row["id"] for row in table(folder, "actors")][3:] == ["atelier", "atelier2"]
    assert [(row["source"], row["target"]) for row in table(folder, "ties")][2:] == [("atelier2", "b"), ("c", "atelier2")]
    call("check", folder)


def known_by_documents():
    return json.dumps({"name": "small", "milieu": {
        "territory": {"name": "Here"}, "reference_date": "2016",
        "perimeters": [{"id": "here", "places": ["Here"], "default": True}],
        "surveyed": {"cooperation": {"how": "documents"}, "finance": {"how": "documents"}}}})


def asked(page):
    """Clicks the interval of the first axis, once there is one of all draws."""
    page.locator("#tab-numbers").click()
    until(page, "document.getElementById('numbers-status').textContent === '' && S.counts.score")
    page.locator(".axis button").first.click()


@pytest.mark.parametrize(("language", "first"), [("en", "Whom to ask first"), ("fr", "Qui interroger d'abord")])
def test_an_interval_leads_to_whom_to_ask_first(start, look, dataset, language, first):
    page = look(start(dataset(datapackage__json=known_by_documents())), f"?lang={language}")
    asked(page)
    page.locator("#explained table").nth(1).wait_for()
    assert page.locator("#explained caption").first.inner_text() == first
    names = page.locator("#explained tbody").first.inner_text()
    assert "Ä & Co" in names and "B" in names and "C" not in names.replace("Ä & Co", ""), "those inside"
    widths = [row.split("\t") for row in page.locator("#explained tbody").nth(1).inner_text().splitlines()]
    # There are two to ask, fewer than are tried elsewhere.
    assert [row[1] for row in widths] == ["0", "1", "2", "1", "1"]
    assert all(0 <= float(row[2].replace(",", ".")) <= 1 for row in widths)
    assert page.locator(".axis table").first.is_visible(), "with the indicators that the interval is of"
    page.keyboard.press("Escape")
    assert page.locator("#explained").is_hidden()


@pytest.mark.parametrize(("language", "none"), [("en", "no interview would narrow it"), ("fr", "aucun entretien ne le resserrerait")])
def test_where_all_is_known_no_interview_is_proposed(start, look, dataset, language, none):
    page = look(start(dataset()), f"?lang={language}")
    asked(page)
    page.locator("#explained", has_text=none).wait_for()


def test_a_row_that_another_program_changed_while_it_is_edited_is_asked_about(start, look, dataset):
    folder = dataset()
    page = look(start(folder))
    cell(page, 1, "name").click()
    page.keyboard.press("Enter")
    text = (folder / "actors.csv").read_text(encoding="utf-8")
    (folder / "actors.csv").write_text(text.replace("b,B,firm", "b,Beate,firm"), encoding="utf-8")
    page.keyboard.type("Bruno")
    page.get_by_role("alert").filter(has_text="Beate").wait_for()
    assert "b,Beate,firm" in (folder / "actors.csv").read_text(encoding="utf-8"), "nothing is overwritten unasked"
    page.get_by_role("alert").get_by_role("button", name="Write mine").click()
    saved(page)
    assert table(folder, "actors")[1]["name"] == "Bruno"
