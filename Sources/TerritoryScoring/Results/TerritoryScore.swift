import NetworkModel
import Tabular
import Vocabulary

/// What the score says of one territory at one date.
public struct TerritoryScore: Sendable {
    /// The territory's name, or the dataset's title where it names none.
    public let territory: String
    /// The date up to which ties and events count; nil where the dataset states none, so that all count.
    public let date: PartialDate?
    /// The perimeter used; nil where the dataset has none.
    public let perimeter: Perimeter?
    /// What actors can take in.
    public let learning: AxisScore
    /// How actors are tied, and what they do together.
    public let interaction: AxisScore
    /// The configuration of the two point scores; nil where an axis has none.
    public let pointConfiguration: Configuration?
    /// Nil where no draws were asked for.
    public let uncertainty: Uncertainty?
    /// Empty where no null models were asked for.
    public let nullTests: [NullTest]
    /// Nil where it was not asked for.
    public let leverage: Leverage?
    /// By table, how many rows tell their source.
    public let evidence: [EvidenceCount]
    /// How much was read.
    public let counts: Counts
    /// What a reader has to know before reading the numbers.
    public let notes: [Bilingual]
    /// The parameters used, as far as options changed them.
    public let method: ScoringMethod
    /// From what, by what and with which seed.
    public let provenance: Provenance

    /// Of the null models that put an indicator to the test, the one whose question is nearest to it
    /// and that can be asked here; nil where none puts it to the test.
    public func mainTest(of indicator: Indicator) -> NullTest? {
        let tests = NullModel.models(of: indicator).compactMap { model in
            nullTests.first { $0.model == model && $0.subject == .indicator(indicator.id) }
        }
        return tests.first(where: \.isTestable) ?? tests.first
    }

    /// The other null models that can say something of an indicator.
    public func otherTests(of indicator: Indicator) -> [NullTest] {
        let main = mainTest(of: indicator)?.model
        return nullTests.filter { $0.subject == .indicator(indicator.id) && $0.model != main && $0.isTestable }
    }

    /// The score on one of the two.
    public func axis(_ axis: Axis) -> AxisScore {
        switch axis {
        case .learning: learning
        case .interaction: interaction
        }
    }

    /// The verdict: the configuration that is sure enough, or nil for "undetermined". Without
    /// draws, the configuration of the point scores.
    public var verdict: Configuration? {
        guard let uncertainty else { return pointConfiguration }
        return uncertainty.verdict(certainty: method.certainty)
    }

    /// The verdict as tables have it: a configuration's raw value, or `undetermined`.
    public var verdictID: String { verdict?.rawValue ?? Configuration.undeterminedID }
    /// The verdict in words.
    public var verdictName: Bilingual { verdict?.name ?? Configuration.undetermined }

    /// How much was read.
    public struct Counts: Sendable, Hashable {
        /// Actors inside the perimeter.
        public var insiders = 0
        /// Actors outside of it.
        public var outsiders = 0
        /// Actors of which nothing says whether they are inside.
        public var unplaced = 0
        /// Ties of knowledge in the window.
        public var knowledgeTies = 0
        /// Events of learning in the window in which someone takes part.
        public var knowledgeEvents = 0
        /// Ties of interaction between inside actors in the window.
        public var interactionTies = 0
        /// Events of interaction and pooled resources in the window in which someone takes part.
        public var interactionEvents = 0
        /// Reported apart, never scored.
        public var plannedTies = 0
        /// Reported apart; only what activation reads of them is scored.
        public var potentialTies = 0
        /// Ties of layers that were not surveyed: not read.
        public var unsurveyedTies = 0
    }
}

/// One axis of a score.
public struct AxisScore: Sendable {
    /// Which of the two.
    public let axis: Axis
    /// Nil below the coverage that the method asks for.
    public let score: Double?
    /// The score over what is defined, whatever its coverage; nil where nothing is.
    public let overKnown: Double?
    /// With every undefined indicator at 0, and at 1.
    public let bounds: ClosedRange<Double>
    /// The share of the weights in defined indicators, each times the share of what it reads that was observed, where
    /// something was not.
    public let coverage: Double
    /// Those of the axis, in the order of the catalogue.
    public let indicators: [IndicatorScore]
    /// Median, 5 and 95 % of the draws; nil without draws.
    public let interval: Interval?

    /// How much of the axis nobody knows: the weight of undefined indicators, and of partly known
    /// ones the unknown share.
    public var ignorance: Double {
        indicators.reduce(0) { $0 + $1.weight * ($1.value.value == nil ? 1 : 1 - $1.value.coverage) }
    }

    /// What is missing, the heaviest first: its declaration says which tables and columns to fill.
    public var missing: [IndicatorScore] {
        indicators.filter { $0.value.value == nil && $0.weight > 0 }.sorted { $0.weight > $1.weight }
    }

    /// Mean of a dimension's defined indicators by their weights; nil where none is.
    public func value(of dimension: Dimension) -> Double? {
        let known = indicators.filter { $0.indicator.dimension == dimension && $0.value.value != nil && $0.weight > 0 }
        let weight = known.reduce(0) { $0 + $1.weight }
        return weight > 0 ? known.reduce(0) { $0 + $1.weight * ($1.value.value ?? 0) } / weight : nil
    }
}

/// One indicator of a score.
public struct IndicatorScore: Sendable {
    /// Its declaration.
    public let indicator: Indicator
    /// What it found, its coverage times the share of what it reads that was observed.
    public let value: IndicatorValue
    /// Its share of the axis' weights.
    public let weight: Double
    /// What it gives of the axis' score over what is known; nil where undefined or of no weight.
    public let contribution: Double?
}
