import NetworkModel
import Testing
import Vocabulary

@testable import TerritoryScoring

/// What the score rests on, against the score of a territory from which the row was really taken out.
struct LeverageTests {
    /// Without what is estimated at random (the cascade, and the closure that chance gives), so that
    /// the two ways can be compared to the last digits.
    private func score(_ made: Made, leverage: Bool) throws -> TerritoryScore {
        try made.score { method, options in
            method.cascadeProbability = 1
            for id in ["closure", "multiplexity", "robustness"] { method.indicatorWeights[id] = 0 }
            (options.hasLeverage, options.leverageCount) = (leverage, 1000)
        }
    }

    /// The axis over the indicators that were defined before.
    private func axis(_ axis: Axis, of after: TerritoryScore, like before: TerritoryScore) throws -> Double? {
        var method = try ScoringMethod.standard()
        // Of actors that hold as much together the first leaves, which follows the order of what is there.
        for id in ["closure", "multiplexity", "robustness"] { method.indicatorWeights[id] = 0 }
        let rows = (before.learning.indicators + before.interaction.indicators).map { ($0.indicator.id, $0.value.value) }
        let known = Dictionary(uniqueKeysWithValues: rows)
        let found = Dictionary(
            uniqueKeysWithValues: (after.learning.indicators + after.interaction.indicators).map { ($0.indicator.id, $0.value.value) })
        let values = IndicatorCatalogue.all.map { known[$0.id]! == nil ? nil : found[$0.id]! }
        return Aggregation(method).outcome(axis, values).score
    }

    private func isActivationKnown(_ score: TerritoryScore) -> Bool {
        score.interaction.indicators.contains { $0.indicator.id == "activation" && $0.value.value != nil }
    }

    @Test func everyEntryIsTheScoreWithoutIt() throws {
        var compared = 0
        for seed in 0..<12 {
            var made = Made.random(UInt64(seed), insiders: 9)
            // Without its head a group falls apart, which is more than the head leaving.
            for place in made.actors.indices { made.actors[place].parent = nil }
            let before = try score(made, leverage: true)
            let leverage = try #require(before.leverage)
            for entry in leverage.actors {
                // The nomenclature of sectors is that of the dataset, whoever leaves.
                let after = try score(made.without(actor: entry.id), leverage: false)
                // Whether dormant ties were asked for is the dataset's, whoever leaves.
                if !isActivationKnown(after), isActivationKnown(before) { continue }
                for (own, axis) in [(entry.learning, Axis.learning), (entry.interaction, .interaction)] {
                    if axis == .learning, made.actors.contains(where: { $0.id == entry.id && $0.sector != nil }) { continue }
                    let expected = try self.axis(axis, of: after, like: before)
                    #expect(abs((own ?? -1) - (expected ?? -1)) < 1e-9, "\(seed) \(entry.id) \(axis)")
                    compared += 1
                }
            }
            for entry in leverage.events {
                let after = try score(made.without(event: entry.id), leverage: false)
                for (own, axis) in [(entry.learning, Axis.learning), (entry.interaction, .interaction)] {
                    let expected = try self.axis(axis, of: after, like: before)
                    #expect(abs((own ?? -1) - (expected ?? -1)) < 1e-9, "\(seed) \(entry.id) \(axis)")
                    compared += 1
                }
            }
            let distances = leverage.actors.map(\.distance)
            #expect(distances == distances.sorted(by: >))
        }
        #expect(compared > 100)
    }

    @Test func whatMovesNothingIsNotListed() throws {
        var made = Made()
        made.actors(5)
        made.actor("stranger", inside: false)
        made.tie(0, 1)
        made.tie(1, 2)
        #expect(try !score(made, leverage: true).leverage!.actors.contains { $0.id == "stranger" })
    }
}

extension Made {
    func without(actor id: String) -> Made {
        var made = self
        let gone = actors.firstIndex { $0.id == id }!
        func moved(_ place: Int) -> Int { place > gone ? place - 1 : place }
        made.actors.remove(at: gone)
        made.ties = ties.filter { $0.source != gone && $0.target != gone }.map {
            Tie(source: moved($0.source), target: moved($0.target), kind: $0.kind, weight: $0.weight, details: $0.details)
        }
        made.participation = participation.filter { $0.actor != gone }.map {
            Participation(actor: moved($0.actor), event: $0.event)
        }
        return made
    }

    func without(event id: String) -> Made {
        var made = self
        let gone = events.firstIndex { $0.id == id }!
        made.events.remove(at: gone)
        made.participation = participation.filter { $0.event != gone }.map {
            Participation(actor: $0.actor, event: $0.event > gone ? $0.event - 1 : $0.event)
        }
        return made
    }
}
