import Testing

@testable import GraphKernels
@testable import KernelVerifiers

/// Betweenness and sums of distances on networks full of bridges, twins and trees, against sums over all
/// pairs and all nodes between.
@Suite struct BetweennessVerificationTests {
    private let tight = 1e-10

    @Test(arguments: PatchedEdges.seeds, [false, true])
    func `folding, merging and lanes change nothing`(seed: Int, isDirected: Bool) {
        let patched = PatchedEdges(seed: seed)
        let graph = patched.graph(isDirected: isDirected)
        let paths = CountedPaths(patched.matrix(isDirected: isDirected))
        let expected = paths.betweenness(isDirected: isDirected)
        // All counted in doubles; none; some.
        for manyPaths in [1e290, 1, 4] {
            let alone = Betweenness(of: graph, withEntries: false, manyPaths: manyPaths)
            #expect(difference(alone.nodes, expected.nodes) < tight)
            let both = Betweenness(of: graph, withEntries: true, manyPaths: manyPaths)
            #expect(difference(both.nodes, expected.nodes) < tight)
            for node in 0..<graph.nodeCount {
                let found = Array(both.entries[graph.outgoing.range(of: node)])
                let arcs = graph.outgoing.neighbours(of: node).map { expected.arcs[node][Int($0)] }
                #expect(difference(found, arcs) < tight)
            }
        }
        // Lengths of 2 are the same paths, found by another search.
        let long = Betweenness(of: graph.mappingWeights { 2 * $0 })
        #expect(difference(long.nodes, expected.nodes) < tight)
    }

    @Test(arguments: PatchedEdges.seeds, [false, true])
    func `distances summed by bits are those of Floyd and Warshall`(seed: Int, isDirected: Bool) {
        let patched = PatchedEdges(seed: seed)
        let graph = patched.graph(isDirected: isDirected)
        let found = PathSummary(of: graph)
        let distances = CountedPaths(patched.matrix(isDirected: isDirected)).distances
        let reached = distances.map { row in row.filter { $0.isFinite && $0 > 0 } }
        #expect(found.reached.map(Int.init) == reached.map(\.count))
        #expect(found.total == reached.map { $0.reduce(0, +) })
        #expect(difference(found.inverse, reached.map { $0.reduce(0) { $0 + 1 / $1 } }) < 1e-14)
        #expect(found.farthest == reached.map { $0.max() ?? 0 })
    }

    /// Several sweeps of sources, long and short ways, and components.
    @Test func `many sources at once find what one after the other finds`() {
        for (count, ties) in [(900, 850), (700, 2100)] {
            var random = RandomSource(seed: 5, part: count)
            var edges: [(Int32, Int32)] = (1..<400).map { ($0 - 1, $0) }
            for _ in 0..<ties { edges.append((Int32(random.below(count)), Int32(random.below(count)))) }
            for isDirected in [false, true] {
                let graph = Graph(
                    nodeCount: count, sources: edges.map(\.0), targets: edges.map(\.1), isDirected: isDirected)
                let (found, expected) = (PathSummary(of: graph), PathSummary(of: graph.mappingWeights { $0 }))
                #expect(found.reached == expected.reached)
                #expect(found.total == expected.total)
                // The sums of doubles one by one, with which these are compared, lose a digit or two.
                #expect(difference(found.inverse, expected.inverse) < 1e-12)
                #expect(found.farthest == expected.farthest)
            }
        }
    }

    /// A ladder of a thousand rungs, two nodes on each, has up to 2^999 shortest paths: where they are
    /// more than 1e290, they are counted by logarithms.
    @Test func `more paths than a double holds well`() {
        let rungs = 1000
        var (sources, targets): ([Int32], [Int32]) = ([], [])
        for rung in 1..<Int32(rungs) {
            for (one, other) in [(-2, 0), (-2, 1), (-1, 0), (-1, 1)] as [(Int32, Int32)] {
                sources.append(2 * rung + one)
                targets.append(2 * rung + other)
            }
        }
        let found = Betweenness(of: Graph(nodeCount: 2 * rungs, sources: sources, targets: targets, isDirected: true))
        // Each of the two carries half of the pairs before and behind.
        let expected = (0..<(2 * rungs)).map { node in Double(2 * (node / 2) * 2 * (rungs - 1 - node / 2)) / 2 }
        #expect(difference(found.nodes, expected) < 1e-9)
    }
}

/// Numbers of shortest paths between all pairs of an unweighted network.
private struct CountedPaths {
    let distances: [[Double]]
    private let counts: [[Double]]
    private let matrix: Dense

    init(_ matrix: Dense) {
        self.matrix = matrix
        let distances = Verifier.distances(matrix)
        self.distances = distances
        counts = distances.indices.map { source in
            var counts = distances.map { _ in 0.0 }
            counts[source] = 1
            for node in distances.indices.sorted(by: { distances[source][$0] < distances[source][$1] })
            where distances[source][node].isFinite && node != source {
                for before in distances.indices where distances[source][before] + 1 == distances[source][node] {
                    counts[node] += matrix[before, node] * counts[before]
                }
            }
            return counts
        }
    }

    func betweenness(isDirected: Bool) -> (nodes: [Double], arcs: [[Double]]) {
        let all = distances.indices
        var nodes = all.map { _ in 0.0 }
        var arcs = all.map { _ in nodes }
        for from in all {
            for to in all where to != from && distances[from][to].isFinite {
                let length = distances[from][to]
                for node in all where node != to && distances[from][node] + distances[node][to] == length {
                    let share = counts[from][node] / counts[from][to]
                    if node != from { nodes[node] += share * counts[node][to] }
                    for next in all where matrix[node, next] > 0 && distances[next][to] == distances[node][to] - 1 {
                        arcs[node][next] += share * counts[next][to]
                    }
                }
            }
        }
        guard !isDirected else { return (nodes, arcs) }
        return (nodes.map { $0 / 2 }, arcs)
    }
}
