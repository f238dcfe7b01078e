/// What a fit may take.
public struct EstimationOptions: Sendable {
    /// The same seed gives the same bits.
    public var seed: UInt64 = 0
    /// Simulation may add this share of the standard error, before the last round is taken for the last.
    public var precision = 0.1
    /// How many independent draws the last round is worth at least, of each statistic.
    public var effectiveSize = 400
    /// Whether the log-likelihood is wanted, which costs as much again.
    public var wantsLikelihood = true
    /// Rounds of simulation.
    public var roundLimit = 80
    /// Usual options.
    public init() {}
}
