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
        let counted: [(TableSchema, [Column], Int)] = [
            (DatasetSchema.sources, sourceColumns(network), network.sources.count),
            (DatasetSchema.actorKinds, actorKindColumns(network), network.actorKinds.count),
            (DatasetSchema.tieKinds, tieKindColumns(network), network.tieKinds.count),
            (DatasetSchema.eventKinds, eventKindColumns(network), network.eventKinds.count),
            (DatasetSchema.actors, actorColumns(network), network.actors.count),
            (DatasetSchema.events, eventColumns(network), network.events.count),
            (DatasetSchema.ties, tieColumns(network), network.ties.count),
            (DatasetSchema.participation, participationColumns(network), network.participation.count),
        ]
        return counted.compactMap { schema, columns, count in
            guard count > 0 || schema.id == "actors" || schema.id == "ties" else { return nil }
            let kept = saying(columns + required(by: schema, beside: columns), schema, rowCount: count)
            return Written(schema: schema, header: kept.map(\.name), text: text(kept, rowCount: count))
        }
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

    /// The columns that must be there, are not of the schema, or have a cell that is not empty.
    private static func saying(_ columns: [Column], _ schema: TableSchema, rowCount: Int) -> [Column] {
        columns.filter { column in
            guard let declared = schema.column(column.name), !declared.isRequired else { return true }
            return (0..<rowCount).contains { column.cell($0) != nil }
        }
    }

    // MARK: The columns of each table

    private static func sourceColumns(_ network: Network) -> [Column] {
        let rows = network.sources
        return [
            Column("id") { rows[$0].id }, Column("citation") { rows[$0].citation }, Column("url") { rows[$0].url },
            Column("date") { rows[$0].date?.description },
        ]
    }

    private static func actorKindColumns(_ network: Network) -> [Column] {
        let rows = network.actorKinds
        return [
            Column("kind") { rows[$0].id }, Column("name_fr") { rows[$0].name.fr },
            Column("name_en") { rows[$0].name.en }, Column("sphere") { rows[$0].sphere.rawValue },
        ]
    }

    private static func tieKindColumns(_ network: Network) -> [Column] {
        let rows = network.tieKinds
        return [
            Column("kind") { rows[$0].id }, Column("name_fr") { rows[$0].name.fr },
            Column("name_en") { rows[$0].name.en }, Column("directed") { word(rows[$0].isDirected) },
            Column("layer") { rows[$0].layer.rawValue },
            Column("weight_means") { rows[$0].weightMeans?.rawValue },
        ]
    }

    private static func eventKindColumns(_ network: Network) -> [Column] {
        let rows = network.eventKinds
        return [
            Column("kind") { rows[$0].id }, Column("name_fr") { rows[$0].name.fr },
            Column("name_en") { rows[$0].name.en }, Column("layer") { rows[$0].layer.rawValue },
            Column("pooled") { rows[$0].isPooled ? word(true) : nil },
        ]
    }

    /// Attributes that are called like a column of the table, and could not be read as one, stand in it.
    static func actorColumns(_ network: Network) -> [Column] {
        let rows = network.actors
        let attributes = Dictionary(rows.attributes.map { ($0.name.lowercased(), $0.values) }, uniquingKeysWith: { one, _ in one })
        let standard = [
            Column("id") { rows[$0].id }, Column("name") { rows[$0].name }, Column("kind") { filled(rows[$0].kind) },
            Column("sector") { rows[$0].sector }, Column("place") { rows[$0].place },
            Column("inside") { rows[$0].inside.map(word) }, Column("since") { rows[$0].since?.description },
            Column("until") { rows[$0].until?.description },
            Column("size") { rows[$0].size.map(NumberText.shortest) },
            Column("members") { rows[$0].members.map { String($0) } },
            Column("qualified_share") { rows[$0].qualifiedShare.map(NumberText.shortest) },
            Column("parent") { rows[$0].parent }, Column("evidence") { text(rows[$0].evidence) },
            Column("note") { rows[$0].note },
        ].map { column in
            guard let values = attributes[column.name] else { return column }
            return Column(column.name) { column.cell($0) ?? values[$0] }
        }
        let names = Set(standard.map(\.name))
        return standard
            + rows.attributes.filter { !names.contains($0.name.lowercased()) }.map { attribute in
                Column(attribute.name) { attribute.values[$0] }
            }
    }

    private static func eventColumns(_ network: Network) -> [Column] {
        let rows = network.events
        return [
            Column("id") { rows[$0].id }, Column("name") { rows[$0].name }, Column("kind") { filled(rows[$0].kind) },
            Column("date") { rows[$0].date?.description }, Column("until") { rows[$0].until?.description },
            Column("status") { filled(rows[$0].status.rawValue) },
            Column("participants") { rows[$0].participants.map { String($0) } }, Column("place") { rows[$0].place },
            Column("evidence") { text(rows[$0].evidence) }, Column("note") { rows[$0].note },
        ]
    }

    /// All columns of the ties; those of which no tie tells anything have only empty cells.
    static func tieColumns(_ network: Network) -> [Column] {
        let (ties, actors) = (network.ties, network.actors)
        var columns = [
            Column("source") { actors.id(at: Int(ties.sources[$0])) },
            Column("target") { actors.id(at: Int(ties.targets[$0])) },
            Column("kind") { network.tieKinds[ties.kind(at: $0)].id },
        ]
        if !ties.weights.isEmpty { columns.append(Column("weight") { NumberText.shortest(ties.weights[$0]) }) }
        guard !ties.details.isEmpty else { return columns }
        let rows = ties.details
        let detailed = [
            Column("amount") { rows[$0].amount.map(NumberText.shortest) },
            Column("since") { rows[$0].since?.description }, Column("until") { rows[$0].until?.description },
            Column("status") { filled(rows[$0].status.rawValue) },
            Column("confidence") { rows[$0].confidence.map(NumberText.shortest) }, Column("fact") { rows[$0].fact },
            Column("evidence") { text(rows[$0].evidence) }, Column("note") { rows[$0].note },
        ]
        columns += saying(detailed, EdgeListSchema.table, rowCount: ties.count)
        return columns
            + ties.furtherColumns.enumerated().map { index, name in
                Column(name) { rows[$0].further.indices.contains(index) ? rows[$0].further[index] : nil }
            }
    }

    private static func participationColumns(_ network: Network) -> [Column] {
        let rows = network.participation
        return [
            Column("actor") { network.actors.id(at: rows[$0].actor) },
            Column("event") { network.events[rows[$0].event].id }, Column("role") { rows[$0].role },
            Column("count") { rows[$0].count.map(NumberText.shortest) },
            Column("evidence") { text(rows[$0].evidence) },
        ]
    }

    // MARK: Cells

    static func word(_ flag: Bool) -> String { flag ? "yes" : "no" }
    private static func filled(_ text: String) -> String? { text.isEmpty ? nil : text }
    private static func text(_ evidence: [Evidence]) -> String? {
        filled(evidence.map(\.description).joined(separator: "; "))
    }
}
