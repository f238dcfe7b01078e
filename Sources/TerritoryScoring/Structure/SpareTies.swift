/// Ties of which each can go alone and leave joined what is joined, and every node cutting off just what it cut off.
///
/// A search in depth makes of each part a tree, and every other tie joins a node to one of those above it. Without such
/// a tie the tree is the same one; a subtree is cut off by the node above it where no tie leads from the subtree further
/// up (Hopcroft and Tarjan 1973). So a tie can go where each subtree that it leads out of has another such tie. Of a tie
/// of the tree nothing is known: hence several trees, each of rows gone through from another place.
struct SpareTies: Sendable {
    private let trees: [DepthTree]
    private static let treeCount = 3

    /// - Complexity: O(nodes + ties + seats).
    init(_ graph: InteractionGraph, without hasLeft: [Bool]) {
        trees = (0..<Self.treeCount).map { DepthTree(graph, hasLeft, turn: $0, of: Self.treeCount) }
    }

    /// Whether a tie between two nodes that are there is known to be one of them.
    ///
    /// - Complexity: O(1).
    func contain(_ one: Int32, _ other: Int32) -> Bool { trees.contains { $0.spares(Int(one), Int(other)) } }
}

/// The tree of a search in depth, and above which nodes its subtrees hold on by one tie at most.
private struct DepthTree: Sendable {
    /// By node: the one above it, −1 for the first of a part; and how far down it is.
    private var parent: [Int32]
    private var depth: [Int32]
    /// By node: how far down the nearest of itself and those above it is whose subtree has one tie at most that leads
    /// above the node over it.
    private var lastHeld: [Int32]

    init(_ graph: InteractionGraph, _ hasLeft: [Bool], turn: Int, of turns: Int) {
        let none = [Int32](repeating: -1, count: graph.nodeCount)
        (parent, depth, lastHeld) = (none, none, none)
        // By node, how many ties lead from its subtree above the node over it: those that begin in it, less those
        // that end at that node or below.
        var leading = [Int32](repeating: 0, count: graph.nodeCount)
        var seen = [Int32](repeating: 0, count: graph.nodeCount)
        var (order, path): ([Int32], [Int32]) = ([], [])
        order.reserveCapacity(graph.nodeCount)
        func open(_ node: Int, above: Int32) {
            (parent[node], depth[node]) = (above, Int32(path.count))
            path.append(Int32(node))
            order.append(Int32(node))
        }
        for start in 0..<graph.nodeCount where depth[start] < 0 && !hasLeft[start] {
            open(start, above: -1)
            while let last = path.last {
                let node = Int(last)
                let row = graph.row(node)
                guard Int(seen[node]) < row.count else {
                    path.removeLast()
                    if parent[node] >= 0 { leading[Int(parent[node])] += leading[node] }
                    continue
                }
                let place = Int(seen[node]) + row.count * turn / turns
                seen[node] += 1
                let target = Int(graph.targets[row.lowerBound + (place < row.count ? place : place - row.count)])
                guard !hasLeft[target] else { continue }
                if depth[target] < 0 {
                    open(target, above: last)
                } else if depth[target] < depth[node], Int(parent[node]) != target {
                    leading[node] += 1
                    leading[Int(path[Int(depth[target]) + 1])] -= 1
                }
            }
        }
        for node in order.lazy.map({ Int($0) }) {
            let above = parent[node]
            lastHeld[node] = leading[node] > 1 && above >= 0 ? lastHeld[Int(above)] : depth[node]
        }
    }

    /// The subtrees that a tie leads out of, past the node over them, begin two below its upper end.
    func spares(_ one: Int, _ other: Int) -> Bool {
        let (low, high) = depth[one] > depth[other] ? (one, other) : (other, one)
        return Int(parent[low]) != high && lastHeld[low] <= depth[high] + 1
    }
}
