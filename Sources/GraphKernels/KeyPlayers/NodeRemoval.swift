/// What is left of a graph's connection when nodes are taken out.
public enum NodeRemoval {
    /// For each node, the number of unordered pairs that are still connected once it is removed
    /// (beside those removed already); -1 for a node that is removed already.
    ///
    /// One depth-first search finds how each node cuts its component (Hopcroft and Tarjan 1973).
    ///
    /// - Precondition: the graph is undirected.
    /// - Complexity: O(nodes + edges) for all nodes together.
    public static func connectedPairs(_ graph: Graph, without removed: [Bool]) -> [Int] {
        precondition(!graph.isDirected && removed.count == graph.nodeCount)
        var search = CutSearch(graph, removed)
        return search.run()
    }

    /// The number of unordered pairs that are connected once the nodes are removed.
    public static func connectedPairs(_ graph: Graph, removing removed: [Bool]) -> Int {
        precondition(!graph.isDirected && removed.count == graph.nodeCount)
        var isSeen = removed
        var pairs = 0
        var stack: [Int32] = []
        for start in 0..<graph.nodeCount where !isSeen[start] {
            isSeen[start] = true
            stack.append(Int32(start))
            var size = 0
            while let node = stack.popLast() {
                size += 1
                for neighbour in graph.outgoing.neighbours(of: Int(node)) where !isSeen[Int(neighbour)] {
                    isSeen[Int(neighbour)] = true
                    stack.append(neighbour)
                }
            }
            pairs += size * (size - 1) / 2
        }
        return pairs
    }
}

/// Depth-first search with its own stack. A child whose subtree reaches no higher than the node
/// falls off as a part of its own when the node is removed; all else of the component hangs together.
private struct CutSearch {
    private let graph: Graph
    private let removed: [Bool]
    /// Order of discovery; 0 before.
    private var found: [Int]
    private var lowest: [Int]
    private var subtree: [Int]
    /// Nodes of the subtrees that fall off, and the pairs within them.
    private var fallen: [Int]
    private var fallenPairs: [Int]
    private var clock = 0

    init(_ graph: Graph, _ removed: [Bool]) {
        self.graph = graph
        self.removed = removed
        found = Array(repeating: 0, count: graph.nodeCount)
        lowest = found
        subtree = found
        fallen = found
        fallenPairs = found
    }

    mutating func run() -> [Int] {
        var pairs = [Int](repeating: -1, count: graph.nodeCount)
        var components: [[Int]] = []
        for root in 0..<graph.nodeCount where !removed[root] && found[root] == 0 {
            components.append(search(from: root))
        }
        let all = components.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 }
        for members in components {
            let others = all - members.count * (members.count - 1) / 2
            for node in members {
                let rest = members.count - 1 - fallen[node]
                pairs[node] = others + fallenPairs[node] + rest * (rest - 1) / 2
            }
        }
        return pairs
    }

    /// Visits a component and returns its nodes.
    private mutating func search(from root: Int) -> [Int] {
        var order: [Int] = []
        var stack: [(node: Int, parent: Int, next: Int)] = []
        func enter(_ node: Int, _ parent: Int) {
            clock += 1
            found[node] = clock
            lowest[node] = clock
            subtree[node] = 1
            order.append(node)
            stack.append((node, parent, graph.outgoing.offsets[node]))
        }
        enter(root, -1)
        while let top = stack.last {
            if top.next < graph.outgoing.offsets[top.node + 1] {
                stack[stack.count - 1].next += 1
                let other = Int(graph.outgoing.targets[top.next])
                if removed[other] || other == top.parent { continue }
                if found[other] == 0 {
                    enter(other, top.node)
                } else {
                    lowest[top.node] = min(lowest[top.node], found[other])
                }
                continue
            }
            stack.removeLast()
            guard top.parent >= 0 else { continue }
            let size = subtree[top.node]
            subtree[top.parent] += size
            lowest[top.parent] = min(lowest[top.parent], lowest[top.node])
            if lowest[top.node] >= found[top.parent] {
                fallen[top.parent] += size
                fallenPairs[top.parent] += size * (size - 1) / 2
            }
        }
        return order
    }
}
