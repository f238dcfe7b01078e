import NetworkModel
import Tabular
import Vocabulary

/// What tables need that nothing describes as a dataset: enough for a network.
enum BareSchema {
    /// A table of which only its key and what it ties must be there.
    static func eased(_ schema: TableSchema) -> TableSchema {
        let needed: Set = ["actor", "event", "source", "target"]
        return TableSchema(
            schema.id, title: schema.title,
            columns: schema.columns.map { $0.id == schema.key || needed.contains($0.id) ? $0 : $0.optional },
            key: schema.key,
            noun: schema.noun, unknownCode: schema.unknownCode, isInTemplate: schema.isInTemplate, also: schema.also)
    }

    /// The table of actors; where it has no ids, their names are.
    static func actors(_ opened: OpenedTable) -> TableSchema {
        let schema = eased(Actor.table.schema)
        var rows = opened.csv
        for _ in 0..<TableReader.linesAbove where rows.next() {
            let ids = rows.fields.indices.map { schema.column(headed: rows.string($0))?.id }
            if ids.contains("id") { return schema }
            guard ids.contains("name") else { continue }
            let columns = schema.columns.filter { $0.id != "name" }.map { column in
                guard column.id == "id", let name = schema.column("name") else { return column }
                return ColumnSchema(
                    "id", .text, .required, also: ["name"] + name.also, en: column.description.en,
                    fr: column.description.fr)
            }
            return TableSchema(
                schema.id, title: schema.title, columns: columns, key: "id", noun: schema.noun, also: schema.also)
        }
        return schema
    }
}
