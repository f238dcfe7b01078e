import GraphKernels

/// Random variates beyond the uniform.
extension RandomSource {
    /// Uniform in a range.
    mutating func uniform(_ range: ClosedRange<Double>) -> Double {
        range.lowerBound + unit() * (range.upperBound - range.lowerBound)
    }

    /// Standard normal, by the polar method of Marsaglia and Bray (1964).
    mutating func normal() -> Double {
        while true {
            let (x, y) = (2 * unit() - 1, 2 * unit() - 1)
            let square = x * x + y * y
            if square > 0, square < 1 { return x * (-2 * naturalLogarithm(square) / square).squareRoot() }
        }
    }

    /// Gamma of a shape and scale 1 (Marsaglia and Tsang 2000).
    mutating func gamma(_ shape: Double) -> Double {
        guard shape >= 1 else {
            let lift = exponential(naturalLogarithm(1 - unit()) / shape)
            return gamma(shape + 1) * lift
        }
        let d = shape - 1.0 / 3
        let c = 1 / (9 * d).squareRoot()
        while true {
            let x = normal()
            let root = 1 + c * x
            guard root > 0 else { continue }
            let v = root * root * root
            if naturalLogarithm(1 - unit()) < 0.5 * x * x + d - d * v + d * naturalLogarithm(v) { return d * v }
        }
    }

    /// Weights about the given ones that sum to 1: Dirichlet with parameters concentration ×
    /// weight ÷ mean weight.
    mutating func weights(about weights: [Double], concentration: Double) -> [Double] {
        let mean = weights.reduce(0, +) / Double(weights.count)
        let drawn = weights.map { gamma(concentration * $0 / mean) }
        let sum = drawn.reduce(0, +)
        // So small a concentration that every variate rounds to nothing.
        return sum > 0 ? drawn.map { $0 / sum } : weights.map { $0 / (mean * Double(weights.count)) }
    }

    /// Poisson, by counting exponential waits: for the small means of a block of ties.
    mutating func poisson(_ mean: Double) -> Int {
        var (count, waited) = (0, -naturalLogarithm(1 - unit()))
        while waited < mean {
            count += 1
            waited -= naturalLogarithm(1 - unit())
        }
        return count
    }
}
