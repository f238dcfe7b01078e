"""Networks far larger than a page: a million ties measured in little memory, twenty thousand actors drawn."""

import os
import re
import subprocess

import numpy as np
import pytest
from conftest import PROGRAM, call, rows
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree


@pytest.fixture(scope="session")
def territory(tmp_path_factory):
    """Hubs with many members, some of whom know one another."""
    hubs, actors, state = 140, 20_000, 1
    ties = {(hub, (hub * 7 + 1) % hubs) for hub in range(hubs)}
    for actor in range(hubs, actors):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        draw = state >> 33
        ties.add((int(hubs * (draw % 1000 / 1000) ** 2.5), actor))
        if draw % 3 == 0:
            ties.add((actor - draw % 40 - 1, actor))
    path = tmp_path_factory.mktemp("large") / "territory.csv"
    path.write_text("source,target\n" + "".join(f"Org {a},Org {b}\n" for a, b in sorted(ties) if a != b))
    return path


def test_a_million_ties_answer_degree_and_components_in_less_than_a_gigabyte(tmp_path):
    edges = tmp_path / "edges.csv"
    with open(edges, "w") as file:
        file.write("source,target\n")
        file.writelines(f"org_{i * 7919 % 200_003:07},org_{i * 104_729 % 199_999:07}\n" for i in range(1_000_000))
    found = {}
    for measure in ["degree", "components"]:
        output = tmp_path / f"{measure}.csv"
        process = subprocess.Popen([PROGRAM, "measure", edges, "-m", measure, "--format", "csv", "-o", output])
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0
        assert usage.ru_maxrss < 1024 * 1024, f"{usage.ru_maxrss} kB"
        found[measure] = rows(output.read_text())
    degrees = {row["id"]: int(row["degree"]) for row in found["degree"]}
    assert len(degrees) == 200_003
    ends = np.array([(i * 7919 % 200_003, i * 104_729 % 199_999) for i in range(1_000_000)])
    ends = ends[ends[:, 0] != ends[:, 1]]
    matrix = csr_matrix((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), shape=(200_003, 200_003))
    both = ((matrix + matrix.T) > 0).tocsr()
    expected = np.diff(both.indptr)
    assert all(degrees[f"org_{node:07}"] == expected[node] for node in range(200_003))
    values = {row["measure"]: row["value"] for row in found["components"]}
    assert int(values["components"]) == connected_components(both, directed=False)[0]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_twenty_thousand_actors_are_drawn_without_overlaps(territory, tmp_path, language):
    call("draw", territory, "-o", tmp_path / "big.svg", "--lang", language)
    text = (tmp_path / "big.svg").read_text()
    found = re.findall(r'<ellipse [^>]*cx="([-\d.]+)" cy="([-\d.]+)" rx="([\d.]+)"', text)
    discs = np.array(found, dtype=float)
    assert len(discs) >= 20_000
    # Coordinates are written with two digits. The discs of the legend stand apart too.
    places, radii = discs[:, :2], discs[:, 2]
    small = np.quantile(radii, 0.99)
    pairs = cKDTree(places).query_pairs(2 * small, output_type="ndarray")
    gaps = np.hypot(*(places[pairs[:, 0]] - places[pairs[:, 1]]).T) - radii[pairs].sum(axis=1)
    assert (gaps > -0.03).all()
    for large in np.flatnonzero(radii > small):
        gaps = np.hypot(*(places - places[large]).T) - radii - radii[large]
        assert np.delete(gaps, large).min() > -0.03
    words = {"en": ["Labels: ", "Ties thin and pale", "Layout: "], "fr": ["Noms\u00a0: ", "Liens fins et pâles", "Disposition\u00a0: "]}
    description = re.search("<desc[^>]*>(.*)</desc>", text)[1]
    assert all(word in description for word in words[language]), description
