"""Every id of the catalogues gives its own number and no other's: each is asked of the program by its id somewhere.

Here are those that no other test calls by name, against plain sums over a small network. The last test takes the ids
from the catalogues themselves, and names those that nothing asks for.
"""

import csv
import itertools
import math
import re

import networkx as nx
import numpy as np
import pytest

from conftest import DATASETS, ROOT, call, rows

# A triangle with a tail, a pair and an isolate; parallel ties, a loop; the same rows directed.
ENDS = [
    ("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("d", "e"), ("b", "d"), ("e", "f"), ("a", "b"), ("g", "h"), ("d", "d"),
    ("f", "e"), ("c", "b"),
]
IDS = "abcdefghi"
GROUPS = dict(zip(IDS, ["x", "x", "y", "x", "y", "z", "x", "y", "z"]))
ROLES = {
    "coordinator": lambda s, i, t: s == i == t, "itinerant": lambda s, i, t: s == t != i,
    "representative": lambda s, i, t: s == i != t, "gatekeeper": lambda s, i, t: s != i == t,
    "liaison": lambda s, i, t: len({s, i, t}) == 3,
}


@pytest.fixture(scope="module", params=[False, True], ids=["undirected", "directed"])
def network(request, tmp_path_factory):
    """The dataset's folder, and who is tied to whom."""
    directed = request.param
    folder = tmp_path_factory.mktemp("wiring")
    content = {
        "actors.csv": "id,name,kind\n" + "".join(f"{i},{i},{GROUPS[i]}\n" for i in IDS),
        "actor-kinds.csv": "kind,name_fr,name_en,sphere\n" + "".join(f"{k},{k},{k},economy\n" for k in "xyz"),
        "ties.csv": "source,target,kind,evidence\n" + "".join(f"{u},{v},tie,s\n" for u, v in ENDS),
        "tie-kinds.csv": f"kind,name_fr,name_en,directed,layer\ntie,lien,tie,{'yes' if directed else 'no'},cooperation\n",
        "sources.csv": "id,citation\ns,Made up.\n", "datapackage.json": '{"name": "wiring"}',
    }
    for name, text in content.items():
        (folder / name).write_text(text)
    graph = (nx.DiGraph if directed else nx.Graph)()
    graph.add_nodes_from(IDS)
    graph.add_edges_from((u, v) for u, v in ENDS if u != v)
    return folder, graph


def asked(folder, *ids):
    """Of each id its values by actor, or the one of the network."""
    table = rows(call("measure", folder, "-m", ",".join(ids), "--format", "csv", "--quiet").stdout)
    if "measure" in table[0]:
        return {row["measure"]: float(row["value"]) if row["value"] else None for row in table}
    return {key: {row["id"]: float(row[key]) if row[key] else None for row in table} for key in ids}


def same(ours, theirs):
    assert ours.keys() == theirs.keys()
    for actor, value in theirs.items():
        near = ours[actor] is None if value is None else ours[actor] == pytest.approx(value, abs=1e-9)
        assert near, f"{actor}: {ours[actor]}, by the formula {value}"


def steps(graph):
    return {source: dict(reached) for source, reached in nx.all_pairs_shortest_path_length(graph)}


def closeness(graph):
    count, found = len(graph), {}
    for key in ["component", "connected", "penalised"]:
        found[f"closeness_{key}"] = {}
    for actor, away in steps(graph).items():
        total, reached = sum(away.values()), len(away)
        found["closeness_component"][actor] = (reached - 1) / total if reached > 1 else None
        found["closeness_connected"][actor] = (count - 1) / total if reached == count else 0
        found["closeness_penalised"][actor] = 100 * (count - 1) / (total + count * (count - reached))
    back = steps(graph.reverse() if graph.is_directed() else graph)
    found["harmonic_inward_sum"] = {i: sum(1 / d for d in back[i].values() if d) for i in graph}
    return found


def betweenness(graph):
    plain = nx.betweenness_centrality(graph, normalized=False)
    ties = nx.MultiDiGraph() if graph.is_directed() else nx.MultiGraph()
    ties.add_nodes_from(IDS)
    ties.add_edges_from((u, v) for u, v in ENDS if u != v)
    parallel = dict.fromkeys(IDS, 0.0)
    pairs = itertools.permutations(IDS, 2) if graph.is_directed() else itertools.combinations(IDS, 2)
    for source, target in pairs:
        if not nx.has_path(graph, source, target):
            continue
        paths = {tuple(path): math.prod(ties.number_of_edges(u, v) for u, v in zip(path, path[1:]))
                 for path in nx.all_shortest_paths(graph, source, target)}
        for path, count in paths.items():
            for actor in path[1:-1]:
                parallel[actor] += count / sum(paths.values())
    return {
        "betweenness_ordered": {i: v * (1 if graph.is_directed() else 2) for i, v in plain.items()},
        "betweenness_parallel": parallel,
    }


def burt_in_the_ego_network(graph):
    """constraint_ego and the others, by the formulas over the actor and its alters alone."""
    found = {key: {} for key in ["constraint_ego", "effective_size_ego", "efficiency_ego", "hierarchy_ego"]}
    for actor in graph:
        alters = set(graph.predecessors(actor)) | set(graph.successors(actor)) if graph.is_directed() else set(graph[actor])
        nodes = [actor, *sorted(alters)]
        a = nx.to_numpy_array(graph.subgraph(nodes), nodelist=nodes)
        z = a + a.T
        if not alters:
            for key in found:
                found[key][actor] = None
            continue
        p, m = z / z.sum(axis=1, keepdims=True), z / z.max(axis=1, keepdims=True)
        others = range(1, len(nodes))
        parts = [(p[0, j] + sum(p[0, q] * p[q, j] for q in others if q != j)) ** 2 for j in others]
        size = sum(1 - sum(p[0, q] * m[j, q] for q in others if q != j) for j in others)
        count, total = len(alters), sum(parts)
        found["constraint_ego"][actor] = total
        found["effective_size_ego"][actor] = size
        found["efficiency_ego"][actor] = size / count
        shares = [c * count / total for c in parts]
        found["hierarchy_ego"][actor] = 1 if count == 1 else sum(r * math.log(r) for r in shares) / (count * math.log(count))
    return found


def undirected(graph):
    return graph.to_undirected() if graph.is_directed() else graph


def local(graph):
    plain = undirected(graph)
    resistances = {}
    for part in nx.connected_components(plain):
        nodes = sorted(part)
        inverse = np.linalg.pinv(nx.laplacian_matrix(plain.subgraph(nodes), nodelist=nodes).toarray().astype(float))
        for i, node in enumerate(nodes):
            total = sum(inverse[i, i] + inverse[j, j] - 2 * inverse[i, j] for j in range(len(nodes)))
            resistances[node] = 1 / total if len(nodes) > 1 else None
    return {
        "clustering_zero": nx.clustering(plain),
        "onion_layer_with_isolates": nx.onion_layers(plain),
        "current_flow_closeness_undivided": resistances,
    }


@pytest.mark.parametrize("formulas", [closeness, betweenness, burt_in_the_ego_network, local], ids=lambda f: f.__name__)
def test_variants_of_actors(network, formulas):
    folder, graph = network
    expected = formulas(graph)
    ours = asked(folder, *expected)
    for key, values in expected.items():
        same(ours[key], values)


def test_principal_eigenvectors(network):
    """Where one value is greatest in size, of the undirected network."""
    folder, graph = network
    ours = asked(folder, "eigenvector_whole", "eigenvector_maximum", "eigenvector_percent")
    if graph.is_directed():
        a = nx.to_numpy_array(graph, nodelist=sorted(graph)).T
        for key, norm in [("eigenvector_whole", lambda x: x @ x), ("eigenvector_maximum", lambda x: x.max())]:
            x = np.array([ours[key][i] for i in sorted(graph)])
            value = (a @ x).sum() / x.sum()
            assert np.abs(a @ x - value * x).max() < 1e-6 and norm(x) == pytest.approx(1)
        return
    values, vectors = np.linalg.eigh(nx.to_numpy_array(graph, nodelist=sorted(graph)))
    x = np.abs(vectors[:, np.argmax(values)])
    same(ours["eigenvector_whole"], dict(zip(sorted(graph), x)))
    same(ours["eigenvector_maximum"], dict(zip(sorted(graph), x / x.max())))
    same(ours["eigenvector_percent"], dict(zip(sorted(graph), 100 * math.sqrt(2) * x)))


def chains(graph, groups, role):
    """By actor, the pairs between which it is a broker of the role; of an undirected graph each pair once, a
    representative's and a gatekeeper's being one."""
    found = {}
    for broker in graph:
        into = graph.predecessors(broker) if graph.is_directed() else graph[broker]
        ends = [(s, t) for s in into for t in graph[broker] if s != t and not graph.has_edge(s, t)]
        ends = [(s, t) for s, t in ends if ROLES[role](groups[s], groups[broker], groups[t])]
        if not graph.is_directed():
            ends = {frozenset(pair) for pair in ends}
        found[broker] = list(ends)
    return found


@pytest.mark.parametrize("role", ROLES)
def test_every_role_of_a_broker(network, role):
    folder, graph = network
    keys = [f"brokerage_{role}" + ending for ending in ["", "_ordered", "_shared", "_p", "_expected", "_z"]]
    ours = asked(folder, *keys)
    found = chains(graph, GROUPS, role)
    same(ours[keys[0]], {i: len(ends) for i, ends in found.items()})
    twice = 2 if not graph.is_directed() and role in ("coordinator", "itinerant", "liaison") else 1
    same(ours[keys[1]], {i: twice * len(ends) for i, ends in found.items()})
    brokers = {}
    for broker in graph:
        into = graph.predecessors(broker) if graph.is_directed() else graph[broker]
        for s, t in itertools.product(into, graph[broker]):
            if s != t and not graph.has_edge(s, t):
                brokers.setdefault((s, t), set()).add(broker)
    shared = {i: sum(1 / len(brokers[tuple(pair)]) for pair in ends) for i, ends in found.items()}
    same(ours[keys[2]], shared)
    # Reshuffled groups, drawn here by another generator: of 4,000, and 999 there, shares differ by 0.06 once in 10,000.
    chance = np.random.default_rng(7)
    beyond = dict.fromkeys(IDS, 0)
    for _ in range(4000):
        drawn = dict(zip(IDS, chance.permutation([GROUPS[i] for i in IDS])))
        for broker, ends in chains(graph, drawn, role).items():
            beyond[broker] += len(ends) >= len(found[broker])
    for broker, count in beyond.items():
        assert abs(ours[keys[3]][broker] - count / 4000) < 0.07, broker
    # Each possible pair is open with q = p²(1 − p); two that share an end covary by p³(1 − p)³.
    p = nx.density(graph)
    q = p * p * (1 - p)
    for broker in graph:
        pairs = [(s, t) for s, t in itertools.permutations(sorted(set(IDS) - {broker}), 2)
                 if ROLES[role](GROUPS[s], GROUPS[broker], GROUPS[t])]
        if not graph.is_directed():
            pairs = [tuple(pair) for pair in {frozenset(pair) for pair in pairs}]
        sharing = sum(one != other and (one[0] == other[0] or one[1] == other[1]) for one in pairs for other in pairs) \
            if graph.is_directed() else sum(len(set(one) & set(other)) == 1 for one in pairs for other in pairs)
        mean, variance = len(pairs) * q, len(pairs) * q * (1 - q) + sharing * p**3 * (1 - p) ** 3
        assert ours[keys[4]][broker] == pytest.approx(mean), broker
        z = (len(found[broker]) - mean) / math.sqrt(variance) if variance > 0 else None
        assert ours[keys[5]][broker] == (z if z is None else pytest.approx(z)), broker


def test_variants_of_the_network(network):
    folder, graph = network
    plain, count = undirected(graph), len(graph)
    loops = sum(u == v for u, v in set(ENDS))
    ours = asked(
        folder, "density_with_loops", "transitivity_two_paths", "degree_centralization_with_loops",
        "krackhardt_efficiency_arcs")
    pairs = count * (count - 1) / (1 if graph.is_directed() else 2)
    assert ours["density_with_loops"] == pytest.approx((graph.number_of_edges() + loops) / pairs)
    arcs = graph if graph.is_directed() else graph.to_directed()
    paths = [(i, k) for i, j in arcs.edges for k in arcs[j] if k != i]
    assert ours["transitivity_two_paths"] == pytest.approx(sum(arcs.has_edge(i, k) for i, k in paths) / len(paths))
    degrees = [d for _, d in graph.degree()]
    most = 2 * (count - 1) ** 2 if graph.is_directed() else count * (count - 1)
    assert ours["degree_centralization_with_loops"] == pytest.approx(sum(max(degrees) - d for d in degrees) / most)
    sizes = [len(part) for part in nx.connected_components(plain)]
    spare = arcs.number_of_edges() - sum(n - 1 for n in sizes)
    assert ours["krackhardt_efficiency_arcs"] == pytest.approx(1 - spare / sum((n - 1) ** 2 for n in sizes))
    with_loops = asked(folder, "degree_with_loops")["degree_with_loops"]
    same(with_loops, {i: graph.degree(i) + 2 * sum(u == v == i for u, v in set(ENDS)) for i in graph})
    if graph.is_directed():
        mutual = sum(graph.has_edge(v, u) for u, v in graph.edges) / 2
        dyads = count * (count - 1) / 2
        dyadic = asked(folder, "reciprocity_dyadic")["reciprocity_dyadic"]
        assert dyadic == pytest.approx((mutual + dyads - plain.number_of_edges()) / dyads)


def test_the_topmost_common_superior(tmp_path):
    """Two heads who lead to each other, and whom they both lead to: each is a common superior, and leads to the other."""
    edges = tmp_path / "edges.csv"
    edges.write_text("source,target\na,b\nb,a\na,c\nb,c\na,d\nb,d\ne,d\n")
    # Of the six pairs beyond a tree (5 − 1)(5 − 2)/2, those with e have nobody above both.
    value = float(rows(call(
        "measure", edges, "-m", "krackhardt_lubness_topmost", "--directed", "--format", "csv", "--quiet").stdout)[0]["value"])
    graph = nx.DiGraph([tuple(line.split(",")) for line in edges.read_text().split()[1:]])
    above = {i: nx.ancestors(graph, i) | {i} for i in graph}
    leads = {i: nx.descendants(graph, i) | {i} for i in graph}

    def has_top(i, j):
        both = above[i] & above[j]
        return any(both <= leads[top] for top in both)

    lacking = sum(not has_top(i, j) for i, j in itertools.combinations(graph, 2))
    assert value == pytest.approx(1 - lacking / 6)


def test_nothing_of_the_catalogues_stands_in_no_test():
    """By its id, in a recorded table, or put together from parts here."""
    listed = rows(call("measure", "--list", "--format", "csv").stdout)
    ids = [row["id"] for row in listed]
    ids += {row["indicator"] for row in rows(call(
        "score", DATASETS / "romans-2016", "--format", "csv", "--table", "indicators", "--draws", "0", "--nulls", "0").stdout)}
    assert len(ids) > 180
    texts = [path.read_text() for path in [*(ROOT / "Tests").rglob("*.swift"), *(ROOT / "Tests" / "outside").glob("*.py")]]
    told = {word for text in texts for word in re.findall(r"(?<!\w)[a-z][a-z0-9]*(?:_[a-z0-9]+)*(?!\w)", text)}
    # In Swift an indicator is named by its type, too.
    for path in (ROOT / "Sources" / "TerritoryScoring" / "Indicators").glob("*.swift"):
        if any(f"{path.stem}.indicator" in text for text in texts):
            told |= set(re.findall(r'Indicator\(\s*"(\w+)"', path.read_text()))
    for path in [*DATASETS.glob("*/published.csv"), *DATASETS.glob("*/peer.csv")]:
        with open(path) as file:
            told |= {row["measure"] for row in csv.DictReader(file)}
    told |= {f"brokerage_{role}{end}" for role in ROLES for end in ["", "_ordered", "_shared", "_p", "_expected", "_z"]}
    told |= {f"closeness_{key}" for key in ["component", "connected", "penalised"]}
    assert [id for id in ids if id not in told] == []
