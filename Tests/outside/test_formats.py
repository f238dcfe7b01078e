"""Network files from outside: peers read what Milieu writes, Milieu reads what peers write."""

import csv
import json

import igraph
import networkx as nx
import pytest
from conftest import DATASETS, call, rows

# Labels of Pajek hold no quotes.
PLAIN = ["a'q", "b&c<d>", "é ☃", "01001", "שלום", "x y", "semi;colon", "back\\slash"]
FULL = ["graphml", "gexf", "gml", "dot", "json"]
NASTY = ['a"q', "b&c<d>", "é ☃", "01001", "שלום", "x y", "semi;colon", "back\\slash"]


def write_list(path, directed, weighted=True, ids=NASTY):
    """An edge list: a ring with one chord, weights that are not whole."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["source", "target", "weight", "type", "since", "note"])
        for number, (source, target) in enumerate([*zip(ids, ids[1:]), (ids[0], ids[3])]):
            weight = number + 0.5 if weighted else 1
            table.writerow([source, target, weight, "Directed" if directed else "Undirected", 2001 + number, f'n "{number}" <&>'])
    return {(s, t): n + 0.5 for n, (s, t) in enumerate([*zip(ids, ids[1:]), (ids[0], ids[3])])}


def edges(graph):
    """Ties of a NetworkX graph with weights; those without direction in one order."""
    def pair(a, b):
        return (a, b) if graph.is_directed() else tuple(sorted((a, b)))
    return {pair(str(a), str(b)): float(data.get("weight", 1)) for a, b, data in graph.edges(data=True)}


def expected(ties, directed):
    return {pair if directed else tuple(sorted(pair)): weight for pair, weight in ties.items()}


def unquoted(text):
    """What pydot leaves as it stands in the file: quotes around a text and backslashes in it."""
    inner = text[1:-1] if len(text) > 1 and text.startswith('"') else text
    return inner.replace('\\"', '"').replace("\\\\", "\\")


def networkx_read(path):
    kind = path.suffix[1:]
    if kind == "graphml":
        return nx.read_graphml(path)
    if kind == "gexf":
        return nx.read_gexf(path, version="1.3")
    if kind == "gml":
        return nx.read_gml(path)
    if kind == "json":
        return nx.node_link_graph(json.loads(path.read_text(encoding="utf-8")), edges="links")
    if kind == "net":
        graph = nx.read_pajek(path)
        return nx.DiGraph(graph) if graph.is_directed() else nx.Graph(graph)
    graph = nx.nx_pydot.read_dot(path)
    graph = nx.relabel_nodes(graph, {node: unquoted(node) for node in graph})
    for *_, data in graph.edges(data=True):
        data.update({unquoted(key): unquoted(value) for key, value in data.items()})
    return nx.DiGraph(graph) if graph.is_directed() else nx.Graph(graph)


@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize("ending", [*FULL, "net"])
def test_networkx_reads_what_is_written(tmp_path, ending, directed):
    ids = PLAIN if ending == "net" else NASTY
    ties = write_list(tmp_path / "net.csv", directed, ids=ids)
    path = tmp_path / f"net.{ending}"
    call("convert", tmp_path / "net.csv", path)
    graph = networkx_read(path)
    assert graph.is_directed() == directed
    assert set(graph.nodes) == set(ids)
    assert edges(graph) == expected(ties, directed)
    if ending not in ("net", "dot"):
        notes = {data["note"] for *_, data in graph.edges(data=True)}
        assert notes == {f'n "{number}" <&>' for number in range(len(ties))}
        assert {str(data["since"])[:4] for *_, data in graph.edges(data=True)} == {str(2001 + n) for n in range(len(ties))}


@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize("ending", ["graphml", "gml", "net", "dl"])
def test_igraph_reads_what_is_written(tmp_path, ending, directed):
    # igraph resolves the named references of GML only, and no quotes in labels of DL.
    ids = {"gml": ["a", "b&c", "d e", "01001", "f'", "g-h"], "dl": ["a", "b&c", "é", "01001", "f'", "g-h"], "net": PLAIN}.get(ending, NASTY)
    ties = write_list(tmp_path / "net.csv", directed, ids=ids)
    path = tmp_path / f"net.{ending}"
    call("convert", tmp_path / "net.csv", path)
    if ending == "dl":
        graph = igraph.Graph.Read_DL(str(path), directed=directed)
    else:
        graph = igraph.Graph.Read(str(path), format="pajek" if ending == "net" else ending)
    # In the ids of GraphML igraph leaves "&amp;" as "&#38;"; in labels it reads it.
    names = graph.vs["name" if ending in ("net", "dl") else "label"]
    assert names == ids
    found = {(names[edge.source], names[edge.target]): edge["weight"] for edge in graph.es}
    if not directed:
        found = {tuple(sorted(pair)): weight for pair, weight in found.items()}
    assert found == expected(ties, directed)
    if ending != "dl":
        assert graph.is_directed() == directed


def test_a_network_of_mixed_direction_reaches_networkx_both_ways(tmp_path):
    for ending in ["graphml", "gexf", "gml", "json"]:
        path = tmp_path / f"romans.{ending}"
        call("convert", DATASETS / "romans-2016", path, "--both-ways")
        graph = networkx_read(path)
        assert graph.is_directed() and graph.number_of_nodes() == 98 + 16
        label = "label" if ending in ("graphml", "gexf") else "name"
        assert any(data.get(label) and data[label] != node for node, data in graph.nodes(data=True))
    mixed = call("convert", DATASETS / "romans-2016", tmp_path / "mixed.graphml").stderr
    assert "mixed-direction" in mixed and "--both-ways" in mixed and "not-carried" in mixed


def sample(directed):
    graph = nx.DiGraph() if directed else nx.Graph()
    graph.add_node("01001", name='Cité "A"', size=3.5)
    graph.add_node("alone")
    graph.add_edge("01001", "b&", weight=2.5, kind="funds")
    graph.add_edge("b&", "c d", weight=1, kind="meets")
    return graph


def networkx_write(graph, path):
    kind = path.suffix[1:]
    if kind == "json":
        path.write_text(json.dumps(nx.node_link_data(graph, edges="edges")), encoding="utf-8")
    elif kind == "dot":
        nx.nx_pydot.write_dot(graph, path)
    elif kind == "csv":
        nx.to_pandas_adjacency(graph).to_csv(path)
    else:
        {"graphml": nx.write_graphml, "gexf": nx.write_gexf, "gml": nx.write_gml, "net": nx.write_pajek}[kind](graph, path)


@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize("ending", [*FULL, "net", "csv"])
def test_what_networkx_writes_is_read(tmp_path, ending, directed):
    graph = sample(directed)
    if ending == "dot":
        graph = nx.relabel_nodes(graph, {"b&": '"b&"', "c d": '"c d"'})
        # pydot has no attribute "name".
        graph.nodes["01001"]["label"] = '"Cité \\"A\\""'
        del graph.nodes["01001"]["name"]
    path = tmp_path / f"net.{ending}"
    networkx_write(graph, path)
    call("convert", path, tmp_path / "out.csv")
    found = {(row["source"], row["target"]): float(row.get("weight") or 1) for row in rows((tmp_path / "out.csv").read_text())}
    if not directed:
        found = {tuple(sorted(pair)): weight for pair, weight in found.items()}
    assert found == {("01001", "b&"): 2.5, ("b&", "c d"): 1.0}
    call("convert", path, tmp_path / "dataset/")
    actors = {row["id"]: row for row in rows((tmp_path / "dataset" / "actors.csv").read_text())}
    assert set(actors) == {"01001", "alone", "b&", "c d"}
    if ending not in ("net", "csv"):
        assert actors["01001"]["name"] == 'Cité "A"' and actors["01001"]["size"] == "3.5" and actors["alone"]["size"] == ""
    kinds = rows((tmp_path / "dataset" / "tie-kinds.csv").read_text())
    assert {row["directed"] for row in kinds} == {"yes" if directed else "no"}


@pytest.mark.parametrize("ending", ["graphml", "gml", "net", "dot"])
def test_what_igraph_writes_is_read(tmp_path, ending):
    graph = igraph.Graph(directed=True, n=4, edges=[(0, 1), (1, 2)])
    graph.vs["name"] = ["01001", "b&", "c d", "alone"]
    # Pajek takes labels from "id", GML from "label".
    graph.vs["label"] = graph.vs["id"] = graph.vs["name"]
    if ending == "gml":
        del graph.vs["id"]
    graph.es["weight"] = [2.5, 1]
    path = tmp_path / f"net.{ending}"
    graph.write(str(path), format="pajek" if ending == "net" else ending)
    call("convert", path, tmp_path / "out.csv")
    found = {(row["source"], row["target"]): float(row.get("weight") or 1) for row in rows((tmp_path / "out.csv").read_text())}
    assert found == ({("0", "1"): 2.5, ("1", "2"): 1.0} if ending == "dot" else {("01001", "b&"): 2.5, ("b&", "c d"): 1.0})


def test_dates_of_networkx_become_since_and_until(tmp_path):
    graph = nx.DiGraph()
    graph.add_node("a", start="2001-05-01", end="2004-01-01")
    graph.add_node("b", spells=[("2001", "2002"), ("2004", "2005")])
    graph.add_edge("a", "b", start="2002-02-03")
    nx.write_gexf(graph, tmp_path / "net.gexf", version="1.3")
    call("convert", tmp_path / "net.gexf", tmp_path / "dataset")
    actors = rows((tmp_path / "dataset" / "actors.csv").read_text())
    assert [(row["since"], row["until"]) for row in actors] == [("2001-05-01", "2004-01-01"), ("2001", "2005")]
    assert rows((tmp_path / "dataset" / "ties.csv").read_text())[0]["since"] == "2002-02-03"


FURTHER = {("events", "amount"), ("events", "hours"), ("participation", "confidence")}


def test_a_dataset_comes_back_through_a_file(tmp_path):
    """Romans to GraphML to a dataset: the same actors, ties and participations."""
    call("convert", DATASETS / "romans-2016", tmp_path / "romans.graphml")
    call("convert", tmp_path / "romans.graphml", tmp_path / "back/")
    for table in ["actors", "ties", "events", "participation"]:
        there = rows((DATASETS / "romans-2016" / f"{table}.csv").read_text())
        # A network file has no way to tell that there is no tie.
        there = [row for row in there if row.get("weight") != "0"]
        back = rows((tmp_path / "back" / f"{table}.csv").read_text())
        assert len(back) == len(there)
        for one, other in zip(there, back):
            for column, value in one.items():
                # Weights and counts of 1 need not be told; the model has no further columns of events and participations.
                if value not in ("", "1") and (table, column) not in FURTHER:
                    assert other.get(column) == value or float(other.get(column) or "nan") == float(value), (table, column, one)


def test_every_format_goes_through_every_command(tmp_path):
    write_list(tmp_path / "net.csv", True, ids=["a", "b", "c", "d", "e"])
    degrees = call("measure", tmp_path / "net.csv", "-m", "degree", "--format", "csv").stdout
    for ending in [*FULL, "net", "dl", "matrix"]:
        path = tmp_path / f"net.{ending}"
        call("convert", tmp_path / "net.csv", path)
        assert call("measure", path, "-m", "degree", "--format", "csv").stdout == degrees
        call("check", path)


def test_faults_have_their_place_and_their_status(tmp_path):
    (tmp_path / "bad.gml").write_text('graph [\n node [ id 1 label "a ]\n]')
    assert "bad.gml:2, column" in call("check", tmp_path / "bad.gml", expect=1).stdout
    assert "bad.gml:2" in call("convert", tmp_path / "bad.gml", tmp_path / "out.net", expect=1).stderr
    assert not (tmp_path / "out.net").exists()
    call("convert", tmp_path / "none.gml", tmp_path / "out.net", expect=3)
    call("convert", DATASETS / "kite", tmp_path / "out.xyz", expect=2)
    call("convert", DATASETS / "kite", expect=2)
    assert "Did you mean" in call("convert", DATASETS / "kite", tmp_path / "x", "--to", "grphml", expect=2).stderr
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("x")
    call("convert", DATASETS / "kite", tmp_path / "full", expect=3)


def test_the_list_names_every_format():
    text = call("convert", "--list").stdout
    for word in ["edge-list", "graphml", "gexf", "pajek", "dl", "gml", "dot", "json", "matrix", ".net", ".gv"]:
        assert word in text
    assert "identifiants" in call("convert", "--list", "--lang", "fr").stdout


def test_romans_in_pajek_is_one_network_to_all(tmp_path):
    """No relation's head is taken for a tie, and none is refused."""
    call("convert", DATASETS / "romans-2016", tmp_path / "romans.net")
    told = rows((DATASETS / "romans-2016" / "actors.csv").read_text()) + rows((DATASETS / "romans-2016" / "events.csv").read_text())
    graph = nx.read_pajek(tmp_path / "romans.net")
    assert set(graph.nodes) == {row["id"] for row in told}
    other = igraph.Graph.Read(str(tmp_path / "romans.net"), format="pajek")
    assert set(other.vs["name"]) == set(graph.nodes) and other.ecount() == graph.number_of_edges() and other.is_directed()


@pytest.mark.parametrize("peer, ending", [("igraph", "net"), ("igraph", "dl"), ("igraph", "graphml"), ("igraph", "gml"),
                                          ("networkx", "net"), ("networkx", "graphml"), ("networkx", "gexf"), ("networkx", "gml"), ("networkx", "json")])
def test_a_peer_reads_what_is_written_for_it(tmp_path, peer, ending):
    """Romans has ties with and without direction, kinds, and events: each tie reaches the peer, and none besides."""
    path = tmp_path / f"romans.{ending}"
    said = call("convert", DATASETS / "romans-2016", path, "--for", peer).stderr
    if peer == "networkx":
        graph = networkx_read(path) if ending != "net" else nx.read_pajek(path)
        found, nodes, is_directed = graph.number_of_edges(), graph.number_of_nodes(), graph.is_directed()
    else:
        graph = (igraph.Graph.Read_DL(str(path), directed=True) if ending == "dl"
                 else igraph.Graph.Read(str(path), format="pajek" if ending == "net" else ending))
        found, nodes, is_directed = graph.ecount(), graph.vcount(), graph.is_directed()
    tables = {name: rows((DATASETS / "romans-2016" / f"{name}.csv").read_text()) for name in ["tie-kinds", "ties", "participation"]}
    directed = {row["kind"]: row["directed"] == "yes" for row in tables["tie-kinds"]}
    ties = [row for row in tables["ties"] if row.get("weight") != "0"]
    # A loop stays one.
    count = sum(1 if directed[row["kind"]] or row["source"] == row["target"] else 2 for row in ties) + 2 * len(tables["participation"])
    assert (nodes, found, is_directed) == (114, count, True)
    assert ending in ("dl", "net") or "both-ways" in said


def test_names_of_several_words_do_not_shift_in_igraph(tmp_path):
    (tmp_path / "net.csv").write_text("source,target,type\nPole Sud,Groupe Archer,Directed\nGroupe Archer,Mairie,Directed\n")
    said = call("convert", tmp_path / "net.csv", tmp_path / "net.dl").stderr
    graph = igraph.Graph.Read_DL(str(tmp_path / "net.dl"), directed=True)
    assert graph.vs["name"] == ["Pole_Sud", "Groupe_Archer", "Mairie"] and graph.get_edgelist() == [(0, 1), (1, 2)]
    assert "changed-text" in said
    call("convert", tmp_path / "net.csv", tmp_path / "net.gexf", "--for", "igraph", expect=2)


def test_two_modes_reach_networkx(tmp_path):
    call("convert", DATASETS / "davis", tmp_path / "davis.net", "--for", "networkx")
    assert nx.read_pajek(tmp_path / "davis.net").number_of_edges() == len(rows((DATASETS / "davis" / "participation.csv").read_text()))
    call("convert", DATASETS / "davis", tmp_path / "pairs.csv")
    pairs = rows((tmp_path / "pairs.csv").read_text())
    assert [(row["actor"], row["event"]) for row in pairs] == [
        (row["actor"], row["event"]) for row in rows((DATASETS / "davis" / "participation.csv").read_text())]
    back = call("convert", tmp_path / "pairs.csv", tmp_path / "back.json")
    assert "18 actors" in back.stdout + back.stderr and "14 events" in back.stdout + back.stderr


def test_the_figure_travels_to_gephi(tmp_path):
    call("convert", DATASETS / "romans-2016", tmp_path / "romans.gexf", "--for", "gephi")
    text = (tmp_path / "romans.gexf").read_text(encoding="utf-8")
    assert text.count("<viz:position") == text.count("<viz:color") == text.count("<viz:size") == 94


@pytest.mark.parametrize("kind", ["adjacency", "cytoscape"])
@pytest.mark.parametrize("directed", [True, False])
def test_further_json_of_networkx_is_read(tmp_path, kind, directed):
    graph = sample(directed)
    data = nx.adjacency_data(graph) if kind == "adjacency" else nx.cytoscape_data(graph)
    (tmp_path / "net.json").write_text(json.dumps(data), encoding="utf-8")
    call("convert", tmp_path / "net.json", tmp_path / "dataset/")
    ties = rows((tmp_path / "dataset" / "ties.csv").read_text())
    found = {(row["source"], row["target"]): float(row.get("weight") or 1) for row in ties}
    assert (found if directed else expected(found, False)) == {("01001", "b&"): 2.5, ("b&", "c d"): 1.0}
    assert {row["directed"] for row in rows((tmp_path / "dataset" / "tie-kinds.csv").read_text())} == {"yes" if directed else "no"}


def test_interviews_become_a_dataset(tmp_path):
    """The table of codes is written, filled, and read; places in bytes show themselves in the quotations."""
    text = "L'atelier à façon vend à la mairie. Le réseau aide l'atelier."
    phrases = {"Atelier": ["L'atelier à façon", "atelier."], "Mairie": ["mairie"], "Réseau": ["Le réseau"],
               "sells": [text[:35]], "helps": [text[36:]]}
    passages = {name: [(text.rindex(phrase), text.rindex(phrase) + len(phrase)) for phrase in told] for name, told in phrases.items()}
    codes = "".join(f'<Code guid="{name}" name="{name}" isCodable="true"/>' for name in passages)
    marks = "".join(
        f'<PlainTextSelection guid="s{name}{start}" name="{text[start:end].replace(chr(39), "&apos;")}" '
        f'startPosition="{start}" endPosition="{end}"><Coding guid="c{name}{start}"><CodeRef targetGUID="{name}"/></Coding></PlainTextSelection>'
        for name, places in passages.items() for start, end in places)
    (tmp_path / "talk.qde").write_text(
        f'<Project origin="test"><CodeBook><Codes>{codes}</Codes></CodeBook><Sources><TextSource guid="t" name="Talk 1">'
        f"<PlainTextContent>{text.replace(chr(39), '&apos;')}</PlainTextContent>{marks}</TextSource></Sources></Project>", encoding="utf-8")
    asked = call("convert", tmp_path / "talk.qde", tmp_path / "out/", expect=2).stderr
    assert "--codes" in asked
    table = tmp_path / "codes.csv"
    call("convert", tmp_path / "talk.qde", tmp_path / "out/", "--codes", table, expect=1)
    filled = rows(table.read_text(encoding="utf-8"))
    assert [(row["code"], row["passages"]) for row in filled] == [("Atelier", "2"), ("Mairie", "1"), ("Réseau", "1"), ("sells", "1"), ("helps", "1")]
    for row in filled:
        row["as"] = "tie" if row["code"] in ("sells", "helps") else "actor"
        row["directed"] = "yes" if row["as"] == "tie" else ""
    with open(table, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, filled[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(filled)
    call("convert", tmp_path / "talk.qde", tmp_path / "out/", "--codes", table)
    ties = rows((tmp_path / "out" / "ties.csv").read_text(encoding="utf-8"))
    assert [(row["source"], row["target"], row["kind"], row["evidence"]) for row in ties] == [
        ("atelier", "mairie", "sells", "talk_1:0-35"), ("réseau", "atelier", "helps", f"talk_1:36-{len(text)}")]
    assert ties[0]["note"] == text[:35] and ties[1]["note"] == text[36:]
    assert rows((tmp_path / "out" / "sources.csv").read_text())[0]["citation"] == "Talk 1"
