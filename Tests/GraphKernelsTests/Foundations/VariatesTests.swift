import Testing

@testable import GraphKernels

struct VariatesTests {
    /// Mean and variance of a Poisson variate are equal, small or large.
    @Test(arguments: [0.01, 0.7, 4, 29, 31, 200])
    func poissonHasItsMeanAndVariance(_ mean: Double) {
        var random = RandomSource(seed: 8, part: 0)
        let count = 4000
        let drawn = (0..<count).map { _ in Double(random.poisson(mean)) }
        let found = drawn.reduce(0, +) / Double(count)
        let variance = drawn.reduce(0) { $0 + ($1 - found) * ($1 - found) } / Double(count)
        #expect(abs(found - mean) < 4.5 * (mean / Double(count)).squareRoot())
        // The variance's own: (m + 2m²)/n.
        #expect(abs(variance - mean) < 5 * ((mean + 2 * mean * mean) / Double(count)).squareRoot())
    }

    /// Given that it is not 0: m/(1 − e⁻ᵐ) on average, and never 0.
    @Test(arguments: [0.0005, 0.2, 1, 5, 40])
    func positivePoissonHasItsMean(_ mean: Double) {
        var random = RandomSource(seed: 9, part: 0)
        let count = 4000
        let drawn = (0..<count).map { _ in random.positivePoisson(mean) }
        let expected = mean / (1 - Logarithm.exponential(-mean))
        #expect(drawn.allSatisfy { $0 > 0 })
        let found = Double(drawn.reduce(0, +)) / Double(count)
        #expect(abs(found - expected) < 4.5 * ((mean + 0.01) / Double(count)).squareRoot())
    }

    @Test(arguments: [0.1, 1, 7.5])
    func gammaHasItsMeanAndVariance(_ shape: Double) {
        var random = RandomSource(seed: 10, part: 0)
        let drawn = (0..<4000).map { _ in random.gamma(shape) }
        let found = drawn.reduce(0, +) / 4000
        #expect(abs(found - shape) < 4.5 * (shape / 4000).squareRoot())
        let variance = drawn.reduce(0) { $0 + ($1 - found) * ($1 - found) } / 4000
        #expect(abs(variance - shape) < 5 * ((6 * shape + 2 * shape * shape) / 4000).squareRoot())
    }
}
