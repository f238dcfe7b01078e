import GraphKernels
import Testing

@testable import KernelVerifiers

@Suite struct CurveballTests {
    @Test(arguments: 0..<100) func keepsBothMargins(number: Int) {
        var random = RandomSource(seed: UInt64(number))
        let rows = (0..<random.below(12)).map { _ in (0..<Int32(10)).filter { _ in random.unit() < 0.4 } }
        let traded = Curveball.randomised(rows, using: &random)
        #expect(traded.map(\.count) == rows.map(\.count))
        #expect(traded.allSatisfy { Set($0).count == $0.count && $0 == $0.sorted() })
        for event in Int32(0)..<10 {
            #expect(traded.count { $0.contains(event) } == rows.count { $0.contains(event) })
        }
    }

    @Test func drawsEveryMatrixEquallyOften() {
        // Row sums 2 1 1, column sums 1 1 2: five matrices by hand.
        let rows: [[Int32]] = [[0, 2], [1], [2]]
        let keys = Draws.values(5_000, seed: 5) { Curveball.randomised(rows, tradesPerRow: 8, using: &$0) }
        let counts = Dictionary(grouping: keys, by: { $0 }).mapValues(\.count)
        #expect(counts.count == 5)
        let chiSquared = counts.values.reduce(0.0) { $0 + (Double($1) - 1_000) * (Double($1) - 1_000) / 1_000 }
        // The 99.99 % point of chi-squared with 4 degrees of freedom.
        #expect(chiSquared < 23.52)
    }

    @Test func keepsAGraphTwoMode() {
        let sample = SampleGraph(edges: [(0, 3), (0, 4), (1, 3), (1, 5), (2, 5), (2, 6), (0, 6)], nodeCount: 7)
        var random = RandomSource(seed: 1)
        let traded = Curveball.randomised(sample.graph, firstMode: 3, using: &random)
        for node in 0..<7 {
            #expect(traded.outgoing.degree(of: node) == sample.graph.outgoing.degree(of: node))
            #expect(traded.outgoing.neighbours(of: node).allSatisfy { (node < 3) != ($0 < 3) })
        }
    }
}
