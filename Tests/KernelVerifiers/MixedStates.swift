import GraphKernels

/// Every mixed graph on a few nodes, by trying everything: each pair without tie, with an edge, or with
/// arcs in one direction or both.
enum MixedStates {
    /// All on four nodes, with their degrees.
    static let ofFour = all(4) { _ in true }.map { (graph: $0, degrees: $0.degrees()) }

    /// Those on four nodes that have the degrees of one.
    static func like(_ given: MixedGraph) -> Set<MixedGraph> {
        let degrees = given.degrees()
        return Set(ofFour.filter { $0.degrees == degrees }.map(\.graph))
    }

    /// - Parameter isWanted: which to take.
    static func all(
        _ nodeCount: Int, where isWanted: (MixedGraph) -> Bool
    ) -> Set<MixedGraph> {
        let pairs = (0..<Int32(nodeCount)).flatMap { high in (0..<high).map { ($0, high) } }
        var found: Set<MixedGraph> = []
        var states = [Int](repeating: 0, count: pairs.count)
        while true {
            var graph = MixedGraph(nodeCount: nodeCount)
            for (pair, state) in zip(pairs, states) {
                if state == 4 {
                    graph.edges.append(.init(pair.0, pair.1))
                } else {
                    if state & 1 == 1 { graph.arcs.append(.init(pair.0, pair.1)) }
                    if state & 2 == 2 { graph.arcs.append(.init(pair.1, pair.0)) }
                }
            }
            if isWanted(graph) { found.insert(graph.inOrder) }
            guard let next = states.firstIndex(where: { $0 < 4 }) else { return found }
            states[next] += 1
            for place in 0..<next { states[place] = 0 }
        }
    }

    static func random(_ nodeCount: Int, tied: Double, using random: inout RandomSource) -> MixedGraph {
        var graph = MixedGraph(nodeCount: nodeCount)
        for high in 0..<Int32(nodeCount) {
            for low in 0..<high where random.unit() < tied {
                let state = random.below(4)
                if state == 0 || state == 2 { graph.arcs.append(.init(low, high)) }
                if state == 1 || state == 2 { graph.arcs.append(.init(high, low)) }
                if state == 3 { graph.edges.append(.init(high, low)) }
            }
        }
        return graph
    }

    /// Chi-squared of draws against their being equally likely; nil where one is none of the states.
    static func chiSquared(_ drawn: [MixedGraph], _ states: Set<MixedGraph>) -> Double? {
        let counts = Dictionary(grouping: drawn, by: \.inOrder).mapValues(\.count)
        guard counts.keys.allSatisfy(states.contains) else { return nil }
        let expected = Double(drawn.count) / Double(states.count)
        return states.reduce(0) { sum, state in
            let off = Double(counts[state] ?? 0) - expected
            return sum + off * off / expected
        }
    }

    /// The 99.99 % point of chi-squared (Wilson and Hilferty 1931), and a little more.
    static func limit(_ states: Int) -> Double {
        let freedom = Double(states - 1)
        let cube = 1 - 2 / (9 * freedom) + 3.72 * (2 / (9 * freedom)).squareRoot()
        return freedom * cube * cube * cube + 0.5
    }
}

extension MixedGraph {
    /// The same graph, its ties sorted.
    var inOrder: MixedGraph {
        func before(_ one: Ends, _ other: Ends) -> Bool { (one.source, one.target) < (other.source, other.target) }
        return MixedGraph(
            nodeCount: nodeCount,
            edges: edges.map { Ends(min($0.source, $0.target), max($0.source, $0.target)) }.sorted(by: before),
            arcs: arcs.sorted(by: before))
    }

    /// For each node: edges, arcs out and arcs in, each by the side of the other end.
    func degrees(_ sides: [UInt8] = []) -> [[Int]] {
        func side(_ node: Int32) -> Int { sides.isEmpty ? 0 : Int(sides[Int(node)]) }
        var degrees = [[Int]](repeating: Array(repeating: 0, count: 6), count: nodeCount)
        for edge in edges {
            degrees[Int(edge.source)][side(edge.target)] += 1
            degrees[Int(edge.target)][side(edge.source)] += 1
        }
        for arc in arcs {
            degrees[Int(arc.source)][2 + side(arc.target)] += 1
            degrees[Int(arc.target)][4 + side(arc.source)] += 1
        }
        return degrees
    }
}
