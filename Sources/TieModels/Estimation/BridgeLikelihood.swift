import GraphKernels

/// The log-likelihood of a fit, by a path from coefficients of which it is known: the mean gap between observed and
/// simulated statistics along the path, times its length (Gelman and Meng 1998; Hunter and Handcock 2006).
enum BridgeLikelihood {
    private static let stations = 16

    /// Nil where a station cannot be simulated.
    ///
    /// - Complexity: 16 rounds of 4 · 128 draws.
    static func value(_ model: TieModel, _ fit: TieFit, _ proposals: PairProposals, seed: UInt64) -> Double? {
        var start = [Double](repeating: 0, count: model.coefficientCount)
        var sum = -Double(fit.pairs) * Logarithm.natural(2)
        if !model.pairTerms.isEmpty {
            guard let plain = try? PseudoLikelihood(model.pairPart) else { return nil }
            for (place, value) in plain.estimate.enumerated() { start[model.order[place]] = value }
            sum = plain.logLikelihood
        }
        var pool = ChainPool(model, proposals, seed: seed, firstStream: 100_000)
        var hidden =
            model.unobserved.isEmpty
            ? nil : ChainPool(model, proposals, seed: seed, firstStream: 101_000, onlyUnobserved: true)
        let way = zip(fit.estimate, start).map(-)
        for station in 0..<stations {
            let share = (Double(station) + 0.5) / Double(stations)
            let here = zip(start, way).map { $0 + share * $1 }
            let interval = max(32, fit.interval / 2)
            guard let sample = pool.sample(here, size: 128, interval: interval, burnIn: fit.burnIn) else { return nil }
            var target = fit.observed
            if hidden != nil {
                guard
                    let told = hidden?.sample(
                        here, size: 128, interval: max(16, model.unobserved.count / 4), burnIn: fit.burnIn)
                else { return nil }
                target = told.mean
            }
            for place in way.indices { sum += way[place] * (target[place] - sample.mean[place]) / Double(stations) }
        }
        return sum
    }
}
