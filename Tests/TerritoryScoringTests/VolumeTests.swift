import GraphKernels
import NetworkModel
import Testing
import Vocabulary

@testable import TerritoryScoring

/// More ties are more interaction, and no ties none: what the score must do where a territory loses them.
struct VolumeTests {
    private func isInteraction(_ tie: Tie) -> Bool { Made.kinds[tie.kind].layer != .knowledge }

    /// The territory with each of its ties of interaction kept by chance.
    private func thinned(_ made: Made, _ share: Double, _ random: inout RandomSource) -> Made {
        var less = made
        less.ties = made.ties.filter { !isInteraction($0) || random.unit() < share }
        return less
    }

    @Test(arguments: [Recipe.innovative, .district, .technopole])
    func deletingTiesNeverRaisesTheExpectedInteraction(_ recipe: Recipe) throws {
        var means: [Double] = []
        for share in [1, 0.7, 0.4, 0.2, 0.05] {
            var random = RandomSource(seed: 6, part: 0)
            let scores = try (0..<8).map { try thinned(recipe.made($0), share, &random).score().interaction.overKnown! }
            means.append(scores.reduce(0, +) / 8)
        }
        #expect(zip(means, means.dropFirst()).allSatisfy { $1 <= $0 + 0.005 }, "\(means)")
    }

    @Test func fifteenTiesAreLessThanHalfOfAMilieu() throws {
        for seed in 0..<4 {
            let made = Recipe.innovative.made(UInt64(seed))
            var random = RandomSource(seed: 8, part: seed)
            var cut = made
            let places = made.ties.indices.filter { isInteraction(made.ties[$0]) }.shuffled(using: &random)
            let kept = Set(places.prefix(15))
            cut.ties = made.ties.indices.filter { !isInteraction(made.ties[$0]) || kept.contains($0) }.map {
                made.ties[$0]
            }
            // Its meetings and shared resources are gone with the ties.
            cut.participation = made.participation.filter { made.events[$0.event].kind == "training" }
            let (whole, part) = (try made.score().interaction.overKnown!, try cut.score().interaction.overKnown!)
            #expect(part < whole / 2, "\(part) of \(whole)")
        }
    }

    @Test func separateCouplesAreLow() throws {
        var made = Made()
        for place in 0..<40 { made.actor(kind: place % 2 == 0 ? "firm" : "school") }
        for place in stride(from: 0, to: 40, by: 2) {
            for kind in ["help", "supply"] {
                made.tie(place, place + 1, kind)
                made.tie(place + 1, place, kind)
            }
        }
        let score = try made.score(draws: 200)
        let values = Dictionary(
            uniqueKeysWithValues: score.interaction.indicators.map { ($0.indicator.id, $0.value.value) })
        // Everyone has a partner, who gives back: that is all there is.
        #expect(values["interaction_participation"] == 1 && values["reciprocity"] == 1)
        #expect(values["closure"] == 0 && values["connectedness"]!! < 0.03 && values["robustness"]!! < 0.1)
        #expect(score.interaction.overKnown! < score.method.threshold)
        #expect(strongOnInteraction(score) < 0.2)
    }

    @Test func aDoubleStarIsLow() throws {
        var made = Made()
        for place in 0..<40 { made.actor(kind: place % 2 == 0 ? "firm" : "school") }
        made.tie(0, 1)
        for leaf in 2..<40 { made.tie(leaf % 2, leaf) }
        let score = try made.score(draws: 200)
        #expect(try made.values()["robustness"]! < 0.2)
        #expect(score.interaction.overKnown! < score.method.threshold)
        #expect(strongOnInteraction(score) < 0.2)
    }

    @Test func aRegisterWithoutATieIsNothing() throws {
        var made = Made()
        for place in 0..<30 {
            made.actor { actor in
                (actor.sector, actor.since) = ("C.\(10 + place % 20).11", PartialDate(year: 2008))
                (actor.size, actor.qualifiedShare) = (10, 0.3)
            }
        }
        let score = try made.score(draws: 200)
        #expect(score.interaction.overKnown! < 0.02)
        #expect(strongOnInteraction(score) == 0)
    }

    private func strongOnInteraction(_ score: TerritoryScore) -> Double {
        score.uncertainty!.probabilities.filter { [.potentialMilieu, .innovativeMilieu].contains($0.configuration) }
            .reduce(0) { $0 + $1.probability }
    }

    /// Each column that the score reads, emptied: less is known, and the interval is no narrower.
    @Test func emptyingAColumnLowersWhatIsKnown() throws {
        let made = Recipe.innovative.made(3)
        let full = try made.openByData(draws: 300)
        func check(_ what: Comment, _ axis: Axis, _ empty: (inout Made) -> Void) throws {
            var less = made
            empty(&less)
            let score = try less.openByData(draws: 300)
            #expect(score.axis(axis).ignorance > full.axis(axis).ignorance + 0.01, what)
            let (wide, narrow) = (score.axis(axis).interval!, full.axis(axis).interval!)
            #expect(wide.high - wide.low > narrow.high - narrow.low, what)
        }
        try check("sector", .learning) { made in for place in made.actors.indices { made.actors[place].sector = nil } }
        try check("size", .learning) { made in for place in made.actors.indices { made.actors[place].size = nil } }
        try check("qualified_share", .learning) { made in
            for place in made.actors.indices { made.actors[place].qualifiedShare = nil }
        }
        try check("since", .learning) { made in
            for place in made.ties.indices { made.ties[place].details.since = nil }
            for place in made.events.indices { made.events[place].date = nil }
        }
        try check("status", .interaction) { made in
            for place in made.ties.indices { made.ties[place].details.status = .unknown }
        }
        try check("college", .interaction) { made in
            for place in made.ties.indices { made.ties[place].details.college = nil }
        }
    }
}
