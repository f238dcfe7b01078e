/// REGE: nodes are alike where they have like ties to nodes that are themselves alike (White and
/// Reitz 1983, Social Networks 5, 193–234; the algorithm as in Borgatti and Everett 1993, Social
/// Networks 15, 361–376).
public enum RegularEquivalence {
    /// Similarities in 0…1 after some rounds, all being 1 before the first. For each tie of one
    /// node, in whatever direction, the best match among those of the other counts: the value that
    /// both share, times how alike the two alters are, over the value that either has.
    ///
    ///     M′_ij = [Σ_k max_m M_km (min(x_ik, x_jm) + min(x_ki, x_mj)) + the same for j, i]
    ///           / [Σ_k max*_m (max(x_ik, x_jm) + max(x_ki, x_mj)) + the same for j, i]
    ///
    /// max* is taken at the m of the numerator, the smallest where several serve. Two isolates are
    /// fully alike.
    ///
    /// - Complexity: O(rounds · arcs²).
    public static func similarities(_ graph: Graph, rounds: Int = 3) -> SquareMatrix {
        let ties = (0..<graph.nodeCount).map { Self.ties(of: $0, graph) }
        var matrix = SquareMatrix(size: graph.nodeCount, repeating: 1)
        for _ in 0..<rounds {
            let before = matrix
            let rows = Parallel.chunks(of: graph.nodeCount, grain: max(1, graph.nodeCount / 64)) { range in
                range.map { i in (0..<i).map { j in similarity(ties[i], ties[j], before) } }
            }.flatMap { $0 }
            for i in 0..<graph.nodeCount {
                for j in 0..<i {
                    matrix[i, j] = rows[i][j]
                    matrix[j, i] = rows[i][j]
                }
            }
        }
        return matrix
    }

    private struct Tie: Sendable {
        let other: Int
        let out: Double
        let into: Double
    }

    private static func ties(of node: Int, _ graph: Graph) -> [Tie] {
        func value(_ rows: Graph.Rows, _ other: Int) -> Double {
            guard let place = rows.place(of: other, in: node) else { return 0 }
            return graph.isWeighted ? rows.weights[place] : 1
        }
        let others = Set(graph.outgoing.neighbours(of: node)).union(graph.incoming.neighbours(of: node))
        return others.sorted().map { other in
            Tie(other: Int(other), out: value(graph.outgoing, Int(other)), into: value(graph.incoming, Int(other)))
        }
    }

    private static func similarity(_ one: [Tie], _ other: [Tie], _ matrix: SquareMatrix) -> Double {
        let (there, back) = (matched(one, other, matrix), matched(other, one, matrix))
        let most = there.most + back.most
        return most > 0 ? (there.shared + back.shared) / most : 1
    }

    private static func matched(_ ties: [Tie], _ others: [Tie], _ matrix: SquareMatrix) -> (shared: Double, most: Double) {
        ties.reduce((0, 0)) { sums, tie in
            // Without a match at all, everything that the tie has is missing.
            var best = (shared: 0.0, most: tie.out + tie.into)
            for other in others {
                let shared = matrix[tie.other, other.other] * (min(tie.out, other.out) + min(tie.into, other.into))
                let most = max(tie.out, other.out) + max(tie.into, other.into)
                if shared > best.shared || (shared == best.shared && most < best.most) { best = (shared, most) }
            }
            return (sums.0 + best.shared, sums.1 + best.most)
        }
    }
}
