import GraphKernels

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A matrix as rows of numbers: slow, and with nothing in common with the kernels.
struct Dense {
    var rows: [[Double]]
    var size: Int { rows.count }

    init(rows: [[Double]]) { self.rows = rows }

    /// The adjacency matrix: weights of parallel edges added up, loops out; without weights 0 or 1.
    init(_ edges: RandomEdges) {
        rows = Array(repeating: Array(repeating: 0, count: edges.nodeCount), count: edges.nodeCount)
        for edge in edges.sources.indices {
            let (source, target) = (Int(edges.sources[edge]), Int(edges.targets[edge]))
            guard source != target else { continue }
            let weight = edges.weights.isEmpty ? 1 : edges.weights[edge]
            for (tail, head) in edges.isDirected ? [(source, target)] : [(source, target), (target, source)] {
                rows[tail][head] = edges.weights.isEmpty ? 1 : rows[tail][head] + weight
            }
        }
    }

    static func identity(_ size: Int) -> Dense {
        Dense(rows: (0..<size).map { row in (0..<size).map { row == $0 ? 1 : 0 } })
    }

    subscript(row: Int, column: Int) -> Double { rows[row][column] }

    func map(_ change: (Double) -> Double) -> Dense { Dense(rows: rows.map { $0.map(change) }) }

    var transposed: Dense {
        Dense(rows: rows.indices.map { column in rows.map { $0[column] } })
    }

    /// 1 where there is an entry either way.
    var symmetrised: Dense {
        Dense(rows: rows.indices.map { i in rows.indices.map { rows[i][$0] + rows[$0][i] > 0 ? 1 : 0 } })
    }

    static func + (one: Dense, other: Dense) -> Dense {
        Dense(rows: zip(one.rows, other.rows).map { zip($0, $1).map(+) })
    }

    static func * (one: Dense, other: Dense) -> Dense {
        let columns = other.transposed.rows
        return Dense(rows: one.rows.map { row in columns.map { zip(row, $0).reduce(0) { $0 + $1.0 * $1.1 } } })
    }

    static func * (one: Dense, vector: [Double]) -> [Double] {
        one.rows.map { zip($0, vector).reduce(0) { $0 + $1.0 * $1.1 } }
    }

    var largest: Double { rows.flatMap { $0 }.map(\.magnitude).max() ?? 0 }

    /// The solution of (this) x = right, by Gaussian elimination with pivots.
    func solve(_ right: [Double]) -> [Double] {
        var (rows, right) = (rows, right)
        for pivot in rows.indices {
            let best = (pivot..<size).max { abs(rows[$0][pivot]) < abs(rows[$1][pivot]) } ?? pivot
            rows.swapAt(pivot, best)
            right.swapAt(pivot, best)
            for row in rows.indices where row != pivot {
                let factor = rows[row][pivot] / rows[pivot][pivot]
                for column in rows.indices { rows[row][column] -= factor * rows[pivot][column] }
                right[row] -= factor * right[pivot]
            }
        }
        return right.indices.map { right[$0] / rows[$0][$0] }
    }

    /// A high power of the matrix, 2^squarings, scaled to largest entry 1; and the spectral radius,
    /// the limit of the root of its size. A nilpotent matrix gives zeros.
    func highPower(squarings: Int = 60) -> (power: Dense, radius: Double) {
        var (power, logarithm, exponent) = (self, 0.0, 1.0)
        for _ in 0..<squarings {
            let size = power.largest
            guard size > 0 else { return (power, 0) }
            power = power.map { $0 / size }
            logarithm += log(size) / exponent
            power = power * power
            exponent *= 2
        }
        return (power, exp(logarithm))
    }
}
