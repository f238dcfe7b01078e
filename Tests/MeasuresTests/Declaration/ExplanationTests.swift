import GraphKernels
import Measures
import NetworkModel
import Tabular
import Testing
import Vocabulary

/// What is behind a number adds up to the number.
@Suite struct ExplanationTests {
    private static let summed = [
        "degree": "alters", "in_degree": "alters", "out_degree": "alters", "strength": "weight", "in_strength": "weight",
        "out_strength": "weight", "harmonic": "share", "betweenness": "share", "constraint": "constraint",
        "effective_size": "effective", "efficiency": "efficiency", "hierarchy": "hierarchy", "triangles": "tied",
        "clustering": "share", "bonding_ties": "internal", "bridging_ties": "external", "simmelian_ties": "simmelian",
        "reach_2": "share", "pagerank": "flow", "brokerage_coordinator": "triads", "brokerage_itinerant": "triads",
        "brokerage_representative": "triads", "brokerage_gatekeeper": "triads", "brokerage_liaison": "triads",
        "mobilizable_resources": "mobilizable", "resources_known": "known_share", "extensity": "new",
    ]

    @Test(arguments: 0..<60) func `the rows add up to the value`(seed: Int) throws {
        let network = RandomNetwork(seed: seed)
        let weighted = Self.summed.filter { ["harmonic", "betweenness", "constraint", "pagerank"].contains($0.key) }
        let cases: [(MeasureOptions.Weights, [String: String])] = [(.none, Self.summed), (.strength, weighted)]
        for (option, ids) in cases {
            var context = try network.context(option)
            var options = context.options
            options.resource = "holding"
            context = MeasureContext(try Self.endowed(context.network).view(), options: options)
            for (id, column) in ids {
                let measure = try MeasureCatalogue.measure(id)
                let values = Sample.numbers(try measure.values(in: context))
                for node in values.indices {
                    let table = try measure.explain(context.view.id(of: node), in: context)
                    let cells = try #require(table.columns.first { $0.field.id == column }, "\(id)").numbers ?? []
                    let sum = cells.compactMap { $0 }.reduce(0, +)
                    guard let value = values[node] else {
                        #expect(cells.allSatisfy { $0 == nil || $0 == 0 }, "\(id)")
                        continue
                    }
                    #expect(abs(sum - value) <= 1e-10 * max(1, abs(value)), "\(id) \(node) \(option): \(sum), \(value) \(network)")
                }
            }
        }
    }

    /// The same network, its actors holding numbers, some of them unknown.
    private static func endowed(_ network: Network) throws -> Network {
        let holdings = network.actors.indices.map { $0 % 4 == 3 ? nil : String(1 + $0 % 3) }
        let actors = try Actors(
            Array(network.actors), attributes: network.actors.attributes + [Actors.Attribute(name: "holding", values: holdings)])
        return try Network(
            description: network.description, actors: actors, ties: network.ties, tieKinds: network.tieKinds)
    }

    @Test func `every summed column is declared, and the other explanations have rows`() throws {
        let context = try Sample.context(actors: 4, [(0, 1), (1, 2), (2, 0), (2, 3)])
        for measure in MeasureCatalogue.all where measure.explanation != nil && Self.summed[measure.id] == nil {
            guard let table = try? measure.explain("2", in: context) else { continue }
            #expect(table.rowCount > 0, "\(measure.id)")
        }
    }

    @Test func `an unknown actor is refused with the nearest, a measure without explanation with those that have one`() throws {
        let context = try Sample.context(actors: 12, [(0, 1)])
        let constraint = try MeasureCatalogue.measure("constraint")
        let unknown = #expect(throws: MilieuError.self) { try constraint.explain("111", in: context) }
        #expect(unknown?.cause == .usage && unknown?.remedy.contains("Did you mean") == true)
        let without = try MeasureCatalogue.measure("katz")
        let error = #expect(throws: MilieuError.self) { try without.explain("1", in: context) }
        #expect(error?.cause == .usage && error?.remedy.contains("constraint") == true)
    }
}
