"""Every measure of network level, recomputed from its formula on the Romans dataset and the classic
ones: read from the CSV tables and counted on the adjacency matrix, without any of the program's code."""

import csv
import itertools
import json
import math

import networkx as nx
import numpy as np
import pytest

from conftest import DATASETS, call, rows

TOLERANCE = 1e-9
NAMES = ["romans-2016", "burt-1997", "davis", "florentine", "karate", "kite", "knoke"]
# Searches and random references: checked against their own partition, or within sampling error.
SEARCHED = {
    "modularity", "modularity_two_mode", "modularity_directed", "core_periphery_fit_two_mode", "core_periphery_fit",
    "core_periphery_fit_blocks", "core_periphery_fit_continuous",
}
SAMPLED = {"small_world_sigma", "small_world_omega", "rich_club"}


class Territory:
    """A dataset as the default view takes it."""

    def __init__(self, folder):
        day = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["milieu"]["reference_date"]
        actors = [row for row in self.table(folder, "actors") if self.is_there(row, day)]
        kinds = {row["kind"]: row for row in self.table(folder, "tie-kinds")}
        self.actors = [row["id"] for row in actors]
        self.group = [row["kind"] for row in actors]
        self.size = [float(row["size"]) if row.get("size") else None for row in actors]
        self.helix = [(row.get("place"), row.get("sector"), row.get("size")) for row in actors]
        place = {node: number for number, node in enumerate(self.actors)}
        ties = [row for row in self.table(folder, "ties")
                if row.get("status", "") in ("", "active", "dormant", "unknown")
                and float(row.get("weight") or 1) != 0 and row["source"] in place and row["target"] in place]
        self.two_mode = not ties
        self.pairs_by_layer, seen = {}, set()
        size = len(self.actors)
        if self.two_mode:
            taken = [row for row in self.table(folder, "events") if row.get("status", "") in ("", "active", "dormant", "past", "unknown")]
            events = {row["id"]: size + number for number, row in enumerate(taken)}
            size += len(events)
            self.matrix = np.zeros((size, size), int)
            for row in self.table(folder, "participation"):
                if row["event"] not in events:
                    continue
                one, other = place[row["actor"]], events[row["event"]]
                self.matrix[one, other] = self.matrix[other, one] = 1
            self.directed = False
            return
        self.matrix, self.strength = np.zeros((size, size), int), np.zeros((size, size))
        self.arcs = np.zeros((size, size), int)
        self.directed = any(kinds[row["kind"]]["directed"] in ("yes", "true") for row in ties)
        for row in ties:
            one, other = place[row["source"]], place[row["target"]]
            fact = (row.get("fact"), frozenset((one, other)))
            if one == other or (row.get("fact") and fact in seen):
                continue
            seen.add(fact)
            kind = kinds[row["kind"]]
            self.matrix[one, other] = 1
            self.strength[one, other] += float(row.get("weight") or 1)
            if kind["directed"] in ("yes", "true"):
                self.arcs[one, other] = 1
            else:
                self.matrix[other, one] = 1
                self.strength[other, one] += float(row.get("weight") or 1)
            self.pairs_by_layer.setdefault(kind["layer"], set()).add(frozenset((one, other)))

    @staticmethod
    def is_there(row, day):
        """Whether an actor had begun, and had not ended, on the day; dates may be years or months."""
        since, until = row.get("since") or "", row.get("until") or "9999"
        return since <= day[:len(since)] and until >= day[:len(until)]

    @staticmethod
    def table(folder, name):
        path = folder / f"{name}.csv"
        return list(csv.DictReader(open(path, encoding="utf-8"))) if path.exists() else []


def distances(matrix):
    """By breadth-first rounds of matrix products."""
    size = len(matrix)
    found = np.where(np.eye(size, dtype=bool), 0.0, np.inf)
    reached, step = np.eye(size, dtype=bool), 0
    while True:
        step += 1
        new = ((reached.astype(int) @ matrix) > 0) & ~np.isfinite(found)
        if not new.any():
            return found
        found[new] = step
        reached = reached | new


def betweenness(matrix, distance):
    """Shares of the shortest paths of each pair, from the numbers of paths."""
    size = len(matrix)
    count = np.eye(size)
    for step in range(1, int(distance[np.isfinite(distance)].max()) + 1 if size else 0):
        for s, t in zip(*np.where(distance == step)):
            count[s, t] = sum(count[s, k] for k in np.where(matrix[:, t])[0] if distance[s, k] == step - 1)
    sums = np.zeros(size)
    for v in range(size):
        for s, t in itertools.permutations([k for k in range(size) if k != v], 2):
            if np.isfinite(distance[s, t]) and distance[s, v] + distance[v, t] == distance[s, t]:
                sums[v] += count[s, v] * count[v, t] / count[s, t]
    return sums  # over ordered pairs


def parts(matrix):
    joined = np.isfinite(distances(((matrix + matrix.T) > 0).astype(int)))
    return [list(part) for part in dict.fromkeys(tuple(np.where(row)[0]) for row in joined)]


def correlation(x, y):
    return float(np.corrcoef(x, y)[0, 1]) if len(x) and np.std(x) > 0 and np.std(y) > 0 else None


def slope(x, y):
    return float(np.polyfit(x, y, 1)[0]) if len(set(x)) > 1 else None


def ratio(one, other):
    return one / other if other else None


def entropy(values):
    shares = [values.count(value) / len(values) for value in set(values)]
    return -sum(share * math.log2(share) for share in shares)


def helix(territory):
    def size_class(text):
        return max((bound for bound in (250, 50, 10, 1) if float(text) >= bound), default=0)

    known = [(g, t, size_class(o)) for g, t, o in territory.helix if g and t and o]
    if any(len({row[place] for row in known}) < 2 for place in range(3)):
        return None
    return sum(
        (-1) ** (count + 1) * entropy([tuple(row[place] for place in chosen) for row in known])
        for count in (1, 2, 3)
        for chosen in itertools.combinations(range(3), count))


def krackhardt(matrix, components):
    size = len(matrix)
    reach = np.isfinite(distances(matrix))
    either = sum(reach[i, j] or reach[j, i] for i, j in itertools.combinations(range(size), 2))
    both = sum(reach[i, j] and reach[j, i] for i, j in itertools.combinations(range(size), 2))
    possible = sum((len(part) - 1) * (len(part) - 2) / 2 for part in components)
    without = 0
    for part in components:
        for i, j in itertools.combinations(part, 2) if len(part) > 2 else []:
            bounds = [k for k in part if reach[k, i] and reach[k, j]]
            without += not any(all(reach[u, k] for u in bounds) for k in bounds)
    extra = ((matrix + matrix.T) > 0).sum() / 2 - sum(len(part) - 1 for part in components)
    return {
        "krackhardt_hierarchy": 1 - both / either if either else None,
        "krackhardt_efficiency": 1 - extra / possible if possible else None,
        "krackhardt_lubness": 1 - without / possible if possible else None,
    }


def mixing(territory):
    matrix, group, size = territory.matrix, territory.group, len(territory.actors)
    pairs = list(itertools.permutations(range(size), 2))
    if not territory.directed:
        pairs = [pair for pair in pairs if pair[0] < pair[1]]
    tied = [pair for pair in pairs if matrix[pair]]
    inner = sum(group[i] == group[j] for i, j in tied)
    inner_pairs = sum(group[i] == group[j] for i, j in pairs)
    count, outer, outer_pairs = len(tied), len(tied) - inner, len(pairs) - inner_pairs
    low, high = 2 * max(0, count - inner_pairs) / count - 1, 2 * min(count, outer_pairs) / count - 1
    observed = (outer - inner) / count
    both = tied if territory.directed else tied + [(j, i) for i, j in tied]
    labels = sorted(set(group))
    out = np.array([sum(group[i] == label for i, _ in both) for label in labels]) / len(both)
    into = np.array([sum(group[j] == label for _, j in both) for label in labels]) / len(both)
    same = sum(group[i] == group[j] for i, j in both) / len(both)
    chance = float(out @ into)
    return {
        "ei_index_network": observed,
        "ei_index_network_expected": (outer_pairs - inner_pairs) / len(pairs),
        "ei_index_network_minimum": low,
        "ei_index_network_maximum": high,
        "ei_index_network_rescaled": 2 * (observed - low) / (high - low) - 1 if high > low else None,
        "attribute_assortativity": (same - chance) / (1 - chance) if chance < 1 else None,
        "attribute_modularity": same - chance,
        "yules_q_network": yules_q(inner, inner_pairs, outer, outer_pairs),
    } | strengths(territory)


def yules_q(inner, inner_pairs, outer, outer_pairs):
    kept, crossed = inner * (outer_pairs - outer), (inner_pairs - inner) * outer
    return ratio(kept - crossed, kept + crossed)


def strengths(territory):
    """Assortativity with each tie counting its strength."""
    weight, group = territory.strength, territory.group
    out, into = (weight > 0).sum(axis=1), (weight > 0).sum(axis=0)
    ends = [(i, j, weight[i, j]) for i, j in zip(*np.where(weight))]
    share = np.array([w for _, _, w in ends]) / weight.sum()
    x, y = np.array([out[i] for i, _, _ in ends]), np.array([into[j] for _, j, _ in ends])
    x, y = x - share @ x, y - share @ y
    labels = sorted(set(group))
    mixed = np.array([[sum(s for s, (i, j, _) in zip(share, ends) if group[i] == g and group[j] == h) for h in labels] for g in labels])
    chance = mixed.sum(axis=1) @ mixed.sum(axis=0)
    return {
        "degree_assortativity_weighted": ratio(share @ (x * y), math.sqrt(share @ x**2 * (share @ y**2))),
        "attribute_assortativity_weighted": (mixed.trace() - chance) / (1 - chance) if chance < 1 - 1e-12 else None,
    }


def by_number(territory):
    """Moran, Geary and the correlation over ties of an attribute of numbers."""
    known = [i for i, size in enumerate(territory.size) if size is not None]
    if not known:
        return {}
    x, a = np.array([territory.size[i] for i in known]), territory.matrix[np.ix_(known, known)]
    z, arcs = x - x.mean(), list(zip(*np.where(a)))
    varies = a.sum() > 0 and (z**2).sum() > 0
    count = len(known)
    return {
        "number_assortativity": correlation([x[i] for i, _ in arcs], [x[j] for _, j in arcs]),
        "morans_i": count / a.sum() * (z @ a @ z) / (z @ z) if varies else None,
        "gearys_c": (count - 1) / (2 * a.sum()) * (a * (x[:, None] - x[None, :]) ** 2).sum() / (z @ z) if varies else None,
    }


def subgroups(plain):
    """Counted by NetworkX; k-plexes where they are few enough to try all."""
    graph = nx.from_numpy_array(plain)
    cliques = [clique for clique in nx.find_cliques(graph)]
    blocks = list(nx.biconnected_components(graph))
    values = {
        "cut_points": len(list(nx.articulation_points(graph))),
        "bicomponents": len(blocks),
        "bridges": len(list(nx.bridges(graph))),
        "cliques": sum(len(clique) > 2 for clique in cliques),
        "clique_number": max(map(len, cliques)),
        "edge_connectivity": nx.edge_connectivity(graph),
        "vertex_connectivity": nx.node_connectivity(graph),
    }
    plexes = two_plexes(graph)
    values["k_plexes"] = len(plexes)
    values["k_plex_number"] = max(map(len, plexes), default=None)
    return values


def two_plexes(graph):
    """Maximal 2-plexes of four and more, each grown one node at a time from every smaller one."""
    near = {v: set(graph[v]) for v in graph}
    found, layer = set(), {frozenset((v, u)) for v in graph for u in near[v]}
    layer |= {frozenset((u, w)) for v in graph for u, w in itertools.combinations(near[v], 2)}
    while layer:
        grown = set()
        for group in layer:
            more = False
            for v in set().union(*(near[u] for u in group)) - group:
                larger = group | {v}
                if all(len(near[u] & larger) >= len(larger) - 2 for u in larger):
                    grown.add(larger)
                    more = True
            if not more and len(group) > 3:
                found.add(group)
        layer = grown
    return found


def formulas(territory):
    matrix, directed, size = territory.matrix, territory.directed, len(territory.matrix)
    plain = ((matrix + matrix.T) > 0).astype(int)
    degree = plain.sum(axis=1)
    distance = distances(matrix)
    reached = np.isfinite(distance) & (distance > 0)
    steps = distance[reached]
    components = parts(matrix)
    edges = int(matrix.sum() if directed else matrix.sum() / 2)
    apart = distances(plain)
    inverse = np.where(reached, 1 / np.where(distance > 0, distance, 1), 0)
    triangles = np.diag(np.linalg.matrix_power(plain, 3)) / 2
    triples = degree * (degree - 1) / 2
    local = triangles[degree > 1] / triples[degree > 1]
    count = reached.sum(axis=1)
    total = np.where(reached, distance, 0).sum(axis=1)
    closeness = np.array([c / (size - 1) * c / t if c else 0 for c, t in zip(count, total)])
    through = betweenness(matrix, distance) / ((size - 1) * (size - 2))
    linked = sum(len(part) * (len(part) - 1) for part in components)
    ends = [(matrix[i].sum(), matrix[:, j].sum()) for i, j in zip(*np.where(matrix))]
    ranked = sorted((int(d) for d in degree if d), reverse=True)
    with_ties = [node for node in range(size) if degree[node]]
    actors = len(territory.actors)
    values = {
        "actors": actors,
        "ties": edges,
        "density": edges / (actors * (size - actors) if territory.two_mode else size * (size - 1) / (1 if directed else 2)),
        "components": len(components),
        "largest_component_share": max(map(len, components)) / size,
        "isolates": int((degree == 0).sum()),
        "average_degree": degree.mean(),
        "average_path_length": steps.mean(),
        "diameter": steps.max(),
        "global_efficiency": inverse.sum() / (size * (size - 1)),
        "transitivity": ratio(triangles.sum(), triples.sum()),
        "average_clustering": local.mean() if len(local) else None,
        "degree_centralization": (degree.max() - degree).sum() / ((size - 1) * (size - 2)),
        "betweenness_centralization": (through.max() - through).sum() / (size - 1),
        "closeness_centralization": (closeness.max() - closeness).sum()
        / (size - 1 if directed else (size - 1) * (size - 2) / (2 * size - 3)),
        "distance_fragmentation": 1 - (np.where(np.isfinite(apart) & (apart > 0), 1 / np.where(apart > 0, apart, 1), 0)).sum() / (size * (size - 1)),
        "fragmentation": 1 - linked / (size * (size - 1)),
        "krackhardt_connectedness": linked / (size * (size - 1)),
        "degree_assortativity": correlation(*zip(*ends)),
        "degree_distribution_slope": slope([math.log(rank + 1) for rank in range(len(ranked))], [math.log(d) for d in ranked]),
        "degree_correlation": slope([degree[v] for v in with_ties], [degree[plain[v] > 0].mean() for v in with_ties]),
        "triple_helix_synergy": helix(territory),
    }
    more = krackhardt(matrix, components)
    values["krackhardt_efficiency"] = more["krackhardt_efficiency"]
    if directed:
        values["krackhardt_hierarchy"], values["krackhardt_lubness"] = more["krackhardt_hierarchy"], more["krackhardt_lubness"]
        for way, degrees in (("in", matrix.sum(axis=0)), ("out", matrix.sum(axis=1))):
            values[f"{way}_degree_centralization"] = (degrees.max() - degrees).sum() / (size - 1) ** 2
        # Of the directed ties alone.
        values["reciprocity"] = (territory.arcs * territory.arcs.T).sum() / territory.arcs.sum()
    if not territory.two_mode:
        values |= mixing(territory) | by_number(territory) | subgroups(plain)
    if len(territory.pairs_by_layer) > 1:
        layers = territory.pairs_by_layer.values()
        tied = set().union(*layers)
        surveyed = surveyed_layers(territory)
        values["multiplexity"] = (sum(map(len, layers)) - len(tied)) / len(tied) / (surveyed - 1)
    if territory.two_mode:
        graph = nx.from_numpy_array(plain)
        values |= {
            "cut_points": len(list(nx.articulation_points(graph))),
            "bicomponents": len(list(nx.biconnected_components(graph))),
            "bridges": len(list(nx.bridges(graph))),
            "edge_connectivity": nx.edge_connectivity(graph),
            "vertex_connectivity": nx.node_connectivity(graph),
            "degree_assortativity_weighted": values["degree_assortativity"],
        }
        # What compares pairs that cannot be tied is refused, and counts are of actors.
        for measure in [
            "transitivity", "average_clustering", "degree_centralization", "betweenness_centralization",
            "closeness_centralization", "degree_distribution_slope", "degree_correlation", "krackhardt_efficiency",
        ]:
            del values[measure]
        values["isolates"] = int((degree[:actors] == 0).sum())
        values["average_degree"] = degree[:actors].mean()
        values["transitivity_two_mode"] = four_cycles_over_three_paths(plain, actors)
        values["transitivity_two_mode_opsahl"] = closed_four_paths(plain, actors)
        values["average_clustering_two_mode"] = np.mean(list(overlaps(plain, actors)))
    return values


def surveyed_layers(territory):
    surveyed = set(territory.surveyed or [])
    held = set(territory.pairs_by_layer)
    return len(surveyed) if surveyed and held <= surveyed else len(held)


def four_cycles_over_three_paths(matrix, actors):
    """Robins and Alexander: 4 C₄ / L₃, by listing the paths actor–event–actor–event."""
    paths = closed = 0
    events = range(actors, len(matrix))
    for a, b in itertools.permutations(range(actors), 2):
        for e, f in itertools.permutations(events, 2):
            if matrix[a, e] and matrix[b, e] and matrix[b, f]:
                paths += 1
                closed += matrix[a, f]
    return closed / paths if paths else None


def closed_four_paths(matrix, actors):
    """Opsahl: of the paths actor, event, actor, event, actor the share whose ends share a third event."""
    joined = [set(np.where(row)[0]) for row in matrix]
    paths = closed = 0
    for middle in range(actors):
        for e, f in itertools.combinations(joined[middle], 2):
            for a, b in itertools.product(joined[e] - {middle}, joined[f] - {middle}):
                if a != b:
                    paths += 1
                    closed += bool((joined[a] & joined[b]) - {e, f})
    return closed / paths if paths else None


def overlaps(matrix, actors):
    """Latapy: of each actor the mean overlap of events with those who share one."""
    joined = [set(np.where(row)[0]) for row in matrix]
    for one in range(actors):
        near = [len(joined[one] & joined[b]) / len(joined[one] | joined[b]) for b in range(actors) if b != one and joined[one] & joined[b]]
        if near:
            yield np.mean(near)


@pytest.fixture(scope="module", params=NAMES)
def territory(request):
    import json

    folder = DATASETS / request.param
    found = Territory(folder)
    found.folder = folder
    found.surveyed = [
        name for name in json.loads((folder / "datapackage.json").read_text()).get("milieu", {}).get("surveyed", [])
        if name not in ("events", "pooled_resources")]
    text = call("measure", folder, "--level", "network", "--format", "csv", "--quiet").stdout
    found.values = {row["measure"]: float(row["value"]) if row["value"] else None for row in rows(text)}
    return found


def test_formulas_give_the_same(territory):
    expected = formulas(territory)
    missing = set(territory.values) - set(expected) - SEARCHED - SAMPLED
    assert not missing, "measures without a formula here"
    for key, value in expected.items():
        ours = territory.values[key]
        assert (ours is None) == (value is None), f"{key}: {ours}, {value}"
        assert value is None or abs(ours - value) <= TOLERANCE * max(1, abs(value)), f"{key}: {ours}, {value}"


def test_searches_reach_what_they_say(territory):
    """Modularity of the communities that the program gives; fits of its core; none below what a plain
    search from outside finds."""
    if territory.two_mode:
        return searches_of_two_modes(territory)
    text = call("measure", territory.folder, "-m", "community,core_member,core_periphery_coreness", "--format", "csv", "--quiet").stdout
    table = rows(text)
    matrix = territory.matrix
    size, plain = len(matrix), ((matrix + matrix.T) > 0).astype(int)
    communities = [row["community"] for row in table]
    degree, twice = plain.sum(axis=1), plain.sum()
    same = np.array([[one == other for other in communities] for one in communities])
    assert abs(territory.values["modularity"] - ((plain - np.outer(degree, degree) / twice) * same).sum() / twice) < TOLERANCE
    if territory.directed:
        out, into, arcs = matrix.sum(axis=1), matrix.sum(axis=0), matrix.sum()
        directed = ((matrix - np.outer(out, into) / arcs) * same).sum() / arcs
        assert abs(territory.values["modularity_directed"] - directed) < TOLERANCE
    graph = nx.from_numpy_array(plain)
    theirs = max(nx.community.modularity(graph, nx.community.louvain_communities(graph, seed=seed)) for seed in range(5))
    assert territory.values["modularity"] >= theirs - TOLERANCE
    off = ~np.eye(size, dtype=bool)
    core = np.array([row["core_member"] in ("true", "1", "yes") for row in table])
    star = core[:, None] | core[None, :]
    assert abs(territory.values["core_periphery_fit"] - correlation(matrix[off], star[off])) < TOLERANCE
    for node in range(size):
        other = core.copy()
        other[node] = not other[node]
        fit = correlation(matrix[off], (other[:, None] | other[None, :])[off])
        assert fit is None or fit <= territory.values["core_periphery_fit"] + TOLERANCE
    alike = off & (core[:, None] == core[None, :])
    blocks = correlation(matrix[alike], (core[:, None] & core[None, :])[alike])
    assert blocks is None or blocks <= territory.values["core_periphery_fit_blocks"] + TOLERANCE
    values = np.array([float(row["core_periphery_coreness"]) for row in table])
    fit = correlation(matrix[off], np.outer(values, values)[off])
    ours = territory.values["core_periphery_fit_continuous"]
    assert (ours is None) == (fit is None) and (fit is None or abs(ours - fit) < 1e-6)


def searches_of_two_modes(territory):
    ids = "community_two_mode,core_member_two_mode"
    table = rows(call("measure", territory.folder, "-m", ids, "--format", "csv", "--quiet").stdout)
    actors = len(territory.actors)
    ties = territory.matrix[:actors, actors:]
    expected = np.outer(ties.sum(axis=1), ties.sum(axis=0)) / ties.sum()

    def quality(labels):
        labels = np.array(labels)
        return ((ties - expected) * (labels[:actors, None] == labels[None, actors:])).sum() / ties.sum()

    found = quality([row["community_two_mode"] for row in table])
    assert abs(territory.values["modularity_two_mode"] - found) < TOLERANCE
    graph = nx.from_numpy_array(territory.matrix)
    for seed in range(5):
        parts = nx.community.louvain_communities(graph, seed=seed)
        assert quality([next(n for n, part in enumerate(parts) if node in part) for node in range(len(graph))]) <= found + TOLERANCE
    core = np.array([row["core_member_two_mode"] in ("true", "1", "yes") for row in table])

    def fit(members):
        return correlation(ties.ravel(), (members[:actors, None] | members[None, actors:]).ravel())

    assert abs(territory.values["core_periphery_fit_two_mode"] - fit(core)) < TOLERANCE
    for node in range(len(core)):
        other = core.copy()
        other[node] = not other[node]
        assert (fit(other) or -1) <= territory.values["core_periphery_fit_two_mode"] + TOLERANCE


def rewired(graph, seed):
    copy = graph.copy()
    swaps = 10 * copy.number_of_edges()
    return nx.double_edge_swap(copy, swaps, max_tries=swaps * 1000, seed=seed)


def test_random_references_are_of_the_same_size(territory):
    """σ and the rich club against references that NetworkX draws, within the error of sampling."""
    if territory.two_mode:
        return  # They compare pairs that cannot be tied, and are refused.
    plain = nx.from_numpy_array(((territory.matrix + territory.matrix.T) > 0).astype(int))
    largest = max(nx.connected_components(plain), key=len)
    part = nx.convert_node_labels_to_integers(plain.subgraph(largest).copy())
    degrees = sorted((d for _, d in plain.degree()), reverse=True)
    size = max(3, math.ceil(len(plain) / 10))
    least = degrees[size - 1]
    club = [node for node, d in plain.degree() if d >= least]
    if part.number_of_edges() < 30:
        return  # Its random networks could not be told from each other.
    draws = [rewired(part, seed) for seed in range(30)]
    closure = [nx.transitivity(graph) for graph in draws]
    observed = nx.transitivity(part)
    if np.mean(closure) > 0:
        lengths = [np.mean([d for _, row in nx.all_pairs_shortest_path_length(graph) for d in row.values() if d]) for graph in draws]
        expected = observed / np.mean(closure) / (nx.average_shortest_path_length(part) / np.mean(lengths))
        error = 5 * np.std(closure) / np.mean(closure) / math.sqrt(len(draws)) + 0.02
        assert abs(territory.values["small_world_sigma"] / expected - 1) < error if expected else territory.values["small_world_sigma"] == 0
    inner = [nx.density(graph.subgraph(club)) for graph in (rewired(plain, seed) for seed in range(30))]
    expected = nx.density(plain.subgraph(club)) / np.mean(inner)
    assert abs(territory.values["rich_club"] / expected - 1) < 5 * np.std(inner) / np.mean(inner) / math.sqrt(len(inner)) + 0.02


def test_censuses(territory):
    graph = nx.from_numpy_array(territory.matrix, create_using=nx.DiGraph)
    if territory.two_mode:
        return
    if territory.directed:
        found = {row["kind"]: int(row["count"]) for row in rows(call("measure", territory.folder, "-m", "triad_census", "--format", "csv", "--quiet").stdout)}
        assert found == nx.triadic_census(graph)
    mutual = int((territory.matrix * territory.matrix.T).sum() / 2)
    text = call("measure", territory.folder, "-m", "dyad_census", "--format", "csv", "--quiet").stdout
    counts = {row["kind"]: int(row["count"]) for row in rows(text)}
    size = len(territory.matrix)
    asymmetric = int(territory.matrix.sum()) - 2 * mutual
    assert counts == {"mutual": mutual, "asymmetric": asymmetric, "null": size * (size - 1) // 2 - mutual - asymmetric}
