"""Measures against NetworkX and igraph on middling networks, through the command line.

Where a peer's convention differs its number is brought to ours here, in the open: that is the
documentation of the difference. `python test_peers.py` prints the largest difference of each measure.
"""

import math

import igraph
import networkx as nx
import numpy as np
import pytest

from conftest import call, rows

# Relative to the larger of 1 and the value. Peers' own eigenvector and HITS solvers stop earlier.
TOLERANCE = 1e-9


def networks():
    """Name, graph. Weights are multiples of 1/20, so that paths of equal length abound."""

    def weighted(graph, seed):
        random = np.random.default_rng(seed)
        for _, _, data in graph.edges(data=True):
            data["weight"] = int(random.integers(1, 21)) / 20
        return graph

    def with_isolates(graph, count=3):
        graph.add_nodes_from(range(len(graph), len(graph) + count))
        return graph

    tree = nx.random_labeled_tree(120, seed=4)
    return {
        "sparse, in pieces": with_isolates(nx.gnm_random_graph(200, 190, seed=1)),
        "hubs": nx.barabasi_albert_graph(250, 3, seed=2),
        "small world": nx.watts_strogatz_graph(200, 6, 0.1, seed=3),
        "tree": tree,
        "two modes": nx.bipartite.gnmk_random_graph(60, 40, 260, seed=5),
        "weighted lattice": weighted(nx.convert_node_labels_to_integers(nx.grid_2d_graph(12, 12)), 6),
        "weighted hubs": with_isolates(weighted(nx.barabasi_albert_graph(150, 4, seed=7), 7)),
        "directed": nx.gnm_random_graph(120, 500, seed=8, directed=True),
        "directed, in pieces": with_isolates(nx.gnm_random_graph(150, 170, seed=9, directed=True)),
        "weighted directed": weighted(nx.gnm_random_graph(100, 450, seed=10, directed=True), 10),
    }


def write(graph, path):
    """An edge list; an isolate is a self-loop, which counts in no measure."""
    lines = ["source,target,weight"]
    lines += [f"n{node},n{node},1" for node in graph if graph.degree(node) == 0]
    lines += [f"n{u},n{v},{data.get('weight', 1)}" for u, v, data in graph.edges(data=True)]
    path.write_text("\n".join(lines) + "\n")


def ours(graph, path, ids, weights):
    """The measures of the actors by id, as lists in the order of the graph's nodes."""
    way = "--directed" if graph.is_directed() else "--undirected"
    text = call("measure", path, "-m", ",".join(ids), way, "--weights", weights, "--format", "csv", "--quiet").stdout
    table = {row["id"]: row for row in rows(text)}
    return {key: [number(table[f"n{node}"][key]) for node in graph] for key in ids}


def ours_of_network(graph, path, ids, weights):
    way = "--directed" if graph.is_directed() else "--undirected"
    text = call("measure", path, "-m", ",".join(ids), way, "--weights", weights, "--format", "csv", "--quiet").stdout
    return {row["measure"]: [number(row["value"])] for row in rows(text)}


def number(cell):
    return float(cell) if cell else None


def theirs(graph, weights):
    """The peers' numbers for the actors, in our conventions."""
    size, directed = len(graph), graph.is_directed()
    strength = "weight" if weights == "strength" else None
    for _, _, data in graph.edges(data=True):
        data["length"] = 1 / data.get("weight", 1)
    length = "length" if strength else None
    plain = graph.to_undirected()
    outward = graph.reverse() if directed else graph
    matrix = nx.to_numpy_array(graph, weight=strength)
    pairs = (size - 1) * (size - 2) / (1 if directed else 2)
    if strength:
        # NetworkX tells lengths apart that differ by rounding (.1 + .2 and .15 + .15); igraph does not.
        peer = as_igraph(graph)
        betweenness = peer.betweenness(weights=[1 / weight for weight in peer.es["weight"]], directed=directed)
    else:
        betweenness = by_node(graph, nx.betweenness_centrality(graph, normalized=False))
    distances = dict(nx.all_pairs_dijkstra_path_length(graph, weight=length))
    radius = max(abs(np.linalg.eigvals(matrix)))
    values = {
        "degree": [plain.degree(node) for node in graph],
        # NetworkX measures distances inward.
        "closeness": by_node(graph, nx.closeness_centrality(outward, distance=length, wf_improved=True)),
        "harmonic": [v / (size - 1) for v in by_node(graph, nx.harmonic_centrality(outward, distance=length))],
        "betweenness": betweenness,
        "betweenness_normalized": [value / pairs for value in betweenness],
        "eccentricity": [max(distances[node].values()) or None for node in graph],
        "pagerank": by_node(graph, nx.pagerank(graph, weight=strength, tol=1e-15, max_iter=2000)),
        "katz": unit(np.linalg.solve(np.eye(size) - 0.9 / radius * matrix.T, np.ones(size))),
        "bonacich_power": [
            v * math.sqrt(size)
            for v in unit(np.linalg.solve(np.eye(size) - 0.75 / radius * matrix, matrix.sum(axis=1)))
        ],
        "eigenvector": eigenvector(graph, strength),
        "coreness": by_node(graph, nx.core_number(plain)),
        "triangles": by_node(graph, nx.triangles(plain)),
        "clustering": [nx.clustering(plain, node) if plain.degree(node) > 1 else None for node in graph],
        "subgraph_centrality": by_node(graph, nx.subgraph_centrality(plain)),
        "constraint": [none_if_nan(v) for v in by_node(graph, nx.constraint(graph, weight=strength))],
        "effective_size": [none_if_nan(v) for v in by_node(graph, effective_size(graph, strength))],
    }
    authority, hub = singular_vectors(matrix) if directed else [undirected_hubs(matrix)] * 2
    values["authority"], values["hub"] = authority, hub
    # NetworkX counts isolates as the first layer.
    shift = 1 if any(degree == 0 for _, degree in plain.degree()) else 0
    values["onion_layer"] = [layer - shift for layer in by_node(graph, nx.onion_layers(plain))]
    if not directed:
        values.update(current_flow(graph, strength))
        peer = as_igraph(graph)
        barrat = peer.transitivity_local_undirected(mode="nan", weights="weight" if peer.es["weight"] else None)
        values["clustering_weighted"] = [none_if_nan(value) for value in barrat]
    return values


def effective_size(graph, weight):
    """NetworkX node by node, on the ties of both directions added up. Over all nodes at once NetworkX 3.6
    with SciPy 1.17 scales m_jq by the largest tie of q instead of j, since the maximum of a sparse row has
    lost a dimension there; and asked for its nodes it leaves out those that only receive ties."""
    both = nx.Graph()
    both.add_nodes_from(graph)
    for u, v, data in graph.edges(data=True):
        before = both.get_edge_data(u, v, {"weight": 0})["weight"]
        both.add_edge(u, v, weight=before + (data.get(weight, 1) if weight else 1))
    return nx.effective_size(both, nodes=list(both), weight="weight")


def theirs_of_network(graph):
    plain = graph.to_undirected()
    peer = as_igraph(graph)
    local = [value for value in as_igraph(plain).transitivity_local_undirected(mode="nan") if not math.isnan(value)]
    values = {
        "actors": len(graph),
        "ties": graph.number_of_edges(),
        "density": nx.density(graph),
        "components": nx.number_connected_components(plain),
        "isolates": nx.number_of_isolates(graph),
        "average_path_length": peer.average_path_length(unconn=True),
        "diameter": peer.diameter(unconn=True),
        "transitivity": peer.transitivity_undirected(mode="zero"),
        "average_clustering": float(np.mean(local)),
        "global_efficiency": float(np.mean(nx_efficiencies(graph))),
    }
    if graph.is_directed():
        values["reciprocity"] = nx.overall_reciprocity(graph)
    return {key: [value] for key, value in values.items()}


def nx_efficiencies(graph):
    size = len(graph)
    return [v / (size - 1) for v in nx.harmonic_centrality(graph).values()]


def by_node(graph, values):
    return [values[node] for node in graph]


def unit(vector):
    return [float(value) for value in vector / np.linalg.norm(vector)]


def none_if_nan(value):
    return None if math.isnan(value) else value


def as_igraph(graph):
    weights = [data.get("weight", 1) for _, _, data in graph.edges(data=True)]
    peer = igraph.Graph(n=len(graph), edges=list(graph.edges()), directed=graph.is_directed())
    peer.es["weight"] = weights
    return peer


def eigenvector(graph, weight):
    """The principal left eigenvector of the largest (strong) component, elsewhere undefined."""
    parts = nx.strongly_connected_components(graph) if graph.is_directed() else nx.connected_components(graph)
    sizes = sorted(parts, key=len, reverse=True)
    values = dict.fromkeys(graph)
    if len(sizes[0]) > 1 and (len(sizes) == 1 or len(sizes[0]) > len(sizes[1])):
        nodes = sorted(sizes[0])
        matrix = nx.to_numpy_array(graph.subgraph(nodes), nodelist=nodes, weight=weight)
        eigenvalues, vectors = np.linalg.eig(matrix.T)
        vector = np.abs(np.real(vectors[:, np.argmax(np.real(eigenvalues))]))
        values.update(zip(nodes, unit(vector)))
    return by_node(graph, values)


def singular_vectors(matrix):
    """Of a multiple singular value, the projection of the vector of ones."""
    left, singular, right = np.linalg.svd(matrix)
    principal = np.abs(singular - singular[0]) < 1e-9 * singular[0]
    authority = right[principal].T @ (right[principal] @ np.ones(len(matrix)))
    authority = np.where(np.abs(authority) < 1e-13, 0, authority)
    return unit(authority), unit(matrix @ authority)


def undirected_hubs(matrix):
    """Hub and authority are one: of the matrix's largest eigenvalue, the projection of the vector of ones."""
    eigenvalues, vectors = np.linalg.eigh(matrix)
    principal = vectors[:, np.abs(eigenvalues - eigenvalues[-1]) < 1e-9 * eigenvalues[-1]]
    found = principal @ (principal.T @ np.ones(len(matrix)))
    return unit(np.where(np.abs(found) < 1e-13, 0, found))


def current_flow(graph, weight):
    betweenness, closeness = dict.fromkeys(graph), dict.fromkeys(graph)
    for part in nx.connected_components(graph):
        component = graph.subgraph(part)
        if len(part) > 1:
            values = nx.current_flow_closeness_centrality(component, weight=weight, solver="full")
            # NetworkX leaves out the number of others.
            closeness.update({node: value * (len(part) - 1) for node, value in values.items()})
        if len(part) > 2:
            betweenness.update(nx.current_flow_betweenness_centrality(component, weight=weight, solver="full"))
    return {
        "current_flow_betweenness": by_node(graph, betweenness),
        "current_flow_closeness": by_node(graph, closeness),
    }


def difference(ours, theirs):
    """The largest one; infinite where one is defined and the other not."""
    worst = 0.0
    for mine, other in zip(ours, theirs, strict=True):
        if (mine is None) != (other is None):
            return math.inf
        if mine is not None:
            worst = max(worst, abs(mine - other) / max(1, abs(mine), abs(other)))
    return worst


def differences(name, path):
    graph = networks()[name]
    write(graph, path)
    found = {}
    has_weights = any("weight" in data for _, _, data in graph.edges(data=True))
    for weights in ["none", "strength"] if has_weights else ["none"]:
        expected = theirs(graph, weights)
        mine = ours(graph, path, list(expected), weights)
        found.update({(weights, key): difference(mine[key], expected[key]) for key in expected})
    expected = theirs_of_network(graph)
    mine = ours_of_network(graph, path, list(expected), "none")
    found.update({("none", key): difference(mine[key], expected[key]) for key in expected})
    return found


@pytest.mark.parametrize("name", networks())
def test_measures_agree_with_peers(name, tmp_path):
    apart = {key: value for key, value in differences(name, tmp_path / "edges.csv").items() if not value <= TOLERANCE}
    assert not apart


@pytest.mark.parametrize("name", ["sparse, in pieces", "hubs", "weighted lattice", "directed"])
def test_ties_agree_with_peers(name, tmp_path):
    graph, path = networks()[name], tmp_path / "edges.csv"
    write(graph, path)
    way = "--directed" if graph.is_directed() else "--undirected"
    text = call("measure", path, "-m", "edge_betweenness,local_bridge", way, "--format", "csv", "--quiet").stdout
    expected = nx.edge_betweenness_centrality(graph, normalized=False)
    plain = graph.to_undirected()
    for row in rows(text):
        edge = int(row["source"][1:]), int(row["target"][1:])
        value = expected.get(edge, expected.get(edge[::-1]))
        assert abs(float(row["edge_betweenness"]) - value) <= TOLERANCE * max(1, value)
        bridge = not set(plain[edge[0]]) & set(plain[edge[1]])
        assert row["local_bridge"] in (("true", "1", "yes") if bridge else ("false", "0", "no"))


if __name__ == "__main__":
    import pathlib
    import tempfile

    worst = {}
    with tempfile.TemporaryDirectory() as folder:
        for name in networks():
            for (_, key), value in differences(name, pathlib.Path(folder) / "edges.csv").items():
                worst[key] = max(worst.get(key, 0), value)
    for key, value in worst.items():
        print(f"{key:28} {value:.1e}")
