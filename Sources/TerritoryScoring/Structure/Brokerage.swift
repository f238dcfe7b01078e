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
        var search = PathCounting(graph)
        for source in sources { search.add(from: source, in: graph) }
        return search.between
    }

    /// Edge visits: all sources up to some 250 actors of ordinary degree.
    private static let work = 250_000
}

/// Brandes' accumulation, its buffers kept from source to source.
private struct PathCounting {
    private(set) var between: [Double]
    private var passings: [Passing]
    private var dependency: [Double]
    /// The nodes passed, nearest first; for each, where its arcs to the next step begin among `next`.
    private var order: [Int32]
    private var firstNext: [Int32]
    private var next: [Int32]

    /// How a node was reached.
    private struct Passing {
        /// −1: it was not.
        var distance: Int32 = -1
        var paths = 0.0
    }

    init(_ graph: InteractionGraph) {
        between = Array(repeating: 0, count: graph.nodeCount)
        passings = Array(repeating: Passing(), count: graph.nodeCount)
        dependency = between
        // One place more, since what is not kept is written behind the last too.
        order = Array(repeating: 0, count: graph.nodeCount + 1)
        firstNext = order
        next = Array(repeating: 0, count: graph.targets.count + 1)
    }

    mutating func add(from source: Int32, in graph: InteractionGraph) {
        passings[Int(source)] = Passing(distance: 0, paths: 1)
        order[0] = source
        let count = Self.countPaths(graph, &passings, &order, &firstNext, &next)
        Self.goBack(graph, count, order, firstNext, next, &passings, &dependency, &between)
    }

    /// How many nodes are passed. What is found decides nothing but sums: a branch on it, which no
    /// processor foresees, would cost more than all else.
    private static func countPaths(
        _ graph: InteractionGraph, _ passings: inout [Passing], _ order: inout [Int32], _ firstNext: inout [Int32],
        _ next: inout [Int32]
    ) -> Int {
        let (offsets, targets) = (graph.offsets.span, graph.targets.span)
        var passings = passings.mutableSpan
        var order = order.mutableSpan
        var firstNext = firstNext.mutableSpan
        var next = next.mutableSpan
        var (place, count, arcs) = (0, 1, 0)
        while place < count {
            let node = Int(order[place])
            let (step, ways) = (passings[node].distance + 1, passings[node].paths)
            firstNext[place] = Int32(truncatingIfNeeded: arcs)
            place += 1
            for entry in Int(offsets[node])..<Int(offsets[node + 1]) {
                let target = targets[entry]
                var passing = passings[Int(target)]
                let known = passing.distance
                // 1 and 0, by the sign bit.
                let isNew = Int32(truncatingIfNeeded: UInt32(bitPattern: known) &>> 31)
                passing.distance = known &+ isNew &* (step &- known)
                let apart = UInt32(bitPattern: passing.distance ^ step)
                let isNext = Int(truncatingIfNeeded: (UInt64(apart) &- 1) &>> 63)
                passing.paths += ways * Double(isNext)
                passings[Int(target)] = passing
                order[count] = target
                count &+= Int(isNew)
                next[arcs] = target
                arcs &+= isNext
            }
        }
        firstNext[count] = Int32(truncatingIfNeeded: arcs)
        return count
    }

    /// What hangs on each node, farthest first; `dependency` holds it for each of its paths. Clears the
    /// passings.
    private static func goBack(
        _ graph: InteractionGraph, _ count: Int, _ order: [Int32], _ firstNext: [Int32], _ next: [Int32],
        _ passings: inout [Passing], _ dependency: inout [Double], _ between: inout [Double]
    ) {
        let (order, firstNext, next) = (order.span, firstNext.span, next.span)
        var passings = passings.mutableSpan
        var dependency = dependency.mutableSpan
        var between = between.mutableSpan
        for place in (0..<count).reversed() {
            let node = Int(order[place])
            var sum = 0.0
            for arc in Int(firstNext[place])..<Int(firstNext[place + 1]) { sum += dependency[Int(next[arc])] }
            let paths = passings[node].paths
            passings[node] = Passing()
            let own = sum * paths
            // Events stand between actors, but nobody seeks a path to them.
            let isActor = node < graph.actorCount
            dependency[node] = sum + (isActor ? 1 : 0) / paths
            if place > 0, isActor { between[node] += own }
        }
    }
}
