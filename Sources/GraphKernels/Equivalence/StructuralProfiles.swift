/// How alike the ties of two nodes are, over one or several relations.
///
/// A node's profile is its row in each relation, and its column where the relation is directed.
/// The two nodes' ties to one another are compared in swapped roles, and ties to themselves left
/// out, so that exchanging two equivalent nodes changes nothing.
public enum StructuralProfiles {
    /// Euclidean distances: √Σ (x_ik − x_jk)² over the entries of the profiles.
    ///
    /// - Precondition: the matrices are of one size; at least one.
    /// - Complexity: O(nodes · entries other than 0), and O(nodes² · relations) to find these; of whole numbers O(nodes²),
    ///   and for each node the entries of those that it is tied to.
    public static func distances(_ relations: [SquareMatrix]) -> SquareMatrix {
        let profiles = profiles(of: relations)
        if relations.allSatisfy({ $0.values.allSatisfy { $0 == $0.rounded() && abs($0) <= 1_024 } }) {
            return wholeDistances(profiles, size: relations[0].size)
        }
        return pairwise(profiles, size: relations[0].size, diagonal: 0) { _, pairs in
            var sum = 0.0
            pairs { sum += ($0 - $1) * ($0 - $1) }
            return sum.squareRoot()
        }
    }

    /// Pearson correlations. Where one of two profiles does not vary: 1 if they are equal, else 0.
    public static func correlations(_ relations: [SquareMatrix]) -> SquareMatrix {
        pairwise(profiles(of: relations), size: relations[0].size, diagonal: 1) { count, pairs in
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
        _ profiles: [Profiles], size: Int, diagonal: Double, _ compare: @Sendable (Double, Pairs) -> Double
    ) -> SquareMatrix {
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
        return matrix(rows, diagonal: diagonal)
    }

    private static func profiles(of relations: [SquareMatrix]) -> [Profiles] {
        precondition(!relations.isEmpty && Set(relations.map(\.size)).count == 1)
        return relations.map { Profiles($0) }
    }

    /// - Parameter rows: of each node, the entries with those before it.
    private static func matrix(_ rows: [[Double]], diagonal: Double) -> SquareMatrix {
        var matrix = SquareMatrix(size: rows.count)
        for i in rows.indices {
            matrix[i, i] = diagonal
            for j in 0..<i {
                matrix[i, j] = rows[i][j]
                matrix[j, i] = rows[i][j]
            }
        }
        return matrix
    }

    /// Σ (x_ik − x_jk)² as Σ x_ik² + Σ x_jk² − 2 Σ x_ik x_jk. Sums of whole numbers are exact in any order, so that only
    /// those are looked at who have an entry in common; of others the distance is that of two strangers.
    private static func wholeDistances(_ profiles: [Profiles], size: Int) -> SquareMatrix {
        let squares = (0..<size).map { node in profiles.reduce(0) { $0 + $1.squares(node) } }
        let rows = Parallel.chunks(
            of: size, grain: max(1, size / 64), workspace: { [Double](repeating: 0, count: size) }
        ) { range, common in
            range.map { i in
                for profile in profiles { profile.addCommon(i, to: &common) }
                let row = (0..<i).map { (squares[i] + squares[$0] - 2 * common[$0]).squareRoot() }
                for place in common.indices { common[place] = 0 }
                return row
            }
        }.flatMap { $0 }
        return matrix(rows, diagonal: 0)
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
        // Row by row, as the matrix lies in memory; columns are found by turning the rows round.
        var (rows, columns) = ([[Int32]](repeating: [], count: relation.size), [[Int32]](repeating: [], count: relation.size))
        for i in 0..<relation.size {
            for j in 0..<relation.size where relation[i, j] != 0 {
                rows[i].append(Int32(j))
                columns[j].append(Int32(i))
            }
        }
        others = (0..<relation.size).map { i in
            Set(rows[i] + columns[i]).sorted().map { Entry(other: $0, out: relation[i, Int($0)], into: relation[Int($0), i]) }
        }
        isDirected = others.contains { $0.contains { $0.out != $0.into } }
    }

    /// The sum of the squares of a profile.
    func squares(_ i: Int) -> Double {
        others[i].reduce(0) { sum, entry in
            entry.other == i ? sum : sum + entry.out * entry.out + (isDirected ? entry.into * entry.into : 0)
        }
    }

    /// Adds to each node what its profile and that of `i` have in common: Σ x_ik x_jk, and x_ij x_ji for their ties to one
    /// another.
    func addCommon(_ i: Int, to common: inout [Double]) {
        for entry in others[i] where entry.other != i {
            for second in others[Int(entry.other)] where second.other != entry.other {
                common[Int(second.other)] += entry.out * second.into + (isDirected ? entry.into * second.out : 0)
            }
            // (x_ij − x_ji)² is x_ij² + x_ji² − 2 x_ij x_ji; the squares of the two hold all but the last.
            common[Int(entry.other)] += (isDirected ? 2 : 1) * entry.out * entry.into
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
