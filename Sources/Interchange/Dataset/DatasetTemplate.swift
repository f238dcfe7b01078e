import Files
import NetworkModel
import Tabular
import Vocabulary

/// An empty dataset to start from: every table with its header, some kinds, and a guide.
public enum DatasetTemplate {
    /// What is known of the territory before anything is filled in.
    public struct Answers: Sendable {
        /// Its name; nil: that of the folder.
        public var territory: String?
        /// The date that the dataset describes.
        public var date: String?
        /// The places inside, with semicolons between.
        public var inside: String?
        /// What was looked for, with semicolons between.
        public var surveyed: String?

        /// What is left out is not known yet.
        public init(territory: String? = nil, date: String? = nil, inside: String? = nil, surveyed: String? = nil) {
            (self.territory, self.date, self.inside, self.surveyed) = (territory, date, inside, surveyed)
        }
    }

    /// Whether a text can be read as a date.
    public static func isDate(_ text: String) -> Bool { DateText(text) != nil }

    /// Writes a folder of tables, or, where the name ends in `.xlsx`, one workbook of them.
    ///
    /// - Parameter language: in which the table of the territory names what it asks.
    /// - Throws: `MilieuError` of cause `file` where the folder is not empty, the workbook is there already, or
    ///   neither can be written.
    public static func write(
        to path: String, _ answers: Answers = Answers(), language: Language = .english
    ) throws(MilieuError) {
        if FilePath.fileExtension(of: path) == "xlsx" { return try writeWorkbook(to: path, answers, language) }
        var folder = try FolderOutput(path: path, replacing: false)
        for file in files(name: FilePath.name(of: path), answers, language) {
            try folder.write(file.text, to: file.name)
        }
        try folder.finish()
    }

    /// The vocabulary and the description of an empty dataset, without any actor.
    ///
    /// - Throws: `MilieuError` of cause `fault` where the template's own vocabulary does not hold.
    public static func network(named name: String) throws(MilieuError) -> Network {
        try Network(
            description: description(name), actors: Actors([]), ties: Ties([]), tieKinds: tieKinds,
            actorKinds: actorKinds, eventKinds: EventKind.standard)
    }

    private static func writeWorkbook(to path: String, _ answers: Answers, _ language: Language) throws(MilieuError) {
        guard InputFile.kind(path) == .missing else {
            throw MilieuError(
                .file, Bilingual(en: "The workbook is there already.", fr: "Le classeur est déjà là."),
                remedy: Bilingual(en: "Name another.", fr: "Indiquez-en un autre."),
                at: Place(file: Excerpt.of(path, limit: 400)))
        }
        let rows = territory(FilePath.stem(of: path), answers, language)
        let sheets = [
            WorkbookWriter.Sheet(
                name: "territory", header: header.compactMap { $0 },
                rows: rows.map { $0.map { $0.map(Cell.text) ?? .empty } })
        ]
        let others = tables().map {
            WorkbookWriter.Sheet(name: $0.schema.id, header: $0.header, rows: WorkbookDataset.rows(of: $0))
        }
        try FileOutput.write(WorkbookWriter.bytes(sheets + others), to: path)
    }

    /// The files of the template, by name. They pass `milieu check`.
    static func files(name: String, _ answers: Answers, _ language: Language) -> [(name: String, text: String)] {
        let tables = tables()
        let rows = [header] + territory(name, answers, language)
        return [
            ("README.md", DatasetGuide.text(.english)), ("LISEZMOI.md", DatasetGuide.text(.french)),
            (DatasetSchema.package, PackageWriter.text(description(name), tables: tables)),
            (TerritoryTable.schema.file, rows.map { CSVWriter.row($0) }.joined()),
        ] + tables.map { ($0.schema.file, $0.text) }
    }

    private static func tables() -> [DatasetTables.Written] {
        DatasetSchema.tables.filter(\.isInTemplate).map { schema in
            let header = schema.columns.filter { $0.need != .special }.map(\.id)
            return DatasetTables.Written(schema: schema, header: header, text: text(header, columns(of: schema)))
        }
    }

    private static let header: [String?] = TerritoryTable.schema.columns.map(\.id)

    /// The rows of the table of the territory: what is asked, and what is known of it.
    private static func territory(_ folder: String, _ answers: Answers, _ language: Language) -> [[String?]] {
        let values: [(TerritoryTable.Field, String?)] = [
            (.territory, answers.territory ?? folder), (.date, answers.date), (.inside, answers.inside),
            (.overlapping, nil),
            (.surveyed, answers.surveyed), (.population, nil),
        ]
        return values.map { [$0.word.name.text(language), $1] }
    }

    private static func description(_ folder: String) -> DatasetDescription {
        let id = folder.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? String($0) : "-" }.joined()
        var description = DatasetDescription(name: id.isEmpty ? "territory" : id, title: folder)
        description.version = "0.1.0"
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
