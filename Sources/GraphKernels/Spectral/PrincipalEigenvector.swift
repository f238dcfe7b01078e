/// The largest eigenvalue of a non-negative operator and its non-negative eigenvector.
///
/// A symmetric operator: Lanczos with full orthogonalisation and thick restarts (Wu and Simon 2000,
/// SIAM J. Matrix Anal. Appl. 22(2), 602–616), from the vector of ones, so that a multiple
/// eigenvalue gives the projection of the ones on its eigenspace, whatever the nodes' numbers.
/// Otherwise: power iteration on A + sI, which a periodic graph cannot make oscillate.
public struct PrincipalEigenvector: Sendable {
    /// The eigenvalue, not negative.
    public let value: Double
    /// L2 norm 1.
    public let vector: [Double]

    /// The residual ‖Ax − λx‖ relative to λ at which iteration stops.
    static let precision = 1e-13

    /// - Parameter multiply: y = A x for a symmetric A with no negative entry.
    /// - Returns: nil where the precision is not reached within the budget of work.
    static func symmetric(_ size: Int, _ multiply: ([Double]) -> [Double]) -> PrincipalEigenvector? {
        var search = LanczosSearch(size: size)
        for _ in 0..<LanczosSearch.restarts {
            if let found = search.cycle(multiply) { return found }
        }
        return nil
    }

    /// - Parameter multiply: y = A x for an irreducible A with no negative entry.
    static func power(_ size: Int, _ multiply: ([Double]) -> [Double]) -> PrincipalEigenvector? {
        var vector = [Double](repeating: 1, count: size)
        let shift = (multiply(vector).max() ?? 0) / 2
        for _ in 0..<200_000 {
            let image = multiply(vector)
            // Collatz and Wielandt: the eigenvalue lies between the least and the largest ratio.
            var (low, high) = (Double.infinity, 0.0)
            for place in 0..<size {
                let ratio = image[place] / vector[place]
                low = min(low, ratio)
                high = max(high, ratio)
            }
            if high - low <= precision * high {
                return PrincipalEigenvector(value: (low + high) / 2, vector: normalised(vector))
            }
            for place in 0..<size { vector[place] = image[place] + shift * vector[place] }
            vector = normalised(vector)
        }
        return nil
    }

    static func normalised(_ vector: [Double]) -> [Double] {
        let norm = dot(vector, vector).squareRoot()
        return norm > 0 ? vector.map { $0 / norm } : vector
    }

    static func dot(_ one: [Double], _ other: [Double]) -> Double {
        var sum = 0.0
        for place in one.indices { sum += one[place] * other[place] }
        return sum
    }
}

/// A basis of a growing Krylov space and the operator's projection on it.
private struct LanczosSearch {
    static let restarts = 2000
    private let width: Int
    private let kept: Int
    private var basis: [[Double]]
    private var projection: [[Double]] = []

    init(size: Int) {
        width = min(size, size > 200_000 ? 16 : 40)
        kept = max(1, width / 3)
        basis = [PrincipalEigenvector.normalised([Double](repeating: 1, count: size))]
    }

    /// Grows the basis to its full width, then keeps its best vectors for the next cycle.
    mutating func cycle(_ multiply: ([Double]) -> [Double]) -> PrincipalEigenvector? {
        while true {
            let column = basis.count - 1
            var image = multiply(basis[column])
            let scale = PrincipalEigenvector.dot(image, image).squareRoot()
            let coefficients = orthogonalise(&image)
            append(coefficients)
            let rest = PrincipalEigenvector.dot(image, image).squareRoot()
            let isExhausted = rest <= 1e-14 * scale || basis.count == image.count
            let isNearlySo = rest <= 1e-6 * scale
            if isExhausted || isNearlySo || basis.count == width || basis.count % 8 == 0 {
                let eigen = SymmetricEigen(projection)
                let residual = rest * abs(eigen.vectors[0][column])
                if isExhausted || residual <= PrincipalEigenvector.precision * eigen.values[0] {
                    return result(eigen)
                }
                if basis.count == width {
                    restart(eigen, with: direction(image, isNearlySo))
                    return nil
                }
            }
            basis.append(direction(image, isNearlySo))
        }
    }

    /// The next vector of the basis. Where the space is all but exhausted, what is left of an image
    /// is mostly rounding, which has to be made orthogonal anew at its own scale.
    private func direction(_ image: [Double], _ isRounding: Bool) -> [Double] {
        var direction = PrincipalEigenvector.normalised(image)
        guard isRounding else { return direction }
        _ = orthogonalise(&direction)
        return PrincipalEigenvector.normalised(direction)
    }

    /// Twice, since once leaves a remnant of the size of the rounding.
    private func orthogonalise(_ image: inout [Double]) -> [Double] {
        var coefficients = [Double](repeating: 0, count: basis.count)
        for _ in 0..<2 {
            for (index, vector) in basis.enumerated() {
                let part = PrincipalEigenvector.dot(vector, image)
                coefficients[index] += part
                for place in image.indices { image[place] -= part * vector[place] }
            }
        }
        return coefficients
    }

    private mutating func append(_ coefficients: [Double]) {
        for row in projection.indices { projection[row].append(coefficients[row]) }
        projection.append(coefficients)
    }

    private mutating func restart(_ eigen: SymmetricEigen, with next: [Double]) {
        let best = (0..<min(kept, basis.count - 1)).map { combination(eigen.vectors[$0]) }
        projection = best.indices.map { row in best.indices.map { $0 == row ? eigen.values[row] : 0 } }
        basis = best + [next]
    }

    private func combination(_ coefficients: [Double]) -> [Double] {
        var sum = [Double](repeating: 0, count: basis[0].count)
        for (coefficient, vector) in zip(coefficients, basis) {
            for place in sum.indices { sum[place] += coefficient * vector[place] }
        }
        return sum
    }

    private func result(_ eigen: SymmetricEigen) -> PrincipalEigenvector {
        let vector = combination(eigen.vectors[0])
        let sign = vector.reduce(0, +) < 0 ? -1.0 : 1
        // Non-negative by Perron and Frobenius; rounding may put a zero below.
        return PrincipalEigenvector(
            value: eigen.values[0], vector: PrincipalEigenvector.normalised(vector.map { max(0, sign * $0) }))
    }
}

extension Graph.Rows {
    /// y_v = Σ over the row of v of weight · x.
    func multiplied(by vector: [Double]) -> [Double] {
        let nodeCount = offsets.count - 1
        let isWeighted = !weights.isEmpty
        let parts = Parallel.chunks(of: nodeCount, grain: max(16_384, nodeCount / 64)) { nodes in
            nodes.map { node in
                var sum = 0.0
                if isWeighted {
                    for entry in offsets[node]..<offsets[node + 1] {
                        sum += weights[entry] * vector[Int(targets[entry])]
                    }
                } else {
                    for entry in offsets[node]..<offsets[node + 1] { sum += vector[Int(targets[entry])] }
                }
                return sum
            }
        }
        return parts.count == 1 ? parts[0] : Array(parts.joined())
    }
}
