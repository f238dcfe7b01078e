import NetworkModel
import Tabular
import Vocabulary

/// A dataset's own tables, as columns with their meaning: what the export prints beside the measures.
///
/// The columns are those that the dataset's tables declare, in their order, the evidence last. After the kind
/// stands what the table of kinds says of it.
enum DatasetColumns {
    /// One row for each actor: what the dataset says of it.
    static func actors(_ network: Network) -> Table {
        let rows = network.actors.map(Optional.some)
        let kinds = kinds(network.actorKinds, ["sphere"], of: network.actors.map(\.kind))
        var columns = columns(Actor.table, rows, afterKind: kinds, further: network.actors.attributes)
        if let place = columns.firstIndex(where: { $0.field.id == "inside" }) {
            columns[place] = Column(inside, .flag(network.insideness()))
        }
        return Table(name: "actors", columns: columns)
    }

    /// One row for each event.
    static func events(_ network: Network) -> Table {
        let kinds = kinds(network.eventKinds, ["layer", "pooled"], of: network.events.map(\.kind))
        return Table(name: "events", columns: columns(Event.table, network.events, afterKind: kinds))
    }

    /// One row for each participation of an actor in an event.
    static func participation(_ network: Network) -> Table {
        Table(
            name: "participation",
            columns: columns(Participation.table, network.participation) { column in
                switch column {
                case "actor": { network.actors.id(at: $0) }
                default: { network.events[$0].id }
                }
            })
    }

    /// The tables beside the network that have rows.
    static func beside(_ network: Network) -> [Table] {
        func table<Row: SideRow>(_ row: Row.Type) -> Table? {
            let rows = network.beside[keyPath: row.rows]
            return rows.isEmpty ? nil : Table(name: row.table.schema.id, columns: columns(row.table, rows))
        }
        return SideTables.all.compactMap { table($0) }
    }

    /// The columns that a view's ties have in the dataset beside their ends and kind, one row for each tie of the view.
    static func tieColumns(_ view: NetworkView) -> [Column] {
        let network = view.network
        let ties: [Tie?] = (0..<view.tieCount).map { position in
            if case .tie(let tie) = view.origins[position] { network.ties[tie] } else { nil }
        }
        let ofKinds = kinds(
            network.tieKinds, ["layer", "directed"], of: ties.map { $0.map { network.tieKinds[$0.kind].id } })
        return ofKinds + columns(Tie.table, ties).filter { !["source", "target", "kind"].contains($0.field.id) }
    }

    // MARK: From declarations to columns

    /// What a column means.
    static func field(_ column: ColumnSchema) -> Field {
        Field(
            column.id, description: Bilingual(en: column.text(.english) + ".", fr: column.text(.french) + "."),
            unit: column.unit, range: column.content.closedRange)
    }

    private static let inside = Field(
        "inside",
        description: Bilingual(
            en: "Whether it is inside the territory: its own entry, else its place and the default perimeter.",
            fr: "À l'intérieur du territoire ou non : selon sa propre ligne, sinon son lieu et le périmètre par défaut."
        ))
    private static let own = Bilingual(en: "A column of the dataset's own.", fr: "Colonne propre au jeu de données.")

    private static func columns<Row: DatasetRow>(
        _ table: DatasetTable<Row>, _ rows: [Row?], afterKind: [Column] = [], further: [Attribute] = [],
        ids: (String) -> (Int) -> String = { _ in { String($0) } }
    ) -> [Column] {
        var (columns, evidence): ([Column], [Column]) = ([], [])
        for column in table.columns where !column.schema.isRemark {
            let values = values(column, rows, ids(column.id))
            if column.schema.need == .special, !values.sayAnything { continue }
            let made = Column(field(column.schema), values)
            if column.schema.content == .evidence { evidence.append(made) } else { columns.append(made) }
            if column.id == "kind" { columns += afterKind }
        }
        return columns + further.map { Column(Field($0.name, description: own), values($0)) } + evidence
    }

    private static func values<Row>(
        _ column: DatasetColumn<Row>, _ rows: [Row?], _ id: (Int) -> String
    ) -> Column.Values {
        let cells = rows.map { $0.flatMap(column.get) }
        return switch column.schema.content {
        case .number: .number(cells.map { $0?.number })
        case .count: .integer(cells.map { if case .count(let count)? = $0 { count } else { nil } })
        case .yesNo: .flag(cells.map { if case .flag(let flag)? = $0 { flag } else { nil } })
        default:
            .text(cells.map { if case .position(let position)? = $0 { id(position) } else { $0?.text } })
        }
    }

    /// Numbers where each is written as numbers are: a code such as 01001 or 2.10 stays a text.
    private static func values(_ attribute: Attribute) -> Column.Values {
        guard let numbers = attribute.numbers,
            zip(numbers, attribute.values).allSatisfy({ $0.map(NumberText.shortest) == $1 })
        else { return .text(attribute.values) }
        return .number(numbers)
    }

    /// Some columns of the kinds, for the rows of these kinds.
    private static func kinds<Row: DatasetRow>(_ kinds: [Row], _ names: [String], of ids: [String?]) -> [Column] {
        guard let key = Row.table.schema.key.flatMap(Row.table.column) else { return [] }
        let byID = Dictionary(kinds.map { (key.get($0)?.text ?? "", $0) }, uniquingKeysWith: { one, _ in one })
        let rows = ids.map { $0.flatMap { byID[$0] } }
        return names.compactMap(Row.table.column).map { column in
            Column(field(column.schema), values(column, rows) { String($0) })
        }
    }
}

extension Column.Values {
    fileprivate var sayAnything: Bool {
        switch self {
        case .text(let values): values.contains { $0 != nil }
        case .number(let values): values.contains { $0 != nil }
        case .integer(let values): values.contains { $0 != nil }
        case .flag(let values): values.contains { $0 != nil }
        }
    }
}

extension ColumnSchema.Content {
    /// Where numbers lie that have a bound on either side.
    fileprivate var closedRange: ClosedRange<Double>? {
        guard case .number(let range?) = self, range.upperBound < .greatestFiniteMagnitude else { return nil }
        return range
    }
}
