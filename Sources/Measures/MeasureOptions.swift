/// What a researcher chooses beside the view.
public struct MeasureOptions: Sendable, Hashable {
    public enum Weights: String, Sendable, CaseIterable {
        /// A tie is there or not; only measures that are weighted by name read weights.
        case none
        /// Weights are strengths: a tie's length is 1/strength, and constraint, the spectral measures
        /// and the flow measures read the strength itself.
        case strength
        /// Weights are lengths; what needs a strength is refused.
        case distance
    }

    public var weights = Weights.none
    /// The actor attribute that plays group in `ei_index`, brokerage and mixing.
    public var grouping = "kind"
    /// The actor attribute that plays resource.
    public var resource = "size"
    public var seed: UInt64 = 1

    public init() {}
}
