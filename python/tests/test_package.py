"""The package as its user meets it, in whatever environment runs this file: with the program of the wheel, or that of
the variable MILIEU. What the program computes is tested elsewhere; here it comes through whole."""

import json
import os
import pathlib
import subprocess
import sys

import igraph
import networkx
import pandas
import polars
import pytest

import milieu
from milieu import _program

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROMANS = ROOT / "datasets" / "romans-2016"
SEEN = ROOT / "datasets" / "archetypes" / "innovative_milieu"
KITE = ROOT / "datasets" / "kite"
# Ids that a careless way through a spreadsheet or a data frame makes into numbers, gaps, dates or two cells.
AWKWARD = ["01001", "NA", "1e5", "", "nan", "true", "2016-01", "a, b", 'q"q', "=1+1", " x", "Σ é", "l1\nl2", "-"]
AWKWARD.remove("")


def told(*words):
    """What the program itself says."""
    return subprocess.run([_program.path(), *map(str, words)], capture_output=True, check=True).stdout.decode()


@pytest.fixture(scope="module")
def romans():
    return milieu.read(ROMANS)


@pytest.fixture(scope="module")
def seen():
    """A territory of which all was observed: it is scored in a tenth of the time of Romans."""
    return milieu.read(SEEN)


def test_the_version_is_the_engines():
    assert milieu.__version__ == milieu.version() == told("--version").split()[-1]


def test_measures_are_the_programs_to_the_last_bit(romans):
    frame = romans.measure("degree,betweenness")
    assert list(frame.columns) == ["id", "name", "degree", "betweenness"]
    rows = json.loads(told("measure", ROMANS, "-m", "degree,betweenness", "--format", "json"))["rows"]
    assert frame.to_dict("records") == rows and len(rows) == 94
    assert list(map(str, frame.dtypes)) == ["string", "string", "Int64", "float64"]


def test_a_column_has_its_declared_type_whatever_its_values():
    line = milieu.from_pandas(pandas.DataFrame({"source": ["a"], "target": ["b"]}))
    frame = line.measure(["betweenness", "constraint"])
    assert frame["betweenness"].dtype == "float64" and frame["betweenness"].tolist() == [0.0, 0.0]


def test_undefined_is_missing_and_never_zero():
    apart = milieu.from_pandas(
        pandas.DataFrame({"source": ["a"], "target": ["b"]}), pandas.DataFrame({"id": ["a", "b", "alone"]}))
    frame = apart.measure("degree,constraint").set_index("id")
    assert frame.loc["alone", "degree"] == 0 and pandas.isna(frame.loc["alone", "constraint"])
    assert apart.measure("constraint", frame="polars")["constraint"].to_list()[2] is None


def test_options_are_those_of_the_command_line(romans):
    few = romans.measure("degree", layer=["finance", "governance"], at=2014, min_confidence=0.5, undirected=True, top=3)
    same = json.loads(told("measure", ROMANS, "-m", "degree", "--layer", "finance,governance", "--at", "2014",
                           "--min-confidence", "0.5", "--undirected", "--top", "3", "--format", "json"))["rows"]
    assert few.to_dict("records") == same and len(same) == 3
    reduced = milieu.read(KITE).measure("degree_normalized", as_="ucinet")
    assert reduced["degree_normalized"].max() > 1


def test_directed_false_is_undirected(tmp_path):
    (tmp_path / "path.csv").write_text("source,target\na,b\nb,c\n")
    path = milieu.read(tmp_path / "path.csv", directed=True)
    assert path.measure("in_degree")["in_degree"].tolist() == [0, 1, 1]
    assert path.measure("in_degree", directed=False)["in_degree"].tolist() == [1, 2, 1]
    assert milieu.read(tmp_path / "path.csv").measure("in_degree", directed=True)["in_degree"].tolist() == [0, 1, 1]


def test_network_and_tie_levels_and_polars(romans):
    network = romans.measure("density,cut_points", level="network")
    assert list(network.columns) == ["measure", "value"] and network["value"].dtype == "float64"
    ties = romans.measure("bridge,tie_trussness", level="tie", frame="polars")
    assert ties.schema["bridge"] == polars.Boolean and ties.schema["tie_trussness"] == polars.Int64
    assert ties.height == romans.measure("bridge", level="tie").shape[0]


def test_an_unknown_measure_is_an_error_with_the_nearest(romans):
    with pytest.raises(milieu.MilieuError, match='Did you mean "degree"') as raised:
        romans.measure("degre")
    assert (raised.value.status, raised.value.cause) == (2, "usage") and not str(raised.value).startswith("milieu:")


def test_errors_in_the_data_come_with_their_findings(tmp_path):
    (tmp_path / "actors.csv").write_text("id,name\na,A\n")
    (tmp_path / "ties.csv").write_text("source,target\na,zz\na,yy\n")
    with pytest.raises(milieu.MilieuError) as raised:
        milieu.read(tmp_path)
    errors = [finding for finding in raised.value.findings if finding.severity == "error"]
    assert raised.value.cause == "data" and len(errors) == 2 and "and 1 more" in str(raised.value)
    assert (errors[0].code, errors[0].line, errors[0].column) == ("unknown-id", 2, "target")
    assert errors[0].file.endswith("ties.csv") and errors[0].remedy


def test_a_file_that_is_not_there_is_an_error_of_files(tmp_path):
    with pytest.raises(milieu.MilieuError) as raised:
        milieu.read(tmp_path / "none.graphml")
    assert raised.value.cause == "file"


def test_notes_are_findings_of_a_sound_network(romans):
    assert {finding.severity for finding in romans.findings} <= {"warning", "note"}


def test_a_score_is_the_programs_object(seen):
    score = seen.score(draws=50, nulls=0)
    assert score == json.loads(told("score", SEEN, "--draws", 50, "--nulls", 0, "--format", "json"))[0]
    assert score["learning"]["low"] <= score["learning"]["median"] <= score["learning"]["high"]
    years = seen.score(draws=20, nulls=0, at="2014..2015")
    assert isinstance(years, list) and len(years) == 2


def test_progress_is_told_to_whoever_asks(seen, capsys):
    steps = []
    seen.score(draws=200, nulls=0, progress=lambda per_cent, what: steps.append((per_cent, what)))
    assert steps and all(0 <= per_cent <= 100 and what for per_cent, what in steps)
    assert capsys.readouterr().err == ""
    seen.score(draws=200, nulls=0, progress=True)
    assert " % " in capsys.readouterr().err


def test_an_error_in_the_progress_function_ends_nothing_silently(seen):
    def broken(per_cent, what):
        raise RuntimeError("no")

    with pytest.raises(RuntimeError, match="no"):
        seen.score(draws=200, nulls=0, progress=broken)


def test_a_figure_shows_and_saves(romans, tmp_path):
    figure = romans.draw(size_by="betweenness", lang="fr")
    assert figure._repr_svg_().startswith("<?xml") and figure._repr_png_() is None
    figure.save(tmp_path / "romans.svg")
    told("draw", ROMANS, "-o", tmp_path / "same.svg", "--size-by", "betweenness", "--lang", "fr")
    assert (tmp_path / "romans.svg").read_bytes() == (tmp_path / "same.svg").read_bytes()
    image = milieu.read(KITE).draw(format="png")
    assert image._repr_png_().startswith(b"\x89PNG") and image._repr_svg_() is None
    assert milieu.read(KITE).draw(format="pdf").data.startswith(b"%PDF")


def test_a_test_is_a_frame(romans):
    frame = romans.test("transitivity,reciprocity", draws=49)
    assert frame["measure"].tolist() == ["transitivity", "reciprocity"] and frame["draws"].tolist() == [49, 49]
    assert frame["p"].dtype == "float64" and frame["p"].between(0, 1).all()
    assert len(romans.test(regress="ties", on=["same:place", "same:kind"], draws=49)) == 3


def test_export_report_and_convert_write(tmp_path):
    kite = milieu.read(KITE)
    assert (kite.export(tmp_path / "out") / "actors.csv").exists()
    assert kite.report(tmp_path / "kite.html", lang="fr").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert (kite.convert(tmp_path / "kite.gexf")).stat().st_size > 100


def test_what_can_be_measured_is_listed():
    listed = milieu.measures().set_index("id")
    assert len(listed) > 150 and listed.loc["degree", "level"] == "actor" and "closeness" in listed.index


def awkward_frames(module):
    ties = module.DataFrame({
        "source": AWKWARD, "target": AWKWARD[1:] + AWKWARD[:1], "weight": [1.5 + i for i in range(len(AWKWARD))]})
    return ties, module.DataFrame({"id": [*AWKWARD, "alone"], "code": ["007"] * len(AWKWARD) + [None]})


@pytest.mark.parametrize("make, module", [(milieu.from_pandas, pandas), (milieu.from_polars, polars)])
def test_ids_of_a_frame_stay_texts_there_and_back(make, module):
    network = make(*awkward_frames(module))
    assert network.measure("degree")["id"].tolist() == [*AWKWARD, "alone"]
    ties, actors = network.to_pandas("degree") if module is pandas else network.to_polars("degree")
    assert list(actors["id"]) == [*AWKWARD, "alone"] and list(actors["degree"]) == [2] * len(AWKWARD) + [0]
    assert list(ties["source"]) == AWKWARD and list(ties["weight"]) == [1.5 + i for i in range(len(AWKWARD))]
    assert list(actors["code"])[0] == "007" and type(list(actors["code"])[-1]) in (type(None), type(pandas.NA))


def test_networkx_there_and_back():
    graph = networkx.DiGraph([(1, 2), (2, 3)])
    graph.add_node("01", colour="red")
    graph[1][2]["weight"] = 2.5
    back = milieu.from_networkx(graph).to_networkx("in_degree")
    assert back.is_directed() and not back.is_multigraph() and set(back) == {"1", "2", "3", "01"}
    assert back["1"]["2"]["weight"] == 2.5 and back.nodes["01"]["colour"] == "red"
    assert [back.nodes[node]["in_degree"] for node in ("1", "2", "3", "01")] == [0, 1, 1, 0]
    kite = milieu.read(KITE)
    reference = networkx.betweenness_centrality(kite.to_networkx(), normalized=False)
    ours = kite.measure("betweenness").set_index("id")["betweenness"]
    assert all(abs(ours[node] - value) < 1e-12 for node, value in reference.items())


def test_an_id_of_more_digits_than_a_double_has_keeps_them():
    codes = [2**60 + 1, 2**60 + 2, 2**60 + 3]
    network = milieu.from_pandas(pandas.DataFrame({"source": codes[:2], "target": codes[1:]}))
    assert network.measure("degree")["id"].tolist() == list(map(str, codes))


def test_igraph_there_and_back():
    graph = igraph.Graph.TupleList([("01001", "NA", 2.0), ("NA", "1e5", 3.0)], weights=True)
    back = milieu.from_igraph(graph).to_igraph()
    assert back.vs["name"] == ["01001", "NA", "1e5"] and back.es["weight"] == [2.0, 3.0] and not back.is_directed()
    numbered = milieu.from_igraph(igraph.Graph.Ring(4))
    assert numbered.measure("degree")["degree"].tolist() == [2, 2, 2, 2]
    kite = milieu.read(KITE).to_igraph()
    assert kite.ecount() == 18 and kite.vs.find("diane").degree() == 6


def test_a_network_of_mixed_direction_goes_out_directed(romans):
    graph = romans.to_networkx()
    assert graph.is_directed() and graph.is_multigraph()
    mutual = [(source, target) for source, target, tie in graph.edges(data=True) if tie.get("kind") == "cooperation"]
    assert mutual and all((target, source) in mutual for source, target in mutual)


@pytest.mark.parametrize("graph, words", [
    (networkx.Graph([(1, "1")]), "same text"),
    (networkx.Graph([("a", "b", {"source": "x"})]), "rename"),
])
def test_what_would_be_lost_is_refused(graph, words):
    with pytest.raises(milieu.MilieuError, match=words):
        milieu.from_networkx(graph)


def test_missing_values_of_every_kind_are_left_out():
    import numpy

    ties = pandas.DataFrame({"source": ["a", "b"], "target": ["b", "c"], "weight": numpy.array([1, numpy.nan], "float32"),
                             "since": [pandas.Timestamp("2014-03-01"), pandas.NaT], "note": [pandas.NA, "x"]})
    out, _ = milieu.from_pandas(ties).to_pandas()
    assert out["since"].tolist()[0] == "2014-03-01" and out["since"].isna().tolist() == [False, True]
    assert out["note"].isna().tolist() == [True, False]
    with pytest.raises(milieu.MilieuError, match="no number"):
        milieu.from_pandas(pandas.DataFrame({"source": ["a"], "target": ["b"], "weight": [float("inf")]}))
    with pytest.raises(milieu.MilieuError, match='no "target"'):
        milieu.from_pandas(pandas.DataFrame({"source": ["a"], "target": [None]}))


def test_a_value_with_a_comma_in_a_list_is_refused(romans):
    with pytest.raises(milieu.MilieuError, match="commas"):
        romans.measure("degree", layer=["finance,governance", "x"])


def test_a_value_that_begins_with_a_hyphen_is_a_value(romans):
    with pytest.raises(milieu.MilieuError, match="-x"):
        romans.measure("degree", at="-x")


def test_the_command_of_the_environment_is_the_program():
    script = pathlib.Path(sys.executable).parent / "milieu"
    words = [script] if script.exists() else [sys.executable, "-c", "from milieu._program import main; main()"]
    done = subprocess.run([*words, "--version"], capture_output=True, text=True)
    assert (done.returncode, done.stdout.split()[-1]) == (0, milieu.version())


def test_a_program_that_is_not_there_is_told(monkeypatch):
    monkeypatch.setenv("MILIEU", "/nowhere/milieu")
    with pytest.raises(milieu.MilieuError) as raised:
        milieu.read(KITE)
    assert "/nowhere/milieu" in str(raised.value) and raised.value.status == 3
    monkeypatch.delenv("MILIEU")
    monkeypatch.setattr(_program, "_CARRIED", pathlib.Path("/nowhere"))
    monkeypatch.setenv("PATH", "")
    with pytest.raises(milieu.MilieuError, match="no program milieu"):
        milieu.read(KITE)


def test_everything_public_says_what_it_is():
    for name in milieu.__all__:
        thing = getattr(milieu, name)
        assert thing.__doc__, name
        for member in [] if not isinstance(thing, type) else vars(thing).values():
            if callable(member) and not getattr(member, "__name__", "_").startswith("_"):
                assert member.__doc__ or name == "Finding", (name, member)
