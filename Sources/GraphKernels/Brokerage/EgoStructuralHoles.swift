/// Burt's measures with the network cut down to each node and its neighbours: the ego network model,
/// in which ties of a neighbour that leave the ego network do not exist.
///
/// The formulas are those of `StructuralHoles`; sums and largest ties run over the ego network alone.
///
/// Time: O(Σ degree of neighbours); memory: O(n) for each chunk of nodes.
public struct EgoStructuralHoles: Sendable {
    /// How many alters each node has; where 0, the other values are placeholders and undefined.
    public let neighbourCount: [Int]
    /// Σ_j (p_ij + Σ_q p_iq p_qj)², every p the share of an actor's strength within the ego network.
    public let constraint: [Double]
    /// Σ_j (1 − Σ_q p_iq m_jq), every m relative to j's largest tie within the ego network.
    public let effectiveSize: [Double]
    /// The Coleman-Theil disorder of the terms of constraint, 0 to 1; 1 for one alter.
    public let hierarchy: [Double]

    /// All four values of every node.
    ///
    /// - Parameter graph: undirected; weights are strengths, all > 0.
    public init(of graph: Graph) {
        let count = graph.nodeCount
        let parts = Parallel.chunks(of: count, grain: max(64, count / 256)) { nodes in
            var ego = Ego(graph)
            return nodes.map { ego.values(of: $0) }
        }
        let all = parts.flatMap { $0 }
        neighbourCount = (0..<count).map { graph.outgoing.degree(of: $0) }
        constraint = all.map(\.constraint)
        effectiveSize = all.map(\.size)
        hierarchy = all.map(\.hierarchy)
    }

    private struct Ego {
        let rows: Graph.Rows
        /// p_ij of the node at hand, 0 for whoever is no neighbour of it.
        private var direct: [Double]
        private var indirect: [Double]

        init(_ graph: Graph) {
            rows = graph.outgoing
            direct = [Double](repeating: 0, count: graph.nodeCount)
            indirect = direct
        }

        private func weight(_ entry: Int) -> Double { rows.weights.isEmpty ? 1 : rows.weights[entry] }

        mutating func values(of node: Int) -> (constraint: Double, size: Double, hierarchy: Double) {
            let range = rows.range(of: node)
            let strength = range.reduce(0.0) { $0 + weight($1) }
            for entry in range { direct[Int(rows.targets[entry])] = weight(entry) / strength }
            var size = 0.0
            for entry in range { size += 1 - redundancy(of: Int(rows.targets[entry]), to: node) }
            let terms = range.map { entry in
                let alter = Int(rows.targets[entry])
                return (direct[alter] + indirect[alter]) * (direct[alter] + indirect[alter])
            }
            for entry in range {
                direct[Int(rows.targets[entry])] = 0
                indirect[Int(rows.targets[entry])] = 0
            }
            return (terms.reduce(0, +), size, Self.disorder(terms))
        }

        /// Σ_q p_iq m_jq of an alter j; adds what runs through j to the other alters.
        private mutating func redundancy(of alter: Int, to node: Int) -> Double {
            var (sum, largest, redundancy) = (0.0, 0.0, 0.0)
            let members = rows.range(of: alter).filter { Int(rows.targets[$0]) == node || direct[Int(rows.targets[$0])] > 0 }
            for entry in members {
                sum += weight(entry)
                largest = max(largest, weight(entry))
            }
            for entry in members where Int(rows.targets[entry]) != node {
                let other = Int(rows.targets[entry])
                indirect[other] += direct[alter] * weight(entry) / sum
                redundancy += direct[other] * weight(entry) / largest
            }
            return redundancy
        }

        private static func disorder(_ terms: [Double]) -> Double {
            guard terms.count > 1 else { return terms.isEmpty ? 0 : 1 }
            let (count, total) = (Double(terms.count), terms.reduce(0, +))
            let sum = terms.reduce(0.0) { sum, term in
                let ratio = term / (total / count)
                return sum + ratio * Logarithm.natural(ratio)
            }
            return max(0, sum / (count * Logarithm.natural(count)))
        }
    }
}
