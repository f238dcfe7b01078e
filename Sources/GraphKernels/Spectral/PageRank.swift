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
            : SymmetricSurfing.solution(graph.outgoing, perStrength, start, damping, tolerance)
        let sum = solution.reduce(0, +)
        for node in solution.indices { solution[node] /= sum }
        return solution
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

/// PageRank of an undirected graph by conjugate gradients.
///
/// With D the strengths, y = Dw and b the start the system becomes (D − damping A) w = b, symmetric and positive
/// definite, and D is the natural preconditioner (Hestenes and Stiefel 1952, J. Res. Natl. Bur. Stand. 49,
/// 409–436). The error falls by (√κ − 1) / (√κ + 1) a round, κ ≤ (1 + damping) / (1 − damping): by .56 at
/// damping .85 where a round of surfing gives .85.
private struct SymmetricSurfing {
    /// A node's part of the solution, its residual, and what (D − damping A) makes of the direction.
    struct State: Sendable {
        var solution: Double
        var residual: Double
        var image = 0.0
    }

    static func solution(
        _ rows: Graph.Rows, _ perStrength: [Double], _ start: [Double], _ damping: Double, _ tolerance: Double
    ) -> [Double] {
        let count = perStrength.count
        let grain = max(1024, (count + 63) / 64)
        // w = 0; a node without neighbours has its solution, its start, already.
        var states = zip(perStrength, start).map { State(solution: 0, residual: $0 > 0 ? $1 : 0) }
        var direction = zip(perStrength, start).map { $0 * $1 }
        var size = zip(direction, start).reduce(0) { $0 + $1.0 * $1.1 }
        let tied = states.reduce(0) { $0 + $1.residual }
        // Σ y, from the sum of the equations.
        let sum = tied / (1 - damping) + start.reduce(0, +) - tied
        for _ in 0..<1000 where size > 0 {
            let across = Parallel.update(&states, grain: grain) { [direction] nodes, states in
                multiply(rows, perStrength, direction, damping, nodes, &states)
            }.reduce(0, +)
            let step = size / across
            let sums = Parallel.update(&states, grain: grain) { [direction] nodes, states in
                advance(perStrength, direction, step, nodes, &states)
            }
            let newSize = sums.reduce(0) { $0 + $1.size }
            if sums.reduce(0, { $0 + $1.residual }) < tolerance * sum { break }
            let ratio = newSize / size
            size = newSize
            _ = Parallel.update(&direction, grain: grain) { [states] nodes, direction in
                let first = nodes.lowerBound
                for node in nodes {
                    direction[node - first] =
                        states[node].residual * perStrength[node] + ratio * direction[node - first]
                }
            }
        }
        return (0..<count).map { perStrength[$0] > 0 ? states[$0].solution / perStrength[$0] : start[$0] }
    }

    /// The image of the direction, and their product.
    private static func multiply(
        _ rows: Graph.Rows, _ perStrength: [Double], _ direction: [Double], _ damping: Double,
        _ nodes: Range<Int>, _ states: inout MutableSpan<State>
    ) -> Double {
        let offsets = rows.offsets.span
        let targets = rows.targets.span
        let weights = rows.weights.span
        let perStrength = perStrength.span
        let direction = direction.span
        var product = 0.0
        for node in nodes where perStrength[node] > 0 {
            var sum = 0.0
            if weights.isEmpty {
                for entry in offsets[node]..<offsets[node + 1] { sum += direction[Int(targets[entry])] }
            } else {
                for entry in offsets[node]..<offsets[node + 1] {
                    sum += weights[entry] * direction[Int(targets[entry])]
                }
            }
            let image = direction[node] / perStrength[node] - damping * sum
            states[node - nodes.lowerBound].image = image
            product += direction[node] * image
        }
        return product
    }

    /// One step along the direction; Σ |r| and Σ r² / s after it.
    private static func advance(
        _ perStrength: [Double], _ direction: [Double], _ step: Double,
        _ nodes: Range<Int>, _ states: inout MutableSpan<State>
    ) -> (residual: Double, size: Double) {
        var (residual, size) = (0.0, 0.0)
        for node in nodes {
            let place = node - nodes.lowerBound
            states[place].solution += step * direction[node]
            states[place].residual -= step * states[place].image
            residual += abs(states[place].residual)
            size += states[place].residual * states[place].residual * perStrength[node]
        }
        return (residual, size)
    }
}
