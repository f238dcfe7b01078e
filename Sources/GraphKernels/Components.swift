/// The components of a graph, numbered by their first node.
public struct Components: Sendable {
    /// The component of each node.
    public let labels: [Int32]
    public let sizes: [Int]

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

    /// Components of nodes tied in either direction. Time: O(n + m).
    public static func weak(of graph: Graph) -> Components {
        var labels = [Int32](repeating: -1, count: graph.nodeCount)
        var sizes: [Int] = []
        var stack: [Int32] = []
        for start in 0..<graph.nodeCount where labels[start] < 0 {
            let label = Int32(sizes.count)
            labels[start] = label
            stack.append(Int32(start))
            var size = 0
            while let node = stack.popLast() {
                size += 1
                for rows in graph.isDirected ? [graph.outgoing, graph.incoming] : [graph.outgoing] {
                    for entry in rows.range(of: Int(node)) {
                        let target = rows.targets[entry]
                        if labels[Int(target)] < 0 {
                            labels[Int(target)] = label
                            stack.append(target)
                        }
                    }
                }
            }
            sizes.append(size)
        }
        return Components(labels: labels, sizes: sizes)
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
