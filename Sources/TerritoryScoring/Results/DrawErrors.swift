/// Standard errors of what the draws say.
///
/// Draws whose unobserved ties come from one Markov chain err together, so that so many draws tell less than as many
/// independent ones: what a mean is off by is summed by chain. Chains take the share told from strata side by side, and
/// neighbours are alike but for chance: with T the sum of a chain's differences from the mean, the variance of the
/// whole sum is the number of chains C times Σ(T_c − T_{c+1})² / 2(C − 1) (von Neumann 1941, Distribution of the ratio of
/// the mean square successive difference to the variance, Annals of Mathematical Statistics 12, 367–395).
struct DrawErrors: Sendable {
    /// By draw, its chain; empty where all draws are independent.
    let chains: [Int32]

    static let independent = DrawErrors(chains: [])

    /// Of the mean of values by draw, those that are nil left out; 0 of nothing.
    func ofMean(_ values: [Double?]) -> Double {
        var (sum, count) = (0.0, 0.0)
        for case let value? in values {
            sum += value
            count += 1
        }
        guard count > 0 else { return 0 }
        let mean = sum / count
        guard let last = chains.max(), last > 0 else {
            let squares = values.reduce(0.0) { $0 + ($1.map { ($0 - mean) * ($0 - mean) } ?? 0) }
            return squares.squareRoot() / count
        }
        var sums = [Double](repeating: 0, count: Int(last) + 1)
        for (value, chain) in zip(values, chains) { if let value { sums[Int(chain)] += value - mean } }
        let steps = zip(sums, sums.dropFirst()).reduce(0.0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        return (Double(sums.count) * steps / (2 * Double(sums.count - 1))).squareRoot() / count
    }
}
