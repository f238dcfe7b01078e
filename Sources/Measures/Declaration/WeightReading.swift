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
