/// How many paths without a common edge join the nodes of an undirected graph.
///
/// A tree tells all pairs: the edges that have to be cut to part two nodes are as many as the least value on the way
/// between them (Gomory and Hu 1961, J. SIAM 9(4), 551–570; built as Gusfield 1990, SIAM J. Comput. 19(1), 143–155).
public struct EdgeConnectivity: Sendable {
    /// One for each node but the first of each component: the values λ of the tree's edges.
    let tree: [(ends: (Int, Int), value: Int)]
    private let nodeCount: Int

    /// Builds the tree that tells all pairs.
    ///
    /// - Returns: nil where the limit is exceeded.
    /// - Precondition: the graph is undirected.
    /// - Complexity: O(n) flows of O(λ m) each.
    public init?(of graph: Graph, limit: WorkLimit = .standard) {
        precondition(!graph.isDirected)
        nodeCount = graph.nodeCount
        var flow = UnitFlow(graph, limit)
        var tree: [(ends: (Int, Int), value: Int)] = []
        for members in Components.weak(of: graph).members() {
            var parent = [Int: Int]()
            for node in members.dropFirst() { parent[Int(node)] = Int(members[0]) }
            for (place, node) in members.enumerated().dropFirst() {
                let other = parent[Int(node)] ?? 0
                let value = flow.run(from: Int(node), to: other)
                if flow.limit.isExceeded { return nil }
                tree.append(((Int(node), other), value))
                // Later nodes on this side of the cut hang on this node from now on.
                for later in members[(place + 1)...] where parent[Int(later)] == other && flow.isReached(Int(later)) {
                    parent[Int(later)] = Int(node)
                }
            }
        }
        self.tree = tree
    }

    /// For each node the largest λ to any other; 0 for an isolate.
    public var levels: [Int] {
        var levels = [Int](repeating: 0, count: nodeCount)
        for edge in tree {
            levels[edge.ends.0] = max(levels[edge.ends.0], edge.value)
            levels[edge.ends.1] = max(levels[edge.ends.1], edge.value)
        }
        return levels
    }

    /// The least λ of all pairs; 0 in a disconnected graph, nil below two nodes.
    public var least: Int? {
        guard nodeCount > 1 else { return nil }
        return tree.count < nodeCount - 1 ? 0 : tree.map(\.value).min()
    }

    /// The λ-sets (Borgatti, Everett and Shirey 1990, Social Networks 12, 337–357): sets of nodes any two of which are
    /// joined by more paths without a common edge than any one of them is to any node outside. Highest λ first, of one
    /// λ by their first node; each with the least λ within it. Sets hold one another or have nothing in common.
    public var sets: [(value: Int, members: [Int])] {
        var groups = (0..<nodeCount).map { [$0] }
        var groupOf = Array(0..<nodeCount)
        var sets: [(value: Int, members: [Int])] = []
        for value in Set(tree.map(\.value)).sorted(by: >) {
            var grown: Set<Int> = []
            for edge in tree where edge.value == value {
                var (large, small) = (groupOf[edge.ends.0], groupOf[edge.ends.1])
                if groups[large].count < groups[small].count { (large, small) = (small, large) }
                for node in groups[small] { groupOf[node] = large }
                groups[large] += groups[small]
                groups[small] = []
                grown.insert(large)
            }
            let merged = grown.map { groups[$0].sorted() }.filter { !$0.isEmpty }.sorted { $0[0] < $1[0] }
            sets += merged.map { (value, $0) }
        }
        return sets
    }
}

/// The largest flow between two nodes where each edge lets one unit through (Ford and Fulkerson 1956), each path found
/// breadth first.
private struct UnitFlow {
    private let rows: Graph.Rows
    /// The entry of the same edge at its other end.
    private var back: [Int]
    /// -1, 0 or 1 along an entry.
    private var flow: [Int8]
    private var used: [Int] = []
    private(set) var limit: WorkLimit
    /// The entry by which a node was reached in the present search; -1 for none, -2 for the source.
    private var reachedBy: [Int]
    private var queue: [Int] = []

    init(_ graph: Graph, _ limit: WorkLimit) {
        rows = graph.outgoing
        self.limit = limit
        back = [Int](repeating: 0, count: rows.targets.count)
        flow = [Int8](repeating: 0, count: rows.targets.count)
        reachedBy = [Int](repeating: -1, count: graph.nodeCount)
        var next = rows.offsets
        // Rows are sorted, so that the entries towards a node come in the order of its own row.
        for node in 0..<graph.nodeCount {
            for entry in rows.range(of: node) {
                let target = Int(rows.targets[entry])
                back[entry] = next[target]
                next[target] += 1
            }
        }
    }

    func isReached(_ node: Int) -> Bool { reachedBy[node] != -1 }

    /// The largest flow; what is still reached afterwards is the source's side of a least cut.
    mutating func run(from source: Int, to target: Int) -> Int {
        for entry in used {
            flow[entry] = 0
            flow[back[entry]] = 0
        }
        used.removeAll(keepingCapacity: true)
        var value = 0
        while search(source, target), !limit.isExceeded {
            value += 1
            var node = target
            while node != source {
                let entry = reachedBy[node]
                flow[entry] += 1
                flow[back[entry]] -= 1
                used.append(entry)
                node = Int(rows.targets[back[entry]])
            }
        }
        return value
    }

    private mutating func search(_ source: Int, _ target: Int) -> Bool {
        for node in queue { reachedBy[node] = -1 }
        queue.removeAll(keepingCapacity: true)
        queue.append(source)
        reachedBy[source] = -2
        var head = 0
        while head < queue.count {
            let node = queue[head]
            head += 1
            limit.spend(rows.degree(of: node) + 1)
            for entry in rows.offsets[node]..<rows.offsets[node + 1] where flow[entry] < 1 {
                let next = Int(rows.targets[entry])
                guard reachedBy[next] == -1 else { continue }
                reachedBy[next] = entry
                queue.append(next)
                if next == target { return true }
            }
        }
        return false
    }
}
