import NetworkModel
import Testing
import Vocabulary

@testable import Interchange

/// How texts are written and read where other programs have habits of their own.
@Suite struct PeerHabitTests {
    private func written(
        _ network: Network, _ format: NetworkFormat, for peer: Peer? = nil
    ) throws -> NetworkFormat.Output {
        try format.output(network, .init(peer: peer))
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
                ["a", "b"], ties: [Tie(source: 0, target: 1, kind: kinds.count - 1)], events: events,
                participation: parts,
                kinds: kinds.map { TieKind(id: $0, isDirected: true) })
            let text = try written(mixed, .pajek, for: .pajek).text
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
        let text = try written(one, .ucinet, for: .ucinet).text
        #expect(text.contains("labels:\na,\"b, c\",\"d e\"\nmatrix labels:\n\"gives, takes\",trust\ndata:\n"))
        let back = try read(.ucinet, text)
        #expect(back.actors.allIDs == ["a", "b, c", "d e"] && back.tieKinds.map(\.id) == ["gives, takes", "trust"])
        let two = try network(
            ["a", "b, c"], events: [Event(id: "e"), Event(id: "f, g")],
            participation: [Participation(actor: 1, event: 1)])
        #expect(
            try written(two, .ucinet, for: .ucinet).text.contains(
                "row labels:\na,\"b, c\"\ncolumn labels:\ne,\"f, g\"\ndata:\n"))
    }

    // MARK: What most programs read

    private func mixedNetwork() throws -> Network {
        try network(
            ["Pôle Sud", "b", "c"], ties: [Tie(source: 0, target: 1), Tie(source: 1, target: 2, kind: 1, weight: 2)],
            events: [Event(id: "e")], participation: [Participation(actor: 2, event: 0)],
            kinds: [TieKind(id: "advice", isDirected: true), TieKind(id: "meets", isDirected: false)])
    }

    /// NetworkX takes the heads of further sections for ties, igraph refuses them.
    @Test func pajekHasOneSectionUnlessForThoseThatReadMore() throws {
        let plain = try written(mixedNetwork(), .pajek)
        #expect(
            plain.text
                == "*Vertices 4\n1 \"Pôle Sud\"\n2 \"b\"\n3 \"c\"\n4 \"e\"\n*Arcs\n1 2 1\n2 3 2\n3 2 2\n3 4 1\n4 3 1\n")
        #expect(plain.findings.contains { $0.code == "relations" && $0.remedy.contains("--for pajek") })
        for peer in [Peer.pajek, .r] {
            let whole = try written(mixedNetwork(), .pajek, for: peer)
            #expect(whole.text.contains("*Arcs :1 \"advice\"") && whole.text.contains(":3 \"participation\""))
            #expect(whole.text.contains("*Edges :2 \"meets\"") == (peer == .pajek))
        }
        let two = try network(["a"], events: [Event(id: "e")], participation: [Participation(actor: 0, event: 0)])
        #expect(try written(two, .pajek).text.hasPrefix("*Vertices 2 1\n"))
        #expect(try written(two, .pajek, for: .networkx).text.hasPrefix("*Vertices 2\n"))
    }

    /// igraph ends a name at a space, whatever the quotes, and shifts all names behind it.
    @Test func namesOfDLHaveNoSpacesUnlessForUCINET() throws {
        let ids = ["Pôle Sud", "Pôle_Sud", "a,b", "x=1", "embedded"]
        let output = try written(network(ids, ties: [Tie(source: 0, target: 4)]), .ucinet)
        #expect(output.text.contains("labels:\nPôle_Sud,Pôle_Sud_,a_b,x_1,embedded_\ndata:\n"))
        #expect(output.findings.contains { $0.code == "changed-text" && $0.message.contains("igraph") })
        #expect(try read(.ucinet, written(network(ids), .ucinet, for: .ucinet).text).actors.allIDs == ids)
        let relations = try written(mixedNetwork(), .ucinet).text,
            flat = try written(mixedNetwork(), .ucinet, for: .igraph).text
        #expect(
            relations.contains("nm=3") && !flat.contains("nm=")
                && flat.hasSuffix("data:\n1 2 1\n2 3 2\n3 2 2\n3 4 1\n4 3 1\n"))
    }

    @Test func directionIsAsThePeerTakesIt() throws {
        let mixed = try mixedNetwork()
        for peer in [Peer.igraph, .networkx, .r] {
            let output = try written(mixed, .graphML, for: peer)
            #expect(output.text.count(of: "<edge ") == 5 && !output.text.contains("directed=\"false\""))
            #expect(output.findings.contains { $0.code == "both-ways" && $0.message.contains(peer.name) })
        }
        let gephi = try written(mixed, .graphML, for: .gephi)
        #expect(gephi.text.count(of: "<edge ") == 3 && !gephi.findings.contains { $0.code == "both-ways" })
    }

    @Test func aFormatThatAPeerDoesNotReadIsRefused() throws {
        for (peer, format) in [
            (Peer.networkx, NetworkFormat.ucinet), (.igraph, .gexf), (.ucinet, .graphML), (.pajek, .gml),
        ] {
            let error = #expect(throws: MilieuError.self) { _ = try written(network(["a"]), format, for: peer) }
            #expect(error?.cause == .usage && error?.remedy.contains(peer.formats[0]) == true)
        }
        for peer in Peer.allCases {
            for format in peer.formats { #expect(try FormatCatalogue.format(format).isWritten, "\(peer) \(format)") }
        }
    }

    @Test func affiliationsAreListedInPairs() throws {
        var part = Participation(actor: 1, event: 0)
        part.role = "host"
        let network = try network(
            ["a", "b", "c"], events: [Event(id: "e"), Event(id: "f")],
            participation: [Participation(actor: 0, event: 0), part])
        let output = try written(network, .edgeList)
        #expect(output.text == "actor,event,role\na,e,\nb,e,host\n")
        #expect(
            output.findings.map(\.message) == [
                "A list of pairs cannot hold actors without a part (1).",
                "A list of pairs cannot hold events without anybody (1).",
            ])
    }

    @Test func theLookOfAFigureGoesToGephi() throws {
        let look = NetworkFormat.NodeLook(x: 1.234, y: -2, size: 7.5, red: 255, green: 0, blue: 16)
        let output = try NetworkFormat.gexf.output(network(["a", "b"]), .init(peer: .gephi, look: [look, nil]))
        #expect(
            output.text.contains("<viz:color r=\"255\" g=\"0\" b=\"16\"/>")
                && output.text.contains("<viz:position x=\"1.23\" y=\"-2\" z=\"0\"/>"))
        #expect(output.text.contains("<viz:size value=\"7.5\"/>") && output.findings.map(\.code) == ["no-place"])
        #expect(try read(.gexf, output.text).actors.allIDs == ["a", "b"])
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

extension String {
    fileprivate func count(of piece: String) -> Int { ranges(of: piece).count }

    // MARK: What is missing, and what parts nodes

    @Test func whatIgraphWritesForNothingIsNothing() throws {
        let gml = """
            graph [ node [ id 0 name "Alix" kind "firm" staff 12 ] node [ id 1 name "Bruno" kind "None" staff "NaN" ]
            node [ id 2 name "None Ltd" kind "none" ] edge [ source 0 target 1 why "a" ] edge [ source 1 target 2 why "None" ] ]
            """
        let reading = NetworkFormat.gml.read(Array(gml.utf8), "net", .init())
        let network = try reading.requireNetwork()
        #expect(network.actors.values(of: "kind") == ["firm", nil, "none"])
        #expect(network.actors.values(of: "staff") == ["12", nil, nil])
        #expect(network.actors.map(\.id) == ["Alix", "Bruno", "None Ltd"])
        #expect(network.ties.attributes.map(\.values) == [["a", nil]])
        let said = try #require(reading.findings.first { $0.code == "missing-words" })
        #expect(
            said.severity == .note && said.message.contains("\"None\"")
                && said.message.hasSuffix("read so: kind 1, staff 1, why 1."))
    }

    @Test(arguments: [
        ("bipartite 0", "bipartite 1"), ("type \"false\"", "type \"true\""), ("mode \"a\"", "mode \"b\""),
    ])
    func nodesOfTwoSortsThatAreNotToldAsModesAreSaid(_ one: String, _ other: String) throws {
        func reading(_ third: String) -> Reading {
            NetworkFormat.gml.read(
                Array(
                    "graph [ node [ id 0 \(one) ] node [ id 1 \(other) ] node [ id 2 \(third) ] edge [ source 0 target 1 ] edge [ source 1 target 2 ] ]"
                        .utf8), "net", .init())
        }
        let said = try #require(reading(one).findings.first { $0.code == "read-as-one-mode" })
        #expect(said.severity == .warning && said.message.contains("into 2 sorts"))
        #expect(!reading(other).findings.contains { $0.code == "read-as-one-mode" })
    }
}
