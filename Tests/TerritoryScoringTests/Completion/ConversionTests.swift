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

    /// A territory of whose cooperations documents tell a share, and what draws make of it.
    private func drawn(
        _ seed: UInt64, following chance: Double, share: Double, stated: ClosedRange<Double>, draws: Int = 200
    ) throws -> (told: KnowledgeConversion.Fruit, drawn: [HiddenConversion]) {
        var (shown, random) = (territory(seed, following: chance), RandomSource(seed: 12, part: Int(seed)))
        shown.ties.removeAll { Made.kinds[$0.kind].id == "help" && random.unit() >= share }
        let preparation = try preparation(shown, Survey(.documents, share: stated))
        let conversion = try #require(ToldConversion(preparation))
        var told = KnowledgeConversion.Fruit()
        for fruit in KnowledgeConversion.fruits(preparation.situation).values { told.add(fruit) }
        let drawn = (0..<draws).map { draw in
            var random = RandomSource(seed: 9, part: draw)
            return conversion.drawn(
                preparation.scenario.nodeCount, quantile: 0.5, exposures: 80, &random)
        }
        return (told, drawn)
    }

    private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

    /// Of what was told with certainty nothing more follows; of the rest as much as of that.
    @Test func whereAllIsToldNothingIsAdded() throws {
        let (told, drawn) = try drawn(5, following: 0.5, share: 1, stated: 1...1)
        #expect(told.all == 40 && told.followed > 12 && told.followed < 28)
        for row in drawn {
            #expect(row.told == told.all && abs(row.toldFollowed - told.followed / told.all) < 1e-12)
            #expect(abs(row.expected - told.expected / told.all) < 1e-12 && row.isHidden.allSatisfy { $0 })
        }
        #expect(abs(mean(drawn.map(\.followed)) - told.followed / told.all) < 0.07)
    }

    /// What follows is told with the share told only: draws give back what follows beyond chance, of what was told and of
    /// what was not.
    @Test(arguments: [0.25, 0.5])
    func whatWasToldInPartIsGivenBack(_ share: Double) throws {
        func beyond(_ followed: Double, _ expected: Double) -> Double { (followed - expected) / (1 - expected) }
        func beyond(_ fruit: KnowledgeConversion.Fruit) -> Double {
            beyond(fruit.followed / fruit.all, fruit.expected / fruit.all)
        }
        var (found, naive, truth) = ([Double](), [Double](), [Double]())
        for seed in UInt64(1)..<17 {
            truth.append(beyond(try drawn(seed, following: 0.7, share: 1, stated: 1...1, draws: 1).told))
            let (told, drawn) = try drawn(seed, following: 0.7, share: share, stated: share...share, draws: 100)
            naive.append(beyond(told))
            found.append(mean(drawn.map { beyond($0.toldFollowed, $0.expected) }))
            let untold = mean(drawn.map { beyond($0.followed, $0.expected) })
            #expect(abs(untold - found[found.count - 1]) < 0.15, "those untold are as those told")
        }
        #expect(mean(naive) < mean(truth) - 0.2)
        // The prior draws what hardly any data tell towards one half.
        #expect(abs(mean(found) - mean(truth)) < (mean(truth) - mean(naive)) / 2)
    }

    /// Who follows upon nothing is not taken to follow upon what nobody told of.
    @Test func whatChanceGivesIsNoFruit() throws {
        let (told, drawn) = try drawn(6, following: 0, share: 0.5, stated: 0.5...0.5)
        #expect(told.followed == 0 && told.expected == 0)
        #expect(mean(drawn.map(\.followed)) < 0.05 && mean(drawn.map(\.toldFollowed)) < 0.05)
    }

    /// Without a share told of both knowledge and cooperation there is nothing to correct by.
    @Test func whoWasAskedTellsAll() throws {
        let made = territory(5, following: 0.5)
        #expect(try ToldConversion(preparation(made, Survey(.roster), respondents: [0, 1])) == nil)
        #expect(try ToldConversion(preparation(made, nil)) == nil)
    }
}
