import Testing

@testable import GraphKernels

/// Searches with buckets against those with a heap: the same order, the same distances.
@Suite struct LengthBucketsTests {
    /// Lengths of a few values, so that many nodes are equally far; of any; some hundred times others.
    private func lengths(_ kind: Int, _ count: Int, _ random: inout RandomSource) -> [Double] {
        (0..<count).map { _ in
            switch kind {
            case 0: 2
            case 1: [0.1, 0.15, 0.2, 0.3][random.below(4)]
            case 2: 1 + random.unit()
            default: 0.01 + random.unit() * random.unit()
            }
        }
    }

    @Test(arguments: 0..<80) func `the order is that of a heap`(seed: Int) throws {
        var random = RandomSource(seed: 51, part: seed)
        let (count, isDirected) = (2 + random.below(400), random.below(2) == 0)
        let arcs = random.below(4 * count) + 1
        let graph = Graph(
            nodeCount: count, sources: (0..<arcs).map { _ in Int32(random.below(count)) },
            targets: (0..<arcs).map { _ in Int32(random.below(count)) }, weights: lengths(seed % 4, arcs, &random),
            isDirected: isDirected)
        guard graph.isWeighted, LengthBuckets(graph.outgoing) != nil else { return }
        var (fast, slow) = (
            PathSearch(nodeCount: count, rows: graph.outgoing), PathSearch(nodeCount: count)
        )
        for source in 0..<min(count, 40) {
            fast.run(from: source, in: graph.outgoing)
            slow.run(from: source, in: graph.outgoing)
            #expect(fast.reached == slow.reached)
            #expect(fast.order[..<fast.reached] == slow.order[..<slow.reached])
            #expect(fast.distance == slow.distance)
        }
    }

    @Test func `most networks have buckets, and those of very unequal lengths a heap`() {
        func rows(_ lengths: [Double]) -> Graph.Rows {
            Graph(
                nodeCount: lengths.count + 1, sources: (0..<Int32(lengths.count)).map { $0 },
                targets: (1...Int32(lengths.count)).map { $0 }, weights: lengths, isDirected: false
            ).outgoing
        }
        #expect(LengthBuckets(rows([1, 1, 1])) != nil)
        #expect(LengthBuckets(rows([1, 5, 900])) != nil)
        #expect(LengthBuckets(rows([1, 5, 9e9])) == nil)
        // Lengths of which one over the width is no number.
        #expect(LengthBuckets(rows([Double.leastNonzeroMagnitude, Double.leastNonzeroMagnitude])) == nil)
        #expect(
            PathSummary(
                of: Graph(
                    nodeCount: 2, sources: [0], targets: [1], weights: [Double.leastNonzeroMagnitude], isDirected: false
                )
            ).total
                == [Double.leastNonzeroMagnitude, Double.leastNonzeroMagnitude])
    }

    /// Both ends of a very short tie are equally far, within the tolerance; ways lead over it from the nearer one alone.
    @Test func `a way does not lead back over a tie too short to tell`() {
        let ends: [(Int32, Int32, Double)] = [(0, 1, 1), (1, 2, 1e-12), (2, 3, 1)]
        let graph = Graph(
            nodeCount: 4, sources: ends.map(\.0) + ends.map(\.1), targets: ends.map(\.1) + ends.map(\.0),
            weights: ends.map(\.2) + ends.map(\.2), isDirected: true)
        #expect(Betweenness(of: graph).nodes == [0, 4, 4, 0])
    }
}
