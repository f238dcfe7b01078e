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

    /// The table of actors; where it has no ids, their names are. Where columns tell how a program draws the actors
    /// (NodeXL, Gephi), the size among them is none of a firm: then the schema has none, and `look` names them.
    static func actors(_ opened: OpenedTable) -> (schema: TableSchema, look: [String]) {
        let schema = eased(Actor.table.schema)
        var rows = opened.csv
        for _ in 0..<TableReader.linesAbove where rows.next() {
            let names = rows.fields.indices.map { rows.string($0) }
            let ids = names.map { schema.column(headed: $0)?.id }
            guard ids.contains("id") || ids.contains("name") else { continue }
            let look =
                names.contains { FoldedWord.of($0) == "size" } ? names.filter { looks.contains(FoldedWord.of($0)) } : []
            let isLook = look.count > 1
            let columns = (ids.contains("id") ? schema.columns : keyed(byName: schema)).filter {
                $0.id != "size" || !isLook
            }
            return (
                TableSchema(
                    schema.id, title: schema.title, columns: columns, key: "id", noun: schema.noun, also: schema.also),
                isLook ? look : []
            )
        }
        return (schema, [])
    }

    /// How programs call what they draw by.
    private static let looks: Set = [
        "color", "colour", "couleur", "shape", "forme", "opacity", "opacite", "visibility", "visibilite", "x", "y", "r",
        "g", "b", "imagefile", "labelfillcolor", "labelposition",
    ]

    private static func keyed(byName schema: TableSchema) -> [ColumnSchema] {
        schema.columns.filter { $0.id != "name" }.map { column in
            guard column.id == "id", let name = schema.column("name") else { return column }
            return ColumnSchema(
                "id", .text, .required, also: ["name"] + name.also, en: column.description.en, fr: column.description.fr
            )
        }
    }
}
