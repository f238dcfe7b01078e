import GraphKernels

/// The step from where draws were made to the likeliest coefficients, by weighing the draws (Geyer and Thompson 1992):
/// the greatest of Δ · g(observed) − log mean exp(Δ · g).
struct Reweighting {
    /// From the coefficients of the draws to the estimate.
    let step: [Double]
    /// Fisher's information at the estimate.
    let information: Symmetric

    /// Nil where the draws vary too little to say.
    init?(_ sample: TieSample, _ hidden: TieSample?, observed: [Double]) {
        let rows = sample.chains.flatMap { $0 }
        let hiddenRows = hidden?.chains.flatMap { $0 }
        var step = [Double](repeating: 0, count: observed.count)
        var now = Self.state(rows, hiddenRows, observed, step)
        for _ in 0..<30 {
            guard let move = now.information.solve(now.gradient) else { return nil }
            let gain = zip(move, now.gradient).reduce(0) { $0 + $1.0 * $1.1 }
            guard gain > 1e-10 else { break }
            // A step that leaves few draws with weight is cut: what lies there they do not tell.
            var share = min(1, 1 / gain.squareRoot())
            var (next, there) = (now, step)
            while share > 1e-3 {
                there = zip(step, move).map { $0 + share * $1 }
                next = Self.state(rows, hiddenRows, observed, there)
                if next.value >= now.value, next.worth > 0.25 * Double(rows.count) { break }
                share /= 2
            }
            guard share > 1e-3 else { break }
            (step, now) = (there, next)
        }
        self.step = step
        information = now.information
    }

    private struct State {
        let value: Double
        let gradient: [Double]
        let information: Symmetric
        let worth: Double
    }

    private static func state(
        _ rows: [[Double]], _ hidden: [[Double]]?, _ observed: [Double], _ step: [Double]
    ) -> State {
        let drawn = weighed(rows, step)
        guard let hidden else {
            return State(
                value: zip(step, observed).reduce(0) { $0 + $1.0 * $1.1 } - drawn.logMean,
                gradient: zip(observed, drawn.mean).map(-), information: drawn.covariance, worth: drawn.worth)
        }
        let told = weighed(hidden, step)
        return State(
            value: told.logMean - drawn.logMean, gradient: zip(told.mean, drawn.mean).map(-),
            information: drawn.covariance - told.covariance, worth: drawn.worth)
    }

    private struct Weighed {
        let logMean: Double
        let mean: [Double]
        let covariance: Symmetric
        /// How many equal weights are worth as much.
        let worth: Double
    }

    private static func weighed(_ rows: [[Double]], _ step: [Double]) -> Weighed {
        let sums = rows.map { row in zip(row, step).reduce(0) { $0 + $1.0 * $1.1 } }
        let top = sums.max() ?? 0
        let weights = sums.map { Logarithm.exponential($0 - top) }
        let total = weights.reduce(0, +)
        let squares = weights.reduce(0) { $0 + $1 * $1 }
        let (mean, covariance) = TieSample.moments(rows, weights: weights)
        return Weighed(
            logMean: top + Logarithm.natural(total / Double(rows.count)), mean: mean, covariance: covariance,
            worth: total * total / squares)
    }
}
