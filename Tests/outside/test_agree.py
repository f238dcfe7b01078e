"""`milieu agree`: two coders' datasets, beside a peer's α."""

import random

import krippendorff
import pytest
from conftest import DATASETS, call, rows

ROMANS = DATASETS / "romans-2016"


def coding(folder, ties, names, statuses=None):
    folder.mkdir()
    statuses = statuses or {}
    (folder / "actors.csv").write_text(
        "id,name,kind,evidence\n" + "".join(f"{one},{name},firm,s\n" for one, name in names.items()))
    (folder / "actor-kinds.csv").write_text("kind,name_fr,name_en,sphere\nfirm,entreprise,firm,economy\n")
    (folder / "tie-kinds.csv").write_text(
        "kind,name_fr,name_en,directed,layer\nadvice,conseil,advice,yes,knowledge\nwork,travail,work,no,cooperation\n")
    (folder / "sources.csv").write_text("id,citation\ns,One source\n")
    (folder / "ties.csv").write_text(
        "source,target,kind,since,status,evidence\n" + "".join(
            f"{a},{b},{kind},{year},{statuses.get((a, b, kind), 'active')},s:{a}\n" for a, b, kind, year in ties))
    (folder / "datapackage.json").write_text('{"name": "coding", "title": "Coding"}')
    return folder


@pytest.fixture
def coders(tmp_path):
    """Two who look at the same fourteen and see not quite the same."""
    source = random.Random(4)
    names = {f"a{n}": f"Actor {n}" for n in range(14)}
    true = [(f"a{i}", f"a{j}", kind, 2000 + source.randrange(10)) for i in range(14) for j in range(i)
            for kind in ("advice", "work") if source.random() < 0.2]
    seen = []
    for who in range(2):
        own = [(a, b, kind, year + (source.randrange(3) if source.random() < 0.3 else 0)) for a, b, kind, year in true if source.random() < 0.85]
        own += [(f"a{i}", f"a{j}", "work", 2005) for i in range(14) for j in range(i) if source.random() < 0.03]
        unique = {tie[:3]: tie for tie in own}
        statuses = {tie: source.choice(["active", "dormant", "past"]) for tie in unique if source.random() < 0.3}
        seen.append((coding(tmp_path / f"coder{who}", unique.values(), names, statuses), unique, statuses))
    return names, seen


def peer(values, level):
    return krippendorff.alpha(reliability_data=values, level_of_measurement=level)


def test_alpha_is_the_peers(coders):
    names, ((first, ones, statuses), (second, others, other_statuses)) = coders
    found = {row["subject"]: row for row in rows(call("agree", first, second, "--format", "csv").stdout)}
    pairs = [(a, b) for place, a in enumerate(names) for b in list(names)[:place]]

    def tied(ties, layer):
        return [int(any(key in ties for kind in layer for key in ((a, b, kind), (b, a, kind)))) for a, b in pairs]

    for subject, layer in (("ties", ("advice", "work")), ("ties_knowledge", ("advice",)), ("ties_cooperation", ("work",))):
        values = [tied(ones, layer), tied(others, layer)]
        assert float(found[subject]["alpha"]) == pytest.approx(peer(values, "nominal"), abs=1e-9)
        assert int(found[subject]["units"]) == len(pairs)
        agreed = sum(one == other for one, other in zip(*values)) / len(pairs)
        assert float(found[subject]["percent_agreement"]) == pytest.approx(agreed)
        assert float(found[subject]["low"]) <= float(found[subject]["alpha"]) <= float(found[subject]["high"])
    both = [tie for tie in ones if tie in others]
    words = {"active": 0, "dormant": 1, "past": 2}
    values = [[words[own.get(tie, "active")] for tie in both] for own in (statuses, other_statuses)]
    assert float(found["status"]["alpha"]) == pytest.approx(peer(values, "nominal"), abs=1e-9)
    # Years alone: every one lies as far from the next as the days in between, but for leap years.
    values = [[own[tie][3] for tie in both] for own in (ones, others)]
    assert float(found["since"]["alpha"]) == pytest.approx(peer(values, "interval"), abs=2e-3)


def test_every_disagreement_is_listed_with_its_evidence(coders):
    _, ((first, ones, _), (second, others, _)) = coders
    table = rows(call("agree", first, second, "--format", "csv", "--table", "disagreements").stdout)
    told = {row["what"] for row in table if row["subject"] == "ties"}
    assert len(told) == len(set(ones) ^ set(others))
    assert all(row["first_evidence"] or row["second_evidence"] for row in table if row["subject"] != "layers")


def test_the_merged_dataset_is_one_and_sound(coders, tmp_path):
    _, ((first, ones, _), (second, others, _)) = coders
    call("agree", first, second, "-o", tmp_path / "merged", "--quiet")
    assert "\n0 errors" in call("check", tmp_path / "merged").stdout
    merged = rows((tmp_path / "merged" / "ties.csv").read_text())
    assert len(merged) == len(set(ones) | set(others))
    sure = {(row["source"], row["target"], row["kind"]): float(row["confidence"] or 1) for row in merged}
    for kind in ("advice", "work"):
        both = {value for key, value in sure.items() if key[2] == kind and key in ones and key in others}
        alone = {value for key, value in sure.items() if key[2] == kind and (key in ones) != (key in others)}
        assert len(both) == len(alone) == 1 and max(alone) < min(both) <= 1


def test_a_table_of_aliases(tmp_path):
    first = coding(tmp_path / "one", [("a", "b", "work", 2010)], {"a": "Atelier", "b": "Banque"})
    second = coding(tmp_path / "two", [("x", "y", "work", 2010)], {"x": "The workshop", "y": "BANQUE."})
    assert "1 by name" in call("agree", first, second).stdout
    (tmp_path / "same.csv").write_text("first,second\na,x\n")
    page = call("agree", first, second, "--aliases", tmp_path / "same.csv", "--lang", "fr").stdout
    assert "1 par la table des alias, 1 par nom" in " ".join(page.split()) and "ne diffèrent en rien" in page
    for text, words in (
        ("first,second\na,zz\n", 'same.csv:2, column "second"'), ("one,two\na,x\n", "first"), ("", "empty"),
        ("first,second\na,x\na,y\n", "same.csv:3"), ("first,second\na\n", "same.csv:2"),
    ):
        (tmp_path / "same.csv").write_text(text)
        assert words in call("agree", first, second, "--aliases", tmp_path / "same.csv", expect=1).stderr


def test_wrong_calls_say_what_to_do(tmp_path):
    assert "no such folder" in call("agree", ROMANS, tmp_path / "none", expect=3).stderr
    assert "disagreements" in call("agree", ROMANS, ROMANS, "--table", "disagreement", "--format", "csv", expect=2).stderr
    assert call("agree", ROMANS, expect=2).stdout == ""
