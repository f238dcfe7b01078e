import NetworkModel
import Testing
import Vocabulary

@testable import Interchange

@Suite struct DatasetReaderTests {
    @Test func aSoundDatasetIsReadWholly() throws {
        let reading = try SmallDataset().read()
        #expect(brief(reading) == [])
        let network = try reading.requireNetwork()
        #expect(network.description.name == "small" && network.description.title == "Small town")
        #expect(network.description.licences == ["CC0-1.0"] && network.description.contributors == ["A. Author"])
        #expect(network.description.surveyed == ["knowledge", "events"])
        let territory = try #require(network.description.territory)
        #expect(territory.codes == ["commune": "01001"] && territory.referenceDate == PartialDate("2016-06"))
        #expect(territory.perimeters.map(\.id) == ["town", "basin"] && territory.defaultPerimeter?.id == "town")
        #expect(network.actors.allIDs == ["a", "b", "c"])
        #expect(network.actors[0].qualifiedShare == 0.25 && network.actors[0].since == PartialDate("2001-04"))
        #expect(network.actors[1].members == 100 && network.actors[1].inside == true && network.actors[1].parent == "a")
        #expect(network.actors[2].name == "Gamma, school")
        #expect(
            network.actors[2].evidence == [
                Evidence(source: "report", locator: "n3"), Evidence(source: "report", locator: "4"),
            ])
        #expect(network.actors.attributes == [.init(name: "colour", values: ["red", nil, "blue"])])
        #expect(network.tieKinds.map(\.isDirected) == [false, true] && network.tieKinds[1].weightMeans == .count)
        #expect(network.ties.count == 2 && network.ties.attributes == [.init(name: "how", values: ["by mail", nil])])
        let tie = network.ties[1]
        #expect(tie.source == 0 && tie.target == 2 && tie.kind == 1 && tie.weight == 3)
        #expect(tie.details.amount == 1500.5 && tie.details.fact == "f1")
        #expect(network.ties[0].details.status == .active && network.ties[0].details.confidence == 0.5)
        #expect(network.events[0].until == PartialDate("2012") && network.events[0].participants == 20)
        #expect(
            network.participation[0]
                == Participation(
                    actor: 1, event: 0, role: "guest", count: 2, evidence: [Evidence(source: "report", locator: "5")]))
        #expect(network.eventKinds.first?.id == "fair" && network.eventKinds.count == 1 + EventKind.standard.count)
    }

    /// One piece of the sound dataset replaced, and all findings that follow.
    static let faults: [(file: String, piece: String, by: String, findings: [String])] = [
        ("ties.csv", "a,b,coop", "a,bb,coop", ["error unknown-id ties.csv:2:target"]),
        ("ties.csv", "a,b,coop", ",b,coop", ["error missing-value ties.csv:2:source"]),
        ("ties.csv", "a,b,coop", "a,a,coop", ["warning self-loop ties.csv:2:target"]),
        ("ties.csv", "a,b,coop", "b,b,coop", ["note tie-within ties.csv:2:target"]),
        ("ties.csv", "b,cooperation", "b,coperation", ["error undeclared-kind ties.csv:2:kind"]),
        ("ties.csv", "source,target", "source,targte", ["error missing-column ties.csv:1:target"]),
        ("ties.csv", ",weight", ",WEIGHT", []),
        ("ties.csv", ",weight", ",wieght", ["warning unknown-column ties.csv:1:wieght"]),
        ("ties.csv", ",how", ",fact", ["error duplicate-column ties.csv:1:fact"]),
        ("ties.csv", ",how", ",", ["warning unnamed-column ties.csv:1:10"]),
        ("ties.csv", "funding,3", "funding,three", ["error bad-number ties.csv:3:weight"]),
        ("ties.csv", "funding,3", "funding,\"3,5\"", ["error bad-number ties.csv:3:weight"]),
        ("ties.csv", "active,0.5", "active,1.5", ["error out-of-range ties.csv:2:confidence"]),
        ("ties.csv", "active,0.5", "actve,0.5", ["error unknown-status ties.csv:2:status"]),
        ("ties.csv", "active,0.5", "Actif,0.5", []),
        ("ties.csv", "report:1,by", "reprot:1,by", ["error unknown-source ties.csv:2:evidence"]),
        ("ties.csv", "report:1,by", ",by", ["warning no-evidence ties.csv:2:evidence"]),
        ("ties.csv", "by mail", "by mail,x", ["error ragged-row ties.csv:2:11"]),
        ("ties.csv", ",by mail", "", ["error ragged-row ties.csv:2:10"]),
        ("ties.csv", "by mail", "\"by mail", ["error unterminated-quote ties.csv:2:10"]),
        ("ties.csv", "a,c,", ",,,,,,,,,\na,c,", ["note empty-row ties.csv:3"]),
        ("ties.csv", "a,c,", "b,a,cooperation,,,,,,report,\na,c,", ["warning duplicate-tie ties.csv:3:target"]),
        ("ties.csv", "a,c,", "c,a,funding,,,,,,report,\na,c,", []),
        ("actors.csv", "c,\"", "b,Twice,firm,,,,,,,report,\nc,\"", ["error duplicate-id actors.csv:4:id"]),
        ("actors.csv", "b,Beta", "b,", ["error missing-value actors.csv:3:name"]),
        ("actors.csv", "2001-04", "2001-13", ["error bad-date actors.csv:2:since"]),
        ("actors.csv", "2001-04", "15/04/2001", ["note french-date actors.csv:2:since"]),
        ("actors.csv", "2001-04", "31/02/2001", ["error bad-date actors.csv:2:since"]),
        ("actors.csv", "0.25", "25", ["error out-of-range actors.csv:2:qualified_share"]),
        ("actors.csv", "yes,100", "maybe,100", ["error bad-yes-no actors.csv:3:inside"]),
        ("actors.csv", "yes,100", "OUI,100", []),
        ("actors.csv", "yes,100", "yes,0", ["error out-of-range actors.csv:3:members"]),
        ("actors.csv", "yes,100", "yes,1.5", ["error out-of-range actors.csv:3:members"]),
        ("actors.csv", ",,a,,", ",,z,,", ["error unknown-id actors.csv:3:parent"]),
        ("actors.csv", ",,a,,", ",,b,,", ["error parent-cycle actors.csv:3:parent"]),
        ("actors.csv", "0.25,,", "0.25,b,", ["error parent-cycle actors.csv:2:parent"]),
        ("actors.csv", "firm,Here", "firm,Elsewhere", ["note place-outside-perimeters actors.csv:2:place"]),
        ("actors.csv", "report:2", "", ["note no-evidence actors.csv:3:evidence"]),
        ("actors.csv", "c,\"", "d,Delta,firm,,,,,,,report,\nc,\"", ["note isolate actors.csv:4"]),
        ("actors.csv", "Gamma", "Ga\0mma", ["error nul-byte actors.csv:4"]),
        ("actors.csv", "red", " red ", ["note stray-spaces actors.csv:2"]),
        ("events.csv", "2010,2012", "2012,2010", ["error dates-reversed events.csv:2:until"]),
        ("events.csv", "2010,2012", "2010-05,2010", []),
        ("events.csv", "past,20", "past,-1", ["error out-of-range events.csv:2:participants"]),
        ("events.csv", "Fair,fair", "Fair,training", []),
        ("events.csv", "Fair,fair", "Fair,fare", ["error undeclared-kind events.csv:2:kind"]),
        ("participation.csv", "c,e", "c,f", ["error unknown-id participation.csv:3:event"]),
        ("participation.csv", "c,e,,", "b,e,guest,", ["warning duplicate-participation participation.csv:3:event"]),
        ("tie-kinds.csv", "no,cooperation,", "no,coperation,", ["warning unknown-layer tie-kinds.csv:2:layer"]),
        ("tie-kinds.csv", "no,cooperation,", "no,kinship,", ["note own-layer tie-kinds.csv:2:layer"]),
        ("tie-kinds.csv", "yes,finance", "yes,financement", []),
        (
            "tie-kinds.csv", "finance,count", "finance,price",
            ["error unknown-weight-meaning tie-kinds.csv:3:weight_means"]
        ),
        ("actor-kinds.csv", "firm,economy", "firm,economie", ["error unknown-sphere actor-kinds.csv:2:sphere"]),
        ("sources.csv", "org,2016", "org,2016\nre:p,x,,", ["error bad-id sources.csv:3:id"]),
    ]

    @Test(arguments: faults)
    func everyFaultHasItsPlace(_ file: String, _ piece: String, _ by: String, _ expected: [String]) throws {
        let reading = try SmallDataset.read(file, replacing: piece, by: by)
        #expect(brief(reading) == expected)
        #expect((reading.network == nil) == expected.contains { $0.hasPrefix("error") })
        #expect(reading.findings.allSatisfy { !$0.message.isEmpty && !$0.remedy.isEmpty })
    }

    @Test(
        arguments: [
            ("ties.csv", "a,b,coop", "a,Bb,coop", "\"b\"", "a"),
            ("ties.csv", "source,target", "source,targte", "\"targte\"", nil),
            ("ties.csv", "b,cooperation", "b,coperation", "\"cooperation\"", "a"),
            ("actors.csv", "0.25", "25", "0.25", "a"),
            ("ties.csv", "funding,3", "funding,\"3,5\"", "3.5", "a"),
            ("ties.csv", "active,0.5", "actve,0.5", "\"active\"", "a"),
        ] as [(String, String, String, String, String?)])
    func theRemedyNamesTheNearest(_ file: String, _ piece: String, _ by: String, _ word: String, _ id: String?) throws {
        let finding = try #require(try SmallDataset.read(file, replacing: piece, by: by).findings.first)
        #expect(finding.remedy.contains(word), "\(finding.remedy)")
        #expect(finding.place.id == id)
    }

    @Test(arguments: [
        ("actors.csv", ["error missing-file actors.csv"]),
        ("ties.csv", []),
        ("sources.csv", ["error missing-file sources.csv"]),
        ("tie-kinds.csv", ["error missing-file tie-kinds.csv"]),
        ("actor-kinds.csv", ["error missing-file actor-kinds.csv"]),
        ("events.csv", ["error missing-file events.csv"]),
        ("event-kinds.csv", ["error undeclared-kind events.csv:2:kind"]),
        ("datapackage.json", ["warning missing-file datapackage.json"]),
    ])
    func aMissingFileIsOneFinding(_ file: String, _ expected: [String]) throws {
        let findings = brief(try SmallDataset.read(file, nil))
        #expect(findings.filter { !$0.contains("isolate") } == expected)
    }

    @Test(arguments: DatasetSchema.tables.map(\.file))
    func anEmptyFileIsAnErrorThatTellsTheHeader(_ file: String) throws {
        let finding = try #require(try SmallDataset.read(file, "").findings.first { $0.severity == .error })
        #expect(finding.code == "empty-table" && finding.place.file == file)
        #expect(finding.remedy.contains(","))
    }

    @Test func aTieOfWeightZeroTiesNobody() throws {
        let dataset = try SmallDataset(["ties.csv": "source,target,kind,weight,evidence\na,b,cooperation,0,report\n"])
        let found = brief(try dataset.read())
        #expect(found.count == 2 && found.contains("note isolate actors.csv:2"))
        #expect(found.contains { $0.hasPrefix("note zero-weight ties.csv:2") }, "\(found)")
    }

    @Test func whoseNumberIsNotKnownIsACollectiveByItsOwnWord() throws {
        let actors = try #require(SmallDataset.files["actors.csv"]).replacing("colour", with: "collective")
            .replacing(",red", with: ",yes").replacing(",blue", with: ",no")
        let dataset = try SmallDataset([
            "actors.csv": actors, "ties.csv": "source,target,kind,evidence\na,a,cooperation,report\n",
        ])
        #expect(
            brief(try dataset.read()).sorted() == ["note isolate actors.csv:2", "note tie-within ties.csv:2:target"])
        #expect(try dataset.read().requireNetwork().actors.map(\.isCollective) == [true, true, false])
    }

    @Test func allFaultsAreFoundAtOnceInTheOrderOfTheFiles() throws {
        let dataset = try SmallDataset([
            "actors.csv": "id,name,kind\na,Alpha,frm\na,Again,firm\n",
            "ties.csv": "source,target,kind,since,evidence\nx,a,cooperation,20O7,report\na,a,funding,,nowhere\n",
        ])
        #expect(
            brief(try dataset.read()) == [
                "error undeclared-kind actors.csv:2:kind", "note no-evidence actors.csv:2:evidence",
                "error duplicate-id actors.csv:3:id",
                "error unknown-id ties.csv:2:source", "error bad-date ties.csv:2:since",
                "error unknown-source ties.csv:3:evidence", "warning self-loop ties.csv:3:target",
                "error unknown-id participation.csv:2:actor", "error unknown-id participation.csv:3:actor",
            ])
    }

    @Test func aFrenchSpreadsheetIsReadAndSaid() throws {
        var text = try #require(SmallDataset.files["ties.csv"])
        text = String(text.map { $0 == "," ? ";" : $0 }).split(separator: "1500.5").joined(separator: "1 500,5")
        // "é" in Windows-1252.
        let latin =
            Array(text.split(separator: "\n").joined(separator: "\r\n").utf8)
            + Array("\r\na;b;cooperation;0,5;;pr".utf8)
            + [0xE9] + Array("vu;;;report;\r\n".utf8)
        let dataset = try SmallDataset()
        try dataset.folder.write(latin, to: "ties.csv")
        let reading = try dataset.read()
        #expect(
            Set(brief(reading)) == [
                "note delimiter ties.csv:1", "note line-endings ties.csv:1", "warning wrong-encoding ties.csv:4",
                "warning duplicate-tie ties.csv:4:target",
            ])
        let ties = try reading.requireNetwork().ties
        #expect(ties[1].details.amount == 1500.5 && ties[2].weight == 0.5 && ties[2].details.status == .planned)
    }

    @Test func theContentHashFollowsEveryTable() throws {
        let hash = try SmallDataset().read().requireNetwork().description.contentHash
        #expect(hash?.count == 64)
        #expect(try SmallDataset().read().requireNetwork().description.contentHash == hash)
        let other = try SmallDataset.read("actors.csv", replacing: "Alpha", by: "Alpho")
        #expect(try other.requireNetwork().description.contentHash != hash)
    }

    @Test func aMissingFolderIsAnErrorOfTheFile() throws {
        do {
            _ = try DatasetReader.read(path: "/nowhere/at/all")
            Issue.record("there is no such folder")
        } catch {
            #expect(error.cause == .file && error.place?.file == "/nowhere/at/all")
        }
    }

    @Test func withoutANetworkTheFirstErrorIsThrownWithAll() throws {
        let reading = try SmallDataset.read("ties.csv", replacing: "a,b,coop", by: "x,y,coop")
        do {
            _ = try reading.requireNetwork()
            Issue.record("the data has errors")
        } catch {
            #expect(error.cause == .data && error.findings.count == 2 && error.place?.line == 2)
        }
    }
}
