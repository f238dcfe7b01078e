"""What the page of measures says of other tools, asked of the tools as they are installed here: where a release
changes a convention, a test fails and the page is to be changed."""

import math
import subprocess
import warnings

import igraph
import networkx as nx
import numpy as np
import pytest
import scipy
from packaging.version import Version

from conftest import DATASETS, call, rows
from test_other_tools import HERE, assert_close, ids_of, numbers, read

DIRECTED = ["directed-sparse", "directed-dense", "directed-parallel"]
UNDIRECTED = ["undirected-sparse", "undirected-dense", "undirected-parallel"]


def page(words):
    """Whether the page in English says so."""
    return words in call("measure", "--page").stdout


def in_r(script):
    """The numbers that R prints, one list for each line."""
    done = subprocess.run(["Rscript", "-e", "suppressMessages(library(sna)); options(digits = 17); " + script], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return [[float(word) if word != "NaN" else math.nan for word in line.split()] for line in done.stdout.splitlines()]


def matrix_in_r(edges, directed):
    """An R expression for the matrix of these edges, and the ids in its order."""
    ids = ids_of(edges)
    size, place = len(ids), {node: number + 1 for number, node in enumerate(ids)}
    cells = {(place[u], place[v]) for u, v in edges if u != v}
    if not directed:
        cells |= {(v, u) for u, v in cells}
    pairs = ", ".join(f"{u}, {v}" for u, v in sorted(cells))
    return f"m <- matrix(0, {size}, {size}); m[matrix(c({pairs}), ncol = 2, byrow = TRUE)] <- 1; ", ids


# NetworkX


@pytest.mark.parametrize("name", DIRECTED)
def test_networkx_transitivity_of_a_directed_network(name):
    graph = nx.DiGraph([edge for edge in read(name) if edge[0] != edge[1]])
    found = numbers(HERE / f"{name}.csv", ["transitivity"], "--directed", "--as", "networkx")
    assert_close(found["transitivity"], {"": nx.transitivity(graph)}, name)


def test_networkx_gives_a_directed_ring_no_transitivity(tmp_path):
    (tmp_path / "ring.csv").write_text("source,target\na,b\nb,c\nc,a\n")
    assert nx.transitivity(nx.DiGraph([(0, 1), (1, 2), (2, 0)])) == 0
    assert numbers(tmp_path / "ring.csv", ["transitivity"], "--directed", "--as", "networkx")["transitivity"][""] == 0
    assert numbers(tmp_path / "ring.csv", ["transitivity"], "--directed")["transitivity"][""] == 1


@pytest.mark.parametrize("name", DIRECTED + UNDIRECTED)
def test_a_multigraph_of_networkx_counts_every_tie(name):
    way = "--directed" if name in DIRECTED else "--undirected"
    graph = (nx.MultiDiGraph if name in DIRECTED else nx.MultiGraph)(read(name))
    found = numbers(HERE / f"{name}.csv", ["degree_tie_ends"], way)["degree_tie_ends"]
    assert_close(found, dict(graph.degree()), name)
    found = numbers(HERE / f"{name}.csv", ["density_all_ties"], way)["density_all_ties"]
    assert_close(found, {"": nx.density(graph)}, name)


def test_networkx_eigenvector_takes_a_loop_for_a_tie(tmp_path):
    edges = [("a", "b"), ("b", "c"), ("c", "d"), ("a", "c"), ("d", "d"), ("d", "d")]
    (tmp_path / "loop.csv").write_text("source,target\n" + "".join(f"{u},{v}\n" for u, v in edges))
    found = numbers(tmp_path / "loop.csv", ["eigenvector"], "--undirected", "--as", "networkx")["eigenvector"]
    assert_close(found, nx.eigenvector_centrality_numpy(nx.Graph(edges)), "loop")
    assert not math.isclose(found["d"], numbers(tmp_path / "loop.csv", ["eigenvector"])["eigenvector"]["d"], rel_tol=0.01)


def test_networkx_constraint_counts_loops_and_parallel_ties(tmp_path):
    assert page("NetworkX does the same for a MultiGraph, and counts self-loops")
    plain, loop = nx.path_graph(4), nx.path_graph(4)
    loop.add_edge(3, 3)
    assert nx.constraint(loop)[3] > nx.constraint(plain)[3] == 1
    multi = nx.MultiGraph([("a", "b"), ("b", "c"), ("b", "c"), ("c", "d"), ("d", "b")])
    (tmp_path / "multi.csv").write_text("source,target\n" + "".join(f"{u},{v}\n" for u, v in multi.edges()))
    assert_close(numbers(tmp_path / "multi.csv", ["constraint_parallel"])["constraint_parallel"], nx.constraint(multi), "multi")


def test_networkx_effective_size_of_all_actors_of_a_directed_network():
    """Scales m_jq by the largest tie of q since SciPy's sparse maximum has lost a dimension."""
    assert page("NetworkX up to 3.7 with SciPy from 1.14")
    graph = nx.DiGraph()
    graph.add_weighted_edges_from([(0, 1, 1), (1, 0, 2), (0, 2, 3), (2, 1, 1), (0, 3, 1)])
    at_once, one_by_one = nx.effective_size(graph), nx.effective_size(graph, nodes=list(graph))
    is_faulty = Version(nx.__version__) <= Version("3.7") and Version(scipy.__version__) >= Version("1.14")
    assert (abs(at_once[0] - one_by_one[0]) > 0.01) == is_faulty


def test_networkx_leiden_is_another_package_s_or_of_the_potts_model():
    assert page("as NetworkX's own from 3.7, it optimises the constant Potts model")
    graph = nx.karate_club_graph()
    if Version(nx.__version__) < Version("3.7"):
        with pytest.raises(NotImplementedError):
            nx.community.leiden_communities(graph)
    else:
        found = nx.community.leiden_communities(graph, seed=1)
        assert nx.community.modularity(graph, found) < 0.4


# igraph


def igraph_of(edges, directed):
    ids = ids_of(edges)
    place = {node: number for number, node in enumerate(ids)}
    return ids, igraph.Graph(len(ids), [(place[u], place[v]) for u, v in edges], directed=directed)


@pytest.mark.parametrize("name", UNDIRECTED)
def test_igraph_eigenvector_counts_parallel_ties_and_a_loop_twice(name):
    ids, graph = igraph_of(read(name), False)
    found = numbers(HERE / f"{name}.csv", ["eigenvector"], "--undirected", "--as", "igraph")["eigenvector"]
    for node, value in zip(ids, graph.eigenvector_centrality()):
        assert abs(found[node] - value) < 1e-9, node


def test_igraph_eigenvector_of_a_loop_in_a_directed_network(tmp_path):
    edges = [("a", "b"), ("b", "c"), ("c", "a"), ("a", "c"), ("c", "d"), ("b", "b")]
    (tmp_path / "loop.csv").write_text("source,target\n" + "".join(f"{u},{v}\n" for u, v in edges))
    ids, graph = igraph_of(edges, True)
    found = numbers(tmp_path / "loop.csv", ["eigenvector"], "--directed", "--as", "igraph")["eigenvector"]
    assert_close(found, dict(zip(ids, graph.eigenvector_centrality())), "directed loop")


def test_igraph_gives_the_sinks_of_an_acyclic_network_one():
    assert page("igraph 1.0 gives 1 to those whom ties only reach")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        values = igraph.Graph(4, [(0, 1), (1, 2), (1, 3)], directed=True).eigenvector_centrality()
    assert values == ([0, 0, 1, 1] if Version(igraph.__version__) >= Version("1.0") else [0, 0, 0, 0])


@pytest.mark.parametrize("name", ["undirected-parallel", "directed-parallel"])
def test_igraph_constraint_adds_parallel_ties_up_and_leaves_loops_out(name):
    directed = name.startswith("directed")
    ids, graph = igraph_of(read(name), directed)
    found = numbers(HERE / f"{name}.csv", ["constraint"], "--directed" if directed else "--undirected", "--as", "igraph")
    assert_close(found["constraint"], dict(zip(ids, graph.constraint())), name)


@pytest.mark.parametrize("name", DIRECTED)
def test_coreness_of_a_directed_network_counts_arcs(name):
    edges = [edge for edge in dict.fromkeys(read(name)) if edge[0] != edge[1]]
    ids, graph = igraph_of(edges, True)
    silent = "".join(f"{u},{u}\n" for u in ids_of(read(name)) if u not in ids)
    assert not silent
    for tool, theirs in [("igraph", dict(zip(ids, graph.coreness()))), ("networkx", nx.core_number(nx.DiGraph(edges)))]:
        assert_close(numbers(HERE / f"{name}.csv", ["coreness"], "--directed", "--as", tool)["coreness"], theirs, f"{tool} {name}")


def test_modularity_of_a_directed_network_keeps_its_directions():
    assert page("igraph and NetworkX keep the directions in the modularity")
    edges, parts = [(0, 1), (0, 2), (0, 3), (1, 2), (2, 3)], [{0, 1}, {2, 3}]
    directed, plain = nx.DiGraph(edges), nx.MultiGraph(edges)
    assert not math.isclose(nx.community.modularity(directed, parts), nx.community.modularity(plain, parts))
    graph = igraph.Graph(4, edges, directed=True)
    assert math.isclose(graph.modularity([0, 0, 1, 1]), nx.community.modularity(directed, parts))


def test_igraph_leiden_reads_its_objective_in_small_letters_only():
    assert page("optimises modularity only where `objective_function` is \"modularity\" in small letters")
    graph = igraph.Graph.Famous("Zachary")
    values = {word: graph.community_leiden(objective_function=word, n_iterations=-1).modularity for word in ["modularity", "Modularity", "CPM"]}
    assert values["modularity"] > 0.41 and values["Modularity"] == values["CPM"] < 0


def test_python_igraph_reads_no_weight_unasked():
    assert page("python-igraph does not")
    graph = igraph.Graph(3, [(0, 1), (1, 2), (0, 2)])
    graph.es["weight"] = [5, 1, 1]
    assert graph.closeness() == [1, 1, 1] and graph.closeness(weights="weight") != [1, 1, 1]


def test_igraph_gives_hub_and_authority_of_an_undirected_network_as_one():
    folder = DATASETS / "florentine"
    ours = numbers(folder, ["hub", "authority"], "--undirected")
    assert ours["hub"] == ours["authority"]
    edges = [(0, 1), (0, 2), (0, 3), (3, 4), (4, 5)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        graph = igraph.Graph(6, edges)
        assert np.allclose(graph.hub_score(), graph.authority_score()) and np.allclose(graph.hub_score(), graph.eigenvector_centrality())


def test_hub_and_authority_of_two_modes_are_igraph_s(tmp_path):
    edges = [("a", "x"), ("a", "y"), ("a", "z"), ("b", "z"), ("c", "z"), ("c", "w")]
    (tmp_path / "two.csv").write_text("source,target\n" + "".join(f"{u},{v}\n" for u, v in edges))
    ids, graph = igraph_of(edges, False)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = dict(zip(ids, graph.hub_score()))
    for measure in ["hub", "authority"]:
        ours = numbers(tmp_path / "two.csv", [measure], "--undirected")[measure]
        top = max(ours.values())
        assert_close({key: value / top for key, value in ours.items()}, theirs, measure)


# sna, in R


@pytest.mark.parametrize("name", DIRECTED + UNDIRECTED)
def test_sna_degree_counts_a_symmetric_tie_twice(name):
    directed = name in DIRECTED
    matrix, ids = matrix_in_r(read(name), directed)
    theirs = in_r(matrix + "cat(degree(m))")[0]
    found = numbers(HERE / f"{name}.csv", ["degree"], "--directed" if directed else "--undirected", "--as", "sna")
    assert_close(found["degree"], dict(zip(ids, theirs)), name)


def of_kinds(folder, edges, kinds):
    """A dataset of undirected ties, its actors of these kinds."""
    folder.mkdir(exist_ok=True)
    ids = ids_of(edges)
    (folder / "actors.csv").write_text("id,name,kind\n" + "".join(f"{node},{node},{kind}\n" for node, kind in zip(ids, kinds)))
    (folder / "ties.csv").write_text("source,target,kind,status,evidence\n" + "".join(f"{u},{v},tie,active,s:1\n" for u, v in edges))
    (folder / "actor-kinds.csv").write_text("kind,name_fr,name_en,sphere\n" + "".join(f"k{n},k{n},k{n},economy\n" for n in range(3)))
    (folder / "tie-kinds.csv").write_text("kind,name_fr,name_en,directed,layer,weight_means\ntie,lien,tie,no,cooperation,strength\n")
    (folder / "sources.csv").write_text("id,citation,url,date\ns,A source.,,2016\n")
    (folder / "datapackage.json").write_text('{"name": "kinds", "milieu": {"territory": {"name": "Here"}, "surveyed": ["cooperation"]}}')
    return folder


ROLES = {"w_I": "coordinator", "w_O": "itinerant", "b_IO": "representative", "b_OI": "gatekeeper", "b_O": "liaison"}


@pytest.mark.parametrize("name", ["undirected-sparse", "undirected-dense"])
def test_sna_brokerage_of_undirected_ties_doubles_counts_means_and_deviations(name, tmp_path):
    edges = [edge for edge in dict.fromkeys(tuple(sorted(edge)) for edge in read(name)) if edge[0] != edge[1]]
    matrix, ids = matrix_in_r(edges, False)
    folder = of_kinds(tmp_path / name, edges, [f"k{place % 3}" for place in range(len(ids))])
    roles = ", ".join(f"'{role}'" for role in ROLES)
    script = (
        "b <- brokerage(m, (seq_len(nrow(m)) - 1) %% 3); for (x in list(b$raw.nli, b$exp.nli, b$z.nli)) "
        f"for (role in c({roles})) cat(x[, role], '\\n')")
    measures = [f"brokerage_{ours}{suffix}" for suffix in ["", "_expected", "_z"] for ours in ROLES.values()]
    theirs = in_r(matrix + script)
    for tool in ["sna", "ucinet"]:
        found = numbers(folder, measures, "--as", tool)
        for measure, values in zip(measures, theirs, strict=True):
            assert_close(found[measure], dict(zip(ids, values)), f"{measure} of {tool}")


def test_sna_brokerage_takes_what_is_missing_for_something():
    assert page("sna takes a missing group for one more group and a missing tie for a tie")
    matrix = "m <- matrix(0, 4, 4); for (e in list(c(1,2), c(2,3), c(3,4))) { m[e[1], e[2]] <- 1; m[e[2], e[1]] <- 1 }; "
    total = "b$raw.nli[2, 'w_I'] + b$raw.nli[2, 'w_O'] + b$raw.nli[2, 'b_O']"
    unknown = in_r(matrix + f"b <- brokerage(m, c(1, 1, NA, 1)); cat(b$raw.nli[3, 't'])")[0][0]
    assert unknown == 2, "actor 3 is a broker though its group is missing"
    missing = in_r(matrix + f"m[1, 2] <- NA; m[2, 1] <- NA; b <- brokerage(m, c(1, 1, 1, 1)); cat({total})")[0][0]
    assert missing == 2, "the missing tie counts as one"
    chains = in_r("e <- rbind(c(1,2,1), c(2,3,1), c(2,3,1)); attr(e, 'n') <- 3; cat(brokerage(e, c(1,1,1))$raw.nli[2, 'w_I'])")[0][0]
    assert chains == 2, "each of the parallel ties is a chain"


# Percent in the logs of UCINET's Freeman measures: no UCINET runs here, so that only the factor is held.


def test_ucinet_normalised_degree_and_betweenness_are_in_percent():
    for measure in ["degree_normalized", "betweenness_normalized", "closeness"]:
        percent = numbers(DATASETS / "kite", [measure], "--as", "ucinet")[measure]
        share = numbers(DATASETS / "kite", [measure])[measure]
        assert_close(percent, {key: 100 * value for key, value in share.items()}, measure)


def test_the_page_names_what_gephi_divides_by():
    assert page("where Gephi divides by the actors reached")


# Two modes beside NetworkX


def davis():
    graph = nx.Graph([(row["actor"], row["event"]) for row in rows((DATASETS / "davis" / "participation.csv").read_text())])
    return graph, {row["id"] for row in rows((DATASETS / "davis" / "actors.csv").read_text())}


def test_two_modes_beside_networkx_and_linear_algebra():
    graph, actors = davis()
    found = numbers(DATASETS / "davis", [
        "clustering_two_mode_latapy", "clustering_two_mode_latapy_smaller", "clustering_two_mode_latapy_larger", "eigenvector_two_mode"])
    for mode, measure in [("dot", "latapy"), ("min", "latapy_smaller"), ("max", "latapy_larger")]:
        assert_close(found[f"clustering_two_mode_{measure}"], nx.bipartite.latapy_clustering(graph, mode=mode), mode)
    women, events = sorted(actors), sorted(set(graph) - actors)
    left, _, right = np.linalg.svd(nx.bipartite.biadjacency_matrix(graph, women, events).toarray())
    theirs = dict(zip(women, np.abs(left[:, 0]))) | dict(zip(events, np.abs(right[0])))
    assert_close(found["eigenvector_two_mode"], theirs, "singular vectors")
    whole = numbers(DATASETS / "davis", ["average_clustering_two_mode", "transitivity_two_mode"])
    assert_close(whole["average_clustering_two_mode"], {"": nx.bipartite.average_clustering(graph, women)}, "average")
    assert_close(whole["transitivity_two_mode"], {"": nx.bipartite.robins_alexander_clustering(graph)}, "Robins and Alexander")


def test_the_modularity_of_two_modes_is_barber_s_of_the_division_found():
    graph, actors = davis()
    label = numbers(DATASETS / "davis", ["community_two_mode"])["community_two_mode"]
    edges, degree = graph.number_of_edges(), dict(graph.degree())
    value = sum(
        graph.has_edge(woman, event) - degree[woman] * degree[event] / edges
        for woman in actors for event in set(graph) - actors if label[woman] == label[event]) / edges
    assert math.isclose(numbers(DATASETS / "davis", ["modularity_two_mode"])["modularity_two_mode"][""], value, rel_tol=1e-12)
    refused = call("measure", DATASETS / "davis", "-m", "modularity", expect=2).stderr
    assert "`modularity_two_mode`" in refused and "projected" in refused
