/// Relations between relations: correlations and regressions of matrices over the same nodes,
/// tested against matrices whose nodes are permuted, which keeps all structure but who is who.
/// The diagonal counts in none.
public enum QAP {
    /// Pearson's correlation over ordered pairs; nil where one matrix does not vary.
    public static func correlation(_ x: SquareMatrix, _ y: SquareMatrix) -> Double? {
        Product(x, y)?.correlation(Array(0..<x.size))
    }

    /// The correlations with the nodes of `y` permuted (Hubert and Schultz 1976; Krackhardt 1988,
    /// Social Networks 10, 359–381): drawn, or each order of the nodes once where there are no more than `draws`.
    ///
    /// - Complexity: O(draws · nodes²).
    public static func permutedCorrelations(
        _ x: SquareMatrix, _ y: SquareMatrix, draws: Int, seed: UInt64, progress: Draws.Progress? = nil
    ) -> [Double?] {
        let product = Product(x, y)
        return NodeOrders(of: x.size, draws: draws).values(seed: seed, progress: progress) { product?.correlation($0) }
    }

    /// Two matrices less their means: a permutation changes neither mean nor variance, so that only
    /// the sum of products is left to each draw.
    private struct Product: Sendable {
        private let x: [Double]
        private let y: [Double]
        private let size: Int
        private let isSymmetric: Bool
        private let scale: Double

        init?(_ x: SquareMatrix, _ y: SquareMatrix) {
            precondition(x.size == y.size)
            guard let one = Self.centred(x), let other = Self.centred(y) else { return nil }
            (self.x, self.y, size) = (one.values, other.values, x.size)
            scale = one.norm * other.norm
            isSymmetric = x.isSymmetric && y.isSymmetric
        }

        /// The diagonal becomes 0, which adds nothing to a product.
        private static func centred(_ matrix: SquareMatrix) -> (values: [Double], norm: Double)? {
            let count = Double(matrix.size * (matrix.size - 1))
            var (sum, size) = (0.0, 0.0)
            for i in 0..<matrix.size {
                for j in 0..<matrix.size where i != j {
                    sum += matrix[i, j]
                    size += matrix[i, j] * matrix[i, j]
                }
            }
            guard count > 0 else { return nil }
            var values = matrix.values
            for i in 0..<matrix.size {
                for j in 0..<matrix.size {
                    values[i * matrix.size + j] = i == j ? 0 : matrix[i, j] - sum / count
                }
            }
            let squares = values.reduce(0) { $0 + $1 * $1 }
            return squares > 1e-14 * size ? (values, squares.squareRoot()) : nil
        }

        /// The nodes of the second matrix in another order.
        func correlation(_ order: [Int]) -> Double {
            var crossed = 0.0
            for i in 0..<size {
                let (row, moved) = (i * size, order[i] * size)
                for j in 0..<(isSymmetric ? i : size) { crossed += x[row + j] * y[moved + order[j]] }
            }
            return max(-1, min(1, (isSymmetric ? 2 : 1) * crossed / scale))
        }
    }
}
