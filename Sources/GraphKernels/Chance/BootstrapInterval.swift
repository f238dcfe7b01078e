/// A 95 % interval from an observed value and its bootstrap draws that stays where the measure can lie.
///
/// Resampled networks have doubles of actors, so that the mean of the draws lies off the observed value:
/// percentiles of the draws would be off with it. The interval is the observed value ± 1.96 standard
/// errors, as Snijders and Borgatti (1999) have it, on a scale that steadies the variance at the ends of
/// the range and is turned back (Tibshirani 1988, Biometrika 75, 433–444): the angle asin √x where the
/// range has two ends, the square root of the distance where it has one (Bartlett 1936, J. R. Stat. Soc.
/// Suppl. 3, 68–78), the value itself where it has none.
public struct BootstrapInterval: Sendable {
    /// Of the draws, on the measure's own scale; nil for fewer than two.
    public let standardError: Double?
    /// Nil where there is no observed value or no standard error.
    public let low: Double?
    /// Not below `low`; nil where that is.
    public let high: Double?

    /// The interval of an observed value; draws without a value are left out.
    ///
    /// - Parameter range: where the measure can lie; infinite where there is no end.
    public init(observed: Double?, draws: [Double?], range: ClosedRange<Double>) {
        let known = draws.compactMap { $0 }
        standardError = Significance.moments(draws).deviation
        guard let observed, standardError != nil else {
            (low, high) = (nil, nil)
            return
        }
        let scale = Scale(range, holding: known + [observed])
        let error = Significance.moments(known.map { scale.up($0) }).deviation ?? 0
        let (middle, reach) = (scale.up(observed), 1.959963984540054 * error)
        low = scale.down(middle - reach)
        high = scale.down(middle + reach)
    }

    private enum Scale {
        case itself
        case root(from: Double)
        case angle(from: Double, width: Double)

        /// An end that a value lies beyond is none (efficiency over weights exceeds 1).
        init(_ range: ClosedRange<Double>, holding values: [Double]) {
            let (least, greatest) = (values.min() ?? 0, values.max() ?? 0)
            let hasLower = range.lowerBound.isFinite && least >= range.lowerBound
            let hasUpper = range.upperBound.isFinite && greatest <= range.upperBound
            if hasLower, hasUpper, range.upperBound > range.lowerBound {
                self = .angle(from: range.lowerBound, width: range.upperBound - range.lowerBound)
            } else if hasLower {
                self = .root(from: range.lowerBound)
            } else {
                self = .itself
            }
        }

        func up(_ value: Double) -> Double {
            switch self {
            case .itself: value
            case .root(let start): (value - start).squareRoot()
            case .angle(let start, let width): Angle.ofSine(((value - start) / width).squareRoot())
            }
        }

        func down(_ value: Double) -> Double {
            switch self {
            case .itself:
                return value
            case .root(let start):
                return start + max(0, value) * max(0, value)
            case .angle(let start, let width):
                let sine = Angle.sine(max(0, min(.pi / 2, value)))
                return start + width * min(1, sine * sine)
            }
        }
    }
}
