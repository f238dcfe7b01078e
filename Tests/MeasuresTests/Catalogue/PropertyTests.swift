import GraphKernels
import Measures
import Testing
import Vocabulary

/// What holds of every measure on every network, looped over the catalogue.
@Suite struct PropertyTests {
    private static let actorLevel = MeasureCatalogue.all.filter { $0.level == .actor }
    private static let weights: [MeasureOptions.Weights] = [.none, .strength, .distance]

    /// All numbers of the measure, those of a table row by row; nil where the network or the weights do
    /// not allow it.
    private func values(_ measure: Measure, _ context: MeasureContext) throws -> [Double?]? {
        do throws(MilieuError) {
            guard measure.level != .group else { return try measure.table(in: context).columns.flatMap { Sample.numbers($0.values) } }
            return Sample.numbers(try measure.values(in: context))
        } catch {
            guard error.cause == .usage else { throw error }
            return nil
        }
    }

    private func isClose(_ one: [Double?]?, _ other: [Double?]?) -> Bool {
        guard let one, let other else { return one == nil && other == nil }
        return one.count == other.count
            && zip(one, other).allSatisfy { pair in
                guard let a = pair.0, let b = pair.1 else { return pair.0 == nil && pair.1 == nil }
                return abs(a - b) <= 1e-10 * max(1, abs(a), abs(b))
            }
    }

    @Test(arguments: RandomNetwork.seeds) func `values are in range and of their type, or undefined`(seed: Int) throws {
        let network = RandomNetwork(seed: seed)
        let context = try network.context()
        for measure in MeasureCatalogue.all {
            guard let values = try values(measure, context) else {
                #expect(!measure.requirements.isEmpty, "\(measure.id) asks for nothing and is refused")
                continue
            }
            switch measure.level {
            case .actor: #expect(values.count == network.actorCount, "\(measure.id)")
            case .tie: #expect(values.count == context.view.tieCount, "\(measure.id)")
            case .network: #expect(values.count == 1, "\(measure.id)")
            case .group: break
            }
            for case let value? in values {
                #expect(value.isFinite, "\(measure.id) \(network)")
                // A table of groups holds other numbers beside the measure's own.
                guard measure.level != .group else { continue }
                let slack = 1e-12 * max(1, abs(value))
                #expect(
                    value >= measure.range.lowerBound - slack && value <= measure.range.upperBound + slack,
                    "\(measure.id) is \(value) on \(network)")
                if measure.type == .integer || measure.type == .flag { #expect(value == value.rounded()) }
            }
        }
    }

    @Test(arguments: RandomNetwork.seeds) func `names do not matter`(seed: Int) throws {
        let network = RandomNetwork(seed: seed)
        var random = RandomSource(seed: 9, part: seed)
        let places = Array(0..<network.actorCount).shuffled(using: &random)
        for option in Self.weights {
            let (before, after) = (try network.context(option), try network.relabelled(places).context(option))
            for measure in MeasureCatalogue.all where !measure.isSeeded {
                let (old, new) = (try values(measure, before), try values(measure, after))
                switch measure.level {
                case .actor where measure.type != .label:
                    #expect(isClose(old, new.map { new in places.map { new[$0] } }), "\(measure.id) \(option) \(network)")
                case .network:
                    #expect(isClose(old, new), "\(measure.id) \(option) \(network)")
                case .tie where measure.type != .label:
                    #expect(isClose(old, new.map { $0.reversed() }), "\(measure.id) \(option) \(network)")
                case .actor, .tie, .group:
                    break
                }
            }
        }
    }

    /// Measures of an actor's own surroundings or component, which a second network beside it does
    /// not touch.
    private static let local: Set = [
        "degree", "in_degree", "out_degree", "strength", "in_strength", "out_strength", "betweenness",
        "eccentricity", "subgraph_centrality", "current_flow_betweenness", "current_flow_closeness", "coreness",
        "triangles", "clustering", "clustering_weighted", "constraint", "effective_size", "efficiency",
        "hierarchy", "ei_index", "brokerage_coordinator", "brokerage_itinerant", "brokerage_representative",
        "brokerage_gatekeeper", "brokerage_liaison", "degree_alpha", "in_degree_alpha", "out_degree_alpha",
        "betweenness_alpha", "cut_point", "bicomponent_count", "bicomponent_size", "clique_count", "clique_size",
        "k_plex_count", "k_plex_size", "trussness", "lambda_level", "nestedness", "alters_degree",
        "alters_degree_weighted", "ego_blau", "ego_iqv", "ego_mean", "ego_sd", "ego_density",
    ]

    @Test(arguments: RandomNetwork.seeds) func `a copy beside the network leaves local measures alone`(seed: Int) throws {
        let network = RandomNetwork(seed: seed)
        let (alone, doubled) = (try network.context(), try network.doubled.context())
        for measure in Self.actorLevel where Self.local.contains(measure.id) {
            let single = try values(measure, alone)
            #expect(isClose(single.map { $0 + $0 }, try values(measure, doubled)), "\(measure.id) \(network)")
        }
    }

    @Test(arguments: RandomNetwork.seeds) func `an isolate more changes nobody's local measures`(seed: Int) throws {
        let network = RandomNetwork(seed: seed)
        let (alone, joined) = (try network.context(), try network.withIsolate.context())
        // HITS, the onion and the eigenvector look beyond a component, but not at isolates.
        for measure in Self.actorLevel
        where Self.local.union(["onion_layer", "authority", "hub"]).contains(measure.id) {
            let after = try values(measure, joined)
            #expect(isClose(try values(measure, alone), after.map { Array($0.dropLast()) }), "\(measure.id) \(network)")
        }
    }

    /// Measures that weights of another unit leave as they are.
    private static let scaleFree: Set = [
        "betweenness", "betweenness_normalized", "eigenvector", "pagerank", "katz", "bonacich_power", "authority",
        "hub", "current_flow_betweenness", "clustering_weighted", "constraint", "effective_size", "efficiency",
        "hierarchy", "betweenness_alpha", "alters_degree_weighted", "pagerank_personalized",
    ]

    @Test(arguments: RandomNetwork.seeds) func `the unit of the weights does not matter where none is claimed`(seed: Int) throws {
        let network = RandomNetwork(seed: seed)
        let (before, after) = (try network.context(.strength), try network.scaled(by: 7.3).context(.strength))
        for measure in Self.actorLevel where Self.scaleFree.contains(measure.id) {
            #expect(isClose(try values(measure, before), try values(measure, after)), "\(measure.id) \(network)")
        }
    }

    @Test(arguments: 0...2) func `the smallest networks have values or none, and never a fault`(count: Int) throws {
        let edges: [[(Int, Int)]] = count < 2 ? [[]] : [[], [(0, 1)], [(0, 1), (1, 0)]]
        for list in edges {
            for isDirected in [false, true] {
                for option in Self.weights {
                    var options = Sample.teamOptions
                    options.weights = option
                    let context = try Sample.context(actors: count, list, isDirected: isDirected, options: options)
                    for measure in MeasureCatalogue.all {
                        for case let value? in try values(measure, context) ?? [] {
                            #expect(value.isFinite, "\(measure.id)")
                        }
                    }
                }
            }
        }
    }
}
