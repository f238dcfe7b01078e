import GraphKernels
import NetworkModel
import Testing
import Vocabulary

@testable import TerritoryScoring

/// Drawn cooperations follow upon knowledge as often as observed ones do.
struct FollowUpsTests {
    @Test func everyDayHasItsDate() throws {
        for day in [0, 30, 31, 58, 59, 364, 365, 146_096, 146_097, 735_000, 736_329] + Array(735_950...736_400) {
            #expect(try #require(PartialDate(dayNumber: day)).earliest == day)
        }
        #expect(PartialDate(dayNumber: -1) == nil && PartialDate(dayNumber: 9_999_999) == nil)
    }

    /// Thirty who are advised in one of three years, and cooperate with another: the year after, or in any year.
    private func made(follows: Bool, seed: Int) -> Made {
        var random = RandomSource(seed: 51, part: seed)
        var made = Made()
        made.actors(30)
        for place in 0..<30 {
            let year = [2009, 2011, 2013][random.below(3)]
            made.tie((place + 1 + random.below(29)) % 30, place, "advice") { $0.since = PartialDate(year: year) }
            let start = follows ? year + 1 : [2010, 2012, 2014][random.below(3)]
            made.tie(place, (place + 1 + random.below(29)) % 30, "help") { $0.since = PartialDate(year: start, month: 3) }
        }
        return made
    }

    private func conversion(_ made: Made, asked: Int?, draws: Int = 48) throws -> Interval? {
        var method = try ScoringMethod.standard()
        method.factors = [.unobservedTies]
        (method.windowYears, method.conversionMonths) = (8, 18)
        var options = ScoringOptions()
        options.draws = draws
        (options.hasNulls, options.hasLeverage, options.hasSensitivity) = (false, false, false)
        var description = try made.network().description
        if let asked {
            options.respondents = (0..<asked).map { Respondent(actor: made.actors[$0].id) }
            description.surveys = description.surveys?.mapValues { _ in Survey(.roster) }
        }
        let score = try Scoring.score(
            made.network().replacing(description: description), method: method, options: options)
        let place = IndicatorCatalogue.all.firstIndex { $0.id == "knowledge_conversion" }
        return try #require(score.uncertainty).indicators[#require(place)]
    }

    @Test func whatFollowsUponWhatIsNotDiluted() throws {
        for seed in 0..<3 {
            var shown = made(follows: true, seed: seed)
            let whole = try #require(try conversion(shown, asked: nil)).median
            shown.ties.removeAll { $0.source >= 15 && $0.target >= 15 }
            let found = try #require(try conversion(shown, asked: 15))
            // All of it follows, which is the most there can be: no draw is above it, and few are far below.
            #expect(whole > 0.5 && found.median > 0.7 * whole)
        }
    }

    /// Where dates have nothing to do with each other, draws do not tie them.
    @Test func chanceIsNotTakenForFruit() throws {
        for seed in 0..<3 {
            var shown = made(follows: false, seed: seed)
            shown.ties.removeAll { $0.source >= 15 && $0.target >= 15 }
            #expect(try #require(try conversion(shown, asked: 15)).median < 0.3)
        }
    }
}
