import GraphKernels
import Testing

@testable import TieModels

/// What is said of a simulation and of a fit.
@Suite struct CheckTests {
    @Test func seriesAreJudged() throws {
        let flat = [[Double](repeating: 2, count: 100)]
        #expect(Series.autocorrelation(flat) == nil && Series.geweke(flat) == nil)
        // +1, −1, …: products of neighbours are −1, one fewer than squares.
        let alternating = [(0..<100).map { $0 % 2 == 0 ? 1.0 : -1 }]
        #expect(abs((Series.autocorrelation(alternating) ?? 0) + 0.99) < 1e-9)
        let rising = [(0..<100).map { Double($0) + ($0 % 2 == 0 ? 0.5 : -0.5) }]
        #expect(try #require(Series.geweke(rising)) < -5)
        // Two chains about 0 and 3, each of variance 1 · 100 / 99.
        let apart = [alternating[0], alternating[0].map { $0 + 3 }]
        let within = 100.0 / 99
        let expected = ((0.99 * within + 4.5) / within).squareRoot()
        #expect(abs((Series.chainRatio(apart) ?? 0) - expected) < 1e-9)
    }

    @Test func fitIsComparedWithItsNetworks() throws {
        let fit = try TieEstimation.fit(TieModel(TieFormula("edges"), of: Florence.marriages))
        let rows = try #require(GoodnessOfFit(fit, draws: 200, seed: 3)).rows
        func row(_ feature: GoodnessOfFit.Feature, _ value: Int?) -> GoodnessOfFit.Row? {
            rows.first { $0.feature == feature && $0.value == value }
        }
        // One family alone, four of one marriage; Pucci reaches nobody: 15 pairs. Three triangles: 6 ties of one partner
        // and so many of none as are left, since Strozzi, Peruzzi, Bischeri and Castellani share a side.
        #expect(row(.degree, 0)?.observed == 1 && row(.degree, 1)?.observed == 4 && row(.degree, 6)?.observed == 1)
        #expect(row(.distance, nil)?.observed == 15 && row(.distance, 1)?.observed == 20)
        let partners = rows.filter { $0.feature == .esp }
        #expect(partners.reduce(0) { $0 + $1.observed } == 20)
        #expect(partners.reduce(0) { $0 + ($1.value ?? 0) * $1.observed } == 9)
        for feature in [GoodnessOfFit.Feature.degree, .distance] {
            let all = rows.filter { $0.feature == feature }.reduce(0) { $0 + $1.mean }
            #expect(abs(all - (feature == .degree ? 16 : 120)) < 1e-9)
        }
        #expect(rows.allSatisfy { $0.low <= $0.high && (0...1).contains($0.p) })
        // With as many ties as observed on average, the observed degrees are nothing strange.
        #expect((row(.degree, 3)?.p ?? 0) > 0.05)
    }

    @Test func diagnosticsSayHowTheSimulationWent() throws {
        let fit = try TieEstimation.fit(TieModel(TieFormula("edges + triangle"), of: Florence.marriages))
        let rows = fit.diagnostics
        #expect(rows.map(\.name) == ["edges", "triangle"] && fit.traces.count == ChainPool.count)
        for row in rows {
            #expect(row.effectiveSize >= 400 && abs(row.mean - row.observed) < row.deviation)
            #expect(abs(row.geweke ?? 9) < 5 && abs((row.chainRatio ?? 9) - 1) < 0.05)
        }
    }
}
