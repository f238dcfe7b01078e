/// Krippendorff's α: how far coders agree beyond what their values, shuffled, would.
///
///     α = 1 − D_o / D_e
///     D_o = 1/n · Σ_u w_u Σ_{i≠j} δ²(v_ui, v_uj) / (m_u − 1)
///     D_e = 1/(n(n − 1)) · Σ_{c,k} n_c n_k δ²(c, k)
///
/// where m_u coders have a value for unit u, n is the number of values in units that two coders or more have a value
/// for, and n_c how many of these are c. 1 is perfect, 0 what chance gives, below 0 worse than chance. Values that stand
/// alone in their unit say nothing and are left out.
///
/// Source: Krippendorff 2011, *Computing Krippendorff's Alpha-Reliability*; Hayes and Krippendorff 2007,
/// *Communication Methods and Measures* 1(1), 77–89.
public enum KrippendorffAlpha {
    /// How far apart two values are, squared.
    public enum Metric: String, Sendable, CaseIterable {
        /// 0 for equal values, 1 for others.
        case nominal
        /// By how many values lie between the two, half of each end counted.
        case ordinal
        /// (c − k)².
        case interval
        /// ((c − k) / (c + k))²; of values that are not below 0.
        case ratio
    }

    /// One unit: what each coder said of it, nil where nothing.
    public struct Unit: Sendable, Hashable {
        /// By coder; of nominal metrics any numbers that tell values apart.
        public var values: [Double?]
        /// How many such units there are.
        public var weight: Double

        /// One unit with a weight, which is a count for whole numbers and need not be one.
        public init(_ values: [Double?], weight: Double = 1) {
            (self.values, self.weight) = (values, weight)
        }
    }

    /// α of these units.
    ///
    /// - Returns: nil where fewer than two values can be compared, or all of them are the same: nothing then tells
    ///   agreement from a constant.
    /// - Complexity: O(values · log values), for ordinal and ratio also the square of the number of different values.
    public static func value(_ units: [Unit], _ metric: Metric) -> Double? {
        var counts: [Double: Double] = [:]
        var pairs: [(one: Double, other: Double, weight: Double)] = []
        for unit in units where unit.weight > 0 {
            let known = unit.values.compactMap { $0 }
            guard known.count > 1 else { continue }
            for (place, one) in known.enumerated() {
                counts[one, default: 0] += unit.weight
                for other in known[(place + 1)...] where other != one {
                    pairs.append((one, other, 2 * unit.weight / Double(known.count - 1)))
                }
            }
        }
        let values = counts.sorted { $0.key < $1.key }
        let all = values.reduce(0) { $0 + $1.value }
        guard all > 1, values.count > 1 else { return nil }
        let distance = Distance(metric, values)
        let observed = pairs.reduce(0) { $0 + $1.weight * distance.squared($1.one, $1.other) } / all
        let expected = distance.total / (all * (all - 1))
        return expected > 0 ? 1 - observed / expected : nil
    }

    /// δ² of two values, and its sum over all pairs of values.
    private struct Distance {
        let metric: Metric
        /// Of each value, how many lie below it and half of its own; only where ranks count.
        private var ranks: [Double: Double] = [:]
        private(set) var total = 0.0

        init(_ metric: Metric, _ values: [(key: Double, value: Double)]) {
            self.metric = metric
            let all = values.reduce(0) { $0 + $1.value }
            var below = 0.0
            for (value, count) in values {
                ranks[value] = below + count / 2
                below += count
            }
            switch metric {
            case .nominal: total = all * all - values.reduce(0) { $0 + $1.value * $1.value }
            case .interval:
                // About the mean, so that years do not cancel each other's digits.
                let mean = values.reduce(0) { $0 + $1.key * $1.value } / all
                total = 2 * all * values.reduce(0) { $0 + $1.value * ($1.key - mean) * ($1.key - mean) }
            case .ordinal, .ratio:
                for (place, one) in values.enumerated() {
                    for other in values[(place + 1)...] {
                        total += 2 * one.value * other.value * squared(one.key, other.key)
                    }
                }
            }
        }

        func squared(_ one: Double, _ other: Double) -> Double {
            let apart: Double
            switch metric {
            case .nominal: apart = one == other ? 0 : 1
            case .interval: apart = one - other
            case .ordinal: apart = (ranks[one] ?? 0) - (ranks[other] ?? 0)
            case .ratio: apart = one + other > 0 ? (one - other) / (one + other) : 0
            }
            return apart * apart
        }
    }
}
