import NetworkModel
import Vocabulary

/// The parameters of the score, as one versioned file holds them.
public struct ScoringMethod: Sendable, Hashable {
    /// What outputs call the method.
    public var id = ""
    /// Which edition of it, as its authors count.
    public var version = ""
    /// From which value on an axis is strong.
    public var threshold = 0.38
    /// What the threshold is drawn from.
    public var thresholdRange = 0.33...0.43
    /// The probability from which a configuration is a verdict.
    public var certainty = 0.8
    /// How many years up to the date ties and events count.
    public var windowYears = 5
    /// What the length of the window is drawn from, in whole years.
    public var windowRange = 3...8
    /// The chance that knowledge passes along one tie in a cascade.
    public var cascadeProbability = 0.5
    /// What that chance is drawn from.
    public var cascadeRange = 0.3...0.7
    /// κ: at so many different partners on average, intensity is 1 − 1/e.
    public var partnerScale = 4.0
    /// What κ is drawn from.
    public var partnerRange = 2.0...8.0
    /// How soon after an exposure a cooperation or an activity counts as its conversion.
    public var conversionMonths = 24
    /// Layers in which a directed tie can be returned.
    public var returnableLayers: Set<Layer> = []
    /// How the dimensions of an axis combine.
    public var aggregation = DimensionMean.geometric
    /// What a dimension counts as at least in a geometric mean.
    public var floor = 0.01
    /// Below this share of the weights in defined indicators an axis has no point score.
    public var neededCoverage = 0.6
    /// How many draws the intervals and probabilities are of at most; 0: none are made.
    public var draws = 10_000
    /// Draws end once every probability, median and end of an interval has a standard error of chance below this; 0:
    /// all are made.
    public var precision = 0.01
    /// How many draws combine one look at the territory, what may be there unobserved and how it is cut: a look costs
    /// much, and how indicators are combined hardly anything.
    public var drawsPerLook = 1
    /// How many of them are looked at anew with each factor changed, for the sensitivity, at most; 0: none is computed.
    public var sobolRows = 2048
    /// These end once the 5-95 % intervals of all shares of variance reach no farther than this to either side; 0: all
    /// are looked at.
    public var sobolPrecision = 0.1
    /// How many resamples the intervals of the sensitivity are of.
    public var bootstrap = 200
    /// How many networks of each null model are drawn; a test that a fifth of them settles ends there.
    public var nullDraws = 999
    /// Territories that chance makes, which a strong axis has to be above; 0: the threshold alone decides.
    public var chanceTerritories = 100
    /// κ of the Dirichlet distribution from which weights are drawn: more is nearer to the method's.
    public var concentration = 10.0
    /// The share of what is there that documents tell, where the dataset does not say.
    public var documentsShare = 0.02...1
    /// The chance that one who was asked names a partner from memory, where the dataset does not say.
    public var recallChance = 0.5...1
    /// What varies from draw to draw.
    public var factors: Set<Factor> = []
    /// What each dimension weighs inside its axis; not negative.
    public var dimensionWeights: [Dimension: Double] = [:]
    /// What each indicator weighs inside its dimension, by id; not negative.
    public var indicatorWeights: [String: Double] = [:]

    /// Draws are kept in memory.
    public static let mostDraws = 1_000_000
    /// For each the territory is looked at once for every factor.
    public static let mostSobolRows = 100_000
    /// p then has steps of 1/100 001.
    public static let mostNullDraws = 100_000

    init() {}

    /// The embedded file, to start an own one from.
    public static var embeddedText: String {
        String(decoding: PackageResources.method_toml, as: UTF8.self)
    }

    /// What an indicator weighs inside its dimension: a file that leaves it out is refused, a program that takes
    /// it out of the weights wants it not to count.
    func weight(_ indicator: Indicator) -> Double { indicatorWeights[indicator.id] ?? 0 }
    func weight(_ dimension: Dimension) -> Double { dimensionWeights[dimension] ?? 0 }
}
