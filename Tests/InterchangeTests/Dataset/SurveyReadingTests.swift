import NetworkModel
import Testing
import Vocabulary

@testable import Interchange

/// How a dataset says how it looked: `surveyed` and `population` of `datapackage.json`.
struct SurveyReadingTests {
    private func read(_ surveyed: String, population: String = "null") throws -> Reading {
        try SmallDataset.read(
            "datapackage.json", replacing: "\"surveyed\": [\"knowledge\", \"events\"]",
            by: "\"surveyed\": \(surveyed), \"population\": \(population)")
    }

    @Test func eachLayerSaysHow() throws {
        let description = try read(
            """
            {"knowledge": {"how": "roster", "scope": "inside"}, "finance": "census",
             "cooperation": {"how": "documents", "share": [0.2, 0.6]}, "supply": {"how": "recall", "share": 0.7}}
            """, population: "{\"all\": 40, \"kinds\": {\"firm\": 30}, \"source\": \"register\"}"
        ).requireNetwork().description
        #expect(
            description.surveys == [
                "knowledge": Survey(.roster, scope: .inside), "finance": .census,
                "cooperation": Survey(.documents, share: 0.2...0.6), "supply": Survey(.recall, share: 0.7...0.7),
            ])
        #expect(description.population == Population(total: 40, byKind: ["firm": 30], source: "register"))
        #expect(description.wasSurveyed("finance") && !description.wasSurveyed("knowledge"))
        #expect(description.wasLookedAt("knowledge") && !description.wasLookedAt("governance"))
    }

    @Test func theOldListIsACensus() throws {
        let description = try read("[\"knowledge\", \"events\"]", population: "12").requireNetwork().description
        #expect(description.surveys == ["knowledge": .census, "events": .census])
        #expect(description.surveyed == ["knowledge", "events"] && description.population == Population(total: 12))
    }

    static let faults: [(surveyed: String, population: String, finding: String)] = [
        ("{\"knowledge\": \"rooster\"}", "null", "error no-such-how datapackage.json:milieu.surveyed.knowledge"),
        (
            "{\"knowledge\": {\"how\": \"x\"}}", "null",
            "error no-such-how datapackage.json:milieu.surveyed.knowledge.how"
        ),
        ("{\"knowledge\": {}}", "null", "error missing-key datapackage.json:milieu.surveyed.knowledge.how"),
        (
            "{\"knowledge\": {\"how\": \"roster\", \"scope\": \"here\"}}", "null",
            "error no-such-scope datapackage.json:milieu.surveyed.knowledge.scope"
        ),
        (
            "{\"knowledge\": {\"how\": \"documents\", \"share\": 1.2}}", "null",
            "error bad-share datapackage.json:milieu.surveyed.knowledge.share"
        ),
        (
            "{\"knowledge\": {\"how\": \"documents\", \"share\": [0.6, 0.2]}}", "null",
            "error bad-share datapackage.json:milieu.surveyed.knowledge.share"
        ),
        (
            "{\"knowledge\": {\"how\": \"documents\", \"share\": 0}}", "null",
            "error bad-share datapackage.json:milieu.surveyed.knowledge.share"
        ),
        (
            "{\"knowledge\": {\"how\": \"census\", \"share\": 0.5}}", "null",
            "warning share-of-census datapackage.json:milieu.surveyed.knowledge.share"
        ),
        (
            "{\"knowledge\": {\"how\": \"documents\", \"hwo\": 1}}", "null",
            "warning unknown-key datapackage.json:milieu.surveyed.knowledge.hwo"
        ),
        ("{\"knowledge\": 3}", "null", "error wrong-type datapackage.json:milieu.surveyed.knowledge"),
        ("[\"knowledge\"]", "-3", "error bad-population datapackage.json:milieu.population"),
        ("[\"knowledge\"]", "{\"all\": 1.5}", "error wrong-type datapackage.json:milieu.population.all"),
        (
            "[\"knowledge\"]", "{\"kinds\": {\"firm\": \"many\"}}",
            "error wrong-type datapackage.json:milieu.population.kinds.firm"
        ),
        ("[\"knowledge\"]", "\"many\"", "error wrong-type datapackage.json:milieu.population"),
        ("[\"knowledge\"]", "1", "warning small-population datapackage.json:milieu.population"),
        (
            "[\"knowledge\"]", "{\"kinds\": {\"firm\": 1}}",
            "warning small-population datapackage.json:milieu.population.kinds.firm"
        ),
        (
            "[\"knowledge\"]", "{\"kinds\": {\"school\": 4}}",
            "warning unlisted-kind datapackage.json:milieu.population.kinds.school"
        ),
        ("{\"events\": \"roster\"}", "null", "warning no-respondent datapackage.json:milieu.surveyed.events"),
    ]

    @Test(arguments: faults)
    func everyFaultHasThePathOfItsKey(_ surveyed: String, _ population: String, _ expected: String) throws {
        let found = brief(try read(surveyed, population: population)).filter { !$0.contains("isolate") }
        #expect(found == [expected])
    }

    private func read(_ surveyed: String, respondents: String, inside: String = "yes") throws -> [String] {
        let package = try #require(SmallDataset.files["datapackage.json"])
            .replacing("\"surveyed\": [\"knowledge\", \"events\"]", with: "\"surveyed\": \(surveyed)")
        let reading = try SmallDataset([
            "datapackage.json": package, "respondents.csv": "actor,layer,how,evidence\n" + respondents,
            "actors.csv":
                "id,name,kind,inside,evidence\na,A,firm,yes,report\nb,B,firm,yes,report\nc,C,school,\(inside),report\n",
        ]).read()
        return brief(reading).filter { !$0.contains("isolate") && !$0.contains("actors.csv") }
    }

    /// Who was asked and how was looked have to go together.
    @Test func respondentsAndLayersGoTogether() throws {
        #expect(try read("{\"knowledge\": \"roster\"}", respondents: "a,knowledge,,report\n") == [])
        #expect(try read("{\"knowledge\": \"roster\"}", respondents: "a,,,report\n") == [])
        let known = "datapackage.json:milieu.surveyed"
        #expect(
            try read("{\"knowledge\": \"roster\"}", respondents: "a,finance,,report\n") == [
                "warning no-respondent \(known).knowledge", "warning unsurveyed-layer \(known)",
            ])
        // What the documents of an actor tell denies nothing.
        #expect(
            try read("{\"knowledge\": \"roster\"}", respondents: "a,knowledge,documents,report\n")
                == ["warning no-respondent \(known).knowledge"])
        #expect(
            try read("{\"knowledge\": \"census\"}", respondents: "a,knowledge,,report\n")
                == ["warning respondent-of-census \(known).knowledge"])
        #expect(
            try read("{\"knowledge\": {\"how\": \"documents\", \"scope\": \"outside\"}}", respondents: "")
                == ["warning no-outsider \(known).knowledge"])
        #expect(
            try read(
                "{\"knowledge\": {\"how\": \"documents\", \"scope\": \"outside\"}}", respondents: "", inside: "no")
                == [])
    }

    @Test func whatIsWrittenReadsTheSame() throws {
        var description = DatasetDescription(name: "x")
        description.surveys = ["knowledge": Survey(.recall, scope: .outside, share: 0.25...0.5), "events": .census]
        description.population = Population(byKind: ["firm": 3], source: "register")
        let text = PackageWriter.text(description, tables: [])
        let read = PackageReader(Array(text.utf8), folderName: "x").description
        #expect(read.surveys == description.surveys && read.population == description.population)
        description.surveyed = ["events", "knowledge"]
        #expect(PackageWriter.text(description, tables: []).contains("\"surveyed\": ["))
    }
}
