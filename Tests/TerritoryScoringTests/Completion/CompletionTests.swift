import GraphKernels
import NetworkModel
import Testing
import Vocabulary

@testable import TerritoryScoring

/// What was not observed: drawn where an absence is no denial, and nowhere else.
struct CompletionTests {
    /// Sixteen actors inside and four outside who work, trade and meet; the same for the same seed.
    private func territory(_ seed: UInt64) -> Made {
        var random = RandomSource(seed: seed, part: 0)
        var made = Made()
        for place in 0..<20 {
            made.actor(kind: place % 4 == 0 ? "school" : "firm", inside: place < 16) { actor in
                actor.sector = ["C.15.20", "C.15.12", "G.47.72"][place % 3]
                (actor.size, actor.qualifiedShare) = (10, 0.5)
            }
        }
        for place in 0..<16 {
            for _ in 0..<2 {
                let other = random.below(16)
                guard other != place else { continue }
                made.tie(place, other, "cooperation")
                if random.unit() < 0.5 { made.tie(place, other, "supply") }
            }
            made.tie(random.below(20), place, "advice")
            made.tie(place, 16 + random.below(4), "supply")
        }
        made.ties.removeAll { $0.source == $0.target }
        for kind in ["meeting", "meeting", "training", "shop"] {
            made.event(kind, with: (0..<16).filter { _ in random.unit() < 0.4 })
        }
        return made
    }

    /// What those say who are asked.
    private func asked(_ made: Made, _ who: Set<Int>) -> Made {
        var shown = made
        shown.ties = made.ties.filter { who.contains($0.source) || who.contains($0.target) }
        shown.participation = made.participation.filter { who.contains($0.actor) }
        return shown
    }

    private func score(
        _ made: Made, _ survey: Survey?, respondents: [Int] = [], population: Population? = nil, draws: Int = 64,
        seed: UInt64 = 1, _ change: (inout ScoringMethod) -> Void = { _ in }
    ) throws -> TerritoryScore {
        try preparation(
            made, survey, respondents: respondents, population: population, draws: draws, seed: seed, change
        )
        .score(nil)
    }

    private func preparation(
        _ made: Made, _ survey: Survey?, respondents: [Int] = [], population: Population? = nil, draws: Int = 64,
        seed: UInt64 = 1, _ change: (inout ScoringMethod) -> Void = { _ in }
    ) throws -> Preparation {
        var method = try ScoringMethod.standard()
        method.factors = [.unobservedTies, .modelDiscrepancy]
        change(&method)
        var options = ScoringOptions()
        (options.draws, options.seed) = (draws, seed)
        (options.hasNulls, options.hasLeverage, options.hasSensitivity) = (false, false, false)
        options.respondents = respondents.map { Respondent(actor: made.actors[$0].id) }
        return try Preparation(made.network(survey, population: population), method, options)
    }

    private func width(_ score: AxisScore) throws -> Double {
        let interval = try #require(score.interval)
        return interval.high - interval.low
    }

    @Test func aCensusLeavesNothingOpen() throws {
        let made = territory(1)
        let score = try score(made, nil)
        for axis in [score.learning, score.interaction] {
            #expect(try width(axis) == 0 && axis.interval?.median == axis.overKnown)
        }
        #expect(score.uncertainty?.factors == [])
        #expect(try Completion(preparation(made, nil), preparation(made, nil).observation) == nil)
    }

    /// Everyone inside was asked: what they say is all there is.
    @Test func everyoneAskedLeavesNothingOpen() throws {
        let made = territory(2)
        let score = try score(made, Survey(.roster), respondents: Array(0..<16))
        let whole = try self.score(made, nil)
        for axis in Axis.allCases {
            #expect(try width(score.axis(axis)) == 0)
            #expect(score.axis(axis).overKnown == whole.axis(axis).overKnown)
            #expect(abs(score.axis(axis).coverage - whole.axis(axis).coverage) < 1e-12)
        }
    }

    @Test func moreAnswersLeaveLessOpen() throws {
        let made = territory(3)
        let widths = try [3, 8, 13].map { count in
            let score = try score(asked(made, Set(0..<count)), Survey(.roster), respondents: Array(0..<count))
            return try width(score.interaction) + width(score.learning)
        }
        #expect(widths[0] > widths[1] && widths[1] > widths[2] && widths[2] > 0)
    }

    /// What was shown of a territory is there in every draw, and what was denied in none.
    @Test func drawsKeepWhatIsKnown() throws {
        let who: Set<Int> = [0, 3, 5, 6, 9]
        let shown = asked(territory(4), who)
        let preparation = try preparation(shown, Survey(.roster), respondents: who.sorted())
        let completion = try #require(Completion(preparation, preparation.observation))
        let (code, known) = (preparation.code, preparation.code.ties.count)
        let isAsked = code.actorRow.map { who.contains($0) }
        var added = 0
        for draw in 0..<20 {
            var random = RandomSource(seed: 7, part: draw)
            var presence = preparation.presence
            let fuller = completion.completed(preparation.scenario, completion.sample(&random), &presence, &random).code
            #expect(Array(fuller.ties.prefix(known)) == code.ties && presence.ties.count == fuller.ties.count)
            #expect(Set(fuller.memberships).isSuperset(of: code.memberships))
            for tie in fuller.ties.dropFirst(known) {
                #expect(!isAsked[Int(tie.source)] && !isAsked[Int(tie.target)] && tie.source != tie.target)
                #expect(
                    preparation.scenario.isInside[Int(tie.source)] || preparation.scenario.isInside[Int(tie.target)])
            }
            for row in Set(fuller.memberships).subtracting(code.memberships) { #expect(!isAsked[Int(row.actor)]) }
            added += fuller.ties.count - known
        }
        #expect(added > 20)
    }

    @Test func ofWhatWasNotAskedForNothingIsDrawn() throws {
        let shown = asked(territory(5), [0, 1, 2])
        let preparation = try preparation(shown, Survey(.roster, scope: .inside), respondents: [0, 1, 2])
        let completion = try #require(Completion(preparation, preparation.observation))
        var random = RandomSource(seed: 7, part: 0)
        var presence = preparation.presence
        let fuller = completion.completed(preparation.scenario, completion.sample(&random), &presence, &random).code
        let inside = preparation.scenario.isInside
        let drawn = fuller.ties.dropFirst(preparation.code.ties.count)
        #expect(!drawn.isEmpty && drawn.allSatisfy { inside[Int($0.source)] && inside[Int($0.target)] })
    }

    /// A population that is larger than the list: draws have as many actors inside, of the kinds that were told.
    @Test func theUnlistedAreDrawn() throws {
        let population = Population(total: 30, byKind: ["school": 7])
        let preparation = try preparation(territory(6), nil, population: population)
        let completion = try #require(Completion(preparation, preparation.observation))
        var random = RandomSource(seed: 7, part: 0)
        var presence = preparation.presence
        let scenario = completion.completed(preparation.scenario, completion.sample(&random), &presence, &random)
        #expect(scenario.isInside.count { $0 } == 30 && presence.actors.count == scenario.code.actors.count)
        let schools = Set(
            preparation.code.actors.indices.filter {
                preparation.network.actors[preparation.code.actorRow[$0]].kind == "school"
            })
        let kind = try #require(schools.first.map { preparation.code.actors[$0].kind })
        #expect(
            scenario.code.actors.indices.count { scenario.code.actors[$0].kind == kind && scenario.isInside[$0] } >= 7)
        let score = try score(territory(6), nil, population: population)
        #expect(try width(score.interaction) > 0.01)
        #expect(score.interaction.coverage < 0.6)
    }

    @Test func noTiesAreNoneInACensusAndAnythingInDocuments() throws {
        var made = territory(7)
        (made.ties, made.events, made.participation) = ([], [], [])
        let counted = try score(made, nil)
        #expect(counted.interaction.interval?.high ?? 1 < 0.05)
        let told = try score(made, Survey(.documents), draws: 200)
        #expect(try width(told.interaction) > 0.15)
    }

    /// Nothing invented reaches what is told of the dataset itself.
    @Test func theNaiveReadingIsTheDatasets() throws {
        let made = territory(8)
        let (told, counted) = (try score(made, Survey(.documents)), try score(made, nil))
        for axis in Axis.allCases {
            #expect(told.axis(axis).overKnown == counted.axis(axis).overKnown)
            #expect(told.axis(axis).indicators.map(\.value.value) == counted.axis(axis).indicators.map(\.value.value))
            #expect(told.axis(axis).coverage < 0.75 && told.axis(axis).coverage < counted.axis(axis).coverage)
            #expect(told.axis(axis).bounds.lowerBound <= counted.axis(axis).bounds.lowerBound)
            #expect(told.axis(axis).bounds.upperBound > counted.axis(axis).bounds.upperBound)
        }
        #expect(told.counts == counted.counts)
    }

    @Test func theSameSeedDrawsTheSameOnAnyNumberOfCores() throws {
        let limit = Parallel.threadLimit
        defer { Parallel.threadLimit = limit }
        let drawn = try [1, 3].map { threads in
            Parallel.threadLimit = threads
            return try score(territory(9), Survey(.documents), seed: 4).uncertainty?.interaction
        }
        #expect(drawn[0] == drawn[1])
        #expect(try score(territory(9), Survey(.documents), seed: 5).uncertainty?.interaction != drawn[0])
    }

    /// Rows in another order and other ids draw the same.
    @Test func rowsAndIdsDrawNothing() throws {
        let made = territory(10)
        var random = RandomSource(seed: 1, part: 0)
        let (one, other) = (
            try score(made, Survey(.documents)), try score(made.shuffled(using: &random), Survey(.documents))
        )
        #expect(one.uncertainty?.interaction == other.uncertainty?.interaction)
        #expect(one.uncertainty?.learning == other.uncertainty?.learning)
    }

    /// Whether a coder called all of a layer's ties alike or half of them otherwise: the score reads layers, so that a draw
    /// has as many further ties, and an actor pair no second one of the same layer.
    @Test func howFinelyKindsAreToldDrawsNothing() throws {
        func further(_ other: String) throws -> (ties: Double, repeated: Int) {
            var made = territory(12)
            let cooperation = Made.kinds.firstIndex { $0.id == "cooperation" }
            for place in made.ties.indices where made.ties[place].kind == cooperation {
                let kind = made.ties[place].source % 2 == 0 ? "assistance" : other
                made.ties[place].kind = try #require(Made.kinds.firstIndex { $0.id == kind })
            }
            let network = try made.network(Survey(.documents))
            let completion = try TerritoryCompletion(network, method: .standard())
            var random = RandomSource(seed: 3, part: 0)
            var (ties, repeated) = (0, 0)
            for _ in 0..<60 {
                let drawn = try completion.territory(&random).ties[network.ties.count...]
                ties += drawn.count
                let ends = drawn.filter { Made.kinds[$0.kind].layer == .cooperation }.map { [$0.source, $0.target] }
                repeated += ends.count - Set(ends).count
            }
            return (Double(ties) / 60, repeated)
        }
        let (one, two) = (try further("assistance"), try further("help"))
        #expect(one.repeated == 0 && two.repeated == 0)
        #expect(abs(one.ties - two.ties) < 0.2 * one.ties)
    }

    /// A stated share is narrower than none, and holds what there is.
    /// In each territory what is learned, and over several how they interact: there the completed ties are near what
    /// the indicators can tell apart, whatever their number.
    @Test func aStatedShareNarrows() throws {
        var widths = (open: 0.0, stated: 0.0)
        for seed in UInt64(11)..<17 {
            let made = territory(seed)
            let open = try score(made, Survey(.documents), draws: 128)
            let stated = try score(made, Survey(.documents, share: 0.85...0.95), draws: 128)
            #expect(try width(stated.learning) < width(open.learning))
            widths.open += try width(open.interaction)
            widths.stated += try width(stated.interaction)
            let known = try #require(open.interaction.overKnown)
            let medians = try [stated, open].map { try #require($0.interaction.interval).median - known }
            #expect(medians[0] < medians[1], "a larger share told leaves less to add")
        }
        #expect(widths.stated < widths.open)
    }

    /// Nobody tells of finance and seats here: what share is told holds of them, too.
    @Test func aShareStatedIsReadOfLayersThatAreEmpty() throws {
        let made = territory(11)
        let open = try score(made, Survey(.documents), draws: 128)
        let stated = try score(made, Survey(.documents, share: 0.85...0.95), draws: 128)
        #expect(try width(stated.interaction) < 0.8 * width(open.interaction))
    }

    /// Documents of which none tells of a shop may have passed over one; where most is told there is none.
    @Test func whatDocumentsAreSilentOnMayBeThere() throws {
        var made = territory(12)
        let isShop = made.events.map { $0.kind == "shop" }
        made.participation.removeAll { isShop[$0.event] }
        made.events.removeAll { $0.kind == "shop" }
        func shops(_ survey: Survey) throws -> Int {
            let preparation = try preparation(made, survey)
            let completion = try #require(Completion(preparation, preparation.observation))
            return (0..<60).count { draw in
                var random = RandomSource(seed: 7, part: draw)
                var presence = preparation.presence
                let fuller = completion.completed(
                    preparation.scenario, completion.sample(&random), &presence, &random
                ).code
                return fuller.events.contains(where: \.isPooled)
            }
        }
        let open = try shops(Survey(.documents))
        #expect(open > 10 && open < 50)
        #expect(try shops(Survey(.documents, share: 0.95...1)) < open)
    }

    // MARK: The sampling study, small

    /// How many of the intervals hold the score of the whole territory: 24 of them, 90 % each.
    @Test(arguments: [Survey.How.roster, .documents])
    func intervalsHoldTheWholeTerritory(_ how: Survey.How) throws {
        var (held, naive) = (0, 0)
        for seed in 20..<26 {
            let made = territory(UInt64(seed))
            let whole = try score(made, nil, draws: 8)
            var random = RandomSource(seed: UInt64(seed), part: 1)
            for share in [0.3, 0.6] {
                let who = Set((0..<16).filter { _ in random.unit() < share })
                var shown = made
                if how == .roster {
                    shown = asked(made, who)
                } else {
                    shown.ties = made.ties.filter { _ in random.unit() < share }
                    shown.participation = made.participation.filter { _ in random.unit() < share }
                }
                let found = try score(shown, Survey(how), respondents: who.sorted(), draws: 64, seed: UInt64(seed))
                for axis in Axis.allCases {
                    let truth = try #require(whole.axis(axis).overKnown)
                    let interval = try #require(found.axis(axis).interval)
                    if (interval.low - 1e-9...interval.high + 1e-9).contains(truth) { held += 1 }
                    if abs(try #require(found.axis(axis).overKnown) - truth) < 0.02 { naive += 1 }
                }
            }
        }
        #expect(held >= 21)
        // What is shown is far from what there is, so that the above is no matter of course.
        #expect(naive < 12)
    }
}
