import Testing

@testable import GraphKernels
@testable import KernelVerifiers

/// Each kernel against its verifier on hundreds of small random networks.
@Suite struct KernelVerificationTests {
    private let tight = 1e-11

    @Test(arguments: RandomEdges.seeds) func `a frozen graph holds the merged edges`(seed: Int) {
        let edges = RandomEdges(seed: seed)
        let (graph, matrix) = (edges.graph(), Dense(edges))
        for node in 0..<edges.nodeCount {
            let expected = matrix.rows[node].indices.filter { matrix[node, $0] > 0 }
            #expect(graph.outgoing.neighbours(of: node).map(Int.init) == expected, "\(edges)")
            let back = (0..<edges.nodeCount).filter { matrix[$0, node] > 0 }
            #expect(graph.incoming.neighbours(of: node).map(Int.init) == back, "\(edges)")
            if graph.isWeighted {
                let weights = Array(graph.outgoing.weights[graph.outgoing.range(of: node)])
                #expect(difference(weights, expected.map { matrix[node, $0] }) < tight)
            }
        }
        let least = edges.graph(parallels: .least)
        for edge in edges.sources.indices where graph.isWeighted && edges.sources[edge] != edges.targets[edge] {
            let place = least.outgoing.place(of: Int(edges.targets[edge]), in: Int(edges.sources[edge]))
            #expect(place.map { least.outgoing.weights[$0] <= edges.weights[edge] } == true)
        }
    }

    @Test(arguments: RandomEdges.seeds) func `path sums are those of Floyd and Warshall`(seed: Int) {
        let edges = RandomEdges(seed: seed)
        let (summary, distances) = (PathSummary(of: edges.graph()), Verifier.distances(Dense(edges)))
        let reached = distances.map { row in row.filter { $0.isFinite && $0 > 0 } }
        #expect(summary.reached.map(Int.init) == reached.map(\.count), "\(edges)")
        #expect(difference(summary.total, reached.map { $0.reduce(0, +) }) < tight)
        #expect(difference(summary.inverse, reached.map { $0.reduce(0) { $0 + 1 / $1 } }) < tight)
        #expect(difference(summary.farthest, reached.map { $0.max() ?? 0 }) < tight)
    }

    @Test(arguments: RandomEdges.seeds) func `betweenness is that of all shortest paths listed`(seed: Int) {
        let edges = RandomEdges(seed: seed)
        let graph = edges.graph()
        let found = Betweenness(of: graph, withEntries: true)
        let expected = Verifier.betweenness(Dense(edges), isDirected: edges.isDirected)
        #expect(difference(found.nodes, expected.nodes) < tight, "\(edges)")
        for node in 0..<edges.nodeCount {
            for entry in graph.outgoing.range(of: node) {
                let arc = expected.arcs[node][Int(graph.outgoing.targets[entry])]
                #expect(difference([found.entries[entry]], [arc]) < tight, "\(edges)")
            }
        }
        let byLogarithms = Betweenness(of: graph, withEntries: true, manyPaths: 1)
        #expect(difference(byLogarithms.nodes, found.nodes) < tight, "\(edges)")
        #expect(difference(byLogarithms.entries, found.entries) < tight, "\(edges)")
    }

    @Test(arguments: RandomEdges.seeds) func `components are classes of mutual reach`(seed: Int) {
        let edges = RandomEdges(seed: seed)
        let matrix = Dense(edges)
        #expect(Components.strong(of: edges.graph()).labels == Verifier.components(matrix), "\(edges)")
        let weak = Components.weak(of: edges.graph())
        #expect(weak.labels == Verifier.components(matrix.symmetrised), "\(edges)")
        #expect(weak.members().map(\.count) == weak.sizes)
    }

    @Test(arguments: RandomEdges.seeds) func `cores, layers and triangles are those of the definition`(seed: Int) {
        let edges = RandomEdges(seed: seed, isDirected: false)
        let (graph, matrix) = (edges.graph(), Dense(edges))
        #expect(Cores.coreness(of: graph) == Verifier.coreness(matrix), "\(edges)")
        #expect(Cores.onionLayers(of: graph) == Verifier.onionLayers(matrix), "\(edges)")
        let (triangles, expected) = (Triangles(of: graph), Verifier.triangles(matrix))
        #expect(triangles.counts == expected.counts, "\(edges)")
        if graph.isWeighted { #expect(difference(triangles.weights, expected.weights) < tight) }
        for one in 0..<edges.nodeCount {
            for other in 0..<edges.nodeCount {
                let shared = (0..<edges.nodeCount).contains { matrix[one, $0] > 0 && matrix[other, $0] > 0 }
                #expect(graph.shareNeighbour(one, other) == shared)
            }
        }
    }

    /// Degrees that need more than two bytes are peeled as those that do not.
    @Test func `a hub of forty thousand leaves changes nobody's coreness`() {
        var random = RandomSource(seed: 4)
        let (count, leaves) = (300, 40_000)
        var edges = (0..<2_000).map { _ in (random.below(count), random.below(count)) }
        edges += (0..<count).map { ($0, ($0 + 1) % count) }
        func coreness(_ edges: [(Int, Int)], _ count: Int) -> [Int32] {
            Cores.coreness(
                of: Graph(
                    nodeCount: count, sources: edges.map { Int32($0.0) }, targets: edges.map { Int32($0.1) },
                    isDirected: false))
        }
        let alone = coreness(edges, count)
        let star = [(0, count)] + (1...leaves).map { (count, count + $0) }
        let beside = coreness(edges + star, count + 1 + leaves)
        #expect(Array(beside[..<count]) == alone && alone.max() ?? 0 > 5)
        #expect(beside[count...].allSatisfy { $0 == 1 })
    }

    @Test(arguments: RandomEdges.seeds) func `structural holes are Burt's sums`(seed: Int) {
        let edges = RandomEdges(seed: seed)
        let graph = edges.graph()
        let matrix = Dense(edges)
        let z = edges.isDirected ? matrix + matrix.transposed : matrix
        let expected = Verifier.structuralHoles(z)
        let found = StructuralHoles(of: (graph.isWeighted ? graph : graph.mappingWeights { $0 }).symmetrised())
        #expect(difference(found.constraint, expected.constraint) < tight, "\(edges)")
        #expect(difference(found.effectiveSize, expected.size) < tight, "\(edges)")
        #expect(difference(found.hierarchy, expected.hierarchy) < tight, "\(edges)")
    }

    @Test(arguments: RandomEdges.seeds) func `brokerage is that of every triple`(seed: Int) {
        let edges = RandomEdges(seed: seed)
        var random = RandomSource(seed: 11, part: seed)
        let groups = (0..<edges.nodeCount).map { _ in Int32(random.below(4)) - 1 }
        let found = BrokerageTriads(of: edges.graph(), groups: groups)
        #expect(found.counts == Verifier.brokerage(Dense(edges), groups, isDirected: edges.isDirected), "\(edges) \(groups)")
    }
}
