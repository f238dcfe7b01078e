import GraphKernels
import NetworkModel
import TerritoryScoring
import Testing
import Vocabulary

@testable import Fieldwork

@Suite struct InterviewPlanTests {
    static let documents = [
        "knowledge": Survey(.documents, share: 0.3...0.6), "cooperation": Survey(.documents, share: 0.3...0.6),
        "events": Survey(.documents),
    ]

    static func valley(_ surveys: [String: Survey]? = documents, respondents: [Respondent] = []) throws -> Network {
        try Valley.network(
            Valley.five + [("f", "Forge"), ("g", "Grange"), ("o", "Ailleurs")],
            ties: [
                ("a", "b", "work"), ("b", "c", "work"), ("c", "d", "advice"), ("a", "e", "advice"),
                ("o", "a", "advice"), ("f", "a", "work"),
            ],
            surveys: surveys, outside: ["o"], events: ["fair"],
            participation: [("a", "fair"), ("b", "fair"), ("f", "fair")],
            respondents: respondents)
    }

    static func settings(_ interviews: [Int]? = [0, 3, 7]) -> InterviewPlan.Settings {
        var settings = InterviewPlan.Settings()
        (settings.interviews, settings.territories, settings.draws) = (interviews, 2, 20)
        return settings
    }

    static func completion(_ network: Network) throws -> TerritoryCompletion {
        var options = ScoringOptions()
        options.draws = 64
        return try TerritoryCompletion(network, method: .standard(), options: options)
    }

    @Test func aDrawnTerritoryHoldsWhatIsKnown() throws {
        let network = try Self.valley()
        let completion = try Self.completion(network)
        #expect(completion.isPartial && completion.insiders == Array(0..<7))
        var sizes: Set<Int> = []
        for number in 0..<6 {
            var (random, again) = (RandomSource(seed: 3, part: number), RandomSource(seed: 3, part: number))
            let (one, same) = (try completion.territory(&random), try completion.territory(&again))
            #expect(Array(one.ties) == Array(same.ties))
            #expect(
                Array(one.ties.prefix(6)) == Array(network.ties)
                    && Array(one.participation.prefix(3)) == network.participation)
            #expect(one.ties.dropFirst(6).allSatisfy { $0.source != $0.target && ($0.source < 7 || $0.target < 7) })
            let keys = one.ties.map { tie in
                one.tieKinds[tie.kind].isDirected || tie.source < tie.target
                    ? [tie.source, tie.target, tie.kind] : [tie.target, tie.source, tie.kind]
            }
            #expect(Set(keys).count == keys.count, "nothing drawn is there already")
            let seats = one.participation.map { [$0.actor, $0.event] }
            #expect(Set(seats).count == seats.count)
            sizes.insert(one.ties.count)
        }
        #expect(sizes.count > 1, "what is drawn differs from draw to draw")
        let whole = try Self.completion(Self.valley(Self.documents.mapValues { _ in .census }))
        var random = RandomSource(seed: 1)
        #expect(try !whole.isPartial && Array(whole.territory(&random).ties) == Array(network.ties))
    }

    @Test func unlistedActorsCanBeNamed() throws {
        var description = try Self.valley().description
        description.population = Population(total: 10)
        let network = try Self.valley().replacing(description: description)
        let completion = try Self.completion(network)
        for number in 0..<8 {
            var random = RandomSource(seed: 9, part: number)
            let truth = try completion.territory(&random)
            #expect(
                truth.actors.count == 11
                    && truth.actors.dropFirst(8).allSatisfy { $0.inside == true && $0.kind == "firm" })
            let told = try Interviewing(network, truth: truth).dataset(asking: [0, 1])
            let named = Set(
                truth.ties.filter { $0.source < 2 || $0.target < 2 }.flatMap { [$0.source, $0.target] }.filter {
                    $0 > 7
                })
            #expect(Set(told.actors.allIDs.dropFirst(8)) == Set(named.map { truth.actors.id(at: $0) }))
        }
    }

    @Test func interviewsTellTheTiesOfThoseAsked() throws {
        let network = try Self.valley()
        var random = RandomSource(seed: 2)
        let truth = try Self.completion(network).territory(&random)
        let told = try Interviewing(network, truth: truth).dataset(asking: [2, 3])
        let new = truth.ties.dropFirst(6)
        #expect(told.ties.count == 6 + new.count { [2, 3].contains($0.source) || [2, 3].contains($0.target) })
        #expect(told.participation.dropFirst(3).allSatisfy { [2, 3].contains($0.actor) })
        #expect(told.beside.respondents.map(\.actor) == ["c", "d"])
        #expect(told.description.surveys?["knowledge"] == Survey(.roster))
        let nobody = try Interviewing(network, truth: truth).dataset(asking: [])
        #expect(nobody.description.surveys == network.description.surveys && nobody.ties.count == 6)
    }

    @Test func widthsAreThoseOfTheScore() throws {
        let network = try Self.valley()
        let settings = Self.settings([0])
        let plan = try InterviewPlan(network, method: .standard(), settings: settings)
        var options = ScoringOptions()
        (options.hasNulls, options.hasLeverage, options.hasSensitivity, options.draws) = (false, false, false, 20)
        let widths = try (1...2).map { seed in
            options.seed = UInt64(seed)
            return try Scoring.score(network, method: .standard(), options: options).interaction.interval.map {
                $0.high - $0.low
            }
        }
        #expect(plan.rows.count == 1 && plan.rows[0].interaction == .init(widths))
        let known = widths.compactMap { $0 }
        let mean = known.reduce(0, +) / 2
        #expect(abs((plan.rows[0].interaction.mean ?? 0) - mean) < 1e-12)
    }

    @Test func everyOrderAsksEachOnceAndAllEndAlike() throws {
        let network = try Self.valley()
        let truths = try (0..<3).map { number in
            var random = RandomSource(seed: 4, part: number)
            return try Self.completion(network).territory(&random)
        }
        for order in InterviewOrder.allCases {
            #expect(order.order(Array(0..<7), in: network, of: truths, seed: 1).sorted() == Array(0..<7))
        }
        // a has five rows and b three; nobody else has as many.
        #expect(
            Array(InterviewOrder.mostTied.order(Array(0..<7), in: network, of: truths, seed: 1).prefix(2)) == [0, 1])
        let plan = try InterviewPlan(network, method: .standard(), settings: Self.settings())
        #expect(plan.rows.map(\.interviews) == [0, 3, 7, 3, 3])
        #expect(plan.rows.map(\.order) == [.random, .random, .random, .mostTied, .mostUncertain])
        let (none, all) = (plan.rows[0].interaction.mean ?? 0, plan.rows[2].interaction.mean ?? 1)
        #expect(all < none, "who has asked everybody knows more")
        #expect(plan.unsurveyed == ["finance", "governance", "pooled_resources"])
    }

    @Test func sameSeedSameBits() throws {
        let network = try Self.valley()
        func rows() throws -> [[Double?]] {
            try InterviewPlan(network, method: .standard(), settings: Self.settings([2])).rows.map {
                [$0.learning.mean, $0.learning.error, $0.interaction.mean, $0.interaction.error]
            }
        }
        let first = try rows()
        let cores = Parallel.threadLimit
        Parallel.threadLimit = 1
        defer { Parallel.threadLimit = cores }
        #expect(try rows() == first)
    }

    @Test func whoWasAskedIsNotAskedAgain() throws {
        let surveys = Self.documents.mapValues { _ in Survey(.roster) }
        let network = try Self.valley(surveys, respondents: [Respondent(actor: "a"), Respondent(actor: "b")])
        let plan = try InterviewPlan(network, method: .standard(), settings: Self.settings([0]))
        #expect(plan.candidates == 5 && plan.first.allSatisfy { !$0.ids.contains("a") && $0.ids.count == 5 })
    }

    @Test func answersInWordsWhereThereIsNothingToPlan() throws {
        let census = try InterviewPlan(
            Self.valley(Self.documents.mapValues { _ in .census }), method: .standard(), settings: Self.settings())
        #expect(!census.isPartial && census.rows.isEmpty)
        for wrong in [[8], [-1]] {
            #expect(throws: MilieuError.self) {
                try InterviewPlan(Self.valley(), method: .standard(), settings: Self.settings(wrong))
            }
        }
        var few = Self.settings()
        few.territories = 1
        #expect(throws: MilieuError.self) { try InterviewPlan(Self.valley(), method: .standard(), settings: few) }
    }
}

/// Who is asked from memory forgets as often as the dataset says.
@Suite struct RecallPlanTests {
    @Test func namedFromMemoryIsNamedByChance() throws {
        let known = try Valley.network(
            Valley.five, ties: [], surveys: ["knowledge": Survey(.recall, share: 0.3...0.5), "cooperation": Survey(.roster)])
        let ids = Valley.five.map(\.0)
        let pairs = ids.flatMap { one in ids.filter { $0 != one }.map { (one, $0) } }
        let truth = try Valley.network(
            Valley.five,
            ties: pairs.map { ($0.0, $0.1, "advice") } + pairs.filter { $0.0 < $0.1 }.map { ($0.0, $0.1, "work") },
            surveys: known.description.surveys)
        var advice = (one: 0, both: 0)
        for seed in 0..<60 {
            let study = Interviewing(known, truth: truth, recallChance: 0.9, seed: UInt64(seed))
            let told = try study.dataset(asking: [0, 1])
            #expect(told.ties.count { $0.kind == 1 } == 7, "a list leaves out none")
            for tie in told.ties where tie.kind == 0 {
                if tie.source < 2, tie.target < 2 { advice.both += 1 } else { advice.one += 1 }
            }
            // Whoever names a partner names it also when more are asked.
            let more = try study.dataset(asking: [0, 1, 2])
            #expect(Set(told.ties.map { [$0.source, $0.target, $0.kind] }).isSubset(of: more.ties.map { [$0.source, $0.target, $0.kind] }))
        }
        // 12 arcs with one end asked, 2 with both: 0.4 and 1 − 0.6² of 60 times as many, within four standard errors.
        for (told, of, chance) in [(advice.one, 720.0, 0.4), (advice.both, 120.0, 0.64)] {
            let error = (chance * (1 - chance) / of).squareRoot()
            #expect(abs(Double(told) / of - chance) < 4 * error)
        }
    }
}
