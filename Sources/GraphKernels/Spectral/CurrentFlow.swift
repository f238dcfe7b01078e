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
    /// By how much a betweenness can be wrong: the current of an edge is its conductance times a difference of
    /// potentials, and where conductances are far apart that difference is lost in rounding.
    public let betweennessError: Double

    /// Solves the network of every component.
    ///
    /// - Parameter graph: undirected; weights are conductances, all > 0.
    public init(of graph: Graph, components: Components) {
        var betweenness = [Double?](repeating: nil, count: graph.nodeCount)
        var closeness = betweenness
        var error = 0.0
        for nodes in components.members() where nodes.count > 1 {
            let part = graph.induced(by: nodes)
            let inverse = GroundedInverse(of: part)
            for (place, value) in inverse.closeness().enumerated() { closeness[Int(nodes[place])] = value }
            guard nodes.count > 2 else { continue }
            for (place, value) in Self.throughputs(part, inverse).enumerated() {
                betweenness[Int(nodes[place])] = value
            }
            error = max(error, Self.error(part, inverse))
        }
        self.betweenness = betweenness
        self.closeness = closeness
        betweennessError = error
    }

    /// The largest conductance times the rounding of the potentials at its ends.
    private static func error(_ graph: Graph, _ inverse: GroundedInverse) -> Double {
        let rows = graph.outgoing
        var largest = 0.0
        for node in 0..<graph.nodeCount {
            for entry in rows.range(of: node) {
                let conductance = rows.weights.isEmpty ? 1 : rows.weights[entry]
                largest = max(largest, conductance * (inverse.own(node) + inverse.own(Int(rows.targets[entry]))))
            }
        }
        return largest * Double.ulpOfOne
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
///
/// Nodes are eliminated one after the other, each leaving conductances between those tied to it and to the ground. A
/// diagonal entry is the sum of what is left of its row, so that nothing is ever subtracted, and every entry of the
/// inverse is exact to the rounding of its own size however far apart the conductances are (Grassmann, Taksar and
/// Heyman 1985, Operations Research 33(5), 1107–1116; Alfa, Xue and Ye 2002, Mathematics of Computation 71, 217–236).
private struct GroundedInverse: Sendable {
    let size: Int
    private let entries: [Double]

    init(of graph: Graph) {
        let free = graph.nodeCount - 1
        size = graph.nodeCount
        let elimination = Elimination(graph, free)
        let parts = Parallel.chunks(of: free, grain: max(4, free / 256)) { columns in
            columns.map { elimination.column($0) }
        }
        var entries: [Double] = []
        entries.reserveCapacity(size * size)
        for part in parts {
            for column in part { entries += column + [0] }
        }
        self.entries = entries + [Double](repeating: 0, count: size)
    }

    private struct Elimination: Sendable {
        private let size: Int
        /// By rows, right of the diagonal: the conductances of a node, when it is eliminated, to those that come after.
        private var rows: [Double]
        /// All that a node then conducts, the ground included.
        private var sums: [Double]

        init(_ graph: Graph, _ size: Int) {
            self.size = size
            rows = [Double](repeating: 0, count: size * size)
            sums = [Double](repeating: 0, count: size)
            var toGround = sums
            for node in 0..<size {
                for entry in graph.outgoing.range(of: node) {
                    let target = Int(graph.outgoing.targets[entry])
                    let conductance = graph.outgoing.weights.isEmpty ? 1 : graph.outgoing.weights[entry]
                    if target == size { toGround[node] = conductance }
                    if target > node, target < size { rows[node * size + target] = conductance }
                }
            }
            for node in 0..<size {
                var own = Array(rows[(node * size + node + 1)..<((node + 1) * size)])
                for earlier in 0..<node where rows[earlier * size + node] > 0 {
                    let share = rows[earlier * size + node] / sums[earlier]
                    let start = earlier * size + node + 1
                    for place in own.indices { own[place] += share * rows[start + place] }
                    toGround[node] += share * toGround[earlier]
                }
                for place in own.indices { rows[node * size + node + 1 + place] = own[place] }
                sums[node] = own.reduce(toGround[node], +)
            }
        }

        /// The potentials where a unit current enters at a node and leaves by the ground.
        func column(_ unit: Int) -> [Double] {
            var solution = [Double](repeating: 0, count: size)
            solution[unit] = 1
            for node in unit..<size where solution[node] > 0 {
                let share = solution[node] / sums[node]
                for later in (node + 1)..<max(size, node + 1) { solution[later] += share * rows[node * size + later] }
            }
            for node in (0..<size).reversed() {
                var current = solution[node]
                for later in (node + 1)..<max(size, node + 1) { current += rows[node * size + later] * solution[later] }
                solution[node] = current / sums[node]
            }
            return solution
        }
    }

    /// The potential of a node for a unit current that enters there.
    func own(_ node: Int) -> Double { entries[node * size + node] }

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
