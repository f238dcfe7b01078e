import NetworkModel
import Vocabulary

/// The parameters of the score, as one versioned file holds them.
public struct ScoringMethod: Sendable, Hashable {
    public var id = ""
    public var version = ""
    /// From which value on an axis is strong.
    public var threshold = 0.38
    public var thresholdRange = 0.33...0.43
    /// The probability from which a configuration is a verdict.
    public var certainty = 0.8
    public var windowYears = 5
    public var windowRange = 3...8
    public var cascadeProbability = 0.5
    public var cascadeRange = 0.3...0.7
    /// κ: at so many different partners on average, intensity is 1 − 1/e.
    public var partnerScale = 4.0
    public var partnerRange = 2.0...8.0
    public var conversionMonths = 24
    public var returnableLayers: Set<Layer> = []
    public var aggregation = DimensionMean.geometric
    /// What a dimension counts as at least in a geometric mean.
    public var floor = 0.01
    public var neededCoverage = 0.6
    public var draws = 10_000
    public var sobolRows = 2048
    public var bootstrap = 200
    public var nullDraws = 999
    /// Territories that chance makes, which a strong axis has to be above; 0: the threshold alone decides.
    public var chanceTerritories = 100
    public var concentration = 10.0
    /// The share of what is there that documents tell, where the dataset does not say.
    public var documentsShare = 0.02...1
    /// The chance that one who was asked names a partner from memory, where the dataset does not say.
    public var recallChance = 0.5...1
    public var factors: Set<Factor> = []
    public var dimensionWeights: [Dimension: Double] = [:]
    public var indicatorWeights: [String: Double] = [:]

    /// Draws are kept in memory.
    public static let mostDraws = 1_000_000
    public static let mostSobolRows = 100_000
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
