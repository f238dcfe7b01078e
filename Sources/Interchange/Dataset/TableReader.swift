import NetworkModel
import Tabular
import Vocabulary

/// Reads the rows of one table of a dataset by its schema, and says what is wrong with them.
struct TableReader {
    let schema: TableSchema
    let file: String
    /// Further columns: their names and places.
    let further: [(name: String, position: Int)]
    private(set) var csv: CSVReader
    private(set) var findings = Findings()
    /// The id under which findings speak of the current row.
    var rowID: String?

    private let positions: [String: Int]
    private let width: Int
    private var tallies: [Tally] = []

    /// Something forgiven in many cells, said once.
    private struct Tally {
        let code: String
        let message: String
        let remedy: String
        let place: Place
        var count: Int
    }

    /// Reads the header.
    ///
    /// - Parameter dialect: nil: found from the first line.
    init(_ schema: TableSchema, _ text: DecodedText, file: String, dialect: CSVDialect? = nil) {
        self.schema = schema
        self.file = file
        csv = CSVReader(text, file: file, dialect: dialect)
        guard csv.next() else {
            (positions, further, width) = ([:], [], 0)
            findings.add(
                .error, "empty-table", "The table is empty: it has not even a header.",
                remedy: "Write the header \"\(schema.columns.map(\.id).joined(separator: ","))\" into its first line.",
                at: Place(file: file, line: 1))
            return
        }
        let header = TableHeader(csv, schema, file: file)
        (positions, further, width) = (header.positions, header.further, csv.fields.count)
        findings.add(contentsOf: header.findings)
    }

    /// A table without a header, whose columns are known.
    init(_ schema: TableSchema, _ text: DecodedText, file: String, dialect: CSVDialect, columns: [String]) {
        self.schema = schema
        self.file = file
        csv = CSVReader(text, file: file, dialect: dialect)
        positions = Dictionary(columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        (further, width) = ([], columns.count)
        findings.add(
            .note, "no-header", "The first line names no columns; it was read as a row.",
            remedy: "Write the header \"\(columns.joined(separator: ","))\" above it, if it is one.",
            at: Place(file: file, line: 1))
    }

    /// Whether the header has the columns without which no row can be read.
    var canReadRows: Bool { width > 0 && schema.columns.allSatisfy { !$0.isRequired || positions[$0.id] != nil } }

    func position(of column: String) -> Int? { positions[column] }

    /// The next row that is not empty and has a cell for each column; the others are reported.
    mutating func next() -> Bool {
        rowID = nil
        while csv.next() {
            if csv.fields.allSatisfy(\.isEmpty) {
                tally(
                    "empty-row", "Rows without any text were passed over", "Delete them.",
                    column: nil)
                continue
            }
            guard csv.fields.count == width else {
                report(
                    .error, "ragged-row", "The row has \(csv.fields.count) cells, the header \(width).",
                    remedy: "Add or take away separators; quote a cell that has one inside.",
                    column: String(min(csv.fields.count, width) + 1))
                continue
            }
            return true
        }
        return false
    }

    /// How many cells a row has.
    var columnCount: Int { width }

    /// Passes over plain rows (see `CSVReader`) and returns how many they are.
    mutating func readPlainRows(into cells: inout [CSVReader.PlainCell]) -> Int {
        csv.readPlainRows(width: width, into: &cells)
    }

    /// A reader of the rows of one section, which has found nothing yet.
    func section(from start: Int, line: Int, until end: Int) -> TableReader {
        var reader = self
        reader.csv = csv.section(from: start, line: line, until: end)
        (reader.findings, reader.tallies) = (Findings(), [])
        return reader
    }

    /// This reader for the rows of the first section, with what the header told.
    func firstSection(until end: Int) -> TableReader {
        var reader = self
        reader.csv = csv.ending(at: end)
        return reader
    }

    /// Takes over what the reader of the section that follows has found, and goes on where it ended.
    mutating func join(_ next: TableReader) {
        csv.join(next.csv)
        findings.add(contentsOf: next.findings)
        for tally in next.tallies {
            if let known = tallies.firstIndex(where: { $0.code == tally.code }) {
                tallies[known].count += tally.count
            } else {
                tallies.append(tally)
            }
        }
    }

    /// What was found in the text, the header, the rows and the cells.
    consuming func allFindings() -> Findings {
        var all = csv.findings
        all.add(contentsOf: findings)
        for tally in tallies {
            all.add(
                .note, tally.code, "\(tally.message) (\(tally.count), the first here).", remedy: tally.remedy,
                at: tally.place)
        }
        return all
    }

    // MARK: Saying what is wrong

    mutating func report(_ weights: WeightsSeen, of what: String, column: String, tellAbsence: Bool = false) {
        for finding in weights.findings(what, file: file, column: column, tellAbsence: tellAbsence) { findings.add(finding) }
    }

    mutating func report(
        _ severity: Finding.Severity, _ code: String, _ message: String, remedy: String, column: String?,
        line: Int? = nil, id: String? = nil
    ) {
        findings.add(
            severity, code, message, remedy: remedy,
            at: Place(file: file, line: line ?? csv.line, column: column, id: (id ?? rowID).map { Excerpt.of($0) }))
    }

    mutating func tally(_ code: String, _ message: String, _ remedy: String, column: String?) {
        if let known = tallies.firstIndex(where: { $0.code == code }) {
            tallies[known].count += 1
        } else {
            let place = Place(file: file, line: csv.line, column: column, id: rowID.map { Excerpt.of($0) })
            tallies.append(Tally(code: code, message: message, remedy: remedy, place: place, count: 1))
        }
    }

    // MARK: Texts

    /// The text of a cell; nil where it is empty or the table has no such column.
    func text(_ column: String) -> String? {
        positions[column].flatMap(text(at:))
    }

    func text(at position: Int) -> String? {
        csv.fields[position].isEmpty ? nil : csv.string(position)
    }

    /// The text of a cell that must be filled.
    mutating func required(_ column: String) -> String? {
        if let text = text(column) { return text }
        reportMissingValue(column)
        return nil
    }

    mutating func reportMissingValue(_ column: String) {
        report(
            .error, "missing-value", "The cell is empty.", remedy: "Every row needs a value in this column.",
            column: column)
    }

    mutating func reportLoop(line: Int? = nil) {
        report(
            .warning, "self-loop", "The actor is tied to itself; measures leave such ties out.",
            remedy: "Correct one of the ends, or delete the row.", column: "target", line: line)
    }
}
