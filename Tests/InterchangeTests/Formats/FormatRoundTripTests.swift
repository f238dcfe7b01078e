import NetworkModel
import Testing
import Vocabulary

@testable import Interchange

@Suite struct FormatRoundTripTests {
    static let whole: [NetworkFormat] = [.graphML, .gexf, .gml, .dot, .nodeLink]

    /// Relations of Pajek and names of several words in DL are written for those programs alone.
    private func reading(_ network: Network, _ format: NetworkFormat, bothWays: Bool = false) throws -> Reading {
        let peer: Peer? = ["pajek": .pajek, "dl": .ucinet][format.id]
        let written = try format.write(network, .init(bothWays: bothWays, peer: peer)).bytes
        return format.read(written, "hostile", .init())
    }

    @Test(arguments: whole.map(\.id))
    func aFormatThatHoldsEverythingGivesEverythingBack(_ id: String) throws {
        let format = try FormatCatalogue.format(id)
        let isXML = ["graphml", "gexf"].contains(id)
        for seed in 0..<60 {
            var hostile = Hostile(seed: UInt64(seed), hasControls: !isXML)
            let network = try hostile.network()
            let reading = try reading(network, format)
            let back = try #require(reading.network, "seed \(seed): \(brief(reading))")
            #expect(carried(back) == carried(network), "seed \(seed)")
        }
    }

    @Test(arguments: ["pajek", "dl", "vna", "matrix"])
    func idsWeightsAndDirectionsSurviveWhereNothingElseDoes(_ id: String) throws {
        let format = try FormatCatalogue.format(id)
        for seed in 0..<60 {
            var hostile = Hostile(seed: UInt64(seed), hasControls: false)
            let network = try plain(hostile.network(withEvents: false), id)
            let reading = try reading(network, format)
            let back = try #require(reading.network, "seed \(seed): \(brief(reading))")
            #expect(carried(back, details: false) == carried(network, details: false), "seed \(seed)")
        }
    }

    /// What the poorer formats hold: ids of one line, one kind of tie, and for a matrix one tie
    /// between two actors. A relation with a direction has a tie without its twin.
    private func plain(_ network: Network, _ format: String) throws -> Network {
        let allowed = { (text: String) in
            let noBreaks = String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
            return String(String.UnicodeScalarView(noBreaks.unicodeScalars.map { $0 == "\"" ? "'" : $0 }))
        }
        var ids = network.actors.allIDs.map(allowed)
        if format == "matrix" { ids = network.actors.allIDs.map { $0.split { $0.isNewline }.joined() } }
        for place in ids.indices where ids[place].isEmpty || ids[..<place].contains(ids[place]) {
            ids[place] += "_\(place)"
        }
        let isDirected = network.ties.count.isMultiple(of: 2)
        var seen: Set<[Int]> = []
        var ties = network.ties.filter { tie in
            guard format == "matrix" || isDirected else { return true }
            return seen.insert([min(tie.source, tie.target), max(tie.source, tie.target)]).inserted
        }
        if format == "matrix" { ties.removeAll { $0.weight == 0 } }
        if isDirected, !ties.contains(where: { $0.source != $0.target }) { ties = [] }
        let kind = TieKind(id: "tie", isDirected: isDirected && !ties.isEmpty)
        return try Network(
            description: network.description, actors: Actors(ids: ids),
            ties: Ties(ties.map { Tie(source: $0.source, target: $0.target, weight: $0.weight) }), tieKinds: [kind])
    }

    @Test func kindsSurviveAsRelations() throws {
        let network = try Network(
            description: DatasetDescription(name: "x"), actors: Actors(ids: ["a", "b", "c"]),
            ties: Ties([
                Tie(source: 0, target: 1, kind: 0, weight: 2), Tie(source: 1, target: 2, kind: 1),
                Tie(source: 2, target: 0, kind: 1),
            ]),
            tieKinds: [TieKind(id: "trust", isDirected: false), TieKind(id: "gives advice", isDirected: true)])
        for format in [NetworkFormat.pajek, .ucinet] {
            let back = try reading(network, format).requireNetwork()
            #expect(back.tieKinds.map(\.id) == ["trust", "gives advice"], "\(format.id)")
            #expect(back.tieKinds.map(\.isDirected) == [false, true], "\(format.id)")
            #expect(back.ties.map(\.weight) == [2, 1, 1], "\(format.id)")
        }
    }

    @Test(arguments: FormatCatalogue.all.filter(\.isWritten).map(\.id))
    func isolatesStay(_ id: String) throws {
        guard id != "edge-list" else { return }
        let network = try Network(
            description: DatasetDescription(name: "x"), actors: Actors(ids: ["a", "01001", "c"]),
            ties: Ties([Tie(source: 0, target: 2)]), tieKinds: [TieKind(id: "tie", isDirected: true)])
        let back = try reading(network, FormatCatalogue.format(id)).requireNetwork()
        #expect(back.actors.allIDs == ["a", "01001", "c"])
        #expect(back.ties.map { [$0.source, $0.target] } == [[0, 2]] && back.tieKinds.map(\.isDirected) == [true])
    }

    @Test(arguments: ["graphml", "gexf", "gml", "dot", "json", "pajek", "dl", "vna", "matrix"])
    func twoModesSurvive(_ id: String) throws {
        let network = try Network(
            description: DatasetDescription(name: "x"), actors: Actors(ids: ["a", "b"]), ties: Ties([]),
            events: [Event(id: "e"), Event(id: "f")],
            participation: [
                Participation(actor: 0, event: 0), Participation(actor: 1, event: 0), Participation(actor: 1, event: 1),
            ],
            tieKinds: [])
        let back = try reading(network, FormatCatalogue.format(id)).requireNetwork()
        #expect(back.actors.allIDs == ["a", "b"] && back.events.map(\.id) == ["e", "f"] && back.ties.isEmpty)
        #expect(back.participation.map { [$0.actor, $0.event] } == [[0, 0], [1, 0], [1, 1]])
    }

    /// Who takes part in what has one way in a matrix of actors and events, and is written in every format.
    @Test func participationsBothWaysAreWritten() throws {
        let network = try Network(
            description: DatasetDescription(name: "x"), actors: Actors(ids: ["a", "b"]), ties: Ties([]),
            events: [Event(id: "e"), Event(id: "f"), Event(id: "g")],
            participation: [Participation(actor: 0, event: 0), Participation(actor: 1, event: 2)], tieKinds: [])
        for format in FormatCatalogue.all where format.isWritten {
            #expect(!(try format.write(network, .init(bothWays: true)).bytes.isEmpty), "\(format.id)")
        }
        let matrix = try NetworkFormat.matrix.write(network, .init(bothWays: true)).bytes
        #expect(matrix == (try NetworkFormat.matrix.write(network, .init()).bytes))
    }

    @Test func bothWaysMakesEveryTieDirected() throws {
        var hostile = Hostile(seed: 5, hasControls: false)
        for format in Self.whole {
            let network = try hostile.network()
            let written = try format.write(network, .init(bothWays: true))
            #expect(!written.findings.contains { $0.code == "mixed-direction" })
            let back = try format.read(written.bytes, "x", .init()).requireNetwork()
            #expect(back.tieKinds.allSatisfy { $0.isDirected } || back.ties.isEmpty)
            let undirected = network.ties.count { !network.tieKinds[$0.kind].isDirected && $0.source != $0.target }
            #expect(back.ties.count == network.ties.count + undirected)
        }
    }

    @Test func whatAFormatCannotHoldIsSaid() throws {
        let network = try SmallDataset().read().requireNetwork()
        for format in FormatCatalogue.all where format.isWritten {
            let findings = try format.write(network, .init()).findings
            #expect(findings.contains { $0.code == "not-carried" && $0.message.contains("territory") }, "\(format.id)")
            #expect(findings.allSatisfy { !$0.remedy.isEmpty && $0.severity == .note })
        }
        for format in [NetworkFormat.pajek, .ucinet, .matrix] {
            let messages = try format.write(network, .init()).findings.map(\.message).joined()
            #expect(
                messages.contains("names beside the ids") && messages.contains("qualified_share")
                    && messages.contains("amount"))
        }
        let nasty = try Network(
            description: DatasetDescription(name: "x"), actors: Actors(ids: ["a\u{1}", "b\"\n"]), ties: Ties([]),
            tieKinds: [])
        for format in [NetworkFormat.graphML, .gexf, .pajek, .ucinet] {
            #expect(try format.write(nasty, .init()).findings.contains { $0.code == "changed-text" }, "\(format.id)")
        }
        for format in [NetworkFormat.gml, .dot, .nodeLink] {
            #expect(try format.write(nasty, .init()).findings.isEmpty, "\(format.id)")
            #expect(try reading(nasty, format).requireNetwork().actors.allIDs == nasty.actors.allIDs)
        }
    }

    /// A row that tells that there is no tie is none in a file, where every program would read one; a workbook is a
    /// dataset, and keeps it.
    @Test(arguments: FormatCatalogue.all.filter { $0.isWritten && $0.id != "workbook" }.map(\.id))
    func aToldAbsenceIsNoTieOfAFile(_ id: String) throws {
        func network(_ ties: [(Int, Int, Double)]) throws -> Network {
            try Network(
                description: DatasetDescription(name: "x"), actors: Actors(ids: ["a", "b", "c"]),
                ties: Ties(ties.map { Tie(source: $0.0, target: $0.1, weight: $0.2) }),
                tieKinds: [TieKind(id: "tie", isDirected: true)])
        }
        let (told, plain) = (
            try network([(0, 1, 2), (1, 2, 0), (2, 0, 3), (1, 0, 0)]), try network([(0, 1, 2), (2, 0, 3)])
        )
        let format = try FormatCatalogue.format(id)
        for bothWays in [false, true] {
            let (one, other) = (
                try format.write(told, .init(bothWays: bothWays)), try format.write(plain, .init(bothWays: bothWays))
            )
            #expect(one.text == other.text)
            #expect(one.findings.filter { $0.message.contains("2 rows of weight 0") }.map(\.code) == ["not-carried"])
            #expect(!other.findings.contains { $0.message.contains("weight 0") })
        }
    }

    @Test func aWorkbookKeepsWhatSomebodyLookedForAndDidNotFind() throws {
        let told = try Network(
            description: DatasetDescription(name: "x"), actors: Actors(ids: ["a", "b", "c"]),
            ties: Ties([Tie(source: 0, target: 1, weight: 2), Tie(source: 1, target: 2, weight: 0)]),
            tieKinds: [TieKind(id: "tie", isDirected: true)])
        let written = try NetworkFormat.workbook.write(told, .init())
        #expect(!written.findings.contains { $0.message.contains("weight 0") })
        let back = try NetworkFormat.workbook.read(written.bytes, "x.xlsx", .init()).requireNetwork()
        #expect(back.ties.map { [Double($0.source), Double($0.target), $0.weight] } == [[0, 1, 2], [1, 2, 0]])
    }

    @Test func theWholeDatasetComesBackThroughAFile() throws {
        let network = try SmallDataset().read().requireNetwork()
        for format in Self.whole {
            let back = try reading(network, format).requireNetwork()
            #expect(Array(back.actors) == Array(network.actors), "\(format.id)")
            #expect(back.actors.attributes == network.actors.attributes, "\(format.id)")
            #expect(back.ties.map(\.details) == network.ties.map(\.details), "\(format.id)")
            #expect(back.events == network.events && back.participation == network.participation, "\(format.id)")
            #expect(back.tieKinds.map(\.isDirected) == network.tieKinds.map(\.isDirected))
            #expect(back.tieKinds.map(\.weightMeans) == network.tieKinds.map(\.weightMeans))
        }
    }

    /// Attributes called like columns of a dataset that hold something else are kept, and a dataset
    /// made of them still has them in its table.
    @Test func attributesThatMeanSomethingElseAreKept() throws {
        let text =
            #"{"nodes": [{"id": "a", "size": "big", "kind": "firm", "Id": 7}, {"id": "b", "kind": "town"}], "links": []}"#
        let reading = NetworkFormat.nodeLink.read(Array(text.utf8), "x.json", .init())
        let network = try reading.requireNetwork()
        #expect(
            network.actors.values(of: "size") == ["big", nil] && network.actors.values(of: "kind") == ["firm", "town"])
        #expect(reading.findings.map(\.code) == ["kept-as-text", "renamed"])
        let files = DatasetWriter.files(network)
        #expect(files.first { $0.name == "actors.csv" }?.text == "id,name,kind,size,Id_\na,a,firm,big,7\nb,b,town,,\n")
    }
}
