import NetworkModel
import Testing
import Vocabulary

@testable import Interchange

/// How texts are written and read where other programs have habits of their own.
@Suite struct PeerHabitTests {
    private func written(_ network: Network, _ format: NetworkFormat) throws -> NetworkFormat.Output {
        try format.write(network, .init())
    }

    private func read(_ format: NetworkFormat, _ text: String) throws -> Network {
        let reading = format.read(Array(text.utf8), "net", .init())
        return try #require(reading.network, "\(brief(reading))")
    }

    private func network(
        _ ids: [String], ties: [Tie] = [], events: [Event] = [], participation: [Participation] = [],
        kinds: [TieKind] = [TieKind(id: "tie", isDirected: true)]
    ) throws -> Network {
        try Network(
            description: DatasetDescription(name: "x"), actors: Actors(ids: ids), ties: Ties(ties), events: events,
            participation: participation, tieKinds: kinds)
    }

    // MARK: Pajek

    /// A second number declares a network of two modes, where no tie between actors has a place.
    @Test func pajekDeclaresTwoModesOnlyWhereNoActorsAreTied() throws {
        let parts = [Participation(actor: 0, event: 0), Participation(actor: 1, event: 1)]
        let events = [Event(id: "e"), Event(id: "f"), Event(id: "alone")]
        let twoMode = try written(network(["a", "b"], events: events, participation: parts), .pajek).text
        #expect(twoMode.hasPrefix("*Vertices 5 2\n") && !twoMode.contains("*Partition"))
        for kinds in [["tie"], ["advice", "trust"]] {
            let mixed = try network(
                ["a", "b"], ties: [Tie(source: 0, target: 1, kind: kinds.count - 1)], events: events, participation: parts,
                kinds: kinds.map { TieKind(id: $0, isDirected: true) })
            let text = try written(mixed, .pajek).text
            #expect(text.hasPrefix("*Vertices 5\n"))
            let back = try read(.pajek, text)
            #expect(back.actors.allIDs == ["a", "b"] && back.events.map(\.id) == ["e", "f", "alone"])
            #expect(back.ties.map { [$0.source, $0.target] } == [[0, 1]] && back.actors.attributes.isEmpty)
            #expect(back.participation.map { [$0.actor, $0.event] } == [[0, 0], [1, 1]])
        }
        let plain = try written(network(["a", "b"], ties: [Tie(source: 0, target: 1)]), .pajek).text
        #expect(plain.hasPrefix("*Vertices 2\n") && !plain.contains("*Partition"))
    }

    // MARK: UCINET

    /// Gephi reads one line of labels, Tulip one for the relations.
    @Test func labelsOfDLStandOnOneLine() throws {
        let kinds = [TieKind(id: "gives, takes", isDirected: true), TieKind(id: "trust", isDirected: true)]
        let one = try network(
            ["a", "b, c", "d e"], ties: [Tie(source: 0, target: 1), Tie(source: 1, target: 2, kind: 1)], kinds: kinds)
        let text = try written(one, .ucinet).text
        #expect(text.contains("labels:\na,\"b, c\",\"d e\"\nmatrix labels:\n\"gives, takes\",trust\ndata:\n"))
        let back = try read(.ucinet, text)
        #expect(back.actors.allIDs == ["a", "b, c", "d e"] && back.tieKinds.map(\.id) == ["gives, takes", "trust"])
        let two = try network(
            ["a", "b, c"], events: [Event(id: "e"), Event(id: "f, g")], participation: [Participation(actor: 1, event: 1)])
        #expect(try written(two, .ucinet).text.contains("row labels:\na,\"b, c\"\ncolumn labels:\ne,\"f, g\"\ndata:\n"))
    }

    // MARK: GML

    @Test func aBackslashAtTheEndOfATextOfGMLIsAReference() throws {
        let ids = ["in\\side", "end\\", "two\\\\", "\\", "\\\""]
        let text = try written(network(ids), .gml).text
        #expect(text.contains("label \"in\\side\"\n") && text.contains("label \"end&#92;\"\n"))
        #expect(!text.contains("\\\"\n"))
        #expect(try read(.gml, text).actors.allIDs == ids)
    }

    /// Tulip and OGDF write quotes behind backslashes; others end a text in a backslash.
    @Test(arguments: [
        ("\"say \\\"hi\\\" to\"", "say \"hi\" to"), ("\"all \\\"quoted\\\"\"", "all \"quoted\""),
        ("\"\\\"x]\\\" y\"", "\"x]\" y"),
        ("\"end\\\"", "end\\"), ("\"end\\\" \t", "end\\"), ("\"a\\b\\\\c\"", "a\\b\\\\c"),
        ("\"\u{600}\\\"x\"", "\u{600}\"x"), ("\"&quot;\\\"&amp;\"", "\"\"&"),
    ])
    func quotesBehindBackslashesAreRead(_ text: String, _ expected: String) throws {
        let network = try read(.gml, "graph [\n  node [\n    id 1\n    label \(text)\n  ]\n]\n")
        #expect(network.actors.allIDs == [expected])
        #expect(try read(.gml, "graph [ node [ id 1 label \(text)] ]").actors.allIDs == [expected])
    }

    /// Whatever follows a quote is looked at once.
    @Test(.timeLimit(.minutes(1))) func manyQuotesBehindBackslashesTakeNoLonger() throws {
        for piece in ["\\\"", "\\\" ", "\\\"" + String(repeating: " ", count: 1000)] {
            let text = String(repeating: piece, count: 2_000_000 / piece.utf8.count)
            let network = try read(.gml, "graph [ node [ id 1 name \"\(text)x\" ] ]")
            #expect(network.actors[0].name.utf8.count == text.utf8.count - text.utf8.count / piece.utf8.count + 1)
        }
    }

    @Test func linesTooLongForGMLAreTold() throws {
        for (count, isTold) in [(242, false), (243, true)] {
            let output = try written(network([String(repeating: "x", count: count)]), .gml)
            #expect(output.text.split(separator: "\n").map(\.count).max() == 12 + count)
            #expect(output.findings.map(\.code) == (isTold ? ["long-lines"] : []))
            #expect(output.findings.allSatisfy { $0.remedy.contains("GraphML") })
        }
    }

    // MARK: DOT

    /// Graphviz leaves two backslashes as two, but goes through labels once more.
    @Test func backslashesOfDOTAreDoubledOnlyWhereTheyMustBe() throws {
        let ids = ["in\\side", "end\\", "two\\\\x", "quote\\\"", "line\\\nbreak", "\\\\", "\\N", "plain"]
        let text = try written(network(ids), .dot).text
        #expect(text.contains("  \"in\\side\" [label=\"in\\\\side\"];\n"))
        #expect(text.contains("  \"end\\\\\" [") && text.contains("  \"two\\\\\\\\x\" ["))
        #expect(text.contains("  \"quote\\\\\\\"\" [") && text.contains("  \"plain\";\n"))
        #expect(try read(.dot, text).actors.allIDs == ids)
        #expect(try read(.dot, text).actors.map(\.name) == ids)
    }

    // MARK: XML

    @Test func textBetweenTagsKeepsItsQuotes() {
        #expect(XMLText.content("a \"q\" > b") == "a \"q\" > b")
        #expect(XMLText.content("<&]]>") == "&lt;&amp;]]&gt;" && XMLText.content("\u{600}]]>]>") == "\u{600}]]&gt;]>")
        #expect(XMLText.escaped("a \"q\" > b") == "a &quot;q&quot; &gt; b")
        #expect(XMLText.content("\n\u{1}\u{FFFE}") == "&#10;\u{FFFD}\u{FFFD}")
    }
}
