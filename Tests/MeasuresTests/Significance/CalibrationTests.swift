import GraphKernels
import Measures
import Testing
import Vocabulary

/// Networks that chance made, tested as if they had been observed: p is small as seldom as it says,
/// whatever is mixed, layered, weighted or shared. `Scripts/calibrate.py` does the same through the program, over
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
        Design(description: "same layers, degrees", model: .degrees, measures: ["transitivity", "average_path_length"])
        {
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
            // So dense that most networks have directed ties that chance can turn towards each other.
            try ChanceNetwork(seed: $0, layers: .mixed, density: 0.4).context(events: .projected)
        },
        Design(description: "shared events, ties", model: .ties, measures: ["transitivity"]) {
            try ChanceNetwork(seed: $0, layers: .mixed, density: 0.25).context(events: .projected)
        },
        Design(description: "groups", model: .groups, measures: ["attribute_assortativity"]) {
            try ChanceNetwork(seed: $0).context(events: .projected)
        },
    ]

    /// Of each side at most a tenth of p is ≤ 0.1, and z is 0 on the mean: to a bound that chance passes
    /// once in ten thousand (and the seeds are fixed).
    @Test(arguments: designs) func pValuesAreThoseOfChance(design: Design) throws {
        let measures = try design.measures.map { id throws(MilieuError) in try MeasureCatalogue.measure(id) }
        let tables = try (0..<60).map { seed in
            try NetworkTest.compare(measures, in: design.context(seed), model: design.model, draws: 19).table
        }
        for (place, measure) in measures.enumerated() {
            func values(_ id: String) -> [Double] {
                tables.compactMap { table in table.columns.first { $0.field.id == id }?.numbers?[place] }
            }
            let z = values("z")
            let count = Double(z.count)
            #expect(z.count >= 40, "\(measure.id)")
            let most = 0.1 * count + 3.72 * (0.09 * count).squareRoot()
            for side in ["p_lower", "p_upper"] {
                #expect(Double(values(side).count { $0 <= 0.1 }) < most, "\(measure.id) \(side)")
            }
            let mean = z.reduce(0, +) / count
            let deviation = (z.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)).squareRoot()
            #expect(abs(mean) < 3.89 * deviation / count.squareRoot(), "\(measure.id): z \(mean)")
        }
    }
}
