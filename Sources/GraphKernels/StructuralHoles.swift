/// Burt's measures of the holes around each node, over the whole graph.
///
/// Burt (1992), Structural Holes, Harvard University Press, ch. 2. All read the symmetrised
/// strength z (both arcs of a pair added up) and p_iq = z_iq / Σ_j z_ij. A node without neighbours
/// has NaN-free placeholders 0 and `neighbourCount` 0: whoever reads them says "undefined".
///
/// Time: O(Σ degree²); memory: O(n) for each chunk of nodes.
public struct StructuralHoles: Sendable {
    public let neighbourCount: [Int32]
    /// Σ_j c_ij with c_ij = (p_ij + Σ_q p_iq p_qj)².
    public let constraint: [Double]
    /// Σ_j (1 − Σ_q p_iq m_jq), m_jq = z_jq / max_k z_jk.
    public let effectiveSize: [Double]
    /// Σ_j r_j ln r_j / (N ln N), r_j = c_ij / (C / N): the Coleman-Theil disorder; 1 for one neighbour.
    public let hierarchy: [Double]

    /// - Parameter graph: undirected; weights are strengths, all > 0.
    public init(of graph: Graph) {
        let shares = Shares(of: graph)
        let count = graph.nodeCount
        let parts = Parallel.chunks(of: count, grain: max(64, count / 256)) { nodes in
            var part = Part(nodeCount: count)
            for node in nodes { part.append(node, shares) }
            return part
        }
        neighbourCount = (0..<count).map { Int32(graph.outgoing.degree(of: $0)) }
        constraint = parts.flatMap(\.constraint)
        effectiveSize = parts.flatMap(\.effectiveSize)
        hierarchy = parts.flatMap(\.hierarchy)
    }

    private struct Part: Sendable {
        var constraint: [Double] = []
        var effectiveSize: [Double] = []
        var hierarchy: [Double] = []
        /// p_ij, and 0 where j is no neighbour of i.
        private var direct: [Double]
        private var indirect: [Double]

        init(nodeCount: Int) {
            direct = [Double](repeating: 0, count: nodeCount)
            indirect = direct
        }

        mutating func append(_ node: Int, _ shares: Shares) {
            let rows = shares.rows
            let range = rows.offsets[node]..<rows.offsets[node + 1]
            for entry in range { direct[Int(rows.targets[entry])] = shares.ofRow(entry, node) }
            var size = 0.0
            for entry in range {
                let alter = Int(rows.targets[entry])
                let share = direct[alter]
                var redundancy = 0.0
                for second in rows.offsets[alter]..<rows.offsets[alter + 1] {
                    let other = Int(rows.targets[second])
                    let otherShare = direct[other]
                    guard otherShare > 0 else { continue }
                    indirect[other] += share * shares.ofRow(second, alter)
                    redundancy += otherShare * shares.ofLargest(second, alter)
                }
                size += 1 - redundancy
            }
            effectiveSize.append(size)
            appendConstraint(range, rows)
            for entry in range {
                direct[Int(rows.targets[entry])] = 0
                indirect[Int(rows.targets[entry])] = 0
            }
        }

        private mutating func appendConstraint(_ range: Range<Int>, _ rows: Graph.Rows) {
            var total = 0.0
            for entry in range {
                let alter = Int(rows.targets[entry])
                let depth = direct[alter] + indirect[alter]
                indirect[alter] = depth * depth
                total += depth * depth
            }
            constraint.append(total)
            guard range.count > 1 else { return hierarchy.append(range.isEmpty ? 0 : 1) }
            let count = Double(range.count)
            var disorder = 0.0
            for entry in range {
                let ratio = indirect[Int(rows.targets[entry])] / (total / count)
                disorder += ratio * Logarithm.natural(ratio)
            }
            // Equal parts give a sum that is 0 but for rounding, which may fall below it.
            hierarchy.append(max(0, disorder / (count * Logarithm.natural(count))))
        }
    }

    /// The weights of each row as shares of the row's sum and of its largest.
    private struct Shares: Sendable {
        let rows: Graph.Rows
        private let sums: [Double]
        private let largest: [Double]

        init(of graph: Graph) {
            rows = graph.outgoing
            let (rows, isWeighted) = (rows, graph.isWeighted)
            sums = (0..<graph.nodeCount).map {
                isWeighted ? rows.weights[rows.range(of: $0)].reduce(0, +) : Double(rows.degree(of: $0))
            }
            largest = (0..<graph.nodeCount).map {
                isWeighted ? rows.weights[rows.range(of: $0)].max() ?? 1 : 1
            }
        }

        func ofRow(_ entry: Int, _ node: Int) -> Double {
            (rows.weights.isEmpty ? 1 : rows.weights[entry]) / sums[node]
        }

        func ofLargest(_ entry: Int, _ node: Int) -> Double {
            rows.weights.isEmpty ? 1 : rows.weights[entry] / largest[node]
        }
    }
}
