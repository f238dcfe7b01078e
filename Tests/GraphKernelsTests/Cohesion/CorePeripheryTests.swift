import GraphKernels
import Testing

@testable import KernelVerifiers

@Suite struct CorePeripheryTests {
    /// Pearson's correlation over the listed pairs; nil where one side does not vary.
    private func correlation(_ pairs: [(Double, Double)]) -> Double? {
        let count = Double(pairs.count)
        let (meanX, meanY) = (pairs.reduce(0) { $0 + $1.0 } / count, pairs.reduce(0) { $0 + $1.1 } / count)
        let x = pairs.reduce(0) { $0 + ($1.0 - meanX) * ($1.0 - meanX) }
        let y = pairs.reduce(0) { $0 + ($1.1 - meanY) * ($1.1 - meanY) }
        guard x > 1e-9, y > 1e-9 else { return nil }
        return pairs.reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) } / (x * y).squareRoot()
    }

    private func fit(_ sample: SampleGraph, _ pattern: CorePeriphery.Pattern, _ isCore: (Int) -> Bool) -> Double? {
        var pairs: [(Double, Double)] = []
        for i in 0..<sample.nodeCount {
            for j in 0..<sample.nodeCount where i != j {
                let (a, b) = (isCore(i), isCore(j))
                if pattern == .blocks, a != b { continue }
                pairs.append((sample.has(i, j) ? 1 : 0, (pattern == .star ? a || b : a && b) ? 1 : 0))
            }
        }
        return pairs.isEmpty ? nil : correlation(pairs)
    }

    @Test(arguments: 0..<150) func discreteIsTheBestOfAllCores(seed: Int) {
        let sample = SampleGraph.random(seed, largest: 8, directed: seed % 2 == 0)
        guard sample.nodeCount > 2 else { return }
        for pattern in CorePeriphery.Pattern.allCases {
            let best = (0..<(1 << sample.nodeCount)).compactMap { mask in fit(sample, pattern) { mask >> $0 & 1 == 1 } }.max()
            let found = CorePeriphery.discrete(sample.graph, pattern: pattern, seed: 1)
            #expect((found == nil) == (best == nil))
            guard let found, let best, let checked = fit(sample, pattern, { found.isCore[$0] }) else { continue }
            #expect(abs(found.fit - best) < 1e-10)
            #expect(abs(found.fit - checked) < 1e-10)
        }
    }

    @Test(arguments: 0..<100) func continuousCannotBeImproved(seed: Int) {
        let sample = SampleGraph.random(seed, largest: 9, directed: seed % 2 == 0)
        let nodes = 0..<sample.nodeCount
        let pairs = nodes.flatMap { i in nodes.filter { $0 != i }.map { (i, $0) } }
        func tie(_ pair: (Int, Int)) -> Double { sample.has(pair.0, pair.1) ? 1 : 0 }
        /// The sum of squares that is left with the best scale of these values.
        func left(_ values: [Double]) -> Double {
            let products = pairs.map { values[$0.0] * values[$0.1] }
            let (crossed, squares) = zip(pairs, products).reduce((0.0, 0.0)) { ($0.0 + tie($1.0) * $1.1, $0.1 + $1.1 * $1.1) }
            let scale = squares > 0 ? crossed / squares : 0
            return zip(pairs, products).reduce(0) { $0 + (tie($1.0) - scale * $1.1) * (tie($1.0) - scale * $1.1) }
        }
        guard let found = CorePeriphery.continuous(sample.graph, seed: 1) else {
            #expect(sample.graph.edgeCount == 0)
            return
        }
        #expect(abs(found.values.reduce(0) { $0 + $1 * $1 } - 1) < 1e-9)
        #expect(found.values.allSatisfy { $0 >= 0 })
        if let fit = found.fit {
            let checked = correlation(pairs.map { (tie($0), found.values[$0.0] * found.values[$0.1]) })
            #expect(abs(fit - (checked ?? 9)) < 1e-8)
        }
        let least = left(found.values)
        var random = RandomSource(seed: 2, part: seed)
        for _ in 0..<60 {
            // Small steps, and vectors from anywhere.
            let near = found.values.map { max(0, $0 + 0.02 * (random.unit() - 0.5)) }
            let far = found.values.map { _ in random.unit() }
            #expect(left(near) >= least - 1e-9)
            #expect(left(far) >= least - 1e-9)
        }
    }

    @Test func anIdealCoreFitsPerfectly() {
        var edges: [(Int, Int)] = []
        for i in 0..<4 { for j in 0..<12 where j > i { edges.append((i, j)) } }
        let star = CorePeriphery.discrete(SampleGraph(edges: edges, nodeCount: 12).graph, seed: 1)
        #expect(star?.isCore == (0..<12).map { $0 < 4 })
        #expect(abs((star?.fit ?? 0) - 1) < 1e-12)
        let complete = SampleGraph(edges: [(0, 1), (0, 2), (1, 2)], nodeCount: 3).graph
        #expect(CorePeriphery.discrete(complete, seed: 1) == nil)
        #expect(CorePeriphery.continuous(complete, seed: 1)?.fit == nil)
    }
}
