/// Sets of nodes that matter together (Borgatti 2006, Computational and Mathematical Organization
/// Theory 12, 21–34).
public enum KeyPlayers {
    /// The k nodes whose removal leaves the fewest connected pairs (KPP-Neg): exact where there are
    /// at most 20 000 sets of k, else greedy with exchanges until none helps. Among equals the set
    /// of the first nodes.
    ///
    /// - Precondition: the graph is undirected, 0 ≤ k ≤ nodes.
    /// - Complexity: O(k · (nodes + edges)) for each round of exchanges.
    public static func fragmenting(_ graph: Graph, k: Int) -> [Int] {
        precondition(!graph.isDirected && (0...graph.nodeCount).contains(k))
        return search(nodeCount: graph.nodeCount, k: k) { chosen in
            var removed = [Bool](repeating: false, count: graph.nodeCount)
            for node in chosen { removed[node] = true }
            return -NodeRemoval.connectedPairs(graph, removing: removed)
        } best: { chosen in
            var removed = [Bool](repeating: false, count: graph.nodeCount)
            for node in chosen { removed[node] = true }
            return NodeRemoval.connectedPairs(graph, without: removed).map { $0 < 0 ? nil : -$0 }
        }
    }

    /// The k nodes that reach the most nodes within `steps` (themselves included; KPP-Pos), along
    /// the arcs of a directed graph.
    ///
    /// - Precondition: 0 ≤ k ≤ nodes, steps ≥ 0.
    public static func reaching(_ graph: Graph, k: Int, steps: Int = 2) -> [Int] {
        precondition((0...graph.nodeCount).contains(k) && steps >= 0)
        let balls = Reach(graph, steps: steps)
        return search(nodeCount: graph.nodeCount, k: k) { chosen in
            balls.covered(by: chosen).count { $0 }
        } best: { chosen in
            let covered = balls.covered(by: chosen)
            let base = covered.count { $0 }
            return (0..<graph.nodeCount).map { node in
                chosen.contains(node) ? nil : base + balls.within(node).count { !covered[Int($0)] }
            }
        }
    }

    /// - Parameters:
    ///   - score: of a set; more is better.
    ///   - best: for each node the score with it added; nil for one that is in.
    static func search<Score: Comparable>(
        nodeCount: Int, k: Int, score: ([Int]) -> Score, best: ([Int]) -> [Score?]
    ) -> [Int] {
        if setCount(nodeCount, k) <= 20_000 { return exhaustive(nodeCount, k, score) }
        func addition(to chosen: [Int]) -> (node: Int, score: Score)? {
            var found: (node: Int, score: Score)?
            for (node, value) in best(chosen).enumerated() {
                guard let value else { continue }
                if found.map({ value > $0.score }) ?? true { found = (node, value) }
            }
            return found
        }
        var chosen: [Int] = []
        while chosen.count < k, let next = addition(to: chosen) { chosen.append(next.node) }
        var value = score(chosen)
        var improved = true
        while improved {
            improved = false
            for place in chosen.indices {
                var others = chosen
                others.remove(at: place)
                guard let next = addition(to: others), next.score > value else { continue }
                chosen[place] = next.node
                value = next.score
                improved = true
            }
        }
        return chosen.sorted()
    }

    private static func setCount(_ n: Int, _ k: Int) -> Int {
        var count = 1
        for i in 0..<min(k, n - k) {
            count = count * (n - i) / (i + 1)
            if count > 1_000_000 { break }
        }
        return count
    }

    private static func exhaustive<Score: Comparable>(_ nodeCount: Int, _ k: Int, _ score: ([Int]) -> Score) -> [Int] {
        var set = Array(0..<k)
        var best = (set, score(set))
        while let place = set.indices.last(where: { set[$0] < nodeCount - k + $0 }) {
            set[place] += 1
            for later in set.indices.dropFirst(place + 1) { set[later] = set[later - 1] + 1 }
            let value = score(set)
            if value > best.1 { best = (set, value) }
        }
        return best.0
    }
}

/// Whom each node reaches within a number of steps.
public struct Reach: Sendable {
    private let graph: Graph
    private let steps: Int

    /// Nothing is searched yet.
    ///
    /// - Parameters:
    /// - graph: directed arcs are followed from source to target; weights are not read.
    /// - steps: 0 reaches the node alone.
    public init(_ graph: Graph, steps: Int) {
        self.graph = graph
        self.steps = steps
    }

    /// The nodes within reach, the node itself first. Complexity: O(arcs within reach).
    public func within(_ node: Int) -> [Int32] {
        var seen: Set<Int32> = [Int32(node)]
        var order = [Int32(node)]
        var start = 0
        for _ in 0..<steps {
            let end = order.count
            for place in start..<end {
                for next in graph.outgoing.neighbours(of: Int(order[place])) where seen.insert(next).inserted {
                    order.append(next)
                }
            }
            start = end
        }
        return order
    }

    /// How many other nodes each node reaches.
    public func counts() -> [Int] {
        Parallel.chunks(of: graph.nodeCount, grain: max(1, graph.nodeCount / 64)) { nodes in
            nodes.map { within($0).count - 1 }
        }.flatMap { $0 }
    }

    func covered(by nodes: [Int]) -> [Bool] {
        var covered = [Bool](repeating: false, count: graph.nodeCount)
        for node in nodes { for reached in within(node) { covered[Int(reached)] = true } }
        return covered
    }
}
