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
    /// Whether a row may lack its last cell, which is then empty.
    var mayLackLast = false

    private let positions: [String: Int]
    private let width: Int
    private var tallies: [Tally] = []
    private var points: [String: PointedNumbers] = [:]

    /// Numbers with a point in a table whose decimals have a comma: with three digits behind it, it may set thousands
    /// apart.
    private struct PointedNumbers {
        var count = 0
        var threes = 0
        var first = (text: "", line: 0)
    }

    /// Something forgiven in many cells, said once.
    private struct Tally {
        let severity: Finding.Severity
        let code: String
        let message: Bilingual
        let remedy: Bilingual
        let place: Place
        var count: Int
    }

    /// Reads the header, which may stand further down, below a title.
    init(_ schema: TableSchema, _ table: OpenedTable) {
        var row = table.csv
        guard row.next() else {
            var findings = Findings()
            findings.add(
                .error, "empty-table",
                Bilingual(
                    en: "The table is empty: it has not even a header.",
                    fr: "La table est vide : elle n'a pas même un en-tête."),
                remedy: Bilingual(
                    en: "Write the header \"\(schema.columns.map(\.id).joined(separator: ","))\" into its first line.",
                    fr:
                        "Écrivez l'en-tête « \(schema.columns.map(\.id).joined(separator: ",")) » sur sa première ligne."
                ),
                at: Place(file: table.file, line: 1))
            self.init(schema, table, columns: [], findings: findings)
            return
        }
        Self.passTitle(&row, schema)
        self.init(schema, table, header: row)
    }

    init(_ schema: TableSchema, _ text: DecodedText, file: String) { self.init(schema, OpenedTable(text, file: file)) }

    /// - Parameters:
    ///   - row: stands on the header.
    ///   - chosen: columns that somebody has found already (see `TableHeader`).
    ///   - rowNames: whether rows have a cell in front that the header has not.
    init(
        _ schema: TableSchema, _ table: OpenedTable, header row: CSVReader, chosen: [Int: String] = [:],
        rowNames: Bool = false
    ) {
        self.schema = schema
        file = table.file
        csv = row
        findings = table.findings
        var first = table.csv
        if first.next(), first.line < row.line {
            findings.add(
                .warning, "header-below",
                Bilingual(
                    en: "The header stands on line \(row.line); what stands above it was left out.",
                    fr: "L'en-tête se trouve à la ligne \(row.line) ; ce qui est au-dessus a été laissé de côté."),
                remedy: Bilingual(en: "Move titles out of the table.", fr: "Sortez les titres de la table."),
                at: Place(file: file, line: row.line))
        }
        var header = TableHeader(csv, schema, file: file, chosen: chosen)
        if rowNames { header.shift() }
        (positions, further, width) = (header.positions, header.further, csv.fields.count + (rowNames ? 1 : 0))
        findings.add(contentsOf: header.findings)
    }

    /// Goes on to the first row that names all columns which a table needs, and, where it needs no more than one,
    /// another beside; stays where none of the next does.
    private static func passTitle(_ csv: inout CSVReader, _ schema: TableSchema) {
        var row = csv
        for _ in 0..<linesAbove {
            let ids = Set(row.fields.indices.compactMap { schema.column(headed: row.string($0))?.id })
            let needed = schema.columns.filter(\.isRequired).map(\.id)
            if ids.count > 1, ids.isSuperset(of: needed.prefix(2)) {
                csv = row
                return
            }
            guard row.next() else { return }
        }
    }

    /// How many lines of titles may stand above a header.
    static let linesAbove = 20

    /// A table without a header, whose columns are known.
    init(_ schema: TableSchema, _ table: OpenedTable, columns: [String], findings: Findings) {
        self.schema = schema
        file = table.file
        csv = table.csv
        positions = Dictionary(columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        (further, width) = ([], columns.count)
        self.findings = table.findings
        self.findings.add(contentsOf: findings)
    }

    /// Whether the header has the columns without which no row can be read.
    var canReadRows: Bool { width > 0 && schema.columns.allSatisfy { !$0.isRequired || positions[$0.id] != nil } }

    func position(of column: String) -> Int? { positions[column] }

    /// Whether a column is one of the schema's or a further one.
    func isUsed(_ position: Int) -> Bool {
        positions.values.contains(position) || further.contains { $0.position == position }
    }

    /// Whether a cell is the only one of its row that is filled, but perhaps for another.
    func isAlone(_ field: CSVField, beside other: Int?) -> Bool {
        csv.fields.indices.allSatisfy { $0 == other || csv.fields[$0].isEmpty || csv.fields[$0] == field }
    }

    /// The next row that is not empty and has a cell for each column; the others are reported.
    mutating func next() -> Bool {
        rowID = nil
        while csv.next() {
            if csv.fields.allSatisfy(\.isEmpty) {
                tally(
                    "empty-row",
                    Bilingual(
                        en: "Rows without any text were passed over", fr: "Des lignes sans aucun texte ont été passées"),
                    Bilingual(en: "Delete them.", fr: "Supprimez-les."),
                    column: nil)
                continue
            }
            if isTotal {
                tally(
                    "total-row",
                    Bilingual(
                        en:
                            "Rows of sums were left out, such as \"\(Excerpt.of(csv.string(csv.fields.firstIndex { !$0.isEmpty } ?? 0)))\"",
                        fr:
                            "Des lignes de totaux ont été laissées de côté, comme « \(Excerpt.of(csv.string(csv.fields.firstIndex { !$0.isEmpty } ?? 0))) »"
                    ),
                    Bilingual(
                        en: "Delete them; rename the actor, if it is one.",
                        fr: "Supprimez-les ; renommez l'acteur, si c'en est un."), column: nil, severity: .warning)
                continue
            }
            if mayLackLast { csv.fill(to: width, from: width - 1) }
            guard csv.fields.count == width else {
                report(
                    .error, "ragged-row",
                    Bilingual(
                        en: "The row has \(csv.fields.count) cells, the header \(width).",
                        fr: "La ligne a \(csv.fields.count, fr: "cellule", "cellules"), l'en-tête \(width)."),
                    remedy: Bilingual(
                        en: "Add or take away separators; quote a cell that has one inside.",
                        fr:
                            "Ajoutez ou enlevez des séparateurs ; mettez entre guillemets une cellule qui en contient un."
                    ),
                    column: String(min(csv.fields.count, width) + 1))
                continue
            }
            return true
        }
        return false
    }

    /// Whether the current row is one of sums: called so, and beside that numbers alone.
    private var isTotal: Bool {
        guard let first = csv.fields.firstIndex(where: { !$0.isEmpty }),
            csv.fields[first].end - csv.fields[first].start < 40,
            TotalWords.contains(csv.string(first))
        else { return false }
        return csv.fields.indices.allSatisfy { place in
            place == first || csv.fields[place].isEmpty || TotalWords.contains(csv.string(place))
                || MarkedNumber(csv.string(place), decimalComma: true) != nil
        }
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
        (reader.findings, reader.tallies, reader.points) = (Findings(), [], [:])
        return reader
    }

    /// Forgets the text, once all rows are read.
    mutating func letGoOfText() { csv.letGoOfText() }

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
        for (column, seen) in next.points {
            let own = points[column] ?? PointedNumbers()
            points[column] = PointedNumbers(
                count: own.count + seen.count, threes: own.threes + seen.threes,
                first: own.threes > 0 ? own.first : seen.first)
        }
        for tally in next.tallies {
            if let known = tallies.firstIndex(where: { $0.code == tally.code && $0.place.column == tally.place.column })
            {
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
        addDoubtfulPoints(to: &all)
        for tally in tallies {
            all.add(
                tally.severity, tally.code,
                Bilingual(
                    en: "\(tally.message.en) (\(tally.count), the first here).",
                    fr: "\(tally.message.fr) (\(tally.count), le premier ici)."), remedy: tally.remedy,
                at: tally.place)
        }
        return all
    }

    /// Notes the form of a number where a point in it may not be that of its decimals.
    mutating func see(number bytes: ArraySlice<UInt8>, _ column: String, line: Int? = nil) {
        guard csv.dialect == .semicolon, bytes.count < 20, let point = bytes.lastIndex(of: UInt8(ascii: ".")) else {
            return
        }
        let whole = bytes[..<point].drop { $0 == UInt8(ascii: "-") }
        let isThree = bytes.endIndex - point == 4 && (1...3).contains(whole.count) && whole.first != UInt8(ascii: "0")
        var seen = points[column] ?? PointedNumbers()
        seen.count += 1
        if isThree {
            if seen.threes == 0 { seen.first = (String(decoding: bytes, as: UTF8.self), line ?? csv.line) }
            seen.threes += 1
        }
        points[column] = seen
    }

    private func addDoubtfulPoints(to findings: inout Findings) {
        for (column, seen) in points.sorted(by: { $0.key < $1.key })
        where seen.threes == seen.count && MarkedNumber(seen.first.text, decimalComma: false) != nil {
            findings.add(
                .warning, "doubtful-point",
                Bilingual(
                    en:
                        "Numbers such as \"\(Excerpt.of(seen.first.text))\" were read with a point before their decimals (\(seen.threes), the first here).",
                    fr:
                        "Des nombres comme « \(Excerpt.of(seen.first.text)) » ont été lus avec un point devant leurs décimales (\(seen.threes), le premier ici)."
                ),
                remedy: Bilingual(
                    en: "Take the points out, if they set thousands apart.",
                    fr: "Enlevez les points, s'ils séparent les milliers."),
                at: Place(file: file, line: seen.first.line, column: column))
        }
    }

    // MARK: Saying what is wrong

    mutating func report(_ weights: WeightsSeen, of what: Bilingual, column: String, tellAbsence: Bool = false) {
        for finding in weights.findings(what, file: file, column: column, tellAbsence: tellAbsence) {
            findings.add(finding)
        }
    }

    mutating func report(
        _ severity: Finding.Severity, _ code: String, _ message: Bilingual, remedy: Bilingual, column: String?,
        line: Int? = nil, id: String? = nil
    ) {
        findings.add(
            severity, code, message, remedy: remedy,
            at: Place(file: file, line: line ?? csv.line, column: column, id: (id ?? rowID).map { Excerpt.of($0) }))
    }

    /// Something that may repeat in every row, and is said once with a count.
    mutating func tally(
        _ code: String, _ message: Bilingual, _ remedy: Bilingual, column: String?, severity: Finding.Severity = .note
    ) {
        if let known = tallies.firstIndex(where: { $0.code == code && $0.place.column == column }) {
            tallies[known].count += 1
        } else {
            let place = Place(file: file, line: csv.line, column: column, id: rowID.map { Excerpt.of($0) })
            tallies.append(
                Tally(severity: severity, code: code, message: message, remedy: remedy, place: place, count: 1))
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
            .error, "missing-value", Bilingual(en: "The cell is empty.", fr: "La cellule est vide."),
            remedy: Bilingual(
                en: "Every row needs a value in this column.", fr: "Chaque ligne demande une valeur dans cette colonne."
            ),
            column: column)
    }

    mutating func reportLoop(line: Int? = nil) {
        report(
            .warning, "self-loop",
            Bilingual(
                en: "The actor is tied to itself; measures leave such ties out.",
                fr: "L'acteur est lié à lui-même ; les mesures laissent de tels liens de côté."),
            remedy: Bilingual(
                en: "Correct one of the ends, or delete the row.",
                fr: "Corrigez l'une des extrémités, ou supprimez la ligne."), column: "target", line: line)
    }
}
