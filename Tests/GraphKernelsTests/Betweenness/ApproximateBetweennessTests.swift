import Testing

@testable import GraphKernels
@testable import KernelVerifiers

/// What the sample promises, against exact values.
@Suite struct ApproximateBetweennessTests {
    private func shares(_ graph: Graph) -> [Double] {
        let pairs = Double(graph.nodeCount * (graph.nodeCount - 1)) / (graph.isDirected ? 1 : 2)
        return Betweenness(of: graph).nodes.map { pairs > 0 ? $0 / pairs : 0 }
    }

    private func sampled(_ graph: Graph, epsilon: Double, delta: Double = 0.1, seed: Int) -> ApproximateBetweenness {
        ApproximateBetweenness(of: graph, epsilon: epsilon, delta: delta, seed: UInt64(seed), mayCountAll: false)
    }

    /// Of 150 samples at a risk of one in five, 30 may fail; that more than 50 do has a chance below one
    /// in ten thousand for the worst of promises that holds. In fact hardly any fails.
    @Test(arguments: [false, true]) func `errors beyond epsilon are rarer than delta`(isDirected: Bool) {
        var failures = 0
        for seed in 0..<150 {
            let graph = PatchedEdges(seed: seed % 10).graph(isDirected: isDirected)
            let found = sampled(graph, epsilon: 0.08, delta: 0.2, seed: seed)
            let exact = shares(graph)
            if zip(found.shares, exact).contains(where: { abs($0 - $1) > 0.08 }) { failures += 1 }
        }
        #expect(failures <= 50)
    }

    /// Every node's mean over many samples must be its exact value: paths are drawn evenly. The mean of
    /// all paths drawn has a standard deviation below 0.0035.
    @Test(arguments: [false, true]) func `the estimate is unbiased`(isDirected: Bool) {
        for seed in [3, 8, 21] {
            let graph = PatchedEdges(seed: seed).graph(isDirected: isDirected)
            var (sum, weight) = ([Double](repeating: 0, count: graph.nodeCount), 0.0)
            for repetition in 0..<20 {
                let found = sampled(graph, epsilon: 0.04, seed: repetition)
                for node in sum.indices { sum[node] += found.shares[node] }
                weight += 1
            }
            for (found, exact) in zip(sum, shares(graph)) { #expect(abs(found / weight - exact) < 0.015) }
        }
    }

    @Test func `nodes that separate are known without a sample`() {
        // A star with a tail: every block is a tie.
        let graph = SampleGraph(edges: [(0, 1), (0, 2), (0, 3), (3, 4), (4, 5)], nodeCount: 6).graph
        let found = ApproximateBetweenness(of: graph, epsilon: 0.01, delta: 0.1, seed: 1)
        #expect(found.sampleCount == 0)
        #expect(difference(found.shares, shares(graph)) < 1e-15)
        #expect(ApproximateBetweenness(of: PatchedEdges.empty, epsilon: 0.5, delta: 0.5, seed: 1).shares.isEmpty)
    }

    @Test func `a finer promise takes more paths, and any promise some`() {
        let graph = SampleGraph.ring(300, reach: 2, shortcuts: 80).graph
        let sizes = [0.9, 0.1, 0.03, 0.01].map {
            sampled(graph, epsilon: $0, seed: 1).sampleCount
        }
        #expect(sizes == sizes.sorted() && sizes[0] > 0 && sizes[0] < sizes[3])
        let exact = shares(graph)
        let found = sampled(graph, epsilon: 0.01, delta: 0.001, seed: 7)
        #expect(zip(found.shares, exact).allSatisfy { abs($0 - $1) <= 0.01 })
    }

    @Test(arguments: [false, true]) func `where all paths cost less than a sample, all are counted`(isDirected: Bool) {
        let graph = PatchedEdges(seed: 4).graph(isDirected: isDirected)
        let found = ApproximateBetweenness(of: graph, epsilon: 0.001, delta: 0.1, seed: 1)
        #expect(found.sampleCount == 0)
        #expect(difference(found.shares, shares(graph)) < 1e-14)
        // A large graph and a coarse promise: a sample costs less.
        let large = SampleGraph.ring(3000, reach: 2, shortcuts: 300).graph
        #expect(ApproximateBetweenness(of: large, epsilon: 0.2, delta: 0.1, seed: 1).sampleCount > 0)
    }
}
