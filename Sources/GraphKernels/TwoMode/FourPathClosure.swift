/// Whether those who meet twice through a third meet without it: of the paths of four edges among
/// three nodes of one mode, those whose ends have a further neighbour in common, so that they lie on a cycle of six
/// (Opsahl 2013, Social Networks 35(2), 159–167).
///
/// The two ends of a path of two edges always share its middle, which says nothing; four edges are the least that
/// can stay open in two modes.
public struct FourPathClosure: Sendable, Hashable {
    /// Paths of four edges by the node in their middle.
    public let paths: [Int]
    /// Those of them that are closed.
    public let closed: [Int]

    /// How many paths `init` walks, each from both ends: its time. Complexity: O(edges).
    public static func pathCount(of graph: Graph) -> Double {
        let rows = graph.outgoing
        return (0..<graph.nodeCount).reduce(0.0) { sum, middle in
            let beyond = rows.neighbours(of: middle).map { Double(rows.degree(of: Int($0)) - 1) }
            let all = beyond.reduce(0, +)
            return sum + all * all - beyond.reduce(0) { $0 + $1 * $1 }
        }
    }

    /// Walks every path of four edges and sees whether it is closed.
    ///
    /// - Precondition: the graph is undirected and has two modes.
    /// - Complexity: O(paths of four edges), in parallel over their ends; O(nodes) of memory for each core.
    public init(of graph: Graph) {
        precondition(!graph.isDirected)
        let count = graph.nodeCount
        // Whole numbers, so that the order in which chunks are added does not matter.
        let parts = Parallel.chunks(of: count, grain: max(1, (count + 63) / 64)) { ends in
            var walk = Walk(nodeCount: count)
            for end in ends { walk.take(end, graph.outgoing) }
            return walk
        }
        var (paths, closed) = ([Int](repeating: 0, count: count), [Int](repeating: 0, count: count))
        for part in parts {
            for node in 0..<count {
                paths[node] += part.paths[node]
                closed[node] += part.closed[node]
            }
        }
        // Each was walked from both ends.
        self.paths = paths.map { $0 / 2 }
        self.closed = closed.map { $0 / 2 }
    }

    /// The paths from one end after another.
    private struct Walk: Sendable {
        var paths: [Int]
        var closed: [Int]
        /// How many neighbours each node has in common with the end.
        private var shared: [Int]
        private var isBesideEnd: [Bool]
        private var isBesideFirst: [Bool]

        init(nodeCount: Int) {
            paths = [Int](repeating: 0, count: nodeCount)
            (closed, shared) = (paths, paths)
            isBesideEnd = [Bool](repeating: false, count: nodeCount)
            isBesideFirst = isBesideEnd
        }

        mutating func take(_ end: Int, _ rows: Graph.Rows) {
            let near = rows.neighbours(of: end)
            for first in near {
                isBesideEnd[Int(first)] = true
                for other in rows.neighbours(of: Int(first)) { shared[Int(other)] += 1 }
            }
            for first in near { take(end, Int(first), rows) }
            for first in near {
                isBesideEnd[Int(first)] = false
                for other in rows.neighbours(of: Int(first)) { shared[Int(other)] = 0 }
            }
        }

        private mutating func take(_ end: Int, _ first: Int, _ rows: Graph.Rows) {
            let beside = rows.neighbours(of: first)
            for node in beside { isBesideFirst[Int(node)] = true }
            for middle in beside.map(Int.init) where middle != end {
                for second in rows.neighbours(of: middle).map(Int.init) where second != first {
                    for other in rows.neighbours(of: second).map(Int.init) where other != end && other != middle {
                        paths[middle] += 1
                        // Common neighbours beside the two of the path.
                        let further = shared[other] - (isBesideFirst[other] ? 1 : 0) - (isBesideEnd[second] ? 1 : 0)
                        if further > 0 { closed[middle] += 1 }
                    }
                }
            }
            for node in beside { isBesideFirst[Int(node)] = false }
        }
    }
}
