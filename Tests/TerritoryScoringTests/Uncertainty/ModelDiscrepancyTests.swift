import GraphKernels
import NetworkModel
import Testing
import Vocabulary

@testable import TerritoryScoring

/// What the model of the unobserved may be off by: in every draw, as much as is drawn in it.
struct ModelDiscrepancyTests {
    private func preparation(
        _ made: Made, _ survey: Survey?, respondents: [Int] = [], draws: Int = 300, seed: UInt64 = 1,
        _ change: (inout ScoringMethod, inout ScoringOptions) -> Void = { _, _ in }
    ) throws -> Preparation {
        var method = try ScoringMethod.standard()
        method.factors = [.unobservedTies, .modelDiscrepancy]
        method.chanceTerritories = 0
        var options = ScoringOptions()
        (options.draws, options.seed) = (draws, seed)
        (options.hasNulls, options.hasLeverage, options.hasSensitivity) = (false, false, false)
        options.respondents = respondents.map { Respondent(actor: made.actors[$0].id) }
        change(&method, &options)
        return try Preparation(made.network(survey), method, options)
    }

    private func drawn(
        _ made: Made, _ survey: Survey?, respondents: [Int] = [], draws: Int = 300,
        _ change: (inout ScoringMethod, inout ScoringOptions) -> Void = { _, _ in }
    ) throws -> Uncertainty {
        try #require(
            preparation(made, survey, respondents: respondents, draws: draws, change).score(nil).uncertainty)
    }

    private func logit(_ value: Double) -> Double { naturalLogarithm(value) - naturalLogarithm(1 - value) }

    @Test func oddsAreMultiplied() {
        for value in [0.01, 0.2, 0.5, 0.93] {
            for delta in [-3.0, -0.4, 0.7, 2] {
                let moved = ModelDiscrepancy.moved(value, by: delta)
                #expect(abs(logit(moved) - logit(value) - delta) < 1e-12)
            }
            #expect(ModelDiscrepancy.moved(value, by: 0) == value)
        }
        for delta in [-30.0, 30] {
            #expect(ModelDiscrepancy.moved(0, by: delta) == 0 && ModelDiscrepancy.moved(1, by: delta) == 1)
        }
    }

    /// As many times the variance of a sample as its constant squared says, what was asked and what documents tell together.
    @Test func itsVarianceIsThatOfASample() {
        for axis in Axis.allCases {
            #expect(ModelDiscrepancy.spread(axis, .none) == 0)
            var last = -1.0
            for drawn in [0.001, 0.1, 0.4, 0.8, 0.95, 1] {
                for documents in [0, 0.25, 1] {
                    let share = UnobservedShare(asked: drawn * (1 - documents), documents: drawn * documents)
                    let (asked, told) = (ModelDiscrepancy.asked(axis), ModelDiscrepancy.documents(axis))
                    let constant = asked * asked * (1 - documents) + told * told * documents
                    let variance = constant * drawn / max(0.05, 1 - drawn)
                    let spread = ModelDiscrepancy.spread(axis, share)
                    #expect(abs(spread * spread - variance) < 1e-12)
                }
                let spread = ModelDiscrepancy.spread(axis, UnobservedShare(asked: drawn, documents: 0))
                #expect(spread > last)
                last = spread
            }
        }
        #expect(ModelDiscrepancy.spread(.interaction, UnobservedShare(asked: 0, documents: 0.5)) > 0.1)
        #expect(ModelDiscrepancy.spread(.interaction, UnobservedShare(asked: 0.9, documents: 0)) < 1)
    }

    /// Counted row by row: what stands in the completed code and not in the territory's own.
    @Test func whatNobodyToldOfIsCounted() throws {
        var made = Made.random(11, insiders: 14)
        made.event("meeting", with: [0, 1, 2, 3, 4])
        var description = try made.network().description
        for layer in ["cooperation", "events"] { description.surveys?[layer] = Survey(.documents) }
        for layer in ["supply", "pooled_resources"] { description.surveys?[layer] = Survey(.roster) }
        let network = try made.network().replacing(description: description)
        let own = try preparation(made, nil)
        let preparation = try Preparation(network, own.method, own.options)
        let completion = try #require(Completion(preparation, preparation.observation))
        let rows = ToldRows(preparation)
        var seen = 0.0
        for draw in 0..<10 {
            var random = RandomSource(seed: 3, part: draw)
            var presence = preparation.presence
            let scenario = completion.completed(
                preparation.scenario, completion.sample(&random), &presence, &random)
            let situation = Situation(scenario, presence, cascadeProbability: 0.5)
            let known = Set(preparation.code.memberships.map { [$0.actor, $0.event] })
            var (all, told, asked) = (0.0, 0.0, 0.0)
            for place in situation.interaction {
                let tie = Int(scenario.interaction[Int(place)].tie)
                let layer = scenario.code.layers[Int(scenario.code.ties[tie].layer)]
                all += 1
                guard tie >= preparation.code.ties.count else { continue }
                if layer == .cooperation { told += 1 } else { asked += 1 }
            }
            for place in situation.interactionSeats {
                let seat = scenario.interactionSeats[Int(place)]
                all += 1
                guard !known.contains([seat.actor, seat.event]) else { continue }
                if scenario.code.events[Int(seat.event)].isPooled { asked += 1 } else { told += 1 }
            }
            let share = rows.unobserved(situation).interaction
            #expect(abs(share.documents - told / all) < 1e-12 && abs(share.asked - asked / all) < 1e-12)
            seen += min(told, asked)
        }
        #expect(seen > 0)
        #expect(rows.unobserved(preparation.situation).interaction == .none)
        #expect(rows.unobserved(preparation.situation).learning == .none)
    }

    /// Each draw is the one without it, its odds multiplied: by normal factors of the stated spread, apart for the axes.
    @Test func drawsAreMovedByNormalErrors() throws {
        let made = Made.random(5, insiders: 14)
        for (survey, asked) in [(Survey(.documents), []), (Survey(.roster), [0, 1, 2])] {
            let with = try drawn(made, survey, respondents: asked, draws: 600)
            let without = try drawn(made, survey, respondents: asked, draws: 600) { method, _ in
                method.factors = [.unobservedTies]
            }
            var errors: [Axis: [Double]] = [:]
            for axis in Axis.allCases {
                let (moved, still) =
                    axis == .learning
                    ? (with.learning, without.learning) : (with.interaction, without.interaction)
                for (draw, (one, other)) in zip(moved, still).enumerated() {
                    guard let one, let other, other > 1e-9, other < 1 - 1e-9 else { continue }
                    let spread = try ModelDiscrepancy.spread(axis, #require(with.unobserved[axis])[draw])
                    if spread > 0 {
                        errors[axis, default: []].append((logit(one) - logit(other)) / spread)
                    } else {
                        #expect(one == other)
                    }
                }
            }
            #expect(errors[.interaction]?.count ?? 0 > 300)
            for values in errors.values {
                let mean = values.reduce(0, +) / Double(values.count)
                let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
                #expect(abs(mean) < 0.15 && abs(variance - 1) < 0.2)
            }
            if let one = errors[.learning], let other = errors[.interaction], one.count == other.count {
                #expect(abs(zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }) / Double(one.count) < 0.15)
            }
        }
    }

    /// Verdicts are of the moved scores, not of those before.
    @Test func verdictsAreOfWhatWasMoved() throws {
        let uncertainty = try drawn(Made.random(5, insiders: 14), Survey(.documents)) { method, _ in
            method.threshold = 0.4
        }
        for draw in uncertainty.configurations.indices {
            guard let learning = uncertainty.learning[draw], let interaction = uncertainty.interaction[draw] else {
                continue
            }
            #expect(
                uncertainty.configurations[draw]
                    == Configuration(learning: learning, interaction: interaction, threshold: 0.4))
        }
    }

    /// An error upwards never takes a draw below chance, one downwards never lifts it above, and some do what they can.
    @Test func whatIsAboveChanceIsMovedToo() throws {
        let made = Made.random(9, insiders: 14)
        func strong(_ factors: Set<Factor>) throws -> Uncertainty {
            try drawn(made, Survey(.documents), draws: 200) { method, _ in
                (method.factors, method.chanceTerritories) = (factors, 20)
                (method.threshold, method.thresholdRange) = (0.001, 0.001...0.001)
            }
        }
        let (with, without) = (try strong([.unobservedTies, .modelDiscrepancy]), try strong([.unobservedTies]))
        func isStrong(_ configuration: Configuration?) -> Bool? {
            configuration.map { [.potentialMilieu, .innovativeMilieu].contains($0) }
        }
        var changed = 0
        for draw in 0..<200 {
            guard let one = isStrong(with.configurations[draw]), let other = isStrong(without.configurations[draw]),
                let moved = with.interaction[draw], let still = without.interaction[draw]
            else { continue }
            if one != other { changed += 1 }
            if one != other { #expect(one == (moved > still)) }
        }
        #expect(changed > 0)
    }

    @Test func whereAllWasSeenThereIsNone() throws {
        let made = Made.random(5, insiders: 14)
        let score = try preparation(made, nil).score(nil)
        for axis in Axis.allCases {
            let interval = try #require(score.axis(axis).interval)
            #expect(interval.low == interval.high && interval.median == score.axis(axis).overKnown)
        }
        #expect(score.uncertainty?.factors == [])
        let asked = try preparation(made, Survey(.roster), respondents: Array(made.actors.indices)).score(nil)
        #expect(asked.interaction.interval.map { $0.high - $0.low } == 0)
    }

    /// The sensitivity tells how much of the variance is the model's.
    @Test func theSensitivityTellsOfIt() throws {
        let uncertainty = try drawn(Made.random(5, insiders: 14), Survey(.documents), draws: 200) { _, options in
            options.hasSensitivity = true
        }
        #expect(uncertainty.factors == [.unobservedTies, .modelDiscrepancy])
        let row = try #require(
            uncertainty.sensitivity.first { $0.factor == .modelDiscrepancy && $0.output == .interaction })
        let other = try #require(
            uncertainty.sensitivity.first { $0.factor == .unobservedTies && $0.output == .interaction })
        #expect(try #require(row.totalEstimate) > 0.02 && #require(row.totalEstimate) < #require(other.totalEstimate))
        let data = try #require(uncertainty.openness.first { $0.origin == .data && $0.output == .interaction })
        #expect(try abs(#require(data.totalEstimate) - 1) < 0.2)
    }
}
