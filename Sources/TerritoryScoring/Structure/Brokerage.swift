/// Which actor most shortest paths of interaction between actors go through, and what remains
/// connected without it.
struct Brokerage {
    private let graph: InteractionGraph
    private let insiders: [Int32]

    init(_ graph: InteractionGraph, insiders: [Int32]) {
        self.graph = graph
        self.insiders = insiders
    }

    /// C(G∖b)/C(G): the share of pairs of inside actors that are connected once the broker b is
    /// gone, over the share before. Nil where no two are connected.
    func independence() -> Double? {
        let count = insiders.count
        let before = connectedPairs(without: -1)
        guard count >= 2, before > 0 else { return nil }
        // Two actors tied to each other, and one of them gone: nobody is left to be connected.
        guard count > 2, let broker = broker() else { return 0 }
        func pairs(_ count: Int) -> Double { Double(count * (count - 1) / 2) }
        let share = Double(connectedPairs(without: broker)) / pairs(count - 1)
        return min(1, share / (Double(before) / pairs(count)))
    }

    /// The number of pairs of inside actors with a path between them, through actors and events.
    private func connectedPairs(without removed: Int) -> Int {
        var isSeen = [Bool](repeating: false, count: graph.nodeCount)
        if removed >= 0 { isSeen[removed] = true }
        var stack: [Int32] = []
        var pairs = 0
        for start in insiders where !isSeen[Int(start)] {
            isSeen[Int(start)] = true
            stack.append(start)
            var size = 0
            while let node = stack.popLast() {
                if Int(node) < graph.actorCount { size += 1 }
                for place in graph.row(Int(node)) where !isSeen[Int(graph.targets[place])] {
                    isSeen[Int(graph.targets[place])] = true
                    stack.append(graph.targets[place])
                }
            }
            pairs += size * (size - 1) / 2
        }
        return pairs
    }

    /// The actor of highest betweenness; of several, the one without which fewest pairs stay
    /// connected, so that the answer depends on no order. Nil where nobody is tied.
    private func broker() -> Int? {
        let scores = betweenness()
        let best = scores.max() ?? 0
        // Sums of the same terms in another order differ in their last bits.
        let first = insiders.lazy.map(Int.init)
            .filter { scores[$0] >= best * (1 - 1e-9) && !graph.row($0).isEmpty }
        let equals = Array(first.prefix(Self.mostEqual))
        guard equals.count > 1 else { return equals.first }
        return equals.min { (connectedPairs(without: $0), $0) < (connectedPairs(without: $1), $1) }
    }

    private static let mostEqual = 64

    /// Betweenness between inside actors (Brandes 2001), from every one of them, or in a large
    /// territory from as many, evenly spread over the canonical order, as keep the work in bounds.
    private func betweenness() -> [Double] {
        let tied = insiders.filter { !graph.row(Int($0)).isEmpty }
        let affordable = max(16, Self.work / max(1, graph.targets.count))
        let sources = tied.count <= affordable
            ? tied : (0..<affordable).map { tied[$0 * tied.count / affordable] }
        var search = PathCounting(nodeCount: graph.nodeCount)
        for source in sources { search.add(from: source, in: graph) }
        return search.between
    }

    /// Edge visits: all sources up to some 250 actors of ordinary degree.
    private static let work = 250_000
}

/// Brandes' accumulation, its buffers kept from source to source.
private struct PathCounting {
    private(set) var between: [Double]
    private var distance: [Int32]
    private var paths: [Double]
    private var dependency: [Double]
    private var order: [Int32] = []

    init(nodeCount: Int) {
        between = Array(repeating: 0, count: nodeCount)
        distance = Array(repeating: -1, count: nodeCount)
        paths = Array(repeating: 0, count: nodeCount)
        dependency = paths
        order.reserveCapacity(nodeCount)
    }

    mutating func add(from source: Int32, in graph: InteractionGraph) {
        order.removeAll(keepingCapacity: true)
        order.append(source)
        distance[Int(source)] = 0
        paths[Int(source)] = 1
        var next = 0
        while next < order.count {
            let node = Int(order[next])
            next += 1
            let (step, count) = (distance[node] + 1, paths[node])
            for place in graph.row(node) {
                let target = Int(graph.targets[place])
                if distance[target] < 0 {
                    distance[target] = step
                    order.append(Int32(target))
                }
                if distance[target] == step { paths[target] += count }
            }
        }
        for node in order.reversed() {
            let node = Int(node)
            let own = dependency[node]
            // Events stand between actors, but nobody seeks a path to them.
            let share = ((node < graph.actorCount ? 1 : 0) + own) / paths[node]
            let step = distance[node] - 1
            for place in graph.row(node) {
                let before = Int(graph.targets[place])
                if distance[before] == step { dependency[before] += paths[before] * share }
            }
            if node != Int(source), node < graph.actorCount { between[node] += own }
        }
        for node in order {
            distance[Int(node)] = -1
            paths[Int(node)] = 0
            dependency[Int(node)] = 0
        }
    }
}
