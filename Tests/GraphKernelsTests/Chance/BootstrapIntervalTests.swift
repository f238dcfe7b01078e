import Foundation
import GraphKernels
import Testing

@Suite struct BootstrapIntervalTests {
    private func deviation(_ values: [Double]) -> Double {
        let mean = values.reduce(0, +) / Double(values.count)
        return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)).squareRoot()
    }

    @Test func isTheTransformedOne() throws {
        let draws = [0.1, 0.2, 0.15, 0.4, 0.05]
        let angle = BootstrapInterval(observed: 0.2, draws: draws, range: 0...1)
        let (middle, error) = (asin(0.2.squareRoot()), deviation(draws.map { asin($0.squareRoot()) }))
        let expected = [middle - 1.959963984540054 * error, middle + 1.959963984540054 * error]
        let (low, high) = (try #require(angle.low), try #require(angle.high))
        #expect(abs(low - pow(sin(max(0, expected[0])), 2)) < 1e-12)
        #expect(abs(high - pow(sin(expected[1]), 2)) < 1e-12)
        #expect(abs(try #require(angle.standardError) - deviation(draws)) < 1e-12)

        let wide = BootstrapInterval(observed: -0.6, draws: draws.map { 2 * $0 - 1 }, range: -1...1)
        let widest = try #require(wide.high)
        #expect(abs(widest - (2 * high - 1)) < 1e-12)

        let root = BootstrapInterval(observed: 4, draws: [4, 9, 1, 16], range: 0...Double.infinity)
        let end = 2 + 1.959963984540054 * deviation([2, 3, 1, 4])
        let found = try #require(root.high)
        #expect(abs(found - end * end) < 1e-12)
        #expect(root.low == 0)

        let plain = BootstrapInterval(observed: 4, draws: [4, 9, 1, 16], range: -Double.infinity...Double.infinity)
        #expect(abs(try #require(plain.low) - (4 - 1.959963984540054 * deviation([4, 9, 1, 16]))) < 1e-12)
    }

    @Test(arguments: 0..<100) func staysInTheRangeAndHoldsTheObserved(seed: Int) throws {
        var random = RandomSource(seed: 61, part: seed)
        let observed = seed % 5 == 0 ? Double(seed % 2) : random.unit()
        let draws: [Double?] = (0..<30).map { _ in
            random.below(5) == 0 ? nil : min(1, max(0, observed + random.unit() - 0.5))
        }
        let interval = BootstrapInterval(observed: observed, draws: draws, range: 0...1)
        let (low, high) = (try #require(interval.low), try #require(interval.high))
        #expect(0 <= low && low <= observed + 1e-12 && observed <= high + 1e-12 && high <= 1)
        #expect(low < high)
    }

    @Test func nothingKnownIsNoInterval() {
        #expect(BootstrapInterval(observed: nil, draws: [1, 2], range: 0...1).low == nil)
        #expect(BootstrapInterval(observed: 0.5, draws: [0.5, nil], range: 0...1).low == nil)
        // Beyond a range that was declared without weights in mind.
        #expect((BootstrapInterval(observed: 1.5, draws: [1.2, 1.9], range: 0...1).high ?? 0) > 1.5)
    }
}
