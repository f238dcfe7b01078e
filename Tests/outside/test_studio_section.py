"""A section of the article of Romans, told in our own words, is coded in the browser from an empty dataset: the rows that come
out are those of the dataset of Romans, and the figure is that of the command."""

import csv

from conftest import DATASETS, call
from studios import cell, choose, look, opened, saved, start, table, until, with_source  # noqa: F401

SECTION = "2.2.2"
TEXT = """2.2.2 Ce que font les associations du pôle

Trois structures font partie du Pôle Sud Archer. L'Association entreprise Romans Bourg de Péage (ERB) compte
une centaine de membres, les Entreprises adhérentes d'ERB. Elle leur rend service, avec les Commandes groupées d'ERB
et les Services communs d'ERB. Entre elles, la confiance peut devenir une ressource.

L'Association Romans cuir, fondée en juin 2012, réunit les Acteurs de la filière cuir. On lui doit la Réflexion de
Romans cuir sur les dynamiques collaboratives, et le Label Véritable chaussure de Romans.

La Coopérative d'Activités et d'Emplois associe les Entrepreneurs de la CAE et leurs savoirs. Elle s'adresse aux
Entreprises présentes au sein du PTCE, membres du pôle, comme aux Entreprises du territoire.
"""
TIES = [
    ("Association entreprise Romans Bourg de Péage (ERB)", "Pôle Sud Archer", "membership"),
    ("Association Romans cuir", "Pôle Sud Archer", "membership"),
    ("Coopérative d'Activités et d'Emplois", "Pôle Sud Archer", "membership"),
    ("Entreprises présentes au sein du PTCE", "Pôle Sud Archer", "membership"),
    ("Entreprises adhérentes d'ERB", "Association entreprise Romans Bourg de Péage (ERB)", "membership"),
    ("Association entreprise Romans Bourg de Péage (ERB)", "Entreprises adhérentes d'ERB", "service"),
    ("Entreprises adhérentes d'ERB", "Entreprises adhérentes d'ERB", "cooperation"),
    ("Association Romans cuir", "Acteurs de la filière cuir", "sector_animation"),
    ("Entrepreneurs de la CAE", "Coopérative d'Activités et d'Emplois", "membership"),
    ("Entrepreneurs de la CAE", "Coopérative d'Activités et d'Emplois", "skill_pooling"),
    ("Coopérative d'Activités et d'Emplois", "Entreprises présentes au sein du PTCE", "collaboration_offer"),
    ("Coopérative d'Activités et d'Emplois", "Entreprises du territoire", "collaboration_offer"),
]
EVENTS = [
    ("Association entreprise Romans Bourg de Péage (ERB)", "Commandes groupées d'ERB", "group_purchasing"),
    ("Entreprises adhérentes d'ERB", "Commandes groupées d'ERB", "group_purchasing"),
    ("Association entreprise Romans Bourg de Péage (ERB)", "Services communs d'ERB", "shared_services"),
    ("Entreprises adhérentes d'ERB", "Services communs d'ERB", "shared_services"),
    ("Association Romans cuir", "Réflexion de\nRomans cuir sur les dynamiques collaboratives", "project"),
    ("Association Romans cuir", "Label Véritable chaussure de Romans", "label"),
]


def typed_rows(page, name, rows):
    """Rows typed into a table as into a spreadsheet: cell by cell, with the tabulator between them."""
    page.select_option("#table", name)
    for row in rows:
        count = page.locator("#grid tbody tr").count()
        page.get_by_role("button", name="Add a row", exact=True).click()
        until(page, "(count) => document.querySelectorAll('#grid tbody tr').length === count && document.activeElement.closest('#grid')", arg=count + 1)
        for text in row:
            page.keyboard.press("F2")
            page.keyboard.type(text)
            page.keyboard.press("Tab")
        saved(page)


def coded(page, source, target, field):
    """The two names taken from the text by the keyboard, then coded."""
    for words, key in ((source, "Alt+1"), (target, "Alt+2")):
        choose(page, words)
        page.keyboard.press(key)
    assert page.locator("#from").input_value() == source and page.locator(field).input_value() == " ".join(target.split())
    page.keyboard.press("Control+Enter")
    until(page, "(words) => document.getElementById('coded').textContent.endsWith(words)", arg=" ".join(target.split()))
    saved(page)


def told(name):
    """What the dataset of Romans has of the section, by the names of who is tied."""
    def rows(table):
        with open(DATASETS / "romans-2016" / f"{table}.csv", encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    names = {row["id"]: row["name"] for table in ("actors", "events") for row in rows(table)}
    return names, [row for row in rows(name) if f":{SECTION}" in row["evidence"]]


def test_the_section_gives_the_rows_of_the_dataset_and_the_figure(start, look, tmp_path):
    folder = tmp_path / "pole"
    call("init", folder, "--territory", "Romans", "--date", "2016-06-06")
    studio = start(folder)
    page = look(studio)
    with_source(page, "perret2016", "Perret (2016), section 2.2.2, in our own words.")
    (tmp_path / "section.txt").write_text(TEXT, encoding="utf-8")
    opened(page, tmp_path / "section.txt")
    # The kinds that a new dataset does not bring are typed into their tables.
    typed_rows(page, "tie-kinds", [
        ("service", "prestation", "service", "yes", "service"), ("sector_animation", "animation", "animation", "yes", "cooperation"),
        ("skill_pooling", "compétences", "pooling of skills", "yes", "cooperation"),
        ("collaboration_offer", "proposition", "offer", "yes", "cooperation")])
    typed_rows(page, "event-kinds", [
        ("project", "projet", "project", "cooperation", "no"), ("label", "label", "label", "cooperation", "no")])
    page.select_option("#actor-kind", "association")
    for source, target, kind in TIES:
        page.select_option("#tie-kind", kind)
        coded(page, source, target, "#to")
    page.locator("input[name=what][value=event]").check()
    for actor, event, kind in EVENTS:
        page.select_option("#event-kind", kind)
        coded(page, actor, event, "#event")
    # What is proposed and not yet done is said in the table.
    page.select_option("#table", "ties")
    for row, (_, _, kind) in enumerate(TIES):
        if kind in ("collaboration_offer", "cooperation"):
            cell(page, row, "status").click()
            page.keyboard.type("potential")
            page.keyboard.press("Enter")
            saved(page)
    names = {row["id"]: row["name"] for name in ("actors", "events") for row in table(folder, name)}
    their_names, their_ties = told("ties")
    ours = sorted((names[row["source"]], names[row["target"]], row["kind"], row["status"] or "active") for row in table(folder, "ties"))
    theirs = sorted((their_names[row["source"]], their_names[row["target"]], row["kind"], row["status"]) for row in their_ties)
    assert len(ours) == 12 and ours == theirs
    _, their_parts = told("participation")
    ours = sorted((names[row["actor"]], names[row["event"]]) for row in table(folder, "participation"))
    assert len(ours) == 6 and ours == sorted((their_names[row["actor"]], their_names[row["event"]]) for row in their_parts)
    assert all(row["evidence"].startswith(f"perret2016:{SECTION} [") for row in table(folder, "ties") + table(folder, "participation"))
    call("check", folder)
    page.get_by_role("tab", name="Figure").click()
    page.locator("#picture g.actor").nth(8).wait_for()
    assert page.locator("#picture g.actor").count() == len(table(folder, "actors")) == 9
    call("draw", folder, "-o", tmp_path / "pole.svg")
    assert studio.ask("GET", f"{studio.path}api/figure.svg")[1] == (tmp_path / "pole.svg").read_bytes()
