import GraphKernels

extension TieFit {
    /// How the simulation of the last round went, for one term.
    public struct Diagnostic: Sendable {
        /// As `statnet` prints it.
        public let name: String
        /// The statistic of the observed network, or its mean where part of it is unobserved.
        public let observed: Double
        /// Mean and standard deviation of the simulated networks.
        public let mean: Double
        /// Of the simulated networks.
        public let deviation: Double
        /// How many independent networks say as much of the mean.
        public let effectiveSize: Double
        /// Between one network and the next of a chain, −1 to 1; nil where the statistic does not vary.
        public let autocorrelation: Double?
        /// The first tenth of each chain against its last half, in standard errors (Geweke 1992): the z of the chain that is
        /// furthest off; nil where the statistic does not vary.
        public let geweke: Double?
        /// The spread over all chains by that within each, 1 where they agree (Gelman and Rubin 1992); nil where the
        /// statistic does not vary.
        public let chainRatio: Double?
    }

    /// A row for each term; empty where the likelihood was written down, since nothing was simulated.
    public var diagnostics: [Diagnostic] {
        guard let sample else { return [] }
        let sizes = sample.effectiveSizes
        return coefficients.indices.map { place in
            let chains = sample.chains.map { $0.map { $0[place] } }
            return Diagnostic(
                name: coefficients[place].name, observed: observed[place], mean: sample.mean[place],
                deviation: sample.covariance[place, place].squareRoot(), effectiveSize: sizes[place],
                autocorrelation: Series.autocorrelation(chains), geweke: Series.geweke(chains),
                chainRatio: Series.chainRatio(chains))
        }
    }

    /// The statistics along the chains of the last round: chain, network, a number for each term.
    public var traces: [[[Double]]] { sample?.chains ?? [] }
}

/// What is asked of numbers along several chains.
enum Series {
    private static func mean(_ values: some Collection<Double>) -> Double {
        values.reduce(0, +) / Double(max(values.count, 1))
    }

    private static func variance(_ values: some Collection<Double>) -> Double {
        let mean = mean(values)
        return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(values.count - 1, 1))
    }

    /// Of neighbours, over all chains.
    static func autocorrelation(_ chains: [[Double]]) -> Double? {
        let whole = mean(chains.flatMap { $0 })
        let all = chains.reduce(0) { sum, chain in chain.reduce(sum) { $0 + ($1 - whole) * ($1 - whole) } }
        guard all > 0 else { return nil }
        let products = chains.reduce(0) { sum, chain in
            zip(chain, chain.dropFirst()).reduce(sum) { $0 + ($1.0 - whole) * ($1.1 - whole) }
        }
        return products / all
    }

    /// The variance of a mean of neighbours that say alike, by means of batches.
    private static func varianceOfMean(_ values: ArraySlice<Double>) -> Double {
        let length = max(1, Int(Double(values.count).squareRoot()))
        let means = stride(from: values.startIndex, through: values.endIndex - length, by: length).map {
            mean(values[$0..<$0 + length])
        }
        return variance(means) / Double(max(means.count, 1))
    }

    static func geweke(_ chains: [[Double]]) -> Double? {
        let found = chains.compactMap { chain -> Double? in
            guard chain.count >= 40 else { return nil }
            let (first, last) = (chain[..<(chain.count / 10)], chain[(chain.count / 2)...])
            let spread = varianceOfMean(first) + varianceOfMean(last)
            return spread > 0 ? (mean(first) - mean(last)) / spread.squareRoot() : nil
        }
        return found.max { abs($0) < abs($1) }
    }

    static func chainRatio(_ chains: [[Double]]) -> Double? {
        guard chains.count > 1, let length = chains.map(\.count).min(), length > 1 else { return nil }
        let within = mean(chains.map { variance($0) })
        guard within > 0 else { return nil }
        let between = variance(chains.map { mean($0) })
        let count = Double(length)
        return (((count - 1) / count * within + between) / within).squareRoot()
    }
}
