import GraphKernels
import Testing

@testable import KernelVerifiers

@Suite struct TwoModeCoreTests {
    private func correlation(_ pairs: [(Double, Double)]) -> Double? {
        guard !pairs.isEmpty else { return nil }
        let count = Double(pairs.count)
        let (meanX, meanY) = (pairs.reduce(0) { $0 + $1.0 } / count, pairs.reduce(0) { $0 + $1.1 } / count)
        let x = pairs.reduce(0) { $0 + ($1.0 - meanX) * ($1.0 - meanX) }
        let y = pairs.reduce(0) { $0 + ($1.1 - meanY) * ($1.1 - meanY) }
        guard x > 1e-9, y > 1e-9 else { return nil }
        return pairs.reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) } / (x * y).squareRoot()
    }

    private func fit(_ two: TwoModeSample, _ pattern: CorePeriphery.Pattern, _ isCore: (Int) -> Bool) -> Double? {
        correlation(
            two.pairs.compactMap { i, e in
                let (a, b) = (isCore(i), isCore(e))
                if pattern == .blocks, a != b { return nil }
                return (two.sample.has(i, e) ? 1 : 0, (pattern == .star ? a || b : a && b) ? 1 : 0)
            })
    }

    @Test(arguments: 0..<150) func `no core fits better`(seed: Int) {
        let two = TwoModeSample(seed: seed, largest: 4)
        for pattern in CorePeriphery.Pattern.allCases {
            let best = (0..<(1 << two.nodes.count)).compactMap { mask in fit(two, pattern) { mask >> $0 & 1 == 1 } }
                .max()
            let found = TwoModeCore.discrete(two.graph, firstMode: two.first, pattern: pattern, seed: 1)
            #expect((found == nil) == (best == nil), "\(pattern) \(two.sample.matrix)")
            guard let found, let best, let checked = fit(two, pattern, { found.isCore[$0] }) else { continue }
            #expect(
                abs(found.fit - best) < 1e-10 && abs(found.fit - checked) < 1e-10, "\(pattern) \(two.sample.matrix)")
        }
    }

    @Test func `an ideal core fits perfectly`() {
        // Three actors at every event, two events with every actor, nothing else.
        let edges = (0..<8).flatMap { i in (8..<14).filter { i < 3 || $0 < 10 }.map { (i, $0) } }
        let found = TwoModeCore.discrete(SampleGraph(edges: edges, nodeCount: 14).graph, firstMode: 8, seed: 1)
        #expect(found?.isCore == (0..<14).map { $0 < 3 || $0 == 8 || $0 == 9 })
        #expect(abs((found?.fit ?? 0) - 1) < 1e-12)
    }
}
