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
        for node in search.worst(count, of: insiders, hasLeft) { hasLeft[Int(node)] = true }
    }
}

/// A search in depth of what is there: how many pairs of actors are joined, and how many fewer would be
/// without each actor.
struct DepthSearch {
    private(set) var joinedPairs = 0
    private var nodes: [Visit]
    private var visited: [Int32] = []

    /// What is known of a node, side by side since it is asked together.
    private struct Visit {
        /// Joined pairs that would be lost, its own among them.
        var loss = 0
        /// Pairs that stay joined within the pieces that it cuts off, and how many those pieces hold.
        var kept = 0
        var cut: Int32 = 0
        /// Neighbours that are there.
        var degree: Int32 = 0
        var order: Int32 = -1
        var low: Int32 = -1
        var parent: Int32 = -1
        var next: Int32 = 0
        /// Actors in the tree below it, itself among them.
        var size: Int32 = 0
    }

    init(nodeCount: Int) { nodes = Array(repeating: Visit(), count: nodeCount) }

    /// - Complexity: O(nodes + ties + seats).
    mutating func run(_ graph: InteractionGraph, _ actors: [Int32], _ hasLeft: [Bool]) {
        joinedPairs = 0
        for node in nodes.indices { nodes[node].order = -1 }
        for start in actors where nodes[Int(start)].order < 0 && !hasLeft[Int(start)] {
            visited.removeAll(keepingCapacity: true)
            Self.visit(from: Int(start), graph, hasLeft, &nodes, &visited)
            let whole = Int(nodes[Int(start)].size)
            joinedPairs += Self.pairs(whole)
            for node in visited where Int(node) < graph.actorCount {
                let rest = whole - 1 - Int(nodes[Int(node)].cut)
                nodes[Int(node)].loss = Self.pairs(whole) - nodes[Int(node)].kept - Self.pairs(rest)
            }
        }
    }

    /// So many of those that are there without whom most is lost; of equals those with more neighbours, then the first.
    ///
    /// - Complexity: O(actors · log(count)): a heap holds those chosen so far, the least of them on top.
    func worst(_ count: Int, of actors: [Int32], _ hasLeft: [Bool]) -> [Int32] {
        func isWorse(_ one: Int32, _ other: Int32) -> Bool {
            let (a, b) = (nodes[Int(one)], nodes[Int(other)])
            if a.loss != b.loss { return a.loss > b.loss }
            return a.degree != b.degree ? a.degree > b.degree : one < other
        }
        var chosen: [Int32] = []
        func sink(_ place: Int) {
            var place = place
            while true {
                var least = 2 * place + 1
                guard least < chosen.count else { return }
                if least + 1 < chosen.count, isWorse(chosen[least], chosen[least + 1]) { least += 1 }
                guard isWorse(chosen[place], chosen[least]) else { return }
                chosen.swapAt(place, least)
                place = least
            }
        }
        for actor in actors where !hasLeft[Int(actor)] {
            if chosen.count < count {
                chosen.append(actor)
                if chosen.count == count { for place in (0..<count / 2).reversed() { sink(place) } }
            } else if count > 0, isWorse(actor, chosen[0]) {
                chosen[0] = actor
                sink(0)
            }
        }
        return chosen
    }

    private static func pairs(_ count: Int) -> Int { count * (count - 1) / 2 }

    /// Finds the part of a node.
    private static func visit(
        from start: Int, _ graph: InteractionGraph, _ hasLeft: [Bool], _ nodes: inout [Visit], _ visited: inout [Int32]
    ) {
        let (offsets, targets, hasLeft) = (graph.offsets.span, graph.targets.span, hasLeft.span)
        let actorCount = graph.actorCount
        var nodes = nodes.mutableSpan
        func open(_ node: Int, from above: Int, _ nodes: inout MutableSpan<Visit>) {
            let order = Int32(visited.count)
            nodes[node] = Visit(
                order: order, low: order, parent: Int32(above), next: offsets[node], size: node < actorCount ? 1 : 0)
            visited.append(Int32(node))
        }
        open(start, from: -1, &nodes)
        var node = start
        while true {
            let (place, end) = (nodes[node].next, offsets[node + 1])
            if place < end {
                nodes[node].next = place + 1
                let target = Int(targets[Int(place)])
                if hasLeft[target] { continue }
                nodes[node].degree += 1
                let order = nodes[target].order
                if order < 0 {
                    open(target, from: node, &nodes)
                    node = target
                } else if target != Int(nodes[node].parent), order < nodes[node].low {
                    nodes[node].low = order
                }
            } else {
                let (own, above) = (nodes[node], Int(nodes[node].parent))
                guard above >= 0 else { return }
                nodes[above].size += own.size
                nodes[above].low = min(nodes[above].low, own.low)
                if own.low >= nodes[above].order {
                    nodes[above].kept += pairs(Int(own.size))
                    nodes[above].cut += own.size
                }
                node = above
            }
        }
    }
}
