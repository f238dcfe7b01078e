import GraphKernels
import Testing

@testable import KernelVerifiers

@Suite struct RelationVerificationTests {
    private func matrix(_ size: Int, symmetric: Bool, _ random: inout RandomSource) -> SquareMatrix {
        var matrix = SquareMatrix(size: size)
        for i in 0..<size {
            for j in 0..<size where i != j { matrix[i, j] = symmetric && j < i ? matrix[j, i] : random.unit() }
        }
        return matrix
    }

    /// Least squares by the normal equations, with the classical standard errors.
    private func leastSquares(_ y: [Double], _ columns: [[Double]]) -> (estimates: [Double], errors: [Double]) {
        func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
        let gram = Dense(rows: columns.map { a in columns.map { dot(a, $0) } })
        let estimates = gram.solve(columns.map { dot($0, y) })
        let left = y.indices.map { row in y[row] - columns.indices.reduce(0) { $0 + estimates[$1] * columns[$1][row] } }
        let variance = dot(left, left) / Double(y.count - columns.count)
        let errors = columns.indices.map { place in
            let unit = columns.indices.map { $0 == place ? 1.0 : 0 }
            return (variance * gram.solve(unit)[place]).squareRoot()
        }
        return (estimates, errors)
    }

    private func cells(_ matrix: SquareMatrix, half: Bool) -> [Double] {
        (0..<matrix.size).flatMap { i in
            (0..<matrix.size).filter { half ? $0 < i : $0 != i }.map { matrix[i, $0] }
        }
    }

    @Test(arguments: 0..<60) func regression(seed: Int) throws {
        var random = RandomSource(seed: 21, part: seed)
        let (size, symmetric) = (5 + random.below(4), seed % 2 == 0)
        let matrices = (0..<4).map { _ in matrix(size, symmetric: symmetric, &random) }
        let fit = try #require(MatrixRegression(matrices[0], on: Array(matrices[1...]), draws: 9, seed: 1))
        let y = cells(matrices[0], half: symmetric)
        let columns = [y.map { _ in 1.0 }] + matrices[1...].map { cells($0, half: symmetric) }
        let expected = leastSquares(y, columns)
        #expect(fit.observations == y.count)
        #expect(difference(fit.coefficients.map(\.estimate), expected.estimates) < 1e-9)
        #expect(difference(fit.coefficients.map(\.standardError), expected.errors) < 1e-9)

        // One permuted t, by the definition: residuals of a relation on the others, permuted, in
        // its place.
        var drawing = RandomSource(seed: 1, part: 0)
        let order = Array(0..<size).shuffled(using: &drawing)
        let others = [columns[0], columns[2], columns[3]]
        let partial = leastSquares(columns[1], others)
        let left = columns[1].indices.map { row in
            columns[1][row] - others.indices.reduce(0) { $0 + partial.estimates[$1] * others[$1][row] }
        }
        var residual = SquareMatrix(size: size)
        var next = 0
        for i in 0..<size {
            for j in 0..<size where symmetric ? j < i : j != i {
                residual[i, j] = left[next]
                if symmetric { residual[j, i] = left[next] }
                next += 1
            }
        }
        var permuted = residual
        for i in 0..<size { for j in 0..<size { permuted[i, j] = residual[order[i], order[j]] } }
        let again = leastSquares(y, [columns[0], cells(permuted, half: symmetric), columns[2], columns[3]])
        let t = try #require(fit.coefficients[1].draws[0])
        #expect(abs(t - again.estimates[1] / again.errors[1]) < 1e-9)
    }

    /// Few nodes have few orders: each but the observed one is there once.
    @Test func fewOrdersAreAllTaken() {
        let orders = NodeOrders(of: 4, draws: 30)
        #expect(orders.isExact && orders.count == 23)
        let all = orders.values(seed: 1) { $0 }
        #expect(Set(all).count == 23 && !all.contains([0, 1, 2, 3]) && all.allSatisfy { $0.sorted() == [0, 1, 2, 3] })
        #expect(
            !NodeOrders(of: 4, draws: 22).isExact && NodeOrders(of: 4, draws: 22).values(seed: 1) { $0 }.count == 22)
        #expect(!NodeOrders(of: 40, draws: 999).isExact)
        // As many draws as fewer nodes have other orders.
        for (size, draws) in [(6, 1), (6, 5), (40, 119), (5, 23)] {
            #expect(!NodeOrders(of: size, draws: draws).isExact, "\(size), \(draws)")
        }
    }

    /// The response's nodes permuted: least squares of the permuted response anew.
    @Test(arguments: 0..<20) func shuffledResponse(seed: Int) throws {
        var random = RandomSource(seed: 24, part: seed)
        let symmetric = seed % 2 == 0
        let matrices = (0..<3).map { _ in matrix(6, symmetric: symmetric, &random) }
        let fit = try #require(
            MatrixRegression(matrices[0], on: Array(matrices[1...]), permuting: .response, draws: 5, seed: 1))
        var drawing = RandomSource(seed: 1, part: 0)
        let order = Array(0..<6).shuffled(using: &drawing)
        var shuffled = matrices[0]
        for i in 0..<6 { for j in 0..<6 { shuffled[i, j] = matrices[0][order[i], order[j]] } }
        let y = cells(shuffled, half: symmetric)
        let again = leastSquares(y, [y.map { _ in 1.0 }] + matrices[1...].map { cells($0, half: symmetric) })
        for place in 1...2 {
            let t = try #require(fit.coefficients[place].draws[0])
            #expect(abs(t - again.estimates[place] / again.errors[place]) < 1e-9)
        }
    }

    @Test func collinearRelationsHaveNoRegression() {
        var random = RandomSource(seed: 22)
        let one = matrix(6, symmetric: false, &random)
        let y = matrix(6, symmetric: false, &random)
        #expect(MatrixRegression(y, on: [one, one.mapped { 2 * $0 }], draws: 1, seed: 1) == nil)
        #expect(MatrixRegression(y, on: [SquareMatrix(size: 6)], draws: 1, seed: 1) == nil)
    }

    @Test(arguments: 0..<50) func permutedCorrelations(seed: Int) throws {
        var random = RandomSource(seed: 23, part: seed)
        let (x, y) = (matrix(6, symmetric: false, &random), matrix(6, symmetric: seed % 2 == 0, &random))
        func pearson(_ a: [Double], _ b: [Double]) -> Double {
            let n = Double(a.count)
            let (sumA, sumB) = (a.reduce(0, +), b.reduce(0, +))
            func dot(_ p: [Double], _ q: [Double]) -> Double { zip(p, q).reduce(0) { $0 + $1.0 * $1.1 } }
            return (n * dot(a, b) - sumA * sumB)
                / ((n * dot(a, a) - sumA * sumA) * (n * dot(b, b) - sumB * sumB)).squareRoot()
        }
        #expect(
            abs(try #require(QAP.correlation(x, y)) - pearson(cells(x, half: false), cells(y, half: false))) < 1e-10)
        var drawing = RandomSource(seed: 5, part: 0)
        let order = Array(0..<6).shuffled(using: &drawing)
        var moved = y
        for i in 0..<6 { for j in 0..<6 { moved[i, j] = y[order[i], order[j]] } }
        let drawn = try #require(QAP.permutedCorrelations(x, y, draws: 1, seed: 5)[0])
        #expect(abs(drawn - pearson(cells(x, half: false), cells(moved, half: false))) < 1e-10)
        #expect(QAP.correlation(x, SquareMatrix(size: 6, repeating: 0.1)) == nil)
    }

    /// Under the null the p-values are uniform: of 400 unrelated pairs about a tenth are below 0.1.
    @Test func pValuesAreUniformUnderTheNull() {
        let small = (0..<400).count { seed in
            var random = RandomSource(seed: 24, part: seed)
            let (x, y) = (matrix(6, symmetric: false, &random), matrix(6, symmetric: false, &random))
            guard let observed = QAP.correlation(x, y) else { return false }
            let draws = QAP.permutedCorrelations(x, y, draws: 49, seed: UInt64(seed))
            return Significance.pValue(observed: observed, draws: draws, tail: .upper) ?? 1 <= 0.1
        }
        // Binomial(400, 0.1): mean 40, standard deviation 6.
        #expect((16...64).contains(small))
    }

    @Test func uniformGraphsKeepWhatTheySay() throws {
        for part in 0..<100 {
            var random = RandomSource(seed: 25, part: part)
            let count = 2 + random.below(8)
            let pairs = count * (count - 1) / 2
            let edges = random.below(pairs + 1)
            let arcs = random.below(2 * (pairs - edges) + 1)
            let graph = try #require(UniformGraph.ofTies(count, edges: edges, arcs: arcs, using: &random))
            #expect(graph.edges.count == edges && Set(graph.inOrder.arcs).count == arcs)
            let mutual = random.below(pairs - edges + 1)
            let asymmetric = random.below(pairs - edges - mutual + 1)
            let census = try #require(
                UniformGraph.ofDyads(count, edges: edges, mutual: mutual, asymmetric: asymmetric, using: &random)
            ).census()
            #expect(census.edges == edges && census.mutual == mutual && census.asymmetric == asymmetric)
        }
    }

    /// Every dyad of a resampled network is that of the two nodes it stands for, or of two others where
    /// both are one.
    @Test(arguments: 0..<50) func resampledNodesKeepTheirDyads(seed: Int) {
        var random = RandomSource(seed: 27, part: seed)
        let count = 1 + random.below(12)
        var dyads: [(one: (place: Int, node: Int), other: (place: Int, node: Int))] = []
        let drawn = VertexBootstrap.resample(count, using: &random) { dyads.append(($0, $1)) }
        #expect(drawn.count == count && drawn.allSatisfy { (0..<count).contains($0) })
        #expect(dyads.count == count * (count - 1) / 2)
        #expect(Set(dyads.map { [$0.one.place, $0.other.place] }).count == dyads.count)
        for dyad in dyads {
            #expect(dyad.one.place != dyad.other.place && dyad.one.node != dyad.other.node)
            if drawn[dyad.one.place] != drawn[dyad.other.place] {
                #expect(dyad.one.node == drawn[dyad.one.place] && dyad.other.node == drawn[dyad.other.place])
            }
        }
    }
}
