import GraphKernels
import Testing

@testable import KernelVerifiers

@Suite struct TwoModeVerificationTests {
    /// Edges only between the first `first` nodes and the others.
    private func sample(_ seed: Int) -> (sample: SampleGraph, first: Int) {
        var random = RandomSource(seed: 12, part: seed)
        let (first, second) = (random.below(6), random.below(6))
        let density = random.unit()
        var edges: [(Int, Int)] = []
        for i in 0..<first { for j in 0..<second where random.unit() < density { edges.append((i, first + j)) } }
        return (SampleGraph(edges: edges, nodeCount: first + second), first)
    }

    @Test(arguments: 0..<300) func redundancyAndTransitivity(seed: Int) {
        let (sample, first) = sample(seed)
        let nodes = 0..<sample.nodeCount
        let redundancy: [Double?] = nodes.map { node in
            let near = nodes.filter { sample.has(node, $0) }
            let pairs = near.flatMap { a in near.filter { $0 < a }.map { (a, $0) } }
            let joined = pairs.count { a, b in nodes.contains { $0 != node && sample.has($0, a) && sample.has($0, b) } }
            return pairs.isEmpty ? nil : Double(joined) / Double(pairs.count)
        }
        #expect(TwoMode.redundancy(sample.graph) == redundancy)
        // Walks a–b–c–d of four distinct nodes, each found from both ends; closed if d–a is an edge.
        var (paths, closed) = (0, 0)
        for a in nodes {
            for b in nodes where sample.has(a, b) {
                for c in nodes where c != a && sample.has(b, c) {
                    for d in nodes where d != a && d != b && sample.has(c, d) {
                        paths += 1
                        if sample.has(d, a) { closed += 1 }
                    }
                }
            }
        }
        let expected = paths > 0 ? Double(closed) / Double(paths) : nil
        let found = TwoMode.transitivity(sample.graph, firstMode: first)
        #expect((found == nil) == (expected == nil))
        #expect(abs((found ?? 0) - (expected ?? 0)) < 1e-12)
    }

    /// The formula's maximum is reached by some graph of these sizes and exceeded by none.
    @Test(arguments: [(1, 3), (2, 3), (3, 3), (4, 3), (4, 2), (3, 2), (2, 4)]) func largestBetweenness(own: Int, other: Int) {
        var most = 0.0
        for mask in 0..<(1 << (own * other)) {
            let edges = (0..<(own * other)).filter { mask >> $0 & 1 == 1 }.map { ($0 / other, own + $0 % other) }
            let graph = SampleGraph(edges: edges, nodeCount: own + other).graph
            most = max(most, Betweenness(of: graph).nodes[..<own].max() ?? 0)
        }
        #expect(abs(TwoMode.largestBetweenness(own: own, other: other) - most) < 1e-12)
    }
}
