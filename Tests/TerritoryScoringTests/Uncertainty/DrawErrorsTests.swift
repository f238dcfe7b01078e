import GraphKernels
import Testing

@testable import TerritoryScoring

/// Standard errors of draws that share Markov chains.
struct DrawErrorsTests {
    @Test func independentDrawsErrAsTheTextbookSays() {
        let values: [Double?] = [1, 0, nil, 1, 1, 0, 0, 0, 1, 1]
        let share = 5.0 / 9
        #expect(abs(DrawErrors.independent.ofMean(values) - (share * (1 - share) / 9).squareRoot()) < 1e-12)
        #expect(DrawErrors.independent.ofMean([nil, nil]) == 0)
    }

    /// Chains that differ and draws that do not: as many draws tell as much as there are chains.
    @Test func drawsOfOneChainTellWhatOneDrawTells() {
        var random = RandomSource(seed: 1, part: 0)
        let chains = (0..<2000).map { Int32($0 / 20) }
        let means = (0..<100).map { _ in random.normal() }
        let errors = DrawErrors(chains: chains)
        let alike = errors.ofMean(chains.map { means[Int($0)] })
        // The mean of a hundred normal numbers; the estimate has a relative error of 9 %.
        #expect(abs(alike - 0.1) < 0.03)
        #expect(DrawErrors.independent.ofMean(chains.map { means[Int($0)] }) < 0.03)
        let apart = errors.ofMean(chains.map { _ in random.normal() })
        #expect(abs(apart - 1 / 2000.0.squareRoot()) < 0.008)
    }

    /// Of looks in no order: four draws of each tell what one tells where they are alike.
    @Test func drawsOfOneLookTellWhatOneDrawTells() {
        var random = RandomSource(seed: 4, part: 0)
        let looks = (0..<4000).map { Int32($0 / 4) }
        let means = (0..<1000).map { _ in random.normal() }
        let errors = DrawErrors(looks: looks)
        #expect(abs(errors.ofMean(looks.map { means[Int($0)] }) * 1000.0.squareRoot() - 1) < 0.07)
        #expect(abs(errors.ofMean(looks.map { _ in random.normal() }) * 4000.0.squareRoot() - 1) < 0.07)
        // Each draw a look of its own: as the textbook says.
        let values: [Double?] = [1, 0, nil, 1, 1, 0]
        #expect(
            abs(DrawErrors(looks: [0, 1, 2, 3, 4, 5]).ofMean(values) - DrawErrors.independent.ofMean(values)) < 1e-15)
    }

    /// Over many runs quantiles scatter as their errors say.
    @Test func errorsOfQuantilesAreTrue() {
        var random = RandomSource(seed: 2, part: 0)
        var (found, told): ([[Double]], [[Double]]) = ([], [])
        for _ in 0..<200 {
            let chains = (0..<800).map { _ in Int32(random.below(40)) }
            let means = (0..<40).map { _ in random.normal() }
            let values = chains.map { means[Int($0)] + 0.5 * random.normal() as Double? }
            guard let interval = Interval(values, DrawErrors(chains: chains)) else { continue }
            found.append([interval.low, interval.median, interval.high])
            told.append([interval.errors.low, interval.errors.median, interval.errors.high])
        }
        for place in 0..<3 {
            let values = found.map { $0[place] }
            let mean = values.reduce(0, +) / 200
            let spread = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 199).squareRoot()
            let error = told.reduce(0) { $0 + $1[place] } / 200
            #expect(abs(error / spread - 1) < 0.2, "\(error), not \(spread)")
        }
    }
}
