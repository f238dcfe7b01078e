import GraphKernels

extension RandomSource {
    /// Weights about the given ones that sum to 1: Dirichlet with parameters concentration ×
    /// weight ÷ mean weight.
    mutating func weights(about weights: [Double], concentration: Double) -> [Double] {
        let mean = weights.reduce(0, +) / Double(weights.count)
        let drawn = weights.map { gamma(concentration * $0 / mean) }
        let sum = drawn.reduce(0, +)
        // So small a concentration that every variate rounds to nothing.
        return sum > 0 ? drawn.map { $0 / sum } : weights.map { $0 / (mean * Double(weights.count)) }
    }
}
