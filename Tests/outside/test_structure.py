"""No circle of files, and arrows between targets as they are told: Scripts/structure.py, and that it sees.
What is public is documented, and each target has a map: Scripts/documentation.py, and that it sees."""

import importlib
import sys

import pytest

from conftest import ROOT

sys.path.insert(0, str(ROOT / "Scripts"))
documentation, structure = importlib.import_module("documentation"), importlib.import_module("structure")


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
    (tmp_path / "B").mkdir()
    (tmp_path / "B" / "B.swift").write_text("import T")
    # What T hands on is seen through it.
    assert list(structure.inexact({"T": (tmp_path, {"One", "Two", "Four", "T"}), "B": (tmp_path / "B", {"T"})})) == [
        "Package.swift: B imports One and does not name it"]


def test_what_is_public_is_documented_and_each_target_has_a_map():
    assert [fault for target in documentation.targets() for fault in documentation.faults(target)] == []
    files = [file for target in documentation.targets() for file in target.rglob("*.swift")]
    # As many as a plain search finds, so that none is passed over; members and cases come on top.
    plain = sum(structure.code(file.read_text()).count("public ") for file in files)
    seen = sum(len(list(documentation.declarations(file.read_text()))) for file in files)
    assert seen > 1700 and seen > plain * 0.97


def test_every_sort_of_public_declaration_is_seen():
    swift = """
/// Said.
public struct House: Sendable,
    Hashable
{
    public let door: Door
    /// Said.
    @inlinable
    public var key: Key { Key("public let none: Int {") }
    var hidden = "\\(public)"
    public private(set) var rooms = [/* public let */ 1]
    private public_ = 0

    /// - Parameter size: no sentence.
    public init?(size: Int) { switch size { case 1: break } }
    public static func == (one: House, other: House) -> Bool { true }
    public subscript(room: Int) -> Int { 1 }
    public typealias Room = Int
    struct Inner { let door = 1 }
}
public enum Door {
    case open(Int), shut
    /// Said.
    case ajar
    indirect case more(Door)

    func turn() { switch self { case .ajar: break } }
}
enum Quiet { case one }
public protocol Lock {
    var isShut: Bool { get }
    /// Said.

    func turn()
    associatedtype Key
}
public extension House {
    func knock() {}
}
extension House {
    func ring() {}
    @discardableResult public mutating func paint() -> Int { 1 }
}
@available(macOS 15, *)
public final class Roof { let tile = 1; func fall() {} }
/** A comment of the other sort. */
public func build() {}
"""
    words = [word for line, word in documentation.undocumented(swift)]
    assert words == [
        "public let door: Door", "public private(set) var rooms = [/* public let */ 1]",
        "public init?(size: Int) { switch size { case 1: break } }",
        "public static func == (one: House, other: House) -> Bool { true }",
        "public subscript(room: Int) -> Int { 1 }", "public typealias Room = Int", "public enum Door {",
        "case open(Int), shut", "indirect case more(Door)", "public protocol Lock {", "var isShut: Bool { get }",
        "func turn()", "associatedtype Key", "func knock() {}",
        "@discardableResult public mutating func paint() -> Int { 1 }",
        "public final class Roof { let tile = 1; func fall() {} }", "public func build() {}",
    ]


def test_a_comment_that_refers_to_a_paper_nobody_has_is_seen():
    swift = """
let page = "PLAN.md" // as README.md says, and Plan-2.md
/* issue 12 */ let issue = 12
/// An issue, and `measures.en.md`.
"""
    assert list(documentation.strange_papers(swift, documentation.papers())) == [(2, "Plan-2.md"), (3, "issue 12")]


def test_a_map_names_what_is_there_and_nothing_else(tmp_path):
    house = tmp_path / "House"
    (house / "Doors").mkdir(parents=True)
    (house / "Doors" / "Door.swift").write_text("public struct Door {}")
    (house / "Key.swift").write_text("@_exported import Lock\npublic final class Key {}\nstruct Bell {}")
    assert list(documentation.unmapped(house)) == [
        "has no page in a catalogue of documentation that says what is where"]
    (house / "House.docc").mkdir()
    page = house / "House.docc" / "House.md"
    page.write_text("# ``House``\n\n`Doors/` with ``Door``; `Key.swift` and ``Key``. It hands on Lock.\n")
    assert list(documentation.unmapped(house)) == []
    page.write_text("# House\n\n`Roof/` with ``Tile``, ``Bell``; `Latch.swift`, `Door.swift`.\n")
    assert list(documentation.unmapped(house)) == [
        "House.md is not headed by the module's name", "House.md does not say what is in Doors/",
        "House.md names Latch.swift, which is not there", "House.md names Roof/, which is not there",
        "House.md links to the type Bell, which is not public there",
        "House.md links to the type Tile, which is not public there",
        "House.md does not name Lock, which it hands on"]
