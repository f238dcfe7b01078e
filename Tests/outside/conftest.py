"""The program as its user meets it: each test calls the release build from outside."""

import csv
import io
import os
import pathlib
import re
import shutil
import subprocess

import pytest
from playwright import sync_api

ROOT = pathlib.Path(__file__).resolve().parents[2]
# MILIEU names another build, a debug one while one writes.
PROGRAM = pathlib.Path(os.environ.get("MILIEU", ROOT / ".build" / "release" / "milieu")).absolute()
DATASETS = ROOT / "datasets"


# Files by the seconds of processor that they take. They begin first: a long one that begins last leaves a core idle.
LONGEST = [
    "test_score.py", "test_figures.py", "test_packages.py", "test_hostile.py", "test_report.py", "test_export.py",
    "test_large.py", "test_site.py", "test_studio.py", "test_peers.py", "test_areas.py", "test_french.py",
]


def pytest_collection_modifyitems(items):
    order = {name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: order.get(item.path.name, len(order)))


def call(*arguments, expect=0, **options):
    """Runs the program; fails unless it ends with the expected status."""
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [PROGRAM, *map(str, arguments)], capture_output=True, text=True, timeout=300, env=environment, **options)
    assert done.returncode == expect, f"status {done.returncode}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}"
    return done


def assert_one_language_of_numbers(text, french):
    """Thousands apart from five digits on, the language's decimal mark, a space before every per cent sign."""
    assert re.findall(r"\d%", text) == []
    assert re.findall(r"(?<![\d.,\u202f])\d{5,}(?![\d.,]*\d)\s+(?:draws|tirages|ties|liens|actors|acteurs)", text) == []
    if french:
        assert re.findall(r"(?<![\d.,§(])[01]\.\d\d?(?![\d.])\s+(?:de|%|ans)", text) == []
    else:
        assert re.findall(r"(?<![\d,])\d,\d{3}(?![\d,])", text) == []


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture(scope="session", autouse=True)
def program():
    assert PROGRAM.exists(), "build it first: swift build -c release --product milieu"
    return PROGRAM


@pytest.fixture(scope="module")
def browser():
    """A browser that opens pages: Chromium, as the system has it."""
    found = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def dataset(tmp_path):
    """A small sound dataset to break: a function that writes it with some files replaced."""

    def write(**files):
        folder = tmp_path / "dataset"
        folder.mkdir(exist_ok=True)
        content = {
            "actors.csv": "id,name,kind,place\na,Ä & Co,firm,Here\nb,B,firm,Here\nc,C,fund,Far\n",
            "actor-kinds.csv": "kind,name_fr,name_en,sphere\nfirm,entreprise,firm,economy\nfund,fonds,fund,finance\n",
            "ties.csv": "source,target,kind,status,evidence\na,b,works_with,active,s:1\nc,a,funds,active,s:2\n",
            "tie-kinds.csv": "kind,name_fr,name_en,directed,layer,weight_means\n"
            "works_with,travaille avec,works with,no,cooperation,strength\nfunds,finance,funds,yes,finance,strength\n",
            "sources.csv": "id,citation,url,date\ns,A source.,,2016\n",
            "datapackage.json": '{"name": "small", "milieu": {"territory": {"name": "Here"}, '
            '"reference_date": "2016", "perimeters": [{"id": "here", "places": ["Here"], "default": true}], '
            '"surveyed": ["cooperation", "finance"]}}',
        }
        names = {name.replace("__", ".").replace("_", "-"): text for name, text in files.items()}
        content.update(names)
        for name, text in content.items():
            if text is None:
                (folder / name).unlink(missing_ok=True)
            elif isinstance(text, bytes):
                (folder / name).write_bytes(text)
            else:
                (folder / name).write_text(text, encoding="utf-8")
        return folder

    return write
