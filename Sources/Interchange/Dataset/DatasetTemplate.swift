import Files
import NetworkModel
import Tabular
import Vocabulary

/// An empty dataset to start from: every table with its header, some kinds, and a guide.
public enum DatasetTemplate {
    /// - Throws: `MilieuError` of cause `file` where the folder is not empty or cannot be written.
    public static func write(to path: String) throws(MilieuError) {
        var folder = try FolderOutput(path: path, replacing: false)
        for file in files(name: FilePath.name(of: path)) { try folder.write(file.text, to: file.name) }
        try folder.finish()
    }

    /// The files of the template, by name. They pass `milieu check`.
    static func files(name: String) -> [(name: String, text: String)] {
        let tables = DatasetSchema.tables.map { schema in
            let rows = rows(of: schema)
            let header = schema.columns.map(\.id)
            return DatasetTables.Written(
                schema: schema, header: header, text: CSVWriter.row(header) + rows.map { CSVWriter.row($0) }.joined())
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
                Perimeter(id: "territory", name: Bilingual(en: "territory", fr: "territoire"), places: [], isDefault: true)
            ])
        description.surveyed = []
        return description
    }

    private static func rows(of schema: TableSchema) -> [[String?]] {
        switch schema.id {
        case "actor-kinds": actorKinds.map { [$0.id, $0.name.fr, $0.name.en, $0.sphere.rawValue] }
        case "tie-kinds":
            tieKinds.map {
                [$0.id, $0.name.fr, $0.name.en, DatasetTables.word($0.isDirected), $0.layer.rawValue, nil]
            }
        case "event-kinds":
            EventKind.standard.map {
                [$0.id, $0.name.fr, $0.name.en, $0.layer.rawValue, DatasetTables.word($0.isPooled)]
            }
        default: []
        }
    }

    private static let actorKinds = [
        ActorKind(id: "firm", name: Bilingual(en: "firm", fr: "entreprise"), sphere: .economy),
        ActorKind(id: "association", name: Bilingual(en: "association", fr: "association"), sphere: .social),
        ActorKind(id: "public_body", name: Bilingual(en: "public body", fr: "organisme public"), sphere: .public),
        ActorKind(id: "funder", name: Bilingual(en: "funder", fr: "financeur"), sphere: .finance),
        ActorKind(id: "school", name: Bilingual(en: "school or laboratory", fr: "école ou laboratoire"), sphere: .knowledge),
        ActorKind(id: "citizens", name: Bilingual(en: "group of citizens", fr: "groupe de citoyens"), sphere: .citizen),
    ]

    private static let tieKinds = [
        TieKind(id: "advice", name: Bilingual(en: "advice", fr: "conseil"), isDirected: true, layer: .knowledge),
        TieKind(id: "cooperation", name: Bilingual(en: "cooperation", fr: "coopération"), isDirected: false),
        TieKind(id: "funding", name: Bilingual(en: "funding", fr: "financement"), isDirected: true, layer: .finance),
        TieKind(id: "membership", name: Bilingual(en: "membership", fr: "adhésion"), isDirected: true, layer: .membership),
        TieKind(id: "supply", name: Bilingual(en: "supply", fr: "approvisionnement"), isDirected: true, layer: .supply),
    ]
}
