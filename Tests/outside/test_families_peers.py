"""Subgroups, α, prestige, ego networks, mixing by numbers and key players, beside NetworkX, igraph and R's sna.

Where a peer's convention differs its number is brought to ours here, in the open."""

import csv
import pathlib

import igraph
import networkx as nx
import numpy as np
import pytest

from conftest import call, rows
from test_peers import networks, number, ours_of_network, write

TOLERANCE = 1e-9
HERE = pathlib.Path(__file__).parent / "other_tools"
NETWORKS = networks()


def close(one, other):
    return (one is None) == (other is None) and (one is None or abs(one - other) <= TOLERANCE * max(1, abs(other)))


def agree(graph, found, expected):
    for key, values in expected.items():
        for node, one, other in zip(graph, found[key], values, strict=True):
            assert close(one, other), f"{key} of {node}: {one}, {other}"


@pytest.fixture(scope="module", params=NETWORKS)
def network(request, tmp_path_factory):
    path = tmp_path_factory.mktemp("peers") / "edges.csv"
    write(NETWORKS[request.param], path)
    return NETWORKS[request.param], path


def peer(plain):
    place = {node: index for index, node in enumerate(plain)}
    return igraph.Graph(len(plain), [(place[u], place[v]) for u, v in plain.edges()])


def test_subgroups_of_actors(network):
    graph, path = network
    plain = nx.Graph(graph.to_undirected())
    cliques, blocks = list(nx.find_cliques(plain)), list(nx.biconnected_components(plain))
    cuts = set(nx.articulation_points(plain))
    tree = peer(plain).gomory_hu_tree()
    expected = {
        "cut_point": [float(node in cuts) for node in plain],
        "bicomponent_count": [sum(node in block for block in blocks) for node in plain],
        "bicomponent_size": [max((len(block) for block in blocks if node in block), default=None) for node in plain],
        "clique_count": [sum(node in clique for clique in cliques if len(clique) > 2) for node in plain],
        "clique_size": [max(len(clique) for clique in cliques if node in clique) for node in plain],
        "trussness": trussness(plain)[1],
    }
    expected["lambda_level"] = [max((tree.es[edge]["flow"] for edge in tree.incident(place)), default=0) for place in range(len(plain))]
    text = call(
        "measure", path, "-m", ",".join(expected), "--directed" if graph.is_directed() else "--undirected", "--format", "csv",
        "--quiet").stdout
    table = {row["id"]: row for row in rows(text)}
    cells = {"true": 1.0, "false": 0.0}
    found = {key: [cells.get(cell, None) if (cell := table[f"n{node}"][key]) in cells else number(cell) for node in graph] for key in expected}
    agree(plain, found, expected)


@pytest.mark.parametrize("seed", range(4))
def test_cohesive_blocks(seed, tmp_path):
    """igraph and NetworkX lose some blocks (seed 1: 11 of 18 actors that three others' loss does not part, as NetworkX's own
    connectivity says), so that theirs must lie within ours, and ours must be as cohesive as they say."""
    graph, path = nx.gnm_random_graph(30, 40 + 12 * seed, seed=seed), tmp_path / "edges.csv"
    write(graph, path)
    ours = [
        (int(row["cohesion"]), {int(id[1:]) for id in row["members"].split()})
        for row in rows(call("measure", path, "-m", "cohesive_blocks", "--format", "csv", "--quiet").stdout)]
    for cohesion, members in ours:
        assert nx.node_connectivity(graph.subgraph(members)) == cohesion
    theirs = igraph.Graph(len(graph), [*graph.edges()]).cohesive_blocks()
    for cohesion, members in zip(theirs.cohesions(), theirs):
        assert cohesion == 0 or any(k >= cohesion and set(members) <= block for k, block in ours)
    table = {row["id"]: row for row in rows(call("measure", path, "-m", "nestedness", "--format", "csv", "--quiet").stdout)}
    for node, least in zip(graph, theirs.max_cohesions()):
        nested = int(table[f"n{node}"]["nestedness"])
        assert nested >= least and nested == max((k for k, block in ours if node in block), default=0)


def trussness(plain):
    """From NetworkX's k-trusses, one after the other."""
    ties = {frozenset(edge): 2 for edge in plain.edges()}
    k = 3
    while (truss := nx.k_truss(plain, k)).number_of_edges():
        for edge in truss.edges():
            ties[frozenset(edge)] = k
        k += 1
    return ties, [max((ties[frozenset(edge)] for edge in plain.edges(node)), default=None) for node in plain]


def test_subgroups_of_ties_and_the_network(network):
    graph, path = network
    plain = nx.Graph(graph.to_undirected())
    way = "--directed" if graph.is_directed() else "--undirected"
    ids = ["bridge", "tie_trussness", "bicomponent"]
    table = rows(call("measure", path, "-m", ",".join(ids), way, "--format", "csv", "--quiet").stdout)
    bridges = {frozenset(edge) for edge in nx.bridges(plain)}
    ties, _ = trussness(plain)
    blocks = {}
    for row in table:
        edge = frozenset(int(row[end][1:]) for end in ("source", "target"))
        assert (row["bridge"] == "true") == (edge in bridges) and int(row["tie_trussness"]) == ties[edge]
        blocks.setdefault(row["bicomponent"], set()).add(edge)
    theirs = {frozenset(map(frozenset, block)) for block in nx.biconnected_component_edges(plain)}
    assert {frozenset(block) for block in blocks.values()} == theirs
    cliques = list(nx.find_cliques(plain))
    expected = {
        "cut_points": [len(set(nx.articulation_points(plain)))], "bridges": [len(bridges)], "bicomponents": [len(theirs)],
        "cliques": [sum(len(clique) > 2 for clique in cliques)], "clique_number": [max(map(len, cliques))],
        "edge_connectivity": [peer(plain).edge_connectivity()], "vertex_connectivity": [peer(plain).vertex_connectivity()],
    }
    found = ours_of_network(graph, path, [*expected], "none")
    agree(["network"], found, expected)


def test_alpha(network):
    graph, path = network
    directed = graph.is_directed()
    alpha = 1.5
    weight = {(u, v): data.get("weight", 1) for u, v, data in graph.edges(data=True)}
    copy = graph.copy()
    for u, v, data in copy.edges(data=True):
        data["length"] = weight[u, v] ** -alpha
    outward = copy.reverse() if directed else copy
    theirs = igraph.Graph(len(graph), [*map(tuple, nx.convert_node_labels_to_integers(copy).edges())], directed=directed)
    lengths = [data["length"] for _, _, data in copy.edges(data=True)]
    nearness = nx.closeness_centrality(outward, distance="length")
    expected = {
        "closeness_alpha": [nearness[node] for node in graph],
        "betweenness_alpha": theirs.betweenness(weights=lengths, directed=directed),
        "out_degree_alpha": [mixed([weight.get((u, v), weight.get((v, u))) for u, v in graph.edges(node)], alpha) for node in graph],
    }
    way = "--directed" if directed else "--undirected"
    text = call("measure", path, "-m", ",".join(expected), way, "--alpha", alpha, "--format", "csv", "--quiet").stdout
    table = {row["id"]: row for row in rows(text)}
    agree(graph, {key: [number(table[f"n{node}"][key]) for node in graph] for key in expected}, expected)
    assert "--alpha" in call("measure", path, "-m", "degree_alpha", "--alpha=-1", expect=2).stderr


def mixed(weights, alpha):
    return len(weights) ** (1 - alpha) * sum(weights) ** alpha if weights else 0


def test_mixing_distance_and_pagerank(network):
    graph, path = network
    plain, directed, size = nx.Graph(graph.to_undirected()), graph.is_directed(), len(graph)
    reach = {node: lengths for node, lengths in nx.all_pairs_shortest_path_length(graph)}
    seeds = [node for node in graph if graph.degree(node)][:3]
    start = {node: float(node in seeds) for node in graph}
    expected = {
        "alters_degree": [v if plain.degree(n) else None for n, v in nx.average_neighbor_degree(plain).items()],
        "distance_reach": [(1 + sum(1 / d for d in reach[node].values() if d)) / size for node in graph],
        # NetworkX has no strengths out of isolates: they cannot be reached.
        "pagerank_personalized": [*nx.pagerank(graph, weight=None, personalization=start, tol=1e-15, max_iter=5000).values()],
    }
    if not directed:
        with_weight = nx.average_neighbor_degree(graph, weight="weight")
        expected["alters_degree_weighted"] = [with_weight[n] if graph.degree(n) else None for n in graph]
    else:
        reverse = nx.closeness_centrality(graph)
        expected["proximity_prestige"] = [reverse[node] for node in graph]
        expected["domain_prestige"] = [len(nx.ancestors(graph, node)) / (size - 1) for node in graph]
    way = "--directed" if directed else "--undirected"
    text = call(
        "measure", path, "-m", ",".join(expected), way, "--start-at", ",".join(f"n{node}" for node in seeds), "--format", "csv",
        "--quiet").stdout
    table = {row["id"]: row for row in rows(text)}
    agree(graph, {key: [number(table[f"n{node}"][key]) for node in graph] for key in expected}, expected)
    curve = rows(call("measure", path, "-m", "rich_club_curve", way, "--references", 3, "--format", "csv", "--quiet").stdout)
    theirs = nx.rich_club_coefficient(plain, normalized=False)
    assert all(close(float(row["phi"]), theirs[int(row["degree"])]) for row in curve) and curve


@pytest.fixture(scope="module")
def numbers(tmp_path_factory):
    """A weighted directed network of actors with groups and numbers, as a dataset."""
    random = np.random.default_rng(12)
    graph = nx.gnm_random_graph(60, 260, seed=13, directed=True)
    folder = tmp_path_factory.mktemp("numbers")
    for node in graph:
        graph.nodes[node].update(kind="abc"[int(random.integers(3))], rank=int(random.integers(1, 9)))
    for _, _, data in graph.edges(data=True):
        data["weight"] = int(random.integers(1, 5))
    write_dataset(
        folder, [(f"n{node}", data["kind"], data["rank"]) for node, data in graph.nodes(data=True)],
        [(f"n{u}", f"n{v}", data["weight"]) for u, v, data in graph.edges(data=True)], directed=True)
    return graph, folder


def write_dataset(folder, actors, ties, directed):
    """Actors with a group and a number, ties of one kind."""
    tables = {
        "actors": ["id,name,kind,rank", *(f"{id},{id},{kind},{rank}" for id, kind, rank in actors)],
        "ties": ["source,target,kind,weight,evidence", *(f"{u},{v},sends,{weight},s:1" for u, v, weight in ties)],
        "tie-kinds": ["kind,name_fr,name_en,directed,layer,weight_means", f"sends,envoie,sends,{'yes' if directed else 'no'},knowledge,strength"],
        "actor-kinds": ["kind,name_fr,name_en,sphere", "a,a,a,economy", "b,b,b,finance", "c,c,c,public"],
        "sources": ["id,citation,url,date", "s,A source.,,2016"],
    }
    for name, lines in tables.items():
        (folder / f"{name}.csv").write_text("\n".join(lines) + "\n")
    (folder / "datapackage.json").write_text('{"name": "numbers"}')


def network_values(folder, *arguments):
    text = call("measure", folder, "--level", "network", "--attribute", "rank", "--format", "csv", "--quiet", *arguments).stdout
    return {row["measure"]: number(row["value"]) for row in rows(text)}


def test_assortativity_and_autocorrelation(numbers):
    graph, folder = numbers
    found = network_values(folder)
    assert close(found["number_assortativity"], nx.numeric_assortativity_coefficient(graph, "rank"))
    labels = {kind: [node for node, data in graph.nodes(data=True) if data["kind"] == kind] for kind in "abc"}
    assert close(found["attribute_modularity"], nx.community.modularity(graph, labels.values(), weight=None))
    assert close(network_values(folder, "--weights", "strength")["attribute_modularity"], nx.community.modularity(graph, labels.values()))
    theirs = igraph.Graph.from_networkx(graph)
    assert close(found["number_assortativity"], theirs.assortativity(theirs.vs["rank"], directed=True))
    size = len(graph)
    for key, degrees in (("in", [d for _, d in graph.in_degree()]), ("out", [d for _, d in graph.out_degree()])):
        assert close(found[f"{key}_degree_centralization"], sum(max(degrees) - d for d in degrees) / (size - 1) ** 2)


def recorded():
    found = {}
    with open(HERE / "families.csv") as file:
        for row in csv.DictReader(file):
            values = found.setdefault(row["network"], {}).setdefault(row["measure"], {})
            values[row["actor"]] = float(row["value"]) if row["value"] else None
    return found


@pytest.mark.parametrize("name, theirs", recorded().items())
def test_sna(name, theirs, tmp_path):
    """Prestige, autocorrelation, centralisation and cut points as sna gave them (other_tools/record_families.R)."""
    with open(HERE / f"{name}.csv") as file:
        edges = [(row["source"], row["target"]) for row in csv.DictReader(file)]
    ids = list(dict.fromkeys(node for edge in edges for node in edge))
    write_dataset(
        tmp_path, [(id, "a", place * 5 % 7) for place, id in enumerate(ids)], [(u, v, 1) for u, v in edges],
        directed=name.startswith("directed"))
    options = ["--attribute", "rank", "--format", "csv", "--quiet"]
    for of_actors in (True, False):
        measures = [measure for measure, values in theirs.items() if ("" in values) != of_actors]
        table = rows(call("measure", tmp_path, "-m", ",".join(measures), *options).stdout)
        for row in table:
            for measure in measures if of_actors else [row["measure"]]:
                ours = row[measure] if of_actors else row["value"]
                value = theirs[measure][row["id"] if of_actors else ""]
                found = {"true": 1.0, "false": 0.0}.get(ours) if ours in ("true", "false") else number(ours)
                if measure == "domain_prestige":
                    value /= len(ids) - 1  # sna counts the actors.
                if measure == "proximity_prestige" and theirs["domain_prestige"][row["id"]] < len(ids) - 1:
                    assert value == 0  # sna gives up where somebody does not reach the actor.
                    continue
                assert close(found, value), f"{measure} of {row}: {found}, {value}"


def test_options_that_make_no_sense_are_refused(numbers):
    _, folder = numbers
    for option in (["--alpha=-1"], ["--plex", "0"], ["--alpha", "nan"]):
        assert "makes no sense" in call("measure", folder, "-m", "degree", *option, expect=2).stderr
    assert "n5" in call("measure", folder, "-m", "pagerank_personalized", "--start-at", "n555", expect=2).stderr
    assert "--start-at" in call("measure", folder, "-m", "pagerank_personalized", expect=2).stderr
    assert "--attribute" in call("measure", folder, "-m", "morans_i", expect=2).stderr
    help = call("measure", "--help").stdout
    assert all(option in help for option in ("--alpha", "--attribute", "--plex", "--start-at"))


def test_large_networks_are_answered_or_refused_in_words(tmp_path):
    """Three thousand actors: each measure of subgroups ends in seconds, with a value or with a sentence."""
    path = tmp_path / "large.csv"
    write(nx.barabasi_albert_graph(3000, 5, seed=3), path)
    for id in ("cliques", "k_plexes", "trussness", "nestedness", "lambda_level", "bicomponents"):
        done = call("measure", path, "-m", id, "--quiet", "--format", "csv")
        assert len(rows(done.stdout)) >= 1
    dense = tmp_path / "dense.csv"
    write(nx.complete_multipartite_graph(*[3] * 40), dense)
    assert "given up" in call("measure", dense, "-m", "cliques", expect=2).stderr
    assert number(rows(call("measure", dense, "-m", "vertex_connectivity", "--quiet", "--format", "csv").stdout)[0]["value"]) == 117
