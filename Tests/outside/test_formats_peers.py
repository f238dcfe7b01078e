"""Network files and further peers: Tulip, OGDF, NetworKit, Graphviz itself, and R with network and sna.

Each is asked for what its reader takes up; what it passes over is said where the ids are chosen.
"""

import html
import re
import subprocess
from collections import Counter

import igraph
import networkit
import ogdf
import pytest
from conftest import DATASETS, call, rows
from test_formats import NASTY, PLAIN, expected, write_list
from tulip import tlp

TULIP = {"graphml": "GraphML", "gml": "GML", "net": "Pajek", "dl": "UCINET", "dot": "graphviz"}
# Tulip keeps the last piece of a text with references (GraphML), leaves references (GML, in ASCII) and
# drops or keeps backslashes as they stand.
SIMPLE = ["a'q", "é ☃", "01001", "שלום", "x y", "semi;colon", "<d>"]
TULIP_IDS = {
    "graphml": [*SIMPLE[:6], 'a"q', "d>"], "gml": ["a'q", "<d>", "01001", "x y", "semi;colon"], "dl": [*PLAIN, "a,b"]}
# OGDF leaves the references of GML, and the doubled backslashes of DOT's labels, which Graphviz needs there.
OGDF_IDS = {"gml": ["a'q", "<d>", "01001", "x y", "back\\slash"], "dot": [*SIMPLE, "b&c"]}


def undirected(ties):
    return expected(ties, False)


def written(tmp_path, ending, directed, ids):
    """The list of `write_list` in another format, and its ties."""
    ties = write_list(tmp_path / "list.csv", directed, ids=ids)
    path = tmp_path / f"net.{ending}"
    # Tulip reads names of several words in DL, as UCINET does.
    call("convert", tmp_path / "list.csv", path, *(["--for", "ucinet"] if ending == "dl" else []))
    return path, ties


def ties_read(path, *options):
    """The ties that Milieu reads from a file, with their weights."""
    table = path.parent / "read.csv"
    call("convert", path, table, *options)
    return {(row["source"], row["target"]): float(row.get("weight") or 1) for row in rows(table.read_text(encoding="utf-8"))}


@pytest.mark.filterwarnings("ignore:DataSet")
@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize("ending", TULIP)
def test_tulip_reads_what_is_written(tmp_path, ending, directed):
    ids = TULIP_IDS.get(ending, SIMPLE)
    path, ties = written(tmp_path, ending, directed, ids)
    graph = tlp.importGraph(TULIP[ending], {"filename": str(path)})
    labels = graph["viewLabel"]
    assert [labels[node] for node in graph.getNodes()] == ids
    found = {tuple(labels[node] for node in graph.ends(edge)): edge for edge in graph.getEdges()}
    # Every tie of Tulip has a direction; DL and DOT come with one each way where there was none.
    both = {pair[::-1] for pair in ties} if not directed and ending in ("dl", "dot") else set()
    assert set(found) == set(ties) | both and graph.numberOfEdges() == len(found)
    if ending not in ("gml", "dot"):
        weights = graph["weights" if ending == "net" else "weight"]
        assert {pair: weights[found[pair]] for pair in ties} == ties
    if ending == "graphml":
        assert [graph["since"][found[pair]] for pair in ties] == [str(2001 + number) for number in range(len(ties))]


def test_what_tulip_writes_is_read(tmp_path):
    graph = tlp.newGraph()
    labels = [*SIMPLE, 'say "hi"', '"one" "two"', "back\\slash", "end\\"]
    nodes = graph.addNodes(len(labels))
    for node, label in zip(nodes, labels):
        graph["viewLabel"][node] = label
    for one, other in zip(nodes, nodes[1:]):
        graph.addEdge(one, other)
    tlp.exportGraph("GML Export", graph, str(tmp_path / "net.gml"))
    assert ties_read(tmp_path / "net.gml") == dict.fromkeys(zip(labels, labels[1:]), 1)


@pytest.mark.parametrize("ids", [["end\\", "b", "c", "d"], ["a", "b", "two\\\\", "d"]])
def test_a_backslash_at_the_end_spoils_no_gml(tmp_path, ids):
    """Both take it for the escape of the quote behind it; they leave the reference. Tulip drops others."""
    path, ties = written(tmp_path, "gml", True, ids)
    left = [id.rstrip("\\") + "&#92;" if id.endswith("\\") else id for id in ids]
    graph = tlp.importGraph("GML", {"filename": str(path)})
    assert [graph["viewLabel"][node] for node in graph.getNodes()] == left
    assert graph.numberOfEdges() == len(ties)
    other = ogdf.Graph()
    drawing = ogdf.GraphAttributes(other, ogdf.ALL_ATTRIBUTES)
    assert ogdf.read_gml(drawing, other, str(path))
    assert other.number_of_nodes() == len(ids) and other.number_of_edges() == len(ties)


def test_tulip_reads_the_relations_of_dl(tmp_path):
    (tmp_path / "kinds.csv").write_text("source,target,kind,type\na,b,advice,Directed\nb,c,trust,Directed\n")
    call("convert", tmp_path / "kinds.csv", tmp_path / "kinds.dl")
    graph = tlp.importGraph("UCINET", {"filename": str(tmp_path / "kinds.dl")})
    assert [graph["viewLabel"][node] for node in graph.getNodes()] == ["a", "b", "c"] and graph.numberOfEdges() == 2


def test_lines_too_long_for_ogdf_are_told(tmp_path):
    for length, is_read in [(240, True), (300, False)]:
        (tmp_path / "list.csv").write_text(f"source,target\n{'x' * length},b\n")
        said = call("convert", tmp_path / "list.csv", tmp_path / "net.gml").stderr
        graph = ogdf.Graph()
        drawing = ogdf.GraphAttributes(graph, ogdf.ALL_ATTRIBUTES)
        is_sound = ogdf.read_gml(drawing, graph, str(tmp_path / "net.gml")) and graph.number_of_edges() == 1
        assert is_sound == is_read and ("long-lines" in said) != is_read


@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize("ending", ["graphml", "gexf", "gml", "dot"])
def test_ogdf_reads_what_is_written(tmp_path, ending, directed):
    ids = OGDF_IDS.get(ending, NASTY)
    path, ties = written(tmp_path, ending, directed, ids)
    graph = ogdf.Graph()
    drawing = ogdf.GraphAttributes(graph, ogdf.ALL_ATTRIBUTES)
    assert getattr(ogdf, f"read_{ending}")(drawing, graph, str(path))
    assert drawing.directed == directed
    assert [drawing.node_label(node) for node in graph.nodes()] == ids
    assert [(drawing.node_label(edge.source), drawing.node_label(edge.target)) for edge in graph.edges()] == list(ties)


@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize("ending", ["graphml", "gexf", "gml"])
def test_what_ogdf_writes_is_read(tmp_path, ending, directed):
    # OGDF doubles backslashes in GML, where two are two.
    labels = [*SIMPLE, 'say "hi"', "b&c"] if ending == "gml" else NASTY
    graph = ogdf.Graph()
    nodes = [graph.new_node() for _ in labels]
    drawing = ogdf.GraphAttributes(graph, ogdf.ALL_ATTRIBUTES)
    drawing.directed = directed
    for node, label in zip(nodes, labels):
        drawing.set_node_label(node, label)
    for one, other in zip(nodes, nodes[1:]):
        graph.new_edge(one, other)
    path = tmp_path / f"net.{ending}"
    assert getattr(ogdf, f"write_{ending}")(drawing, str(path))
    call("convert", path, tmp_path / "dataset/")
    actors = rows((tmp_path / "dataset" / "actors.csv").read_text(encoding="utf-8"))
    assert [row["name"] for row in actors] == labels
    ids = [row["id"] for row in actors]
    ties = rows((tmp_path / "dataset" / "ties.csv").read_text(encoding="utf-8"))
    assert {frozenset([row["source"], row["target"]]) for row in ties} == {frozenset(pair) for pair in zip(ids, ids[1:])}
    if directed:
        assert [(row["source"], row["target"]) for row in ties] == list(zip(ids, ids[1:]))
    kinds = rows((tmp_path / "dataset" / "tie-kinds.csv").read_text(encoding="utf-8"))
    assert [row["directed"] for row in kinds] == ["yes" if directed else "no"]


@pytest.mark.parametrize("directed", [True, False])
def test_networkit_reads_what_is_written(tmp_path, directed):
    # NetworKit numbers the nodes in the order of the file; its GEXF takes whole numbers as ids only.
    path, ties = written(tmp_path, "graphml", directed, NASTY)
    graph = networkit.graphio.GraphMLReader().read(str(path))
    assert graph.isDirected() == directed and graph.numberOfNodes() == len(NASTY)
    found = {(NASTY[source], NASTY[target]): weight for source, target, weight in graph.iterEdgesWeights()}
    assert (found if directed else undirected(found)) == expected(ties, directed)


@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize("ending", ["graphml", "gexf", "gml", "tsv", "txt"])
def test_what_networkit_writes_is_read(tmp_path, ending, directed):
    graph = networkit.Graph(4, weighted=True, directed=directed)
    ties = {("0", "1"): 2.5, ("1", "2"): 1.0, ("3", "1"): 0.25}
    for (source, target), weight in ties.items():
        graph.addEdge(int(source), int(target), weight)
    writers = {
        "graphml": networkit.graphio.GraphMLWriter(), "gexf": networkit.graphio.GEXFWriter(),
        "gml": networkit.graphio.GMLGraphWriter(), "tsv": networkit.graphio.EdgeListWriter("\t", 0),
        "txt": networkit.graphio.EdgeListWriter(" ", 0)}
    path = tmp_path / f"net.{ending}"
    writers[ending].write(graph, str(path))
    # NetworKit's lists tell no direction, its GML no weights.
    found = ties_read(path, *(["--directed"] if ending in ("tsv", "txt") and directed else []))
    known = dict.fromkeys(ties, 1.0) if ending == "gml" else ties
    assert (found if directed else undirected(found)) == expected(known, directed)


@pytest.mark.parametrize("ending", ["edgelist", "ncol"])
def test_lists_of_words_of_igraph_are_read(tmp_path, ending):
    graph = igraph.Graph(directed=True, n=3, edges=[(0, 1), (1, 2)], vertex_attrs={"name": ["a", "b", "01001"]})
    graph.es["weight"] = [2.5, 1]
    graph.write(str(tmp_path / "net.txt"), format=ending)
    known = {("a", "b"): 2.5, ("b", "01001"): 1} if ending == "ncol" else {("0", "1"): 1, ("1", "2"): 1}
    assert ties_read(tmp_path / "net.txt") == known


def graphviz(*command, text=None):
    done = subprocess.run(list(map(str, command)), input=text, capture_output=True, text=True, encoding="utf-8", timeout=60)
    assert done.returncode == 0 and "syntax error" not in done.stderr, done.stderr
    return done.stdout


# A program of gvpr: direction, then nodes with their names, then ties, a line each.
TELL = r"""
BEG_G { printf("%d\n", isDirect($)); }
N { printf("%s\t%s\n", $.name, hasAttr($, "name") ? aget($, "name") : $.name); }
E { printf("%s\t%s\t%s\n", $.tail.name, $.head.name, hasAttr($, "weight") ? aget($, "weight") : "0"); }
"""


@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize("ending, reader", [("dot", "dot -Tcanon"), ("gml", "gml2gv"), ("graphml", "graphml2gv")])
def test_graphviz_reads_what_is_written(tmp_path, ending, reader, directed):
    path, ties = written(tmp_path, ending, directed, NASTY)
    lines = [line.split("\t") for line in graphviz("gvpr", TELL, text=graphviz(*reader.split(), path)).splitlines()]
    assert lines[0] == ["1" if directed else "0"]
    # References are resolved only when Graphviz draws.
    plain = html.unescape if ending == "gml" else str
    names = {line[0]: plain(line[1]) for line in lines[1:] if len(line) == 2}
    assert set(names.values()) == set(NASTY)
    found = {(names[line[0]], names[line[1]]): float(line[2]) for line in lines[1:] if len(line) == 3}
    # graphml2gv passes over all data.
    known = dict.fromkeys(ties, 0.0) if ending == "graphml" else ties
    assert (found if directed else undirected(found)) == expected(known, directed)


@pytest.mark.parametrize("command", [["dot", "-Tcanon"], ["dot", "-Tdot"], ["gvpr", "-c", 'N { $.shape = "box"; }'], ["gv2gml"]])
def test_what_graphviz_writes_is_read(tmp_path, command):
    """The file in Graphviz's hand: sorted, with defaults, laid out; and as GML."""
    # gv2gml leaves quotes in texts as they are.
    ids = [id for id in NASTY if '"' not in id and "\\" not in id]
    path, ties = written(tmp_path, "dot", True, ids)
    if command == ["gv2gml"]:
        path.write_text(re.sub('"note"=".*"', "", path.read_text(encoding="utf-8")), encoding="utf-8")
    back = tmp_path / ("back.gml" if command == ["gv2gml"] else "back.dot")
    back.write_text(graphviz(*command, path), encoding="utf-8")
    assert ties_read(back) == ties


def test_graphviz_draws_backslashes_as_they_are(tmp_path):
    (tmp_path / "list.csv").write_text("source,target\nback\\slash,\\N\n")
    call("convert", tmp_path / "list.csv", tmp_path / "net.dot")
    drawn = re.findall("<text[^>]*>([^<]*)<", graphviz("dot", "-Tsvg", tmp_path / "net.dot"))
    assert set(drawn) == {"back\\slash", "\\N"}


R = """
suppressMessages({library(network); library(sna)})
for (file in c("directed.net", "undirected.net", "davis.net")) {
    net <- read.paj(file)
    ends <- as.edgelist(net, attrname = sub("[.]net$", "", file))
    names <- network.vertex.names(net)
    cat(file, is.directed(net), network.size(net), net %n% "bipartite", sep = "\\t"); cat("\\n")
    cat(sprintf("%s\\t%s\\t%s\\n", names[ends[, 1]], names[ends[, 2]], ends[, 3]), sep = "")
}
relations <- read.paj("kinds.net")$networks
for (kind in names(relations)) {
    net <- relations[[kind]]
    cat(kind, is.directed(net), network.size(net), FALSE, sep = "\\t"); cat("\\n")
    ends <- as.edgelist(net)
    names <- network.vertex.names(net)
    cat(sprintf("%s\\t%s\\t1\\n", names[ends[, 1]], names[ends[, 2]]), sep = "")
}
for (net in read.paj("romans.net")$networks$romans$networks) {
    cat("romans", network.size(net), net %n% "bipartite", network.edgecount(net), sep = "\\t"); cat("\\n")
}
labels <- c("01001", "b&", "\\u00e9 x", "alone")
one <- matrix(0, 4, 4); one[1, 2] <- 2.5; one[2, 3] <- 1
write.dl(list(one, t(one)), "sna.dl", vertex.lab = labels, matrix.lab = c("forth", "back"))
"""


def romans_by_kind():
    """Size, modes and ties of each relation of Romans: none is of two modes, and no tie is lost; a told absence is none."""
    tables = {name: rows((DATASETS / "romans-2016" / f"{name}.csv").read_text(encoding="utf-8"))
              for name in ["tie-kinds", "ties", "participation"]}
    tables["ties"] = [row for row in tables["ties"] if row["weight"] != "0"]
    ties = Counter(row["kind"] for row in tables["ties"])
    sections = [(row["directed"] == "yes", ties[row["kind"]]) for row in tables["tie-kinds"] if ties[row["kind"]]]
    # R takes no ties with and without direction together: those without are arcs both ways.
    # A loop stays one.
    loops = Counter(row["kind"] for row in tables["ties"] if row["source"] == row["target"])
    kinds = [row["kind"] for row in tables["tie-kinds"] if ties[row["kind"]]]
    counts = [count if is_directed else 2 * count - loops[kind] for kind, (is_directed, count) in zip(kinds, sections)]
    counts.append(2 * len(tables["participation"]))
    return [["114", "FALSE", str(count)] for count in counts]


def test_r_reads_and_is_read(tmp_path):
    """`read.paj` of network: direction, weights, two modes, relations; `write.dl` of sna."""
    ties = {name: write_list(tmp_path / f"{name}.csv", name == "directed", ids=PLAIN) for name in ["directed", "undirected"]}
    for name in ties:
        call("convert", tmp_path / f"{name}.csv", tmp_path / f"{name}.net")
    call("convert", DATASETS / "davis", tmp_path / "davis.net")
    (tmp_path / "kinds.csv").write_text("source,target,kind,type\na,b,advice,Directed\nb,c,advice,Directed\nc,a,trust,Directed\n")
    call("convert", tmp_path / "kinds.csv", tmp_path / "kinds.net", "--for", "r")
    call("convert", DATASETS / "romans-2016", tmp_path / "romans.net", "--for", "r")
    (tmp_path / "script.R").write_text(R)
    done = subprocess.run(
        ["Rscript", "script.R"], cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", timeout=60,
        env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin:/usr/local/bin"})
    assert done.returncode == 0, done.stderr[-2000:]
    heads, found, romans = {}, {}, []
    for line in done.stdout.splitlines():
        cells = line.split("\t")
        if cells[0] == "romans":
            romans.append(cells[1:])
        elif len(cells) == 4:
            name = cells[0]
            heads[name], found[name] = cells[1:], {}
        else:
            found[name][cells[0], cells[1]] = float(cells[2])
    assert heads["directed.net"] == ["TRUE", "8", "FALSE"] and found["directed.net"] == ties["directed"]
    assert heads["undirected.net"] == ["FALSE", "8", "FALSE"]
    assert undirected(found["undirected.net"]) == undirected(ties["undirected"])
    told = rows((DATASETS / "davis" / "participation.csv").read_text())
    assert heads["davis.net"] == ["FALSE", "32", "18"]
    assert set(found["davis.net"]) == {(row["actor"], row["event"]) for row in told}
    assert romans == romans_by_kind()
    assert set(found["advice"]) == {("a", "b"), ("b", "c")} and set(found["trust"]) == {("c", "a")}

    call("convert", tmp_path / "sna.dl", tmp_path / "sna/", "--directed")
    actors = [row["id"] for row in rows((tmp_path / "sna" / "actors.csv").read_text(encoding="utf-8"))]
    assert actors == ["01001", "b&", "é x", "alone"]
    forth = {("01001", "b&", "forth"): 2.5, ("b&", "é x", "forth"): 1}
    read = rows((tmp_path / "sna" / "ties.csv").read_text(encoding="utf-8"))
    assert {(row["source"], row["target"], row["kind"]): float(row.get("weight") or 1) for row in read} == {
        **forth, **{(t, s, "back"): weight for (s, t, _), weight in forth.items()}}


def test_what_tulip_saves_is_read(tmp_path):
    graph = tlp.newGraph()
    labels = [*SIMPLE, 'say "hi"', "back\\slash"]
    nodes = graph.addNodes(len(labels))
    weights = graph.getDoubleProperty("weight")
    for node, label in zip(nodes, labels):
        graph["viewLabel"][node] = label
    ties = {}
    for number, (one, other) in enumerate(zip(range(len(labels)), range(1, len(labels)))):
        weights[graph.addEdge(nodes[one], nodes[other])] = number + 0.5
        ties[labels[one], labels[other]] = number + 0.5
    graph.addSubGraph("east").addNodes(nodes[:2])
    tlp.exportGraph("TLP Export", graph, str(tmp_path / "net.tlp"))
    assert ties_read(tmp_path / "net.tlp") == ties
    call("convert", tmp_path / "net.tlp", tmp_path / "dataset/")
    actors = rows((tmp_path / "dataset" / "actors.csv").read_text(encoding="utf-8"))
    # Tulip tells the names of its groups elsewhere in the file, and numbers them here.
    assert [row["group 1"] for row in actors][:3] == ["yes", "yes", ""]
