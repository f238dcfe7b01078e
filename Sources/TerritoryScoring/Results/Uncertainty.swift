import Vocabulary

/// What the draws say.
public struct Uncertainty: Sendable {
    /// By draw; nil where an axis had nothing defined.
    public let learning: [Double?]
    /// By draw; nil where an axis had nothing defined.
    public let interaction: [Double?]
    /// By draw; nil where an axis had nothing defined.
    public let configurations: [Configuration?]
    /// How many looks at the territory the draws combine, as many as there are draws where each has its own.
    public let looks: Int
    /// How draws hang together.
    let errors: DrawErrors
    /// Of every configuration, among the draws that have one; empty where none has.
    public let probabilities: [ConfigurationProbability]
    /// By place in the catalogue, where an indicator lies over the draws in which it is defined; nil where in none.
    public let indicators: [Interval?]
    /// Between the two axes over the draws; nil where one does not vary.
    public let correlation: Double?
    /// What the answer hangs on; empty where no Sobol rows were asked for.
    public let sensitivity: [Sensitivity]
    /// How much of the answer data and method leave open; empty where no Sobol rows were asked for.
    public let openness: [Openness]
    /// By axis; empty where no chance territories were asked for.
    public let aboveChance: [AboveChance]
    /// What the same draws say of a territory of which nothing at all is known: what a verdict has to
    /// be set against. Nil where undefined indicators are not drawn.
    public let ignorance: Ignorance?
    /// By axis and draw, how much of what the axis reads there nobody told of.
    public let unobserved: [Axis: [UnobservedShare]]
    /// The factors that varied here: those switched on for which the dataset leaves a choice.
    public let factors: [Factor]
    /// Of the draws.
    public let seed: UInt64

    /// The configuration that has at least this probability; nil where none has, which is "undetermined".
    public func verdict(certainty: Double) -> Configuration? {
        probabilities.first { $0.probability >= certainty }?.configuration
    }

    /// The likeliest configuration, of equals the first.
    public var likeliest: ConfigurationProbability? {
        probabilities.max { $0.probability < $1.probability }
    }
}

/// The draws of a territory of which every indicator is undefined.
public struct Ignorance: Sendable, Hashable {
    /// Of every configuration.
    public let probabilities: [ConfigurationProbability]
    /// Of learning; nil where no draw has a value.
    public let learning: Interval?
    /// Of interaction; nil where no draw has a value.
    public let interaction: Interval?
    /// How far the territory's own probabilities are from these: half the sum of the differences, 0
    /// where the dataset told nothing about the verdict, 1 where it told all (total variation).
    public let distance: Double
}

/// How often the draws gave a configuration.
public struct ConfigurationProbability: Sendable, Hashable {
    /// What the draws gave.
    public let configuration: Configuration
    /// Its share of the draws that gave one, 0 to 1.
    public let probability: Double
    /// The standard error: √(p(1 − p)/draws) where draws are independent, more where some share a look or a Markov chain.
    public let monteCarloError: Double

    /// Of every configuration; empty of no draws.
    static func all(_ drawn: [Configuration?], _ errors: DrawErrors) -> [ConfigurationProbability] {
        let count = drawn.count { $0 != nil }
        guard count > 0 else { return [] }
        return Configuration.allCases.map { configuration in
            ConfigurationProbability(
                configuration: configuration,
                probability: Double(drawn.count { $0 == configuration }) / Double(count),
                monteCarloError: errors.ofMean(drawn.map { drawn in drawn.map { $0 == configuration ? 1 : 0 } }))
        }
    }
}

/// How much of an output's variance a factor makes.
public struct Sensitivity: Sendable, Hashable {
    /// What factors make vary.
    public enum Output: String, Sendable, CaseIterable {
        /// The score on one axis.
        case learning, interaction
        /// Whether the draw is of the likeliest configuration.
        case verdict

        /// What tables and figures call it.
        public var name: Bilingual {
            switch self {
            case .learning: Axis.learning.name
            case .interaction: Axis.interaction.name
            case .verdict: Bilingual(en: "verdict", fr: "verdict")
            }
        }
    }

    /// What is varied.
    public let factor: Factor
    /// What varies with it.
    public let output: Output
    /// By itself; nil where the output does not vary.
    public let first: Interval?
    /// With all its interactions.
    public let total: Interval?
    /// The estimates; the intervals are bootstrapped.
    public let firstEstimate: Double?
    /// With all its interactions; nil where the output does not vary.
    public let totalEstimate: Double?
}

/// How much of an output's variance all factors make together that the data, or the method, leaves open.
public struct Openness: Sendable, Hashable {
    /// Who leaves the factors open.
    public let origin: Factor.Origin
    /// What varies with them.
    public let output: Sensitivity.Output
    /// By themselves; nil where the output does not vary.
    public let first: Interval?
    /// With their interactions with the others.
    public let total: Interval?
    /// The estimate of `first`, whose interval is bootstrapped.
    public let firstEstimate: Double?
    /// The estimate of `total`.
    public let totalEstimate: Double?
}

/// Whether an axis is more than chance gives a territory of that size, of those kinds and with that many
/// ties: no axis is strong that is not.
public struct AboveChance: Sendable, Hashable {
    /// Which of the two.
    public let axis: Axis
    /// What one in twenty chance territories reaches, over what is known; nil where nothing is.
    public let level: Double?
    /// The share of the draws in which the axis is above.
    public let probability: Double
}
