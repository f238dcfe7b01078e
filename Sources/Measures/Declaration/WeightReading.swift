/// Whether the weights of the ties change what a measure gives: what footers say of a number, and who tests whether
/// a weight makes a difference asks.
public enum WeightReading: Sendable, Hashable {
    /// A tie is there or not.
    case never
    /// As `MeasureOptions.weights` says.
    case asAsked
    /// As strengths whatever the options say: the measure is weighted by its name.
    case always
}

extension Measure {
    /// The measure, whose value follows `MeasureOptions.weights`.
    func readingWeights() -> Measure { reading(.asAsked) }

    /// The measure, whose value is one of strengths whatever the options say.
    func readingStrengths() -> Measure { reading(.always) }

    private func reading(_ weights: WeightReading) -> Measure {
        var measure = self
        measure.readsWeights = weights
        return measure
    }
}
