/// All eigenvalues and eigenvectors of a small dense symmetric matrix, by Jacobi's rotations
/// (Golub and Van Loan 2013, Matrix Computations, 4th ed., section 8.5). Time: O(size³) a sweep,
/// fewer than ten sweeps as a rule.
struct SymmetricEigen {
    /// From the largest to the smallest.
    let values: [Double]
    /// `vectors[k]` belongs to `values[k]`.
    let vectors: [[Double]]

    init(_ matrix: [[Double]]) {
        var rotation = Rotation(matrix)
        let size = matrix.count
        for _ in 0..<60 where rotation.offDiagonal > 0 {
            for row in 0..<size {
                for column in (row + 1)..<max(row + 1, size) { rotation.annihilate(row, column) }
            }
        }
        let order = (0..<size).sorted { rotation.matrix[$0][$0] > rotation.matrix[$1][$1] }
        values = order.map { rotation.matrix[$0][$0] }
        vectors = order.map { rotation.vectors[$0] }
    }

    private struct Rotation {
        var matrix: [[Double]]
        /// One eigenvector in each row.
        var vectors: [[Double]]
        private let negligible: Double

        init(_ matrix: [[Double]]) {
            self.matrix = matrix
            vectors = matrix.indices.map { row in matrix.indices.map { $0 == row ? 1 : 0 } }
            negligible = 1e-18 * (matrix.map { $0.map(\.magnitude).max() ?? 0 }.max() ?? 0)
        }

        /// The largest entry beside the diagonal that is still worth a rotation.
        var offDiagonal: Double {
            var largest = 0.0
            for row in matrix.indices {
                for column in 0..<row where abs(matrix[row][column]) > negligible {
                    largest = max(largest, abs(matrix[row][column]))
                }
            }
            return largest
        }

        mutating func annihilate(_ p: Int, _ q: Int) {
            let entry = matrix[p][q]
            guard abs(entry) > negligible else {
                matrix[p][q] = 0
                matrix[q][p] = 0
                return
            }
            let theta = (matrix[q][q] - matrix[p][p]) / (2 * entry)
            let tangent = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
            let cosine = 1 / (tangent * tangent + 1).squareRoot()
            let sine = tangent * cosine
            for index in matrix.indices {
                let (a, b) = (matrix[index][p], matrix[index][q])
                matrix[index][p] = cosine * a - sine * b
                matrix[index][q] = sine * a + cosine * b
            }
            for index in matrix.indices {
                let (a, b) = (matrix[p][index], matrix[q][index])
                matrix[p][index] = cosine * a - sine * b
                matrix[q][index] = sine * a + cosine * b
                let (v, w) = (vectors[p][index], vectors[q][index])
                vectors[p][index] = cosine * v - sine * w
                vectors[q][index] = sine * v + cosine * w
            }
            matrix[p][q] = 0
            matrix[q][p] = 0
        }
    }
}
