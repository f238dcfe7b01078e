import Fixtures
import NetworkModel
import Testing
import Vocabulary

@testable import Interchange

/// Projects of Pajek, in whichever order, and its values in files of their own.
@Suite struct PajekProjectTests {
    static let project = """
        *Partition sector
        *Vertices 2
        4
        5
        *Network first
        *Vertices 2
        1 "A"
        2 "B"
        *Edges
        1 2 1
        *Vector money
        *Vertices 3
        1.5
        2
        3
        *Network second net
        *Vertices 3
        1 "x"
        2 "y"
        3 "z"
        *Arcs
        2 1 1
        *Vector own
        *Vertices 2
        7
        8
        """

    @Test(arguments: ["first", "FIRST", "1"]) func oneOfSeveralIsChosen(_ choice: String) throws {
        let found = try network(.pajek, Self.project, choice: choice)
        #expect(lines(found) == ["A-B"])
        #expect(found.actors.values(of: "sector") == ["4", "5"] && found.actors.values(of: "own") == ["7", "8"])
        #expect(found.actors.attributes.map(\.name) == ["own"])
    }

    @Test func theOtherOneHasOtherValues() throws {
        let found = try network(.pajek, Self.project, choice: "second net")
        #expect(lines(found) == ["y>x"] && found.actors.values(of: "money") == ["1.5", "2", "3"])
        let none = faults(.pajek, Self.project)
        #expect(none.map(\.code) == ["several-networks"])
        #expect(none[0].message.contains("\"first\", \"second net\"") && none[0].remedy.contains("--network"))
        #expect(faults(.pajek, Self.project, choice: "third").map(\.code) == ["unknown-id"])
    }

    @Test func relationsBeforeTies() throws {
        let text = "*Vertices 3\n*Arcs :1 \"advice\"\n*Arcs :2 \"credit\"\n*Arcs\n1: 1 2 1\n2:2 3 4\n3: 3 1\n"
        #expect(try lines(network(.pajek, text)) == ["1>2 advice", "2>3 4.0 credit", "3>1 relation3"])
    }

    @Test func matricesOfTwoModes() throws {
        let text = "*Vertices 5 3\n1 a\n2 b\n3 c\n4 x\n5 y\n*Matrix\n0 1\n2 0\n1 1\n"
        let found = try network(.pajek, text)
        #expect(found.events.map(\.id) == ["x", "y"] && lines(found) == ["a:y", "b:x 2.0", "c:x", "c:y"])
        let square = "*Vertices 3 2\n*Matrix\n0 0 1\n0 0 0\n0 0 0\n"
        #expect(try lines(network(.pajek, square)) == ["1:3"])
        for wrong in ["0 1\n2 0\n", "0 1\n2 0\n1 1\n1 1\n", "0 1\n2 0 0\n1 1\n"] {
            #expect(faults(.pajek, "*Vertices 5 3\n*Matrix\n\(wrong)").map(\.code) == ["ragged-row"], "\(wrong)")
        }
    }

    @Test(arguments: [
        "1 \"A\" ic red 0.11 0.52 circle", "1 \"A\" 0.11 0.52 circle ic red", "1 \"A\" circle ic red 0.11 0.52",
        "1 \"A\" 0.11 0.52 ic red circle",
    ])
    func aLookHasAnyOrder(_ line: String) throws {
        let found = try network(.pajek, "*Vertices 2\n\(line)\n2 \"B\" 0.3 0.4\n*Edges\n1 2\n")
        #expect(found.actors.values(of: "x") == ["0.11", "0.3"] && found.actors.values(of: "y") == ["0.52", "0.4"])
        #expect(found.actors.values(of: "shape") == ["circle", nil] && found.actors.values(of: "ic") == ["red", nil])
        #expect(found.actors.attributes.count == 4)
    }

    @Test func valuesAreNoNetworkAndAreJoinedToOne() throws {
        let folder = try TemporaryFolder()
        try folder.write("*Vertices 2\n1\n9999998\n", to: "sector.clu")
        try folder.write("*Vertices 2\n1.5\n2\n", to: "money.vec")
        try folder.write("*Vertices 3\n1.5\n2\n3\n", to: "more.vec")
        try folder.write("*Vertices 2\n1 \"A\"\n2 \"B\"\n*Edges\n1 2\n", to: "net.net")
        try folder.write("*Vertices 2 1\n1 \"A\"\n2 \"e\"\n*Edges\n1 2\n", to: "two.net")
        for name in ["sector.clu", "money.vec"] {
            let reading = try InputReader.read(path: folder.file(name))
            #expect(reading.network == nil && reading.findings.map(\.code) == ["no-network"])
            #expect(reading.findings[0].remedy.contains("--attributes \(name)"))
        }
        let values = ["sector.clu", "money.vec"].map(folder.file)
        let joined = try InputReader.read(path: folder.file("net.net"), InputReader.Options(attributes: values))
            .requireNetwork()
        #expect(joined.actors.values(of: "sector") == ["1", nil] && joined.actors.values(of: "money") == ["1.5", "2"])
        let two = try InputReader.read(path: folder.file("two.net"), InputReader.Options(attributes: [values[1]]))
        #expect(try two.requireNetwork().actors.values(of: "money") == ["1.5"])
        #expect(two.findings.contains { $0.code == "values-of-events" })
        for (wrong, count) in [("more.vec", "3 values"), ("net.net", "0 values")] {
            let error = #expect(throws: MilieuError.self) {
                _ = try InputReader.read(
                    path: folder.file("net.net"), InputReader.Options(attributes: [folder.file(wrong)]))
            }
            #expect(error?.cause == .data && (error?.message.contains(count) ?? false || wrong == "net.net"))
        }
    }
}
