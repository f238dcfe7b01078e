import Vocabulary

/// A way of writing a table. A new one is one file and one line in `all`.
public struct TableFormat: Sendable {
    /// What `--format` takes.
    public let id: String
    /// What lists of formats call it.
    public let name: Bilingual
    /// Without the point.
    public let fileExtension: String
    private let write: @Sendable (Table, Language) -> String
    /// Of a format that is no text.
    private var writeBytes: (@Sendable ([Table]) throws(MilieuError) -> [UInt8])?

    /// Whether it is a text, which a terminal can show.
    public var isText: Bool { writeBytes == nil }

    /// The table as text, ended by a line feed; of a workbook, which is none, what CSV has. Headers and words are in
    /// the language where the format is for readers; formats for programs have ids and are the same in both.
    public func text(_ table: Table, language: Language = .english) -> String { write(table, language) }

    /// Tables as the bytes of one file: texts one below the other, in a workbook a sheet for each.
    ///
    /// - Throws: `MilieuError` where the format cannot hold a table.
    public func bytes(_ tables: [Table], language: Language = .english) throws(MilieuError) -> [UInt8] {
        if let writeBytes { return try writeBytes(tables) }
        return Array(tables.map { write($0, language) }.joined(separator: "\n").utf8)
    }

    /// Aligned columns for a terminal, long cells cut.
    public static let text = TableFormat(
        id: "table", name: Bilingual(en: "table for a terminal", fr: "tableau pour un terminal"),
        fileExtension: "txt", write: { TextTableWriter(language: $1).text($0) })
    /// RFC 4180 with ids for headers, every digit, and an empty cell for what is undefined.
    public static let csv = TableFormat(
        id: "csv", name: Bilingual("CSV"), fileExtension: "csv",
        write: { table, _ in CSVWriter.text(table.guardedForSpreadsheets) })
    /// CSV in which texts that begin as formulas stand as they are, for programs that compute nothing.
    public static let rawCSV = TableFormat(
        id: csv.id, name: csv.name, fileExtension: csv.fileExtension, write: { table, _ in CSVWriter.text(table) })
    /// CSV as a spreadsheet in French opens it by a double click, texts that begin as formulas guarded.
    public static let frenchCSV = TableFormat(
        id: csv.id, name: csv.name, fileExtension: csv.fileExtension,
        write: { table, _ in CSVWriter.text(table.guardedForSpreadsheets, style: .french) })
    /// The same with every text as it is.
    public static let rawFrenchCSV = TableFormat(
        id: csv.id, name: csv.name, fileExtension: csv.fileExtension,
        write: { table, _ in CSVWriter.text(table, style: .french) })
    /// Rows as objects, with the provenance.
    public static let json = TableFormat(
        id: "json", name: Bilingual("JSON"), fileExtension: "json",
        write: { table, _ in JSONWriter.text(JSONValue(table)) })
    /// A `table` environment with the rules of booktabs.
    public static let latex = TableFormat(
        id: "latex", name: Bilingual("LaTeX"), fileExtension: "tex", write: { LaTeXTableWriter.text($0, language: $1) })
    /// A pipe table.
    public static let markdown = TableFormat(
        id: "markdown", name: Bilingual("Markdown"), fileExtension: "md",
        write: { MarkdownTableWriter.text($0, language: $1) })
    /// An Office Open XML workbook, a sheet for each table; texts stay texts.
    public static let xlsx = TableFormat(
        id: "xlsx", name: Bilingual(en: "workbook (Excel, LibreOffice)", fr: "classeur (Excel, LibreOffice)"),
        fileExtension: "xlsx", write: { table, _ in CSVWriter.text(table) },
        writeBytes: { tables throws(MilieuError) in try WorkbookWriter.bytes(tables) })

    /// In the order in which lists show them.
    public static let all = [text, csv, json, latex, markdown, xlsx]

    /// The format of an id.
    ///
    /// - Throws: `MilieuError` of cause `usage`, with the nearest known id.
    public static func format(_ id: String) throws(MilieuError) -> TableFormat {
        if let known = all.first(where: { $0.id == id }) { return known }
        let nearest = NearestMatch.hint(id, in: all.map(\.id))
        throw MilieuError(
            .usage, "There is no table format \"\(Excerpt.of(id))\".",
            remedy: nearest + "Known are: \(all.map(\.id).joined(separator: ", ")).")
    }
}
