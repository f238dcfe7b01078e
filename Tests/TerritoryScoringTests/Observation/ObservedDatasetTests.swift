import GraphKernels
import NetworkModel
import Testing
import Vocabulary

@testable import TerritoryScoring

/// What a dataset's own columns say of how it was looked: who was asked, who reported, which lists are whole, what is
/// denied and what is doubtful.
struct ObservedDatasetTests {
    private func preparation(
        _ made: Made, _ survey: Survey, respondents: [Respondent] = [], factors: Set<Factor> = [.unobservedTies],
        draws: Int = 60
    ) throws -> Preparation {
        var method = try ScoringMethod.standard()
        method.factors = factors
        var beside = SideTables()
        beside.respondents = respondents
        var description = try made.network().description
        description.surveys = description.surveys?.mapValues { _ in survey }
        return try Preparation(
            made.network().replacing(description: description, beside: beside), method, made.options(draws: draws))
    }

    /// Twelve actors inside, two outside; a ring, and some meetings.
    private func territory() -> Made {
        var made = Made()
        made.actors(12)
        made.actor("far", inside: false)
        made.actor("off", inside: false)
        for place in 0..<12 {
            made.tie(place, (place + 1) % 12)
            made.tie(place, (place + 5) % 12, "supply")
            made.tie(12 + place % 2, place, "advice")
        }
        made.event(with: [0, 1, 2, 3])
        made.event(with: [2, 5, 8])
        return made
    }

    /// The codes of some draws.
    private func drawn(_ preparation: Preparation, _ count: Int = 30) throws -> [Scenario] {
        let completion = try #require(Completion(preparation, preparation.observation))
        return (0..<count).map { draw in
            var (random, presence) = (RandomSource(seed: 3, part: draw), preparation.presence)
            return completion.completed(preparation.scenario, completion.sample(&random), &presence, &random)
        }
    }

    @Test func respondentsOfTheDatasetAreAsked() throws {
        let made = territory()
        let told = try preparation(made, Survey(.roster), respondents: [Respondent(actor: "a3")])
        var options = made.options(draws: 60)
        options.respondents = [Respondent(actor: "a3")]
        let chosen = try Preparation(
            told.network.replacing(beside: SideTables()), told.method, options)
        #expect(told.observation == chosen.observation && told.observation.respondents.count == 1)
        #expect(told.score(nil).uncertainty?.interaction == chosen.score(nil).uncertainty?.interaction)
    }

    @Test func whoWasAskedAboutWhat() {
        func respondent(_ actor: String, _ change: (inout Respondent) -> Void) -> Respondent {
            var respondent = Respondent(actor: actor)
            change(&respondent)
            return respondent
        }
        let observation = Observation(
            surveys: ["supply": Survey(.roster, scope: .inside), "finance": Survey(.roster)],
            respondents: [
                Respondent(actor: "all"), Respondent(actor: "supply", layer: .supply),
                respondent("out") { $0.direction = .out }, respondent("in") { $0.direction = .in },
                respondent("inside") { $0.scope = .inside }, respondent("outside") { $0.scope = .outside },
                respondent("papers") { $0.method = .documents },
            ])
        #expect(observation.askedIDs(about: "supply", .out) == ["all", "supply", "out", "inside"])
        #expect(observation.askedIDs(about: "supply", .in, outside: true) == ["outside"])
        #expect(observation.askedIDs(about: "finance", .in) == ["all", "in", "inside"])
        #expect(observation.askedIDs(about: "finance", .out, outside: true) == ["all", "out", "outside"])
    }

    /// Of d, the chance that both named a tie that one did is d ÷ (2 − d): by simulation.
    @Test func bothEndsTellHowWellPartnersAreRecalled() throws {
        var random = RandomSource(seed: 5, part: 0)
        var held = 0
        for _ in 0..<200 {
            let rate = 0.3 + 0.6 * random.unit()
            var counts = [0, 0, 0]
            for _ in 0..<60 { counts[(random.unit() < rate ? 1 : 0) + (random.unit() < rate ? 1 : 0)] += 1 }
            let range = try #require(DetectionRate.range(byOne: counts[1], byBoth: counts[2]))
            if range.contains(rate) { held += 1 }
        }
        // 180 are expected of 200; the standard deviation is 4.2.
        #expect((166...194).contains(held))
        #expect(DetectionRate.range(byOne: 0, byBoth: 0) == nil)
    }

    @Test func reportsAreCountedWhereBothEndsWereAsked() throws {
        var made = territory()
        for place in made.ties.indices where made.ties[place].kind == 2 {
            let tie = made.ties[place]
            let ends = [tie.source, tie.target].map { made.actors[$0].id }
            made.ties[place].details.reportedBy = tie.source % 3 == 0 ? [ends[0]] : ends
        }
        let all = try preparation(made, Survey(.recall), respondents: made.actors.map { Respondent(actor: $0.id) })
        #expect(DetectionRate(all, "cooperation").range == DetectionRate.range(byOne: 4, byBoth: 8))
        #expect(DetectionRate(all, "supply").range == nil)
        let some = try preparation(
            made, Survey(.recall), respondents: [0, 1, 2].map { Respondent(actor: made.actors[$0].id) })
        #expect(DetectionRate(some, "cooperation").range == DetectionRate.range(byOne: 1, byBoth: 1))
    }

    /// Where everyone was asked, nothing is left to draw, and the score is a census's to the last bit.
    @Test func aRosterOfAllIsACensus() throws {
        let made = territory()
        let all = made.actors.map { Respondent(actor: $0.id) }
        let asked = try preparation(made, Survey(.roster), respondents: all)
        let (told, whole) = (asked.score(nil), try preparation(made, .census).score(nil))
        let draws = try #require(told.uncertainty).interaction
        #expect(Set(draws).count == 1)
        #expect(told.interaction.score != nil && draws.first == whole.interaction.score)
        #expect(told.interaction.score == whole.interaction.score)
        let some = try preparation(made, Survey(.roster), respondents: Array(all.prefix(6)))
        #expect(Set(try #require(some.score(nil).uncertainty).interaction).count > 1)
    }

    /// A tie that a source denies is in no draw, while others of its like are.
    @Test func whatIsDeniedIsNotDrawn() throws {
        var made = territory()
        // Everyone's but the last two's.
        for one in 0..<12 {
            for other in one + 1..<12 where one < 10 { made.tie(one, other, weight: 0) }
        }
        let preparation = try preparation(made, Survey(.documents, share: 0.2...0.3))
        let code = preparation.code
        let cooperation = try #require(Made.kinds.map(\.id).sorted().firstIndex(of: "cooperation"))
        let late = Set(code.actors.indices.filter { [10, 11].contains(code.actorRow[$0]) })
        var others = 0
        for scenario in try drawn(preparation) {
            for tie in scenario.code.ties.dropFirst(code.ties.count) {
                let ends = [Int(tie.source), Int(tie.target)]
                guard ends.allSatisfy({ preparation.scenario.isInside[$0] }) else { continue }
                if Int(tie.kind) == cooperation { #expect(late.isSuperset(of: ends)) } else { others += 1 }
            }
        }
        #expect(others > 0)
    }

    @Test func aWholeListOfParticipantsStaysWhole() throws {
        var made = territory()
        made.events[0].isComplete = true
        let preparation = try preparation(made, Survey(.documents, share: 0.2...0.3))
        let code = preparation.code
        let whole = try #require(code.events.firstIndex { $0.isComplete })
        var added = 0
        for scenario in try drawn(preparation) {
            #expect(scenario.code.memberships.count { Int($0.event) == whole } == 4)
            added += scenario.code.memberships.count - code.memberships.count
        }
        #expect(added > 0)
    }

    /// A participation that is sure not to have been is none in any draw; a doubtful one is in some.
    @Test func doubtfulParticipationsAreDrawn() throws {
        let made = territory()
        var (without, never, doubtful) = (made, made, made)
        without.participation.removeLast(3)
        for place in 4..<7 {
            never.participation[place].confidence = 0
            doubtful.participation[place].confidence = 0.5
        }
        func drawn(_ made: Made) throws -> Set<Double?> {
            let score = try preparation(made, .census, factors: [.tieExistence]).score(nil)
            return Set(try #require(score.uncertainty).interaction)
        }
        let (whole, bare) = (try drawn(made), try drawn(without))
        #expect(whole.count == 1 && bare.count == 1 && whole != bare)
        #expect(try drawn(never) == bare)
        let some = try drawn(doubtful)
        #expect(some.count > 2 && some.isSuperset(of: whole))
    }

    /// Establishments of a group are one actor: asked where one was, and drawn ties are the group's.
    @Test func aGroupIsOneActor() throws {
        var made = territory()
        made.actors[4].parent = "a0"
        made.actors[7].parent = "a0"
        let preparation = try preparation(made, Survey(.roster), respondents: [Respondent(actor: "a7")])
        let group = Set(preparation.code.actorRow.indices.filter { [0, 4, 7].contains(preparation.code.actorRow[$0]) })
        var added = 0
        for scenario in try drawn(preparation) {
            for tie in scenario.code.ties.dropFirst(preparation.code.ties.count) {
                #expect(!group.contains(Int(tie.source)) && !group.contains(Int(tie.target)))
                added += 1
            }
        }
        #expect(added > 0)
    }

    /// Rows of one fact between two are one tie to fit; rows within a group are none.
    @Test func aFactIsFittedOnce() throws {
        var made = Made()
        made.actors(4)
        made.actors[3].parent = "a2"
        made.tie(0, 1) { $0.fact = "f" }
        made.tie(0, 1, "supply", status: .dormant) { $0.fact = "f" }
        made.tie(1, 2) { $0.fact = "f" }
        made.tie(0, 2)
        made.tie(2, 3)
        let preparation = try preparation(made, Survey(.documents))
        let told = CompletedTies.told(preparation).map { preparation.network.ties[preparation.code.tieRow[$0]] }
        #expect(told.count == 3 && told.allSatisfy { Made.kinds[$0.kind].id == "cooperation" })
    }

    /// Knowledge that was asked for inside only says nothing of the outside.
    @Test func theOutsideThatWasNotAskedForIsUndefined() throws {
        let made = territory()
        let everywhere = try preparation(made, Survey(.roster), draws: 0).score(nil).learning.indicators
        let inside = try preparation(made, Survey(.roster, scope: .inside), draws: 0).score(nil).learning.indicators
        for id in ["external_openness", "gatekeeping"] {
            #expect(everywhere.first { $0.indicator.id == id }?.value.value != nil)
            #expect(inside.first { $0.indicator.id == id }?.value.value == nil)
        }
    }
}
