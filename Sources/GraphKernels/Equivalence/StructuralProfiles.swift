/// How alike the ties of two nodes are, over one or several relations.
///
/// A node's profile is its row in each relation, and its column where the relation is directed.
/// The two nodes' ties to one another are compared in swapped roles, and ties to themselves left
/// out, so that exchanging two equivalent nodes changes nothing.
public enum StructuralProfiles {
    /// Euclidean distances: √Σ (x_ik − x_jk)² over the entries of the profiles.
    ///
    /// - Precondition: the matrices are of one size; at least one.
    /// - Complexity: O(nodes · entries other than 0), and O(nodes² · relations) to find these.
    public static func distances(_ relations: [SquareMatrix]) -> SquareMatrix {
        pairwise(relations, diagonal: 0) { _, pairs in
            var sum = 0.0
            pairs { sum += ($0 - $1) * ($0 - $1) }
            return sum.squareRoot()
        }
    }

    /// Pearson correlations. Where one of two profiles does not vary: 1 if they are equal, else 0.
    public static func correlations(_ relations: [SquareMatrix]) -> SquareMatrix {
        pairwise(relations, diagonal: 1) { count, pairs in
            var (sumX, sumY, sumXX, sumYY, sumXY) = (0.0, 0.0, 0.0, 0.0, 0.0)
            var areEqual = true
            pairs { x, y in
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

    /// Calls back with each pair of entries that are not both 0.
    private typealias Pairs = ((Double, Double) -> Void) -> Void

    /// - Parameter compare: gets the number of all pairs of entries of two profiles, and those that count.
    private static func pairwise(
        _ relations: [SquareMatrix], diagonal: Double, _ compare: @Sendable (Double, Pairs) -> Double
    ) -> SquareMatrix {
        precondition(!relations.isEmpty && Set(relations.map(\.size)).count == 1)
        let size = relations[0].size
        let profiles = relations.map { Profiles($0) }
        let count = profiles.reduce(0) { $0 + ($1.isDirected ? 2 : 1) * Double(size - 1) }
        let rows = Parallel.chunks(of: size, grain: max(1, size / 64)) { range in
            range.map { i in
                (0..<i).map { j in
                    compare(count) { visit in
                        for profile in profiles { profile.visit(i, j, visit) }
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

/// The profiles of all nodes in one relation.
private struct Profiles: Sendable {
    let isDirected: Bool
    private let relation: SquareMatrix
    /// Of each node, in order, the entries other than 0 that it has with others: in a large network few, and side by side
    /// where the matrix has them a row apart.
    private let others: [[Entry]]

    private struct Entry: Sendable {
        let other: Int32
        let out: Double
        let into: Double
    }

    init(_ relation: SquareMatrix) {
        self.relation = relation
        isDirected = !relation.isSymmetric
        others = (0..<relation.size).map { i in
            (0..<relation.size).filter { relation[i, $0] != 0 || relation[$0, i] != 0 }.map {
                Entry(other: Int32($0), out: relation[i, $0], into: relation[$0, i])
            }
        }
    }

    func visit(_ i: Int, _ j: Int, _ visit: (Double, Double) -> Void) {
        let (mine, yours) = (others[i], others[j])
        var (at, to) = (0, 0)
        while at < mine.count || to < yours.count {
            let one = at < mine.count ? mine[at].other : .max
            let other = to < yours.count ? yours[to].other : .max
            let k = min(one, other)
            var (out, into) = ((0.0, 0.0), (0.0, 0.0))
            if one == k {
                (out.0, into.0) = (mine[at].out, mine[at].into)
                at += 1
            }
            if other == k {
                (out.1, into.1) = (yours[to].out, yours[to].into)
                to += 1
            }
            guard Int(k) != i, Int(k) != j else { continue }
            visit(out.0, out.1)
            if isDirected { visit(into.0, into.1) }
        }
        visit(relation[i, j], relation[j, i])
        if isDirected { visit(relation[j, i], relation[i, j]) }
    }
}
