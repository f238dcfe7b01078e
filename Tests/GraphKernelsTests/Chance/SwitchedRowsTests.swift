import Testing

@testable import GraphKernels
@testable import KernelVerifiers

/// Ties that are switched in rows against the same steps on a set of pairs.
@Suite struct SwitchedRowsTests {
    @Test(arguments: 0..<60) func `edges as on a set of pairs`(seed: Int) {
        let graph = SampleGraph.random(seed, largest: 24, directed: false).graph
        var ends = Self.ends(graph)
        guard ends.count > 1 else { return }
        var (fast, slow) = (RandomSource(seed: 5, part: seed), RandomSource(seed: 5, part: seed))
        let drawn = Rewiring.degreePreserving(
            MixedGraph(nodeCount: graph.nodeCount, edges: ends.map { .init($0[0], $0[1]) }), swapsPerEdge: 20,
            using: &fast)
        func isTied(_ one: Int32, _ other: Int32) -> Bool {
            ends.contains { $0 == [one, other] || $0 == [other, one] }
        }
        for _ in 0..<(20 * ends.count) {
            let (one, other) = (slow.below(ends.count), slow.below(ends.count))
            let (a, b) = (ends[one][0], ends[one][1])
            let (c, d) = slow.next() & 1 == 0 ? (ends[other][1], ends[other][0]) : (ends[other][0], ends[other][1])
            guard one != other, a != c, b != d, a != d, c != b, !isTied(a, d), !isTied(c, b) else { continue }
            (ends[one], ends[other]) = ([a, d], [c, b])
        }
        #expect(drawn.edges.map { [$0.source, $0.target] } == ends)
        #expect(fast.next() == slow.next())
    }

    @Test(arguments: 0..<60) func `arcs as on a set of pairs`(seed: Int) {
        let graph = SampleGraph.random(seed, largest: 18, directed: true).graph
        var ends = Self.ends(graph)
        guard ends.count > 1 else { return }
        var (fast, slow) = (RandomSource(seed: 6, part: seed), RandomSource(seed: 6, part: seed))
        let drawn = Rewiring.degreePreserving(
            MixedGraph(nodeCount: graph.nodeCount, arcs: ends.map { .init($0[0], $0[1]) }), swapsPerEdge: 20,
            using: &fast)
        for _ in 0..<(20 * ends.count) { Self.step(&ends, &slow) }
        #expect(drawn.arcs.map { [$0.source, $0.target] } == ends)
        #expect(fast.next() == slow.next())
    }

    /// Two arcs exchange their targets, or three in a circle turn round.
    private static func step(_ ends: inout [[Int32]], _ random: inout RandomSource) {
        let one = random.below(ends.count)
        let (a, b) = (ends[one][0], ends[one][1])
        guard random.below(8) == 0 else {
            let other = random.below(ends.count)
            let (c, d) = (ends[other][0], ends[other][1])
            guard one != other, a != c, b != d, a != d, c != b, !ends.contains([a, d]), !ends.contains([c, b]) else {
                return
            }
            (ends[one][1], ends[other][1]) = (d, b)
            return
        }
        let next = ends.indices.filter { ends[$0][0] == b }
        guard !next.isEmpty else { return }
        let second = next[random.below(next.count)]
        let d = ends[second][1]
        guard d != a, let third = ends.firstIndex(of: [d, a]), !ends.contains([b, a]), !ends.contains([d, b]),
            !ends.contains([a, d])
        else { return }
        (ends[one][1], ends[second][1], ends[third][1]) = (d, a, b)
    }

    private static func ends(_ graph: Graph) -> [[Int32]] {
        (0..<graph.nodeCount).flatMap { node in
            graph.outgoing.neighbours(of: node).filter { graph.isDirected || node < Int($0) }.map { [Int32(node), $0] }
        }
    }

    @Test(arguments: 0..<40) func `clustering of a list of edges is that of its graph`(seed: Int) {
        let graph = SampleGraph.random(seed, largest: 30, directed: false).graph
        let edges = Self.ends(graph).map { SIMD2($0[0], $0[1]) }
        #expect(DegreeClustering(of: graph).mean(of: edges.reversed()) == Triangles.meanClustering(of: graph))
    }

    @Test(arguments: [1, 2, 7, 1 << 20, Int.max / 5 * 4, .max]) func `below draws what the library draws`(bound: Int) {
        var (own, other) = (RandomSource(seed: 8), RandomSource(seed: 8))
        for _ in 0..<200 { #expect(own.below(bound) == Int(other.next(upperBound: UInt64(bound)))) }
    }
}
