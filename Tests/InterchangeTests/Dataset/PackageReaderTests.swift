import NetworkModel
import Testing
import Vocabulary

@testable import Interchange

@Suite struct PackageReaderTests {
    static let faults: [(piece: String, by: String, findings: [String])] = [
        ("\"name\": \"small\"", "\"name\": 3", ["error wrong-type datapackage.json:name"]),
        ("\"01001\"", "1001", ["error wrong-type datapackage.json:milieu.territory.codes.commune"]),
        ("\"2016-06\"", "\"2016-13\"", ["error bad-date datapackage.json:milieu.reference_date"]),
        ("\"2016-06\"", "2016", []),
        ("\"2016-06\"", "true", ["error wrong-type datapackage.json:milieu.reference_date"]),
        ("[\"Here\", \"Near\"]", "[\"Here\", 2]", ["error wrong-type datapackage.json:milieu.perimeters[1].places[1]"]),
        ("[\"Here\", \"Near\"]", "\"Here\"", ["error wrong-type datapackage.json:milieu.perimeters[1].places"]),
        (
            "\"places\": [\"Here\"],", "\"places\": [\"Here\"], \"overlapping\": [3],",
            ["error wrong-type datapackage.json:milieu.perimeters[0].overlapping[0]"]
        ),
        (
            "\"default\": true", "\"default\": \"yes\"",
            ["error wrong-type datapackage.json:milieu.perimeters[0].default"]
        ),
        ("\"default\": false", "\"default\": true", ["warning two-defaults datapackage.json:milieu.perimeters"]),
        ("\"id\": \"basin\"", "\"id\": \"town\"", ["error duplicate-id datapackage.json:milieu.perimeters[1].id"]),
        ("\"id\": \"basin\",", "", ["error missing-key datapackage.json:milieu.perimeters[1].id"]),
        ("\"surveyed\"", "\"surveied\"", ["warning unknown-key datapackage.json:milieu.surveied"]),
        ("[{\"title\": \"A. Author\"}]", "\"A. Author\"", ["error wrong-type datapackage.json:contributors"]),
        ("\"A. Author\"", "[]", ["error wrong-type datapackage.json:contributors[0].title"]),
        ("\"version\": \"1.0\",", "\"version\": \"1.0\"", ["error bad-json datapackage.json:3"]),
        ("\"milieu\"", "\"millieu\"", ["warning no-territory datapackage.json:milieu"]),
        (
            "\"version\": \"1.0\"", "\"resources\": [{\"name\": \"ties\", \"path\": \"../ties.csv\"}]",
            ["error unsafe-path datapackage.json:resources[0].path"]
        ),
        (
            "\"version\": \"1.0\"", "\"resources\": [{\"name\": \"ties\", \"path\": \"/etc/passwd\"}]",
            ["error unsafe-path datapackage.json:resources[0].path"]
        ),
        (
            "\"version\": \"1.0\"", "\"resources\": [{\"name\": \"ties\", \"path\": \"https://example.org/ties.csv\"}]",
            ["error unsafe-path datapackage.json:resources[0].path"]
        ),
        (
            "\"version\": \"1.0\"", "\"resources\": [{\"name\": \"ties\", \"path\": [\"ties.csv\"]}]",
            ["error unsafe-path datapackage.json:resources[0].path"]
        ),
        (
            "\"version\": \"1.0\"", "\"resources\": [{\"name\": \"ties\", \"path\": \"liens.csv\"}]",
            ["error missing-file liens.csv"]
        ),
        (
            "\"version\": \"1.0\"",
            "\"resources\": [{\"name\": \"ties\", \"path\": \"ties.csv\"}, {\"name\": \"peer\", \"path\": \"x/y\"}]", []
        ),
    ]

    @Test(arguments: faults)
    func everyFaultHasThePathOfItsKey(_ piece: String, _ by: String, _ expected: [String]) throws {
        let reading = try SmallDataset.read("datapackage.json", replacing: piece, by: by)
        #expect(brief(reading).filter { !$0.contains("isolate") } == expected)
    }

    @Test func aTableUnderAnotherNameIsRead() throws {
        let package = try #require(SmallDataset.files["datapackage.json"])
        let named = package.split(separator: "\"version\"", maxSplits: 1)
            .joined(separator: "\"resources\": [{\"name\": \"ties\", \"path\": \"liens.csv\"}], \"version\"")
        let dataset = try SmallDataset([
            "datapackage.json": named, "ties.csv": nil, "liens.csv": SmallDataset.files["ties.csv"],
        ])
        #expect(try dataset.read().requireNetwork().ties.count == 2)
    }

    @Test func nestingIsBounded() throws {
        let deep = "{\"milieu\": " + String(repeating: "[", count: 50_000)
        let reading = try SmallDataset.read("datapackage.json", deep)
        #expect(brief(reading) == ["error bad-json datapackage.json:1"])
    }
}
