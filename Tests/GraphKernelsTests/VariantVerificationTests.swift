import Testing

@testable import GraphKernels
@testable import KernelVerifiers

/// The kernels behind measures in other tools' conventions, against their formulas.
@Suite struct VariantVerificationTests {
    private func sample(_ number: Int) -> SampleGraph {
        .random(number, largest: 8, directed: number % 2 == 0, weighted: number % 3 == 0)
    }

    /// Burt's formulas on the matrix cut down to ego and its alters.
    @Test(arguments: 0..<200) func `the ego network model is the whole model of each ego network`(number: Int) {
        let sample = SampleGraph.random(number, largest: 9, directed: false, weighted: number % 3 == 0)
        let found = EgoStructuralHoles(of: sample.graph)
        for ego in 0..<sample.nodeCount {
            let members = [ego] + (0..<sample.nodeCount).filter { sample.has(ego, $0) }
            guard members.count > 1 else {
                #expect(found.neighbourCount[ego] == 0)
                continue
            }
            let cut = members.map { i in members.map { sample.matrix[i][$0] } }
            let whole = Verifier.structuralHoles(Dense(rows: cut))
            #expect(difference([found.constraint[ego]], [whole.constraint[0]]) < 1e-12)
            #expect(difference([found.effectiveSize[ego]], [whole.size[0]]) < 1e-12)
            #expect(difference([found.hierarchy[ego]], [whole.hierarchy[0]]) < 1e-12)
        }
    }

    @Test(arguments: 0..<200) func `shared brokerage gives each open pair away once`(number: Int) {
        let sample = SampleGraph.random(number, largest: 8, directed: number % 2 == 0)
        var random = RandomSource(seed: 4, part: number)
        let groups = (0..<sample.nodeCount).map { _ in Int32(random.below(4)) - 1 }
        let found = BrokerageShares(of: sample.graph, groups: groups)
        var expected = [[Double]](repeating: [Double](repeating: 0, count: sample.nodeCount), count: 5)
        let known = groups.indices.filter { groups[$0] >= 0 }
        for source in known {
            for target in known where source != target && !sample.has(source, target) {
                let brokers = known.filter { sample.has(source, $0) && sample.has($0, target) }
                for broker in brokers {
                    let role = BrokerageTriads.role(groups[source], groups[broker], groups[target])
                    // Undirected: a pair once, and its two orders are AAB and ABB.
                    let isTwice = !sample.graph.isDirected && role != .representative && role != .gatekeeper
                    expected[role.rawValue][broker] += (isTwice ? 0.5 : 1) / Double(brokers.count)
                }
            }
        }
        for role in BrokerageTriads.Role.allCases {
            #expect(difference(found[role], expected[role.rawValue]) < 1e-12, "\(role)")
        }
    }

    /// A vector that the matrix leaves as it is, of the largest eigenvalue and non-negative.
    @Test(arguments: 0..<200) func `the eigenvector of the whole matrix is one`(number: Int) {
        let sample = sample(number)
        for outward in [false, true] {
            guard let found = WholeEigenvector.values(of: sample.graph, outward: outward) else { continue }
            var image = found.map { _ in 0.0 }
            for i in found.indices {
                for j in found.indices { image[i] += (outward ? sample.matrix[i][j] : sample.matrix[j][i]) * found[j] }
            }
            let value = zip(found, image).reduce(0) { $0 + $1.0 * $1.1 }
            #expect(difference(image, found.map { $0 * value }) < 1e-9)
            #expect(difference([found.reduce(0) { $0 + $1 * $1 }], [1]) < 1e-12)
            #expect(found.allSatisfy { $0 >= 0 })
            #expect(difference([value], [SpectralCentrality.spectralRadius(of: sample.graph) ?? -1]) < 1e-9)
        }
    }

    @Test func `no cycle, or two equal components, have no eigenvector`() {
        let path = SampleGraph(edges: [(0, 1), (1, 2)], nodeCount: 3, directed: true)
        #expect(WholeEigenvector.values(of: path.graph) == nil)
        let twins = SampleGraph(edges: [(0, 1), (2, 3)], nodeCount: 4)
        #expect(WholeEigenvector.values(of: twins.graph) == nil)
    }

    /// A graph in which each parallel tie has a node of its own in its middle has the same geodesics,
    /// told apart.
    @Test(arguments: 0..<200) func `parallel ties are so many paths`(number: Int) {
        var random = RandomSource(seed: 8, part: number)
        let count = 2 + random.below(6)
        let isDirected = number % 2 == 0
        var edges: [(Int, Int)] = []
        for _ in 0..<random.below(2 * count) {
            let (one, other) = (random.below(count), random.below(count))
            if one != other { edges.append((one, other)) }
        }
        let (sources, targets) = (edges.map { Int32($0.0) }, edges.map { Int32($0.1) })
        let graph = Graph(nodeCount: count, sources: sources, targets: targets, isDirected: isDirected)
        let counts = Graph(
            nodeCount: count, sources: sources, targets: targets, weights: edges.map { _ in 1 }, isDirected: isDirected)
        let found = MultigraphBetweenness.nodes(of: graph, multiplicities: counts.outgoing.weights)
        let middles = edges.indices.map { Int32(count + $0) }
        let split = Graph(
            nodeCount: count + edges.count, sources: sources + middles, targets: middles + targets, isDirected: isDirected)
        // Over pairs of the original nodes only.
        var expected = [Double](repeating: 0, count: count)
        let paths = (0..<count).map { Geodesics(of: split, from: $0) }
        for s in 0..<count {
            for t in 0..<count where s != t && paths[s].distance[t].isFinite && (isDirected || s < t) {
                for v in 0..<count where v != s && v != t && paths[s].distance[v] + paths[v].distance[t] == paths[s].distance[t] {
                    expected[v] += paths[s].count[v] * paths[v].count[t] / paths[s].count[t]
                }
            }
        }
        #expect(difference(found, expected) < 1e-12, "\(edges)")
    }

    @Test(arguments: RandomEdges.seeds) func `geodesics are those of all shortest paths listed`(seed: Int) {
        let edges = RandomEdges(seed: seed)
        let matrix = Dense(edges)
        let distances = Verifier.distances(matrix)
        for source in 0..<edges.nodeCount {
            let found = Geodesics(of: edges.graph(), from: source)
            for target in 0..<edges.nodeCount where target != source {
                #expect(found.distance[target].isFinite == distances[source][target].isFinite)
                guard distances[source][target].isFinite else { continue }
                let paths = Verifier.shortestPaths(source, target, matrix, distances)
                #expect(difference([found.distance[target]], [distances[source][target]]) < 1e-11)
                #expect(found.count[target] == Double(paths.count), "\(edges)")
            }
        }
    }
}
