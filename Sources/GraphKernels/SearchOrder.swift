/// Nodes renumbered so that neighbours stand close together in memory.
///
/// Breadth first from the node of highest degree in each component, neighbours of high degree first
/// (after Cuthill and McKee 1969, Proc. 24th ACM National Conference, 157–172): what a search touches
/// at one time then lies on few cache lines, and nodes that follow each other see the rest of the
/// graph from much the same distance, which is what searches run side by side need.
struct SearchOrder {
    /// The nodes in their new order.
    let nodes: [Int32]
    /// The new number of each node.
    let rank: [Int32]

    /// Time: O(n + m + n log n).
    init(of graph: Graph) {
        let rows = graph.outgoing
        let degrees = (0..<graph.nodeCount).map { rows.degree(of: $0) }
        func comesFirst(_ one: Int32, _ other: Int32) -> Bool {
            let (more, less) = (degrees[Int(one)], degrees[Int(other)])
            return more == less ? one < other : more > less
        }
        var (nodes, rank) = ([Int32](), [Int32](repeating: -1, count: graph.nodeCount))
        nodes.reserveCapacity(graph.nodeCount)
        func append(_ node: Int32) {
            rank[Int(node)] = Int32(nodes.count)
            nodes.append(node)
        }
        for start in (0..<Int32(graph.nodeCount)).sorted(by: comesFirst) where rank[Int(start)] < 0 {
            var head = nodes.count
            append(start)
            while head < nodes.count {
                let node = Int(nodes[head])
                head += 1
                let first = nodes.count
                for target in rows.targets[rows.range(of: node)] where rank[Int(target)] < 0 { append(target) }
                guard nodes.count - first > 1 else { continue }
                nodes[first...].sort(by: comesFirst)
                for place in first..<nodes.count { rank[Int(nodes[place])] = Int32(place) }
            }
        }
        self.nodes = nodes
        self.rank = rank
    }

    /// Rows of the renumbered nodes, weights left out. Time: O(n + m).
    func renumbered(_ rows: Graph.Rows) -> Graph.Rows {
        var (offsets, targets) = ([0], [Int32]())
        offsets.reserveCapacity(nodes.count + 1)
        targets.reserveCapacity(rows.targets.count)
        for node in nodes {
            for target in rows.targets[rows.range(of: Int(node))] { targets.append(rank[Int(target)]) }
            offsets.append(targets.count)
        }
        return Graph.Rows(offsets: offsets, targets: targets, weights: [])
    }
}
