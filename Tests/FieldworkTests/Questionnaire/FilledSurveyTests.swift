import Fixtures
import Interchange
import NetworkModel
import Testing
import Vocabulary

@testable import Fieldwork

@Suite struct FilledSurveyTests {
    /// A form for the five of the valley, of whom a and b were asked, with some tables replaced.
    static func read(_ tables: [String: String]) throws -> Reading {
        let known = try Valley.network(Valley.five, ties: [])
        let folder = try TemporaryFolder()
        for file in try Questionnaire(known, asking: ["a", "b"]).tables { try folder.write(file.text, to: file.name) }
        try folder.write(
            "actor,layer,how,date,evidence\na,,,2016-05-01,interview_a\nb,,,2016-05-02,interview_b\n",
            to: "respondents.csv")
        for (name, text) in tables { try folder.write(text, to: name) }
        return try FilledSurvey.read(path: folder.path)
    }

    static let header = "source,target,kind,since,until,status,reported_by,evidence\n"

    @Test func whoToldIsFound() throws {
        let network = try Self.read([
            "ties.csv": Self.header
                + "a,c,advice,,,,,\n"  // its only end that was asked
                + "a,b,advice,,,,,interview_b:p. 2\n"  // the interview
                + "a,b,work,,,,a; b,\n"  // its own word
                + "c,d,work,,,,,interview_a\n"  // hearsay, of an interview
        ]).requireNetwork()
        #expect(network.ties.map(\.details.reportedBy) == [["a"], ["b"], ["a", "b"], ["a"]])
        #expect(
            network.ties.map { $0.details.evidence.map(\.description) } == [
                ["interview_a"], ["interview_b:p. 2"], ["interview_a", "interview_b"], ["interview_a"],
            ])
    }

    @Test func statusIsOfTheInterview() throws {
        let network = try Self.read([
            "ties.csv": Self.header
                + "a,c,work,,,,,\na,d,work,,,dormant,,\na,e,work,2010,2014,,,\na,c,advice,,2020,,,\n"
        ]).requireNetwork()
        #expect(network.ties.map(\.details.status) == [.active, .dormant, .unknown, .active])
    }

    @Test func errorsNameCellAndRemedy() throws {
        let reading = try Self.read([
            "ties.csv": Self.header + "a,c,advice,,,,,\n\na,b,work,,,,,\nc,d,work,,,,,\na,c,work,,,,e,\n"
        ])
        #expect(reading.network == nil)
        let errors = reading.findings.filter { $0.severity == .error }
        #expect(errors.map(\.code) == ["unclear-reporter", "no-reporter", "reporter-not-asked"])
        #expect(errors.map(\.place.line) == [4, 5, 6])
        #expect(
            errors.allSatisfy { $0.place.file == "ties.csv" && $0.place.column == "reported_by" && !$0.remedy.isEmpty })
        #expect(errors[0].place.id == "a → b, work" && errors[0].remedy.contains("\"a; b\""))
    }

    @Test func whoHasNoDateWasNotInterviewed() throws {
        let reading = try Self.read([
            "respondents.csv": "actor,date,evidence\na,2016-05-01,interview_a\nb,,interview_b\n"
        ])
        let network = try reading.requireNetwork()
        #expect(network.beside.respondents.map(\.actor) == ["a"])
        let warning = try #require(reading.findings.first { $0.code == "not-interviewed" })
        #expect(warning.place.line == 3 && warning.place.column == "date" && warning.place.id == "b")
        let empty = try Self.read(["respondents.csv": "actor,date,evidence\na,,interview_a\n"])
        #expect(empty.network == nil && empty.findings.contains { $0.code == "nobody-interviewed" })
    }

    @Test func aForeignCellIsAnErrorOfItsTable() throws {
        let reading = try Self.read(["ties.csv": Self.header + "a,zz,work,,,,,\n"])
        #expect(reading.network == nil)
        #expect(
            reading.findings.contains { $0.code == "unknown-id" && $0.place.line == 2 && $0.place.column == "target" })
    }

    @Test func theFormIsADatasetThatAsksForWhatTheScoreReads() throws {
        let empty = try Questionnaire(DatasetTemplate.network(named: "val"))
        #expect(
            Set(empty.layers.map(\.layer)).isSuperset(of: [.knowledge, .cooperation, .finance, .governance, .supply]))
        #expect(empty.method == .recall && empty.form.description.surveys?["knowledge"] == Survey(.recall))
        let names = Set(empty.tables.map(\.name))
        #expect(
            names.isSuperset(of: [
                "actors.csv", "ties.csv", "events.csv", "participation.csv", "respondents.csv", "sources.csv",
                "tie-kinds.csv",
                "datapackage.json",
            ]))
        let ties = try #require(empty.tables.first { $0.name == "ties.csv" })
        for column in ["since", "status", "reported_by", "college", "evidence"] { #expect(ties.text.contains(column)) }
        #expect(ties.text.split(separator: "\n").count == 1)
        let known = try Valley.network(Valley.five, ties: [("a", "b", "work")], outside: ["e"])
        let form = try Questionnaire(known, layers: [.cooperation])
        #expect(form.layers.map(\.layer) == [.cooperation] && form.form.ties.isEmpty)
        #expect(form.roster.map(\.id) == ["a", "b", "c", "d"] && form.outsiders.map(\.id) == ["e"])
        #expect(form.form.description.surveys?["cooperation"] == Survey(.roster))
        #expect(throws: MilieuError.self) { try Questionnaire(known, layers: [Layer(rawValue: "nolayer")]) }
        #expect(throws: MilieuError.self) { try Questionnaire(known, asking: ["zz"]) }
        #expect(throws: MilieuError.self) { try Questionnaire(known, by: .census) }
    }

    @Test func whoHasEndedIsNotOnTheList() throws {
        var actors = Array(try Valley.network(Valley.five, ties: []).actors)
        actors[1].until = PartialDate("2015")
        actors[2].until = PartialDate("2016")
        actors[3].since = PartialDate("2017")
        let known = try Valley.network(Valley.five, ties: []).replacing(actors: Actors(actors))
        #expect(try Questionnaire(known).roster.map(\.id) == ["a", "c", "e"])
    }
}
