/// What a researcher chooses beside the view.
public struct MeasureOptions: Sendable, Hashable {
    /// What a weight is read as.
    public enum Weights: String, Sendable, CaseIterable {
        /// A tie is there or not; only measures that are weighted by name read weights.
        case none
        /// Weights are strengths: a tie's length is 1/strength, and constraint, the spectral measures
        /// and the flow measures read the strength itself.
        case strength
        /// Weights are lengths; what needs a strength is refused.
        case distance
    }

    /// What weights are read as; what a kind of tie declares otherwise is refused.
    public var weights = Weights.none
    /// Whose conventions measures follow where that tool's differ from ours; nil: ours.
    public var convention: PeerTool?
    /// The actor attribute that plays group in `ei_index`, brokerage and mixing.
    public var grouping = "kind"
    /// The actor attribute that plays resource.
    public var resource = "size"
    /// The actor attribute of numbers that assortativity by a number, autocorrelation and the composition of ego networks
    /// read.
    public var attribute = "size"
    /// α of the measures that weigh the number of ties against their strength: 0 counts ties, 1 adds up strengths.
    public var alpha = 0.5
    /// How many of the others, itself counted, a member of a k-plex may lack.
    public var plex = 2
    /// Where the walker of personalised PageRank starts: ids, or an attribute and its value (`kind=firm`).
    public var start: [String] = []
    /// γ of modularity: more gives smaller communities.
    public var resolution = 1.0
    /// How many classes an equivalence is cut into; nil: as many as tell best apart.
    public var classes: Int?
    /// How many actors a set of key players has.
    public var keyPlayers = 3
    /// The actor attributes that play geography, technology and organisation in the triple helix.
    public var dimensions = ["place", "sector", "size"]
    /// How many random networks a reference is the mean of.
    public var references = 100
    /// Of every random number behind a value; the same seed gives the same bits.
    public var seed: UInt64 = 1

    /// As the command measures where nothing else is asked for.
    public init() {}
}
