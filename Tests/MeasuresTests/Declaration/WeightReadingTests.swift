import GraphKernels
import NetworkModel
import Tabular
import Testing
import Vocabulary

@testable import Measures

/// Whether a measure says truly that it reads weights: its values with them and without, on networks of every sort.
struct WeightReadingTests {
    /// A network of one mode or two, undirected, directed or both, with parallel ties, in which every measure of some
    /// network has a value.
    private struct Weighted {
        let directions: [Bool]
        let seed: Int
        var isTwoMode = false

        static let all = [[false], [true], [false, true]].flatMap { directions in
            (0..<2).map { Weighted(directions: directions, seed: $0) }
        } + (0..<2).map { Weighted(directions: [false], seed: $0, isTwoMode: true) }

        /// - Parameter weigh: the weight of a tie, from what chance gave it.
        func context(
            _ reading: MeasureOptions.Weights, _ tool: PeerTool? = nil, _ weigh: (Double) -> Double = { $0 }
        ) throws -> MeasureContext {
            var random = RandomSource(seed: 0x3E1, part: seed)
            let count = 12
            let actors = (0..<count).map { number in
                var actor = Actor(id: "a\(number)", kind: ["firm", "fund", "town"][number % 3])
                actor.size = Double(1 + random.below(60))
                return actor
            }
            var ties: [Tie] = []
            for number in 0..<34 {
                let (source, target) = (random.below(count - 1), random.below(count - 1))
                let weight = weigh([0.25, 0.5, 1, 3, 5, 8][random.below(6)])
                guard source != target, !isTwoMode else { continue }
                var details = Tie.Details()
                details.since = PartialDate(year: 2000 + number % 9)
                ties.append(
                    Tie(source: source, target: target, kind: random.below(2 * directions.count), weight: weight, details: details))
            }
            let events = (0..<6).map { Event(id: "e\($0)", kind: "meeting") }
            let seats = isTwoMode
                ? events.indices.flatMap { event in
                    (0..<count).filter { _ in random.below(3) > 0 }.map {
                        Participation(actor: $0, event: event, count: weigh(Double(1 + random.below(6))))
                    }
                } : []
            let layers: [Layer] = [.cooperation, .finance]
            let network = try Network(
                description: DatasetDescription(name: "weighted"), actors: Actors(actors), ties: Ties(ties),
                events: isTwoMode ? events : [], participation: seats,
                tieKinds: directions.indices.flatMap { place in
                    layers.map { TieKind(id: "k\(place)\($0.rawValue)", isDirected: directions[place], layer: $0) }
                },
                actorKinds: [
                    ActorKind(id: "firm", sphere: .economy), ActorKind(id: "fund", sphere: .finance),
                    ActorKind(id: "town", sphere: .public),
                ],
                eventKinds: [EventKind(id: "meeting")])
            var (choice, options) = (ViewOptions(), MeasureOptions())
            choice.events = isTwoMode ? .twoMode : .leftOut
            (options.weights, options.convention) = (reading, tool)
            (options.references, options.start, options.dimensions) = (5, ["kind=firm"], ["kind", "size", "size"])
            return MeasureContext(try network.view(choice), options: options)
        }
    }

    /// What a measure gives; nil where it is refused.
    private func result(_ measure: Measure, _ context: MeasureContext) throws -> [Column.Values]? {
        do throws(MilieuError) {
            guard measure.level != .group else { return try measure.table(in: context).columns.map(\.values) }
            return [try measure.values(in: context)]
        } catch {
            guard error.cause == .usage else { throw error }
            return nil
        }
    }

    /// Of all measures, those with a value in some network, and how each reads weights there.
    private func found(_ measures: [Measure], _ tool: PeerTool?) throws -> [String: WeightReading] {
        var found: [String: WeightReading] = [:]
        for weighted in Weighted.all {
            let plain = try weighted.context(.none, tool)
            let even = try weighted.context(.none, tool) { _ in 1 }
            let asked = try [MeasureOptions.Weights.strength, .distance].map { try weighted.context($0, tool) }
            for measure in measures where found[measure.id] ?? .never == .never {
                guard let own = try result(measure, plain) else { continue }
                let others = try asked.compactMap { try result(measure, $0) }
                found[measure.id] = others.contains { $0 != own } ? .asAsked : .never
                if found[measure.id] == .never, try result(measure, even) != own { found[measure.id] = .always }
            }
        }
        return found
    }

    @Test func everyMeasureReadsWeightsAsItSays() throws {
        let measures = MeasureCatalogue.all + MeasureCatalogue.variants
        let found = try found(measures, nil)
        #expect(measures.filter { found[$0.id] == nil }.map(\.id) == [])
        for measure in measures {
            #expect(found[measure.id] == measure.readsWeights, "\(measure.id)")
        }
    }

    @Test(arguments: PeerTool.allCases) func soDoesEveryMeasureOfATool(_ tool: PeerTool) throws {
        let measures = MeasureCatalogue.all.filter { $0.isVaried(by: tool) }.map { $0.as(tool) }
        let found = try found(measures, tool)
        for measure in measures where found[measure.id] != nil {
            #expect(found[measure.id] == measure.readsWeights, "\(measure.id)")
        }
    }
}
