"""The three steps over areas, as one goes through them."""

import hashlib
import pathlib

import pytest
from conftest import call, rows

import areas_country

MEASURES = "actors,ties,components,degree,betweenness,constraint"


def digest(folder):
    """Of every file of the results, by its name."""
    folder = pathlib.Path(folder)
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*")) if path.is_file() and path.name not in ("summary.json", ".milieu-export")}


def compute(source, folder, *prepare, run=(), expect=0):
    """Prepares, runs and collects; returns the folder of the results."""
    call("areas", "prepare", source, "-o", folder / "job", *prepare)
    call("areas", "run", folder / "job", "--draws", 40, "-m", MEASURES, *run)
    call("areas", "collect", folder / "job", "-o", folder / "results", expect=expect)
    return folder / "results"


def table(folder, name):
    return rows((folder / f"{name}.csv").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def country(tmp_path_factory):
    folder = tmp_path_factory.mktemp("country")
    areas_country.write(folder / "data")
    return folder / "data"


@pytest.fixture(scope="module")
def results(country, tmp_path_factory):
    return compute(country, tmp_path_factory.mktemp("whole"))
