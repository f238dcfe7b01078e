import GraphKernels
import NetworkModel
import Testing
import Vocabulary

@testable import TerritoryScoring

/// What becomes of knowledge where it was not all observed.
struct ConversionTests {
    /// Forty actors who are advised once and, by chance, cooperate with someone half a year after.
    private func territory(_ seed: UInt64, following chance: Double) -> Made {
        var random = RandomSource(seed: seed, part: 0)
        var made = Made()
        made.actors(40)
        for receiver in 0..<40 {
            let year = 2009 + random.below(5)
            made.tie((receiver + 1 + random.below(39)) % 40, receiver, "advice") {
                $0.since = PartialDate(year: year, month: 3)
            }
            guard random.unit() < chance else { continue }
            made.tie(receiver, (receiver + 1 + random.below(39)) % 40, "help") {
                $0.since = PartialDate(year: year, month: 9)
            }
        }
        return made
    }

    private func shown(_ made: Made, _ share: Double, _ seed: UInt64) -> Made {
        var random = RandomSource(seed: seed, part: 1)
        var shown = made
        shown.ties = made.ties.filter { _ in random.unit() < share }
        return shown
    }

    private func preparation(_ made: Made, _ survey: Survey?, respondents: [Int] = []) throws -> Preparation {
        var method = try ScoringMethod.standard()
        method.factors = [.unobservedTies]
        (method.draws, method.windowYears, method.conversionMonths) = (64, 8, 12)
        var options = ScoringOptions()
        (options.hasNulls, options.hasLeverage, options.hasSensitivity) = (false, false, false)
        options.respondents = respondents.map { Respondent(actor: made.actors[$0].id) }
        var description = DatasetDescription(name: "made")
        description.territory = Territory(name: "Made", referenceDate: made.date)
        description.surveyed = Made.everything
        if let survey { description.surveys = description.surveys?.mapValues { _ in survey } }
        return try Preparation(
            Network(
                description: description, actors: Actors(made.actors), ties: Ties(made.ties), events: made.events,
                participation: made.participation, tieKinds: Made.kinds, actorKinds: Made.actorKinds,
                eventKinds: Made.eventKinds), method, options)
    }

    private func conversion(_ preparation: Preparation) throws -> [Double] {
        let completion = try #require(Completion(preparation, preparation.observation))
        let place = try #require(IndicatorCatalogue.all.firstIndex { $0.id == "knowledge_conversion" })
        return (0..<60).compactMap { draw in
            var random = RandomSource(seed: 5, part: draw)
            var presence = preparation.presence
            let fuller = completion.completed(preparation.scenario, completion.sample(&random), &presence, &random)
            return Situation(fuller, presence, cascadeProbability: 0.5).values[place].value
        }.sorted()
    }

    /// A quarter of the ties: of what follows upon what a sixteenth is seen, and draws know it.
    @Test func whatFollowsIsNotDilutedByWhatWasNotTold() throws {
        var held = 0
        for seed in UInt64(0)..<8 {
            let made = territory(seed, following: 0.8)
            let place = try #require(IndicatorCatalogue.all.firstIndex { $0.id == "knowledge_conversion" })
            let truth = try #require(try preparation(made, nil).situation.values[place].value)
            let part = try preparation(shown(made, 0.25, seed), Survey(.documents, share: 0.2...0.3))
            let naive = part.situation.values[place].value ?? 0
            let drawn = try conversion(part)
            if drawn[3] <= truth, truth <= drawn[56] { held += 1 }
            #expect(naive < truth - 0.15)
        }
        #expect(held >= 6)
    }

    /// Where nothing follows, draws say so once enough was told.
    @Test func whatDoesNotFollowIsNotInvented() throws {
        var made = territory(3, following: 0)
        // As many cooperations, from before.
        for actor in 0..<40 { made.tie(actor, (actor + 7) % 40) { $0.since = PartialDate(year: 2008, month: 2) } }
        let drawn = try conversion(preparation(shown(made, 0.8, 3), Survey(.documents, share: 0.7...0.9)))
        #expect(drawn[56] < 0.3)
    }

    /// All told and known to be: what there is, and nothing drawn.
    @Test func allToldIsWhatThereIs() throws {
        let made = territory(4, following: 0.6)
        let whole = try preparation(made, nil)
        let place = try #require(IndicatorCatalogue.all.firstIndex { $0.id == "knowledge_conversion" })
        let truth = try #require(whole.situation.values[place].value)
        let drawn = try conversion(preparation(made, Survey(.documents, share: 1...1)))
        #expect(drawn.allSatisfy { abs($0 - truth) < 1e-9 })
    }

    /// The fewer were not asked, the more what became of their knowledge differs from the mean of those who were.
    @Test func fewDifferMoreFromTheMeanThanMany() throws {
        let made = territory(5, following: 0.5)
        func spread(_ asked: [Int], newcomers: Int) throws -> Double {
            let preparation = try preparation(made, Survey(.roster), respondents: asked)
            let donors = try #require(ConversionDonors(preparation) { asked.contains(Int($0)) })
            let count = preparation.scenario.nodeCount + newcomers
            let drawn = (0..<300).map { draw in
                var random = RandomSource(seed: 8, part: draw)
                return donors.drawn(count, &random).followed
            }
            let mean = drawn.reduce(0, +) / 300
            return drawn.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 300
        }
        let asked = Array(0..<38)
        #expect(try spread(asked, newcomers: 0) > 3 * spread(asked, newcomers: 200))
    }
}
