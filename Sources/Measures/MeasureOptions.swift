/// What a researcher chooses beside the view.
public struct MeasureOptions: Sendable, Hashable {
    public enum Weights: String, Sendable, CaseIterable {
        /// Path measures count steps; strengths still add up in `strength` and constraint.
        case none
        /// A tie's length is 1/strength.
        case strength
        /// A tie's length is its weight.
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
