/// The principal eigenpair of a large symmetric operator by Lanczos's recurrence of three terms, which makes no vector
/// orthogonal to any but the last two.
///
/// Rounding takes the others' orthogonality only as a pair converges (Paige 1976, Journal of the Institute of Mathematics
/// and its Applications 18, 341–349), and the first pair that does is the one that is looked for. Making forty vectors
/// orthogonal costs more than multiplying does: without it a third of the time was left on 200 000 nodes. Nothing rests
/// on it: the residual of what comes out is measured, and where it is not small enough, or vectors do not suffice, the
/// search that keeps a basis orthogonal takes over.
struct PlainLanczos {
    /// The largest eigenvalue, as near as it was found.
    let value: Double
    /// Its vector, of L2 norm 1.
    let vector: [Double]
    /// Whether its residual, measured, is within the precision.
    let isSettled: Bool

    /// Below this many rows the other search is as fast.
    static let fewestRows = 4096
    /// How many numbers the vectors may hold together, and how many vectors there may be.
    private static let (mostNumbers, mostVectors) = (1 << 24, 64)

    /// - Parameter multiply: y = A x for a symmetric A with no negative entry.
    init(_ size: Int, _ multiply: ([Double]) -> [Double]) {
        var vectors = [[Double](repeating: 1, count: size)]
        var norms = [Double(size).squareRoot()]
        var diagonal: [Double] = []
        let width = max(16, min(Self.mostVectors, Self.mostNumbers / size))
        var top = Top(value: 0, vector: [])
        while true {
            let (last, norm) = (vectors.count - 1, norms[vectors.count - 1])
            var image = multiply(vectors[last])
            let own = Self.product(image, vectors[last]) / (norm * norm)
            diagonal.append(own)
            let rest = Self.advance(
                &image, norm, vectors[last], own / norm, last > 0 ? vectors[last - 1] : vectors[last],
                last > 0 ? norm / norms[last - 1] : 0)
            top = Top(diagonal: diagonal, beside: Array(norms.dropFirst()))
            let residual = rest * (top.vector.last ?? 1)
            if vectors.count == width || residual <= UnitVector.precision / 2 * top.value { break }
            vectors.append(image)
            norms.append(rest)
        }
        let found = UnitVector.normalised(Self.combination(vectors, zip(top.vector, norms).map { $0 / $1 }))
        let image = multiply(found)
        let value = Self.product(image, found) / Self.product(found, found)
        var square = 0.0
        for place in 0..<size {
            square += (image[place] - value * found[place]) * (image[place] - value * found[place])
        }
        isSettled = square.squareRoot() <= UnitVector.precision * value
        // Non-negative by Perron and Frobenius; rounding may put a zero below.
        (self.value, vector) = (value, UnitVector.normalised(found.map { max(0, $0) }))
    }

    /// As many numbers as stay in a near cache.
    private static let grain = 4096

    private static func product(_ one: [Double], _ other: [Double]) -> Double {
        Parallel.chunks(of: one.count, grain: grain) { range in
            let (one, other) = (one.span.extracting(range), other.span.extracting(range))
            var sums = SIMD4<Double>.zero
            var place = 0
            while place + 4 <= one.count {
                let left = SIMD4(one[place], one[place + 1], one[place + 2], one[place + 3])
                sums += left * SIMD4(other[place], other[place + 1], other[place + 2], other[place + 3])
                place += 4
            }
            var sum = sums.sum()
            while place < one.count {
                sum += one[place] * other[place]
                place += 1
            }
            return sum
        }.reduce(0, +)
    }

    /// image / norm − a · last − b · before; its L2 norm.
    private static func advance(
        _ image: inout [Double], _ norm: Double, _ last: [Double], _ a: Double, _ before: [Double], _ b: Double
    ) -> Double {
        let scale = 1 / norm
        return Parallel.update(&image, grain: grain) { range, own in
            let (last, before) = (last.span.extracting(range), before.span.extracting(range))
            var sum = 0.0
            for place in own.indices {
                let value = scale * own[place] - a * last[place] - b * before[place]
                own[place] = value
                sum += value * value
            }
            return sum
        }.reduce(0, +).squareRoot()
    }

    private static func combination(_ vectors: [[Double]], _ coefficients: [Double]) -> [Double] {
        var sum = [Double](repeating: 0, count: vectors[0].count)
        _ = Parallel.update(&sum, grain: grain) { range, own in
            for (vector, coefficient) in zip(vectors, coefficients) {
                let part = vector.span.extracting(range)
                for place in own.indices { own[place] += coefficient * part[place] }
            }
        }
        return sum
    }

    /// The largest eigenvalue of a tridiagonal matrix and its vector, of L2 norm 1 and with no negative entry.
    private struct Top {
        var value: Double
        var vector: [Double]

        init(value: Double, vector: [Double]) { (self.value, self.vector) = (value, vector) }

        /// By inverse iteration with a shift that comes down on the eigenvalue from above (Noda 1971, Numerische
        /// Mathematik 17, 382–386); what is beside the diagonal is positive, so that nothing cancels.
        init(diagonal: [Double], beside: [Double]) {
            let count = diagonal.count
            var vector = [Double](repeating: 1, count: count)
            var shift = diagonal.indices.reduce(0.0) { most, place in
                let sum =
                    diagonal[place] + (place > 0 ? beside[place - 1] : 0) + (place < count - 1 ? beside[place] : 0)
                return max(most, sum)
            }
            for _ in 0..<100 {
                guard let next = Self.solved(shift, diagonal, beside, vector) else { break }
                var (high, largest) = (0.0, 0.0)
                for place in 0..<count {
                    high = max(high, next[place] / vector[place])
                    largest = max(largest, next[place])
                }
                guard high.isFinite, largest.isFinite, let least = next.min(), least > 0 else { break }
                vector = next.map { $0 / largest }
                let nearer = shift - 1 / high
                guard nearer < shift else { break }
                shift = nearer
            }
            value = shift
            self.vector = UnitVector.normalised(vector)
        }

        /// (shift − T) x = b; nil where a pivot is not positive.
        private static func solved(
            _ shift: Double, _ diagonal: [Double], _ beside: [Double], _ image: [Double]
        ) -> [Double]? {
            var (pivots, values) = ([shift - diagonal[0]], [image[0]])
            guard pivots[0] > 0 else { return nil }
            for place in diagonal.indices.dropFirst() {
                let factor = beside[place - 1] / pivots[place - 1]
                pivots.append(shift - diagonal[place] - factor * beside[place - 1])
                values.append(image[place] + factor * values[place - 1])
                guard pivots[place] > 0 else { return nil }
            }
            for place in diagonal.indices.reversed() {
                let later = place + 1 < diagonal.count ? beside[place] * values[place + 1] : 0
                values[place] = (values[place] + later) / pivots[place]
            }
            return values
        }
    }
}
