/// Standard errors of what the draws say.
///
/// Draws that combine one look at the territory err together, and so do those whose unobserved ties come from one Markov
/// chain: so many draws tell less than as many independent ones, and what a mean is off by is summed by group. With T
/// the sum of a group's differences from the mean, the variance of the whole sum is Σ T² (of clusters: Cochran 1977,
/// Sampling Techniques, section 9A.2). Chains take the share told from strata side by side, and neighbours are alike
/// but for chance: for them it is the number of chains C times Σ(T_c − T_{c+1})² / 2(C − 1) (von Neumann 1941,
/// Distribution of the ratio of the mean square successive difference to the variance, Annals of Mathematical
/// Statistics 12, 367–395).
struct DrawErrors: Sendable {
    /// By draw, its group; empty where all draws are independent.
    let groups: [Int32]
    /// Whether the groups are strata side by side.
    let areStrata: Bool

    static let independent = DrawErrors(looks: [])

    /// - Parameter looks: by draw, which look it combines.
    init(looks: [Int32]) { (groups, areStrata) = (looks, false) }

    /// - Parameter chains: by draw, the chain that its unobserved ties come from.
    init(chains: [Int32]) { (groups, areStrata) = (chains, true) }

    /// Of the mean of values by draw, those that are nil left out; 0 of nothing.
    func ofMean(_ values: [Double?]) -> Double {
        var (sum, count) = (0.0, 0.0)
        for case let value? in values {
            sum += value
            count += 1
        }
        guard count > 0 else { return 0 }
        let mean = sum / count
        guard let last = groups.max(), last > 0 else {
            let squares = values.reduce(0.0) { $0 + ($1.map { ($0 - mean) * ($0 - mean) } ?? 0) }
            return squares.squareRoot() / count
        }
        var sums = [Double](repeating: 0, count: Int(last) + 1)
        for (value, group) in zip(values, groups) { if let value { sums[Int(group)] += value - mean } }
        guard areStrata else { return sums.reduce(0.0) { $0 + $1 * $1 }.squareRoot() / count }
        let steps = zip(sums, sums.dropFirst()).reduce(0.0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        return (Double(sums.count) * steps / (2 * Double(sums.count - 1))).squareRoot() / count
    }
}
