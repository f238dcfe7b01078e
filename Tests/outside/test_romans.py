"""The dataset of Romans: its tables against each other, its README and what the program makes of them.

What the article states was read row by row; the tests hold what a reading must not slip back into."""

import json
import re
from collections import Counter

import frictionless
import pytest
from conftest import DATASETS, ROOT, call, rows

FOLDER = DATASETS / "romans-2016"
NAMES = ["actors", "ties", "events", "participation", "sources", "tie-kinds", "actor-kinds", "event-kinds"]
TABLES = {name: rows((FOLDER / f"{name}.csv").read_text(encoding="utf-8")) for name in NAMES}
ACTORS = {row["id"]: row for row in TABLES["actors"]}
LAYER = {row["kind"]: row["layer"] for row in TABLES["tie-kinds"]}
README = (FOLDER / "README.md").read_text(encoding="utf-8")
PACKAGE = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))


def ties(**wanted):
    return [row for row in TABLES["ties"] if all(row[column] == value for column, value in wanted.items())]


def measured(*arguments):
    return rows(call("measure", FOLDER, "-m", "degree", "--format", "csv", "--quiet", *arguments).stdout)


def test_the_package_describes_its_tables():
    report = frictionless.validate(str(FOLDER / "datapackage.json"))
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "note"])[:10]


def test_check_has_nothing_but_notes():
    done = call("check", FOLDER)
    assert "0 errors, 0 warnings" in done.stdout + done.stderr


def test_every_row_says_where_in_the_article_it_stands():
    sources = {row["id"] for row in TABLES["sources"]}
    places = {"intro", "2.1", "2.2", "2.2.1", "2.2.2", "3", "conclusion"} | {f"n{note}" for note in range(1, 48)}
    for name in ["actors", "ties", "events", "participation"]:
        for row in TABLES[name]:
            cited = [part.strip().split(":") for part in row["evidence"].split(";")]
            assert cited and all(source in sources and place in places for source, place in cited), row
            assert any(source == "perret2016" for source, _ in cited), row
    cited = "".join(row["evidence"] for name in NAMES[:4] for row in TABLES[name])
    assert {row["id"] for row in TABLES["sources"] if row["id"] not in cited} == set(), "a source that no row cites"


def test_the_audit_of_the_readme_is_that_of_the_tables():
    for line in README[README.index("## Audit"):].splitlines():
        cells = [cell.strip() for cell in line.split("|")[1:-1]]
        if len(cells) != 4 or cells[0] in ("where", "---"):
            continue
        place = cells[0].replace("note ", "n")

        def here(name):
            return [row for row in TABLES[name] if place in re.findall(r":([^;]+)", row["evidence"])]

        assert re.findall("`(.+?)`", cells[1]) == [row["id"] for row in here("actors")], place
        assert re.findall("`(.+?)`", cells[3]) == [row["id"] for row in here("events")], place
        kinds = [row["kind"] for row in here("ties")]
        assert re.findall(r"(\w+): `", cells[2]) == list(dict.fromkeys(kinds)), place
        assert set(re.findall("`(.+?)`", cells[2])) == {row[end] for row in here("ties") for end in ("source", "target")}, place


def test_the_readme_counts_what_the_tables_hold():
    facts = len({row["fact"] or number for number, row in enumerate(TABLES["ties"])})
    collectives = sum(row["collective"] == "yes" for row in TABLES["actors"])
    assert (f"{len(ACTORS)} actors ({collectives} of them collectives), {len(TABLES['ties'])} rows of ties ({facts} facts), "
            f"{len(TABLES['events'])} events and pooled resources, {len(TABLES['participation'])} participations") in README
    status = Counter(row["status"] for row in TABLES["ties"])
    assert "Counts: " + ", ".join(f"{status[word]} {word}" for word in ["active", "past", "potential", "planned"]) in README
    layers = Counter(LAYER[row["kind"]] for row in TABLES["ties"])
    for layer, count in layers.items():
        assert re.search(rf"Counts: [^.]*\b{layer} {count}\b", README), layer
    doubtful = [sum(float(row["confidence"]) < 1 for row in TABLES[name]) for name in ("ties", "participation")]
    assert f"({doubtful[0]} rows)" in README and f"{doubtful[1]} of {len(TABLES['participation'])}" in README
    present = len(measured())
    assert f"{present} of the actors are there" in README and f"{present} actors" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_present_is_one_number_everywhere(tmp_path):
    """Default view, the view at the reference date, the figure's caption: the same actors, none that had ended."""
    day = PACKAGE["milieu"]["reference_date"]
    ended = {"arbati", "charles_jourdan", "stephane_kelian", "acteurs_locaux_fondateurs"}
    assert {row["id"] for row in TABLES["actors"] if row["until"]} == ended
    default = measured()
    assert default == measured("--at", day)
    assert {row["id"] for row in default} == set(ACTORS) - ended
    assert {row["id"] for row in measured("--status", "any")} == set(ACTORS)
    for lang, of_day in (("en", f"as of {day} (without 4 actors"), ("fr", f"état de {day} (sans 4 acteurs absents")):
        file = tmp_path / f"{lang}.svg"
        call("draw", FOLDER, "-o", file, "--lang", lang, "--quiet")
        description = re.search("<desc[^>]*>([^<]*)", file.read_text(encoding="utf-8"))[1]
        assert f" {len(default)} act" in description and of_day in description
        call("draw", FOLDER, "-o", file, "--lang", lang, "--quiet", "--status", "any")
        description = re.search("<desc[^>]*>([^<]*)", file.read_text(encoding="utf-8"))[1]
        assert f" {len(ACTORS)} act" in description and day not in description


def test_no_row_tells_who_hosts_whom():
    assert not ties(kind="hosting")
    pooled = {row["kind"] for row in TABLES["event-kinds"] if row["pooled"] == "yes"}
    assert {row["id"] for row in TABLES["events"] if row["kind"] in pooled} == {
        "magasin_partage", "achats_groupes_erb", "services_communs_erb"}


def test_a_group_is_one_organisation():
    def top(actor):
        parent = ACTORS[actor]["parent"]
        return top(parent) if parent else actor

    for row in TABLES["ties"]:
        if LAYER[row["kind"]] == "composition":
            assert top(row["source"]) == top(row["target"]), row
    entities = {"association_archer", "archer_entreprises", "archer_interim", "arcoop", "sas_groupe_archer", "arbati", "atelier_cuir", "made_in_romans"}
    assert {top(actor) for actor in entities} == {"groupe_archer"}
    assert "composition" not in PACKAGE["milieu"]["surveyed"]


def test_the_shareholders_are_one_fact():
    told = ties(fact="f_capital_sas")
    assert [row["target"] for row in told if row["kind"] == "shareholding"] == ["sas_groupe_archer"]
    assert {row["target"] for row in told if row["kind"] == "part"} == {"actionnaires_sas"} and len(told) == 7
    assert not any(row["college"] for row in TABLES["ties"])
    holding = ties(target="sas_groupe_archer", kind="shareholding")
    assert sum(int(row["contributors"]) for row in holding) == int(ACTORS["actionnaires_sas"]["members"]) == 112


def test_layers_follow_the_headings_of_the_article():
    for kind in ["coaching", "reception", "project_support", "knowledge_offer"]:
        assert LAYER[kind] == "knowledge" and all("2.2.1" in row["evidence"] or "conclusion" in row["evidence"] for row in ties(kind=kind))
    for kind in ["skill_pooling", "collaboration_offer", "sector_animation"]:
        assert LAYER[kind] == "cooperation" and all("2.2.2" in row["evidence"] for row in ties(kind=kind))
    assert LAYER["pre_order"] == "supply", "orders placed in advance are no capital"
    assert ties(kind="pre_order")[0]["source"] == "precommandeurs_1083" and not ACTORS["precommandeurs_1083"]["members"]


@pytest.mark.parametrize("source, target, kind, status", [
    ("equipe_dirigeante", "etudiants_ensci", "coaching", "active"),
    ("equipe_dirigeante", "etudiants_ensci", "knowledge_offer", "potential"),
    ("ecole_entrepreneuriat", "projets_startup_territoire", "project_support", "active"),
    ("ecole_entrepreneuriat", "projets_startup_territoire", "training", "planned"),
    ("entreprises_erb", "entreprises_erb", "cooperation", "potential"),
    ("etudiants_ensci", "increvable", "direction", "active"),
    ("cae", "entreprises_territoire", "collaboration_offer", "potential"),
])
def test_what_is_told_as_present_is_active_and_what_can_become_is_potential(source, target, kind, status):
    assert [row["status"] for row in ties(source=source, target=target, kind=kind)] == [status]


def test_the_banks_refusal_is_told_and_is_no_tie():
    [row] = ties(source="banques")
    assert (row["target"], row["kind"], row["weight"]) == ("marque_1083", "credit", "0")
    assert [row["degree"] for row in measured() if row["id"] == "banques"] == ["0"]


def test_one_article_reports_ties_and_never_that_there_is_none():
    surveyed = PACKAGE["milieu"]["surveyed"]
    assert {"knowledge", "cooperation", "finance", "governance", "membership", "events", "pooled_resources"} == set(surveyed)
    assert all(layer == {"how": "documents"} for layer in surveyed.values())
    [score] = json.loads(call("score", FOLDER, "--format", "json", "--draws", 200, "--nulls", 0).stdout)
    assert score["configuration"]["label"] == "undetermined"
    for axis in ("learning", "interaction"):
        assert score[axis]["score"] is None and score[axis]["high"] - score[axis]["low"] > 0.3


def test_areas_that_hold_the_territory_are_not_outside():
    """The basin, 20 km around, the Drôme: inside or not is not told, until a perimeter holds them."""
    def inside(perimeter):
        return {row["id"] for row in measured("--inside-only", "--perimeter", perimeter)}

    perimeters = {entry["id"]: entry for entry in PACKAGE["milieu"]["perimeters"]}
    assert inside("commune") < inside("agglomeration") < inside("basin")
    assert {"fournisseurs_20_km", "acteurs_ess", "comite_local_cress"} <= inside("basin") - inside("agglomeration")
    for actor in ["fournisseurs_20_km", "acteurs_ess", "comite_local_cress", "departement_drome", "fournisseurs_1083"]:
        assert ACTORS[actor]["place"] in perimeters["agglomeration"]["overlapping"] and not ACTORS[actor]["inside"]
    for entry in perimeters.values():
        assert not set(entry["places"]) & set(entry["overlapping"])


def test_participants_read_from_passive_sentences_are_less_than_sure():
    sure = {(row["actor"], row["event"]) for row in TABLES["participation"] if float(row["confidence"]) == 1}
    for pair in [("pole_sud_archer", "soiree_startup_territoire_2016"), ("pole_sud_archer", "site_startup_territoire"),
                 ("made_in_romans", "magasin_partage"), ("max_vincent", "magasin_partage")]:
        assert pair not in sure
    assert ("erb", "achats_groupes_erb") in sure and ("participants_startup_territoire", "soiree_startup_territoire_2016") in sure
