"""No circle of files, and arrows between targets as they are told: Scripts/structure.py, and that it sees."""

import importlib.util

import pytest

from conftest import ROOT

specification = importlib.util.spec_from_file_location("structure", ROOT / "Scripts" / "structure.py")
structure = importlib.util.module_from_spec(specification)
specification.loader.exec_module(structure)


@pytest.fixture(scope="module")
def targets():
    return structure.package()


def test_a_target_names_exactly_what_it_imports(targets):
    assert list(structure.inexact(targets)) == []
    assert len(targets) > 20


def test_contributing_tells_the_same_arrows(targets):
    assert list(structure.mistold(targets)) == []


def test_no_files_lead_to_each_other_in_a_circle(targets):
    found = {}
    for name, (folder, _) in targets.items():
        for part in structure.circles(structure.arrows(folder)):
            files = frozenset(file.name for file in part)
            if files not in structure.ONE_IDEA:
                found.setdefault(name, []).append(sorted(files))
    assert found == {}


def test_arrows_are_seen_where_types_are_mentioned(tmp_path):
    files = {
        "House.swift": "struct House { let door: Door }",
        "Door.swift": "/* not a House /* nor here */ */ struct Door { let name = \"a House\" } // House",
        "Key.swift": "enum Key { static func turn() -> String { \"the \\(Lock(of: \"x\").self) of a House\" } }",
        "Lock.swift": "final class Lock { let key: Key.Shape?; func House() { .House } }",
        "Key+Shape.swift": "extension Key { struct Shape {} }",
        "Raw.swift": "struct Raw { let a = #\"\\(Door) \" House\"#, b = #\"\\#(House.self)\"#, c = \"\"\"\n Door \"\n\"\"\" }",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    found = {
        (file.name, other.name) for file, others in structure.arrows(tmp_path).items() for other in others
    }
    assert found == {
        ("House.swift", "Door.swift"), ("Key.swift", "Lock.swift"), ("Lock.swift", "Key.swift"),
        ("Lock.swift", "House.swift"), ("Key+Shape.swift", "Key.swift"), ("Raw.swift", "House.swift"),
    }


def test_a_circle_of_three_is_found_and_a_chain_is_none(tmp_path):
    for name, other in [("A", "B"), ("B", "C"), ("C", "A"), ("D", "A"), ("E", "D")]:
        (tmp_path / f"{name}.swift").write_text(f"struct {name} {{ let one: {other}? }}")
    parts = structure.circles(structure.arrows(tmp_path))
    assert [[file.stem for file in part] for part in parts] == [["A", "B", "C"]]


def test_a_missing_and_an_idle_arrow_are_named(tmp_path):
    (tmp_path / "A.swift").write_text(
        "@_exported import One\nimport struct Two.Thing\nimport Synchronization\n// import Three\n@testable import Four\n")
    assert structure.imported(tmp_path) == {"One", "Two", "Four", "Synchronization"}
    assert list(structure.inexact({"T": (tmp_path, {"One", "Two", "Five"})})) == [
        "Package.swift: T imports Four and does not name it", "Package.swift: T names Five and does not import it"]
