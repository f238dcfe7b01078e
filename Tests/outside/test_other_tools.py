"""`--as TOOL` gives the tool's number: against NetworkX and igraph as they are installed here, and
against what sna and igraph of R answered (other_tools/goldens.csv, recorded by other_tools/record.R)."""

import csv
import math
import pathlib

import igraph
import networkx as nx
import pytest

from conftest import DATASETS, call, rows
from test_peers import effective_size

HERE = pathlib.Path(__file__).parent / "other_tools"
NETWORKS = sorted(path.stem for path in HERE.glob("*directed-*.csv"))
TOLERANCE = 1e-9


def read(name):
    with open(HERE / f"{name}.csv") as file:
        return [(row["source"], row["target"]) for row in csv.DictReader(file)]


def ids_of(edges):
    return list(dict.fromkeys(node for edge in edges for node in edge))


def numbers(path, measures, *options):
    """Of each measure, its values by actor (or under an empty id)."""
    text = call("measure", path, "-m", ",".join(measures), *options, "--format", "csv", "--quiet").stdout
    found = {}
    for row in rows(text):
        cells = {row["measure"]: row["value"]} if "measure" in row else {key: row[key] for key in measures}
        for key, cell in cells.items():
            found.setdefault(key, {})[row.get("id", "")] = float(cell) if cell else None
    return found


def assert_close(ours, theirs, what):
    assert ours.keys() == theirs.keys(), what
    for actor, value in theirs.items():
        if value is None or not math.isfinite(value):
            assert ours[actor] is None, f"{what} of {actor}: {ours[actor]}, there undefined"
        else:
            assert ours[actor] is not None, f"{what} of {actor}: undefined, there {value}"
            apart = abs(ours[actor] - value)
            assert apart <= TOLERANCE * max(1, abs(value)), f"{what} of {actor}: {ours[actor]}, there {value}"


def way(name):
    return "--directed" if name.startswith("directed") else "--undirected"


def goldens():
    found = {}
    with open(HERE / "goldens.csv") as file:
        for row in csv.DictReader(file):
            values = found.setdefault((row["network"], row["tool"]), {}).setdefault(row["measure"], {})
            values[row["actor"]] = float(row["value"]) if row["value"] else None
    return found


NETWORK_LEVEL = {
    "transitivity", "reciprocity", "density", "degree_centralization", "degree_assortativity",
    "attribute_assortativity", "krackhardt_connectedness", "krackhardt_hierarchy", "krackhardt_efficiency",
    "krackhardt_lubness",
}


def grouped(folder, name):
    """A dataset of the network without loops and parallel ties, its actors in three kinds in turn."""
    edges = read(name)
    ids = ids_of(edges)
    directed = name.startswith("directed")
    kept = dict.fromkeys(edge if directed else tuple(sorted(edge)) for edge in edges if edge[0] != edge[1])
    (folder / "actors.csv").write_text(
        "id,name,kind\n" + "".join(f"{node},{node},k{place % 3}\n" for place, node in enumerate(ids)))
    (folder / "ties.csv").write_text(
        "source,target,kind,status,evidence\n" + "".join(f"{one},{other},tie,active,s:1\n" for one, other in kept))
    (folder / "actor-kinds.csv").write_text(
        "kind,name_fr,name_en,sphere\n" + "".join(f"k{kind},k{kind},k{kind},economy\n" for kind in range(3)))
    direction = "yes" if directed else "no"
    (folder / "tie-kinds.csv").write_text(
        f"kind,name_fr,name_en,directed,layer,weight_means\ntie,lien,tie,{direction},cooperation,strength\n")
    (folder / "sources.csv").write_text("id,citation,url,date\ns,A source.,,2016\n")
    (folder / "datapackage.json").write_text(
        '{"name": "grouped", "milieu": {"territory": {"name": "Here"}, "surveyed": ["cooperation"]}}')
    return folder


# record.R asked igraph these of the network made simple and, for coreness, undirected: our own convention.
RECORDED_OF_SIMPLE_NETWORKS = {("igraph", "constraint"), ("igraph", "coreness")}


@pytest.mark.parametrize("network, tool", sorted(goldens()))
def test_numbers_recorded_in_r_come_out(network, tool, tmp_path):
    expected = goldens()[network, tool]
    if network.startswith("undirected"):
        expected.pop("reciprocity", None)
    folder = grouped(tmp_path, network)
    for level in [True, False]:
        measures = [key for key in expected if (key in NETWORK_LEVEL) == level]
        simple = [key for key in measures if (tool, key) in RECORDED_OF_SIMPLE_NETWORKS]
        plain = [key for key in measures if key not in simple and not key.startswith(("brokerage", "attribute"))]
        found = numbers(HERE / f"{network}.csv", plain, way(network), "--as", tool) if plain else {}
        if simple:
            found |= numbers(HERE / f"{network}.csv", simple, way(network))
        others = [key for key in measures if key not in plain + simple]
        if others:
            found |= numbers(folder, others, "--as", tool)
        for key in measures:
            assert_close(found[key], expected[key], f"{key} of {tool} on {network}")


def networkx_numbers(edges, directed):
    graph = (nx.DiGraph if directed else nx.Graph)(edges)
    simple = graph.copy()
    simple.remove_edges_from(list(nx.selfloop_edges(simple)))
    values = {
        "degree": dict(graph.degree()),
        "closeness": nx.closeness_centrality(simple),
        "harmonic": nx.harmonic_centrality(simple),
        "betweenness": nx.betweenness_centrality(simple, normalized=False),
        "density": {"": nx.density(graph)},
        "constraint": nx.constraint(simple),
        "effective_size": effective_size(simple, None),
    }
    if not directed:
        values |= {
            "clustering": nx.clustering(simple),
            "average_clustering": {"": nx.average_clustering(simple)},
            "transitivity": {"": nx.transitivity(simple)},
            "onion_layer": nx.onion_layers(simple),
        }
    else:
        values["reciprocity"] = {"": nx.overall_reciprocity(simple)}
    if nx.is_connected(simple.to_undirected()) and not directed:
        values["eigenvector"] = nx.eigenvector_centrality_numpy(graph)
        values["current_flow_closeness"] = nx.current_flow_closeness_centrality(simple)
    return values


def igraph_numbers(edges, directed):
    ids = ids_of(edges)
    place = {node: number for number, node in enumerate(ids)}
    multi = igraph.Graph(len(ids), [(place[u], place[v]) for u, v in edges], directed=directed)
    loopless = multi.copy()
    loopless.simplify(multiple=False, loops=True)
    simple = multi.copy()
    simple.simplify()

    def by_actor(values):
        return {node: None if math.isnan(value) else value for node, value in zip(ids, values)}

    values = {
        "degree": by_actor(multi.degree()),
        "density": {"": multi.density()},
        "closeness": by_actor(simple.closeness(mode="out")),
        "betweenness": by_actor(loopless.betweenness()),
        "constraint": by_actor(multi.constraint()),
        "coreness": by_actor(simple.coreness()),
        # Mutual arcs would count as parallel edges.
        "transitivity": {"": simple.as_undirected().transitivity_undirected(mode="nan")},
        "average_clustering": {"": simple.as_undirected().transitivity_avglocal_undirected(mode="nan")},
    }
    if directed:
        values["reciprocity"] = {"": simple.reciprocity()}
    else:
        values["eigenvector"] = by_actor(multi.eigenvector_centrality(scale=True))
    return values


@pytest.mark.parametrize("network", NETWORKS)
@pytest.mark.parametrize("tool, peer", [("networkx", networkx_numbers), ("igraph", igraph_numbers)])
def test_numbers_of_installed_tools_come_out(network, tool, peer):
    directed = network.startswith("directed")
    expected = peer(read(network), directed)
    for level in [True, False]:
        measures = [key for key in expected if ("" in expected[key]) == level]
        found = numbers(HERE / f"{network}.csv", measures, way(network), "--as", tool)
        for key in measures:
            assert_close(found[key], expected[key], f"{key} of {tool} on {network}")


def test_ucinet_numbers():
    """The ego model of Padgett's marriages (Medici .236) and of Knoke's information exchange
    (WRO 1.875, in the whole model 2.375), and the scale of the eigenvector."""
    folder = DATASETS / "florentine"
    medici = numbers(folder, ["constraint"], "--layer", "kinship", "--as", "ucinet")["constraint"]["medici"]
    whole = numbers(folder, ["constraint", "eigenvector"], "--layer", "kinship")
    assert round(medici, 4) == 0.2361 and round(whole["constraint"]["medici"], 4) == 0.2099
    knoke = [numbers(DATASETS / "knoke", ["effective_size"], *options)["effective_size"]["wro"] for options in [(), ("--as", "ucinet")]]
    assert knoke == [2.375, 1.875]
    scaled = numbers(folder, ["eigenvector"], "--layer", "kinship", "--as", "ucinet")["eigenvector"]
    for actor, value in whole["eigenvector"].items():
        assert abs(scaled[actor] - 100 * math.sqrt(2) * (value or 0)) < 1e-9


def test_a_variant_is_reached_by_its_own_name_and_the_codebook_tells(tmp_path):
    folder = DATASETS / "karate"
    ids = ["closeness_inward", "constraint_ego", "average_clustering_zero", "eigenvector_outward"]
    assert numbers(folder, [ids[0], ids[1], ids[3]])["constraint_ego"]["1"] < 1
    assert "".join(numbers(folder, [ids[2]])) == ids[2]
    call("measure", folder, "-m", "brokerage_liaison_shared,brokerage_liaison_p", "--group-by", "club", "--format", "json")
    listed = rows(call("measure", "--list", "--format", "csv").stdout)
    assert {row["variant_of"] for row in listed if row["id"] in ids} == {"closeness", "constraint", "average_clustering", "eigenvector"}
    shared = [row["convention_en"] for row in listed if row["id"] == "brokerage_liaison_shared"]
    assert "1/k" in shared[0]
    assert "closeness" in call("measure", "--list", "--as", "sna").stdout
    call("export", folder, "-o", tmp_path / "export", "--as", "igraph")
    codebook = {row["column"]: row for row in rows((tmp_path / "export" / "codebook.csv").read_text()) if row["table"] == "actors"}
    assert "As igraph" in codebook["closeness"]["description_en"] and "Comme igraph" in codebook["closeness"]["description_fr"]
