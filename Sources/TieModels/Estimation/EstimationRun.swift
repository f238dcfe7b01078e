import GraphKernels
import Vocabulary

/// The rounds of one estimation: simulate where the coefficients are, step towards what was observed, and again.
struct EstimationRun {
    private let model: TieModel
    private let options: EstimationOptions
    private let observed: [Double]
    private var estimate: [Double]
    /// Where a walk that left all sense begins anew.
    private let plain: [Double]
    let proposals: PairProposals
    private var pool: ChainPool
    /// Networks with what was observed kept, where not all was.
    private var hidden: ChainPool?
    private var interval: Int
    private var size = 256
    private var round = 0

    init(
        _ model: TieModel, _ options: EstimationOptions, start: [Double], plain: [Double]?, observed: [Double]
    ) {
        (self.model, self.options) = (model, options)
        self.observed = observed
        estimate = start
        self.plain = plain ?? start.map { _ in 0 }
        proposals = PairProposals(model, plain)
        pool = ChainPool(model, proposals, seed: options.seed, firstStream: 0)
        hidden =
            model.unobserved.isEmpty
            ? nil : ChainPool(model, proposals, seed: options.seed, firstStream: 1_000, onlyUnobserved: true)
        interval = min(max(64, model.ties.count / 4), 8_192)
    }

    private var burnIn: Int { 16 * interval + 8 * model.ties.count }

    /// One round: the model's networks, and what was observed, or its mean where part of it is simulated.
    private struct Round {
        let sample: TieSample
        let hidden: TieSample?
        let target: [Double]

        /// Fisher's information: what varies less what varies still once the observed is known.
        var information: Symmetric { hidden.map { sample.covariance - $0.covariance } ?? sample.covariance }
        var gap: [Double] { zip(target, sample.mean).map(-) }
    }

    private mutating func simulate() -> Round? {
        round += 1
        guard let sample = pool.sample(estimate, size: size, interval: interval, burnIn: burnIn) else { return nil }
        var told: TieSample?
        if hidden != nil {
            told = hidden?.sample(
                estimate, size: size, interval: max(16, 2 * model.unobserved.count / 8),
                burnIn: 16 * model.unobserved.count)
        }
        return Round(sample: sample, hidden: told, target: told?.mean ?? observed)
    }

    mutating func fit(pairs: Int) throws(MilieuError) -> TieFit {
        try approach()
        while round < options.roundLimit {
            guard let round = simulate() else { break }
            if let fit = finished(round, pairs) { return fit }
        }
        throw degenerate("after \(round) rounds simulated networks still do not agree with the observed one")
    }

    /// Steps until what was observed lies well within what is simulated.
    private mutating func approach() throws(MilieuError) {
        var good: [Double]?
        var retreats = 0
        while round < options.roundLimit {
            let reached = simulate()
            let reach = reached.map(reach) ?? 0
            guard let reached, reach > 1e-3, let step = reached.information.solve(reached.gap) else {
                retreats += 1
                guard retreats < 25 else { break }
                retreat(to: good)
                continue
            }
            good = estimate
            let share = reach >= 1.05 ? 1 : 0.9 * reach
            let norm = reached.information.square(step).squareRoot()
            if share == 1, norm < 0.7 { return }
            // No step of more than a few standard deviations: further away the moments here say nothing.
            let length = min(share, 2.5 * Double(model.coefficientCount).squareRoot() / norm)
            estimate = zip(estimate, step).map { $0 + length * $1 }
            let least = reached.sample.effectiveSizes.min() ?? 0
            if least < 60, interval < 1 << 17 { interval *= 2 }
        }
        throw degenerate("the observed network lies outside of what the model draws")
    }

    /// Back half of the way to coefficients that gave sensible networks; at first to those without structure.
    private mutating func retreat(to good: [Double]?) {
        let safe = good ?? plain
        estimate = zip(estimate, safe).map { ($0 + $1) / 2 }
        pool = ChainPool(model, proposals, seed: options.seed, firstStream: 2_000 + 8 * round)
    }

    /// By how much of the way from the mean to the observed one stays within the hull.
    private func reach(_ round: Round) -> Double {
        let deviations = (0..<model.coefficientCount).map { round.sample.covariance[$0, $0].squareRoot() }
        guard deviations.allSatisfy({ $0 > 0 }), round.sample.covariance.choleskyFactor(slack: 1e-9) != nil else {
            return 0
        }
        // A part of the draws, evenly: the hull of some lies within that of all.
        let rows = round.sample.chains.flatMap { $0 }
        let stride = max(1, rows.count / 1_024)
        let points = Swift.stride(from: 0, to: rows.count, by: stride).map { number in
            rows[number].indices.map { (rows[number][$0] - round.sample.mean[$0]) / deviations[$0] }
        }
        let direction = round.gap.indices.map { round.gap[$0] / deviations[$0] }
        let length = direction.reduce(0) { $0 + $1 * $1 }.squareRoot()
        guard length > 1e-6 else { return 2 }
        // Where part of the observed is simulated, its mean is inside as a rule; the same test serves.
        return HullReach.reach(points, towards: direction, limit: 2)
    }

    /// The fit, where the draws are worth enough and what they say of the estimate is near where they were made.
    private mutating func finished(_ round: Round, _ pairs: Int) -> TieFit? {
        guard let weighing = Reweighting(round.sample, round.hidden, observed: round.target),
            let covariance = weighing.information.inverse()
        else { return nil }
        let distance = round.information.square(weighing.step).squareRoot()
        let from = estimate
        estimate = zip(estimate, weighing.step).map { $0 + $1 }
        var long = 1 / Double(round.sample.count) * round.sample.longRunCovariance
        if let hidden = round.hidden { long = long + 1 / Double(hidden.count) * hidden.longRunCovariance }
        let simulation = long.between(covariance)
        let worth = round.sample.effectiveSizes.min() ?? 0
        let isPrecise = (0..<model.coefficientCount).allSatisfy {
            simulation[$0, $0] <= options.precision * options.precision * covariance[$0, $0]
        }
        guard distance < 0.25, isPrecise, worth >= Double(options.effectiveSize) else {
            grow(worth, isPrecise)
            if distance > 1.5 { estimate = zip(from, estimate).map { $0 + ($1 - $0) * 1.5 / distance } }
            return nil
        }
        return TieFit(
            model, estimate: estimate, covariance: covariance, simulation: simulation, logLikelihood: nil, pairs: pairs,
            observed: observed, rounds: self.round, sample: round.sample, interval: interval, burnIn: burnIn)
    }

    /// More draws, and where neighbouring ones say the same, further apart: as many as the last ones foretell.
    private mutating func grow(_ worth: Double, _ isPrecise: Bool) {
        let wanted = Double(options.effectiveSize) * 1.3
        guard worth < wanted || !isPrecise else { return }
        let factor = min(32, max(isPrecise ? 1.1 : 2, wanted / max(worth, 1)))
        let further = min(factor, max(1, Double(size * ChainPool.count) / max(worth, 1) / 3))
        interval = min(1 << 20, Int(Double(interval) * further))
        size = min(8_192, Int(Double(size) * factor / further) + 1)
    }

    private func degenerate(_ how: String) -> MilieuError {
        let structure = model.structuralTerms.indices.map {
            Excerpt.of(model.names[model.order[model.pairTerms.count + $0]])
        }
        return MilieuError(
            .usage,
            "The model seems degenerate: \(how), as where almost all its networks are almost empty or almost full (Handcock 2003).",
            remedy:
                "Take gwesp and gwdegree instead of triangle and kstar, another decay, or leave one out of: \(structure.joined(separator: ", "))."
        )
    }
}
