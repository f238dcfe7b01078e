import NetworkModel
import Tabular
import Vocabulary

/// A network as tables to fill in: each with all its usual columns, though nothing stands in them yet.
public enum DatasetForm {
    /// The files of the form, by name: the tables of an empty dataset and whatever else the network has.
    ///
    /// - Parameter special: by table, columns that few datasets have and the form asks for.
    public static func files(_ network: Network, special: [String: [String]] = [:]) -> [(name: String, text: String)] {
        let own = Dictionary(
            DatasetTables.all(network).map { ($0.schema.id, $0) }, uniquingKeysWith: { one, _ in one })
        let tables = DatasetSchema.tables.compactMap { schema -> DatasetTables.Written? in
            guard schema.isInTemplate else { return own[schema.id] }
            return table(schema, network, told: own[schema.id]?.header ?? [], special[schema.id] ?? [])
        }
        return tables.map { ($0.schema.file, $0.text) }
            + [(DatasetSchema.package, PackageWriter.text(network.description, tables: tables))]
    }

    private static func table(
        _ schema: TableSchema, _ network: Network, told: [String], _ special: [String]
    ) -> DatasetTables.Written {
        let (columns, count) = columns(of: schema, network)
        let wanted = Set(schema.columns.filter { $0.need != .special }.map(\.id) + told + special)
        let kept = columns.filter { wanted.contains($0.name) }
        return DatasetTables.Written(
            schema: schema, header: kept.map(\.name), text: DatasetTables.text(kept, rowCount: count))
    }

    /// All columns of a table, and how many rows it has.
    private static func columns(
        of schema: TableSchema, _ network: Network
    ) -> (columns: [DatasetTables.Column], count: Int) {
        switch schema.id {
        case Actor.table.schema.id: (DatasetTables.actorColumns(network), network.actors.count)
        case Tie.table.schema.id: (DatasetTables.allTieColumns(network), network.ties.count)
        case Event.table.schema.id: (DatasetTables.columns(network.events), network.events.count)
        case Participation.table.schema.id:
            (DatasetTables.columns(network.participation, network), network.participation.count)
        case Source.table.schema.id: (DatasetTables.columns(network.sources), network.sources.count)
        case ActorKind.table.schema.id: (DatasetTables.columns(network.actorKinds), network.actorKinds.count)
        case TieKind.table.schema.id: (DatasetTables.columns(network.tieKinds), network.tieKinds.count)
        case EventKind.table.schema.id: (DatasetTables.columns(network.eventKinds), network.eventKinds.count)
        default: beside(schema, network)
        }
    }

    private static func beside(_ schema: TableSchema, _ network: Network) -> ([DatasetTables.Column], Int) {
        for row in SideTables.all where id(row) == schema.id { return columns(beside: row, network) }
        return ([], 0)
    }

    private static func id<Row: SideRow>(_ row: Row.Type) -> String { row.table.schema.id }

    private static func columns<Row: SideRow>(beside row: Row.Type, _ network: Network) -> ([DatasetTables.Column], Int)
    {
        let rows = network.beside[keyPath: row.rows]
        return (DatasetTables.columns(rows), rows.count)
    }
}
