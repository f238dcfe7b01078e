/// Where a quantity lies over the draws.
public struct Interval: Sendable, Hashable {
    /// Half of the draws lie below.
    public let median: Double
    /// 5 %.
    public let low: Double
    /// 95 %.
    public let high: Double
    /// How far each of the three may be from what draws without end would give: standard errors.
    public let errors: Errors

    /// Standard errors of the three quantiles, in the quantity's unit.
    public struct Errors: Sendable, Hashable {
        /// Of the median.
        public let median: Double
        /// Of the lower end.
        public let low: Double
        /// Of the upper end.
        public let high: Double

        /// The least sure of the three.
        public var largest: Double { max(median, low, high) }
    }

    /// Of one minus the quantity.
    var rest: Interval {
        Interval(
            median: 1 - median, low: 1 - high, high: 1 - low,
            errors: Errors(median: errors.median, low: errors.high, high: errors.low))
    }

    private init(median: Double, low: Double, high: Double, errors: Errors) {
        (self.median, self.low, self.high, self.errors) = (median, low, high, errors)
    }

    /// Linear interpolation between order statistics (Hyndman and Fan's type 7); nil of nothing.
    public init?(_ values: [Double]) { self.init(values, .independent) }

    /// Of values by draw, those that are nil left out.
    init?(_ values: [Double?], _ drawn: DrawErrors) {
        let known = values.compactMap { $0 }
        guard !known.isEmpty else { return nil }
        let quantiles = Quantiles(known)
        (median, low, high) = (quantiles[0.5], quantiles[0.05], quantiles[0.95])
        func error(_ share: Double) -> Double {
            guard !drawn.groups.isEmpty else { return quantiles.error(share) }
            let quantile = quantiles[share]
            // In the middle where many values are one, so that this share of them lies below.
            let below = values.map { value in value.map { $0 < quantile ? 1 : $0 > quantile ? 0 : share } }
            return quantiles.error(share, ofShare: drawn.ofMean(below))
        }
        errors = Errors(median: error(0.5), low: error(0.05), high: error(0.95))
    }
}

/// Quantiles of a sample.
private struct Quantiles {
    private let sorted: [Double]

    init(_ values: [Double]) { sorted = values.sorted() }

    subscript(share: Double) -> Double {
        let place = min(1, max(0, share)) * Double(sorted.count - 1)
        let below = Int(place)
        let above = min(below + 1, sorted.count - 1)
        return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
    }

    /// Of n draws, as many lie below the true quantile as n trials of chance q give: half the distance
    /// between the quantiles one standard deviation of that number below and above is the standard
    /// error, whatever the distribution (David and Nagaraja 2003, Order Statistics, section 7.1).
    func error(_ share: Double) -> Double {
        error(share, ofShare: (share * (1 - share) / Double(sorted.count)).squareRoot())
    }

    /// - Parameter step: the standard error of the share that lies below the quantile.
    func error(_ share: Double, ofShare step: Double) -> Double {
        (self[share + step] - self[share - step]) / 2
    }
}
