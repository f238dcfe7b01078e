import NetworkModel
import Tabular

/// What columns a list of ties may have.
enum EdgeListSchema {
    /// The columns of a dataset's ties, of which only the ends must be there.
    static let table = TableSchema(
        Tie.table.schema.id, title: Tie.table.schema.title,
        columns: Tie.table.columns.map { ends.contains($0.id) ? $0.schema : $0.schema.optional } + [
            ColumnSchema("layer", en: "Layer of relations", fr: "Couche de relations"),
            ColumnSchema("type", en: "Directed or Undirected", fr: "Directed ou Undirected"),
        ],
        noun: "tie", aliases: ["from": "source", "to": "target"])

    static let ends: Set = ["source", "target"]
    /// What the fast way through the rows reads; all else are details.
    static let plainColumns = ends.union(["weight", "kind", "layer", "type"])
}
