import NetworkModel
import Testing
import Vocabulary

@testable import TerritoryScoring

/// The same facts coded otherwise give the same score, or one that says that it knows less.
struct CodingTests {
    private static let base = Recipe.innovative.made(1)

    /// How much of an axis is known, indicator by indicator.
    private func known(_ axis: AxisScore) -> Double { 1 - axis.ignorance }

    private func expectSame(_ one: Made, _ other: Made, _ what: Comment) throws {
        let (a, b) = (try one.score(), try other.score())
        for axis in Axis.allCases {
            let (x, y) = (a.axis(axis), b.axis(axis))
            let gap = abs(try #require(x.overKnown) - #require(y.overKnown))
            let isTold =
                known(y) < known(x) - 1e-9 && y.indicators.contains { $0.value.coverage < 1 && $0.value.reason != nil }
            #expect(gap < 0.01 || isTold, "\(what): \(axis) \(gap)")
        }
    }

    @Test func aFactToldTwice() throws {
        var once = Self.base
        for place in stride(from: 0, to: once.ties.count, by: 5) { once.ties[place].details.fact = "f\(place)" }
        var twice = once
        for place in stride(from: 0, to: once.ties.count, by: 5) { twice.ties.append(once.ties[place]) }
        try expectSame(once, twice, "a fact told twice")
        try expectSame(Self.base, once, "a fact with a name")
    }

    @Test func aRowDoubled() throws {
        var doubled = Self.base
        for place in stride(from: 0, to: doubled.ties.count, by: 4) { doubled.ties.append(doubled.ties[place]) }
        try expectSame(Self.base, doubled, "rows doubled")
    }

    @Test func anActorSplitIntoEstablishments() throws {
        var split = Self.base
        for head in [2, 7] {
            let whole = split.actors[head]
            let halves = ["x", "y"].map { name in
                split.actor("\(name)\(head)", kind: "firm") { ($0.parent, $0.sector) = (whole.id, whole.sector) }
            }
            var turn = 0
            for place in split.ties.indices {
                let tie = split.ties[place]
                guard tie.source == head || tie.target == head else { continue }
                turn += 1
                let own = halves[turn % 2]
                split.ties[place] = Tie(
                    source: tie.source == head ? own : tie.source, target: tie.target == head ? own : tie.target,
                    kind: tie.kind,
                    weight: tie.weight, details: tie.details)
            }
            split.tie(halves[0], halves[1], "supply")
            split.tie(halves[1], halves[0], "advice")
        }
        try expectSame(Self.base, split, "two actors split")
    }

    @Test func aCollectiveAgainstItsMembers() throws {
        var (whole, apart) = (Self.base, Self.base)
        let collective = whole.actor("all", kind: "citizens") { $0.members = 4 }
        let members = (0..<4).map { apart.actor("member\($0)", kind: "citizens") }
        for (place, kind) in [(3, "supply"), (9, "help"), (12, "advice")] {
            whole.tie(place, collective, kind)
            for member in members { apart.tie(place, member, kind) }
        }
        whole.event(with: [1, 5, collective])
        apart.event(with: [1, 5] + members)
        try expectSame(apart, whole, "a collective")
    }

    @Test func aMeetingAsEventOrAsPairs() throws {
        var (event, pairs) = (Self.base, Self.base)
        let members = [4, 8, 15, 16, 23]
        event.event(with: members) { $0.date = PartialDate(year: 2015) }
        for one in members {
            for other in members where other > one {
                pairs.tie(one, other, "cooperation") {
                    $0.fact = "meeting"; $0.since = PartialDate(year: 2015)
                }
            }
        }
        try expectSame(event, pairs, "a meeting as pairs")
        // Not only nearly: the same people met. What closure chance gives is drawn, in the order of actors
        // that the coding helps to settle.
        let (one, other) = (try event.values(), try pairs.values())
        for id in ["collective_events", "intensity", "robustness", "inclusiveness"] {
            #expect(one[id] == other[id], "\(id)")
        }
        #expect(try abs(#require(one["closure"]) - #require(other["closure"])) < 0.01)
    }

    @Test func cooperationUndirectedOrAsTwoArcs() throws {
        var (one, two) = (Self.base, Self.base)
        for place in 0..<12 {
            one.tie(place, place + 13, "cooperation")
            two.tie(place, place + 13, "help")
            two.tie(place + 13, place, "help")
        }
        try expectSame(two, one, "cooperation without direction")
    }

    @Test func kindsOfTiesSplit() throws {
        var split = Self.base
        let (help, assistance) = (
            Made.kinds.firstIndex { $0.id == "help" }!, Made.kinds.firstIndex { $0.id == "assistance" }!
        )
        for place in split.ties.indices where split.ties[place].kind == help && place % 2 == 0 {
            let tie = split.ties[place]
            split.ties[place] = Tie(
                source: tie.source, target: tie.target, kind: assistance, weight: tie.weight, details: tie.details)
        }
        try expectSame(Self.base, split, "a kind split in two")
    }

    @Test func outsidersWithoutTies() throws {
        var more = Self.base
        for place in 0..<30 { more.actor("far\(place)", inside: false) { $0.sector = "C.\(10 + place % 20).99" } }
        try expectSame(Self.base, more, "outsiders without ties")
    }

    /// Nobody outside is listed: nothing says that the outside was asked for.
    @Test func insidersAloneSayNothingOfTheOutside() throws {
        var made = Made()
        made.actors(3)
        made.tie(0, 1, "advice")
        let found = try made.indicators()
        for id in ["external_openness", "gatekeeping"] {
            #expect(
                found[id]?.value == nil && found[id]?.coverage == 0 && found[id]?.reason == Reason.nobodyOutside,
                "\(id)")
        }
        made.actor("far", inside: false)
        #expect(try made.values()["external_openness"] == 0)
    }

    /// So many actors, and advice of May 2012: who gave it, who got it, and of which fact.
    private func learned(_ actors: Int, _ advice: [(giver: Int, receiver: Int, fact: String)]) -> Made {
        var made = Made()
        for _ in 0..<actors { made.actor { $0.since = PartialDate(year: 2000) } }
        made.date = PartialDate(year: 2016)
        for row in advice {
            made.tie(row.giver, row.receiver, "advice") {
                ($0.since, $0.fact) = (PartialDate(year: 2012, month: 5), row.fact)
            }
        }
        return made
    }

    /// Two exposures, of which one was followed; the first is told by two rows.
    @Test func aFactToldTwiceIsOneExposure() throws {
        var made = learned(4, [(0, 1, "f1"), (2, 3, "f2"), (0, 1, "f1")])
        made.tie(1, 2) { $0.since = PartialDate(year: 2013, month: 1) }
        #expect(try made.values()["knowledge_conversion"] == 0.5)
    }

    /// Of three exposures two are of one fact, which counts once: half of what was learned was followed, not a third.
    @Test func aFactThatExposesTwoCountsOnce() throws {
        var made = learned(6, [(0, 1, "f1"), (2, 3, "f1"), (0, 4, "f2")])
        made.tie(4, 5) { $0.since = PartialDate(year: 2013, month: 1) }
        #expect(try made.values()["knowledge_conversion"] == 0.5)
        // Without the cooperation nothing was followed, and what reads the tie knows it.
        let preparation = try Preparation(made.network(), .standard(), ScoringOptions())
        let place = try #require(preparation.code.tieRow.firstIndex(of: 3))
        var presence = preparation.presence
        presence.ties[place] = false
        let without = Situation(preparation.scenario, presence, cascadeProbability: 0.5)
        let left = without.values(after: preparation.scenario.readsOfTies()[place], from: preparation.situation.values)
        let conversion = try #require(IndicatorCatalogue.all.firstIndex { $0.id == "knowledge_conversion" })
        #expect(left[conversion].value == 0)
    }

    @Test func anActorThatHasEndedIsNoInsiderOfThePresent() throws {
        var made = Made()
        made.actors(3)
        made.actor { $0.until = PartialDate(year: 2015) }
        made.tie(0, 1)
        made.tie(2, 3)
        let score = try made.score()
        #expect(score.counts.insiders == 3 && score.counts.interactionTies == 1)
        #expect(try made.values()["interaction_participation"].map { abs($0 - 2.0 / 3) < 1e-12 } == true)
    }

    @Test func ordersPlacedInAdvanceAreNoCapital() throws {
        var made = Made()
        made.actors(2)
        made.actor("far", inside: false)
        made.tie(0, 1, "finance") { $0.amount = 100; $0.form = "gift" }
        made.tie(2, 1, "finance") { $0.amount = 300; $0.form = "pre_order" }
        #expect(try made.values()["citizen_finance"] == 1)
        made.ties[1].details.form = "loan"
        #expect(try made.values()["citizen_finance"] == (0.5 + 0.25) / 2)
    }
}
