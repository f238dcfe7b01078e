/// The nodes of an undirected graph in an order in which each has few later neighbours: always the one of fewest left
/// goes next (Matula and Beck 1983, J. ACM 30(3), 417–427). No node then has more later neighbours than the graph's
/// largest coreness. Time: O(n + m).
struct PeelingOrder: Sendable {
    let nodes: [Int32]
    /// The place of each node in `nodes`.
    let rank: [Int32]

    init(of graph: Graph) {
        let (rows, count) = (graph.outgoing, graph.nodeCount)
        var degrees = (0..<count).map { rows.degree(of: $0) }
        // Nodes by what is left of their degree, each degree in a stretch of its own.
        var starts = [Int](repeating: 0, count: (degrees.max() ?? 0) + 2)
        for degree in degrees { starts[degree + 1] += 1 }
        for degree in starts.indices.dropFirst() { starts[degree] += starts[degree - 1] }
        var next = starts
        var nodes = [Int32](repeating: 0, count: count)
        var rank = nodes
        for node in 0..<count {
            rank[node] = Int32(next[degrees[node]])
            nodes[next[degrees[node]]] = Int32(node)
            next[degrees[node]] += 1
        }
        for place in 0..<count {
            let node = Int(nodes[place])
            for other in rows.neighbours(of: node).lazy.map(Int.init) where degrees[other] > degrees[node] {
                // Changes places with the first of its stretch, which then begins one later.
                let first = starts[degrees[other]]
                let moved = nodes[first]
                nodes.swapAt(first, Int(rank[other]))
                rank[Int(moved)] = rank[other]
                rank[other] = Int32(first)
                starts[degrees[other]] = first + 1
                degrees[other] -= 1
            }
        }
        self.nodes = nodes
        self.rank = rank
    }

    /// The later neighbours of each node, by rank: node, neighbours and their order are all places of the order.
    func laterRows(of graph: Graph) -> [[Int32]] {
        nodes.map { node in
            let own = rank[Int(node)]
            return graph.outgoing.neighbours(of: Int(node)).map { rank[Int($0)] }.filter { $0 > own }.sorted()
        }
    }
}
