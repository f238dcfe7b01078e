/// Centralities of an electric network, per component: the edges conduct as their strength.
///
/// Brandes and Fleischer (2005, STACS, LNCS 3404, 533–544); Newman (2005, Social Networks 27,
/// 39–54); Stephenson and Zelen (1989, Social Networks 11, 1–37). Each component of k nodes and m
/// edges takes O(k³ + m k log k) time and k² doubles.
public struct CurrentFlow: Sendable {
    /// The share of a unit current between two others that runs through the node, averaged over
    /// the pairs of others in its component; nil in a component of fewer than three.
    public let betweenness: [Double?]
    /// (k − 1) / Σ_t R_vt, R the effective resistance; nil for an isolate.
    public let closeness: [Double?]

    /// - Parameter graph: undirected; weights are conductances, all > 0.
    public init(of graph: Graph, components: Components) {
        var betweenness = [Double?](repeating: nil, count: graph.nodeCount)
        var closeness = betweenness
        for nodes in components.members() where nodes.count > 1 {
            let part = graph.induced(by: nodes)
            let inverse = GroundedInverse(of: part)
            for (place, value) in inverse.closeness().enumerated() { closeness[Int(nodes[place])] = value }
            guard nodes.count > 2 else { continue }
            for (place, value) in Self.throughputs(part, inverse).enumerated() {
                betweenness[Int(nodes[place])] = value
            }
        }
        self.betweenness = betweenness
        self.closeness = closeness
    }

    private static func throughputs(_ graph: Graph, _ inverse: GroundedInverse) -> [Double] {
        let count = graph.nodeCount
        let rows = graph.outgoing
        let parts = Parallel.chunks(of: count, grain: max(4, count / 256)) { nodes in
            nodes.map { node in
                var through = 0.0
                for entry in rows.range(of: node) {
                    let conductance = rows.weights.isEmpty ? 1 : rows.weights[entry]
                    through += conductance * inverse.sumOfDifferences(node, Int(rows.targets[entry]))
                }
                // Half of what the node's edges carry, less the currents that end at the node.
                return max(0, through - Double(count - 1)) / 2
            }
        }
        let pairs = Double((count - 1) * (count - 2)) / 2
        return parts.joined().map { $0 / pairs }
    }
}

/// The inverse of the Laplacian without its last node, which is grounded: zero row and column.
private struct GroundedInverse: Sendable {
    let size: Int
    private let entries: [Double]

    init(of graph: Graph) {
        let free = graph.nodeCount - 1
        size = graph.nodeCount
        var laplacian = [Double](repeating: 0, count: free * free)
        let rows = graph.outgoing
        for node in 0..<free {
            for entry in rows.range(of: node) {
                let conductance = rows.weights.isEmpty ? 1 : rows.weights[entry]
                laplacian[node * free + node] += conductance
                let target = Int(rows.targets[entry])
                if target < free { laplacian[node * free + target] -= conductance }
            }
        }
        let factor = Self.cholesky(laplacian, free)
        let parts = Parallel.chunks(of: free, grain: max(4, free / 256)) { columns in
            columns.map { Self.column($0, factor, free) }
        }
        var entries: [Double] = []
        entries.reserveCapacity(size * size)
        for part in parts {
            for column in part { entries += column + [0] }
        }
        self.entries = entries + [Double](repeating: 0, count: size)
    }

    /// The lower triangle L of LLᵀ, by rows.
    private static func cholesky(_ matrix: [Double], _ size: Int) -> [Double] {
        var factor = matrix
        for row in 0..<size {
            for column in 0...row {
                var sum = factor[row * size + column]
                for place in 0..<column { sum -= factor[row * size + place] * factor[column * size + place] }
                factor[row * size + column] =
                    row == column ? sum.squareRoot() : sum / factor[column * size + column]
            }
        }
        return factor
    }

    private static func column(_ unit: Int, _ factor: [Double], _ size: Int) -> [Double] {
        var solution = [Double](repeating: 0, count: size)
        for row in unit..<size {
            var sum = row == unit ? 1.0 : 0
            for place in unit..<row { sum -= factor[row * size + place] * solution[place] }
            solution[row] = sum / factor[row * size + row]
        }
        for row in (0..<size).reversed() {
            let value = solution[row] / factor[row * size + row]
            solution[row] = value
            for place in 0..<row { solution[place] -= value * factor[row * size + place] }
        }
        return solution
    }

    /// Σ over pairs s < t of |(x_s − x_t)|, x the difference of two rows: the sorted differences
    /// count with how many stand before and after them.
    func sumOfDifferences(_ one: Int, _ other: Int) -> Double {
        var differences = (0..<size).map { entries[one * size + $0] - entries[other * size + $0] }
        differences.sort()
        var sum = 0.0
        for (place, value) in differences.enumerated() { sum += value * Double(2 * place - size + 1) }
        return sum
    }

    func closeness() -> [Double] {
        let trace = (0..<size).reduce(0) { $0 + entries[$1 * size + $1] }
        return (0..<size).map { node in
            let row = entries[(node * size)..<((node + 1) * size)].reduce(0, +)
            let resistance = Double(size) * entries[node * size + node] + trace - 2 * row
            return Double(size - 1) / resistance
        }
    }
}
