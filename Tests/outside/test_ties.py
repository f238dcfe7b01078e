"""Random graph models and relations from files, as a person asks for them."""

import math

from conftest import call, rows

FLORENCE = """source,target
Acciaiuoli,Medici
Albizzi,Ginori
Albizzi,Guadagni
Albizzi,Medici
Barbadori,Castellani
Barbadori,Medici
Bischeri,Guadagni
Bischeri,Peruzzi
Bischeri,Strozzi
Castellani,Peruzzi
Castellani,Strozzi
Guadagni,Lamberteschi
Guadagni,Tornabuoni
Medici,Ridolfi
Medici,Salviati
Medici,Tornabuoni
Pazzi,Salviati
Peruzzi,Strozzi
Ridolfi,Strozzi
Ridolfi,Tornabuoni
"""
WEALTH = {
    "Acciaiuoli": 10, "Albizzi": 36, "Barbadori": 55, "Bischeri": 44, "Castellani": 20, "Ginori": 32, "Guadagni": 8,
    "Lamberteschi": 42, "Medici": 103, "Pazzi": 48, "Peruzzi": 49, "Pucci": 3, "Ridolfi": 27, "Salviati": 10,
    "Strozzi": 146, "Tornabuoni": 48,
}


def florence(folder):
    (folder / "ties.csv").write_text(FLORENCE)
    (folder / "actors.csv").write_text("id,wealth\n" + "".join(f"{name},{lire}\n" for name, lire in WEALTH.items()))
    # A list names each pair once, in whatever order.
    names = list(WEALTH)
    pairs = [
        f"{b},{a},{abs(WEALTH[a] - WEALTH[b])}\n" if i % 2 else f"{a},{b},{abs(WEALTH[a] - WEALTH[b])}\n"
        for i, a in enumerate(names) for b in names[i + 1:] if WEALTH[a] != WEALTH[b]]
    (folder / "gap.csv").write_text("source,target,weight\n" + "".join(pairs))
    return [folder / "ties.csv", "--actors", folder / "actors.csv", "--undirected"]


def test_published_table(tmp_path):
    """The marriages of Florence by wealth, as statnet's tutorial prints them, exact to the last printed digit."""
    done = call("test", *florence(tmp_path), "--ergm", "edges + nodecov(wealth)", "--format", "csv")
    edges, wealth = rows(done.stdout)
    assert [edges["term"], wealth["term"]] == ["edges", "nodecov.wealth"]
    assert [round(float(edges[c]), 6) for c in ("estimate", "se")] == [-2.594929, 0.536056]
    assert [round(float(wealth[c]), 6) for c in ("estimate", "se")] == [0.010546, 0.004674]
    assert float(edges["mcmc_se"]) == 0
    # From the log-likelihood −51.5527: AIC −2 · that + 2 · 2, BIC −2 · that + 2 · log 120.
    assert "AIC 107.11" in done.stderr and "BIC 112.68" in done.stderr


def test_structure_is_simulated_and_seeded(tmp_path):
    """R's ergm says −1.675 (0.352) and 0.158 (0.588), itself within simulation error."""
    arguments = ["test", *florence(tmp_path), "--ergm", "edges + triangle", "--format", "csv"]
    one, two = call(*arguments, "--seed", 3), call(*arguments, "--seed", 3, "--threads", 1)
    assert one.stdout == two.stdout
    edges, triangle = rows(one.stdout)
    for row, value in ((edges, -1.675), (triangle, 0.158)):
        assert abs(float(row["estimate"]) - value) < 0.1 * float(row["se"])
        assert 0 < float(row["mcmc_se"]) < 0.12 * float(row["se"])
        assert math.isclose(float(row["z"]), float(row["estimate"]) / float(row["se"]), rel_tol=1e-6)


def test_relation_from_a_file_is_the_attribute_it_was_made_of(tmp_path):
    """A pair list that was made of an attribute gives what the attribute gives: in a model and in QAP."""
    inputs = florence(tmp_path)
    relation = ["--relation", f"gap={tmp_path / 'gap.csv'}"]
    by_file = rows(call("test", *inputs, "--ergm", "edges + edgecov(gap)", *relation, "--format", "csv").stdout)
    by_attribute = rows(call("test", *inputs, "--ergm", "edges + absdiff(wealth)", "--format", "csv").stdout)
    assert [row["estimate"] for row in by_file] == [row["estimate"] for row in by_attribute]
    regress = ["test", *inputs, "--regress", "ties", "--draws", 19, "--format", "csv"]
    file, attribute = (
        rows(call(*regress, "--on", "relation:gap", *relation).stdout),
        rows(call(*regress, "--on", "difference:wealth").stdout))
    assert [row["estimate"] for row in file] == [row["estimate"] for row in attribute]
    assert file[0]["standardized"] == "" and float(file[1]["standardized"]) != 0


def test_faults_are_named(tmp_path):
    inputs = florence(tmp_path)

    def said(*arguments, expect=2):
        return call("test", *inputs, *arguments, expect=expect).stderr

    assert "no term \"edge\"" in said("--ergm", "edge") and "Did you mean \"edges\"" in said("--ergm", "edge")
    assert "mutual is a term of directed networks" in said("--ergm", "edges + mutual")
    assert "no attribute \"welth\"" in said("--ergm", "edges + nodecov(welth)")
    assert "decay is not estimated" in said("--ergm", "edges + gwesp(0.5)")
    assert "do not close" in said("--ergm", "edges + gwesp(0.5, fixed")
    assert "--relation gap=FILE" in said("--ergm", "edges + edgecov(gap)")
    assert "collinear" in said("--regress", "ties", "--on", "difference:wealth,relation:gap", "--relation",
                               f"gap={tmp_path / 'gap.csv'}")
    (tmp_path / "short.csv").write_text("source,target,weight\nMedici,Strozzi,2\n")
    assert "lacks 14 of 16 actors" in said(
        "--ergm", "edges + edgecov(s)", "--relation", f"s={tmp_path / 'short.csv'}", expect=1)
    assert "twice" in said("--ergm", "edges + edges")


def test_terms_are_listed_in_both_languages():
    listed = rows(call("test", "--terms", "--format", "csv").stdout)
    assert {"edges", "mutual", "gwesp", "b1star"} <= {row["term"] for row in listed}
    assert all(row["meaning_en"] and row["meaning_fr"] for row in listed)
