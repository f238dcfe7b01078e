import NetworkModel
import Tabular
import Vocabulary

/// A table of a country on its way into a job: where it stands, and which of its columns become what.
struct SourceTable: Sendable {
    /// What one column of the job's table is made of.
    struct Column: Sendable, Hashable {
        /// Its header in the job.
        let name: String
        /// Headers of the source; of several, the first cell that is filled counts.
        let from: [String]
        /// What a row has where none of these is filled.
        var otherwise: String?
    }

    /// Rows that are taken: those whose cell is one of these.
    struct Condition: Sendable, Hashable {
        let column: String
        let values: Set<String>
    }

    /// The kinds of table that are cut by area.
    enum Role: String, Sendable, CaseIterable {
        case actors, ties, events, participation, respondents

        var schema: TableSchema {
            switch self {
            case .actors: Actor.table.schema
            case .ties: Tie.table.schema
            case .events: Event.table.schema
            case .participation: Participation.table.schema
            case .respondents: Respondent.table.schema
            }
        }

        /// The columns by which a row finds its area.
        var keys: [String] {
            switch self {
            case .actors, .events: ["id"]
            case .ties: ["source", "target"]
            case .participation: ["actor", "event"]
            case .respondents: ["actor"]
            }
        }
    }

    let role: Role
    let path: String
    /// Nil: every column of the source, by the words that a dataset's table knows.
    var columns: [Column]?
    var conditions: [Condition] = []
    /// Of actors, the columns that say the area, the first that is filled; nil: `area`, else `place`.
    var area: [String]?

    /// The columns, now that the header is known; what says `inside` is left out, since each area says it.
    func columns(of header: [String], file: String) throws(MilieuError) -> [Column] {
        if let columns {
            for column in columns where column.otherwise == nil && !column.from.contains(where: header.contains) {
                throw missing(column.from.joined(separator: " / "), header, file)
            }
            return columns
        }
        var seen: Set<String> = []
        return header.compactMap { head in
            let name = role.schema.column(headed: head)?.id ?? head
            guard !head.isEmpty, !(role == .actors && name == "inside"), seen.insert(name).inserted else { return nil }
            return Column(name: name, from: [head])
        }
    }

    func missing(_ column: String, _ header: [String], _ file: String) -> MilieuError {
        MilieuError(
            .data, "The table has no column \"\(Excerpt.of(column))\".",
            remedy: NearestMatch.hint(column, in: header) + "It has: \(header.prefix(30).map { Excerpt.of($0) }.joined(separator: ", ")).",
            at: Place(file: file, line: 1))
    }
}

/// A source table whose header was read: which cells of a row are what.
struct OpenedSource: Sendable {
    /// One cell of the job's row.
    private struct Cell: Sendable {
        let fields: [Int]
        let otherwise: String?
    }

    let table: SourceTable
    let dialect: CSVDialect
    let width: Int
    /// The places of the keys' cells in the source.
    private let keys: [Cell]
    private let area: Cell?
    private let conditions: [(field: Int, values: Set<String>)]
    /// In the order of the job's columns; nil where this source has no such column.
    private var cells: [Cell?] = []
    private var parent: Int?

    /// What the columns are called, in the source's order.
    let columns: [SourceTable.Column]
    /// What the rows are read with, above the records of a block.
    let header: [String]

    init(_ table: SourceTable, _ blocks: borrowing RecordBlocks) throws(MilieuError) {
        let (header, file) = (blocks.header, blocks.file)
        let columns = try table.columns(of: header, file: file)
        func cell(_ column: SourceTable.Column) -> Cell {
            Cell(fields: column.from.compactMap { header.firstIndex(of: $0) }, otherwise: column.otherwise)
        }
        keys = try table.role.keys.map { key throws(MilieuError) in
            guard let column = columns.first(where: { $0.name == key }) else { throw table.missing(key, header, file) }
            return cell(column)
        }
        conditions = try table.conditions.map { condition throws(MilieuError) in
            guard let field = header.firstIndex(of: condition.column) else {
                throw table.missing(condition.column, header, file)
            }
            return (field, condition.values)
        }
        if table.role == .actors {
            let names = table.area ?? [Self.areaColumn(of: header)]
            let fields = names.compactMap { header.firstIndex(of: $0) }
            guard !fields.isEmpty else { throw table.missing(names.joined(separator: " / "), header, file) }
            area = Cell(fields: fields, otherwise: nil)
        } else {
            area = nil
        }
        (self.table, dialect, width) = (table, blocks.dialect, header.count)
        (self.columns, self.header) = (columns, header)
    }

    private static func areaColumn(of header: [String]) -> String {
        let words = ["area", "zone", "territoire", "territory"]
        if let found = header.first(where: { words.contains(FoldedWord.of($0)) }) { return found }
        return header.first { Actor.table.schema.column(headed: $0)?.id == "place" } ?? "area"
    }

    /// This source for a job whose table has these columns.
    func arranged(for names: [String]) -> OpenedSource {
        var source = self
        source.cells = names.map { name in
            columns.first { $0.name == name }.map { column in
                Cell(fields: column.from.compactMap { header.firstIndex(of: $0) }, otherwise: column.otherwise)
            }
        }
        source.parent = names.firstIndex(of: "parent")
        return source
    }

    // MARK: Rows

    func reader(_ block: RecordBlocks.Block, file: String) -> CSVReader {
        CSVReader(block.text, file: file, dialect: dialect)
    }

    /// Whether a row is one of those that are taken.
    func takes(_ reader: borrowing CSVReader) -> Bool {
        for (field, values) in conditions {
            guard field < reader.fields.count, values.contains(reader.string(field)) else { return false }
        }
        return true
    }

    /// The field of a key; nil where the row is too short, or the cell empty.
    func key(_ place: Int, _ reader: borrowing CSVReader) -> CSVField? { filled(keys[place], reader) }

    func areaField(_ reader: borrowing CSVReader) -> CSVField? { area.flatMap { filled($0, reader) } }

    /// The parent that an actor's row names.
    func parentField(_ reader: borrowing CSVReader) -> CSVField? {
        parent.flatMap { cells[$0] }.flatMap { filled($0, reader) }
    }

    private func filled(_ cell: Cell, _ reader: borrowing CSVReader) -> CSVField? {
        for field in cell.fields where field < reader.fields.count && !reader.fields[field].isEmpty {
            return reader.fields[field]
        }
        return nil
    }

    /// Appends the current row as one of the job's table; a row of another length than the header's gets a cell too
    /// many, so that whoever reads the area finds the fault.
    func append(
        _ reader: borrowing CSVReader, withoutParent: Bool, by writer: CellWriter, to line: inout [UInt8]
    ) {
        for (place, cell) in cells.enumerated() {
            if place > 0 { writer.separate(&line) }
            guard let cell, !(withoutParent && place == parent) else { continue }
            if let field = filled(cell, reader) {
                writer.append(field, of: reader, to: &line)
            } else if let otherwise = cell.otherwise {
                writer.append(otherwise, to: &line)
            }
        }
        if reader.fields.count != width { writer.separate(&line) }
    }
}
