/// Regression of one relation on others, each coefficient tested by double semi-partialling: what
/// the other relations leave of a relation is permuted, and its t compared (Dekker, Krackhardt and
/// Snijders 2007, Psychometrika 72, 563–581).
public struct MatrixRegression: Sendable {
    /// Which nodes are permuted to test a coefficient.
    public enum Permuted: String, Sendable, CaseIterable {
        /// Those of what the other relations leave of a relation (double semi-partialling).
        case residuals
        /// Those of the response (Krackhardt 1988): of all coefficients at once, and true to size only where relations
        /// are not correlated.
        case response
    }

    /// What the regression says of one relation, the others held.
    public struct Coefficient: Sendable {
        /// By least squares: the change of the response for one unit of the relation.
        public let estimate: Double
        /// The estimate in standard deviations of response and relation; nil for the intercept, and where the response
        /// does not vary.
        public let standardized: Double?
        /// Of ordinary least squares; it takes dyads for independent, so that only t's draws test.
        public let standardError: Double
        /// Estimate by standard error.
        public let t: Double
        /// t under permutations; empty for the intercept, which is not tested.
        public let draws: [Double?]
    }

    /// The intercept first, then one for each relation.
    public let coefficients: [Coefficient]
    /// The share of the response's variance that the relations explain together; nil where it does not vary.
    public let rSquared: Double?
    /// Cells: unordered pairs where every matrix is symmetric, else ordered ones.
    public let observations: Int

    /// Nil where the relations are collinear or there are too few pairs.
    ///
    /// - Parameter draws: orders of the nodes; where there are no more, each is taken once.
    /// - Complexity: O(draws · nodes² · relations²).
    public init?(
        _ y: SquareMatrix, on relations: [SquareMatrix], permuting permuted: Permuted = .residuals, draws: Int,
        seed: UInt64, progress: Draws.Progress? = nil
    ) {
        let cells = Cells(size: y.size, isSymmetric: ([y] + relations).allSatisfy(\.isSymmetric))
        let columns = [[Double](repeating: 1, count: cells.count)] + relations.map { cells.values($0) }
        let response = cells.values(y)
        guard cells.count > columns.count, !relations.isEmpty else { return nil }
        let orders = NodeOrders(of: y.size, draws: draws)
        let shuffled: [[Double?]]? =
            switch permuted {
            case .residuals: nil
            case .response: Self.ofShuffledResponse(response, columns, cells, orders, seed, progress)
            }
        var coefficients: [Coefficient] = []
        for (place, column) in columns.enumerated() {
            var others = columns
            others.remove(at: place)
            guard let basis = Basis(others) else { return nil }
            let (left, rest) = (basis.residual(column), basis.residual(response))
            let freedom = cells.count - columns.count
            guard let fit = Partial(left, of: column, rest, freedom) else { return nil }
            var draws: [Double?] = []
            if let shuffled {
                draws = place == 0 ? [] : shuffled.map { $0[place] }
            } else if place > 0 {
                let before = (place - 1) * orders.count
                let all = relations.count * orders.count
                var report: Draws.Progress?
                if let progress { report = { done, _ in progress(before + done, all) } }
                let permuting = Permuting(left, cells, basis, rest, freedom)
                draws = orders.values(seed: seed, firstPart: before, progress: report) { permuting.t($0) }
            }
            coefficients.append(
                Coefficient(
                    estimate: fit.estimate,
                    standardized: place == 0 ? nil : Self.standardized(fit.estimate, column, response),
                    standardError: fit.standardError, t: fit.t, draws: draws))
        }
        self.coefficients = coefficients
        observations = cells.count
        let mean = response.reduce(0, +) / Double(cells.count)
        let total = response.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        guard let basis = Basis(columns) else { return nil }
        let unexplained = basis.residual(response).reduce(0) { $0 + $1 * $1 }
        rSquared = total > 0 ? 1 - unexplained / total : nil
    }

    /// The t of every coefficient for each order of the response's nodes.
    private static func ofShuffledResponse(
        _ response: [Double], _ columns: [[Double]], _ cells: Cells, _ orders: NodeOrders, _ seed: UInt64,
        _ progress: Draws.Progress?
    ) -> [[Double?]]? {
        guard let whole = Basis(columns) else { return nil }
        let left = columns.indices.map { place -> [Double] in
            var others = columns
            others.remove(at: place)
            return Basis(others)?.residual(columns[place]) ?? columns[place]
        }
        let (matrix, squares) = (cells.matrix(response), Basis.dot(response, response))
        let freedom = Double(cells.count - columns.count)
        return orders.values(seed: seed, progress: progress) { order in
            let shuffled = cells.permuted(matrix, order)
            let unexplained = squares - whole.squaredProducts(shuffled)
            return left.map { column in
                let own = Basis.dot(column, column)
                guard own > 0, unexplained > 1e-13 * squares else { return nil }
                return Basis.dot(column, shuffled) / own / (unexplained / freedom / own).squareRoot()
            }
        }
    }

    private static func standardized(_ estimate: Double, _ column: [Double], _ response: [Double]) -> Double? {
        func deviation(_ values: [Double]) -> Double {
            let mean = values.reduce(0, +) / Double(values.count)
            return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }.squareRoot()
        }
        let whole = deviation(response)
        return whole > 0 ? estimate * deviation(column) / whole : nil
    }

    /// The first relation that those before it and a constant make up; nil where each adds something.
    public static func firstDependent(_ relations: [SquareMatrix]) -> Int? {
        let cells = Cells(size: relations.first?.size ?? 0, isSymmetric: relations.allSatisfy(\.isSymmetric))
        var columns = [[Double](repeating: 1, count: cells.count)]
        for (place, relation) in relations.enumerated() {
            columns.append(cells.values(relation))
            if Basis(columns) == nil { return place }
        }
        return nil
    }
}

/// The off-diagonal cells of matrices as one column.
private struct Cells: Sendable {
    let size: Int
    let isSymmetric: Bool

    var count: Int { isSymmetric ? size * (size - 1) / 2 : size * (size - 1) }

    func values(_ matrix: SquareMatrix) -> [Double] {
        var column: [Double] = []
        column.reserveCapacity(count)
        for i in 0..<size {
            for j in 0..<(isSymmetric ? i : size) where i != j { column.append(matrix[i, j]) }
        }
        return column
    }

    private func place(_ i: Int, _ j: Int) -> Int {
        if isSymmetric { return max(i, j) * (max(i, j) - 1) / 2 + min(i, j) }
        return i * (size - 1) + (j < i ? j : j - 1)
    }

    /// A column as a matrix, row by row, its diagonal 0.
    func matrix(_ column: [Double]) -> [Double] {
        var matrix = [Double](repeating: 0, count: size * size)
        for i in 0..<size { for j in 0..<size where i != j { matrix[i * size + j] = column[place(i, j)] } }
        return matrix
    }

    /// The cells of a matrix with its nodes in another order.
    func permuted(_ matrix: [Double], _ order: [Int]) -> [Double] {
        var next: [Double] = []
        next.reserveCapacity(count)
        for i in 0..<size {
            let row = order[i] * size
            for j in 0..<(isSymmetric ? i : size) where i != j { next.append(matrix[row + order[j]]) }
        }
        return next
    }
}

/// The t of what the others leave of a relation, once its nodes are permuted.
///
/// What the others leave of the permuted column e is e − Σ (q·e) q over their basis q; its product with
/// what they leave of the response is e's own, and its square |e|² − Σ (q·e)², where a permutation does
/// not change |e|². So a draw takes one product with each column and makes none.
private struct Permuting: Sendable {
    private let matrix: [Double]
    private let cells: Cells
    private let basis: Basis
    private let response: [Double]
    private let freedom: Int
    private let squares: Double
    private let unexplained: Double

    init(_ left: [Double], _ cells: Cells, _ basis: Basis, _ response: [Double], _ freedom: Int) {
        matrix = cells.matrix(left)
        (self.cells, self.basis, self.response, self.freedom) = (cells, basis, response, freedom)
        squares = Basis.dot(left, left)
        unexplained = Basis.dot(response, response)
    }

    /// Nil where the others explain the permuted column, or it explains all that they leave.
    func t(_ order: [Int]) -> Double? {
        let column = cells.permuted(matrix, order)
        let own = squares - basis.squaredProducts(column)
        guard own > 1e-12 * squares else { return nil }
        let estimate = Basis.dot(column, response) / own
        let rest = unexplained - estimate * estimate * own
        guard rest > 1e-13 * unexplained else { return nil }
        return estimate / (rest / Double(freedom) / own).squareRoot()
    }
}

/// An orthonormal basis of columns, by the modified Gram-Schmidt process done twice.
private struct Basis: Sendable {
    private var vectors: [[Double]] = []

    /// Nil where the columns are collinear.
    init?(_ columns: [[Double]]) {
        for column in columns {
            let left = residual(residual(column))
            let norm = Self.dot(left, left).squareRoot()
            guard norm > 1e-9 * Self.dot(column, column).squareRoot() else { return nil }
            vectors.append(left.map { $0 / norm })
        }
    }

    func residual(_ column: [Double]) -> [Double] {
        vectors.reduce(column) { left, vector in
            let share = Self.dot(left, vector)
            return zip(left, vector).map { $0 - share * $1 }
        }
    }

    func squaredProducts(_ column: [Double]) -> Double {
        vectors.reduce(0) { sum, vector in
            let product = Self.dot(column, vector)
            return sum + product * product
        }
    }

    static func dot(_ one: [Double], _ other: [Double]) -> Double {
        var sum = 0.0
        for (a, b) in zip(one, other) { sum += a * b }
        return sum
    }
}

/// The coefficient of a column from what the others leave of it and of the response.
private struct Partial {
    let estimate: Double
    let standardError: Double
    let t: Double

    init?(_ left: [Double], of column: [Double], _ response: [Double], _ freedom: Int) {
        let squares = Basis.dot(left, left)
        guard squares > 1e-18 * Basis.dot(column, column), squares > 0 else { return nil }
        let estimate = Basis.dot(left, response) / squares
        var unexplained = 0.0
        for (x, y) in zip(left, response) { unexplained += (y - estimate * x) * (y - estimate * x) }
        let standardError = (unexplained / Double(freedom) / squares).squareRoot()
        guard standardError > 0 else { return nil }
        self.estimate = estimate
        self.standardError = standardError
        t = estimate / standardError
    }
}
