/// What stays joined of a graph of interaction as actors leave, the one without which least stays joined
/// first.
///
/// Whether one leaves a part in pieces, and in which, one search in depth tells for all actors at once
/// (Hopcroft and Tarjan 1973), so that a round takes one pass over the graph. In a large territory those
/// who leave do so in at most eight rounds, in each the worst so many together.
struct RemovalCurve {
    private let graph: InteractionGraph
    private let insiders: [Int32]
    private var hasLeft: [Bool]
    private var search: DepthSearch

    init(_ graph: InteractionGraph, insiders: [Int32]) {
        self.graph = graph
        self.insiders = insiders
        hasLeft = Array(repeating: false, count: graph.nodeCount)
        search = DepthSearch(nodeCount: graph.nodeCount)
    }

    private static let mostRounds = 8

    /// - Complexity: O(rounds · (nodes + ties + seats)).
    mutating func robustness() -> Double {
        let count = insiders.count
        let leaving = min(max(3, (count + 9) / 10), count - 2)
        let rounds = min(leaving, Self.mostRounds)
        let ties = Double(tieCount)
        var (sum, known, left) = (0.0, 0, 0)
        search.run(graph, insiders, hasLeft)
        for round in 1...rounds {
            let next = leaving * round / rounds
            remove(next - left)
            left = next
            search.run(graph, insiders, hasLeft)
            guard let best = Self.joinedWithoutHubs(count, ties: ties, left: left) else { continue }
            let remaining = Double(count - left)
            sum += min(1, Double(search.joinedPairs) / (remaining * (remaining - 1) / 2) / best)
            known += 1
        }
        return known > 0 ? sum / Double(known) : 0
    }

    /// An event ties those who meet there as one tie less than they are.
    private var tieCount: Int {
        (graph.actorCount..<graph.nodeCount).reduce(graph.pairCount) { $0 + max(0, graph.row($1).count - 1) }
    }

    /// The share of pairs of the remaining that a network of so many evenly spread ties would still join:
    /// all of them while what is left of the ties can; after that in parts of one size. Nil where nobody
    /// would be joined.
    static func joinedWithoutHubs(_ count: Int, ties: Double, left: Int) -> Double? {
        let ties = max(ties, Double(count - 1))
        let remaining = Double(count - left)
        let kept = ties - Double(left) * 2 * ties / Double(count)
        guard kept < remaining - 1 else { return 1 }
        let parts = remaining - max(0, kept)
        let share = (remaining / parts - 1) / (remaining - 1)
        return share > 0 ? share : nil
    }

    /// Takes away the worst, given the last search.
    private mutating func remove(_ count: Int) {
        func isWorse(_ one: Int32, _ other: Int32) -> Bool {
            let (a, b) = (Int(one), Int(other))
            return (search.loss[a], search.degree[a], -a) > (search.loss[b], search.degree[b], -b)
        }
        let there = insiders.filter { !hasLeft[Int($0)] }
        guard count > 1 else {
            if let worst = there.max(by: { isWorse($1, $0) }) { hasLeft[Int(worst)] = true }
            return
        }
        for node in there.sorted(by: isWorse).prefix(count) { hasLeft[Int(node)] = true }
    }
}

/// A search in depth of what is there: how many pairs of actors are joined, and how many fewer would be
/// without each actor.
struct DepthSearch {
    private(set) var joinedPairs = 0
    /// By node: joined pairs that would be lost, its own among them.
    private(set) var loss: [Int]
    /// By node: neighbours that are there.
    private(set) var degree: [Int]
    private var order: [Int32]
    private var low: [Int32]
    private var parent: [Int32]
    private var next: [Int32]
    /// Actors in the tree below a node, itself among them.
    private var size: [Int]
    /// By node: pairs that stay joined within the pieces that it cuts off, and how many those pieces hold.
    private var kept: [Int]
    private var cut: [Int]
    private var visited: [Int32] = []

    init(nodeCount: Int) {
        let zeros = [Int](repeating: 0, count: nodeCount)
        let none = [Int32](repeating: -1, count: nodeCount)
        (loss, degree, size, kept, cut) = (zeros, zeros, zeros, zeros, zeros)
        (order, low, parent, next) = (none, none, none, none)
    }

    mutating func run(_ graph: InteractionGraph, _ actors: [Int32], _ hasLeft: [Bool]) {
        joinedPairs = 0
        for node in order.indices { order[node] = -1 }
        for start in actors where order[Int(start)] < 0 && !hasLeft[Int(start)] {
            let whole = visit(from: Int(start), graph, hasLeft)
            joinedPairs += Self.pairs(whole)
            for node in visited where Int(node) < graph.actorCount {
                let rest = whole - 1 - cut[Int(node)]
                loss[Int(node)] = Self.pairs(whole) - kept[Int(node)] - Self.pairs(rest)
            }
        }
    }

    private static func pairs(_ count: Int) -> Int { count * (count - 1) / 2 }

    /// How many actors the part of a node has.
    private mutating func visit(from start: Int, _ graph: InteractionGraph, _ hasLeft: [Bool]) -> Int {
        visited.removeAll(keepingCapacity: true)
        open(start, from: -1, graph)
        var node = start
        while true {
            let place = Int(next[node])
            if place < graph.row(node).upperBound {
                next[node] += 1
                let target = Int(graph.targets[place])
                if hasLeft[target] { continue }
                degree[node] += 1
                if order[target] < 0 {
                    open(target, from: Int32(node), graph)
                    node = target
                } else if target != Int(parent[node]) {
                    low[node] = min(low[node], order[target])
                }
            } else {
                let above = Int(parent[node])
                guard above >= 0 else { return size[node] }
                close(node, into: above)
                node = above
            }
        }
    }

    private mutating func open(_ node: Int, from above: Int32, _ graph: InteractionGraph) {
        order[node] = Int32(visited.count)
        low[node] = order[node]
        parent[node] = above
        next[node] = Int32(graph.row(node).lowerBound)
        size[node] = node < graph.actorCount ? 1 : 0
        (kept[node], cut[node], degree[node]) = (0, 0, 0)
        visited.append(Int32(node))
    }

    private mutating func close(_ node: Int, into above: Int) {
        size[above] += size[node]
        low[above] = min(low[above], low[node])
        guard low[node] >= order[above] else { return }
        kept[above] += Self.pairs(size[node])
        cut[above] += size[node]
    }
}
