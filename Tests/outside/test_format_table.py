"""The table of formats in the documentation says what is: of each format, what comes back, and which programs were run."""

import re

import networkx as nx
import pandas
import pytest
import test_formats
import test_formats_peers
import test_spreadsheets
from conftest import ROOT, call, rows

PAGE = (ROOT / "Sources" / "Umbrella" / "Milieu.docc" / "NetworkFiles.md").read_text(encoding="utf-8")
COLUMNS = ["format", "reads", "writes", "attributes", "relations", "time", "modes", "readers", "writers"]
TABLE = [
    dict(zip(COLUMNS, [cell.strip() for cell in line.strip("|").split("|")]))
    for line in PAGE.splitlines() if line.startswith("| ") and not line.startswith(("| format", "| ---"))]
TABLE = [row for row in TABLE if len(row) == len(COLUMNS)]
# The formats of each row by their ids, and the ending under which one is written.
ROWS = {
    "edge list": (["edge-list", "networkx-list"], "csv"), "GraphML": (["graphml"], "graphml"), "GEXF 1.1–1.3": (["gexf"], "gexf"),
    "Pajek, projects": (["pajek"], "net"), "UCINET DL": (["dl"], "dl"), "UCINET ##h, ##d": (["ucinet"], None),
    "NetDraw VNA": (["vna"], "vna"), "GML": (["gml"], "gml"), "DOT": (["dot"], "dot"), "JSON: node-link": (["json"], "json"),
    "workbook (.xlsx; .ods and its like read)": (["workbook"], "xlsx"), "GDF": (["gdf"], None), "Tulip TLP": (["tlp"], None),
    "SIENA": (["siena"], None), "matrix": (["matrix"], "matrix"),
    "adjacency lists: `A: B, C`, `ego,alter1,alter2`, NetworkX": (["adjacency-list"], None),
    "LGL, SIF, TGF, Cytoscape's edge table, Matrix Market": (["lgl", "sif", "tgf", "cytoscape-edges", "mtx"], None),
}
BY_NAME = {row["format"]: row for row in TABLE}
WRITTEN = sorted(name for name, (_, ending) in ROWS.items() if ending)


def parameters(test, name):
    """The values over which a test runs, one parameter of them."""
    for mark in test.pytestmark:
        names = [part.strip() for part in mark.args[0].split(",")]
        if name in names:
            return {value[names.index(name)] if len(names) > 1 else value for value in mark.args[1]}
    raise AssertionError(f"{test.__name__} has no {name}")


def runs():
    """Of each program that tests run: the endings of ours that it reads, and those of its own that we read."""
    formats, peers = test_formats, test_formats_peers
    lists = {"csv", "tsv", "txt", "edgelist", "ncol"}
    plain = lambda endings: {"csv" if ending in lists else ending for ending in endings}
    return {
        "NetworkX": (parameters(formats.test_networkx_reads_what_is_written, "ending"),
                     plain(parameters(formats.test_what_networkx_writes_is_read, "ending"))),
        "igraph": (parameters(formats.test_igraph_reads_what_is_written, "ending"),
                   plain(parameters(formats.test_what_igraph_writes_is_read, "ending")
                         | parameters(peers.test_lists_of_words_of_igraph_are_read, "ending"))),
        "NetworKit": ({"graphml"}, plain(parameters(peers.test_what_networkit_writes_is_read, "ending"))),
        "Tulip": (parameters(peers.test_tulip_reads_what_is_written, "ending"), {"gml"}),
        "OGDF": (parameters(peers.test_ogdf_reads_what_is_written, "ending"), parameters(peers.test_what_ogdf_writes_is_read, "ending")),
        "Graphviz": (parameters(peers.test_graphviz_reads_what_is_written, "ending"), {"dot", "gml"}),
        "R": ({"net"}, {"dl"}), "pandas": ({"csv", "matrix", "xlsx"}, {"matrix"}), "openpyxl": ({"xlsx"}, {"xlsx"}), "odfpy": (set(), {"xlsx"}),
    }


def programs(cell):
    """The programs of a cell that are said to have been run: those without italics."""
    return {name.strip() for name in re.sub(r"\*[^*]*\*", "", cell).split(",")} - {"", "–"}


@pytest.fixture(scope="module")
def dataset(tmp_path_factory):
    folder = tmp_path_factory.mktemp("formats") / "d"
    folder.mkdir()
    tables = {
        "actors.csv": "id,name,kind,place,sector\na,Alix,firm,Romans,wood\nb,Bruno,lab,Romans,stone\nc,Chloé,firm,Valence,wood\n",
        "actor-kinds.csv": "kind,name_fr,name_en,sphere\nfirm,entreprise,firm,economy\nlab,labo,lab,knowledge\n",
        "tie-kinds.csv": "kind,name_fr,name_en,directed,layer\nadvice,conseil,advice,yes,knowledge\ntrust,confiance,trust,yes,cooperation\n",
        "ties.csv": "source,target,kind,weight,since,why,evidence\na,b,advice,2,2004,skill,s:1\nb,c,trust,1,2006,market,s:2\n",
        "sources.csv": "id,citation\ns,Made up.\n", "datapackage.json": '{"name": "d"}',
    }
    for name, text in tables.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def back(path, *options):
    """A file read into a dataset: its tables by name."""
    folder = path.parent / f"{path.name}-back"
    call("convert", path, f"{folder}/", "--quiet", *options)
    return {table.stem: rows(table.read_text(encoding="utf-8")) for table in folder.glob("*.csv")}


def test_the_table_has_each_format_once():
    known = re.findall(r"(?m)^([a-z-]+)  \(", call("convert", "--list").stdout)
    assert sorted(id for ids, _ in ROWS.values() for id in ids) == sorted(known) and len(known) > 20
    assert set(ROWS) <= set(BY_NAME) and len(BY_NAME) == len(TABLE)
    read_only = set(re.findall(r"(?m)^([a-z-]+)  \([^\n]*\n    read only", call("convert", "--list").stdout))
    for name, (ids, ending) in ROWS.items():
        assert BY_NAME[name]["reads"] == "yes"
        assert (BY_NAME[name]["writes"] == "yes") == (not set(ids) <= read_only) == (ending is not None), name


@pytest.mark.parametrize("name", WRITTEN)
def test_what_comes_back_is_what_the_table_says(dataset, tmp_path, name):
    row, ending = BY_NAME[name], ROWS[name][1]
    call("convert", dataset, tmp_path / f"net.{ending}", "--quiet")
    tables = back(tmp_path / f"net.{ending}")
    assert {(tie["source"], tie["target"], float(tie["weight"])) for tie in tables["ties"]} == {("a", "b", 2), ("b", "c", 1)}
    of_actors = [actor.get("sector") for actor in tables["actors"]] == ["wood", "stone", "wood"]
    of_ties = sorted(tie.get("why") or "" for tie in tables["ties"]) == ["market", "skill"]
    assert {"yes": (True, True), "of ties": (False, True), "of actors": (True, False)}.get(row["attributes"], (False, False)) == (of_actors, of_ties)
    kinds = {tie["kind"] for tie in tables["ties"]} == {"advice", "trust"}
    assert (row["relations"] == "yes") == kinds
    assert (row["time"] in ("yes", "as attributes")) == (sorted(tie.get("since") or "" for tie in tables["ties"]) == ["2004", "2006"])
    if row["relations"] == "for Pajek and R":
        for peer in ["pajek", "r"]:
            call("convert", dataset, tmp_path / f"{peer}.net", "--for", peer, "--quiet")
            assert {tie["kind"] for tie in back(tmp_path / f"{peer}.net")["ties"]} == {"advice", "trust"}


@pytest.mark.parametrize("name", WRITTEN)
def test_two_modes_come_back_where_the_table_says_so(tmp_path, name):
    (tmp_path / "pairs.csv").write_text("actor,event\na,e\nb,e\nb,f\n")
    call("convert", tmp_path / "pairs.csv", tmp_path / f"net.{ROWS[name][1]}", "--quiet")
    parts = {(part["actor"], part["event"]) for part in back(tmp_path / f"net.{ROWS[name][1]}")["participation"]}
    assert BY_NAME[name]["modes"] in ("yes", "pairs") and parts == {("a", "e"), ("b", "e"), ("b", "f")}


def test_whoever_is_said_to_read_or_write_was_run():
    for name in WRITTEN:
        ending = ROWS[name][1]
        read = {program for program, (reads, _) in runs().items() if ending in reads}
        written = {program for program, (_, writes) in runs().items() if ending in writes}
        assert (programs(BY_NAME[name]["readers"]), programs(BY_NAME[name]["writers"])) == (read, written), name
    others = {(program, name) for name, row in BY_NAME.items() if name not in WRITTEN for program in programs(row["writers"])}
    assert {program for program, _ in others} == {"NetworkX", "Tulip"}
    assert not [name for name, row in BY_NAME.items() if row["writes"] == "no" and row["readers"] != "–"]
    # What the last two columns count on, beside the tests that name their endings.
    assert test_formats_peers.test_what_tulip_saves_is_read and test_formats_peers.test_r_reads_and_is_read
    assert test_spreadsheets.WRITERS.keys() == {"xlsx", "ods"}


GRAPH = nx.DiGraph([("a", "b"), ("b", "c"), ("a", "c"), ("c", "d")])


def test_pandas_reads_our_tables_and_writes_a_matrix(dataset, tmp_path):
    call("convert", dataset, tmp_path / "net.csv", "--quiet")
    table = pandas.read_csv(tmp_path / "net.csv")
    graph = nx.from_pandas_edgelist(table, edge_attr=["weight", "kind"], create_using=nx.DiGraph)
    assert {(a, b): data for a, b, data in graph.edges(data=True)} == {
        ("a", "b"): {"weight": 2, "kind": "advice"}, ("b", "c"): {"weight": 1, "kind": "trust"}}
    call("convert", dataset, tmp_path / "net.matrix", "--quiet")
    graph = nx.from_pandas_adjacency(pandas.read_csv(tmp_path / "net.matrix", index_col=0), create_using=nx.DiGraph)
    assert {(a, b): data["weight"] for a, b, data in graph.edges(data=True)} == {("a", "b"): 2, ("b", "c"): 1}
    nx.to_pandas_adjacency(GRAPH).to_csv(tmp_path / "written.csv")
    assert {(tie["source"], tie["target"]) for tie in back(tmp_path / "written.csv")["ties"]} == set(GRAPH.edges)


@pytest.mark.parametrize("ending, write", [
    ("adjlist", nx.write_adjlist), ("multiline_adjlist", nx.write_multiline_adjlist), ("edgelist", nx.write_edgelist)])
def test_lists_of_networkx_are_read(tmp_path, ending, write):
    write(GRAPH, tmp_path / f"net.{ending}")
    assert {(tie["source"], tie["target"]) for tie in back(tmp_path / f"net.{ending}", "--directed")["ties"]} == set(GRAPH.edges)


def test_the_table_is_known_to_readers_of_french():
    french = (ROOT / "Sources" / "Umbrella" / "Milieu.docc" / "FichiersDeReseau.md").read_text(encoding="utf-8")
    assert "<doc:NetworkFiles>" in french and len(TABLE) > 20
