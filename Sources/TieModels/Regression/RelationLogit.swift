import GraphKernels

/// Logistic regression of a relation of yes and no on others, each coefficient tested by permuted nodes (LR-QAP).
///
/// Either what the other relations leave of a relation is permuted and takes its place (double semi-partialling: Dekker,
/// Krackhardt and Snijders 2007, Psychometrika 72, 563–581), or the nodes of the response are. The regression is made anew
/// for each order, and z compared: pairs depend on each other, so that z itself follows no known distribution.
public struct RelationLogit: Sendable {
    /// What the regression says of one relation, the others held.
    public struct Coefficient: Sendable {
        /// The change of the log-odds for one unit of the relation.
        public let estimate: Double
        /// As if pairs were independent, so that only the draws of z test.
        public let standardError: Double
        /// Estimate by standard error.
        public let z: Double
        /// z under permutations, nil where an order has no finite estimate; empty for the intercept that residuals do
        /// not test.
        public let draws: [Double?]
    }

    /// Why there is no regression.
    public enum Failure: Error, Sendable, Equatable {
        /// A cell of the response is neither 0 nor 1.
        case notBinary
        /// The relation at this place does not vary, or those before it make it up; −1: the response does not vary.
        case dependent(Int)
        /// Relations tell 1 from 0 without fail: those at these places grow without end; −1 is the intercept.
        case separated([Int])
    }

    /// The intercept first, then one for each relation.
    public let coefficients: [Coefficient]
    /// Its natural logarithm at the estimate, and with the intercept alone.
    public let logLikelihood: Double
    /// With the intercept alone.
    public let emptyLogLikelihood: Double
    /// Cells: unordered pairs where every matrix is symmetric, else ordered ones.
    public let observations: Int

    /// Regresses one relation on others and tests each coefficient.
    ///
    /// - Parameter draws: orders of the nodes; where there are no more, each is taken once.
    /// - Complexity: O(draws · nodes² · relations³).
    public init(
        _ y: SquareMatrix, on relations: [SquareMatrix], permuting permuted: MatrixRegression.Permuted = .residuals,
        draws: Int, seed: UInt64, progress: Draws.Progress? = nil
    ) throws(Failure) {
        let cells = PairCells(size: y.size, isSymmetric: ([y] + relations).allSatisfy(\.isSymmetric))
        let response = cells.values(y)
        guard response.allSatisfy({ $0 == 0 || $0 == 1 }) else { throw .notBinary }
        guard Set(response).count == 2 else { throw .dependent(-1) }
        let columns = [[Double](repeating: 1, count: response.count)] + relations.map { cells.values($0) }
        let fit = try LogisticFit(response, columns)
        let orders = NodeOrders(of: y.size, draws: draws)
        let tested =
            switch permuted {
            case .residuals: Self.ofResiduals(response, columns, cells, orders, seed, progress)
            case .response: Self.ofResponse(response, columns, cells, orders, seed, progress)
            }
        coefficients = columns.indices.map { place in
            Coefficient(
                estimate: fit.estimate[place], standardError: fit.errors[place], z: fit.z(place), draws: tested[place])
        }
        logLikelihood = fit.logLikelihood
        let ones = response.reduce(0, +)
        let share = ones / Double(response.count)
        emptyLogLikelihood =
            ones * Logarithm.natural(share) + (Double(response.count) - ones) * Logarithm.natural(1 - share)
        observations = response.count
    }

    private static func ofResiduals(
        _ response: [Double], _ columns: [[Double]], _ cells: PairCells, _ orders: NodeOrders, _ seed: UInt64,
        _ progress: Draws.Progress?
    ) -> [[Double?]] {
        columns.indices.map { place in
            guard place > 0, let left = LogisticFit.residual(columns, place) else { return [] }
            let matrix = cells.matrix(left)
            let before = (place - 1) * orders.count
            var report: Draws.Progress?
            if let progress { report = { done, _ in progress(before + done, (columns.count - 1) * orders.count) } }
            return orders.values(seed: seed, firstPart: before, progress: report) { order in
                var shuffled = columns
                shuffled[place] = cells.permuted(matrix, order)
                return (try? LogisticFit(response, shuffled))?.z(place)
            }
        }
    }

    private static func ofResponse(
        _ response: [Double], _ columns: [[Double]], _ cells: PairCells, _ orders: NodeOrders, _ seed: UInt64,
        _ progress: Draws.Progress?
    ) -> [[Double?]] {
        let matrix = cells.matrix(response)
        let drawn = orders.values(seed: seed, progress: progress) { order -> [Double?] in
            guard let fit = try? LogisticFit(cells.permuted(matrix, order), columns) else {
                return columns.map { _ in nil }
            }
            return columns.indices.map { fit.z($0) }
        }
        return columns.indices.map { place in place == 0 ? [] : drawn.map { $0[place] } }
    }
}

/// The off-diagonal cells of matrices as one column.
struct PairCells: Sendable {
    let size: Int
    let isSymmetric: Bool

    func values(_ matrix: SquareMatrix) -> [Double] {
        permuted((0..<size * size).map { matrix[$0 / size, $0 % size] }, Array(0..<size))
    }

    /// A column as a matrix, row by row, its diagonal 0.
    func matrix(_ column: [Double]) -> [Double] {
        var (matrix, next) = ([Double](repeating: 0, count: size * size), 0)
        for i in 0..<size {
            for j in 0..<(isSymmetric ? i : size) where i != j {
                matrix[i * size + j] = column[next]
                if isSymmetric { matrix[j * size + i] = column[next] }
                next += 1
            }
        }
        return matrix
    }

    /// The cells of a matrix with its nodes in another order.
    func permuted(_ matrix: [Double], _ order: [Int]) -> [Double] {
        var column: [Double] = []
        column.reserveCapacity(size * size)
        for i in 0..<size {
            let row = order[i] * size
            for j in 0..<(isSymmetric ? i : size) where i != j { column.append(matrix[row + order[j]]) }
        }
        return column
    }
}

/// The likeliest coefficients of a logistic regression.
struct LogisticFit: Sendable {
    let estimate: [Double]
    let errors: [Double]
    let logLikelihood: Double

    func z(_ place: Int) -> Double { estimate[place] / errors[place] }

    /// - Parameter columns: the first of ones.
    init(_ response: [Double], _ columns: [[Double]]) throws(RelationLogit.Failure) {
        // Columns are brought to one scale, so that what is large of one is large of another.
        let scales = columns.map { column in max(column.reduce(0) { max($0, abs($1)) }, 1e-300) }
        let ascent: Ascent
        do throws(Ascent.Failure) {
            ascent = try Ascent(columns.count) { Self.sums(response, columns, scales, $0) }
        } catch {
            switch error {
            case .dependent(let place): throw .dependent(place - 1)
            case .separated(let places): throw .separated(places.map { $0 - 1 })
            }
        }
        guard let covariance = ascent.sums.information.inverse() else { throw .separated([]) }
        errors = scales.indices.map { covariance[$0, $0].squareRoot() / scales[$0] }
        estimate = zip(ascent.estimate, scales).map(/)
        logLikelihood = ascent.sums.value
    }

    private static func sums(
        _ response: [Double], _ columns: [[Double]], _ scales: [Double], _ estimate: [Double]
    ) -> LikelihoodSums {
        let count = columns.count
        var sums = LikelihoodSums(count)
        sums.pairs = response.count
        var row = [Double](repeating: 0, count: count)
        for pair in response.indices {
            var eta = 0.0
            for place in 0..<count {
                row[place] = columns[place][pair] / scales[place]
                eta += estimate[place] * row[place]
            }
            let towards = response[pair] == 1 ? eta : -eta
            sums.value += min(towards, 0) - Logarithm.natural(1 + Logarithm.exponential(-abs(towards)))
            let chance = 1 / (1 + Logarithm.exponential(-eta))
            let (left, weight) = (response[pair] - chance, chance * (1 - chance))
            for one in 0..<count {
                sums.note(one, row[one])
                sums.gradient[one] += left * row[one]
                let scaled = weight * row[one]
                for other in 0...one { sums.information.values[one * count + other] += scaled * row[other] }
            }
        }
        sums.mirror()
        return sums
    }

    /// What the other columns leave of one, by least squares; nil where they make it up.
    static func residual(_ columns: [[Double]], _ place: Int) -> [Double]? {
        let others = columns.indices.filter { $0 != place }
        var gram = Symmetric(size: others.count)
        for (row, one) in others.enumerated() {
            for (column, other) in others.enumerated() {
                gram[row, column] = zip(columns[one], columns[other]).reduce(0) { $0 + $1.0 * $1.1 }
            }
        }
        let product = others.map { other in zip(columns[other], columns[place]).reduce(0) { $0 + $1.0 * $1.1 } }
        guard let weights = gram.solve(product) else { return nil }
        return columns[place].indices.map { pair in
            var left = columns[place][pair]
            for (number, other) in others.enumerated() { left -= weights[number] * columns[other][pair] }
            return left
        }
    }
}
