import Files
import NetworkModel
import Tabular
import Vocabulary

/// An empty dataset to start from: every table with its header, some kinds, and a guide.
public enum DatasetTemplate {
    /// Writes the template into a new folder, whole or not at all.
    ///
    /// - Throws: `MilieuError` of cause `file` where the folder is not empty or cannot be written.
    public static func write(to path: String) throws(MilieuError) {
        var folder = try FolderOutput(path: path, replacing: false)
        for file in files(name: FilePath.name(of: path)) { try folder.write(file.text, to: file.name) }
        try folder.finish()
    }

    /// The files of the template, by name. They pass `milieu check`.
    static func files(name: String) -> [(name: String, text: String)] {
        let tables = DatasetSchema.tables.filter(\.isInTemplate).map { schema in
            let header = schema.columns.filter { $0.need != .special }.map(\.id)
            return DatasetTables.Written(schema: schema, header: header, text: text(header, columns(of: schema)))
        }
        return [
            ("README.md", DatasetGuide.text(.english)), ("LISEZMOI.md", DatasetGuide.text(.french)),
            (DatasetSchema.package, PackageWriter.text(description(name), tables: tables)),
        ] + tables.map { ($0.schema.file, $0.text) }
    }

    private static func description(_ folder: String) -> DatasetDescription {
        let id = folder.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? String($0) : "-" }.joined()
        var description = DatasetDescription(name: id.isEmpty ? "territory" : id, title: folder)
        description.version = "0.1.0"
        description.territory = Territory(
            name: folder,
            perimeters: [
                Perimeter(
                    id: "territory", name: Bilingual(en: "territory", fr: "territoire"), places: [], isDefault: true)
            ])
        description.surveyed = []
        return description
    }

    private static func text(_ header: [String], _ rows: (columns: [DatasetTables.Column], count: Int)) -> String {
        let columns = header.map { id in rows.columns.first { $0.name == id } ?? DatasetTables.Column(id) { _ in nil } }
        return DatasetTables.text(columns, rowCount: rows.count)
    }

    /// The rows that a table has from the start.
    private static func columns(of schema: TableSchema) -> (columns: [DatasetTables.Column], count: Int) {
        switch schema.id {
        case ActorKind.table.schema.id: (DatasetTables.columns(actorKinds), actorKinds.count)
        case TieKind.table.schema.id: (DatasetTables.columns(tieKinds), tieKinds.count)
        case EventKind.table.schema.id: (DatasetTables.columns(EventKind.standard), EventKind.standard.count)
        default: ([], 0)
        }
    }

    private static let actorKinds = [
        ActorKind(id: "firm", name: Bilingual(en: "firm", fr: "entreprise"), sphere: .economy),
        ActorKind(id: "association", name: Bilingual(en: "association", fr: "association"), sphere: .social),
        ActorKind(id: "public_body", name: Bilingual(en: "public body", fr: "organisme public"), sphere: .public),
        ActorKind(id: "funder", name: Bilingual(en: "funder", fr: "financeur"), sphere: .finance),
        ActorKind(
            id: "school", name: Bilingual(en: "school or laboratory", fr: "école ou laboratoire"), sphere: .knowledge),
        ActorKind(id: "citizens", name: Bilingual(en: "group of citizens", fr: "groupe de citoyens"), sphere: .citizen),
    ]

    private static let tieKinds = [
        TieKind(id: "advice", name: Bilingual(en: "advice", fr: "conseil"), isDirected: true, layer: .knowledge),
        TieKind(id: "cooperation", name: Bilingual(en: "cooperation", fr: "coopération"), isDirected: false),
        TieKind(id: "funding", name: Bilingual(en: "funding", fr: "financement"), isDirected: true, layer: .finance),
        TieKind(
            id: "membership", name: Bilingual(en: "membership", fr: "adhésion"), isDirected: true, layer: .membership),
        TieKind(id: "supply", name: Bilingual(en: "supply", fr: "approvisionnement"), isDirected: true, layer: .supply),
    ]
}
