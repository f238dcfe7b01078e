/// What a model says of a network once it is fitted.
public struct TieFit: Sendable {
    /// What the fit says of one term.
    public struct Coefficient: Sendable {
        /// As `statnet` prints it.
        public let name: String
        /// The change of the log-odds of a tie for each unit that the tie adds to the statistic.
        public let estimate: Double
        /// From the inverse of Fisher's information and what simulation adds.
        public let standardError: Double
        /// The part of the standard error that comes of simulation; 0 where the likelihood is exact.
        public let simulationError: Double
        /// Estimate by standard error.
        public let z: Double
        /// Two-sided, of the normal distribution.
        public let p: Double
    }

    /// In the order of the model's terms.
    public let coefficients: [Coefficient]
    /// Natural logarithm of the likelihood; nil where it was not asked for or a constraint leaves it unknown.
    public internal(set) var logLikelihood: Double?
    /// Observed pairs.
    public let pairs: Int
    /// Whether the likelihood was written down instead of simulated.
    public let isExact: Bool
    /// Rounds of simulation; 0 where the likelihood is exact.
    public let rounds: Int
    /// Draws of the last round, and how many independent ones they are worth, of each statistic.
    public let sampleSize: Int
    /// Empty where the likelihood is exact.
    public let effectiveSizes: [Double]
    /// The statistics that were observed, and their mean in the last round.
    public let observed: [Double]
    let estimate: [Double]
    let covariance: Symmetric
    /// Which was fitted.
    let model: TieModel
    /// The last round; nil where the likelihood is exact.
    let sample: TieSample?
    let interval: Int
    let burnIn: Int

    /// −2 log-likelihood + 2 coefficients (Akaike).
    public var aic: Double? { logLikelihood.map { -2 * $0 + 2 * Double(coefficients.count) } }
    /// −2 log-likelihood + coefficients · log of the observed pairs (Schwarz).
    public var bic: Double? {
        logLikelihood.map { -2 * $0 + Double(coefficients.count) * Chance.logarithm(Double(pairs)) }
    }

    init(
        _ model: TieModel, estimate: [Double], covariance: Symmetric, simulation: Symmetric?, logLikelihood: Double?,
        pairs: Int, observed: [Double], rounds: Int = 0, sample: TieSample? = nil, interval: Int = 0, burnIn: Int = 0
    ) {
        coefficients = estimate.indices.map { place in
            let added = simulation?[place, place] ?? 0
            let error = (covariance[place, place] + added).squareRoot()
            let z = estimate[place] / error
            return Coefficient(
                name: model.names[place], estimate: estimate[place], standardError: error,
                simulationError: added.squareRoot(), z: z, p: Chance.twoSided(z))
        }
        (self.estimate, self.covariance, self.logLikelihood, self.pairs) = (estimate, covariance, logLikelihood, pairs)
        (self.observed, self.rounds, self.sample, self.interval, self.burnIn) = (
            observed, rounds, sample, interval, burnIn
        )
        self.model = model
        isExact = sample == nil
        sampleSize = sample?.count ?? 0
        effectiveSizes = sample?.effectiveSizes ?? []
    }
}
