/// Key players where distance counts (Borgatti 2006, Computational and Mathematical Organization Theory 12, 21–34).
extension KeyPlayers {
    /// The k nodes whose removal leaves the least sum of inverse distances (KPP-Neg by dF), searched as `fragmenting`.
    ///
    /// - Precondition: the graph is undirected, 0 ≤ k ≤ nodes.
    /// - Complexity: O(k n) searches from all nodes for each round of exchanges.
    public static func fragmentingByDistance(_ graph: Graph, k: Int) -> [Int] {
        precondition(!graph.isDirected && (0...graph.nodeCount).contains(k))
        func kept(_ removed: [Int]) -> Graph {
            graph.induced(by: (0..<graph.nodeCount).filter { !removed.contains($0) }.map(Int32.init))
        }
        return search(nodeCount: graph.nodeCount, k: k) { chosen in
            -NodeRemoval.inverseDistanceSum(kept(chosen))
        } best: { chosen in
            var sums = NodeRemoval.inverseDistances(kept(chosen)).makeIterator()
            return (0..<graph.nodeCount).map { node in chosen.contains(node) ? nil : sums.next().map { -$0 } }
        }
    }

    /// The k nodes to which all others are nearest by the sum of inverse distances (KPP-Pos by dR), along the arcs of a
    /// directed graph, searched as `reaching`.
    ///
    /// - Precondition: 0 ≤ k ≤ nodes.
    /// - Complexity: O(n²) memory of 4 bytes, O(k n²) time for each round of exchanges.
    public static func reachingByDistance(_ graph: Graph, k: Int) -> [Int] {
        precondition((0...graph.nodeCount).contains(k))
        let nodes = 0..<graph.nodeCount
        let steps = Parallel.chunks(of: graph.nodeCount, grain: 64) { sources in
            sources.map { NearestSource.steps(graph, from: [$0]) }
        }.flatMap { $0 }
        return search(nodeCount: graph.nodeCount, k: k) { chosen in
            sum(nodes.map { node in chosen.map { steps[$0][node] }.min() ?? .max })
        } best: { chosen in
            let near = nodes.map { node in chosen.map { steps[$0][node] }.min() ?? .max }
            return nodes.map { node in chosen.contains(node) ? nil : sum(zip(near, steps[node]).map { min($0, $1) }) }
        }
    }

    /// n · dR of a set: the sum over all nodes of the inverse steps from its nearest member, 1 for a member itself.
    public static func distanceReach(_ graph: Graph, of chosen: [Int]) -> Double {
        sum(NearestSource.steps(graph, from: chosen))
    }

    /// How many nodes a set reaches within so many steps, its members among them.
    public static func reached(_ graph: Graph, by chosen: [Int], steps: Int) -> Int {
        Reach(graph, steps: steps).covered(by: chosen).count { $0 }
    }

    /// Counted by steps, so that the sum does not depend on the order of the nodes.
    private static func sum(_ steps: [Int32]) -> Double {
        var counts: [Int] = []
        for step in steps where step < .max {
            let place = max(1, Int(step))
            while counts.count <= place { counts.append(0) }
            counts[place] += 1
        }
        return counts.indices.dropFirst().reduce(0.0) { $0 + Double(counts[$1]) / Double($1) }
    }
}

extension NodeRemoval {
    /// Σ 1/d over unordered pairs.
    static func inverseDistanceSum(_ graph: Graph) -> Double { PathSummary(of: graph).inverse.reduce(0, +) / 2 }

    /// For each node, Σ 1/d over the unordered pairs of the others once it is removed.
    ///
    /// - Parameter graph: where it is weighted, the weights are lengths, all > 0.
    /// - Precondition: the graph is undirected.
    /// - Complexity: that of a search from all nodes, and of what is then searched anew (`RemovalDistances`); in a weighted
    ///   graph O(n) searches from all nodes.
    public static func inverseDistances(_ graph: Graph) -> [Double] {
        precondition(!graph.isDirected)
        guard graph.isWeighted else { return RemovalDistances(of: graph).sums }
        return (0..<graph.nodeCount).map { node in
            inverseDistanceSum(graph.induced(by: (0..<graph.nodeCount).filter { $0 != node }.map(Int32.init)))
        }
    }
}
