import GraphKernels
import NetworkModel
import Tabular
import Testing
import Vocabulary

@testable import Measures

/// What random networks keep, what each measure is compared with, and what is said of it.
@Suite struct NetworkTestTests {
    private func measures(_ ids: String...) throws -> [Measure] {
        try ids.map { id throws(MilieuError) in try MeasureCatalogue.measure(id) }
    }

    private func compare(
        _ measures: [Measure], _ context: MeasureContext, _ model: ReferenceModel, draws: Int = 49
    ) throws -> [String: [String: Double]] {
        let table = try NetworkTest.compare(measures, in: context, model: model, draws: draws).table
        var rows: [String: [String: Double]] = [:]
        for (row, measure) in measures.enumerated() {
            for column in table.columns {
                if let value = column.numbers?[row] { rows[measure.id, default: [:]][column.field.id] = value }
            }
        }
        return rows
    }

    /// A measure has the same numbers whatever it is asked for with, and none empties another.
    @Test(arguments: [ReferenceModel.degrees, .ties, .dyads, .size, .groups])
    func eachMeasureStandsAlone(model: ReferenceModel) throws {
        let context = try ChanceNetwork(seed: 1).context()
        let asked = try measures("transitivity", "multiplexity", "average_path_length", "attribute_assortativity")
        let together = try compare(asked, context, model)
        for measure in asked {
            #expect(
                try compare([measure], context, model)[measure.id]?.filter { $0.key != "q" }
                    == together[measure.id]?.filter { $0.key != "q" })
        }
        let varying =
            model == .groups ? ["attribute_assortativity"] : ["transitivity", "multiplexity", "average_path_length"]
        for id in varying { #expect(together[id]?["p"] != nil && together[id]?["draws"] == 49, "\(id)") }
    }

    @Test(arguments: 0..<20) func drawsKeepWhatTheirModelSays(seed: Int) throws {
        let made = try ChanceNetwork(seed: seed)
        let context = try made.context()
        let observed = Kept(context)
        for model in [ReferenceModel.degrees, .ties, .dyads] {
            var random = RandomSource(seed: 3, part: seed)
            let drawn = try #require(try ReferenceNetworks(model, context).drawn(using: &random))
            let kept = Kept(drawn)
            #expect(kept.edges == observed.edges && kept.arcs == observed.arcs, "\(model)")
            #expect(drawn.graph.edgeCount == context.graph.edgeCount)
            if model == .degrees { #expect(kept.degrees == observed.degrees) }
            if model == .dyads { #expect(kept.mutual == observed.mutual) }
            #expect(drawn.view.tieCount == context.view.tieCount)
            #expect(kept.weights == observed.weights, "\(model)")

            let layered = try #require(try ReferenceNetworks(model, context).drawnByLayer(using: &random))
            #expect(layered.layers.map(\.directed.edgeCount) == context.layers.map(\.directed.edgeCount))
            guard model == .degrees else { continue }
            for (one, other) in zip(layered.layers, context.layers) {
                for node in 0..<made.count {
                    #expect(one.directed.outgoing.degree(of: node) == other.directed.outgoing.degree(of: node))
                    #expect(one.directed.incoming.degree(of: node) == other.directed.incoming.degree(of: node))
                }
            }
        }
    }

    /// Merged weights, directions and degrees of a view, by pair.
    private struct Kept {
        var edges = 0
        var arcs = 0
        var mutual = 0
        var degrees: [[Int]] = []
        var weights: [Double] = []

        init(_ context: MeasureContext) {
            let (view, graph) = (context.view, context.graph)
            let undirected = Set(
                (0..<view.tieCount).filter { !view.tieIsDirected[$0] }.map { row in
                    [min(view.sources[row], view.targets[row]), max(view.sources[row], view.targets[row])]
                })
            edges = undirected.count
            for one in 0..<graph.nodeCount {
                for other in 0..<graph.nodeCount where other != one && graph.hasArc(one, other) {
                    guard !undirected.contains([Int32(min(one, other)), Int32(max(one, other))]) else { continue }
                    arcs += 1
                    if graph.hasArc(other, one) { mutual += 1 }
                }
            }
            degrees = [
                (0..<graph.nodeCount).map { graph.outgoing.degree(of: $0) },
                (0..<graph.nodeCount).map { graph.incoming.degree(of: $0) },
            ]
            weights = graph.outgoing.weights.sorted()
        }
    }

    /// With shared events: every event keeps its size, actors their events with `degrees`, and as many
    /// other ties lie on pairs that share one.
    @Test(arguments: 0..<12) func sharedEventsTakePart(seed: Int) throws {
        let context = try ChanceNetwork(seed: seed).context(events: .projected)
        func told(_ context: MeasureContext) -> (perEvent: [Int], beside: [Int]) {
            let view = context.view
            func pair(_ row: Int) -> [Int32] {
                [min(view.sources[row], view.targets[row]), max(view.sources[row], view.targets[row])]
            }
            var (perEvent, shared) = ([Int: Int](), Set<[Int32]>())
            for row in 0..<view.tieCount {
                guard case .sharedEvent(let event) = view.origins[row] else { continue }
                perEvent[event, default: 0] += 1
                shared.insert(pair(row))
            }
            let others = (0..<view.tieCount).filter {
                if case .tie = view.origins[$0] { shared.contains(pair($0)) } else { false }
            }
            let edges = Set(others.filter { !view.tieIsDirected[$0] }.map(pair))
            let arcs = Set(
                others.filter { view.tieIsDirected[$0] && !edges.contains(pair($0)) }.map {
                    [view.sources[$0], view.targets[$0]]
                })
            return (perEvent.sorted { $0.key < $1.key }.map(\.value), [edges.count, arcs.count])
        }
        for model in [ReferenceModel.degrees, .ties, .dyads] {
            var random = RandomSource(seed: 4, part: seed)
            let drawn = try #require(try ReferenceNetworks(model, context).drawn(using: &random))
            #expect(told(drawn) == told(context), "\(model)")
            #expect(drawn.view.sources != context.view.sources)
        }
        #expect(throws: MilieuError.self) { try ReferenceNetworks(.size, context) }
        let rows = try compare(try measures("ties", "attribute_assortativity"), context, .groups)
        #expect(rows["ties"]?["null_mean"] == rows["ties"]?["observed"] && rows["ties"]?["null_sd"] == 0)
        #expect((rows["attribute_assortativity"]?["null_sd"] ?? 0) > 0)
    }

    @Test func twoModesKeepMarginsAndCountsWithTheActor() throws {
        let context = try ChanceNetwork(seed: 5).context(events: .twoMode)
        var random = RandomSource(seed: 6)
        let drawn = try #require(try ReferenceNetworks(.memberships, context).drawn(using: &random))
        for node in 0..<context.graph.nodeCount {
            #expect(drawn.graph.outgoing.degree(of: node) == context.graph.outgoing.degree(of: node))
            guard node < context.view.actorCount else { continue }
            func counts(_ graph: Graph) -> [Double] {
                graph.outgoing.range(of: node).map { graph.outgoing.weights[$0] }.sorted()
            }
            #expect(counts(drawn.graph) == counts(context.graph))
        }
        #expect(drawn.view.targets != context.view.targets)
    }

    @Test func groupsAreReshuffledAndNothingElse() throws {
        let context = try ChanceNetwork(seed: 7).context()
        var random = RandomSource(seed: 8)
        let drawn = try #require(try ReferenceNetworks(.groups, context).drawn(using: &random))
        let (before, after) = (try context.grouping(), try drawn.grouping())
        #expect(after.groupOf.sorted() == before.groupOf.sorted() && after.groupOf != before.groupOf)
        #expect(drawn.graph.outgoing.targets == context.graph.outgoing.targets)
    }

    /// Of whom no group is known, none is known in a draw.
    @Test func whoHasNoGroupIsGivenNone() throws {
        let whole = try ChanceNetwork(seed: 7).context()
        let grouping = try whole.grouping()
        var groups = grouping.groupOf
        for place in [0, 3] { groups[place] = -1 }
        let context = MeasureContext(whole, grouping: Grouping(labels: grouping.labels, groupOf: groups))
        for seed in UInt64(1)..<9 {
            var random = RandomSource(seed: seed)
            let drawn = try #require(try ReferenceNetworks(.groups, context).drawn(using: &random)).grouping()
            #expect(drawn.groupOf.indices.filter { drawn.groupOf[$0] < 0 } == [0, 3])
        }
    }

    /// Two layers that hold the same network: the draws have as many ties, and the overlap is no closure.
    @Test func layersThatOverlapAreOneNetwork() throws {
        let context = try ChanceNetwork(seed: 9, layers: .same, density: 0.7).context()
        for model in [ReferenceModel.degrees, .ties] {
            let rows = try compare(try measures("ties", "multiplexity"), context, model)
            #expect(rows["ties"]?["null_mean"] == rows["ties"]?["observed"] && rows["ties"]?["p"] == nil)
            let overlap = try #require(rows["multiplexity"])
            #expect(overlap["observed"] == 1 && (overlap["p_upper"] ?? 1) <= 0.02, "\(model) \(overlap)")
        }
    }

    @Test func whatCannotBeToldIsSaid() throws {
        let star = try Sample.context(actors: 6, (1..<6).map { (0, $0) })
        let outcome = try NetworkTest.compare(
            try measures("transitivity", "degree_assortativity", "density"), in: star, model: .degrees, draws: 9)
        #expect(
            outcome.notes.map(\.en) == [
                "transitivity has one value in all draws, since the model keeps it: not testable.",
                "degree_assortativity has one value in all draws, since the model keeps it: not testable.",
                "density has one value in all draws, since the model keeps it: not testable.",
            ])
        let pair = try Sample.context(actors: 5, [(0, 1)])
        let undefined = try NetworkTest.compare(try measures("transitivity"), in: pair, model: .ties, draws: 9)
        #expect(undefined.notes.map(\.fr) == ["transitivity est indéfini dans ce réseau : rien à comparer."])
        let few = try Sample.context(actors: 8, [(0, 1), (0, 2), (1, 2)])
        let partly = try NetworkTest.compare(try measures("transitivity"), in: few, model: .ties, draws: 99)
        #expect(partly.notes.first?.en.contains("of 99 draws") == true)
        #expect(throws: MilieuError.self) {
            try NetworkTest.compare([], in: Sample.context(actors: 3, []), model: .ties)
        }
    }

    /// The footer names the weights beside those numbers that read them.
    @Test func footersNameWhoReadsTheWeights() throws {
        var options = Sample.teamOptions
        options.weights = .strength
        let context = try Sample.context(
            actors: 5, [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4)], weights: [1, 2, 3, 4, 5], options: options)
        func footer(_ ids: String...) throws -> String? {
            let asked = try ids.map { id throws(MilieuError) in try MeasureCatalogue.measure(id) }
            return try NetworkTest.bootstrap(asked, in: context, draws: 9).table.provenance?.view?.en
        }
        #expect(try footer("transitivity") == "undirected")
        #expect(
            try footer("transitivity", "average_path_length") == "undirected; weights: strength in average_path_length")
        let relations = try RelationTest.correlate([.ties, .same("team")], in: context, draws: 9)
        #expect(relations.provenance?.view?.en == "undirected")
    }

    /// Every measure of network level, of small networks that stretch it to the ends of its range.
    @Test(arguments: 0..<8) func bootstrapIntervalsStayInRange(seed: Int) throws {
        let context = try ChanceNetwork(seed: seed, density: seed % 2 == 0 ? 0.2 : 0.8).context()
        let asked = try measures(
            "density", "transitivity", "average_clustering", "reciprocity", "multiplexity", "degree_assortativity",
            "betweenness_centralization", "average_path_length", "fragmentation", "attribute_assortativity")
        let table = try NetworkTest.bootstrap(asked, in: context, draws: 40).table
        func numbers(_ id: String) -> [Double?] { table.columns.first { $0.field.id == id }?.numbers ?? [] }
        for (place, measure) in asked.enumerated() {
            guard let low = numbers("low")[place], let high = numbers("high")[place] else { continue }
            let observed = try #require(numbers("observed")[place])
            #expect(measure.range.lowerBound <= low && low <= observed + 1e-9, "\(measure.id)")
            #expect(observed <= high + 1e-9 && high <= measure.range.upperBound, "\(measure.id)")
        }
        #expect(numbers("low")[4] != nil)
    }

    /// A tie without direction has no sender: the sum of both ends, each pair once.
    @Test func sendersOfTiesWithoutDirectionAreSums() throws {
        let context = try ChanceNetwork(seed: 11, layers: .undirected).context()
        let fit = try RelationTest.regress(.ties, on: [.sender("rank")], in: context, draws: 19)
        let sum = try RelationTest.regress(.ties, on: [.sum("rank")], in: context, draws: 19)
        let count = context.view.nodes.count
        #expect(fit.observations == count * (count - 1) / 2)
        func estimates(_ fit: RelationTest.Regression) -> [Double?] { fit.table.columns[1].numbers ?? [] }
        #expect(estimates(fit) == estimates(sum))
        #expect(fit.table["relation", 1] == "sum:rank")
        let directed = try ChanceNetwork(seed: 11).context()
        #expect(
            try RelationTest.regress(.ties, on: [.sender("rank")], in: directed, draws: 9).observations == count
                * (count - 1))
    }
}

extension Table {
    fileprivate subscript(id: String, row: Int) -> String? {
        guard case .text(let texts) = columns.first(where: { $0.field.id == id })?.values else { return nil }
        return texts[row]
    }
}
