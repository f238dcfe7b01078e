import NetworkModel
import Tabular
import Vocabulary

/// The tables of a network as they are written: UTF-8, commas, points, LF.
enum DatasetTables {
    /// A column on its way out: its header and the text of each row.
    struct Column {
        let name: String
        let cell: (Int) -> String?

        init(_ name: String, _ cell: @escaping (Int) -> String?) {
            self.name = name
            self.cell = cell
        }
    }

    /// A table: its header, and its text.
    struct Written {
        let schema: TableSchema
        let header: [String]
        let text: String
    }

    /// Every table of a dataset; those that may be missing and are empty are left out.
    static func all(_ network: Network) -> [Written] {
        let written = [
            table(network.sources), table(network.actorKinds), table(network.tieKinds), table(network.eventKinds),
            written(Actor.table.schema, actorColumns(network), rowCount: network.actors.count),
            table(network.events),
            written(Tie.table.schema, tieColumns(network), rowCount: network.ties.count),
            written(
                Participation.table.schema, columns(network.participation, network),
                rowCount: network.participation.count),
        ]
        return (written + SideTables.all.map { table(beside: $0, network) }).compactMap { $0 }
    }

    private static func table<Row: DatasetRow>(_ rows: [Row]) -> Written? {
        written(Row.table.schema, columns(rows), rowCount: rows.count)
    }

    private static func table<Row: SideRow>(beside row: Row.Type, _ network: Network) -> Written? {
        table(network.beside[keyPath: row.rows])
    }

    private static func written(_ schema: TableSchema, _ columns: [Column], rowCount: Int) -> Written? {
        guard rowCount > 0 || ["actors", "ties"].contains(schema.id) else { return nil }
        let kept = saying(columns + required(by: schema, beside: columns), schema, rowCount: rowCount)
        return Written(schema: schema, header: kept.map(\.name), text: text(kept, rowCount: rowCount))
    }

    static func text(_ columns: [Column], rowCount: Int) -> String {
        var text = CSVWriter.row(columns.map(\.name))
        for row in 0..<rowCount { text += CSVWriter.row(columns.map { $0.cell(row) }) }
        return text
    }

    /// The columns that must be there, though the network has nothing to write in them.
    private static func required(by schema: TableSchema, beside columns: [Column]) -> [Column] {
        schema.columns.filter { column in column.isRequired && !columns.contains { $0.name == column.id } }
            .map { Column($0.id) { _ in nil } }
    }

    /// The columns that must be there, are not of the schema, or say anything: have a cell that is neither
    /// empty nor what an empty one means.
    private static func saying(_ columns: [Column], _ schema: TableSchema, rowCount: Int) -> [Column] {
        columns.filter { column in
            guard let declared = schema.column(column.name), !declared.isRequired else { return true }
            let fallback = declared.fallback?.text
            return (0..<rowCount).contains { row in column.cell(row).map { $0 != fallback } ?? false }
        }
    }

    // MARK: The columns of each table

    /// All columns of a table's rows.
    ///
    /// - Parameter network: where positions lead to; nil: the rows have none.
    static func columns<Rows: RandomAccessCollection<Row> & Sendable, Row: DatasetRow>(
        _ rows: Rows, _ network: Network? = nil
    ) -> [Column] where Rows.Index == Int {
        Row.table.columns.map { column in
            guard let ids = network.flatMap({ ids(column.schema, $0) }) else {
                return Column(column.id) { column.get(rows[$0])?.text }
            }
            return Column(column.id) { row in
                switch column.get(rows[row]) {
                case .position(let position): ids(position)
                case let value: value?.text
                }
            }
        }
    }

    /// The ids of the table that a column of positions leads to.
    private static func ids(_ column: ColumnSchema, _ network: Network) -> ((Int) -> String)? {
        guard case .reference(let table, _) = column.content else { return nil }
        let (actors, events, kinds) = (network.actors, network.events, network.tieKinds)
        switch table {
        case Actor.table.schema.id: return { actors.id(at: $0) }
        case Event.table.schema.id: return { events[$0].id }
        case TieKind.table.schema.id: return { kinds[$0].id }
        default: return nil
        }
    }

    static func actorColumns(_ network: Network) -> [Column] {
        with(network.actors.attributes, columns(network.actors, network))
    }

    /// All columns of the ties; those of which no tie tells anything are left out but for its ends and kind.
    static func tieColumns(_ network: Network) -> [Column] {
        let ties = network.ties
        let declared = columns(ties, network).filter { column in
            switch column.name {
            case "source", "target", "kind": true
            case "weight": !ties.weights.isEmpty
            default: !ties.details.isEmpty
            }
        }
        let all = with(ties.attributes, declared)
        return saying(all, EdgeListSchema.table, rowCount: ties.count)
    }

    /// All columns of the ties, whether or not any of them tells something.
    static func allTieColumns(_ network: Network) -> [Column] {
        with(network.ties.attributes, columns(network.ties, network))
    }

    /// Attributes that are called like a column of the table, and could not be read as one, stand in it.
    private static func with(_ attributes: [Attribute], _ declared: [Column]) -> [Column] {
        let named = Dictionary(
            attributes.map { ($0.name.lowercased(), $0.values) }, uniquingKeysWith: { one, _ in one })
        let names = Set(declared.map(\.name))
        return declared.map { column in
            guard let values = named[column.name] else { return column }
            return Column(column.name) { column.cell($0) ?? values[$0] }
        }
            + attributes.filter { !names.contains($0.name.lowercased()) }.map { attribute in
                Column(attribute.name) { attribute.values[$0] }
            }
    }
}
