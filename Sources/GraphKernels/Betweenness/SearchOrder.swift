/// Nodes renumbered so that neighbours stand close together in memory, and nodes that follow each other see
/// the rest of the graph from much the same distance, which is what searches run side by side need.
///
/// Where hubs hold the graph together: breadth first from the node of highest degree in each component,
/// neighbours of high degree first (after Cuthill and McKee 1969, Proc. 24th ACM National Conference,
/// 157–172). Where there are none, each node by the one with the most ties to it and to those just before it
/// (after Wei, Yu, Lu and Lin 2016, SIGMOD, 1813–1828), which keeps a neighbourhood together that the
/// breadth-first order would mix with all others at the same distance.
///
/// The nodes of a component stand side by side.
struct SearchOrder {
    /// The nodes in their new order.
    let nodes: [Int32]
    /// The new number of each node.
    let rank: [Int32]

    /// Time: O(n + m + n log n).
    init(of graph: Graph) {
        let rows = graph.outgoing
        let degrees = (0..<graph.nodeCount).map { rows.degree(of: $0) }
        // A hub has more than four times the mean degree.
        let hasHubs = (degrees.max() ?? 0) * degrees.count > 4 * rows.targets.count
        nodes = hasHubs ? Self.aroundHubs(rows, degrees) : Self.byNearness(rows)
        var rank = [Int32](repeating: 0, count: nodes.count)
        for (place, node) in nodes.enumerated() { rank[Int(node)] = Int32(place) }
        self.rank = rank
    }

    private static func aroundHubs(_ rows: Graph.Rows, _ degrees: [Int]) -> [Int32] {
        func comesFirst(_ one: Int32, _ other: Int32) -> Bool {
            let (more, less) = (degrees[Int(one)], degrees[Int(other)])
            return more == less ? one < other : more > less
        }
        var nodes: [Int32] = []
        nodes.reserveCapacity(degrees.count)
        var isPlaced = [Bool](repeating: false, count: degrees.count)
        func place(_ node: Int32) {
            isPlaced[Int(node)] = true
            nodes.append(node)
        }
        for start in (0..<Int32(degrees.count)).sorted(by: comesFirst) where !isPlaced[Int(start)] {
            var head = nodes.count
            place(start)
            while head < nodes.count {
                let node = Int(nodes[head])
                head += 1
                let first = nodes.count
                for target in rows.targets[rows.range(of: node)] where !isPlaced[Int(target)] { place(target) }
                if nodes.count - first > 1 { nodes[first...].sort(by: comesFirst) }
            }
        }
        return nodes
    }

    /// As many nodes as a vector has lanes, which are searched from at once.
    private static let group = 8

    /// In groups of as many as are searched from at once.
    private static func byNearness(_ rows: Graph.Rows) -> [Int32] {
        let count = rows.offsets.count - 1
        var nodes: [Int32] = []
        nodes.reserveCapacity(count)
        var isPlaced = [Bool](repeating: false, count: count)
        /// Ties to the group, of the nodes that have any.
        var ties = [Int32](repeating: 0, count: count)
        var near: [Int32] = []
        var (head, start) = (0, 0)
        while nodes.count < count {
            near.removeAll { isPlaced[Int($0)] }
            var best: Int32?
            for node in near where best.map({ ties[Int(node)] > ties[Int($0)] }) ?? true { best = node }
            // Else the first neighbour of the first node that has one left, so that a component is finished
            // before the next one begins.
            while best == nil, head < nodes.count {
                best = rows.targets[rows.range(of: Int(nodes[head]))].first { !isPlaced[Int($0)] }
                if best == nil { head += 1 }
            }
            while best == nil {
                if !isPlaced[start] { best = Int32(start) }
                start += 1
            }
            guard let best else { break }
            if nodes.count % group == 0 {
                for node in near { ties[Int(node)] = 0 }
                near.removeAll(keepingCapacity: true)
            }
            isPlaced[Int(best)] = true
            nodes.append(best)
            for target in rows.targets[rows.range(of: Int(best))] where !isPlaced[Int(target)] {
                if ties[Int(target)] == 0 { near.append(target) }
                ties[Int(target)] += 1
            }
        }
        return nodes
    }

    /// Rows of the renumbered nodes, each in its old order. Time: O(n + m).
    func renumbered(_ rows: Graph.Rows) -> Graph.Rows {
        var (offsets, targets, weights): ([Int], [Int32], [Double]) = ([0], [], [])
        offsets.reserveCapacity(nodes.count + 1)
        targets.reserveCapacity(rows.targets.count)
        weights.reserveCapacity(rows.weights.count)
        for node in nodes {
            let range = rows.range(of: Int(node))
            for target in rows.targets[range] { targets.append(rank[Int(target)]) }
            if !rows.weights.isEmpty { weights.append(contentsOf: rows.weights[range]) }
            offsets.append(targets.count)
        }
        return Graph.Rows(offsets: offsets, targets: targets, weights: weights)
    }
}
