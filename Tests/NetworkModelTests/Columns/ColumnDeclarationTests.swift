import Testing
import Vocabulary

@testable import NetworkModel

/// What every declaration of a column promises, checked of each that there is.
@Suite struct ColumnDeclarationTests {
    /// A value that a column can hold, and what the row gives back.
    private func sample(_ column: ColumnSchema) -> (value: CellValue, text: String) {
        switch column.content {
        case .text: (.text("x \(column.id)"), "x \(column.id)")
        case .date: (.date(PartialDate("2007-04")!), "2007-04")
        case .number(let range): range == 0...1 ? (.number(0.25), "0.25") : (.number(12.5), "12.5")
        case .count: (.count(7), "7")
        case .yesNo: (.flag(true), "yes")
        case .oneOf(let words, _): (.text(words[words.count - 1].id), words[words.count - 1].id)
        case .layer: (.text("finance"), "finance")
        case .evidence: (.evidence([Evidence(source: "s", locator: "p. 2")]), "s:p. 2")
        case .reference: (.row(id: "a", position: 3), "a")
        case .references: (.ids(["a", "b"]), "a; b")
        }
    }

    private func check<Row: DatasetRow>(_ row: Row.Type) {
        let columns = Row.table.columns
        #expect(columns.map(\.id) == Row.table.schema.columns.map(\.id))
        for column in columns {
            let (value, text) = sample(column.schema)
            var filled = Row.blank
            column.set(&filled, value)
            let given = column.get(filled)
            if case .position(let position)? = given {
                #expect(position == 3, "\(Row.self).\(column.id)")
            } else {
                #expect(given?.text == text, "\(Row.self).\(column.id)")
            }
            for other in columns where other.id != column.id {
                #expect(
                    other.get(filled) == other.get(Row.blank), "\(Row.self): \(column.id) changes \(other.id)")
            }
        }
    }

    @Test func eachColumnGivesBackWhatItTookAndTouchesNoOther() {
        check(Source.self)
        check(ActorKind.self)
        check(TieKind.self)
        check(EventKind.self)
        check(Actor.self)
        check(Event.self)
        check(Tie.self)
        check(Participation.self)
        func side<Row: SideRow>(_ row: Row.Type) { check(row) }
        for row in SideTables.all { side(row) }
    }

    @Test func idsAreSnakeCaseAndUniqueAndWordsAreInBothLanguages() {
        let tables = DatasetSchema.tables
        #expect(Set(tables.map(\.id)).count == tables.count)
        for table in tables {
            #expect(Set(table.columns.map(\.id)).count == table.columns.count, "\(table.id)")
            #expect(table.key.map { table.column($0)?.isRequired ?? false } ?? true, "\(table.id): the key is filled")
            for column in table.columns {
                #expect(column.id.allSatisfy { $0.isASCII && ($0.isLowercase || $0 == "_") }, "\(column.id)")
                for text in [column.description.en, column.description.fr] {
                    #expect(!text.isEmpty && !text.hasSuffix("."), "\(table.id).\(column.id)")
                }
                #expect(column.description.en != column.description.fr, "\(table.id).\(column.id)")
            }
        }
    }

    @Test func referencesLeadToTheKeyOfATable() {
        for table in DatasetSchema.tables {
            for column in table.columns {
                switch column.content {
                case .reference(let other, let key), .references(let other, let key):
                    #expect(DatasetSchema.tables.first { $0.id == other }?.key == key, "\(table.id).\(column.id)")
                default: break
                }
            }
        }
    }

    @Test func whatAnActorIsCanPlayGroupAndWhatItIsCalledCannot() throws {
        #expect(
            Actors.standardAttributes == [
                "kind", "sector", "place", "inside", "since", "until", "size", "members", "qualified_share", "parent",
                "collective",
            ])
        var actor = Actor(id: "a", kind: "firm")
        (actor.size, actor.members, actor.collective) = (12.5, 3, false)
        let actors = try Actors([actor, Actor(id: "b")])
        #expect(actors.values(of: "size") == ["12.5", nil] && actors.numbers(of: "members") == [3, nil])
        #expect(actors.values(of: "collective") == ["no", nil] && actors.values(of: "kind") == ["firm", nil])
        #expect(actors.numbers(of: "kind") == nil && actors.values(of: "note") == nil && actors.values(of: "no") == nil)
        #expect(!actors[0].isCollective && !actors[1].isCollective)
        actor.collective = nil
        #expect(actor.isCollective)
        (actor.collective, actor.members) = (true, nil)
        #expect(actor.isCollective)
    }

    @Test func numbersAmongAttributesAreNumbers() {
        #expect(Attribute(name: "a", values: ["12.5", nil, "-1e+05", "01001"]).numbers == [12.5, nil, -100_000, 1001])
        for word in ["1,5", "1 500", "nan", "inf", "0x10", "2A004", "", "."] {
            #expect(Attribute(name: "a", values: ["1", word]).numbers == nil, "\(word)")
        }
        #expect(Attribute(name: "a", values: [nil, nil]).numbers == nil)
        let turned = Attribute(name: "a", values: ["1", "2.50"]).rows(at: [1, nil, 0])
        #expect(turned.values == ["2.50", nil, "1"] && turned.numbers == [2.5, nil, 1])
    }

    // MARK: What makes no network

    private func message(_ make: () throws(MilieuError) -> Network) -> String? {
        do {
            _ = try make()
            return nil
        } catch { return "\(error.place?.file ?? "-"): \(error.message)" }
    }

    private func network(
        _ change: (inout Tie.Details) -> Void = { _ in }, beside: SideTables = SideTables(),
        participation: Participation? = nil
    ) -> String? {
        message { () throws(MilieuError) in
            var tie = Tie(source: 0, target: 1)
            change(&tie.details)
            return try Network(
                description: DatasetDescription(name: "n"), actors: Actors([Actor(id: "a"), Actor(id: "b")]),
                ties: Ties([tie]), events: [Event(id: "e")], participation: participation.map { [$0] } ?? [],
                tieKinds: [TieKind(id: "tie", isDirected: true)], beside: beside)
        }
    }

    @Test func everyNumberLiesWhereItsColumnSays() {
        #expect(network() == nil)
        #expect(network { $0.seats = -1 } == "ties: The column \"seats\" is out of range.")
        #expect(network { $0.contributors = .nan } == "ties: The column \"contributors\" is out of range.")
        #expect(network { $0.amount = .infinity } == "ties: The column \"amount\" is out of range.")
        var part = Participation(actor: 0, event: 0)
        part.confidence = 1.5
        #expect(network(participation: part) == "participation: The column \"confidence\" is out of range.")
        var beside = SideTables()
        beside.places = [Locality(place: "Here", latitude: 91)]
        #expect(network(beside: beside) == "places: The column \"latitude\" is out of range.")
    }

    @Test func everyNameBesideTheNetworkIsAnActor() {
        #expect(network { $0.reportedBy = ["a", "b"] } == nil)
        #expect(network { $0.reportedBy = ["a", "z"] } == "ties: The tie is reported by \"z\", who is no actor.")
        var beside = SideTables()
        beside.respondents = [Respondent(actor: "a")]
        beside.positions = [DiscPosition(actor: "b", x: 1, y: 2)]
        #expect(network(beside: beside) == nil)
        beside.positions.append(DiscPosition(actor: "z"))
        #expect(network(beside: beside) == "positions: There is no actor \"z\".")
    }
}
