import GraphKernels
import Testing

@testable import KernelVerifiers

@Suite struct RewiringTests {
    private func outDegrees(_ graph: Graph) -> [Int] { (0..<graph.nodeCount).map { graph.outgoing.degree(of: $0) } }
    private func inDegrees(_ graph: Graph) -> [Int] { (0..<graph.nodeCount).map { graph.incoming.degree(of: $0) } }
    private func weight(_ graph: Graph) -> Double { graph.outgoing.weights.reduce(0, +) }

    @Test(arguments: 0..<120) func keepsDegreesAndStaysSimple(number: Int) {
        for directed in [false, true] {
            let graph = SampleGraph.random(number, largest: 30, directed: directed, weighted: number % 2 == 0).graph
            var random = RandomSource(seed: UInt64(number))
            let rewired = Rewiring.degreePreserving(graph, using: &random)
            #expect(outDegrees(rewired) == outDegrees(graph))
            #expect(inDegrees(rewired) == inDegrees(graph))
            #expect(rewired.edgeCount == graph.edgeCount)
            #expect(weight(rewired) == weight(graph))
        }
    }

    /// How many different graphs were drawn, and chi-squared against their being equally likely.
    private func spread(_ sample: SampleGraph, draws: Int) -> (seen: Int, chiSquared: Double) {
        let keys = Draws.values(draws, seed: 7) { random in
            let rewired = Rewiring.degreePreserving(sample.graph, swapsPerEdge: 20, using: &random)
            return (0..<rewired.nodeCount).map { Array(rewired.outgoing.neighbours(of: $0)) }
        }
        let counts = Dictionary(grouping: keys, by: { $0 }).mapValues(\.count)
        let expected = Double(draws) / Double(counts.count)
        let squares = counts.values.map { (Double($0) - expected) * (Double($0) - expected) }
        return (counts.count, squares.reduce(0, +) / expected)
    }

    @Test func drawsUndirectedGraphsUniformly() {
        let (seen, chiSquared) = spread(
            SampleGraph(edges: [(0, 1), (1, 2), (2, 3), (3, 4)], nodeCount: 5), draws: 7_000)
        #expect(seen == Enumeration.undirected(degrees: [1, 2, 2, 2, 1]))
        #expect(seen == 7)
        // The 99.99 % point of chi-squared with 6 degrees of freedom.
        #expect(chiSquared < 27.86)
    }

    @Test func drawsDirectedGraphsUniformly() {
        let (seen, chiSquared) = spread(
            SampleGraph(edges: [(0, 1), (1, 2), (2, 0), (3, 0), (2, 3)], nodeCount: 4, directed: true), draws: 9_000)
        #expect(seen == Enumeration.directed(outDegrees: [1, 1, 2, 1], inDegrees: [2, 1, 1, 1]))
        #expect(seen == 7)
        // The 99.99 % point of chi-squared with 6 degrees of freedom.
        #expect(chiSquared < 27.86)
    }

    /// No tie within a group, and the graphs that are left are as likely as each other.
    @Test(arguments: [false, true]) func keepsGroupsApart(directed: Bool) {
        let ends = directed
            ? [(0, 1), (1, 2), (2, 4), (3, 0), (2, 3), (4, 3)] : [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 0)]
        let groups: [Int32] = directed ? [0, 1, 0, 2, 3] : [0, 1, 0, 2, 3, 2]
        let ties = ends.map { MixedGraph.Ends(Int32($0.0), Int32($0.1)) }
        let graph = MixedGraph(nodeCount: groups.count, edges: directed ? [] : ties, arcs: directed ? ties : [])
        let draws = 12_000
        let keys = Draws.values(draws, seed: 7) { random in
            let drawn = Rewiring.degreePreserving(graph, groups: groups, swapsPerEdge: 20, using: &random)
            return (drawn.edges + drawn.arcs).map { directed || $0.source < $0.target ? [$0.source, $0.target] : [$0.target, $0.source] }
                .sorted { $0.lexicographicallyPrecedes($1) }
        }
        let counts = Dictionary(grouping: keys, by: { $0 }).mapValues(\.count)
        #expect(counts.keys.allSatisfy { $0.allSatisfy { groups[Int($0[0])] != groups[Int($0[1])] } })
        #expect(counts.count == Enumeration.apart(graph, groups))
        let expected = Double(draws) / Double(counts.count)
        let chiSquared = counts.values.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
        // Wilson and Hilferty 1931, at four standard deviations.
        let freedom = Double(counts.count - 1)
        let cube = 1 - 2 / (9 * freedom) + 4 * (2 / (9 * freedom)).squareRoot()
        #expect(chiSquared < freedom * cube * cube * cube)
    }

    @Test func turnsCyclesOfThree() {
        // Without that step this graph could never change.
        let (seen, chiSquared) = spread(
            SampleGraph(edges: [(0, 1), (1, 2), (2, 0)], nodeCount: 3, directed: true), draws: 4_000)
        #expect(seen == 2)
        #expect(chiSquared < 15.14)
    }

    @Test func latticeRaisesClustering() {
        let graph = SampleGraph.ring(40, reach: 2, shortcuts: 40).graph
        var random = RandomSource(seed: 3)
        let lattice = Rewiring.lattice(graph, using: &random)
        let loose = Rewiring.degreePreserving(graph, using: &random)
        #expect(outDegrees(lattice) == outDegrees(graph))
        #expect(Enumeration.triangles(lattice) > 2 * Enumeration.triangles(loose))
    }
}

/// Counting by trying everything.
enum Enumeration {
    /// Of a graph of one sort: how many there are of its degrees without a tie within a group.
    static func apart(_ graph: MixedGraph, _ groups: [Int32]) -> Int {
        let (isDirected, nodes) = (graph.edges.isEmpty, 0..<graph.nodeCount)
        let pairs = nodes.flatMap { i in
            nodes.filter { ($0 > i || isDirected && $0 != i) && groups[$0] != groups[i] }.map { (i, $0) }
        }
        func degrees(_ ties: [(Int, Int)]) -> [Int] {
            var degrees = [Int](repeating: 0, count: 2 * graph.nodeCount)
            for (one, other) in ties {
                degrees[one] += 1
                degrees[isDirected ? graph.nodeCount + other : other] += 1
            }
            return degrees
        }
        let wanted = degrees((graph.edges + graph.arcs).map { (Int($0.source), Int($0.target)) })
        let count = graph.edges.count + graph.arcs.count
        return (0..<(1 << pairs.count)).count { mask in
            mask.nonzeroBitCount == count && degrees(pairs.indices.filter { mask >> $0 & 1 == 1 }.map { pairs[$0] }) == wanted
        }
    }

    static func undirected(degrees: [Int]) -> Int {
        let pairs = degrees.indices.flatMap { i in degrees.indices.filter { $0 > i }.map { (i, $0) } }
        return (0..<(1 << pairs.count)).count { mask in
            var left = degrees
            for (bit, pair) in pairs.enumerated() where mask >> bit & 1 == 1 {
                left[pair.0] -= 1
                left[pair.1] -= 1
            }
            return left.allSatisfy { $0 == 0 }
        }
    }

    static func directed(outDegrees: [Int], inDegrees: [Int]) -> Int {
        let nodes = outDegrees.indices
        let pairs = nodes.flatMap { i in nodes.filter { $0 != i }.map { (i, $0) } }
        return (0..<(1 << pairs.count)).count { mask in
            var (out, into) = (outDegrees, inDegrees)
            for (bit, pair) in pairs.enumerated() where mask >> bit & 1 == 1 {
                out[pair.0] -= 1
                into[pair.1] -= 1
            }
            return (out + into).allSatisfy { $0 == 0 }
        }
    }

    static func triangles(_ graph: Graph) -> Int {
        let nodes = 0..<graph.nodeCount
        var count = 0
        for a in nodes {
            for b in nodes where b > a && graph.hasArc(a, b) {
                count += nodes.count { $0 > b && graph.hasArc(a, $0) && graph.hasArc(b, $0) }
            }
        }
        return count
    }
}
