import GraphKernels

/// The log-likelihood of a fit, by a path from coefficients of which it is known: the mean gap between observed and
/// simulated statistics along the path, times its length (Gelman and Meng 1998; Hunter and Handcock 2006).
enum BridgeLikelihood {
    /// Nil where a station cannot be simulated.
    ///
    /// - Parameters:
    ///   - start: coefficients under which the likelihood can be written down.
    ///   - value: the natural logarithm of the likelihood there.
    /// - Complexity: 6 to 24 rounds of 4 · 128 draws: the more standard deviations the path is long, the more.
    static func value(
        _ fit: TieFit, from start: [Double], _ value: Double, _ proposals: PairProposals, seed: UInt64
    ) -> Double? {
        let model = fit.model
        let way = zip(fit.estimate, start).map(-)
        let length = (fit.sample?.covariance.square(way) ?? 0).squareRoot()
        let stations = 6 + Int(min(18, length.rounded(.up)))
        var pool = ChainPool(model, proposals, seed: seed, firstStream: 100_000)
        var hidden =
            model.unobserved.isEmpty
            ? nil : ChainPool(model, proposals, seed: seed, firstStream: 101_000, onlyUnobserved: true)
        let interval = max(32, fit.interval / 2)
        var sum = value
        for station in 0..<stations {
            let share = (Double(station) + 0.5) / Double(stations)
            let here = zip(start, way).map { $0 + share * $1 }
            guard
                let sample = pool.sample(
                    here, size: 128, interval: interval, burnIn: station == 0 ? fit.burnIn : 16 * interval)
            else { return nil }
            var target = fit.observed
            if hidden != nil {
                guard
                    let told = hidden?.sample(
                        here, size: 128, interval: max(16, model.unobserved.count / 4),
                        burnIn: 16 * model.unobserved.count)
                else { return nil }
                target = told.mean
            }
            for place in way.indices { sum += way[place] * (target[place] - sample.mean[place]) / Double(stations) }
        }
        return sum
    }
}
