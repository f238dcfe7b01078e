/// Relations between relations: correlations and regressions of matrices over the same nodes,
/// tested against matrices whose nodes are permuted, which keeps all structure but who is who.
/// The diagonal counts in none.
public enum QAP {
    /// Pearson's correlation over ordered pairs; nil where one matrix does not vary.
    public static func correlation(_ x: SquareMatrix, _ y: SquareMatrix) -> Double? {
        correlation(x, y, order: Array(0..<x.size))
    }

    /// The correlations with the nodes of `y` permuted (Hubert and Schultz 1976; Krackhardt 1988,
    /// Social Networks 10, 359–381).
    public static func permutedCorrelations(
        _ x: SquareMatrix, _ y: SquareMatrix, draws: Int, seed: UInt64, progress: Draws.Progress? = nil
    ) -> [Double?] {
        let nodes = Array(0..<x.size)
        return Draws.values(draws, seed: seed, progress: progress) { random in
            correlation(x, y, order: nodes.shuffled(using: &random))
        }
    }

    private static func correlation(_ x: SquareMatrix, _ y: SquareMatrix, order: [Int]) -> Double? {
        precondition(x.size == y.size)
        let count = Double(x.size * (x.size - 1))
        guard count > 0 else { return nil }
        func mean(_ matrix: SquareMatrix) -> Double {
            var sum = 0.0
            for i in 0..<matrix.size { for j in 0..<matrix.size where i != j { sum += matrix[i, j] } }
            return sum / count
        }
        let (meanX, meanY) = (mean(x), mean(y))
        var (crossed, squaresX, squaresY, sizeX, sizeY) = (0.0, 0.0, 0.0, 0.0, 0.0)
        for i in 0..<x.size {
            for j in 0..<x.size where i != j {
                let (a, b) = (x[i, j], y[order[i], order[j]])
                crossed += (a - meanX) * (b - meanY)
                squaresX += (a - meanX) * (a - meanX)
                squaresY += (b - meanY) * (b - meanY)
                sizeX += a * a
                sizeY += b * b
            }
        }
        guard squaresX > 1e-14 * sizeX, squaresY > 1e-14 * sizeY else { return nil }
        return max(-1, min(1, crossed / (squaresX.squareRoot() * squaresY.squareRoot())))
    }
}
