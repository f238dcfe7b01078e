import GraphKernels

@testable import TieModels

/// All networks of a few nodes, each with its statistics counted from the definition: slow, and knowing nothing of
/// chains, changes or caches.
struct Enumeration {
    let pairs: [(Int, Int)]
    /// Of each network, by the bits of its number.
    let statistics: [[Double]]
    /// Of each network what offsets add to the logarithm of its weight.
    var given: [Double]

    init(nodes: Int, directed: Bool, _ count: ([[Bool]]) -> [Double]) {
        var pairs: [(Int, Int)] = []
        for i in 0..<nodes { for j in (directed ? 0 : i + 1)..<nodes where i != j { pairs.append((i, j)) } }
        self.pairs = pairs
        statistics = (0..<1 << pairs.count).map { number in
            var tied = [[Bool]](repeating: [Bool](repeating: false, count: nodes), count: nodes)
            for (place, pair) in pairs.enumerated() where number >> place & 1 == 1 {
                tied[pair.0][pair.1] = true
                if !directed { tied[pair.1][pair.0] = true }
            }
            return count(tied)
        }
        given = statistics.map { _ in 0 }
    }

    /// The last of the statistics becomes an offset of this coefficient.
    func lastGiven(_ coefficient: Double) -> Enumeration {
        var other = Enumeration(pairs: pairs, statistics: statistics.map { Array($0.dropLast()) }, given: given)
        other.given = statistics.map { $0[$0.count - 1] == 0 ? 0 : coefficient * $0[$0.count - 1] }
        return other
    }

    private init(pairs: [(Int, Int)], statistics: [[Double]], given: [Double]) {
        (self.pairs, self.statistics, self.given) = (pairs, statistics, given)
    }

    func number(_ ties: [(Int, Int)]) -> Int {
        pairs.enumerated().reduce(0) { number, pair in
            ties.contains { $0 == pair.element } ? number | 1 << pair.offset : number
        }
    }

    /// Mean, covariance and log κ among the networks that agree with `kept` where `known` has a bit.
    func moments(
        _ theta: [Double], kept: Int = 0, known: Int = 0, among allowed: (Int) -> Bool = { _ in true }
    ) -> (mean: [Double], covariance: Symmetric, log: Double) {
        let chosen = statistics.indices.filter { $0 & known == kept & known && allowed($0) }
        let sums = chosen.map { zip(theta, statistics[$0]).reduce(given[$0]) { $0 + $1.0 * $1.1 } }
        let top = sums.max() ?? 0
        let weights = sums.map { Logarithm.exponential($0 - top) }
        let (mean, covariance) = TieSample.moments(chosen.map { statistics[$0] }, weights: weights)
        return (mean, covariance, top + Logarithm.natural(weights.reduce(0, +)))
    }

    struct Fit {
        let theta: [Double]
        let errors: [Double]
        let logLikelihood: Double
    }

    /// The likeliest coefficients, by Newton's method on the exact likelihood.
    ///
    /// - Parameter allowed: which networks there can be.
    func likeliest(_ observed: Int, known: Int, among allowed: (Int) -> Bool = { _ in true }) -> Fit {
        var theta = [Double](repeating: 0, count: statistics[0].count)
        for _ in 0..<300 {
            let (all, told) = (
                moments(theta, among: allowed), moments(theta, kept: observed, known: known, among: allowed)
            )
            let information = all.covariance - told.covariance
            guard let step = information.solve(zip(told.mean, all.mean).map(-)) else { break }
            let largest = step.map(abs).max() ?? 0
            theta = zip(theta, step).map { $0 + $1 * min(1, 0.5 / max(largest, 1e-12)) }
            if largest < 1e-11 { break }
        }
        let (all, told) = (
            moments(theta, among: allowed), moments(theta, kept: observed, known: known, among: allowed)
        )
        let inverse = (all.covariance - told.covariance).inverse()
        return Fit(
            theta: theta, errors: theta.indices.map { (inverse?[$0, $0] ?? -1).squareRoot() },
            logLikelihood: told.log - all.log)
    }
}
