import Fixtures
import NetworkModel
import Tabular
import Testing
import Vocabulary

@testable import Interchange

/// Every declared column on its way in and out: what holds of each that there is, and of some by name.
@Suite struct DeclaredColumnTests {
    /// A network of which every cell of every table is filled, from the declarations alone.
    private func full() throws -> Network {
        func row<Row: DatasetRow>(_ position: Int, _ more: (inout Row) -> Void = { _ in }) -> Row {
            var row = Row.blank
            for column in Row.table.columns { column.set(&row, value(column.schema, position)) }
            more(&row)
            return row
        }
        var beside = SideTables()
        func fill<Row: SideRow>(_ type: Row.Type) { beside[keyPath: Row.rows] = [row(0), row(1)] }
        for type in SideTables.all { fill(type) }
        let actors: [Actor] = [row(0) { $0.parent = "id 1" }, row(1) { $0.parent = nil }]
        var description = DatasetDescription(name: "full")
        description.territory = Territory(name: "Here")
        return try Network(
            description: description, actors: Actors(actors),
            ties: Ties([row(0) { $0.target = 1 }, row(1) { $0.target = 0 }]),
            events: [row(0) { $0.id = "e0" }, row(1) { $0.id = "e1" }], participation: [row(0), row(1)],
            tieKinds: [row(0), row(1)], actorKinds: [row(0), row(1)], eventKinds: [row(0), row(1)],
            sources: [row(0) { $0.id = "s0" }, row(1) { $0.id = "s1" }], beside: beside)
    }

    /// Of the first and the second row.
    private func value(_ column: ColumnSchema, _ row: Int) -> CellValue {
        switch column.content {
        case .text: .text("\(column.id) \(row)")
        case .date: .date(PartialDate(year: column.id == "until" ? 2012 + row : 2007 + row)!)
        case .number(let range): .number(range == 0...1 ? 0.25 + Double(row) / 2 : 12.5 + Double(row))
        case .count: .count(7 - 6 * row)
        case .yesNo: .flag(row == 0)
        case .oneOf(let words, _): .text(words[row].id)
        case .layer: .text(row == 0 ? "finance" : "knowledge")
        case .evidence: .evidence([Evidence(source: "s\(row)", locator: "p. \(row)")])
        case .reference(let table, _):
            // The keys as `.text` gives them.
            .row(id: ["actors": "id \(row)", "events": "e\(row)"][table] ?? "kind \(row)", position: row)
        case .references: .ids(["id 0", "id 1"])
        }
    }

    private func same(_ one: Network, _ other: Network) {
        #expect(Array(one.actors) == Array(other.actors) && one.actors.attributes == other.actors.attributes)
        #expect(Array(one.ties) == Array(other.ties) && one.ties.attributes == other.ties.attributes)
        #expect(one.events == other.events && one.participation == other.participation)
    }

    @Test func everyColumnIsWrittenAndReadBack() throws {
        let network = try full()
        let folder = try TemporaryFolder()
        try DatasetWriter.write(network, to: folder.file("copy"))
        for schema in DatasetSchema.tables {
            let header = try folder.text("copy/" + schema.file).split(separator: "\n").first.map(String.init)
            #expect(header == schema.columns.map(\.id).joined(separator: ","))
        }
        let reading = try DatasetReader.read(path: folder.file("copy"))
        let copy = try reading.requireNetwork()
        #expect(reading.findings.filter { $0.severity != .note }.isEmpty, "\(brief(reading))")
        same(network, copy)
        #expect(
            copy.tieKinds == network.tieKinds && copy.actorKinds == network.actorKinds
                && copy.sources == network.sources)
        #expect(Array(copy.eventKinds.prefix(2)) == network.eventKinds && copy.beside == network.beside)
        #expect(network.beside.respondents.count == 2 && copy.beside.positions[1].x == 13.5)
    }

    @Test(arguments: ["graphml", "gexf", "gml", "dot", "json"])
    func everyColumnOfActorsTiesAndEventsSurvivesAFile(_ id: String) throws {
        let network = try full()
        let format = try FormatCatalogue.format(id)
        let output = try format.write(network, .init())
        let reading = format.read(output.bytes, "full.\(id)", .init(directed: nil))
        let copy = try reading.requireNetwork()
        same(network, copy)
    }

    @Test func theGuideAndThePackageTellOfEveryColumn() throws {
        let files = DatasetTemplate.files(name: "t", DatasetTemplate.Answers(), .english)
        for (name, language) in [("README.md", Language.english), ("LISEZMOI.md", .french)] {
            let guide = try #require(files.first { $0.name == name }?.text)
            for schema in DatasetSchema.tables {
                #expect(guide.contains("(`\(schema.file)`)"))
                for column in schema.columns {
                    let words = column.description.text(language).split(
                        separator: "'", omittingEmptySubsequences: false)
                    let row = "\(column.isRequired ? "**\(column.id)**" : column.id) | \(words.joined(separator: "’"))"
                    #expect(guide.contains("| \(row)"), "\(schema.id).\(column.id)")
                }
            }
            // Nothing is said of what a weight means where the cell is empty: any reading of it is allowed.
            #expect(!guide.contains("empty: strength") && !guide.contains("vide : force"))
        }
        #expect(
            files.first { $0.name == "ties.csv" }?.text
                == "source,target,kind,weight,amount,since,until,status,confidence,fact,evidence,note\n")
        #expect(files.contains { $0.name == "respondents.csv" } && !files.contains { $0.name == "positions.csv" })
    }

    // MARK: Numbers

    private func ties(_ header: String, _ rows: String...) throws -> Reading {
        try SmallDataset(["ties.csv": ([header] + rows).map { $0 + "\n" }.joined()]).read()
    }

    @Test func seatsAndContributorsAreNumbersWhateverTheirHeadersCase() throws {
        let reading = try ties(
            "Source;Target;Kind;evidence;College;SEATS;Contributors", "a;b;cooperation;report:1;owners;1,5;1 500",
            "a;c;funding;report:1;;;12")
        #expect(brief(reading) == ["note delimiter ties.csv:1"])
        let ties = try reading.requireNetwork().ties
        #expect(ties.details.map(\.college) == ["owners", nil] && ties.details.map(\.seats) == [1.5, nil])
        #expect(ties.details.map(\.contributors) == [1500, 12] && ties.attributes.isEmpty)
    }

    @Test(arguments: [
        ("seats", "-1", "error out-of-range ties.csv:2:seats"), ("seats", "many", "error bad-number ties.csv:2:seats"),
        ("contributors", "\"1,5\"", "error bad-number ties.csv:2:contributors"),
        ("contributors", "-2", "error out-of-range ties.csv:2:contributors"),
        ("reported_by", "a; z", "error unknown-id ties.csv:2:reported_by"),
    ])
    func whatTheyCannotBeIsFound(_ column: String, _ cell: String, _ finding: String) throws {
        let reading = try ties("source,target,kind,evidence,\(column)", "a,b,cooperation,report:1,\(cell)")
        #expect(brief(reading) == [finding])
    }

    @Test func furtherColumnsOfNumbersAreNumbersByTheMarksOfTheirTable() throws {
        let actors = """
            id;name;kind;evidence;turnover;code;rank;mixed
            a;A;firm;report:1;12,5;01001;2.10;1,5
            b;B;firm;report:1;1 234,5;2A004;;n.a.
            c;C;school;report:1;;01002;3;

            """
        let network = try SmallDataset(["actors.csv": actors]).read().requireNetwork()
        let attributes = Dictionary(uniqueKeysWithValues: network.actors.attributes.map { ($0.name, $0) })
        #expect(attributes["turnover"]?.values == ["12.5", "1234.5", nil])
        #expect(attributes["turnover"]?.numbers == [12.5, 1234.5, nil])
        // A code stays as it is written, and so does a column that holds a word.
        #expect(attributes["code"]?.values == ["01001", "2A004", "01002"] && attributes["code"]?.numbers == nil)
        #expect(attributes["rank"]?.values == ["2.10", nil, "3"] && attributes["rank"]?.numbers == [2.1, nil, 3])
        #expect(attributes["mixed"]?.values == ["1,5", "n.a.", nil] && attributes["mixed"]?.numbers == nil)
        let list = EdgeListReader.read(Array("source;target;share\na;b;0,5\nb;c;1 000\n".utf8), file: "l.csv")
        #expect(try list.requireNetwork().ties.attributes == [Attribute(name: "share", values: ["0.5", "1000"])])
    }

    @Test func aListOfTiesHasTheColumnsOfTies() throws {
        let list = EdgeListReader.read(
            Array("from,to,Seats,contributors,college,reported_by\na,b,3,40,users,a; b\nb,c,,,,\n".utf8), file: "l.csv")
        let ties = try list.requireNetwork().ties
        #expect(ties.details[0].seats == 3 && ties.details[0].contributors == 40 && ties.details[0].college == "users")
        #expect(
            ties.details[0].reportedBy == ["a", "b"] && ties.details[1] == Tie.Details() && ties.attributes.isEmpty)
        let bad = EdgeListReader.read(Array("from,to,seats\na,b,x\n".utf8), file: "l.csv")
        #expect(brief(bad) == ["error bad-number l.csv:2:seats"])
    }

    // MARK: Tables beside the network

    @Test func whoWasAskedWherePlacesLieAndWhereDiscsStand() throws {
        let dataset = try SmallDataset([
            "respondents.csv":
                "actor,layer,how,scope,direction,date,evidence\na,connaissance,liste,inside,out,2015,report:1\nb,events,Recall,,,,report:2\n",
            "places.csv": "place;latitude;longitude;code\nHere;45,05;5,05;01001\nNear;;;2A004\n",
            "positions.csv": "actor,x,y,label\na,1.5,-2,right\n",
            "events.csv": "id,name,kind,date,status,evidence,complete\ne,Fair,fair,2010,past,report:5,oui\n",
            "participation.csv": "actor,event,evidence,confidence\nb,e,report:5,0.5\n",
        ])
        let reading = try dataset.read()
        // The small dataset lists its layers: a census, of which nobody is asked.
        #expect(
            brief(reading) == [
                "warning respondent-of-census datapackage.json:milieu.surveyed.events",
                "warning respondent-of-census datapackage.json:milieu.surveyed.knowledge",
                "note delimiter places.csv:1",
            ])
        let network = try reading.requireNetwork()
        let asked = network.beside.respondents
        #expect(
            asked.map(\.layer) == [.knowledge, Layer(rawValue: "events")] && asked.map(\.method) == [.roster, .recall])
        #expect(asked[0].scope == .inside && asked[0].direction == .out && asked[1].scope == nil)
        #expect(
            network.beside.places.map(\.latitude) == [45.05, nil]
                && network.beside.places.map(\.code) == ["01001", "2A004"])
        #expect(network.beside.positions == [DiscPosition(actor: "a", x: 1.5, y: -2, label: "right")])
        #expect(network.events[0].isComplete == true && network.participation[0].confidence == 0.5)
    }

    static let faults: [(file: String, text: String, findings: [String])] = [
        ("respondents.csv", "actor,evidence\nz,report:1\n", ["error unknown-id respondents.csv:2:actor"]),
        ("respondents.csv", "actor,how,evidence\na,phone,report:1\n", ["error unknown-method respondents.csv:2:how"]),
        ("respondents.csv", "actor,scope,evidence\na,near,report:1\n", ["error unknown-scope respondents.csv:2:scope"]),
        (
            "respondents.csv", "actor,direction,evidence\na,up,report:1\n",
            ["error unknown-direction respondents.csv:2:direction"]
        ),
        ("respondents.csv", "actor,evidence\na,\n", ["warning no-evidence respondents.csv:2:evidence"]),
        ("respondents.csv", "layer,evidence\nknowledge,report:1\n", ["error missing-column respondents.csv:1:actor"]),
        ("places.csv", "place,latitude\nHere,91\n", ["error out-of-range places.csv:2:latitude"]),
        ("places.csv", "place,longitude\nHere,x\n", ["error bad-number places.csv:2:longitude"]),
        ("places.csv", "place\nHere\nHere\n", ["error duplicate-id places.csv:3:place"]),
        ("positions.csv", "actor,x,y\na,1,1\na,2,2\n", ["error duplicate-id positions.csv:3:actor"]),
        ("positions.csv", "actor,x,y\nz,1,1\n", ["error unknown-id positions.csv:2:actor"]),
        (
            "actors.csv",
            "id,name,kind,members,evidence,collective\na,A,firm,20,report:1,no\nb,B,firm,,report:1,\nc,C,school,,report:1,\n",
            ["warning no-collective actors.csv:2:collective"]
        ),
    ]

    @Test(arguments: faults.indices) func whatIsWrongBesideTheNetworkIsFound(_ place: Int) throws {
        let (file, text, findings) = Self.faults[place]
        #expect(try brief(SmallDataset.read(file, text)) == findings)
    }
}
