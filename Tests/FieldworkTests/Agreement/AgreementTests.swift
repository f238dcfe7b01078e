import GraphKernels
import NetworkModel
import Testing
import Vocabulary

@testable import Fieldwork

@Suite struct AgreementTests {
    /// Ben calls two actors otherwise, and has one more; he has another tie, another date, another status.
    static func coders() throws -> (Network, Network) {
        let anna = try Valley.network(
            Valley.five,
            ties: [
                ("a", "b", "advice"), ("b", "a", "advice"), ("b", "c", "work"), ("c", "d", "work"),
                ("d", "e", "advice"),
            ],
            dates: [0: "2012", 2: "2010", 3: "2015"], statuses: [4: .dormant], events: ["fair", "feast"],
            participation: [("a", "fair"), ("b", "fair"), ("c", "feast")])
        let ben = try Valley.network(
            [
                ("a", "Atelier"), ("bois", "BOIS, Cie"), ("c", "Cuir"), ("x", "Depot"), ("e", "École"),
                ("f", "Fonderie"),
            ],
            ties: [
                ("a", "bois", "advice"), ("c", "bois", "work"), ("c", "x", "work"), ("x", "e", "advice"),
                ("a", "e", "work"), ("f", "a", "advice"),
            ],
            dates: [0: "2012-04", 1: "2010", 2: "2018"], events: ["fair"],
            participation: [("a", "fair"), ("c", "fair")])
        return (anna, ben)
    }

    static func agreement() throws -> Agreement {
        let (anna, ben) = try coders()
        return try Agreement(anna, ben, aliases: [(3, 3)])
    }

    @Test func matchesByAliasIDAndUniqueName() throws {
        let agreement = try Self.agreement()
        #expect(agreement.actors.pairs.map(\.way) == [.id, .name, .id, .alias, .id])
        #expect(agreement.actors.onlyFirst == [] && agreement.actors.onlySecond == [5])
        // A name that two have matches nobody; an id wins over a name.
        let keys = [("1", "Same"), ("2", "Same"), ("3", "Other")].map { CoderMatching.Key(id: $0.0, name: $0.1) }
        let others = [("x", "same"), ("3", "Same"), ("y", "Other")].map { CoderMatching.Key(id: $0.0, name: $0.1) }
        #expect(CoderMatching(keys, others).pairs == [.init(first: 2, second: 1, way: .id)])
    }

    @Test func countsWhatBothAndOneHave() throws {
        let agreement = try Self.agreement()
        // Pairs of the five: a–b, b–c, c–d, d–e by both, a–e by Ben alone.
        let ties = try #require(agreement.subject("ties"))
        #expect(ties.presence == .init(both: 4, onlyFirst: 0, onlySecond: 1))
        #expect(ties.units == 10 && ties.agreed == 9)
        // By hand: n = 20, ones 9, zeros 11, 1 − 19 · 2 / (2 · 9 · 11).
        let byHand = 1 - 38.0 / 198
        #expect(abs((ties.alpha ?? 0) - byHand) < 1e-12)
        #expect(agreement.subject("ties_cooperation")?.presence == .init(both: 2, onlyFirst: 0, onlySecond: 1))
        #expect(agreement.subject("ties_knowledge")?.presence == .init(both: 2, onlyFirst: 0, onlySecond: 0))
        #expect(agreement.subject("actors")?.alpha == nil && agreement.subject("actors")?.percentAgreement == 5.0 / 6)
        #expect(agreement.subject("since")?.units == 3 && agreement.subject("since")?.agreed == 2)
        #expect(agreement.subject("status")?.agreed == 3 && agreement.subject("status")?.units == 4)
        #expect(agreement.subject("participation")?.presence == .init(both: 1, onlyFirst: 1, onlySecond: 1))
        #expect(agreement.subject("events")?.presence == .init(both: 1, onlyFirst: 1, onlySecond: 0))
    }

    @Test func listsEachDisagreementWithItsEvidence() throws {
        let agreement = try Self.agreement()
        let told = agreement.disagreements.map { "\($0.subject.id): \($0.what)" }
        for wanted in [
            "actors: f", "ties: b → a (advice)", "ties: a – e (work)", "ties: f → a (advice)", "since: c – d (work)",
            "status: d → e (advice)", "events: feast", "participation: b @ fair", "participation: c @ fair",
        ] { #expect(told.contains(wanted), "\(wanted) in \(told)") }
        #expect(told.count == 9)
        let tie = try #require(agreement.disagreements.first { $0.what == "b → a (advice)" })
        #expect(tie.first == "tied" && tie.second == nil && tie.firstEvidence == "s:2" && tie.secondEvidence == nil)
    }

    @Test func mergesWithAConfidenceThatFollows() throws {
        let agreement = try Self.agreement()
        let merged = try agreement.merged()
        #expect(merged.actors.allIDs == ["a", "b", "c", "d", "e", "f"])
        func tie(_ source: String, _ target: String, _ kind: String) -> Tie? {
            merged.ties.first {
                merged.actors.id(at: $0.source) == source && merged.actors.id(at: $0.target) == target
                    && merged.tieKinds[$0.kind].id == kind
            }
        }
        #expect(merged.ties.count == 7)
        let knowledge = try #require(agreement.confidence(of: .knowledge))
        let both = try #require(tie("a", "b", "advice"))
        #expect(both.details.confidence == (knowledge.ofBoth * 1000).rounded() / 1000)
        // The finer of two dates that can be one, the first coder's of two that cannot.
        #expect(both.details.since == PartialDate("2012-04"))
        #expect(tie("c", "d", "work")?.details.since == PartialDate("2015"))
        #expect(both.details.evidence == [Evidence(source: "s", locator: "1")])
        let work = try #require(agreement.confidence(of: .cooperation))
        #expect(tie("a", "e", "work")?.details.confidence == (work.ofOne * 1000).rounded() / 1000)
        #expect(work.ofOne < work.ofBoth)
        #expect(
            tie("f", "a", "advice") != nil
                && tie("b", "a", "advice")?.details.confidence == (knowledge.ofOne * 1000).rounded() / 1000)
        #expect(merged.participation.count == 4)
    }

    @Test func twoCopiesAgreeInEverything() throws {
        let (anna, _) = try Self.coders()
        let agreement = try Agreement(anna, anna)
        #expect(agreement.disagreements.isEmpty)
        for subject in agreement.subjects { #expect(subject.agreed == subject.units) }
        #expect(agreement.subject("ties")?.alpha == 1 && agreement.subject("since")?.alpha == 1)
        let merged = try agreement.merged()
        #expect(merged.ties.map(\.details.confidence) == anna.ties.map { _ in 1 })
        #expect(Array(merged.actors) == Array(anna.actors) && merged.events == anna.events)
    }

    @Test func theOtherWayRoundIsTheSameAgreement() throws {
        let (anna, ben) = try Self.coders()
        let (one, other) = (try Agreement(anna, ben, aliases: [(3, 3)]), try Agreement(ben, anna, aliases: [(3, 3)]))
        for subject in one.subjects {
            let twin = try #require(other.subject(subject.subject.id))
            #expect(subject.units == twin.units && subject.agreed == twin.agreed && subject.alpha == twin.alpha)
            #expect(subject.presence?.onlyFirst == twin.presence?.onlySecond)
        }
        #expect(one.disagreements.count == other.disagreements.count)
    }

    @Test func theSameSeedGivesTheSameBits() throws {
        let intervals = try (0..<2).map { _ in try Self.agreement().subjects.map { [$0.low, $0.high] } }
        #expect(intervals[0] == intervals[1])
        let cores = Parallel.threadLimit
        Parallel.threadLimit = 1
        defer { Parallel.threadLimit = cores }
        #expect(try Self.agreement().subjects.map { [$0.low, $0.high] } == intervals[0])
    }

    /// 95 % of the intervals are to hold the α of endless data; of 60 samples, fewer than 48 have a chance below 1 in 10 000.
    @Test func intervalsHold() throws {
        // Coders who see with a competence of 0.8 a quarter of 4000 pairs: α → 0.64.
        var held = 0
        for number in 0..<60 {
            var random = RandomSource(seed: 8, part: number)
            func code(_ truth: Bool) -> Bool { random.unit() < 0.8 ? truth : random.unit() < 0.25 }
            let cells = (0..<60).flatMap { row in
                (0..<6).map { column in
                    let truth = random.unit() < 0.25
                    return PresenceTable.Cell(row: row, column: column, first: code(truth), second: code(truth))
                }
            }
            let table = PresenceTable(rows: 60, columns: 6, cells: cells)
            let drawn = (0..<200).compactMap { _ in table.alpha(resampledBy: &random) }.sorted()
            if drawn[4] <= 0.64, drawn[195] >= 0.64 { held += 1 }
        }
        #expect(held >= 48, "\(held) of 60")
    }

    @Test func kindsDeclaredDifferentlyAreRefused() throws {
        let (anna, _) = try Self.coders()
        let other = try anna.replacing(tieKinds: [
            TieKind(id: "advice", isDirected: false, layer: .knowledge), TieKind(id: "work", isDirected: false),
        ])
        #expect(throws: MilieuError.self) { try Agreement(anna, other) }
    }
}
