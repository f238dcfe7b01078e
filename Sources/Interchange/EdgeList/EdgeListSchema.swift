import Tabular

/// What columns a list of ties may have.
enum EdgeListSchema {
    /// The columns of a dataset's ties, of which only the ends must be there.
    static let table = TableSchema(
        id: "ties", title: DatasetSchema.ties.title,
        columns: DatasetSchema.ties.columns.map { column in
            ["source", "target"].contains(column.id)
                ? column
                : ColumnSchema(
                    column.id, column.id == "kind" ? .text : column.content, en: column.field.description.en,
                    fr: column.field.description.fr)
        } + [
            ColumnSchema("layer", en: "Layer of relations", fr: "Domaine de relations"),
            ColumnSchema("type", en: "Directed or Undirected", fr: "Directed ou Undirected"),
        ],
        key: nil, aliases: ["from": "source", "to": "target"])
}
