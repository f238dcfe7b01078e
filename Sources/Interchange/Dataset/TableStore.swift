import Files
import NetworkModel
import Tabular
import Vocabulary

/// Where the tables of a dataset stand: in a folder, in the sheets of a workbook, in two files that are named.
protocol TableStore {
    /// The name of a dataset that does not tell its own.
    var name: String { get }
    /// Of all that was read.
    var hash: ContentHash { get }
    /// Whether something is there, readable or not, that describes the dataset as a whole.
    var hasPackage: Bool { get }

    /// What findings call a table.
    func file(of table: TableSchema) -> String
    /// Whether something of that name is there.
    func exists(_ table: TableSchema) -> Bool
    /// A table; nil where it is missing or was refused, which is a finding where it must be there.
    mutating func open(_ table: TableSchema, isRequired: Bool, _ findings: inout Findings) -> OpenedTable?
    /// The bytes of `datapackage.json`.
    mutating func package(_ findings: inout Findings) -> [UInt8]?
    /// Takes the places of the tables from the package's `resources`.
    mutating func take(resources: [JSONValue], _ findings: inout Findings)
}

extension TableStore {
    var hasPackage: Bool { false }
    mutating func package(_ findings: inout Findings) -> [UInt8]? { nil }
    mutating func take(resources: [JSONValue], _ findings: inout Findings) {}

    func reportMissing(_ table: TableSchema, _ findings: inout Findings) {
        findings.add(
            .error, "missing-file",
            Bilingual(en: "The table \"\(table.id)\" is missing.", fr: "La table « \(table.id) » manque."),
            remedy:
                Bilingual(
                    en:
                        "Add it; it can be called \(([table.title.fr] + table.also.prefix(3)).joined(separator: ", ")), too.",
                    fr:
                        "Ajoutez-la ; elle peut aussi s'appeler \(([table.title.fr] + table.also.prefix(3)).joined(separator: ", "))."
                ),
            at: Place(file: file(of: table)))
    }
}

/// The sheets of a workbook that are called like tables of a dataset.
struct WorkbookStore: TableStore {
    let name: String
    private(set) var hash = ContentHash()
    private let workbook: Workbook
    private var sheets: [String: Sheet] = [:]
    /// Sheets that are called like a table that another one is.
    private(set) var doubles: [(sheet: Sheet, table: TableSchema)] = []

    init(_ workbook: Workbook, bytes: [UInt8]) {
        self.workbook = workbook
        name = FilePath.stem(of: workbook.file)
        hash.add(bytes)
        for sheet in workbook.filled {
            guard let table = Self.table(named: sheet.name) else { continue }
            if sheets[table.id] == nil { sheets[table.id] = sheet } else { doubles.append((sheet, table)) }
        }
    }

    /// The table that a sheet or a file of such a name, without an ending, holds.
    static func table(named name: String) -> TableSchema? {
        (DatasetSchema.tables + [TerritoryTable.schema]).first { $0.isNamed(name) }
    }

    func file(of table: TableSchema) -> String {
        sheets[table.id].map(workbook.place(of:)) ?? "\(workbook.file)[\(table.id)]"
    }

    func exists(_ table: TableSchema) -> Bool { sheets[table.id] != nil }

    mutating func open(_ table: TableSchema, isRequired: Bool, _ findings: inout Findings) -> OpenedTable? {
        guard let sheet = sheets[table.id] else {
            if isRequired { reportMissing(table, &findings) }
            return nil
        }
        let file = workbook.place(of: sheet)
        do throws(TextFault) {
            return try OpenedTable(sheet, file: file)
        } catch {
            findings.add(error.finding(in: file))
            return nil
        }
    }
}

/// A list of ties, and the table of its actors.
struct PairStore: TableStore {
    let name: String
    private(set) var hash = ContentHash()
    private let actors: OpenedTable
    private let ties: OpenedTable

    init(ties: TableFile, actors: TableFile) {
        name = FilePath.stem(of: ties.name)
        (self.actors, self.ties) = (actors.table, ties.table)
        hash.add(table: actors.name, actors.bytes)
        hash.add(table: ties.name, ties.bytes)
    }

    private func table(_ schema: TableSchema) -> OpenedTable? {
        switch schema.id {
        case Actor.table.schema.id: actors
        case Tie.table.schema.id: ties
        default: nil
        }
    }

    func file(of table: TableSchema) -> String { self.table(table)?.file ?? table.file }
    func exists(_ table: TableSchema) -> Bool { self.table(table) != nil }
    func open(_ table: TableSchema, isRequired: Bool, _ findings: inout Findings) -> OpenedTable? { self.table(table) }
}

/// One table in a file: a text, or a sheet of a workbook.
struct TableFile {
    let name: String
    let bytes: [UInt8]
    let table: OpenedTable

    /// - Parameter sheet: of a workbook; nil: the only one that holds anything.
    /// - Throws: `MilieuError` where there is no such file or sheet, or the sheet has to be chosen.
    init(path: String, sheet: String? = nil) throws(MilieuError) {
        name = FilePath.name(of: path)
        bytes = try InputFile.read(path)
        guard Workbook.recognises(bytes, name: name) else {
            table = OpenedTable(DecodedText(bytes, file: name), file: name)
            return
        }
        do throws(TextFault) {
            let workbook = try Workbook(bytes, file: name)
            table = try OpenedTable(Self.sheet(of: workbook, sheet), file: name)
        } catch {
            let finding = error.finding(in: name)
            throw MilieuError(.data, finding.statement, remedy: finding.advice, at: finding.place, findings: [finding])
        }
    }

    private static func sheet(of workbook: Workbook, _ name: String?) throws(TextFault) -> Sheet {
        if let name, let sheet = workbook.sheet(named: name) { return sheet }
        let filled = workbook.filled
        guard name == nil, filled.count == 1 else { throw workbook.unclear(name, among: filled) }
        return filled[0]
    }
}
