import Figures
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
        /// What becomes of the cell.
        var reads = Reads.asItIs
    }

    /// What becomes of a cell of a register.
    enum Reads: String, Sendable, CaseIterable {
        case asItIs = "as-it-is"
        /// Of a list with commas, the last.
        case lastOfList = "last-of-list"
        /// Of a list with commas, the one without spaces: `552 100 554,552100554` is one number in two writings, of which
        /// either may be first. Where each has some, the last.
        case unspacedOfList = "unspaced-of-list"
        /// `D201 - Entreprise` and the like are no id: what stands in front of the first space.
        case firstWord = "first-word"
        /// Degrees of WGS 84 from two cells in metres of Lambert-93.
        case latitude = "lambert93-latitude"
        case longitude = "lambert93-longitude"

        var isOfTwo: Bool { self == .latitude || self == .longitude }
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
    /// Of actors, rows that are in an area; the others are in none.
    var areaConditions: [Condition] = []
    /// Of actors, whether rows of an id behind the first are no actors of their own: a table of participations.
    var isDistinct = false

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
            .data,
            Bilingual(
                en: "The table has no column \"\(Excerpt.of(column))\".",
                fr: "La table n'a pas de colonne « \(Excerpt.of(column)) »."),
            remedy: NearestMatch.hint(column, in: header)
                + Bilingual(
                    en: "It has: \(header.prefix(30).map { Excerpt.of($0) }.joined(separator: ", ")).",
                    fr: "Elle a : \(header.prefix(30).map { Excerpt.of($0) }.joined(separator: ", "))."),
            at: Place(file: file, line: 1))
    }
}

/// A source table whose header was read: which cells of a row are what.
struct OpenedSource: Sendable {
    /// One cell of the job's row.
    private struct Cell: Sendable {
        let fields: [Int]
        var otherwise: String?
        var reads = SourceTable.Reads.asItIs
    }

    let table: SourceTable
    let dialect: CSVDialect
    let width: Int
    /// The places of the keys' cells in the source.
    private let keys: [Cell]
    private let area: Cell?
    private let conditions: [(field: Int, values: Set<String>)]
    private let areaConditions: [(field: Int, values: Set<String>)]
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
            Cell(
                fields: column.from.compactMap { header.firstIndex(of: $0) }, otherwise: column.otherwise,
                reads: column.reads)
        }
        keys = try table.role.keys.map { key throws(MilieuError) in
            guard let column = columns.first(where: { $0.name == key }) else { throw table.missing(key, header, file) }
            return cell(column)
        }
        func places(_ conditions: [SourceTable.Condition]) throws(MilieuError) -> [(field: Int, values: Set<String>)] {
            try conditions.map { condition throws(MilieuError) in
                guard let field = header.firstIndex(of: condition.column) else {
                    throw table.missing(condition.column, header, file)
                }
                return (field, condition.values)
            }
        }
        conditions = try places(table.conditions)
        areaConditions = try places(table.areaConditions)
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
                Cell(
                    fields: column.from.compactMap { header.firstIndex(of: $0) }, otherwise: column.otherwise,
                    reads: column.reads)
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
    func takes(_ reader: borrowing CSVReader) -> Bool { Self.hold(conditions, reader) }

    private static func hold(_ conditions: [(field: Int, values: Set<String>)], _ reader: borrowing CSVReader) -> Bool {
        for (field, values) in conditions {
            guard field < reader.fields.count, values.contains(reader.string(field)) else { return false }
        }
        return true
    }

    /// The bytes of a key in the reader's; nil where the row is too short, or the cell empty.
    func key(_ place: Int, _ reader: borrowing CSVReader) -> Range<Int>? { range(keys[place], reader) }

    /// The bytes of the code of an actor's area.
    func areaCode(_ reader: borrowing CSVReader) -> Range<Int>? {
        guard let area, Self.hold(areaConditions, reader) else { return nil }
        return range(area, reader)
    }

    /// The parent that an actor's row names.
    func parentKey(_ reader: borrowing CSVReader) -> Range<Int>? {
        parent.flatMap { cells[$0] }.flatMap { range($0, reader) }
    }

    /// The first field that is filled.
    private func filled(_ cell: Cell, _ reader: borrowing CSVReader) -> CSVField? {
        for field in cell.fields where field < reader.fields.count && !reader.fields[field].isEmpty {
            return reader.fields[field]
        }
        return nil
    }

    private func range(_ cell: Cell, _ reader: borrowing CSVReader) -> Range<Int>? {
        guard let field = filled(cell, reader) else { return nil }
        let range = Self.part(field.start..<field.end, cell.reads, reader)
        return range.isEmpty ? nil : range
    }

    /// The bytes of a cell that count.
    private static func part(_ range: Range<Int>, _ reads: SourceTable.Reads, _ reader: borrowing CSVReader) -> Range<
        Int
    > {
        let bytes = reader.bytes[range]
        switch reads {
        case .lastOfList: return Self.trimmed(bytes.split(separator: UInt8(ascii: ",")).last ?? bytes)
        case .unspacedOfList:
            let words = bytes.split(separator: UInt8(ascii: ",")).map(Self.trimmed).filter { !$0.isEmpty }
            return words.first { !bytes[$0].contains(0x20) } ?? words.last ?? range
        case .firstWord: return range.lowerBound..<(bytes.firstIndex(of: 0x20) ?? range.upperBound)
        default: return range
        }
    }

    /// Where a word stands, without the spaces around it.
    private static func trimmed(_ word: ArraySlice<UInt8>) -> Range<Int> {
        guard let first = word.firstIndex(where: { $0 != 0x20 }), let last = word.lastIndex(where: { $0 != 0x20 })
        else {
            return word.endIndex..<word.endIndex
        }
        return first..<last + 1
    }

    /// Appends the current row as one of the job's table; a row of another length than the header's gets a cell too
    /// many, so that whoever reads the area finds the fault.
    func append(
        _ reader: borrowing CSVReader, withoutParent: Bool, by writer: CellWriter, to line: inout [UInt8]
    ) {
        for (place, cell) in cells.enumerated() {
            if place > 0 { writer.separate(&line) }
            guard let cell, !(withoutParent && place == parent) else { continue }
            if cell.reads.isOfTwo {
                if let degrees = Self.degrees(cell, reader) { writer.append(degrees, to: &line) }
            } else if let field = filled(cell, reader) {
                if cell.reads == .asItIs {
                    writer.append(field, of: reader, to: &line)
                } else {
                    let part = Self.part(field.start..<field.end, cell.reads, reader)
                    writer.append(String(decoding: reader.bytes[part], as: UTF8.self), to: &line)
                }
            } else if let otherwise = cell.otherwise {
                writer.append(otherwise, to: &line)
            }
        }
        if reader.fields.count != width { writer.separate(&line) }
    }

    /// Six digits behind the point are a tenth of a metre.
    private static func degrees(_ cell: Cell, _ reader: borrowing CSVReader) -> String? {
        guard cell.fields.count == 2, cell.fields.allSatisfy({ $0 < reader.fields.count }),
            let x = CSVNumber.double(reader.string(cell.fields[0])),
            let y = CSVNumber.double(reader.string(cell.fields[1])),
            // Overseas have projections of their own, which the coordinates do not name.
            Lambert93.xs.contains(x), Lambert93.ys.contains(y)
        else { return nil }
        let point = Lambert93.point(x: x, y: y)
        let degrees = cell.reads == .latitude ? point.latitude : point.longitude
        return NumberText.shortest((degrees * 1e6).rounded() / 1e6)
    }
}
