import Measures
import NetworkModel
import Tabular
import Testing
import Vocabulary

/// Weights at the edge of what a double holds: a number, an empty cell or a refusal that says so, and never a value
/// that a writer has no text for.
@Suite struct NumericalReachTests {
    private static let extremes: [[Double]] = [
        [1, 1e16, 1], [1e308, 1e308, 1e308], [1e-308, 1, 1e308], [Double.leastNonzeroMagnitude, 1, 1],
        [1e200, 1e-200, 3], [1e14, 1, 1e-14],
    ]

    @Test(arguments: extremes) func `every measure has finite values or says why not`(weights: [Double]) throws {
        for isDirected in [false, true] {
            for option in [MeasureOptions.Weights.strength, .distance] {
                var options = Sample.teamOptions
                options.weights = option
                let context = try Sample.context(
                    actors: 4, [(0, 1), (1, 2), (2, 3), (3, 0)], weights: weights + [1], isDirected: isDirected,
                    options: options)
                for measure in MeasureCatalogue.all + MeasureCatalogue.variants {
                    do throws(MilieuError) {
                        if measure.level == .group {
                            for column in try measure.table(in: context).columns {
                                check(column.values, measure.id, weights)
                            }
                        } else {
                            check(try measure.values(in: context), measure.id, weights)
                        }
                    } catch {
                        #expect(error.cause == .usage, "\(measure.id) \(weights): \(error.message)")
                    }
                }
            }
        }
    }

    private func check(_ values: Column.Values, _ id: String, _ weights: [Double]) {
        guard case .number(let numbers) = values else { return }
        #expect(numbers.allSatisfy { $0?.isFinite ?? true }, "\(id) on \(weights)")
    }

    @Test func `weights whose sum no double holds are refused by name`() throws {
        var options = Sample.teamOptions
        options.weights = .strength
        let context = try Sample.context(actors: 3, [(0, 1), (1, 2)], weights: [1e308, 1e308], options: options)
        let error = #expect(throws: MilieuError.self) { try Sample.values("pagerank", context) }
        #expect(error?.cause == .usage && error?.message.contains("numerical reach") == true)
    }

    @Test func `a current that rounding swallows is refused, and its resistance is not`() throws {
        var options = Sample.teamOptions
        options.weights = .strength
        let context = try Sample.context(actors: 3, [(0, 1), (1, 2)], weights: [1e16, 1], options: options)
        let closeness = try Sample.values("current_flow_closeness", context)
        for (value, expected) in zip(closeness, [2.0, 2, 1]) { #expect(abs((value ?? 0) - expected) < 1e-12) }
        let error = #expect(throws: MilieuError.self) { try Sample.values("current_flow_betweenness", context) }
        #expect(error?.message.contains("numerical reach") == true)
    }

    @Test func `a measure without any value says so`() throws {
        let context = try Sample.context(actors: 4, [(0, 1), (2, 3)])
        let table = try MeasureTable(MeasureSelection(ids: ["eigenvector", "degree"]), in: context)
        #expect(table.undefinedThroughout.map(\.id) == ["eigenvector"])
        let network = try MeasureTable(MeasureSelection(ids: ["density", "transitivity"]), in: context)
        #expect(network.undefinedThroughout.map(\.id) == ["transitivity"])
    }
}
