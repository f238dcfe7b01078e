/// How indicator values combine into one axis, with the weights that a method or a draw gives.
struct Aggregation: Sendable {
    let mean: DimensionMean
    let floor: Double
    /// By axis: its dimensions of some weight.
    private let dimensions: [Axis: [Part]]

    struct Part: Sendable {
        let dimension: Dimension
        var weight: Double
        /// Positions in the catalogue, and weights above 0.
        var indicators: [(place: Int, weight: Double)]
    }

    /// What an axis comes to over the indicators that are defined.
    struct Outcome {
        /// Nil where none is defined.
        let score: Double?
        /// The share of the weights that is defined.
        let coverage: Double
    }

    init(_ method: ScoringMethod) {
        mean = method.aggregation
        floor = method.floor
        var dimensions: [Axis: [Part]] = [:]
        for dimension in Dimension.allCases where method.weight(dimension) > 0 {
            let indicators = IndicatorCatalogue.all.enumerated()
                .filter { $1.dimension == dimension && method.weight($1) > 0 }
                .map { (place: $0, weight: method.weight($1)) }
            guard !indicators.isEmpty else { continue }
            dimensions[dimension.axis, default: []].append(
                Part(dimension: dimension, weight: method.weight(dimension), indicators: indicators))
        }
        self.dimensions = dimensions
    }

    init(mean: DimensionMean, floor: Double, dimensions: [Axis: [Part]]) {
        self.mean = mean
        self.floor = floor
        self.dimensions = dimensions
    }

    func parts(of axis: Axis) -> [Part] { dimensions[axis] ?? [] }

    /// - Parameter values: by position in the catalogue.
    func outcome(_ axis: Axis, _ values: [Double?]) -> Outcome {
        let parts = parts(of: axis)
        let all = parts.reduce(0) { $0 + $1.weight }
        var (sum, weight, covered) = (0.0, 0.0, 0.0)
        for part in parts {
            let mean = Self.mean(part, values)
            covered += part.weight * mean.coverage
            guard let value = mean.value else { continue }
            weight += part.weight
            sum += part.weight * scale(value)
        }
        guard weight > 0, all > 0 else { return Outcome(score: nil, coverage: 0) }
        return Outcome(score: unscale(sum / weight), coverage: covered / all)
    }

    /// The score with every undefined indicator at 0, and at 1.
    func bounds(_ axis: Axis, _ values: [Double?]) -> ClosedRange<Double> {
        let low = outcome(axis, values.map { $0 ?? 0 }).score ?? 0
        let high = outcome(axis, values.map { $0 ?? 1 }).score ?? 1
        return low...max(low, high)
    }

    private func scale(_ value: Double) -> Double {
        mean == .geometric ? naturalLogarithm(max(floor, value)) : value
    }

    private func unscale(_ value: Double) -> Double { mean == .geometric ? exponential(value) : value }

    /// The mean of a dimension's defined indicators, and the share of its weights that they have.
    static func mean(_ part: Part, _ values: [Double?]) -> (value: Double?, coverage: Double) {
        var (sum, weight, all) = (0.0, 0.0, 0.0)
        for indicator in part.indicators {
            all += indicator.weight
            guard let value = values[indicator.place] else { continue }
            sum += indicator.weight * value
            weight += indicator.weight
        }
        return weight > 0 ? (sum / weight, weight / all) : (nil, 0)
    }

    /// What each indicator gives of the score over what is known: the parts sum to it.
    ///
    /// Arithmetic: its weighted value. Geometric: of the score's logarithm above the floor, each
    /// dimension has its share, and in it each indicator its share of the weighted sum.
    func contributions(_ axis: Axis, _ values: [Double?]) -> [Int: Double] {
        guard let score = outcome(axis, values).score else { return [:] }
        var shares: [(part: Part, value: Double, share: Double)] = []
        for part in parts(of: axis) {
            guard let value = Self.mean(part, values).value else { continue }
            let height = mean == .geometric ? scale(value) - naturalLogarithm(floor) : value
            shares.append((part, value, part.weight * height))
        }
        let all = shares.reduce(0) { $0 + $1.share }
        var contributions: [Int: Double] = [:]
        for (part, _, share) in shares {
            let known = part.indicators.filter { values[$0.place] != nil }
            let sum = known.reduce(0) { $0 + $1.weight * (values[$1.place] ?? 0) }
            let weight = known.reduce(0) { $0 + $1.weight }
            for indicator in known {
                // Where all is at the floor there is nothing to share by: weights do.
                let ofDimension = sum > 0
                    ? indicator.weight * (values[indicator.place] ?? 0) / sum : indicator.weight / weight
                let ofAxis = all > 0 ? share / all : part.weight / shares.reduce(0) { $0 + $1.part.weight }
                contributions[indicator.place] = score * ofAxis * ofDimension
            }
        }
        return contributions
    }
}
