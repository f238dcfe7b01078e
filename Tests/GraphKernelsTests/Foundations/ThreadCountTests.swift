import Testing

@testable import GraphKernels

/// Results have the same bits on any number of cores; every one of these networks has several chunks.
@Suite(.serialized) struct ThreadCountTests {
    private func graph(isDirected: Bool) -> Graph {
        var random = RandomSource(seed: 3)
        let edges = (0..<1000).map { _ in (Int32(random.below(300)), Int32(random.below(300))) }
        return Graph(
            nodeCount: 300, sources: edges.map(\.0), targets: edges.map(\.1),
            weights: edges.map { _ in 0.1 + random.unit() }, isDirected: isDirected)
    }

    private func results(_ graph: Graph) -> [[Double]] {
        let sample = ApproximateBetweenness(of: graph, epsilon: 0.05, delta: 0.1, seed: 4, mayCountAll: false)
        let undirected = graph.symmetrised()
        let (paths, holes) = (PathSummary(of: graph), StructuralHoles(of: undirected))
        let betweenness = Betweenness(of: graph.unweighted(), withEntries: true)
        return [
            Betweenness(of: graph).nodes, betweenness.nodes, betweenness.entries, paths.total, paths.inverse,
            PathSummary(of: graph.unweighted()).inverse, Betweenness(of: undirected.unweighted()).nodes, sample.shares,
            holes.constraint, holes.effectiveSize, holes.hierarchy, Triangles(of: undirected).weights,
            SubgraphCentrality.values(of: undirected.unweighted()), SpectralCentrality.pageRank(of: graph),
            SpectralCentrality.pageRank(of: undirected),
            CurrentFlow(of: undirected, components: .weak(of: undirected)).betweenness.map { $0 ?? -1 },
        ]
    }

    /// Large enough for several chunks everywhere, and for moves to be searched on several cores.
    @Test func `a large network's results do not depend on the number of threads`() {
        let before = Parallel.threadLimit
        defer { Parallel.threadLimit = before }
        var random = RandomSource(seed: 4)
        let count = 16_500
        // Groups of ten, mostly among themselves.
        let edges = (0..<(2 * count)).map { edge in
            let node = edge % count
            let other = random.unit() < 0.8 ? node / 10 * 10 + random.below(10) : random.below(count)
            return (Int32(node), Int32(other))
        }
        let graph = Graph(nodeCount: count, sources: edges.map(\.0), targets: edges.map(\.1), isDirected: false)
        let found = [1, 2, 3].map { threads in
            Parallel.threadLimit = threads
            return Leiden.communities(of: graph, seed: 1, runs: 1, passes: 1)
        }
        let others = [1, 3].map { threads in
            Parallel.threadLimit = threads
            return [
                SpectralCentrality.pageRank(of: graph), StructuralHoles(of: graph).constraint,
                Triangles(of: graph).counts.map(Double.init),
            ]
        }
        #expect(others[0] == others[1])
        #expect(found[1] == found[0])
        #expect(found[2] == found[0])
        #expect((Modularity.value(graph, community: found[0]) ?? 0) > 0.7)
    }

    @Test(arguments: [false, true]) func `one, two and five threads agree bit for bit`(isDirected: Bool) {
        let before = Parallel.threadLimit
        defer { Parallel.threadLimit = before }
        let graph = graph(isDirected: isDirected)
        Parallel.threadLimit = 1
        let alone = results(graph)
        for threads in [2, 5] {
            Parallel.threadLimit = threads
            #expect(results(graph) == alone)
        }
    }
}
