/// Burt's measures of the holes around each node, over the whole graph.
///
/// Burt (1992), Structural Holes, Harvard University Press, ch. 2. All read the symmetrised
/// strength z (both arcs of a pair added up) and p_iq = z_iq / Σ_j z_ij. A node without neighbours
/// has NaN-free placeholders 0 and `neighbourCount` 0: whoever reads them says "undefined".
///
/// Since z is symmetric, Σ_q p_iq p_qj = (1 / s_i) Σ_q z_iq z_qj / s_q, s_i = Σ_j z_ij: only the triangles
/// of i count, and those are found by going from each neighbour to its neighbours of higher degree
/// (`UpwardRows`), not to all of them: on a Barabási-Albert network of 200 000 nodes 10 million steps
/// in place of 81 million.
///
/// Time: O(m √m); memory: O(n) for each core and O(m).
public struct StructuralHoles: Sendable {
    /// How many alters each node has; where 0, the other values are placeholders and undefined.
    public let neighbourCount: [Int32]
    /// Σ_j c_ij with c_ij = (p_ij + Σ_q p_iq p_qj)².
    public let constraint: [Double]
    /// Σ_j (1 − Σ_q p_iq m_jq), m_jq = z_jq / max_k z_jk.
    public let effectiveSize: [Double]
    /// Σ_j r_j ln r_j / (N ln N), r_j = c_ij / (C / N): the Coleman-Theil disorder; 1 for one neighbour.
    public let hierarchy: [Double]

    /// All four values of every node.
    ///
    /// - Parameter graph: undirected; weights are strengths, all > 0.
    public init(of graph: Graph) {
        let strengths = Strengths(of: graph)
        let count = graph.nodeCount
        let parts = Parallel.chunks(
            of: count, grain: max(64, count / 256), workspace: { Surroundings(nodeCount: count) }
        ) { nodes, around in
            var part = Part()
            for node in nodes { part.append(node, strengths, &around) }
            return part
        }
        neighbourCount = (0..<count).map { Int32(graph.outgoing.degree(of: $0)) }
        constraint = Array(parts.map(\.constraint).joined())
        effectiveSize = Array(parts.map(\.effectiveSize).joined())
        hierarchy = Array(parts.map(\.hierarchy).joined())
    }

    /// The strengths that all nodes read.
    private struct Strengths: Sendable {
        let rows: Graph.Rows
        let upward: UpwardRows
        /// 1 / s_i, and 1 / max_k z_ik.
        let perSum: [Double]
        let perLargest: [Double]

        init(of graph: Graph) {
            rows = graph.outgoing
            upward = UpwardRows(of: graph)
            let (rows, isWeighted) = (rows, graph.isWeighted)
            perSum = (0..<graph.nodeCount).map {
                1 / (isWeighted ? rows.weights[rows.range(of: $0)].reduce(0, +) : Double(rows.degree(of: $0)))
            }
            perLargest = isWeighted
                ? (0..<graph.nodeCount).map { 1 / (rows.weights[rows.range(of: $0)].max() ?? 1) } : []
        }
    }

    /// What the triangles of a node come to: whether there are any, and the sum over them of
    /// z_iq z_jq / max_k z_jk from both ends of the tie jq.
    private struct Look {
        var hasTriangles = false
        var redundancy = 0.0
    }

    /// What is known of the node at hand, by the number of its neighbour.
    private struct Surroundings {
        var marks: NodeMarks
        /// z_ij; only in a weighted graph.
        var direct: [Double] = []
        /// Σ_q z_iq z_qj / s_q.
        var indirect: [Double]

        init(nodeCount: Int) {
            marks = NodeMarks(nodeCount: nodeCount)
            indirect = [Double](repeating: 0, count: nodeCount)
        }

        /// Goes through the triangles of a node.
        mutating func look(around node: Int, _ strengths: Strengths) -> Look {
            let rows = strengths.rows
            if !rows.weights.isEmpty, direct.isEmpty { direct = [Double](repeating: 0, count: indirect.count) }
            let row = rows.range(of: node)
            guard row.count > 1 else { return Look() }
            return rows.weights.isEmpty ? Self.lookUnweighted(row, strengths, &marks.words, &indirect) : lookWeighted(row, strengths)
        }

        private static func lookUnweighted(
            _ row: Range<Int>, _ strengths: Strengths, _ words: inout [UInt64], _ sums: inout [Double]
        ) -> Look {
            let targets = strengths.rows.targets.span
            let perSum = strengths.perSum.span
            let offsets = strengths.upward.offsets.span
            let upward = strengths.upward.targets.span
            var marks = words.mutableSpan
            var indirect = sums.mutableSpan
            var triangles = 0
            for entry in row { marks.mark(Int(targets[entry])) }
            for entry in row {
                let first = Int(targets[entry])
                var sum = 0.0
                for second in offsets[first]..<offsets[first + 1] {
                    let other = Int(upward[second])
                    guard marks.isMarked(other) else { continue }
                    sum += perSum[other]
                    indirect[other] += perSum[first]
                    triangles += 1
                }
                if sum > 0 { indirect[first] += sum }
            }
            for entry in row { marks.unmark(Int(targets[entry])) }
            return Look(hasTriangles: triangles > 0, redundancy: Double(2 * triangles))
        }

        private mutating func lookWeighted(_ row: Range<Int>, _ strengths: Strengths) -> Look {
            let (rows, upward) = (strengths.rows, strengths.upward)
            let (perSum, perLargest) = (strengths.perSum, strengths.perLargest)
            var look = Look()
            for entry in row { direct[Int(rows.targets[entry])] = rows.weights[entry] }
            for entry in row {
                let (first, strength) = (Int(rows.targets[entry]), rows.weights[entry])
                for second in upward.offsets[first]..<upward.offsets[first + 1] {
                    let other = Int(upward.targets[second])
                    let otherStrength = direct[other]
                    guard otherStrength > 0 else { continue }
                    let between = upward.weights[second]
                    indirect[first] += otherStrength * between * perSum[other]
                    indirect[other] += strength * between * perSum[first]
                    look.redundancy += between * (otherStrength * perLargest[first] + strength * perLargest[other])
                    look.hasTriangles = true
                }
            }
            for entry in row { direct[Int(rows.targets[entry])] = 0 }
            return look
        }
    }

    private struct Part: Sendable {
        var constraint: [Double] = []
        var effectiveSize: [Double] = []
        var hierarchy: [Double] = []

        mutating func append(_ node: Int, _ strengths: Strengths, _ around: inout Surroundings) {
            let rows = strengths.rows
            let row = rows.range(of: node)
            guard !row.isEmpty else {
                constraint.append(0)
                effectiveSize.append(0)
                return hierarchy.append(0)
            }
            let look = around.look(around: node, strengths)
            let share = strengths.perSum[node]
            effectiveSize.append(Double(row.count) - look.redundancy * share)
            if rows.weights.isEmpty, !look.hasTriangles {
                // Every c_ij is the same: 1 / N².
                constraint.append(share)
                return hierarchy.append(row.count > 1 ? 0 : 1)
            }
            appendConstraint(row, rows, share, &around.indirect)
        }

        private mutating func appendConstraint(
            _ row: Range<Int>, _ rows: Graph.Rows, _ share: Double, _ indirect: inout [Double]
        ) {
            var total = 0.0
            for entry in row {
                let alter = Int(rows.targets[entry])
                let depth = ((rows.weights.isEmpty ? 1 : rows.weights[entry]) + indirect[alter]) * share
                indirect[alter] = depth * depth
                total += depth * depth
            }
            constraint.append(total)
            let count = Double(row.count)
            var disorder = 0.0
            for entry in row {
                let alter = Int(rows.targets[entry])
                let ratio = indirect[alter] / (total / count)
                indirect[alter] = 0
                disorder += ratio * Logarithm.natural(ratio)
            }
            // Equal parts give a sum that is 0 but for rounding, which may fall below it.
            hierarchy.append(row.count > 1 ? max(0, disorder / (count * Logarithm.natural(count))) : 1)
        }
    }
}
