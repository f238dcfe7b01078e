/// The components of a graph, numbered by their first node.
public struct Components: Sendable {
    /// The component of each node.
    public let labels: [Int32]
    /// The number of nodes of each component, which add up to all.
    public let sizes: [Int]

    /// How many components there are; 0 of an empty graph.
    public var count: Int { sizes.count }

    /// The largest component; nil where there is none or where two are the largest.
    public var largest: Int? {
        guard let size = sizes.max(), sizes.count(where: { $0 == size }) == 1 else { return nil }
        return sizes.firstIndex(of: size)
    }

    /// The nodes of each component, in order.
    public func members() -> [[Int32]] {
        var members = sizes.map { size in
            var list: [Int32] = []
            list.reserveCapacity(size)
            return list
        }
        for (node, label) in labels.enumerated() { members[Int(label)].append(Int32(node)) }
        return members
    }

    /// Components of nodes tied in either direction. Time: O(n + m) but for the inverse Ackermann
    /// function.
    ///
    /// Union-find by lowest node, after two neighbours of each node at first (Sutton, Ben-Nun and Barak
    /// 2018, Afforest, IPDPS, 388–398): in most networks these make the largest component all but
    /// whole, and the other entries of the nodes in it need not be read.
    public static func weak(of graph: Graph) -> Components {
        var forest = Forest(graph.nodeCount)
        let rows = graph.outgoing
        for place in 0..<2 {
            for node in 0..<graph.nodeCount where rows.degree(of: node) > place {
                forest.join(Int32(node), rows.targets[rows.offsets[node] + place])
            }
        }
        forest.flatten()
        let giant = forest.commonRoot()
        for node in 0..<graph.nodeCount where forest.parent[node] != giant {
            for entry in rows.range(of: node).dropFirst(2) { forest.join(Int32(node), rows.targets[entry]) }
            guard graph.isDirected else { continue }
            for source in graph.incoming.neighbours(of: node) { forest.join(Int32(node), source) }
        }
        forest.flatten()
        return forest.components()
    }

    /// Components within which every node reaches every other along the arcs (Tarjan 1972, SIAM J.
    /// Comput. 1(2), 146–160, without recursion). Time: O(n + m).
    public static func strong(of graph: Graph) -> Components {
        var search = StrongSearch(graph.outgoing, graph.nodeCount)
        for start in 0..<graph.nodeCount where search.index[start] < 0 { search.visit(start) }
        // Renumbered by first node, as in `weak`.
        var numbers = [Int32](repeating: -1, count: search.componentCount)
        var sizes: [Int] = []
        let labels = search.component.map { found in
            if numbers[Int(found)] < 0 {
                numbers[Int(found)] = Int32(sizes.count)
                sizes.append(0)
            }
            sizes[Int(numbers[Int(found)])] += 1
            return numbers[Int(found)]
        }
        return Components(labels: labels, sizes: sizes)
    }
}

/// Disjoint sets of nodes, each a tree whose root is its lowest node.
private struct Forest {
    private(set) var parent: [Int32]

    init(_ nodeCount: Int) { parent = [Int32](0..<Int32(nodeCount)) }

    mutating func join(_ one: Int32, _ other: Int32) {
        let (one, other) = (root(one), root(other))
        if one < other { parent[Int(other)] = one } else { parent[Int(one)] = other }
    }

    /// Halves the path on the way (Tarjan and van Leeuwen 1984, J. ACM 31(2), 245–281).
    private mutating func root(_ node: Int32) -> Int32 {
        var node = node
        while true {
            let above = parent[Int(node)]
            if above == node { return node }
            let next = parent[Int(above)]
            if next == above { return above }
            parent[Int(node)] = next
            node = next
        }
    }

    /// Makes every node's parent its root: parents are lower and come first.
    mutating func flatten() {
        for node in parent.indices { parent[node] = parent[Int(parent[node])] }
    }

    /// The root of most of 1024 nodes spread over all. Only the time depends on it.
    func commonRoot() -> Int32? {
        let step = max(1, parent.count / 1024)
        let sample = stride(from: 0, to: parent.count, by: step).map { parent[$0] }.sorted()
        var (best, bestRun, run) = (sample.first, 0, 0)
        for (place, root) in sample.enumerated() {
            run = place > 0 && sample[place - 1] == root ? run + 1 : 1
            if run > bestRun { (best, bestRun) = (root, run) }
        }
        return best
    }

    func components() -> Components {
        var labels = [Int32](repeating: 0, count: parent.count)
        var sizes: [Int] = []
        for (node, root) in parent.enumerated() {
            if Int(root) == node {
                labels[node] = Int32(sizes.count)
                sizes.append(1)
            } else {
                labels[node] = labels[Int(root)]
                sizes[Int(labels[node])] += 1
            }
        }
        return Components(labels: labels, sizes: sizes)
    }
}

private struct StrongSearch {
    let rows: Graph.Rows
    /// The order of discovery; -1 before it.
    var index: [Int32]
    var component: [Int32]
    var componentCount = 0
    private var low: [Int32]
    /// The entry of each node's row at which the search will go on.
    private var next: [Int]
    private var discovered: Int32 = 0
    private var waiting: [Int32] = []

    init(_ rows: Graph.Rows, _ nodeCount: Int) {
        self.rows = rows
        index = [Int32](repeating: -1, count: nodeCount)
        component = index
        low = index
        next = Array(rows.offsets.dropLast())
    }

    mutating func visit(_ start: Int) {
        var path = [start]
        discover(start)
        while let node = path.last {
            if next[node] < rows.offsets[node + 1] {
                let target = Int(rows.targets[next[node]])
                next[node] += 1
                if index[target] < 0 {
                    discover(target)
                    path.append(target)
                } else if component[target] < 0 {
                    low[node] = min(low[node], index[target])
                }
            } else {
                path.removeLast()
                if let parent = path.last { low[parent] = min(low[parent], low[node]) }
                if low[node] == index[node] { close(node) }
            }
        }
    }

    private mutating func discover(_ node: Int) {
        index[node] = discovered
        low[node] = discovered
        discovered += 1
        waiting.append(Int32(node))
    }

    private mutating func close(_ root: Int) {
        while let node = waiting.popLast() {
            component[Int(node)] = Int32(componentCount)
            if Int(node) == root { break }
        }
        componentCount += 1
    }
}
