import GraphKernels
import NetworkModel
import Testing
import Vocabulary

@testable import TerritoryScoring

/// The draws: Monte Carlo errors that are true, Sobol indices that are known, unknowns that widen.
struct UncertaintyTests {
    // MARK: Sobol indices

    /// Rows of Saltelli's design for a function of independent uniforms.
    private func indices(
        of function: ([Double]) -> Double, inputs: Int, rows: Int, seed: UInt64, on range: ClosedRange<Double>
    ) -> [SobolIndices] {
        var random = RandomSource(seed: seed, part: 0)
        func point() -> [Double] { (0..<inputs).map { _ in random.uniform(range) } }
        let (first, second) = ((0..<rows).map { _ in point() }, (0..<rows).map { _ in point() })
        return (0..<inputs).map { input in
            let exchanged = zip(first, second).map { a, b in
                var mixed = a
                mixed[input] = b[input]
                return function(mixed)
            }
            return SobolIndices(
                first: first.map(function), second: second.map(function), exchanged: exchanged,
                looks: (0..<Int32(rows)).map { $0 }, bootstrap: 40, seed: seed)
        }
    }

    /// Rows of one look are alike in what it shows: told as independent, they would promise four times as much.
    @Test func rowsOfOneLookAreResampledTogether() throws {
        var random = RandomSource(seed: 3, part: 0)
        let looks = (0..<400).map { Int32($0 / 4) }
        func column() -> [Double] {
            let seen = (0..<100).map { _ in random.unit() }
            return looks.map { seen[Int($0)] }
        }
        let (a, b) = (column(), column())
        func total(_ looks: [Int32]) -> SobolIndices {
            SobolIndices(first: a, second: b, exchanged: b, looks: looks, bootstrap: 400, seed: 1)
        }
        let (together, apart) = (total(looks), total((0..<400).map { $0 }))
        #expect(together.first == apart.first && together.total == apart.total)
        func width(_ indices: SobolIndices) throws -> Double {
            let interval = try #require(indices.totalInterval)
            return interval.high - interval.low
        }
        // Four alike tell what one tells: twice the width.
        #expect(abs(try width(together) / width(apart) - 2) < 0.4)
    }

    /// Ishigami and Homma (1990), a = 7, b = 0.1: the values of Saltelli et al. 2008, Global
    /// Sensitivity Analysis, p. 179 (from the closed form).
    @Test func sobolIndicesOfIshigamiAreItsOwn() {
        func ishigami(_ x: [Double]) -> Double {
            sine(x[0]) + 7 * sine(x[1]) * sine(x[1]) + 0.1 * x[2] * x[2] * x[2] * x[2] * sine(x[0])
        }
        let found = indices(of: ishigami, inputs: 3, rows: 8000, seed: 1, on: -Double.pi...Double.pi)
        for (index, expected) in zip(found, [(0.3139, 0.5576), (0.4424, 0.4424), (0.0, 0.2437)]) {
            #expect(abs(index.first! - expected.0) < 0.05)
            #expect(abs(index.total! - expected.1) < 0.05)
        }
    }

    /// Sobol's g-function: V_i = 1/(3(1 + a_i)²), V = Π(1 + V_i) − 1, total V_i Π_{j≠i}(1 + V_j)/V.
    @Test func sobolIndicesOfTheGFunctionAreItsOwn() {
        let a = [0.0, 0.5, 3, 9]
        func g(_ x: [Double]) -> Double { zip(a, x).reduce(1) { $0 * (abs(4 * $1.1 - 2) + $1.0) / (1 + $1.0) } }
        let parts = a.map { 1 / (3 * (1 + $0) * (1 + $0)) }
        let product = parts.reduce(1) { $0 * (1 + $1) }
        var covered = 0
        for seed in 1...10 {
            let found = indices(of: g, inputs: 4, rows: 2000, seed: UInt64(seed), on: 0...1)
            for (index, part) in zip(found, parts) {
                let (first, total) = (part / (product - 1), part * product / (1 + part) / (product - 1))
                #expect(abs(index.first! - first) < 0.12 && abs(index.total! - total) < 0.12)
                if let interval = index.totalInterval, (interval.low...interval.high).contains(total) { covered += 1 }
            }
        }
        // 90 % intervals, 40 of them: 36 expected, standard deviation 1.9.
        #expect((28...40).contains(covered))
    }

    /// Where one factor alone varies, all hangs on it.
    @Test(arguments: [Factor.weights, .undefinedIndicators, .aggregation, .indicatorLeftOut])
    func aLoneFactorMakesAllTheVariance(_ factor: Factor) throws {
        let score = try Made.random(3).score(draws: 160) { method, options in
            method.factors = [factor]
            options.hasSensitivity = true
        }
        for row in score.uncertainty!.sensitivity where row.output != .verdict {
            guard let total = row.totalEstimate else { continue }
            #expect(row.factor == factor && abs(total - 1) < 0.25)
        }
        #expect(score.uncertainty!.factors == [factor])
    }

    @Test func withoutAnyFactorTheIntervalIsThePoint() throws {
        for seed in 0..<10 {
            let score = try Made.random(UInt64(seed)).score(draws: 20) { method, _ in method.factors = [] }
            for axis in Axis.allCases {
                guard let interval = score.axis(axis).interval, let point = score.axis(axis).overKnown else { continue }
                #expect(abs(interval.low - point) < 1e-12 && abs(interval.high - point) < 1e-12)
                #expect(interval.errors.largest < 1e-12)
            }
        }
    }

    /// What is less sure than was asked for is no verdict.
    @Test func theVerdictIsAsSureAsWasAskedFor() throws {
        var asked = 0
        for seed in UInt64(0)..<6 {
            let uncertainty = try #require(try Made.random(seed).score(draws: 40).uncertainty)
            guard let best = uncertainty.likeliest, best.probability > 0.5 else { continue }
            #expect(uncertainty.verdict(certainty: best.probability) == best.configuration)
            #expect(uncertainty.verdict(certainty: best.probability + 0.01) == nil)
            asked += 1
        }
        #expect(asked > 0)
    }

    // MARK: Monte Carlo errors

    /// Over forty seeds, medians, ends and probabilities scatter as their errors say.
    @Test func monteCarloErrorsAreTrue() throws {
        let made = Made.random(8, insiders: 6)
        // A threshold amid the draws, so that the probability is neither 0 nor 1.
        let scores = try (0..<40).map { seed in
            try made.score(draws: 100, seed: UInt64(seed) + 100) { method, _ in
                (method.threshold, method.thresholdRange, method.chanceTerritories) = (0.5, 0.3...0.7, 0)
            }
        }
        let intervals = scores.map { $0.interaction.interval! }
        let quantities: [(found: [Double], told: [Double])] = [
            (intervals.map(\.median), intervals.map(\.errors.median)),
            (intervals.map(\.low), intervals.map(\.errors.low)),
            (intervals.map(\.high), intervals.map(\.errors.high)),
            (
                scores.map { $0.uncertainty!.probabilities[0].probability },
                scores.map { $0.uncertainty!.probabilities[0].monteCarloError }
            ),
        ]
        for (found, told) in quantities {
            let spread = try #require(Significance.moments(found).deviation)
            let error = told.reduce(0, +) / 40
            // The deviation of forty has itself a relative error of 11 %.
            #expect(spread < 1.6 * error && spread > 0.55 * error, "\(spread), not \(error)")
        }
    }

    @Test func moreDrawsSettleTheInterval() throws {
        let made = Made.random(12, insiders: 8)
        let (few, many) = (try made.score(draws: 100, seed: 5), try made.score(draws: 1600, seed: 6))
        let (a, b) = (try #require(few.interaction.interval), try #require(many.interaction.interval))
        #expect(abs(a.median - b.median) < 4 * (a.errors.median + b.errors.median))
        #expect(abs(a.low - b.low) < 4 * (a.errors.low + b.errors.low))
        #expect(abs(a.high - b.high) < 4 * (a.errors.high + b.errors.high))
        // Sixteen times the draws, a quarter of the error.
        #expect(b.errors.median < 0.5 * a.errors.median)
    }

    // MARK: Ignorance

    @Test func knowingNothingIsOneTerritoryLikeAnother() throws {
        var unknown = Made()
        unknown.actors(4)
        unknown.surveyed = []
        let score = try unknown.score(draws: 1000)
        let ignorance = try #require(score.uncertainty?.ignorance)
        #expect(ignorance.distance == 0)
        #expect(score.learning.interval == ignorance.learning)
        let known = try #require(try Made.random(2).score(draws: 1000).uncertainty?.ignorance)
        for (a, b) in zip(known.probabilities, ignorance.probabilities) {
            #expect(abs(a.probability - b.probability) < 5 * (a.monteCarloError + b.monteCarloError) + 1e-9)
        }
        #expect(known.distance > 0)
    }

    /// A share of which only half the population was seen lies between what it would be if none and
    /// if all of the rest had it.
    @Test func aPartlyKnownShareLiesWithinWhatTheRestAllows() throws {
        var made = Made()
        for place in 0..<10 {
            made.actor { actor in
                actor.size = 10
                actor.qualifiedShare = place < 6 ? 0.8 : nil
            }
        }
        made.surveyed = []
        let score = try made.score(draws: 1000) { method, _ in
            method.factors = [.partlyKnown]
            method.dimensionWeights = [.absorption: 1, .activation: 1]
            method.indicatorWeights = ["absorptive_capacity": 1, "activation": 1]
        }
        let interval = try #require(score.learning.interval)
        #expect(score.learning.overKnown == 0.8)
        // 0.6 · 0.8 + 0.4 · uniform: 0.48 … 0.88.
        #expect(
            abs(interval.low - 0.50) < 0.015 && abs(interval.high - 0.86) < 0.015 && abs(interval.median - 0.68) < 0.03)
    }

    // MARK: Several territories

    @Test func rankProbabilitiesAreProbabilities() throws {
        let panel = TerritoryComparison(try (0..<4).map { try Made.random(UInt64($0)).score(draws: 80) })
        for axis in Axis.allCases {
            for one in 0..<4 {
                let ranks = try #require(panel.rankProbabilities(of: one, on: axis))
                #expect(abs(ranks.reduce(0, +) - 1) < 1e-12)
                for other in 0..<4 where other != one {
                    let ahead = try #require(panel.probability(that: one, isAheadOf: other, on: axis))
                    let behind = try #require(panel.probability(that: other, isAheadOf: one, on: axis))
                    #expect(abs(ahead + behind - 1) < 1e-12)
                }
            }
        }
    }

    /// What is unknown of one territory says nothing of another: with everything unknown, either is as
    /// likely ahead, and the two do not move together.
    @Test func theUnknownOfTwoTerritoriesIsDrawnApart() throws {
        var (one, other) = (Made(), Made())
        one.actors(4)
        other.actors(5)
        (one.surveyed, other.surveyed) = ([], [])
        let scores = try [one, other].map {
            try $0.score(draws: 1000) { method, _ in method.factors = [.undefinedIndicators] }
        }
        let (x, y) = (scores[0].uncertainty!.learning.map { $0! }, scores[1].uncertainty!.learning.map { $0! })
        let (mx, my) = (x.reduce(0, +) / 1000, y.reduce(0, +) / 1000)
        let product = zip(x, y).reduce(0) { $0 + ($1.0 - mx) * ($1.1 - my) }
        let (sx, sy) = (x.reduce(0) { $0 + ($1 - mx) * ($1 - mx) }, y.reduce(0) { $0 + ($1 - my) * ($1 - my) })
        #expect(abs(product / (sx * sy).squareRoot()) < 0.13)
        let ahead = try #require(TerritoryComparison(scores).probability(that: 0, isAheadOf: 1, on: .learning))
        #expect(abs(ahead - 0.5) < 0.065)
    }

    // MARK: What if

    @Test func nothingSupposedIsNoDifference() throws {
        let made = Made.random(4)
        let change = try Counterfactual(made.network(), method: .standard(), options: made.options(draws: 100))
        #expect(change.differences.allSatisfy { $0.overKnown == 0 && $0.interval?.low == 0 && $0.interval?.high == 0 })
        #expect(change.changedIndicators.isEmpty)
        #expect(change.probabilities.allSatisfy { $0.before == $0.after && $0.monteCarloError == 0 })
    }

    /// Common random numbers: the difference is surer than two scores drawn apart would make it.
    @Test func theDifferenceIsDrawnWithTheSameNumbers() throws {
        var made = Made()
        made.actors(10)
        for place in 0..<9 { made.tie(place, place + 1) }
        let tie = Tie(source: 0, target: 9, kind: Made.kinds.firstIndex { $0.id == "cooperation" }!)
        let change = try Counterfactual(
            made.network(), with: [tie], method: .standard(), options: made.options(draws: 150))
        let difference = try #require(change.differences.first { $0.axis == .interaction })
        let own = try #require(change.before.interaction.interval)
        let interval = try #require(difference.interval)
        #expect(interval.high - interval.low < (own.high - own.low) / 2)
        #expect(try #require(difference.probabilityOfRise) > 0.7)
        #expect(change.changedIndicators.contains { $0.before.indicator.id == "robustness" })
    }
}
