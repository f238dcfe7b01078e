/// The largest eigenvalue of a non-negative operator and its non-negative eigenvector.
///
/// A symmetric operator: Lanczos with full orthogonalisation and thick restarts (Wu and Simon 2000,
/// SIAM J. Matrix Anal. Appl. 22(2), 602–616), from the vector of ones, so that a multiple
/// eigenvalue gives the projection of the ones on its eigenspace, whatever the nodes' numbers; of a large one first
/// `PlainLanczos`, which settles most.
/// Otherwise: power iteration on A + sI, which a periodic graph cannot make oscillate. Where either is slow to settle
/// and the graph is sparse: `byElimination`.
public struct PrincipalEigenvector: Sendable {
    /// The eigenvalue, not negative.
    public let value: Double
    /// L2 norm 1.
    public let vector: [Double]

    /// What iteration may cost at most, in entries read: about a minute.
    private static let mostWork = 60_000_000_000

    /// - Parameters:
    ///   - arcs: what a multiplication reads.
    ///   - multiply: y = A x for a symmetric A with no negative entry.
    ///   - otherwise: another way, asked where iteration is slow to settle.
    /// - Returns: nil where the precision is not reached within the budget of work.
    static func symmetric(
        _ size: Int, arcs: Int, _ multiply: ([Double]) -> [Double], otherwise: () -> PrincipalEigenvector?
    ) -> PrincipalEigenvector? {
        var start = [Double](repeating: 1, count: size)
        if size >= PlainLanczos.fewestRows {
            let plain = PlainLanczos(size, multiply)
            if plain.isSettled { return PrincipalEigenvector(value: plain.value, vector: plain.vector) }
            start = plain.vector
        }
        var search = LanczosSearch(start)
        for cycle in 0..<max(6, min(2000, mostWork / search.work(ofCycle: arcs))) {
            if cycle == 4, let found = otherwise() { return found }
            if let found = search.cycle(multiply) { return found }
        }
        return nil
    }

    /// - Parameters:
    ///   - arcs: what a multiplication reads.
    ///   - multiply: y = A x for an irreducible A with no negative entry.
    ///   - otherwise: another way, asked where iteration is slow to settle.
    static func power(
        _ size: Int, arcs: Int, _ multiply: ([Double]) -> [Double], otherwise: () -> PrincipalEigenvector?
    ) -> PrincipalEigenvector? {
        var vector = [Double](repeating: 1, count: size)
        let shift = (multiply(vector).max() ?? 0) / 2
        for round in 0..<max(1000, min(200_000, mostWork / max(1, arcs + 4 * size))) {
            if round == 400, let found = otherwise() { return found }
            let image = multiply(vector)
            // Collatz and Wielandt: the eigenvalue lies between the least and the largest ratio.
            var (low, high) = (Double.infinity, 0.0)
            for place in 0..<size {
                let ratio = image[place] / vector[place]
                low = min(low, ratio)
                high = max(high, ratio)
            }
            if high - low <= UnitVector.precision * high {
                return PrincipalEigenvector(value: (low + high) / 2, vector: UnitVector.normalised(vector))
            }
            for place in 0..<size { vector[place] = image[place] + shift * vector[place] }
            vector = UnitVector.normalised(vector)
        }
        return nil
    }

    /// Of an irreducible matrix with no negative entry, given by the rows of a graph in which every node reaches every
    /// other.
    ///
    /// - Parameter loops: the diagonal; empty: zeros.
    static func of(_ graph: Graph, loops: [Double] = []) -> PrincipalEigenvector? {
        let rows = graph.incoming
        func multiply(_ vector: [Double]) -> [Double] {
            let image = rows.multiplied(by: vector)
            return loops.isEmpty ? image : image.indices.map { image[$0] + loops[$0] * vector[$0] }
        }
        func eliminate() -> PrincipalEigenvector? {
            byElimination(rows, graph.outgoing, isSymmetric: !graph.isDirected, loops: loops)
        }
        return graph.isDirected
            ? power(graph.nodeCount, arcs: rows.targets.count, multiply, otherwise: eliminate)
            : symmetric(graph.nodeCount, arcs: rows.targets.count, multiply, otherwise: eliminate)
    }
}

/// A basis of a growing Krylov space and the operator's projection on it.
private struct LanczosSearch {
    private let size: Int
    private let width: Int
    private let kept: Int
    private var basis: [[Double]]
    private var projection: [[Double]] = []

    init(_ start: [Double]) {
        size = start.count
        width = min(size, size > 200_000 ? 16 : 40)
        kept = max(1, width / 3)
        basis = [UnitVector.normalised(start)]
    }

    /// What a cycle reads and writes.
    func work(ofCycle arcs: Int) -> Int { max(1, (width - kept) * (arcs + 4 * width * size)) }

    /// Grows the basis to its full width, then keeps its best vectors for the next cycle.
    mutating func cycle(_ multiply: ([Double]) -> [Double]) -> PrincipalEigenvector? {
        while true {
            let column = basis.count - 1
            var image = multiply(basis[column])
            let scale = UnitVector.dot(image, image).squareRoot()
            let coefficients = orthogonalise(&image)
            append(coefficients)
            let rest = UnitVector.dot(image, image).squareRoot()
            let isExhausted = rest <= 1e-14 * scale || basis.count == image.count
            let isNearlySo = rest <= 1e-6 * scale
            if isExhausted || isNearlySo || basis.count == width || basis.count % 8 == 0 {
                let eigen = SymmetricEigen(projection)
                let residual = rest * abs(eigen.vectors[0][column])
                if isExhausted || residual <= UnitVector.precision * eigen.values[0] {
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
        var direction = UnitVector.normalised(image)
        guard isRounding else { return direction }
        _ = orthogonalise(&direction)
        return UnitVector.normalised(direction)
    }

    /// Twice, since once leaves a remnant of the size of the rounding.
    private func orthogonalise(_ image: inout [Double]) -> [Double] {
        var coefficients = [Double](repeating: 0, count: basis.count)
        for _ in 0..<2 {
            let parts = Self.products(basis, image)
            for index in basis.indices { coefficients[index] += parts[index] }
            Self.subtract(parts, of: basis, from: &image)
        }
        return coefficients
    }

    /// As many numbers as stay in a near cache while all vectors of the basis pass by.
    private static let grain = 4096

    /// The products of all vectors of the basis with another: of four at a time, whose sums do not wait for each other.
    private static func products(_ basis: [[Double]], _ image: [Double]) -> [Double] {
        let parts = Parallel.chunks(of: image.count, grain: grain) { range in
            var sums: [Double] = []
            sums.reserveCapacity(basis.count)
            let image = image.span.extracting(range)
            while sums.count + 4 <= basis.count {
                let first = sums.count
                let four = (basis[first], basis[first + 1], basis[first + 2], basis[first + 3])
                let (one, two) = (four.0.span.extracting(range), four.1.span.extracting(range))
                let (three, last) = (four.2.span.extracting(range), four.3.span.extracting(range))
                var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0)
                for place in image.indices {
                    let value = image[place]
                    a += one[place] * value
                    b += two[place] * value
                    c += three[place] * value
                    d += last[place] * value
                }
                sums += [a, b, c, d]
            }
            for vector in basis.dropFirst(sums.count) {
                let one = vector.span.extracting(range)
                var sum = 0.0
                for place in image.indices { sum += one[place] * image[place] }
                sums.append(sum)
            }
            return sums
        }
        return parts.dropFirst().reduce(into: parts[0]) { sums, part in
            for index in part.indices { sums[index] += part[index] }
        }
    }

    /// Four vectors at a time, so that the image is read and written once for them.
    private static func subtract(_ coefficients: [Double], of basis: [[Double]], from image: inout [Double]) {
        _ = Parallel.update(&image, grain: grain) { range, own in
            var done = 0
            while done + 4 <= basis.count {
                let four = (basis[done], basis[done + 1], basis[done + 2], basis[done + 3])
                let (one, two) = (four.0.span.extracting(range), four.1.span.extracting(range))
                let (three, last) = (four.2.span.extracting(range), four.3.span.extracting(range))
                let (a, b) = (coefficients[done], coefficients[done + 1])
                let (c, d) = (coefficients[done + 2], coefficients[done + 3])
                for place in own.indices {
                    own[place] = own[place] - a * one[place] - b * two[place] - c * three[place] - d * last[place]
                }
                done += 4
            }
            for index in done..<basis.count {
                let (vector, coefficient) = (basis[index], coefficients[index])
                let one = vector.span.extracting(range)
                for place in own.indices { own[place] -= coefficient * one[place] }
            }
        }
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
        Self.subtract(coefficients.map { -$0 }, of: Array(basis.prefix(coefficients.count)), from: &sum)
        return sum
    }

    private func result(_ eigen: SymmetricEigen) -> PrincipalEigenvector {
        let vector = combination(eigen.vectors[0])
        let sign = vector.reduce(0, +) < 0 ? -1.0 : 1
        // Non-negative by Perron and Frobenius; rounding may put a zero below.
        return PrincipalEigenvector(
            value: eigen.values[0], vector: UnitVector.normalised(vector.map { max(0, sign * $0) }))
    }
}

extension Graph.Rows {
    /// y_v = Σ over the row of v of weight · x.
    func multiplied(by vector: [Double]) -> [Double] {
        let nodeCount = offsets.count - 1
        let isWeighted = !weights.isEmpty
        var image = [Double](repeating: 0, count: nodeCount)
        _ = Parallel.update(&image, grain: max(16_384, nodeCount / 64)) { nodes, image in
            let (offsets, targets, weights) = (offsets.span, targets.span, weights.span)
            let vector = vector.span
            for node in nodes {
                var sum = 0.0
                if isWeighted {
                    for entry in offsets[node]..<offsets[node + 1] {
                        sum += weights[entry] * vector[Int(targets[entry])]
                    }
                } else {
                    for entry in offsets[node]..<offsets[node + 1] { sum += vector[Int(targets[entry])] }
                }
                image[node - nodes.lowerBound] = sum
            }
        }
        return image
    }
}
