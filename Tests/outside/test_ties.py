"""Random graph models and relations from files, as a person asks for them."""

import json
import math
import subprocess

from conftest import ROOT, call, rows

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


def test_published_tables_of_the_dataset():
    """The dataset's own marriages: their density is the log-odds of 20 of 120,
    and the difference of wealth, as statnet's tutorial on these models prints it, exact to the last printed digit."""
    def fit(model):
        done = call("test", ROOT / "datasets" / "florentine", "--layer", "kinship", "--ergm", model, "--format", "csv")
        return [(row["term"], round(float(row["estimate"]), 6), round(float(row["se"]), 6)) for row in rows(done.stdout)]

    assert fit("edges") == [("edges", round(math.log(20 / 100), 6), round(math.sqrt(1 / 20 + 1 / 100), 6))]
    assert fit("edges + absdiff('wealth')") == [
        ("edges", -2.302042, 0.401906), ("absdiff.wealth", 0.015519, 0.006157)]


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


TERRITORY = {
    "actors.csv": "id,name,kind,sector,place,parent\n"
                  "a,A,firm,62.01,Romans,\nb,B,firm,62.02,Romans,a\nc,C,firm,25.11,Valence,\nd,D,lab,72.1,Valence,\n"
                  "e,E,lab,,Lyon,\nf,F,firm,62.01,,\n",
    "actor-kinds.csv": "kind,name_en,name_fr,sphere\nfirm,firm,entreprise,economy\nlab,laboratory,laboratoire,knowledge\n",
    "tie-kinds.csv": "kind,name_en,name_fr,directed,layer\nworks,works with,travaille avec,no,cooperation\n",
    "ties.csv": "source,target,kind,since,until\na,b,works,2000,\na,c,works,2001,2008\nb,c,works,2012,\nc,d,works,2000,\n"
                "d,e,works,2013,\na,d,works,2003,\n",
    "places.csv": "place,latitude,longitude\nRomans,45.0464,5.0517\nValence,44.9334,4.8924\nLyon,45.764,4.8357\n",
    "events.csv": "id,name,kind,date\nfair,Fair,meeting,2009\nlate,Late,meeting,2014\n",
    "event-kinds.csv": "kind,name_en,name_fr,layer\nmeeting,meeting,réunion,knowledge\n",
    "participation.csv": "actor,event\na,fair\nb,fair\na,late\nc,late\n",
}


def territory(tmp_path):
    folder = tmp_path / "valley"
    folder.mkdir()
    for name, text in TERRITORY.items():
        (folder / name).write_text(text)
    return folder


def kilometres(one, other):
    """By the spherical law of cosines, which shares nothing with the haversine."""
    (a, b), (c, d) = ([math.radians(x) for x in point] for point in (one, other))
    return 6371.0088 * math.acos(math.sin(a) * math.sin(c) + math.cos(a) * math.cos(c) * math.cos(b - d))


def test_pairs_have_proximities(tmp_path):
    done = call("measure", territory(tmp_path), "--level", "pair", "--at", "2013", "--format", "csv")
    pairs = {(row["source"], row["target"]): row for row in rows(done.stdout)}
    assert len(pairs) == 15
    far = kilometres((45.0464, 5.0517), (44.9334, 4.8924))
    assert math.isclose(float(pairs["a", "c"]["distance_km"]), far, rel_tol=1e-6)
    assert math.isclose(float(pairs["a", "c"]["log_distance"]), math.log(1 + far), rel_tol=1e-6)
    assert [pairs[p]["within_10_km"] for p in (("a", "b"), ("a", "c"), ("a", "f"))] == ["1", "0", ""]
    assert [pairs[p]["within_50_km"] for p in (("a", "c"), ("c", "e"))] == ["1", "0"]
    assert [pairs[p]["same_place"] for p in (("c", "d"), ("a", "e"), ("e", "f"))] == ["1", "0", ""]
    assert [pairs[p]["shared_sector_digits"] for p in (("a", "b"), ("a", "f"), ("a", "d"), ("a", "e"))] == ["3", "4", "0", ""]
    # 62.01 and 62.02 stand in Romans alone; 25.11 and 72.1 in Valence alone.
    assert [pairs[p]["sector_relatedness"] for p in (("a", "b"), ("c", "d"), ("a", "c"), ("d", "e"))] == ["1", "1", "0", ""]
    assert [pairs[p]["same_group"] for p in (("a", "b"), ("a", "c"))] == ["1", "0"]
    assert [pairs[p]["same_kind"] for p in (("a", "b"), ("a", "d"))] == ["1", "0"]
    assert [pairs[p]["same_sphere"] for p in (("d", "e"), ("c", "d"))] == ["1", "0"]
    assert {row["same_legal_form"] for row in pairs.values()} == {""} and "same_legal_form has no value" in done.stderr
    # In 2013 a is tied to b and d, b to a and c, c to b and d, d to c, a and e.
    assert [pairs[p]["common_partners"] for p in (("a", "c"), ("a", "e"), ("e", "f"))] == ["2", "1", "0"]
    assert [pairs[p]["past_tie"] for p in (("a", "c"), ("a", "b"))] == ["1", "0"]
    assert [pairs[p]["shared_events"] for p in (("a", "b"), ("a", "c"))] == ["1", "0"]
    assert [pairs[p]["tied"] for p in (("a", "b"), ("a", "c"), ("d", "e"))] == ["1", "0", "1"]


def test_proximities_are_listed_and_asked_for_by_name(tmp_path):
    listed = rows(call("measure", "--level", "pair", "--list", "--format", "csv").stdout)
    assert {"distance_km", "same_group", "shared_events"} <= {row["id"] for row in listed}
    assert all(row["reading_en"] and row["reading_fr"] and row["source"] for row in listed)
    folder = territory(tmp_path)
    some = call("measure", folder, "--level", "pair", "-m", "same_kind", "--format", "csv").stdout
    assert some.splitlines()[0] == "source,target,tied,same_kind"
    assert "Did you mean \"same_kind\"" in call("measure", folder, "--level", "pair", "-m", "same_kinds", expect=2).stderr


def test_share_of_pairs_tied(tmp_path):
    table = rows(call("test", territory(tmp_path), "--at", "2013", "--dyads", "same_kind,distance_km", "--format", "csv").stdout)
    kind = {row["from"]: row for row in table if row["proximity"] == "same_kind"}
    # Firms a, b, c, f and labs d, e: 7 pairs of one kind, of them a–b, b–c and d–e tied; of the 8 others c–d and a–d.
    assert (kind["1"]["pairs"], kind["1"]["tied"], kind["0"]["pairs"], kind["0"]["tied"]) == ("7", "3", "8", "2")
    assert math.isclose(float(kind["1"]["share"]), 3 / 7, rel_tol=1e-6)
    assert all(0 <= float(row["low"]) <= float(row["share"]) <= float(row["high"]) <= 1 for row in table)
    distances = [row for row in table if row["proximity"] == "distance_km"]
    assert sum(int(row["pairs"]) for row in distances) == 10  # f has no place


def test_change_between_waves(tmp_path):
    folder = territory(tmp_path)
    table = rows(call("test", folder, "--at", "2013", "--before", "2005", "--by", "same_kind", "--format", "csv").stdout)
    whole = table[0]
    # 2005: ab, ac, cd, ad; 2013: ab, bc, cd, de, ad.
    assert [whole[c] for c in ("pairs", "tied_before", "tied_after", "kept", "created", "dissolved")] == [
        "15", "4", "5", "3", "2", "1"]
    assert math.isclose(float(whole["jaccard"]), 3 / 6) and math.isclose(float(whole["dissolution"]), 1 / 4)
    assert sum(int(row["pairs"]) for row in table[1:]) == 15
    fits = rows(call("test", folder, "--at", "2013", "--before", "2005", "--ergm", "edges", "--format", "csv").stdout)
    # 2 of 11 created, 3 of 4 lasted.
    assert [row["term"] for row in fits] == ["Form~edges", "Persist~edges"]
    assert math.isclose(float(fits[0]["estimate"]), math.log(2 / 9), rel_tol=1e-6)
    assert math.isclose(float(fits[1]["estimate"]), math.log(3), rel_tol=1e-6)


def test_one_part_of_a_change_says_why_the_other_is_missing(tmp_path):
    folder = territory(tmp_path)
    done = call("test", folder, "--at", "2007", "--before", "2002", "--ergm", "edges", "--format", "csv")
    # 2002: ab, ac, cd, all of which last; ad is new.
    fits = rows(done.stdout)
    assert [row["term"] for row in fits] == ["Form~edges"]
    assert math.isclose(float(fits[0]["estimate"]), math.log(1 / 11), rel_tol=1e-6)
    assert "Persist~" in done.stderr and "all ties that there can be" in done.stderr


def test_proximity_as_a_relation(tmp_path):
    folder = territory(tmp_path)
    same = ["--at", "2013", "--format", "csv", "--draws", "99"]
    one = rows(call("test", folder, *same, "--regress", "ties", "--on", "relation:same_kind").stdout)
    other = rows(call("test", folder, *same, "--regress", "ties", "--on", "same:kind").stdout)
    assert [row["estimate"] for row in one] == [row["estimate"] for row in other]
    model = rows(call("test", folder, *same[:4], "--ergm", "edges + edgecov(same_kind)").stdout)
    logit = call("test", folder, *same, "--regress", "ties", "--on", "same:kind", "--logit", "--permute", "response")
    logit_rows = rows(logit.stdout)
    for row, fit in zip(logit_rows, model):
        assert math.isclose(float(row["estimate"]), float(fit["estimate"]), abs_tol=1e-6)
    # 3 of 7 pairs of one kind, 2 of 8 others.
    assert math.isclose(float(logit_rows[1]["estimate"]), math.log(3 / 4) - math.log(2 / 6), rel_tol=1e-6)
    exact = call("test", folder, "--at", "2013", "--format", "csv", "--draws", "719", "--regress", "ties", "--on", "same:kind")
    assert "all 720 orders" in exact.stderr
    assert "distance_km is not known of 1 of 6 actors: \"f\"" in call(
        "test", folder, "--ergm", "edges + edgecov(distance_km)", expect=2).stderr


def test_simulation_is_told(tmp_path):
    inputs = florence(tmp_path)
    model = ["test", *inputs, "--ergm", "edges + triangle", "--format", "csv", "--show"]
    checked = rows(call(*model, "diagnostics").stdout)
    assert [row["term"] for row in checked] == ["edges", "triangle"]
    assert all(float(row["effective_size"]) >= 400 for row in checked)
    fit = rows(call(*model, "fit").stdout)
    degrees = {row["value"]: row["observed"] for row in fit if row["statistic"] == "degree"}
    assert degrees["0"] == "1" and degrees["1"] == "4" and degrees["6"] == "1"
    assert {row["observed"] for row in fit if (row["statistic"], row["value"]) == ("distance", "inf")} == {"15"}
    traces = rows(call(*model, "traces").stdout)
    assert {row["chain"] for row in traces} == {"1", "2", "3", "4"} and "triangle" in traces[0]
    assert "holds one" in call(*model, "diagnostics,fit", expect=2).stderr
    assert "No actor may have more than 3 ties" in call(
        "test", *inputs, "--ergm", "edges", "--max-ties", "3", expect=2).stderr


def test_relation_that_tells_pairs_both_ways_means_each(tmp_path):
    (tmp_path / "ties.csv").write_text("source,target\na,b\nb,c\nc,a\nc,d\nd,b\n")
    numbers = {("a", "b"): 3, ("b", "a"): 1, ("b", "c"): 2, ("c", "d"): 5, ("d", "a"): 4, ("d", "b"): 2}
    (tmp_path / "flow.csv").write_text(
        "source,target,weight\n" + "".join(f"{i},{j},{w}\n" for (i, j), w in numbers.items()))
    names = "abcd"
    (tmp_path / "matrix.csv").write_text(
        ",a,b,c,d\n" + "".join(f"{i}," + ",".join(str(numbers.get((i, j), 0)) for j in names) + "\n" for i in names))
    (tmp_path / "once.csv").write_text("source,target,weight\na,b,3\nc,b,2\nd,c,5\na,d,4\n")

    def fit(file, *more):
        done = call("test", tmp_path / "ties.csv", "--directed", "--ergm", "edges + edgecov(x)", "--relation",
                    f"x={tmp_path / file}", "--format", "csv", *more)
        return [row["estimate"] for row in rows(done.stdout)], done.stderr

    assert fit("flow.csv")[0] == fit("matrix.csv")[0]
    assert "read for both ways" in fit("once.csv")[1] and "both ways" not in fit("flow.csv")[1]
    (tmp_path / "twice.csv").write_text("source,target,weight\na,b,3\na,b,4\nc,d,1\n")
    assert "two numbers" in call("test", tmp_path / "ties.csv", "--directed", "--ergm", "edges + edgecov(x)", "--relation",
                                 f"x={tmp_path / 'twice.csv'}", expect=1).stderr


def test_answers_alone_are_exact(tmp_path):
    """Edges and answers: each two actors are in one of three states, so that coefficients are ratios of counts."""
    (tmp_path / "ties.csv").write_text("source,target\na,b\nb,a\nb,c\nc,a\nc,d\nd,c\nd,e\n")
    done = call("test", tmp_path / "ties.csv", "--directed", "--ergm", "edges + mutual", "--format", "csv")
    edges, mutual = rows(done.stdout)
    # Of 10 pairs 2 are tied both ways, 3 one way, 5 not: odds 3 / 2 / 5 of one direction, and 2 · 5 / 1.5² of an answer.
    assert math.isclose(float(edges["estimate"]), math.log(1.5 / 5), rel_tol=1e-6)
    assert math.isclose(float(mutual["estimate"]), math.log(2 * 5 / 1.5**2), rel_tol=1e-6)
    assert float(edges["mcmc_se"]) == 0 and "Exact" in done.stderr


def test_pictures_and_scripts(tmp_path):
    inputs = florence(tmp_path)
    for language, word in (("en", "ties of an actor"), ("fr", "liens d'un acteur")):
        picture = tmp_path / f"fit.{language}.svg"
        call("test", *inputs, "--ergm", "edges + triangle", "--show", "fit", "--figure", picture, "--lang", language,
             "--format", "csv")
        assert word in picture.read_text().replace("&#39;", "'")
    folder = territory(tmp_path)
    call("test", folder, "--at", "2013", "--dyads", "same_kind", "--figure", tmp_path / "dyads.svg")
    assert "3 / 7" in (tmp_path / "dyads.svg").read_text()
    assert "--figure draws" in call("test", *inputs, "--ergm", "edges", "--figure", "x.svg", expect=2).stderr
    # Headed as every other figure.
    romans = ROOT / "datasets" / "romans-2016"
    title = json.loads((romans / "datapackage.json").read_text(encoding="utf-8"))["title"]
    call("test", romans, "--dyads", "same_kind", "--figure", tmp_path / "romans.svg", "--lang", "fr")
    assert title[:40] in (tmp_path / "romans.svg").read_text(encoding="utf-8")
    nasty = 'we"alth\\'
    (tmp_path / "odd.csv").write_text(
        'id,"we""alth\\"\n' + "".join(f"{name},{lire}\n" for name, lire in WEALTH.items()))
    call("test", tmp_path / "ties.csv", "--actors", tmp_path / "odd.csv", "--undirected", "--ergm",
         f"edges + nodecov('{nasty}') + gwesp(0.25, fixed)", "--script", tmp_path / "r")
    script = (tmp_path / "r" / "ergm.R").read_text()
    assert 'nodecov("we\\"alth\\\\")' in script and "gwesp(0.25, fixed = TRUE)" in script
    assert len((tmp_path / "r" / "ties.csv").read_text().splitlines()) == 21
    call("test", folder, "--at", "2013", "--before", "2005", "--ergm", "edges", "--script", tmp_path / "waves")
    assert "tergm(list(earlier, net)" in (tmp_path / "waves" / "ergm.R").read_text()
    assert (tmp_path / "waves" / "siena.R").exists()


def test_relation_tables_are_read_by_who_the_actors_are(tmp_path):
    """Names such as V1, a column called km, no header, a matrix as R writes it: all say the same."""
    ids = [f"v{i}" for i in range(1, 9)]
    km = {(a, b): (3 * i + 7 * j) % 11 + 0.5 for i, a in enumerate(ids) for j, b in enumerate(ids) if a < b}
    (tmp_path / "ties.csv").write_text("source,target\n" + "".join(
        f"{a},{b}\n" for i, a in enumerate(ids) for j, b in enumerate(ids) if a != b and (i * j + i) % 3 == 1))
    cells = {a: [0 if a == b else km[min(a, b), max(a, b)] for b in ids] for a in ids}
    lists = {"km": "source,target,km\n", "none": "", "ends": "from,to,distance\n", "other": "a,b,geo\n"}
    for name, header in lists.items():
        (tmp_path / f"{name}.csv").write_text(header + "".join(f"{a},{b},{w}\n" for (a, b), w in km.items()))
    (tmp_path / "french.csv").write_text("de;vers;km\n" + "".join(
        f"{a};{b};{str(w).replace('.', ',')}\n" for (a, b), w in km.items()))
    rows_of = "".join(f"{a},{','.join(map(str, row))}\n" for a, row in cells.items())
    (tmp_path / "matrix.csv").write_text("," + ",".join(ids) + "\n" + rows_of)
    (tmp_path / "of_r.csv").write_text(",".join(ids) + "\n" + rows_of)

    def said(file, expect=0):
        done = call("test", tmp_path / "ties.csv", "--directed", "--ergm", "edges + edgecov(geo)", "--relation",
                    f"geo={tmp_path / file}", "--format", "csv", expect=expect)
        return done.stderr if expect else [row["estimate"] for row in rows(done.stdout)]

    expected = said("matrix.csv")
    for file in [*(f"{name}.csv" for name in lists), "french.csv", "of_r.csv"]:
        assert said(file) == expected, file
    (tmp_path / "two.csv").write_text("a,b,km,minutes\n" + "".join(f"{a},{b},{w},{2 * w}\n" for (a, b), w in km.items()))
    assert "several columns of numbers: km, minutes" in said("two.csv", 1)
    (tmp_path / "bad.csv").write_text("," + ",".join(ids) + "\n" + rows_of.replace("10.5", "far"))
    assert "\"far\" is no number" in said("bad.csv", 1)
    (tmp_path / "short.csv").write_text("".join(f"{a},{b},{w}\n" for (a, b), w in km.items() if "v8" not in (a, b)))
    assert "lacks 1 of 8 actors: \"v8\"" in said("short.csv", 1)


def cluster(tmp_path):
    """Eight firms, of which the first four took part; firm h says nothing of it. The participants win ties."""
    folder = tmp_path / "cluster"
    folder.mkdir()
    (folder / "actors.csv").write_text("id,name,kind,programme\n" + "".join(
        f"{actor},{actor.upper()},firm,{'' if actor == 'h' else 'yes' if actor in 'abcd' else 'no'}\n" for actor in "abcdefgh"))
    (folder / "actor-kinds.csv").write_text(TERRITORY["actor-kinds.csv"])
    (folder / "tie-kinds.csv").write_text(TERRITORY["tie-kinds.csv"])
    (folder / "ties.csv").write_text(
        "source,target,kind,since,until\na,e,works,2000,\ne,f,works,2000,2006\nf,g,works,2000,\n"
        "a,b,works,2010,\na,c,works,2010,\nb,d,works,2011,\nc,h,works,2012,\nd,f,works,2012,\n")
    return folder


def test_a_programme_is_evaluated(tmp_path):
    call_it = ["test", cluster(tmp_path), "--at", "2013", "--before", "2005", "--treated", "programme=yes"]
    done = call(*call_it, "--format", "csv")
    table = {(row["outcome"], row["group"], row["reference"]): row for row in rows(done.stdout)}
    assert "their programme is not known: 1" in done.stderr
    degree = table["degree", "treated", "untreated"]
    # Participants: a 1 to 3, b 0 to 2, c 0 to 2, d 0 to 2; others: e 2 to 1, f 2 to 2, g 1 to 1.
    assert [float(degree[c]) for c in ("actors", "before", "after", "change")] == [4, 0.25, 2.25, 2]
    assert degree["reference_actors"] == "3" and math.isclose(float(degree["reference_change"]), -1 / 3, rel_tol=1e-6)
    assert math.isclose(float(degree["difference"]), 2 + 1 / 3, rel_tol=1e-6)
    assert float(degree["low"]) < float(degree["difference"]) < float(degree["high"])
    # Before, e alone was tied to a participant.
    indirect = table["dissolved", "exposed", "unexposed"]
    assert (indirect["actors"], indirect["reference_actors"], indirect["difference"]) == ("1", "2", "0.5")
    assert indirect["standard_error"] == "" and indirect["before"] == ""
    # 35 of the 35 ways to deal out four of seven; few have a difference as large.
    assert float(degree["p"]) < 0.2
    again = call(*call_it, "--format", "csv", "--threads", 1)
    assert again.stdout == done.stdout
    pairs = {row["treated"]: row for row in rows(call(*call_it, "--show", "pairs", "--format", "csv").stdout)}
    assert [(pairs[kind]["pairs"], pairs[kind]["created"], pairs[kind]["dissolved"]) for kind in ("both", "one", "none")] == [
        ("6", "3", "0"), ("12", "1", "0"), ("3", "0", "1")]
    assert math.isclose(float(pairs["both"]["creation"]), 3 / 6)
    some = rows(call(*call_it, "-m", "created,constraint", "--format", "csv").stdout)
    assert {row["outcome"] for row in some} == {"created", "constraint"}
    latex = call(*call_it, "--format", "latex", "--lang", "fr").stdout
    assert "différence des variations" in latex


def test_a_programme_that_cannot_be_evaluated_says_why(tmp_path):
    folder = cluster(tmp_path)

    def said(*arguments):
        return call("test", folder, "--at", "2013", *arguments, expect=2).stderr

    before = ["--before", "2005"]
    assert "since an earlier wave (--before)" in said("--treated", "programme=yes")
    assert "names no attribute and its value" in said(*before, "--treated", "programme")
    assert "Did you mean \"programme\"" in said(*before, "--treated", "program=yes")
    assert "There are: \"no\", \"yes\"" in said(*before, "--treated", "programme=si")
    assert "0 actors of both waves did not take part" in said(*before, "--treated", "kind=firm")
    assert "No value of --within" in said(*before, "--treated", "programme=yes", "--within", "programme")
    assert "is no number of an actor" in said(*before, "--treated", "programme=yes", "-m", "density")
    assert "--within says within which groups" in said(*before, "--within", "kind")
    assert "nothing that an evaluation shows" in said(*before, "--treated", "programme=yes", "--show", "fit")


# What R reads of a folder of scripts: all of it, and everything that runs without ergm, tergm and RSiena, which Debian
# does not have; the network that is then in its memory.
IN_R = """
suppressMessages(library(network))
until <- function(file, stop) {
  for (line in parse(file, encoding = "UTF-8")) {
    if (grepl(stop, paste(deparse(line), collapse = " "))) return(invisible())
    suppressMessages(eval(line, globalenv()))
  }
}
until("ergm.R", "library\\\\((ergm|tergm)\\\\)")
tied <- as.matrix(net, matrix.type = "edgelist")
cat(network.size(net), nrow(tied), sum(is.na(as.sociomatrix(net))), is.directed(net), network.vertex.names(net)[1:2], sep = "\\n")
for (name in list.vertex.attributes(net)) cat(name, "=", paste(head(get.vertex.attribute(net, name), 3), collapse = ";"), "\\n")
for (name in setdiff(list.network.attributes(net), c("n", "mnext"))) {
  value <- get.network.attribute(net, name)
  if (is.matrix(value)) cat(name, "=", sum(value), "\\n")
}
if (exists("earlier")) cat("earlier =", network.edgecount(earlier), "\\n")
if (file.exists("siena.R")) {
  library <- function(...) invisible()
  until("siena.R", "sienaDependent")
  cat("waves =", apply(waves, 3, function(wave) sum(wave, na.rm = TRUE)), "\\n")
  cat("hidden =", apply(waves, 3, function(wave) sum(is.na(wave))), "\\n")
}
"""


def in_r(folder):
    done = subprocess.run(
        ["Rscript", "-e", IN_R], cwd=folder, capture_output=True, text=True, timeout=120,
        env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin:/usr/local/bin"})
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_scripts_are_read_by_r(tmp_path):
    inputs = florence(tmp_path)
    call("test", *inputs, "--ergm", "edges + nodecov(wealth) + edgecov(gap)",
         "--relation", f"gap={tmp_path / 'gap.csv'}", "--script", tmp_path / "one")
    said = in_r(tmp_path / "one")
    assert said[:4] == ["16", "20", "0", "FALSE"]
    assert any(line.startswith("wealth = 10;36;55") for line in said), said
    total = 2 * sum(abs(a - b) for i, a in enumerate(WEALTH.values()) for b in list(WEALTH.values())[i + 1:])
    assert f"gap = {total}" in [line.strip() for line in said], said
    # A quote, a backslash and a line break in names are R's, too.
    (tmp_path / "odd.csv").write_text('source,target\n"a""\\",b\nb,c\nc,"a""\\"\nc,d\nd,c\n')
    call("test", tmp_path / "odd.csv", "--directed", "--ergm", "edges + mutual", "--script", tmp_path / "two")
    said = in_r(tmp_path / "two")
    assert said[:3] == ["4", "5", "0"] and said[3] == "TRUE" and 'a"\\' in said
    folder = territory(tmp_path)
    (folder / "respondents.csv").write_text("actor,layer,direction\na,cooperation,both\nb,cooperation,both\nc,cooperation,both\n")
    done = call("test", folder, "--at", "2013", "--before", "2005", "--ergm", "edges", "--script", tmp_path / "waves")
    assert "taken for unknown: 3" in done.stderr
    said = in_r(tmp_path / "waves")
    # d, e and f were not asked: d and e are tied all the same, two other pairs of them are unknown, both ways in a matrix.
    assert said[:4] == ["6", "5", "4", "FALSE"]
    assert "earlier = 4 " in said and "waves = 8 10 " in said and "hidden = 6 4 " in said, said
    members = tmp_path / "members.csv"
    members.write_text("actor,event\n" + "".join(f"p{i},e{j}\n" for i in range(5) for j in range(4) if (i + j) % 3))
    call("test", members, "--events", "two-mode", "--ergm", "edges", "--script", tmp_path / "modes")
    said = in_r(tmp_path / "modes")
    assert said[0] == "9" and said[1] == str(sum((i + j) % 3 > 0 for i in range(5) for j in range(4)))


def test_a_distance_is_not_negative(tmp_path):
    """Refused where the relation or its file says that it is a distance; elsewhere a number below 0 is a number."""
    inputs = florence(tmp_path)
    signed = (tmp_path / "gap.csv").read_text().replace("Acciaiuoli,Barbadori,45", "Acciaiuoli,Barbadori,-45").replace(
        "Barbadori,Acciaiuoli,45", "Barbadori,Acciaiuoli,-45")
    assert "-45" in signed
    for name, file, refused in (("geo", "a.csv", True), ("x", "km.csv", True), ("travel", "distance_2010.csv", True),
                                ("log_km", "b.csv", False), ("trade", "balance.csv", False)):
        (tmp_path / file).write_text(signed)
        done = call("test", *inputs, "--ergm", f"edges + edgecov({name})", "--relation", f"{name}={tmp_path / file}",
                    "--format", "csv", expect=1 if refused else 0)
        assert ("has -45.0 for" in done.stderr and "distance is not negative" in done.stderr) == refused, (name, done.stderr)


def test_offsets_are_taken_as_given(tmp_path):
    inputs = florence(tmp_path)
    relation = ["--relation", f"gap={tmp_path / 'gap.csv'}", "--format", "csv"]
    free = rows(call("test", *inputs, "--ergm", "edges + edgecov(gap)", *relation).stdout)
    # The likeliest coefficient given, the other one is as likely as before; its error is less, since nothing else is unknown.
    done = call("test", *inputs, "--ergm", f"edges + offset(edgecov(gap))={free[1]['estimate']}", *relation)
    (edges,) = rows(done.stdout)
    assert math.isclose(float(edges["estimate"]), float(free[0]["estimate"]), rel_tol=1e-6)
    assert float(edges["se"]) < float(free[0]["se"])
    (tmp_path / "ban.csv").write_text("source,target,weight\n" + "".join(f"Pucci,{name},1\n" for name in WEALTH if name != "Pucci"))
    call("test", *inputs, "--ergm", "edges + nodecov(wealth) + offset(edgecov(ban))=-Inf", "--relation",
         f"ban={tmp_path / 'ban.csv'}", "--script", tmp_path / "r")
    script = (tmp_path / "r" / "ergm.R").read_text()
    assert 'edges + nodecov("wealth") + offset(edgecov("ban"))' in script and "offset.coef = c(-Inf)" in script
    banned = call("test", *inputs, "--ergm", "edges + offset(edgecov(ban))=-Inf", "--relation", f"ban={tmp_path / 'ban.csv'}",
                  "--format", "csv")
    # Pucci has no marriage and can have none: 20 of the 105 pairs of the others.
    assert math.isclose(float(rows(banned.stdout)[0]["estimate"]), math.log(20 / 85), rel_tol=1e-6)
    assert "of 105 observed pairs" in banned.stderr
    assert "tells no coefficient" in call("test", *inputs, "--ergm", "edges + offset(nodecov(wealth))", expect=2).stderr


def test_figures_of_proximity_are_those_of_the_program(tmp_path):
    """Those that Benchmarks/TIES.md shows."""
    for name, dataset, proximities in (
            ("innovative-milieu", "archetypes/innovative_milieu", "same_kind,shared_sector_digits,common_partners,shared_events"),
            ("romans-2016", "romans-2016", "same_kind,same_sphere,common_partners,shared_events")):
        for language in ("en", "fr"):
            made = tmp_path / f"{name}.{language}.svg"
            call("test", ROOT / "datasets" / dataset, "--dyads", proximities, "--figure", made, "--lang", language)
            assert made.read_bytes() == (ROOT / "Documentation" / "proximity" / made.name).read_bytes(), made.name
