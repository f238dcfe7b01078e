"""`milieu measure` and `milieu test` as a researcher calls them: explanations, bounds, profiles, any
attribute as group or resource, confidence, the meaning of weights, and tests of significance."""

import json
import math
import random

import networkx as nx
import numpy as np
import pytest

from conftest import DATASETS, call, rows

ROMANS = DATASETS / "romans-2016"


def table(*arguments, **options):
    return rows(call("measure", *arguments, "--format", "csv", "--quiet", **options).stdout)


def value(path, measure, actor, *options):
    return float({row["id"]: row for row in table(path, "-m", measure, *options)}[actor][measure])


@pytest.mark.parametrize("measure, column", [
    ("constraint", "constraint"), ("betweenness", "share"), ("effective_size", "effective"), ("degree", "alters"),
    ("brokerage_representative", "triads"), ("brokerage_liaison", "triads"), ("harmonic", "share"),
])
def test_what_is_behind_a_number_adds_up_to_it(measure, column):
    explained = table(ROMANS, "-m", measure, "--explain", "groupe_archer")
    total = sum(float(row[column]) for row in explained if row[column])
    assert math.isclose(total, value(ROMANS, measure, "groupe_archer"), rel_tol=1e-9)


def test_explanations_in_every_format_and_both_languages():
    arguments = ["measure", ROMANS, "-m", "mobilizable_resources", "--resource", "members", "--explain", "groupe_archer"]
    assert "durability" in call(*arguments).stdout and "durabilité" in call(*arguments, "--lang", "fr").stdout
    explained = json.loads(call(*arguments, "--format", "json").stdout)
    assert "mobilizable" in json.dumps(explained)
    assert call(*arguments, "--format", "latex").stdout.startswith(("%", "\\"))


def test_who_or_what_cannot_be_explained_is_said():
    unknown = call("measure", ROMANS, "-m", "constraint", "--explain", "groupe_archr", expect=2).stderr
    assert "groupe_archer" in unknown
    assert "constraint" in call("measure", ROMANS, "-m", "katz", "--explain", "groupe_archer", expect=2).stderr
    assert "-m constraint" in call("measure", ROMANS, "--explain", "groupe_archer", expect=2).stderr


def test_bounds_of_doubtful_ties(dataset):
    folder = dataset(ties__csv="source,target,kind,status,confidence,evidence\na,b,works_with,active,1,s:1\nb,c,works_with,active,0.4,s:1\n")
    found = {row["id"]: row for row in table(folder, "-m", "degree", "--bounds")}
    assert [found[actor]["degree_low"] for actor in "abc"] == ["1", "1", "0"]
    assert [found[actor]["degree_high"] for actor in "abc"] == ["1", "2", "1"]
    whole = {row["measure"]: row for row in table(folder, "-m", "components,density", "--bounds")}
    assert whole["components"]["low"] == "1" and whole["components"]["high"] == "2"
    assert "degree" in call("measure", folder, "-m", "betweenness", "--bounds", expect=2).stderr


def test_confidence_leaves_weak_evidence_out(dataset):
    folder = dataset(ties__csv="source,target,kind,status,confidence,evidence\na,b,works_with,active,0.9,s:1\nb,c,works_with,active,0.4,s:1\nc,a,funds,active,,s:2\n")
    assert [row["degree"] for row in table(folder, "-m", "degree")] == ["2", "2", "2"]
    assert [row["degree"] for row in table(folder, "-m", "degree", "--min-confidence", "0.5")] == ["2", "1", "1"]
    assert "0 and 1" in call("measure", folder, "--min-confidence", "7", expect=2).stderr


def test_any_attribute_is_group_or_resource(dataset):
    folder = dataset(actors__csv="id,name,kind,place,colour,means\na,A,firm,Here,red,10\nb,B,firm,Here,red,\nc,C,fund,Far,blue,5\n")
    by_colour = {row["id"]: row for row in table(folder, "-m", "ei_index,upper_reachability", "--group-by", "colour", "--resource", "means")}
    assert [by_colour[actor]["ei_index"] for actor in "abc"] == ["0", "-1", "1"]
    assert [by_colour[actor]["upper_reachability"] for actor in "abc"] == ["5", "10", "10"]
    assert "colour" in call("measure", folder, "-m", "ei_index", "--group-by", "color", expect=2).stderr
    assert "no number" in call("measure", folder, "-m", "upper_reachability", "--resource", "colour", expect=2).stderr


def test_weights_are_refused_where_they_mean_something_else(dataset):
    kinds = "kind,name_fr,name_en,directed,layer,weight_means\nworks_with,t,w,no,cooperation,{}\n"
    ties = "source,target,kind,weight,status,evidence\na,b,works_with,2,active,s:1\nb,c,works_with,4,active,s:1\n"
    folder = dataset(ties__csv=ties, tie_kinds__csv=kinds.format("strength"))
    assert math.isclose(value(folder, "harmonic", "a", "--weights", "strength"), (2 + 1 / 0.75) / 2)
    assert "strength" in call("measure", folder, "-m", "closeness", "--weights", "distance", expect=2).stderr
    folder = dataset(ties__csv=ties, tie_kinds__csv=kinds.format("cost"))
    assert math.isclose(value(folder, "harmonic", "a", "--weights", "distance"), (1 / 2 + 1 / 6) / 2)
    assert "cost" in call("measure", folder, "-m", "closeness", "--weights", "strength", expect=2).stderr
    assert "cost" in call("measure", folder, "-m", "strength", expect=2).stderr


@pytest.mark.parametrize("profile, ids", [
    ("social-capital", ["mobilizable_resources", "simmelian_ties", "constraint", "ei_index", "upper_reachability", "linking_ties"]),
    ("centrality", ["degree", "closeness", "betweenness", "eigenvector", "pagerank"]),
    ("roles", ["constraint", "brokerage_gatekeeper", "core_member"]),
    ("structure", ["clustering", "community", "coreness"]),
])
def test_profiles(profile, ids):
    header = call("measure", ROMANS, "--profile", profile, "--format", "csv", "--quiet").stdout.splitlines()[0].split(",")
    assert set(ids) <= set(header)
    for lang in ["en", "fr"]:
        assert "Groupe Archer" in call("measure", ROMANS, "--profile", profile, "--lang", lang).stdout


def test_the_list_and_the_page(tmp_path):
    listed = rows(call("measure", "--list", "--format", "csv").stdout)
    assert len(listed) > 120 and len({row["id"] for row in listed}) == len(listed)
    assert len(json.loads(call("measure", "--list", "--format", "json").stdout)["rows"]) == len(listed)
    assert "| degree" in call("measure", "--list", "--format", "markdown").stdout
    assert "### `degree`" in call("measure", "--page").stdout
    assert "NetworkX" in call("measure", "--list", "--as", "networkx", "--format", "csv").stdout


# Tests of significance.


def significance(*arguments):
    return rows(call("test", *arguments, "--format", "csv", "--quiet").stdout)


def test_the_same_seed_gives_the_same_test_on_any_number_of_cores():
    arguments = [DATASETS / "florentine", "-m", "transitivity,modularity", "--draws", "99"]
    once = significance(*arguments, "--seed", "5", "--threads", "1")
    assert once == significance(*arguments, "--seed", "5", "--threads", "2")
    assert once != significance(*arguments, "--seed", "6")


def test_conditional_uniform_graphs_have_the_moments_that_they_must():
    """Over all graphs of as many ties the mean of transitivity has no formula, but that of the number
    of ties within groups and of reciprocity has."""
    row = significance(DATASETS / "knoke", "-m", "reciprocity", "--null", "ties", "--draws", "1999")[0]
    # A tie is returned with the chance that one of the 48 others is its opposite among 89 places.
    assert abs(float(row["null_mean"]) - 48 / 89) < 0.02
    assert significance(DATASETS / "knoke", "-m", "density", "--null", "ties", "--draws", "49")[0]["p"] == ""
    dyads = significance(DATASETS / "knoke", "-m", "reciprocity,density", "--null", "dyads", "--draws", "49")
    assert [row["p"] for row in dyads] == ["", ""]


def test_correlation_and_regression_are_those_of_numpy():
    folder = DATASETS / "karate"
    actors = rows((folder / "actors.csv").read_text())
    ties = rows((folder / "ties.csv").read_text())
    place = {row["id"]: number for number, row in enumerate(actors)}
    size = len(actors)
    matrix = np.zeros((size, size))
    for row in ties:
        one, other = place[row["source"]], place[row["target"]]
        matrix[one, other] = matrix[other, one] = 1
    same = np.array([[float(a["club"] == b["club"]) for b in actors] for a in actors])
    off = np.triu(np.ones((size, size), bool), 1)
    qap = significance(folder, "--correlate", "ties,same:club", "--draws", "199")[0]
    assert math.isclose(float(qap["observed"]), np.corrcoef(matrix[off], same[off])[0, 1], rel_tol=1e-9)
    assert float(qap["p"]) < 0.05
    fit = {row["relation"]: row for row in significance(folder, "--regress", "ties", "--on", "same:club", "--draws", "199")}
    slope, intercept = np.polyfit(same[off], matrix[off], 1)
    assert math.isclose(float(fit["same:club"]["estimate"]), slope, rel_tol=1e-9)
    assert math.isclose(float(fit["intercept"]["estimate"]), intercept, rel_tol=1e-9)
    assert float(fit["same:club"]["p"]) < 0.05 and fit["intercept"]["p"] == ""
    assert int(fit["same:club"]["pairs"]) == off.sum()


def test_two_modes_keep_their_margins():
    row = significance(DATASETS / "davis", "-m", "transitivity_two_mode,density", "--draws", "99")
    assert float(row[0]["observed"]) > float(row[0]["null_mean"])
    assert row[1]["p"] == ""
    assert "memberships" in call("test", DATASETS / "davis", "-m", "density", "--null", "degrees", expect=2).stderr


def test_the_bootstrap_error_of_density_is_that_of_its_authors():
    """Snijders and Borgatti: for a random graph close to √(p(1 − p)/pairs) times a small factor."""
    row = significance(DATASETS / "karate", "-m", "density", "--bootstrap", "--draws", "499")[0]
    graph = nx.karate_club_graph()
    plain = math.sqrt(nx.density(graph) * (1 - nx.density(graph)) / (34 * 33 / 2))
    assert plain < float(row["standard_error"]) < 5 * plain
    # On the scale of the angle asin √x, on which the interval is even and cannot leave [0, 1].
    angle = {key: math.asin(math.sqrt(float(row[key]))) for key in ["low", "observed", "high"]}
    assert math.isclose(angle["high"] - angle["observed"], angle["observed"] - angle["low"], rel_tol=1e-9)
    assert math.isclose(
        angle["high"] - angle["observed"],
        1.96 * float(row["standard_error"]) / (2 * math.sqrt(nx.density(graph) * (1 - nx.density(graph)))), rel_tol=0.1)


def dataset(folder, kinds, ties, events=()):
    """Actors a0 to a9 with a rank; kinds: id, directed, layer; ties: source, target, kind, weight; events: members."""
    folder.mkdir()
    (folder / "datapackage.json").write_text('{"name": "made"}')
    (folder / "sources.csv").write_text("id,citation\ns,Made up.\n")
    (folder / "actor-kinds.csv").write_text("kind,name_fr,name_en,sphere\n" + "".join(f"{k},{k},{k},economy\n" for k in "xyz"))
    (folder / "actors.csv").write_text(
        "id,name,kind,evidence,rank\n" + "".join(f"a{i},a{i},{'xyz'[i % 3]},s,{i * i % 7}\n" for i in range(10)))
    (folder / "tie-kinds.csv").write_text(
        "kind,name_fr,name_en,directed,layer,weight_means\n" + "".join(f"{k},{k},{k},{d},{l},strength\n" for k, d, l in kinds))
    (folder / "ties.csv").write_text(
        "source,target,kind,weight,evidence\n" + "".join(f"a{i},a{j},{k},{w},s\n" for i, j, k, w in ties))
    if events:
        (folder / "event-kinds.csv").write_text("kind,name_fr,name_en,layer,pooled\nm,m,m,cooperation,no\n")
        (folder / "events.csv").write_text("id,name,kind,evidence\n" + "".join(f"e{n},e{n},m,s\n" for n in range(len(events))))
        (folder / "participation.csv").write_text(
            "actor,event,evidence\n" + "".join(f"a{i},e{n},s\n" for n, members in enumerate(events) for i in members))
    return folder


def random_pairs(seed, count):
    return random.Random(seed).sample([(i, j) for j in range(10) for i in range(j)], count)


def test_one_measure_that_a_model_fixes_empties_no_other():
    """Several layers: every model draws measures of layers by layer, and those of the whole as a whole."""
    for model in ["degrees", "ties", "dyads", "size"]:
        found = significance(DATASETS / "florentine", "--null", model, "--draws", "99", "-m", "ties,transitivity,multiplexity")
        by_id = {row["measure"]: row for row in found}
        assert by_id["transitivity"]["p"] and by_id["multiplexity"]["p"]
        assert model == "size" or float(by_id["ties"]["null_mean"]) == float(by_id["ties"]["observed"]) == 27
        alone = significance(DATASETS / "florentine", "--null", model, "--draws", "99", "-m", "transitivity")[0]
        assert {**alone, "q": ""} == {**by_id["transitivity"], "q": ""}
    said = call("test", DATASETS / "florentine", "-m", "density,attribute_assortativity", "--draws", "19").stderr
    assert "density has one value in all draws" in said and "attribute_assortativity is undefined" in said
    said = call("test", DATASETS / "florentine", "-m", "density", "--draws", "19", "--lang", "fr").stderr
    assert "une seule valeur" in said
    assert all(row["high"] for row in significance(
        DATASETS / "florentine", "--bootstrap", "--draws", "99", "-m", "transitivity,multiplexity,density"))


def test_an_undirected_tie_never_becomes_two_arcs(tmp_path):
    undirected = random_pairs(1, 14)
    free = [pair for pair in random_pairs(2, 31) if pair not in undirected][:12]
    folder = dataset(
        tmp_path / "mixed", [("u", "false", "cooperation"), ("d", "true", "cooperation")],
        [(i, j, "u", 1) for i, j in undirected] + [(i, j, "d", 1) for i, j in free])
    for model in ["degrees", "ties", "dyads"]:
        found = {row["measure"]: row for row in significance(
            folder, "--null", model, "--draws", "99", "-m", "ties,average_degree,transitivity")}
        assert float(found["ties"]["null_mean"]) == float(found["ties"]["observed"]) == 2 * 14 + 12
        assert float(found["ties"]["null_sd"]) == 0 and found["transitivity"]["p"]
        # 14 pairs are tied without direction in every draw, and the 12 arcs lie on at most 12 others.
        assert 2 * (14 + 6) / 10 <= float(found["average_degree"]["null_mean"]) <= 2 * (14 + 12) / 10


def test_shared_events_take_part_in_random_networks(tmp_path):
    events = [[0, 1, 2, 3], [3, 4, 5], [6, 7]]
    folder = dataset(
        tmp_path / "events", [("u", "false", "cooperation")], [(i, j, "u", 1) for i, j in random_pairs(3, 9)], events)
    projected = ["--events", "projected", "--draws", "99", "-m", "ties,transitivity,attribute_assortativity"]
    found = {row["measure"]: row for row in significance(folder, *projected, "--null", "groups")}
    assert float(found["ties"]["null_mean"]) == float(found["ties"]["observed"])
    assert float(found["attribute_assortativity"]["null_sd"]) > 0
    for model in ["degrees", "ties"]:
        found = {row["measure"]: row for row in significance(folder, *projected, "--null", model)}
        # Three events of 6, 3 and 1 pairs, of which some can fall together.
        assert abs(float(found["ties"]["null_mean"]) - float(found["ties"]["observed"])) < 1.5
        assert found["transitivity"]["p"]
    assert "events" in call("test", folder, *projected, "--null", "size", expect=2).stderr


def test_weights_are_dealt_out_and_named_where_they_are_read(tmp_path):
    chance = random.Random(5)
    folder = dataset(
        tmp_path / "weights", [("u", "false", "cooperation"), ("v", "false", "finance")],
        [(i, j, "uv"[n % 2], chance.randint(20, 60)) for n, (i, j) in enumerate(random_pairs(4, 18))])
    for model in ["degrees", "ties", "dyads", "size"]:
        found = significance(folder, "--weights", "strength", "--null", model, "--draws", "99", "-m", "average_path_length")[0]
        assert model == "size" or abs(float(found["z"])) < 4
        # A step of a strength of 20 to 60 is a twentieth to a sixtieth long.
        assert 1 / 60 < float(found["null_mean"]) < 0.3
    def footer(*arguments):
        return call("test", folder, "--weights", "strength", "--draws", "9", *arguments).stdout.splitlines()[-1]
    assert "weights" not in footer("-m", "transitivity") and "weights" not in footer("--correlate", "ties,same:kind")
    assert "weights: strength in average_path_length;" in footer("-m", "transitivity,average_path_length")


def test_an_undirected_tie_has_no_sender(tmp_path):
    folder = dataset(tmp_path / "sender", [("u", "false", "cooperation")], [(i, j, "u", 1) for i, j in random_pairs(6, 15)])
    run = call("test", folder, "--regress", "ties", "--on", "sender:rank", "--draws", "99", "--format", "csv")
    row = rows(run.stdout)[1]
    assert row["relation"] == "sum:rank" and row["pairs"] == "45" and "sender:rank" in run.stderr
    ranks = [i * i % 7 for i in range(10)]
    tied = {frozenset(pair) for pair in random_pairs(6, 15)}
    pairs = [(i, j) for j in range(10) for i in range(j)]
    slope = np.polyfit([ranks[i] + ranks[j] for i, j in pairs], [float(frozenset(pair) in tied) for pair in pairs], 1)[0]
    assert math.isclose(float(row["estimate"]), slope, rel_tol=1e-9)


def test_bootstrap_intervals_stay_in_the_range():
    for name in ["florentine", "kite", "knoke", "karate"]:
        for row in significance(
            DATASETS / name, "--bootstrap", "--draws", "99", "-m",
            "density,transitivity,average_clustering,betweenness_centralization,degree_assortativity,fragmentation"):
            if row["low"]:
                lowest = -1 if row["measure"] == "degree_assortativity" else 0
                assert lowest <= float(row["low"]) <= float(row["observed"]) <= float(row["high"]) <= 1, (name, row)


def test_what_is_not_a_test_is_said():
    folder = DATASETS / "karate"
    for arguments, word in [
        (["--null", "degrees", "--bootstrap"], "One test at a time"),
        (["--regress", "ties"], "--on"),
        (["--correlate", "ties"], "two relations"),
        (["--correlate", "ties,sam:club"], "same:ATTRIBUTE"),
        (["--correlate", "ties,same:clubb"], "club"),
        (["-m", "degree"], "network level"),
        (["--draws", "0"], "--draws"),
    ]:
        assert word in call("test", folder, *arguments, expect=2).stderr, arguments
    assert "examples" in call("test", "--help").stdout.lower()


def test_a_column_of_numbers_with_commas_is_a_resource_as_size_is(dataset):
    folder = dataset(
        actors__csv="id;name;kind;place;size;turnover\na;A;firm;Here;12,5;12,5\nb;B;firm;Here;1 500;1 500\nc;C;fund;Far;;\n")
    told = [
        call("measure", folder, "--profile", "social-capital", "--resource", resource, "--format", "csv").stdout
        for resource in ("size", "turnover")]
    assert told[0] == told[1]
    assert rows(told[0])[0]["mobilizable_resources"] == "1500"


# What is counted, and what is out of reach.


def test_rows_ties_and_pairs_are_told_alike_wherever_they_are_told(tmp_path):
    checked = call("check", ROMANS).stdout
    call("draw", ROMANS, "-o", tmp_path / "romans.svg")
    caption = (tmp_path / "romans.svg").read_text()
    done = call("measure", ROMANS, "-m", "ties", "--format", "csv")
    pairs = rows(done.stdout)[0]["value"]
    told = next(line for line in done.stderr.splitlines() if line.startswith("Ties: "))
    counts, rest = told.removeprefix("Ties: ").split(", from ")
    assert f"({pairs} tied pairs" in counts
    assert counts in checked and rest in checked and counts in caption
    ties = (ROMANS / "ties.csv").read_text().strip().count("\n")
    assert f"{ties} rows of ties" in checked and rest.startswith(f"{ties} rows of ties")
    assert "paires liées" in call("check", ROMANS, "--lang", "fr").stdout


@pytest.mark.parametrize("weights", [("1", "1e16"), ("1e308", "1e308"), ("1e-308", "1"), ("1e200", "1e-200")])
@pytest.mark.parametrize("meaning", ["strength", "distance"])
def test_weights_at_the_edge_of_a_double_end_in_numbers_or_in_words(weights, meaning, tmp_path):
    path = tmp_path / "edges.csv"
    path.write_text(f"source,target,weight\na,b,{weights[0]}\nb,c,{weights[1]}\n")
    for level in ["actor", "network"]:
        for row in table(path, "-m", "all", "--level", level, "--weights", meaning):
            assert not {"inf", "nan", "-nan", "-inf"} & {cell.lower() for cell in row.values() if cell}


def test_a_value_beyond_the_numbers_of_the_machine_is_said_to_be(tmp_path):
    path = tmp_path / "edges.csv"
    path.write_text("source,target,weight\na,b,1e308\nb,c,1e308\n")
    assert "numerical reach" in call("measure", path, "-m", "pagerank", "--weights", "strength", expect=2).stderr


def test_a_column_without_any_value_says_why(tmp_path):
    path = tmp_path / "edges.csv"
    path.write_text("source,target\na,b\nc,d\n")
    done = call("measure", path, "-m", "eigenvector,degree", "--format", "csv")
    assert all(row["eigenvector"] == "" for row in rows(done.stdout))
    assert "two components are equally large" in done.stderr
    assert "également grandes" in call("measure", path, "-m", "eigenvector", "--lang", "fr").stderr


@pytest.mark.parametrize("arguments", [["measure"], ["report", "-o", "report.html"], ["export", "-o", "out"], ["draw", "-o", "net.svg"]])
def test_a_direction_of_two_modes_is_refused_in_one_sentence(arguments, tmp_path):
    command, *rest = arguments
    rest = [tmp_path / word if word.endswith((".html", "out", ".svg")) else word for word in rest]
    for data, options in [(DATASETS / "davis", []), (ROMANS, ["--events", "two-mode"])]:
        assert "no direction" in call(command, data, *rest, "--directed", *options, expect=2).stderr
