"""`milieu survey`: a form for a stranger's territory, filled, read back, scored; on paper; and wrong in many ways."""

import csv
import io
import json

import pytest
from conftest import DATASETS, call, rows

HEADER = "source,target,kind,since,status,reported_by,evidence\n"


def fill(folder, ties, dates, participation=""):
    """Writes answers into a form's tables, as a spreadsheet would."""
    (folder / "ties.csv").write_text(HEADER + ties, encoding="utf-8")
    (folder / "participation.csv").write_text("actor,event,evidence\n" + participation, encoding="utf-8")
    own = rows((folder / "respondents.csv").read_text(encoding="utf-8"))
    for row, date in zip(own, dates):
        row["date"] = date
    text = io.StringIO()
    writer = csv.DictWriter(text, own[0].keys(), lineterminator="\n")
    writer.writeheader()
    writer.writerows(own)
    (folder / "respondents.csv").write_text(text.getvalue(), encoding="utf-8")


@pytest.fixture
def form(dataset, tmp_path):
    known = dataset(datapackage__json=json.dumps({"name": "small", "milieu": {
        "territory": {"name": "Here"}, "reference_date": "2016",
        "perimeters": [{"id": "here", "places": ["Here"], "default": True}],
        "surveyed": {"cooperation": {"how": "documents"}, "finance": {"how": "documents"}}}}))
    folder = tmp_path / "form"
    call("survey", known, "-o", folder, "--ask", "a")
    return known, folder


def test_the_answers_of_one_interview_reach_the_score(form, tmp_path):
    known, folder = form
    fill(folder, "c,a,funds,2012,,,\na,b,works_with,,,,interview_a:p. 3\n", ["2016-05-03"])
    done = call("survey", known, "--read", folder, "-o", tmp_path / "town")
    assert "1 interviewed" in done.stderr and "2 known ties were told again" in done.stderr
    ties = rows((tmp_path / "town" / "ties.csv").read_text(encoding="utf-8"))
    assert [(row["source"], row["target"], row["reported_by"], row["since"]) for row in ties] == [
        ("a", "b", "a", ""), ("c", "a", "a", "2012")]
    assert [row["evidence"] for row in ties] == ["s:1; interview_a:p. 3", "s:2; interview_a"]
    package = json.loads((tmp_path / "town" / "datapackage.json").read_text(encoding="utf-8"))
    assert package["milieu"]["surveyed"]["cooperation"] == {"how": "roster", "scope": "all"}
    asked = rows((tmp_path / "town" / "respondents.csv").read_text(encoding="utf-8"))
    assert [(row["actor"], row["date"], row["evidence"]) for row in asked] == [("a", "2016-05-03", "interview_a")]
    assert "\n0 errors" in call("check", tmp_path / "town").stdout

    def axis(folder):
        table = call("score", folder, "--draws", "100", "--format", "csv", "--table", "axes", "--quiet").stdout
        return {row["axis"]: row for row in rows(table)}["interaction"]

    assert float(axis(tmp_path / "town")["coverage"]) > float(axis(known)["coverage"])


def test_a_form_of_a_territory_to_name(tmp_path):
    call("survey", "-o", tmp_path / "val")
    names = {path.name for path in (tmp_path / "val").iterdir()}
    assert {"questionnaire.en.html", "questionnaire.fr.html", "README.md", "LISEZMOI.md", "actors.csv", "ties.csv",
            "events.csv", "participation.csv", "respondents.csv", "sources.csv", "datapackage.json"} <= names
    assert "\n0 errors" in call("check", tmp_path / "val").stdout
    done = call("survey", "--read", tmp_path / "val", "-o", tmp_path / "out", expect=1)
    assert "respondents.csv" in done.stderr and not (tmp_path / "out").exists()
    (tmp_path / "val" / "actors.csv").write_text("id,name,kind,inside\nj,Joiner,firm,yes\ns,Smith,firm,yes\n")
    (tmp_path / "val" / "sources.csv").write_text("id,citation\nint1,Interview with the joiner\n")
    (tmp_path / "val" / "respondents.csv").write_text("actor,date,evidence\nj,2016-05-01,int1\n")
    (tmp_path / "val" / "ties.csv").write_text("source,target,kind,evidence\nj,s,advice,int1\n")
    call("survey", "--read", tmp_path / "val", "-o", tmp_path / "out")
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8"))
    assert package["milieu"]["reference_date"] == "2016-05-01"
    assert rows((tmp_path / "out" / "ties.csv").read_text())[0]["reported_by"] == "j"


@pytest.mark.parametrize("ties, line, words", [
    ("a,b,works_with,,,,\nb,c,works_with,,,,\n", "3", "Neither end"),
    ("a,b,works_with,,,zz,\n", "2", "zz"),
    ("a,b,nokind,,,,\n", "2", "nokind"),
    ("a,b,works_with,20x6,,,\n", "2", "20x6"),
])
def test_a_wrong_cell_is_named_with_a_remedy(form, tmp_path, ties, line, words):
    known, folder = form
    fill(folder, ties, ["2016-05-03"])
    done = call("survey", known, "--read", folder, "-o", tmp_path / "town", expect=1)
    assert f"ties.csv:{line}" in done.stderr and words in done.stderr
    assert not (tmp_path / "town").exists()


@pytest.mark.parametrize("arguments, status, words", [
    ([], 2, "No folder to write"),
    (["--plan"], 2, "needs a dataset"),
    (["x", "--plan", "--read", "y"], 2, "do not go together"),
    (["--interviews", "5", "-o", "z"], 2, "--interviews"),
    (["nowhere", "-o", "z"], 3, "no such folder"),
    (["--read", "nowhere", "-o", "z"], 3, "no such folder"),
    (["--how", "census", "-o", "z"], 2, "roster or recall"),
    (["--layers", "knowlege", "-o", "z"], 2, "knowledge"),
    (["--ask", "nobody", "-o", "z"], 2, "nobody"),
])
def test_wrong_calls_say_what_to_do(tmp_path, arguments, status, words):
    done = call("survey", *arguments, expect=status, cwd=tmp_path)
    assert words in done.stderr and not (tmp_path / "z").exists()


def test_nothing_is_overwritten(form):
    known, folder = form
    done = call("survey", known, "-o", folder, expect=3)
    assert "not empty" in done.stderr


def open_page(browser, path):
    page = browser.new_page(viewport={"width": 794, "height": 1123})
    wrong = []
    page.on("console", lambda message: wrong.append(message.text))
    page.on("request", lambda request: None if request.url == path.as_uri() else wrong.append(request.url))
    page.goto(path.as_uri())
    page.emulate_media(media="print")
    return page, wrong


def test_the_page_prints_a_section_to_a_page_in_both_languages(browser, tmp_path):
    call("survey", DATASETS / "romans-2016", "-o", tmp_path / "form", "--ask", "groupe_archer,max_vincent")
    for language, words in (("en", "Inside the territory: the list"), ("fr", "Dans le territoire\u00a0: la liste")):
        page, wrong = open_page(browser, tmp_path / "form" / f"questionnaire.{language}.html")
        assert page.locator("html").get_attribute("lang") == language
        assert page.locator("article").count() == 2
        headings = page.locator("h3").all_inner_texts()
        assert words in headings
        breaks = page.eval_on_selector_all("section", "all => all.map(s => getComputedStyle(s).breakBefore)")
        assert breaks.count("page") == len(breaks) - 2, "but for the first of each form"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "no table is wider than the paper"
        first = page.locator("article").first.locator("section").nth(2).locator("tbody th").all_inner_texts()
        names = {row["name"] for row in rows((DATASETS / "romans-2016" / "actors.csv").read_text(encoding="utf-8"))}
        assert {"Max Vincent"} <= set(first) and "Groupe Archer" not in first and len(names & set(first)) > 40
        assert wrong == []
        page.close()


def test_no_name_of_a_dataset_becomes_markup(browser, dataset, tmp_path):
    evil = "<img src=x onerror=alert(1)>"
    known = dataset(actors__csv=f'id,name,kind,place\na,"{evil}",firm,Here\nb,B,firm,Here\nc,C,fund,Far\n')
    call("survey", known, "-o", tmp_path / "form")
    page, wrong = open_page(browser, tmp_path / "form" / "questionnaire.en.html")
    assert page.locator("img").count() == 0 and evil in page.locator("tbody th").all_inner_texts()
    assert wrong == []


def test_a_plan_is_a_table_and_words_in_both_languages(dataset):
    known = dataset(datapackage__json=json.dumps({"name": "small", "milieu": {
        "territory": {"name": "Here"}, "reference_date": "2016",
        "perimeters": [{"id": "here", "places": ["Here"], "default": True}],
        "surveyed": {"cooperation": {"how": "documents"}, "finance": {"how": "documents"}}}}))
    few = ("--plan", "--territories", "2", "--draws", "20", "--quiet")
    table = rows(call("survey", known, *few, "--format", "csv").stdout)
    assert [(row["order"], row["interviews"]) for row in table] == [
        ("random", "0"), ("random", "1"), ("random", "2"), ("most-tied", "1"), ("most-uncertain", "1")]
    assert all(0 <= float(row["interaction_width"]) <= 1 for row in table)
    assert call("survey", known, *few, "--format", "csv").stdout == call("survey", known, *few, "--format", "csv").stdout
    for language, words in (("en", "interval of interaction is"), ("fr", "de l'axe interaction est large")):
        assert words in " ".join(call("survey", known, *few, "--lang", language).stdout.split())
    census = call("survey", dataset(), *few).stdout
    assert "known whole" in " ".join(census.split())
