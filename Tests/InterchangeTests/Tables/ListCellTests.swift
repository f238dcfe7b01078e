import Fixtures
import NetworkModel
import Testing
import Vocabulary

@testable import Interchange

/// What the cells of lists hold beside names and plain numbers: relations by 0 and 1, words, codes, points, remarks.
@Suite struct ListCellTests {
    private func read(_ text: String) -> Reading { EdgeListReader.read(Array(text.utf8), file: "net.csv") }

    private func codes(_ text: String) -> [String] {
        read(text).findings.filter { $0.severity != .note }.map(\.code)
    }

    @Test func columnsOfZeroAndOneAreRelations() throws {
        let text = "from,to,note,advice,friendship\nA,B,x,1,0\nB,C,,0,1\nA,C,y,1,1\nC,D,,0,0\n"
        let found = try read(text).requireNetwork()
        #expect(lines(found) == ["A-B advice", "B-C friendship", "A-C advice", "A-C friendship"])
        #expect(found.actors.map(\.id) == ["A", "B", "C", "D"] && codes(text) == ["columns-as-relations"])
        #expect(found.ties.attributes.isEmpty && found.ties.map(\.details.note) == ["x", nil, "y", "y"])
        // One column, other numbers, kinds that are told, and nothing but ones.
        for other in [
            "from,to,advice\nA,B,1\nB,C,0\n", "from,to,a,b\nA,B,1,2\nB,C,0,1\n",
            "from,to,kind,a,b\nA,B,k,1,0\nB,C,k,0,1\n",
            "from,to,a,b\nA,B,1,1\n", "from,to,Id,a\nA,B,0,1\nB,C,1,0\n", "from,to,a,b\nA,B,0,x\nB,C,1,\n",
        ] { #expect(!codes(other).contains("columns-as-relations"), "\(other)") }
    }

    @Test func wordsForWeightsAreSaid() throws {
        let text = "source,target,poids\nA,B,fort\nB,C,faible\n"
        let found = try read(text).requireNetwork()
        #expect(codes(text) == ["weight-words"] && found.ties[0].weight == 1)
    }

    @Test(arguments: [".", "-", "#N/A", "n/a", "?", "NaN", "<NA>"])
    func whatIsMissingIsNotKnown(_ word: String) throws {
        let reading = read("source,target,weight,since\nA,B,\(word),\(word)\nB,C,2,2004\n")
        #expect(try lines(reading.requireNetwork()) == ["A-B", "B-C 2.0"])
        #expect(reading.findings.count { $0.code == "not-available" } == 2)
    }

    @Test func codesOfMissingAnswersAreSaid() {
        #expect(codes("source,target,weight\nA,B,1\nB,C,3\nC,D,999\nD,E,999\n") == ["missing-code"])
        #expect(codes("source,target,weight\nA,B,1\nB,C,-9\n") == ["negative-weight", "missing-code"])
        #expect(
            codes("source,target,weight\nA,B,8\nB,C,9\n").isEmpty && codes("source,target,weight\nA,B,99\n").isEmpty)
        #expect(
            brief(
                NetworkFormat.vna.read(Array("*tie data\nfrom to strength\na b 2\nb c 9\nc a 9\n".utf8), "v", .init())
            )
            .contains { $0.contains("missing-code") })
    }

    @Test func pointsThatMaySetThousandsApartAreSaid() {
        #expect(codes("source;target;weight\nA;B;1.200\nB;C;2.500\n") == ["doubtful-point"])
        for sure in ["1.2", "0.200", "1200", "1,200"] {
            #expect(codes("source;target;weight\nA;B;\(sure)\n").isEmpty, "\(sure)")
        }
        #expect(
            codes("source;target;weight\nA;B;1.200\nB;C;2.5\n").isEmpty
                && codes("source,target,weight\nA,B,1.200\n").isEmpty)
        let reading = read("source,target,weight\nA,B,\"1,200\"\n")
        #expect(reading.network == nil && reading.findings.contains { $0.remedy.contains("1.2, or 1200") })
    }

    @Test func aNumberOfADayLeadsOn() throws {
        let said = try #require(read("source,target,since\nA,B,39187\n").findings.first { $0.code == "bad-date" })
        #expect(said.remedy.contains("2007-04-15"))
        #expect(read("source,target,since\nA,B,391870\n").findings.first?.remedy.contains("spreadsheet") == false)
    }

    @Test func remarksBelowAreNoActors() throws {
        let text = "De;Vers;Poids\nA;B;2\nB;C;1\nZ;;\nSource : enquête de 2016;;\n* provisoire;;\n"
        #expect(
            try read(text).requireNetwork().actors.map(\.id) == ["A", "B", "C", "Z"] && codes(text) == ["remark-row"])
    }

    @Test(arguments: [
        ("A B 1.5\nB C\nC D 2\n", ["A-B 1.5", "B-C", "C-D 2.0"]), ("A B\nB C 2\n", ["A-B", "B-C 2.0"]),
        ("A,B\nB,C,0.5\n", ["A-B", "B-C 0.5"]),
    ])
    func weightsThatAreLeftOutAreOne(_ text: String, _ expected: [String]) throws {
        #expect(try lines(read(text).requireNetwork()) == expected)
    }

    @Test func aNameInTheRowAboveIsThatOfTheColumn() throws {
        #expect(try lines(read("Lien;;Force\nDe;Vers;\nA;B;2\nB;C;1\n").requireNetwork()) == ["A-B 2.0", "B-C"])
        #expect(try lines(read("Lien;;Type de lien\nDe;Vers;\nA;B;conseil\n").requireNetwork()) == ["A-B conseil"])
    }

    @Test func whatNamesNoEndsLeadsOn() {
        let reading = read("id,q1,q2,q3\n1,2,3,4\n")
        #expect(
            reading.findings.map(\.code) == ["no-ends"] && reading.findings[0].remedy.contains("--from adjacency-list"))
    }

    @Test func graphCommonsCallsKindsEdges() throws {
        let text = "From Type,From Name,Edge,To Type,To Name,Weight\nPerson,Alix,FUNDS,Org,Firm,2\n"
        #expect(try lines(read(text).requireNetwork()) == ["Alix-Firm 2.0 FUNDS"])
    }

    @Test func rCallsEndsTailsAndHeads() throws {
        let text = "\"\",\"tails\",\"heads\"\n\"1\",1,2\n\"2\",2,3\n"
        let found = try read(text).requireNetwork()
        #expect(!MatrixReader.recognises(text) && lines(found) == ["1-2", "2-3"])
    }

    @Test func findingsNameTheFileThatWasRead() throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        try folder.write("id,parent\nA,Z\nB,\n", to: "nodes.csv")
        try folder.write("source,target\nA,X\n", to: "edges.csv")
        let said = try InputReader.read(path: folder.path).findings.filter { $0.code == "unknown-id" }
        #expect(
            said.count == 2 && said.allSatisfy { $0.message.contains("nodes.csv") && !$0.remedy.contains("actors.csv") }
        )
    }

    @Test func theSizeOfADiscIsNoStaff() throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        try folder.write("Vertex,Color,Shape,Size\nA,Red,Disk,100\nB,Blue,Disk,2\n", to: "nodes.csv")
        try folder.write("Vertex 1,Vertex 2\nA,B\n", to: "edges.csv")
        let reading = try InputReader.read(path: folder.path)
        let found = try reading.requireNetwork()
        #expect(found.actors.map(\.size) == [nil, nil] && reading.findings.map(\.code).contains("look-left-out"))
        try folder.write("id,name,size\nA,Alix,100\nB,Bruno,2\n", to: "nodes.csv")
        #expect(try InputReader.read(path: folder.path).requireNetwork().actors.map(\.size) == [100, 2])
    }

    @Test func whatGoesOnHasNoEndInNetworkFiles() throws {
        let text = """
            <graphml><key id="s" for="edge" attr.name="since" attr.type="string"/><key id="u" for="edge" attr.name="until" attr.type="string"/>
            <graph edgedefault="undirected"><node id="A"/><node id="B"/><edge source="A" target="B"><data key="s">2004</data>
            <data key="u">en cours</data></edge><edge source="A" target="B"><data key="u">2010</data></edge></graph></graphml>
            """
        let reading = NetworkFormat.graphML.read(Array(text.utf8), "a.graphml", .init())
        let found = try reading.requireNetwork()
        #expect(found.ties.map { $0.details.until?.description } == [nil, "2010"] && found.ties.attributes.isEmpty)
        #expect(!reading.findings.map(\.code).contains("kept-as-text"))
    }
}
