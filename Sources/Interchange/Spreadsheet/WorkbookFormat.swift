import Files
import NetworkModel
import Tabular
import Vocabulary

extension NetworkFormat {
    /// A workbook of whichever office program, by its sheets; written as `.xlsx`.
    public static let workbook = NetworkFormat(
        id: "workbook", name: Bilingual(en: "workbook (.xlsx, .ods)", fr: "classeur (.xlsx, .ods)"),
        carries: Bilingual(
            en: "the tables of a dataset, a sheet for each: everything but what datapackage.json says",
            fr: "les tables d’un jeu de données, une feuille pour chacune : tout sauf ce que dit datapackage.json"),
        fileExtensions: Workbook.fileExtensions, recognises: { $0.hasPrefix("pk\u{3}\u{4}") },
        read: WorkbookReader.read, write: WorkbookDataset.write)
}

/// Reads a workbook: as a dataset, where its sheets are called so; else the one sheet that is a list of ties or a
/// matrix.
enum WorkbookReader {
    static func read(_ bytes: [UInt8], _ file: String, _ options: NetworkFormat.Options) -> Reading {
        do throws(TextFault) {
            let workbook = try Workbook(bytes, file: file)
            if let name = options.sheet {
                guard let sheet = workbook.sheet(named: name) else { throw workbook.unclear(name, among: []) }
                return try read(sheet, of: workbook, bytes, options, isOther: false)
            }
            let store = WorkbookStore(workbook, bytes: bytes)
            if store.exists(Actor.table.schema),
                store.exists(Tie.table.schema) || store.exists(Participation.table.schema)
            {
                return dataset(store, workbook, options)
            }
            return try readOne(of: workbook, bytes, options)
        } catch {
            return Reading(network: nil, findings: [error.finding(in: file)])
        }
    }

    private static func dataset(_ store: WorkbookStore, _ workbook: Workbook, _ options: NetworkFormat.Options)
        -> Reading
    {
        let reading = DatasetReader.read(store, directed: options.directed)
        let others = workbook.filled.filter { WorkbookStore.table(named: $0.name) == nil }
        var said = store.doubles.map { sheet, table in
            Finding(
                .warning, "two-tables",
                Bilingual(
                    en: "Another sheet is the table \"\(table.id)\", too; this one was left out.",
                    fr: "Une autre feuille est elle aussi la table « \(table.id) » ; celle-ci a été laissée de côté."),
                remedy: Bilingual(en: "Leave one, or rename it.", fr: "N'en laissez qu'une, ou renommez-la."),
                at: Place(file: workbook.place(of: sheet)))
        }
        if !others.isEmpty {
            said.append(
                Finding(
                    .note, "other-sheets",
                    Bilingual(
                        en:
                            "Sheets that are called like no table of a dataset were left out: \(workbook.names(of: others)).",
                        fr:
                            "Des feuilles qui ne portent le nom d'aucune table d'un jeu de données ont été laissées de côté : \(workbook.names(of: others))."
                    ),
                    remedy: Bilingual(
                        en: "Nothing needs to be done, if they are none.", fr: "Rien à faire, si elles n'en sont pas."),
                    at: Place(file: workbook.file)))
        }
        return Reading(network: reading.network, findings: reading.findings + said)
    }

    /// The only sheet that can be a network; where several can, nobody but the researcher knows.
    private static func readOne(
        of workbook: Workbook, _ bytes: [UInt8], _ options: NetworkFormat.Options
    ) throws(TextFault) -> Reading {
        let filled = workbook.filled
        guard filled.count != 1 else { return try read(filled[0], of: workbook, bytes, options, isOther: false) }
        var fitting: [Sheet] = []
        for sheet in filled where try fits(sheet) { fitting.append(sheet) }
        let visible = fitting.filter { !$0.isHidden }
        guard visible.count == 1 else { throw workbook.unclear(nil, among: visible.isEmpty ? filled : visible) }
        return try read(visible[0], of: workbook, bytes, options, isOther: true)
    }

    /// Whether a sheet is a matrix, or names the ends of ties.
    private static func fits(_ sheet: Sheet) throws(TextFault) -> Bool {
        let table = try OpenedTable(sheet, file: "")
        if MatrixReader.recognises(table) || AdjacencyListReader.recognises(table) { return true }
        var rows = table.csv
        for _ in 0..<TableReader.linesAbove where rows.next() {
            let names = rows.fields.indices.map { rows.string($0) }
            if EndWords.ends(of: names) != nil || EndWords.affiliation(of: names) != nil { return true }
        }
        return false
    }

    private static func read(
        _ sheet: Sheet, of workbook: Workbook, _ bytes: [UInt8], _ options: NetworkFormat.Options, isOther: Bool
    ) throws(TextFault) -> Reading {
        let place = workbook.place(of: sheet)
        let table = try OpenedTable(sheet, file: place)
        let reading =
            if MatrixReader.recognises(table) {
                MatrixReader.read(table, of: bytes, file: place, options)
            } else if AdjacencyListReader.recognises(table) {
                AdjacencyListReader.read(table, of: bytes, file: place, options)
            } else {
                EdgeListReader.read(
                    table, of: bytes, name: FilePath.stem(of: workbook.file), directed: options.directed, sections: 1)
            }
        guard isOther else { return reading }
        let said = Finding(
            .note, "chosen-sheet",
            Bilingual(
                en: "Of the sheets, \"\(Excerpt.of(sheet.name))\" alone is a list of ties or a matrix; it was read.",
                fr:
                    "Parmi les feuilles, seule « \(Excerpt.of(sheet.name)) » est une liste de liens ou une matrice ; elle a été lue."
            ),
            remedy: Bilingual(en: "Choose another with --sheet.", fr: "Choisissez-en une autre par --sheet."),
            at: Place(file: workbook.file))
        return Reading(network: reading.network, findings: reading.findings + [said])
    }
}

/// Writes a network as the sheets of a dataset, which is read back as one.
enum WorkbookDataset {
    static func write(
        _ network: Network, _ options: NetworkFormat.WritingOptions
    ) throws(MilieuError) -> NetworkFormat.Output {
        let network = options.bothWays ? network.withTiesBothWays() : network
        var sheets = DatasetTables.all(network).map { table in
            WorkbookWriter.Sheet(name: table.schema.id, header: table.header, rows: rows(of: table))
        }
        if let territory = TerritoryTable.rows(network.description) {
            sheets.append(
                WorkbookWriter.Sheet(
                    name: "territory", header: ["field", "value"], rows: territory.map { $0.map(Cell.text) }))
        }
        return NetworkFormat.Output(bytes: try WorkbookWriter.bytes(sheets), findings: lost(network))
    }

    /// Cells of columns of numbers are numbers; all else stays text.
    static func rows(of table: DatasetTables.Written) -> [[Cell]] {
        let areNumbers = table.header.map { name in table.schema.column(name)?.range != nil }
        var csv = CSVReader(Array(table.text.utf8), file: table.schema.file)
        var rows: [[Cell]] = []
        _ = csv.next()
        while csv.next() {
            rows.append(
                csv.fields.indices.map { place in
                    let text = csv.string(place)
                    if text.isEmpty { return .empty }
                    if areNumbers[place], let number = CSVNumber.double(text) { return .number(number) }
                    return .text(text)
                })
        }
        return rows
    }

    private static func lost(_ network: Network) -> [Finding] {
        let description = network.description
        let perimeters = description.territory?.perimeters ?? []
        let losses: [(Bool, Bilingual)] = [
            (perimeters.count > 1, Bilingual(en: "more than one perimeter", fr: "plus d'un périmètre")),
            (
                !(description.territory?.codes ?? [:]).isEmpty,
                Bilingual(en: "the territory's codes", fr: "les codes du territoire")
            ),
            (
                (description.surveys ?? [:]).values.contains { $0.share != nil || $0.scope != .all },
                Bilingual(en: "scopes and shares of surveys", fr: "les portées et les parts des relevés")
            ),
            (
                !(description.population?.byKind ?? [:]).isEmpty,
                Bilingual(en: "the population by kind", fr: "la population par type")
            ),
        ]
        return losses.filter(\.0).map {
            Finding(
                .note, "not-carried",
                Bilingual(en: "A workbook cannot hold \($0.1.en).", fr: "Un classeur ne peut pas contenir \($0.1.fr)."),
                remedy: .keepTheDataset,
                at: Place(file: description.name))
        }
    }
}
