/// What a fit needs of small symmetric matrices, row by row.
struct Symmetric: Sendable {
    let size: Int
    var values: [Double]

    init(size: Int) {
        self.size = size
        values = [Double](repeating: 0, count: size * size)
    }

    subscript(row: Int, column: Int) -> Double {
        get { values[row * size + column] }
        set { values[row * size + column] = newValue }
    }

    static func - (one: Symmetric, other: Symmetric) -> Symmetric {
        var left = one
        for place in left.values.indices { left.values[place] -= other.values[place] }
        return left
    }

    static func * (factor: Double, matrix: Symmetric) -> Symmetric {
        var scaled = matrix
        for place in scaled.values.indices { scaled.values[place] *= factor }
        return scaled
    }

    static func + (one: Symmetric, other: Symmetric) -> Symmetric { one - (-1 * other) }

    func times(_ vector: [Double]) -> [Double] {
        (0..<size).map { row in (0..<size).reduce(0) { $0 + self[row, $1] * vector[$1] } }
    }

    /// The vector's square in the metric of the matrix.
    func square(_ vector: [Double]) -> Double { zip(times(vector), vector).reduce(0) { $0 + $1.0 * $1.1 } }

    /// This matrix between two of another: A · self · A.
    func between(_ outer: Symmetric) -> Symmetric {
        var made = Symmetric(size: size)
        let columns = (0..<size).map { column in outer.times((0..<size).map { self[$0, column] }) }
        for row in 0..<size {
            // Row of (A · self) from the columns of A · self.
            let line = (0..<size).map { columns[$0][row] }
            let product = outer.times(line)
            for column in 0..<size { made[row, column] = product[column] }
        }
        return made
    }

    /// Row by row from the upper left, and nil where the matrix is not positive definite: a pivot that is less than
    /// `slack` of its diagonal is no pivot.
    func choleskyFactor(slack: Double = 1e-10) -> [Double]? {
        var factor = values
        for column in 0..<size {
            var pivot = factor[column * size + column]
            for k in 0..<column { pivot -= factor[column * size + k] * factor[column * size + k] }
            guard pivot > slack * abs(self[column, column]), pivot > 0 else { return nil }
            let root = pivot.squareRoot()
            factor[column * size + column] = root
            for row in column + 1..<max(size, column + 1) {
                var sum = factor[row * size + column]
                for k in 0..<column { sum -= factor[row * size + k] * factor[column * size + k] }
                factor[row * size + column] = sum / root
            }
        }
        return factor
    }

    /// The place of the first column that those before it make up; nil where there is none.
    func firstDependent(slack: Double = 1e-10) -> Int? {
        for count in 1..<size + 1 {
            var part = Symmetric(size: count)
            for row in 0..<count { for column in 0..<count { part[row, column] = self[row, column] } }
            if part.choleskyFactor(slack: slack) == nil { return count - 1 }
        }
        return nil
    }

    /// Whether in every direction this matrix has at least that share of what another, positive definite one has.
    func holds(share: Double, of base: Symmetric) -> Bool {
        guard let factor = base.choleskyFactor() else { return false }
        // L⁻¹ · self · L⁻ᵀ: its rows, then its columns, each solved for.
        func lowered(_ matrix: Symmetric) -> Symmetric {
            var made = matrix
            for column in 0..<size {
                for row in 0..<size {
                    var value = made[row, column]
                    for k in 0..<row { value -= factor[row * size + k] * made[k, column] }
                    made[row, column] = value / factor[row * size + row]
                }
            }
            return made
        }
        var turned = lowered(self)
        for row in 0..<size {
            for column in 0..<row {
                (turned[row, column], turned[column, row]) = (turned[column, row], turned[row, column])
            }
        }
        guard let pivots = lowered(turned).choleskyFactor(slack: 1e-14) else { return false }
        return (0..<size).allSatisfy { pivots[$0 * size + $0] * pivots[$0 * size + $0] >= share }
    }

    /// Nil where the matrix is not positive definite.
    func solve(_ vector: [Double]) -> [Double]? {
        choleskyFactor().map { Self.solve($0, size, vector) }
    }

    private static func solve(_ factor: [Double], _ size: Int, _ vector: [Double]) -> [Double] {
        var x = vector
        for row in 0..<size {
            for k in 0..<row { x[row] -= factor[row * size + k] * x[k] }
            x[row] /= factor[row * size + row]
        }
        for row in (0..<size).reversed() {
            for k in row + 1..<max(size, row + 1) { x[row] -= factor[k * size + row] * x[k] }
            x[row] /= factor[row * size + row]
        }
        return x
    }

    /// Nil where the matrix is not positive definite.
    func inverse() -> Symmetric? {
        guard let factor = choleskyFactor() else { return nil }
        var made = Symmetric(size: size)
        for column in 0..<size {
            var unit = [Double](repeating: 0, count: size)
            unit[column] = 1
            let solved = Self.solve(factor, size, unit)
            for row in 0..<size { made[row, column] = solved[row] }
        }
        return made
    }
}
