import Vocabulary

/// What the draws say.
public struct Uncertainty: Sendable {
    /// By draw; nil where an axis had nothing defined.
    public let learning: [Double?]
    public let interaction: [Double?]
    public let configurations: [Configuration?]
    public let probabilities: [ConfigurationProbability]
    /// Between the two axes over the draws; nil where one does not vary.
    public let correlation: Double?
    /// What the answer hangs on; empty where no Sobol rows were asked for.
    public let sensitivity: [Sensitivity]
    /// The factors that varied here: those switched on for which the dataset leaves a choice.
    public let factors: [Factor]
    public let seed: UInt64

    public func verdict(certainty: Double) -> Configuration? {
        probabilities.first { $0.probability >= certainty }?.configuration
    }

    /// The likeliest configuration, of equals the first.
    public var likeliest: ConfigurationProbability? {
        probabilities.max { $0.probability < $1.probability }
    }
}

/// How often the draws gave a configuration.
public struct ConfigurationProbability: Sendable, Hashable {
    public let configuration: Configuration
    public let probability: Double
    /// √(p(1 − p)/draws).
    public let monteCarloError: Double
}

/// How much of an output's variance a factor makes.
public struct Sensitivity: Sendable, Hashable {
    public enum Output: String, Sendable, CaseIterable {
        case learning, interaction
        /// Whether the draw is of the likeliest configuration.
        case verdict

        public var name: Bilingual {
            switch self {
            case .learning: Axis.learning.name
            case .interaction: Axis.interaction.name
            case .verdict: Bilingual(en: "verdict", fr: "verdict")
            }
        }
    }

    public let factor: Factor
    public let output: Output
    /// By itself; nil where the output does not vary.
    public let first: Interval?
    /// With all its interactions.
    public let total: Interval?
    /// The estimates; the intervals are bootstrapped.
    public let firstEstimate: Double?
    public let totalEstimate: Double?
}
