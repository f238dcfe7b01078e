/// PageRank and Katz's index of an undirected graph by conjugate gradients.
///
/// With D the strengths, y = Dw and b the start PageRank's system becomes (D − damping A) w = b, symmetric and positive
/// definite, and D is the natural preconditioner (Hestenes and Stiefel 1952, J. Res. Natl. Bur. Stand. 49,
/// 409–436). The error falls by (√κ − 1) / (√κ + 1) a round, κ ≤ (1 + damping) / (1 − damping): by .56 at
/// damping .85 where a round of surfing gives .85. Katz's is the same with D the identity. Of a large graph with many
/// leaves the trees that hang from it are folded first (`FoldedTrees`).
struct ConjugateGradients {
    /// A node's part of the solution, its residual, and what (D − damping A) makes of the direction.
    private struct State: Sendable {
        var solution: Double
        var residual: Double
        var image = 0.0
    }

    /// y = Dw with (D − factor A) w = start.
    ///
    /// - Parameters:
    ///   - perStrength: 1 over the diagonal of D; 0 of a node without neighbours, of which y is the start.
    ///   - tolerance: of Σ |residual|.
    static func solution(
        _ rows: Graph.Rows, _ perStrength: [Double], _ start: [Double], factor: Double, tolerance: Double
    ) -> [Double] {
        let isFolded = perStrength.count >= PlainLanczos.fewestRows && FoldedTrees.pay(rows)
        let found =
            isFolded
            ? folded(rows, perStrength, start, factor: factor, tolerance: tolerance)
            : iterated(rows, perStrength, start, factor: factor, tolerance: tolerance)
        return perStrength.indices.map { perStrength[$0] > 0 ? found[$0] / perStrength[$0] : start[$0] }
    }

    /// w, with the trees that hang from the graph folded.
    static func folded(
        _ rows: Graph.Rows, _ perStrength: [Double], _ start: [Double], factor: Double, tolerance: Double
    ) -> [Double] {
        let core = FoldedTrees(rows, perStrength, start, factor: factor)
        return core.unfolded(
            iterated(core.rows, core.perDiagonal, core.start, factor: factor, tolerance: tolerance))
    }

    /// w, by iteration alone; 0 where `perStrength` is.
    static func iterated(
        _ rows: Graph.Rows, _ perStrength: [Double], _ start: [Double], factor: Double, tolerance: Double
    ) -> [Double] {
        let count = perStrength.count
        let grain = max(1024, (count + 63) / 64)
        // w = 0; a node without neighbours has its solution, its start, already.
        var states = zip(perStrength, start).map { State(solution: 0, residual: $0 > 0 ? $1 : 0) }
        var direction = zip(perStrength, start).map { $0 * $1 }
        var size = zip(direction, start).reduce(0) { $0 + $1.0 * $1.1 }
        for _ in 0..<1000 where size > 0 {
            let across = Parallel.update(&states, grain: grain) { [direction] nodes, states in
                multiply(rows, perStrength, direction, factor, nodes, &states)
            }.reduce(0, +)
            let step = size / across
            let sums = Parallel.update(&states, grain: grain) { [direction] nodes, states in
                advance(perStrength, direction, step, nodes, &states)
            }
            let newSize = sums.reduce(0) { $0 + $1.size }
            if sums.reduce(0, { $0 + $1.residual }) < tolerance { break }
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
        return states.map(\.solution)
    }

    /// The image of the direction, and their product.
    private static func multiply(
        _ rows: Graph.Rows, _ perStrength: [Double], _ direction: [Double], _ factor: Double,
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
            let image = direction[node] / perStrength[node] - factor * sum
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
