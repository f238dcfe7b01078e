import GraphKernels
import Testing
import Vocabulary

@testable import TieModels

/// Coefficients under which networks were simulated, and what is estimated from each.
@Suite struct CoverageTests {
    /// An interval of 1.96 standard errors holds the truth in 95 of 100: of 40 networks in 35 and more but for once in two
    /// hundred times.
    @Test func intervalsHoldTheTruth() throws {
        let theta = [-1.6, 0.4]
        let formula = try TieFormula("edges + gwesp(0.5, fixed)")
        let first = numbered(20, directed: false, [(0, 1), (1, 2), (0, 2)])
        let model = try TieModel(formula, of: first)
        var pool = ChainPool(model, PairProposals(model, nil), seed: 5, firstStream: 0)
        var networks: [[TieModel.Pair]] = []
        while networks.count < 40 {
            let sample = pool.sample(theta, size: 1, interval: 4_000, burnIn: networks.isEmpty ? 20_000 : 0)
            try #require(sample != nil)
            networks += pool.chains.map(\.ties)
        }
        var options = TieEstimation.Options()
        options.wantsLikelihood = false
        var held = [0, 0]
        for network in networks {
            let ties = network.map { ($0.tail, $0.head) }
            let fit = try TieEstimation.fit(TieModel(formula, of: numbered(20, directed: false, ties)), options)
            for (place, coefficient) in fit.coefficients.enumerated()
            where abs(coefficient.estimate - theta[place]) < 1.96 * coefficient.standardError {
                held[place] += 1
            }
        }
        #expect(held.allSatisfy { $0 >= 35 }, "\(held) of 40")
    }
}
