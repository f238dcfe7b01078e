import NetworkModel
import Testing

@testable import Interchange

@Suite("Actors of plain rows")
struct PlainActorsTests {
    private static let kinds = [ActorKind(id: "firm", sphere: .economy), ActorKind(id: "bank", sphere: .finance)]

    private static func reader(
        _ header: String = "id,name,kind,sector,rooms,evidence,inside", width: Int = 5, delimiter: Character = ",",
        kinds: [ActorKind]? = kinds
    ) -> PlainActors? {
        PlainActors(
            header: Array((header + "\n").utf8), width: width, delimiter: delimiter.asciiValue ?? 0, kinds: kinds)
    }

    private static func read(_ rows: [String], outside: [String] = [], _ reader: PlainActors? = reader()) -> Actors? {
        var bytes: [UInt8] = []
        func ranges(_ rows: [String]) -> [Range<Int>] {
            rows.map { row in
                bytes += Array("lead\t".utf8)
                let start = bytes.count
                bytes += Array(row.utf8)
                let range = start..<bytes.count
                bytes.append(0x0A)
                return range
            }
        }
        let groups = [(rows: ranges(rows), inside: true), (rows: ranges(outside), inside: false)]
        return reader?.actors(groups, of: bytes)?.actors
    }

    @Test("What a row tells is what the reader of datasets makes of it")
    func same() throws {
        let rows = ["a1,Été,firm,C.15,12", "b2,B,bank,,", "c3,\u{E9}\u{301},firm,x y,no"]
        let outside = ["d4,D,bank,,7"]
        let plain = try #require(Self.read(rows, outside: outside))
        let text =
            "id,name,kind,sector,rooms,inside\n" + rows.map { $0 + ",yes\n" }.joined()
            + outside.map { $0 + ",no\n" }.joined()
        let kinds = "kind,name_fr,name_en,sphere\nfirm,f,f,economy\nbank,b,b,finance\n"
        let read = try DatasetReader.read(
            name: "x", tables: ["actors": Array(text.utf8), "actor-kinds": Array(kinds.utf8)]
        ).requireNetwork().actors
        #expect(Array(plain) == Array(read) && plain.allIDs == read.allIDs)
        #expect(plain.attributes == read.attributes && plain.attributes.map(\.name) == ["rooms"])
        #expect(plain.position(of: "d4") == 3 && plain.position(of: "x") == nil)
        #expect(plain.values(of: "sector") == ["C.15", nil, "x y", nil])
    }

    @Test("In a table of semicolons further columns of numbers have decimal commas")
    func commas() throws {
        let reader = Self.reader("id;share;word;inside", width: 3, delimiter: ";", kinds: nil)
        let plain = try #require(Self.read(["a;1,5;x", "b;2;y,z"], reader))
        #expect(plain.attributes.map(\.numbers) == [[1.5, 2], nil])
    }

    @Test(
        "Whatever is out of the ordinary is left to the reader of datasets",
        arguments: [
            ["a1,A,nonsense,,"], ["a1,A,,,"], ["a1,,firm,,"], [",A,firm,,"], ["a1,A,firm,"], ["a1,A,firm,,,"],
            ["a1,\"A\",firm,,"],
            ["a1,A\\t,firm,,"], ["a1, A,firm,,"], ["a1,A,firm,x ,"], ["a1,A,firm,\u{A0}x,"], ["a1,A,firm,,x\u{202F}"],
            ["é1,A,firm,,"], ["a1,A,firm,,", "b,B,firm,,", "a1,A,firm,,"], ["a1,A,firm,,", "a1,B,firm,,"],
            ["a1,\(String(repeating: "n", count: 1001)),firm,,"],
        ])
    func unusual(_ rows: [String]) {
        #expect(Self.read(rows) == nil)
        #expect(Self.read(["z9,Z,firm,,"], outside: rows) == nil)
        #expect(Self.read(["z9,Z,firm,,"]) != nil)
    }

    @Test("Bytes that are no UTF-8 are left to the reader of datasets")
    func otherEncoding() {
        let bytes = Array("a1,".utf8) + [0xC9, 0x74, 0x65] + Array(",firm,,".utf8)
        #expect(Self.reader()?.actors([([0..<bytes.count], true)], of: bytes) == nil)
    }

    @Test(
        "A table with other declared columns is not plain, nor one whose header has faults",
        arguments: [
            ("id,size,inside", 2), ("id,since,inside", 2), ("id,parent,inside", 2), ("name,inside", 1),
            ("id,id,inside", 2), ("id,kind,kind,inside", 3), ("id,,inside", 2), ("id,rooms", 2),
            ("id,inside,x,inside", 3),
            ("id\tname\tinside", 2),
        ])
    func otherHeaders(_ header: String, _ width: Int) {
        #expect(Self.reader(header, width: width) == nil)
        #expect(Self.reader(header, width: width, delimiter: "\t") == nil)
    }

    @Test("Kinds that nothing declares are attributes, and left to the reader of datasets")
    func undeclaredKinds() {
        #expect(Self.reader("id,kind,inside", width: 2, kinds: nil) == nil)
        #expect(Self.reader("id,kind,inside", width: 2) != nil)
        #expect(Self.reader("id,inside", width: 1, kinds: nil) != nil)
    }
}
