/// CONCOR: blocks by correlations of correlations, which converge to +1 and −1 and so split a set
/// in two (Breiger, Boorman and Arabie 1975, J. Math. Psych. 12, 328–383).
public enum Concor {
    /// Splits the nodes into blocks of alike profiles.
    ///
    /// - Parameters:
    ///   - correlations: of the profiles of the nodes.
    ///   - splits: how many times every block is split; 2 gives up to four blocks.
    ///   - isSetApart: nodes without ties, which have no profile: a block of their own, the last.
    /// - Returns: the number of each node's block, from 0 in the order of the splits.
    /// - Complexity: O(nodes³) for each of at most 200 rounds.
    public static func blocks(_ correlations: SquareMatrix, splits: Int, isSetApart: [Bool]) -> [Int] {
        precondition(isSetApart.count == correlations.size && splits >= 0)
        var blocks = [correlations.size == 0 ? [] : (0..<correlations.size).filter { !isSetApart[$0] }]
        for _ in 0..<splits { blocks = blocks.flatMap { split($0, correlations) } }
        var numbers = [Int](repeating: blocks.filter { !$0.isEmpty }.count, count: correlations.size)
        for (number, block) in blocks.filter({ !$0.isEmpty }).enumerated() {
            for node in block { numbers[node] = number }
        }
        return numbers
    }

    /// The two halves of a block, that of its first node first; the block alone where the
    /// correlations do not tell its members apart.
    private static func split(_ block: [Int], _ correlations: SquareMatrix) -> [[Int]] {
        guard block.count > 1 else { return [block] }
        var matrix = SquareMatrix(size: block.count)
        for (i, one) in block.enumerated() {
            for (j, other) in block.enumerated() { matrix[i, j] = correlations[one, other] }
        }
        for _ in 0..<200 {
            if matrix.values.allSatisfy({ abs(abs($0) - 1) < 1e-9 }) { break }
            guard let next = columnCorrelations(matrix) else { break }
            matrix = next
        }
        let first = block.indices.filter { matrix[0, $0] >= 0 }.map { block[$0] }
        let second = block.indices.filter { matrix[0, $0] < 0 }.map { block[$0] }
        return second.isEmpty ? [block] : [first, second]
    }

    /// Nil where a column does not vary: nothing more can be split.
    private static func columnCorrelations(_ matrix: SquareMatrix) -> SquareMatrix? {
        let size = matrix.size
        let columns = (0..<size).map { column in
            let values = (0..<size).map { matrix[$0, column] }
            let mean = values.reduce(0, +) / Double(size)
            let centred = values.map { $0 - mean }
            let norm = centred.reduce(0) { $0 + $1 * $1 }.squareRoot()
            return norm > 1e-12 ? centred.map { $0 / norm } : []
        }
        guard columns.allSatisfy({ !$0.isEmpty }) else { return nil }
        var next = SquareMatrix(size: size)
        for i in 0..<size {
            for j in 0...i {
                let product = i == j ? 1 : zip(columns[i], columns[j]).reduce(0) { $0 + $1.0 * $1.1 }
                next[i, j] = max(-1, min(1, product))
                next[j, i] = next[i, j]
            }
        }
        return next
    }
}
