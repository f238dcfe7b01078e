extension SpectralCentrality {
    /// Where a surfer is who follows out-arcs with probability `damping` and else starts anywhere;
    /// from a node without out-arcs anywhere. Sums to 1.
    ///
    /// Brin and Page (1998, Computer Networks 30, 107–117). With P the matrix of transitions and empty
    /// rows where a node has no out-arcs, the answer is the solution of (I − damping Pᵀ) y = start scaled to
    /// sum 1: what the surfers without a way on add is the same everywhere (Del Corso, Gullí and Romani
    /// 2005, Internet Math. 2(3), 251–273).
    ///
    /// - Parameters:
    ///   - start: where the surfer starts anew, in shares that need not sum to 1; empty: anywhere alike. From a node
    ///     without out-arcs the surfer goes there, too.
    ///   - tolerance: of Σ |y − damping Pᵀy − start| once scaled, which is by how much one more round of surfing would
    ///     change the answer in all.
    /// - Precondition: `start` holds a number ≥ 0 for each node, some above 0; or none.
    /// - Complexity: O(n + m) for each round.
    public static func pageRank(
        of graph: Graph, damping: Double = 0.85, start: [Double] = [], tolerance: Double = 1e-13
    ) -> [Double] {
        guard graph.nodeCount > 0 else { return [] }
        precondition(start.isEmpty || (start.count == graph.nodeCount && start.contains { $0 > 0 }))
        let start = start.isEmpty ? [Double](repeating: 1, count: graph.nodeCount) : start
        let perStrength = graph.outgoing.sums().map { $0 > 0 ? 1 / $0 : 0 }
        var solution =
            graph.isDirected
            ? surfing(graph.incoming, perStrength, start, damping, tolerance)
            : ConjugateGradients.solution(
                graph.outgoing, perStrength, start, factor: damping,
                tolerance: tolerance * surfers(perStrength, start, damping))
        let sum = solution.reduce(0, +)
        for node in solution.indices { solution[node] /= sum }
        return solution
    }

    /// Σ y, from the sum of the equations; a node without neighbours has its start.
    private static func surfers(_ perStrength: [Double], _ start: [Double], _ damping: Double) -> Double {
        let tied = zip(perStrength, start).reduce(0) { $0 + ($1.0 > 0 ? $1.1 : 0) }
        return tied / (1 - damping) + start.reduce(0, +) - tied
    }

    /// Round by round.
    private static func surfing(
        _ incoming: Graph.Rows, _ perStrength: [Double], _ start: [Double], _ damping: Double, _ tolerance: Double
    ) -> [Double] {
        let count = perStrength.count
        let all = start.reduce(0, +)
        var rank = start.map { $0 / all }
        var flow = rank
        for _ in 0..<1000 {
            var dangling = 0.0
            for node in 0..<count {
                flow[node] = rank[node] * perStrength[node]
                if perStrength[node] == 0 { dangling += rank[node] }
            }
            let base = (1 - damping) / all + damping * dangling / all
            let arrived = incoming.multiplied(by: flow)
            var (change, sum) = (0.0, 0.0)
            for node in 0..<count {
                let new = base * start[node] + damping * arrived[node]
                change += abs(new - rank[node])
                sum += new
                rank[node] = new
            }
            for node in 0..<count { rank[node] /= sum }
            if change < tolerance { break }
        }
        return rank
    }
}
