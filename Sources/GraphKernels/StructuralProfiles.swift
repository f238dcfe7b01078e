/// How alike the ties of two nodes are, over one or several relations.
///
/// A node's profile is its row in each relation, and its column where the relation is directed.
/// The two nodes' ties to one another are compared in swapped roles, and ties to themselves left
/// out, so that exchanging two equivalent nodes changes nothing.
public enum StructuralProfiles {
    /// Euclidean distances: √Σ (x_ik − x_jk)² over the entries of the profiles.
    ///
    /// - Precondition: the matrices are of one size; at least one.
    /// - Complexity: O(nodes³ · relations).
    public static func distances(_ relations: [SquareMatrix]) -> SquareMatrix {
        pairwise(relations, diagonal: 0) { pairs in
            var sum = 0.0
            pairs { sum += ($0 - $1) * ($0 - $1) }
            return sum.squareRoot()
        }
    }

    /// Pearson correlations. Where one of two profiles does not vary: 1 if they are equal, else 0.
    public static func correlations(_ relations: [SquareMatrix]) -> SquareMatrix {
        pairwise(relations, diagonal: 1) { pairs in
            var (count, sumX, sumY, sumXX, sumYY, sumXY) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
            var areEqual = true
            pairs { x, y in
                count += 1
                sumX += x
                sumY += y
                sumXX += x * x
                sumYY += y * y
                sumXY += x * y
                if x != y { areEqual = false }
            }
            let (varianceX, varianceY) = (count * sumXX - sumX * sumX, count * sumYY - sumY * sumY)
            guard varianceX > 1e-12 * count * sumXX, varianceY > 1e-12 * count * sumYY else { return areEqual ? 1 : 0 }
            return max(-1, min(1, (count * sumXY - sumX * sumY) / (varianceX * varianceY).squareRoot()))
        }
    }

    private typealias Pairs = ((Double, Double) -> Void) -> Void

    private static func pairwise(
        _ relations: [SquareMatrix], diagonal: Double, _ compare: @Sendable (Pairs) -> Double
    ) -> SquareMatrix {
        precondition(!relations.isEmpty && Set(relations.map(\.size)).count == 1)
        let size = relations[0].size
        let isDirected = relations.map { !$0.isSymmetric }
        let rows = Parallel.chunks(of: size, grain: max(1, size / 64)) { range in
            range.map { i in
                (0..<i).map { j in
                    compare { visit in
                        for (relation, directed) in zip(relations, isDirected) {
                            for k in 0..<size where k != i && k != j {
                                visit(relation[i, k], relation[j, k])
                                if directed { visit(relation[k, i], relation[k, j]) }
                            }
                            visit(relation[i, j], relation[j, i])
                            if directed { visit(relation[j, i], relation[i, j]) }
                        }
                    }
                }
            }
        }.flatMap { $0 }
        var matrix = SquareMatrix(size: size)
        for i in 0..<size {
            matrix[i, i] = diagonal
            for j in 0..<i {
                matrix[i, j] = rows[i][j]
                matrix[j, i] = rows[i][j]
            }
        }
        return matrix
    }
}
