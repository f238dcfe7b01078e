import NetworkModel
import Testing
import Vocabulary

@testable import Interchange

/// NetDraw, GUESS and Tulip.
@Suite struct OtherProgramsTests {
    // MARK: VNA

    @Test func netDraw() throws {
        let found = try network(
            .vna,
            "*Node data\nID, gender, age\nAlix female 41\nBruno male 36\n*Tie data\nfrom to strength\nAlix Bruno 2\n")
        #expect(lines(found) == ["Alix>Bruno 2.0"] && found.actors.values(of: "gender") == ["female", "male"])
        #expect(found.actors.values(of: "age") == ["41", "36"])
        let folded = try network(.vna, "*tie data\nfrom,to,strength\n\"Pôle Sud\",b,2\nb, Pôle Sud ,2\n")
        #expect(lines(folded) == ["Pôle Sud-b 2.0"])
        #expect(try lines(network(.vna, "*tie data\nfrom to\na b\nb a\n", directed: true)) == ["a>b", "b>a"])
    }

    @Test func columnsOfTiesAreRelations() throws {
        let text =
            "*Tie data\nfrom to advice credit since note\na b 1 0 2001 \"x y\"\nb a 1 2 2002 z\n*Node properties\nID x y color shape size shortlabel\na 1 2 3 1 10 Alpha\nc 1 2 3 1 10 c\n"
        let reading = NetworkFormat.vna.read(Array(text.utf8), "x", .init())
        let found = try reading.requireNetwork()
        #expect(lines(found) == ["a-b advice", "b>a 2.0 credit"])
        #expect(
            found.ties.map { $0.details.since?.description } == ["2001", "2002"] && found.ties[1].details.note == "z")
        #expect(found.actors.map(\.name) == ["Alpha", "b", "c"] && found.actors.attributes.isEmpty)
        #expect(reading.findings.map(\.code) == ["columns-as-relations", "look-left-out", "symmetric"])
    }

    @Test(arguments: [
        ("*Node data\nID a\nx y z\n", "ragged-row"), ("ID a\n", "bad-syntax"), ("", "bad-syntax"),
        ("*Tie data\nfrom\na\n", "missing-value"),
        ("*Tie data\nfrom to strength\na b\n", "ragged-row"),
    ])
    func noVNA(_ text: String, _ code: String) { #expect(faults(.vna, text).map(\.code) == [code]) }

    // MARK: GDF

    @Test func guess() throws {
        let text = """
            nodedef>name VARCHAR,label VARCHAR,sector VARCHAR default none,x DOUBLE,color VARCHAR
            a,'Atelier, bois','wood',1.5,'255,0,0'
            b,L'Épicerie,,3,"0,0,255"
            edgedef>node1 VARCHAR,node2 VARCHAR,weight DOUBLE,directed BOOLEAN,kind VARCHAR
            a,b,2.5,true,grant
            b,c,,false,meets
            """
        let reading = NetworkFormat.gdf.read(Array(text.utf8), "x", .init())
        let found = try reading.requireNetwork()
        #expect(
            lines(found) == ["a>b 2.5 grant", "b-c meets"]
                && found.actors.map(\.name) == ["Atelier, bois", "L'Épicerie", "c"])
        #expect(found.actors.values(of: "sector") == ["wood", "none", nil] && found.actors.attributes.isEmpty)
        #expect(reading.findings.map(\.code) == ["look-left-out"])
        #expect(faults(.gdf, "nodedef>name VARCHAR\na,b\n").map(\.code) == ["ragged-row"])
        // A quote that nothing closes is a letter.
        let dutch = try network(.gdf, "nodedef>name VARCHAR,label VARCHAR\na,'t Hof\nb,'s \"B\"\n")
        #expect(dutch.actors.map(\.name) == ["'t Hof", "'s \"B\""])
        #expect(faults(.gdf, "edgedef>node1 VARCHAR\na\n").map(\.code) == ["missing-value"])
        #expect(faults(.gdf, "a,b\n").map(\.code) == ["bad-syntax"])
    }

    // MARK: Tulip

    @Test func tulip() throws {
        let text = """
            (tlp "2.3"
            ; a comment
            (nodes 0..2 5)
            (edge 0 0 1) (edge 1 1 5)
            (cluster 1 "east" (nodes 0..1) (edges 0) (cluster 2 "old" (nodes 1)))
            (property 0 string "viewLabel" (default "" "") (node 0 "say \\"hi\\"") (node 1 "b") (node 2 "c") (node 5 "d"))
            (property 0 double "weight" (default "" "1") (edge 0 "2.5"))
            (property 0 color "viewColor" (default "(0,0,0)" "") (node 0 "(1,2,3)"))
            (property 1 int "local" (default "7" "")))
            """
        let reading = NetworkFormat.tulip.read(Array(text.utf8), "x", .init())
        let found = try reading.requireNetwork()
        #expect(found.actors.allIDs == ["say \"hi\"", "b", "c", "d"] && lines(found) == ["say \"hi\">b 2.5", "b>d"])
        #expect(
            found.actors.values(of: "east") == ["yes", "yes", nil, nil]
                && found.actors.values(of: "old") == [nil, "yes", nil, nil])
        #expect(found.actors.attributes.count == 2 && reading.findings.map(\.code) == ["look-left-out"])
    }

    /// The second text of a default is that of edges.
    @Test func defaultsOfTulipAreOfNodesAndOfEdges() throws {
        let text = """
            (tlp "2.3" (nodes 0..2) (edge 0 0 1) (edge 1 1 2)
            (property 0 string "trade" (default "wood" "") (node 1 "stone"))
            (property 0 string "since" (default "" "2004") (edge 1 "2007")))
            """
        let found = try network(.tulip, text)
        #expect(found.actors.values(of: "trade") == ["wood", "stone", "wood"])
        #expect(found.ties.map { $0.details.since?.description } == ["2004", "2007"])
    }

    @Test(arguments: [
        ("(tlp \"2.0\" (nodes 0..99999999))", "out-of-range"), ("(tlp \"2.0\" (nodes 0 x))", "bad-number"),
        ("(tlp \"2.0\" (nodes 0..", "bad-number"), ("(tlp \"2.0\" (nodes 3..1))", "bad-number"),
        ("(tlp \"2.0\" (nodes 0) (edge 0 0 7))", "unknown-id"), ("(tlp \"2.0\" (nodes 0)", "bad-syntax"),
        ("(graph)", "bad-syntax"),
    ])
    func noTLP(_ text: String, _ code: String) { #expect(faults(.tulip, text).map(\.code) == [code]) }

    @Test func groupsInGroupsHaveAnEnd() {
        let deep = String(repeating: "(cluster 1 \"g\" ", count: 100_000)
        #expect(faults(.tulip, "(tlp \"2.0\" (nodes 0) \(deep)").map(\.code) == ["too-deep"])
        let brackets = String(repeating: "(", count: 100_000)
        #expect(faults(.tulip, "(tlp \"2.0\" (nodes 0) (x \(brackets)").map(\.code) == ["bad-syntax"])
    }
}

/// SIENA's codes, which count only where one says that the file is SIENA's.
@Suite struct SienaTests {
    @Test func matricesWithCodes() throws {
        let reading = NetworkFormat.siena.read(Array("0 1 9\n10 0 11\nNA 1 0\n".utf8), "x", .init())
        #expect(
            try lines(reading.requireNetwork()) == ["1>2", "2-3"]
                || lines(reading.requireNetwork()) == ["1>2", "2>3", "3>2"])
        #expect(reading.findings.contains { $0.code == "missing-ties" && $0.message.hasPrefix("2 cells") })
        #expect(
            reading.findings.contains { $0.code == "structural-ties" && $0.message.hasPrefix("1 ties are fixed (11)") })
        #expect(try lines(network(.siena, "0 1\n1 0\n")) == ["1-2"])
        let two = try network(.siena, "1 0 1\n0 1 0\n")
        #expect(two.events.count == 3 && lines(two) == ["1:3", "1:5", "2:4"])
        #expect(
            faults(.siena, "0 1\n1\n").map(\.code) == ["ragged-row"]
                && faults(.siena, "0 x\n1 0\n").map(\.code) == ["bad-number"])
    }

    @Test func listsWithWaves() throws {
        #expect(
            try lines(network(.siena, "1 2 1 1\n2 3 2 1\n1 3 1 2\n3 1 9 2\n2 1 11 2\n")) == [
                "1>2 wave1", "2>3 2.0 wave1", "1>3 wave2", "2>1 wave2",
            ])
        #expect(try lines(network(.siena, "1 2 1\n3 1 1\n")) == ["1>2", "3>1"])
        #expect(faults(.siena, "1 99999999 1\n2 1 1\n").map(\.code) == ["out-of-range"])
    }
}
