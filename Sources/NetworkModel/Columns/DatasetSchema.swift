/// The tables of a dataset, in the order in which they are read and hashed.
public enum DatasetSchema {
    /// The file that describes the dataset as a whole.
    public static let package = "datapackage.json"

    /// What is named by another table comes before it, so that a reader knows ids before they are used.
    public static let tables: [TableSchema] =
        [
            Source.table.schema, ActorKind.table.schema, TieKind.table.schema, EventKind.table.schema,
            Actor.table.schema, Event.table.schema, Tie.table.schema, Participation.table.schema,
        ] + SideTables.all.map { schema($0) }

    private static func schema<Row: SideRow>(_ row: Row.Type) -> TableSchema { row.table.schema }
}
