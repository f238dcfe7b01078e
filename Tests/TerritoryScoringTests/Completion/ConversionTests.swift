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

    private func preparation(_ made: Made, _ survey: Survey?, respondents: [Int] = []) throws -> Preparation {
        var method = try ScoringMethod.standard()
        method.factors = [.unobservedTies]
        (method.draws, method.windowYears, method.conversionMonths) = (64, 8, 12)
        var options = ScoringOptions()
        (options.hasNulls, options.hasLeverage, options.hasSensitivity) = (false, false, false)
        options.respondents = respondents.map { Respondent(actor: made.actors[$0].id) }
        return try Preparation(made.network(survey), method, options)
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
