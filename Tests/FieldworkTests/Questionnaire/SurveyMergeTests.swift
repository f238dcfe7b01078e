import NetworkModel
import Testing
import Vocabulary

@testable import Fieldwork

@Suite struct SurveyMergeTests {
    static func respondent(_ id: String, _ layer: Layer? = nil) -> Respondent {
        var row = Respondent(actor: id, layer: layer)
        row.date = PartialDate("2016-05-01")
        return row
    }

    static func answers(
        _ ties: [(String, String, String)] = [],
        surveys: [String: Survey] = ["knowledge": Survey(.roster), "cooperation": Survey(.roster)],
        dates: [Int: String] = [:], respondents: [Respondent] = [respondent("a")]
    ) throws -> Network {
        try Valley.network(Valley.five, ties: ties, surveys: surveys, dates: dates, respondents: respondents)
    }

    @Test func theAnswerStandsAndWhatItLeavesEmptyStays() throws {
        var actors = Array(try Valley.network(Valley.five, ties: []).actors)
        (actors[0].size, actors[0].place, actors[1].size) = (10, "Here", 4)
        let base = try Valley.network(Valley.five, ties: []).replacing(
            actors: Actors(actors, attributes: [Attribute(name: "own", values: ["x", nil, nil, nil, nil])]))
        (actors[0].size, actors[0].place, actors[0].qualifiedShare, actors[1].size) = (12, nil, 0.5, nil)
        let told = try Self.answers().replacing(actors: Actors(actors))
        let merge = try SurveyMerge(base, told)
        let a = merge.network.actors[0]
        #expect(a.size == 12 && a.place == "Here" && a.qualifiedShare == 0.5 && merge.network.actors[1].size == 4)
        #expect(merge.network.actors.attributes.map(\.values) == [["x", nil, nil, nil, nil]])
        let change = try #require(merge.findings.first { $0.code == "changed" })
        #expect(change.place.column == "size" && change.place.id == "a" && change.message.contains("10"))
        #expect(merge.findings.count { $0.code == "changed" } == 1)
    }

    @Test func oneTieIsOneTie() throws {
        var ties = Array(
            try Valley.network(Valley.five, ties: [("a", "b", "work"), ("a", "b", "advice")], dates: [0: "2014"]).ties)
        (ties[0].details.confidence, ties[0].details.reportedBy) = (0.5, ["b"])
        let base = try Valley.network(Valley.five, ties: []).replacing(ties: Ties(ties))
        var told = Array(
            try Self.answers([("b", "a", "work"), ("b", "a", "advice"), ("a", "b", "work")], dates: [2: "2016"]).ties)
        told[0].details.reportedBy = ["a"]
        let merge = try SurveyMerge(base, Self.answers().replacing(ties: Ties(told)))
        // The work of 2014 confirmed; advice the other way is another; work since 2016 is another.
        #expect(merge.network.ties.count == 4 && merge.newTies == 2 && merge.confirmedTies == 1)
        let work = merge.network.ties[0].details
        #expect(work.since == PartialDate("2014") && work.confidence == nil && work.reportedBy == ["b", "a"])
    }

    @Test func anActorThatOnlyItsNameTellsIsKnown() throws {
        let base = try Valley.network(Valley.five, ties: [])
        let told = try Valley.network(
            [("a", "Atelier"), ("new", "bois cie"), ("z", "Zinc")], ties: [("a", "new", "work"), ("a", "z", "work")],
            surveys: ["cooperation": Survey(.roster)], respondents: [Self.respondent("a")])
        let merge = try SurveyMerge(base, told)
        #expect(merge.network.actors.allIDs == ["a", "b", "c", "d", "e", "z"])
        #expect(merge.network.ties.map { merge.network.actors.id(at: $0.target) } == ["b", "z"])
        #expect(merge.findings.contains { $0.code == "matched-by-name" })
    }

    @Test func howALayerWasLookedAt() throws {
        let roster = Survey(.roster)
        func surveyed(_ base: [String: Survey]?, _ form: [String: Survey], _ rows: [Respondent]) throws -> SurveyMerge {
            let network = try Valley.network(Valley.five, ties: [], surveys: base, respondents: [Self.respondent("c")])
            return try SurveyMerge(network, Self.answers(surveys: form, respondents: rows))
        }
        // Documents and what nobody looked at become a roster; a census stays and says so; others are left alone.
        var merge = try surveyed(
            ["knowledge": Survey(.documents), "finance": Survey(.documents), "events": .census],
            ["knowledge": roster, "cooperation": roster, "events": roster],
            [
                Self.respondent("a", .knowledge), Self.respondent("a", .cooperation),
                Self.respondent("a", Layer(rawValue: "events")),
            ])
        #expect(
            merge.network.description.surveys == [
                "knowledge": roster, "cooperation": roster, "finance": Survey(.documents), "events": .census,
            ])
        #expect(merge.findings.filter { $0.code == "census-kept" }.map(\.place.column) == ["milieu.surveyed.events"])
        // Two scopes: the layer has both, and each respondent's row says what it was asked.
        merge = try surveyed(
            ["knowledge": Survey(.roster, scope: .inside), "cooperation": roster],
            ["knowledge": Survey(.recall, scope: .all), "cooperation": roster], [Self.respondent("a")])
        #expect(merge.network.description.surveys?["knowledge"] == Survey(.recall, scope: .all))
        let rows = merge.network.beside.respondents
        #expect(
            rows.filter { $0.actor == "c" }.map { [$0.layer?.rawValue, $0.scope?.rawValue] } == [
                ["cooperation", nil], ["knowledge", "inside"],
            ])
        #expect(rows.filter { $0.actor == "a" }.count == 1)
    }
}
