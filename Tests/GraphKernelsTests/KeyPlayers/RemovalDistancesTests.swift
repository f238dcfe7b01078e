import Testing

@testable import GraphKernels
@testable import KernelVerifiers

/// Distances without a node, found from those with it, against a matrix of distances without it.
@Suite struct RemovalDistancesTests {
    @Test(arguments: RandomEdges.seeds) func `of small networks`(seed: Int) {
        let edges = RandomEdges(seed: seed, isDirected: false, isWeighted: false)
        #expect(
            difference(NodeRemoval.inverseDistances(edges.graph()), Verifier.inverseDistancesWithoutEach(edges))
                < 1e-12, "\(edges)")
    }

    /// Bridges, twins, cliques, and several components.
    @Test(arguments: 0..<12) func `of larger ones`(seed: Int) {
        let edges = StructuredEdges.make(seed: seed, isWeighted: false)
        #expect(
            difference(NodeRemoval.inverseDistances(edges.graph()), Verifier.inverseDistancesWithoutEach(edges))
                < 1e-12, "\(edges)")
    }

    /// A ring with a few shortcuts: long ways round, over nodes that are far below the one that is gone.
    @Test(arguments: 0..<12) func `of rings`(seed: Int) {
        var random = RandomSource(seed: 41, part: seed)
        let count = 20 + random.below(30)
        var (sources, targets) = ((0..<Int32(count)).map { $0 }, (0..<Int32(count)).map { ($0 + 1) % Int32(count) })
        for _ in 0..<random.below(5) {
            sources.append(Int32(random.below(count)))
            targets.append(Int32(random.below(count)))
        }
        let edges = RandomEdges(nodeCount: count, sources: sources, targets: targets, weights: [])
        #expect(
            difference(NodeRemoval.inverseDistances(edges.graph()), Verifier.inverseDistancesWithoutEach(edges))
                < 1e-12, "\(edges)")
    }

    /// A chain falls in two: Σ of the harmonic sums of both halves.
    @Test func `of a chain`() {
        let count = 40
        let chain = Graph(
            nodeCount: count, sources: (0..<Int32(count - 1)).map { $0 }, targets: (1..<Int32(count)).map { $0 },
            isDirected: false)
        func sum(_ size: Int) -> Double { (1..<max(1, size)).reduce(0) { $0 + Double(size - $1) / Double($1) } }
        #expect(
            difference(NodeRemoval.inverseDistances(chain), (0..<count).map { sum($0) + sum(count - 1 - $0) }) < 1e-14)
    }

    @Test(arguments: RandomEdges.seeds) func `where ties have lengths`(seed: Int) {
        let edges = RandomEdges(seed: seed, isDirected: false, isWeighted: true)
        let graph = edges.graph()
        let slow = (0..<edges.nodeCount).map { gone in
            NodeRemoval.inverseDistanceSum(graph.induced(by: (0..<Int32(edges.nodeCount)).filter { $0 != gone }))
        }
        #expect(NodeRemoval.inverseDistances(graph) == slow)
    }
}
