/// From draws under a null model to p-values.
public enum Significance {
    /// Which draws are as extreme as what was observed.
    public enum Tail: String, Sendable, CaseIterable {
        /// As large as observed, or larger.
        case upper
        /// As small as observed, or smaller.
        case lower
        /// Twice the smaller of the two, at most 1.
        case both
    }

    /// The Monte Carlo p-value (1 + #) / (B + 1), # the draws at least as extreme as observed: it
    /// is never 0, and uniform under the null model (Davison and Hinkley 1997, p. 141; Phipson and
    /// Smyth 2010). Draws without a value are left out; nil where none has one.
    public static func pValue(observed: Double, draws: [Double?], tail: Tail) -> Double? {
        let known = draws.compactMap { $0 }
        guard !known.isEmpty, observed.isFinite else { return nil }
        // Sums in another order differ in their last bits: they are ties, not differences.
        let slack = 1e-12 * max(1, abs(observed))
        let above = known.count { $0 >= observed - slack }
        let below = known.count { $0 <= observed + slack }
        let all = Double(known.count + 1)
        let (upper, lower) = (Double(1 + above) / all, Double(1 + below) / all)
        return switch tail {
        case .upper: upper
        case .lower: lower
        case .both: min(1, 2 * min(upper, lower))
        }
    }

    /// Adjusted p-values that bound the false discovery rate (Benjamini and Hochberg 1995, J. R.
    /// Stat. Soc. B 57, 289–300): q_(i) = min over j ≥ i of p_(j) · m / j. A missing p-value stays
    /// missing and does not count in m.
    public static func benjaminiHochberg(_ pValues: [Double?]) -> [Double?] {
        let order = pValues.indices.filter { pValues[$0] != nil }
            .sorted { (pValues[$0] ?? 1, $0) > (pValues[$1] ?? 1, $1) }
        var adjusted = [Double?](repeating: nil, count: pValues.count)
        var smallest = 1.0
        for (fromEnd, place) in order.enumerated() {
            guard let p = pValues[place] else { continue }
            smallest = min(smallest, p * Double(order.count) / Double(order.count - fromEnd))
            adjusted[place] = smallest
        }
        return adjusted
    }

    /// Mean and standard deviation (n − 1) of the draws that have a value.
    public static func moments(_ draws: [Double?]) -> (mean: Double?, deviation: Double?) {
        let known = draws.compactMap { $0 }
        guard !known.isEmpty else { return (nil, nil) }
        let mean = known.reduce(0, +) / Double(known.count)
        guard known.count > 1 else { return (mean, nil) }
        let squares = known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (mean, (squares / Double(known.count - 1)).squareRoot())
    }
}
