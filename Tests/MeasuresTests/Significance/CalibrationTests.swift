import GraphKernels
import Measures
import Testing
import Vocabulary

/// Networks that chance made, tested as if they had been observed: p fills [0, 1] evenly, whatever is
/// mixed, layered, weighted or shared. `Scripts/calibrate.py` does the same through the program, over
/// more networks.
@Suite struct CalibrationTests {
    struct Design: CustomStringConvertible, Sendable {
        let description: String
        let model: ReferenceModel
        let measures: [String]
        let context: @Sendable (Int) throws -> MeasureContext
    }

    static let designs: [Design] = [
        Design(description: "mixed, degrees", model: .degrees, measures: ["transitivity", "reciprocity"]) {
            try ChanceNetwork(seed: $0, layers: .mixed).context()
        },
        Design(description: "mixed, ties", model: .ties, measures: ["average_clustering", "reciprocity"]) {
            try ChanceNetwork(seed: $0, layers: .mixed).context()
        },
        Design(description: "mixed, dyads", model: .dyads, measures: ["transitivity"]) {
            try ChanceNetwork(seed: $0, layers: .mixed).context()
        },
        Design(description: "same layers, degrees", model: .degrees, measures: ["transitivity", "average_path_length"]) {
            try ChanceNetwork(seed: $0, layers: .same).context()
        },
        Design(description: "own layers, ties", model: .ties, measures: ["transitivity", "multiplexity"]) {
            try ChanceNetwork(seed: $0, density: 0.2).context()
        },
        Design(description: "weights, degrees", model: .degrees, measures: ["average_path_length"]) {
            try ChanceNetwork(seed: $0, layers: .undirected, density: 0.5).context(weights: .strength)
        },
        Design(description: "weights, ties", model: .ties, measures: ["average_path_length"]) {
            try ChanceNetwork(seed: $0, density: 0.2).context(weights: .strength)
        },
        Design(description: "shared events, degrees", model: .degrees, measures: ["transitivity", "reciprocity"]) {
            try ChanceNetwork(seed: $0, layers: .mixed, density: 0.25).context(events: .projected)
        },
        Design(description: "shared events, ties", model: .ties, measures: ["transitivity"]) {
            try ChanceNetwork(seed: $0, layers: .mixed, density: 0.25).context(events: .projected)
        },
        Design(description: "groups", model: .groups, measures: ["attribute_assortativity"]) {
            try ChanceNetwork(seed: $0).context(events: .projected)
        },
    ]

    @Test(arguments: designs) func pValuesFillTheirRange(design: Design) throws {
        let measures = try design.measures.map { id throws(MilieuError) in try MeasureCatalogue.measure(id) }
        var found = [[Double]](repeating: [], count: measures.count)
        for seed in 0..<60 {
            let table = try NetworkTest.compare(measures, in: design.context(seed), model: design.model, draws: 19).table
            let p = table.columns.first { $0.field.id == "p_upper" }?.numbers ?? []
            for (place, value) in p.enumerated() { if let value { found[place].append(value) } }
        }
        for (measure, values) in zip(measures, found) {
            #expect(values.count >= 40, "\(measure.id)")
            // Of a uniform p of twentieths at most a tenth is ≤ 0.1, and 0.55 to 0.6 ≤ 0.55 where draws
            // and observed seldom tie. Binomial bounds of 0.01 %.
            let count = Double(values.count)
            func bound(_ share: Double, _ sign: Double) -> Double {
                share * count + sign * (3.72 * (share * (1 - share) * count).squareRoot() + 1)
            }
            #expect(Double(values.count { $0 <= 0.1 }) < bound(0.1, 1), "\(measure.id)")
            #expect(Double(values.count { $0 >= 0.95 }) < bound(0.1, 1) + count * 0.05, "\(measure.id)")
            #expect(Double(values.count { $0 <= 0.5 }) > bound(0.4, -1), "\(measure.id)")
            #expect(Double(values.count { $0 <= 0.5 }) < bound(0.5, 1), "\(measure.id)")
        }
    }
}
