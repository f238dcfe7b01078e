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

    /// One tie more is more of it, whoever has it. What is a share of the ties there are, returned or across kinds, a
    /// tie can lower, and the score with it: only what is to be expected of many never falls.
    @Test func aFurtherTieNeverLowersEngagement() throws {
        let engagement = ["interaction_participation", "connectedness", "intensity"]
        var raised = Set<String>()
        for seed in 0..<12 {
            var random = RandomSource(seed: 9, part: seed)
            let made = Made.random(UInt64(seed), insiders: 9)
            let before = try made.values()
            for _ in 0..<4 {
                var more = made
                let source = random.below(9)
                more.tie(source, (source + 1 + random.below(8)) % 9, ["cooperation", "supply"][random.below(2)])
                let after = try more.values()
                for id in engagement {
                    let (one, other) = (try #require(before[id]), try #require(after[id]))
                    #expect(other >= one - 1e-12)
                    if other > one + 1e-12 { raised.insert(id) }
                }
            }
        }
        #expect(raised.count == engagement.count)
    }

    /// What follows upon knowledge counts beyond what dates that change hands give: a cooperation in the wake of what its
    /// actor learned raises it, one that follows upon nothing does not.
    @Test func aCooperationOutOfTimeIsNoFruit() throws {
        var made = Made()
        made.actors(12)
        for place in 0..<6 {
            made.tie(place + 6, place, "advice") { $0.since = PartialDate(year: place < 4 ? 2012 : 2014, month: 2) }
            // All but the fourth follow.
            made.tie(place, place + 6, "help") { $0.since = PartialDate(year: place < 3 ? 2013 : 2015, month: 1) }
        }
        func conversion(_ change: (inout Made) -> Void) throws -> Double {
            var more = made
            change(&more)
            return try #require(more.values { $0.conversionMonths = 18 }["knowledge_conversion"])
        }
        let before = try conversion { _ in }
        let fruit = try conversion { more in
            more.tie(3, 10, "help") { $0.since = PartialDate(year: 2013, month: 1) }
        }
        let none = try conversion { more in
            more.tie(9, 10, "help") { $0.since = PartialDate(year: 2012, month: 6) }
        }
        // By chance half would follow, then 11 of 21: five of six do.
        #expect(abs(before - 2.0 / 3) < 1e-12 && abs(none - 13.0 / 20) < 1e-12 && fruit == 1)
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
