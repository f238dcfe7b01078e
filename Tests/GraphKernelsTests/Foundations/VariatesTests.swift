import Foundation
import Testing

@testable import GraphKernels

struct VariatesTests {
    /// How far apart the share of draws up to a place and the distribution are at most, in units of 1/√n.
    private func distance(_ draws: [Double], _ distribution: (Double) -> Double) -> Double {
        let count = Double(draws.count)
        let gaps = draws.sorted().enumerated().map { place, value in
            let share = distribution(value)
            return max(share - Double(place) / count, Double(place + 1) / count - share)
        }
        return (gaps.max() ?? 0) * count.squareRoot()
    }

    /// Kolmogorov's test at one in ten thousand, and what lies in the tail behind the layers.
    @Test func aNormalVariateIsNormal() {
        var random = RandomSource(seed: 14, part: 0)
        let draws = (0..<400_000).map { _ in random.normal() }
        #expect(distance(draws) { 0.5 * erfc(-$0 / 2.0.squareRoot()) } < 2.23)
        for side in [-1.0, 1] {
            let beyond = draws.map { side * $0 }.filter { $0 > Ziggurat.normal.right }
            let expected = 400_000 * 0.5 * erfc(Ziggurat.normal.right / 2.0.squareRoot())
            #expect(abs(Double(beyond.count) - expected) < 4.5 * expected.squareRoot())
            // What lies behind: the mean of a normal tail, φ(r)/Q(r) = 3.897.
            let mean = beyond.reduce(0, +) / Double(max(1, beyond.count))
            #expect(abs(mean - 3.897) < 0.15)
        }
    }

    @Test func anExponentialVariateIsExponential() {
        var random = RandomSource(seed: 15, part: 0)
        let draws = (0..<400_000).map { _ in random.exponential() }
        #expect(distance(draws) { 1 - exp(-$0) } < 2.23)
        let beyond = draws.filter { $0 > Ziggurat.exponential.right }
        let expected = 400_000 * exp(-Ziggurat.exponential.right)
        #expect(abs(Double(beyond.count) - expected) < 4.5 * expected.squareRoot())
        let mean = beyond.reduce(0) { $0 + $1 - Ziggurat.exponential.right } / Double(max(1, beyond.count))
        #expect(abs(mean - 1) < 0.35)
    }

    /// The layers lie on each other and end where the density does.
    @Test func layersFillTheDensity() {
        for (layers, density) in [
            (Ziggurat.normal, { exp(-0.5 * $0 * $0) }), (Ziggurat.exponential, { (x: Double) in exp(-x) }),
        ] as [(Ziggurat, (Double) -> Double)] {
            #expect(layers.edges.count == 257 && layers.heights.count == 257)
            #expect(zip(layers.edges, layers.edges.dropFirst()).allSatisfy { $0 > $1 })
            for layer in 1..<256 { #expect(abs(density(layers.edges[layer]) - layers.heights[layer]) < 1e-12) }
            let area = layers.edges[0] * layers.heights[1]
            for layer in 1..<256 {
                let own = layers.edges[layer] * (layers.heights[layer + 1] - layers.heights[layer])
                #expect(abs(own / area - 1) < 1e-6, "\(layer)")
            }
        }
    }

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

    /// What passes the squeeze passes the test that it spares: of the same random numbers the same Gammas come.
    @Test(arguments: [0.3, 1, 1.7, 12])
    func aGammaIsThatOfTheWholeTest(_ shape: Double) {
        var (quick, slow) = (RandomSource(seed: 11, part: 0), RandomSource(seed: 11, part: 0))
        for _ in 0..<5000 { #expect(quick.gamma(shape) == gammaWithoutSqueeze(shape, &slow)) }
    }

    private func gammaWithoutSqueeze(_ shape: Double, _ random: inout RandomSource) -> Double {
        if shape == 1 { return random.exponential() }
        guard shape > 1 else {
            return gammaWithoutSqueeze(shape + 1, &random) * Logarithm.exponential(-random.exponential() / shape)
        }
        let d = shape - 1.0 / 3
        while true {
            let x = random.normal()
            let root = 1 + x * (1 / (9 * d).squareRoot())
            guard root > 0 else { continue }
            let v = root * root * root
            let bound = 0.5 * x * x + d - d * v + d * Logarithm.natural(v)
            if Logarithm.natural(1 - random.unit()) < bound { return d * v }
        }
    }

    /// A mean so small that no exponential is asked for gives what the exponential would.
    @Test(arguments: [0.001, 0.2, 0.7, 0.999, 3, 45])
    func aPoissonIsThatOfItsExponential(_ mean: Double) {
        var (quick, slow) = (RandomSource(seed: 12, part: 0), RandomSource(seed: 12, part: 0))
        for _ in 0..<5000 {
            var (count, left) = (0, mean)
            while left > 0 {
                var product = slow.unit()
                while product > Logarithm.exponential(-min(left, 30)) {
                    count += 1
                    product *= slow.unit()
                }
                left -= min(left, 30)
            }
            #expect(quick.poisson(mean) == count)
        }
    }
}
