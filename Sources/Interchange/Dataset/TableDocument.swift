import Files
import NetworkModel
import Tabular
import Vocabulary

/// One table of a dataset as its editor has it: the texts of its cells, in their order, and what stands above them.
///
/// Nothing is understood of a cell. What is not changed stays as it was written, to the quotes and the blank lines; a row
/// that is changed or new has the separator and the line ends of the header. The text is written as UTF-8, whatever it
/// was read in.
package struct TableDocument: Sendable {
    /// A row keeps its key as long as the document lives, wherever it moves.
    package struct Row: Sendable, Hashable {
        package let key: Int
        package var cells: [String]
        /// As the file has it, with the blank lines above it, for as long as its cells are these.
        fileprivate let written: Written?
    }

    /// A row as it was read.
    fileprivate struct Written: Sendable, Hashable {
        let cells: [String]
        let bytes: [UInt8]
    }

    package let file: String
    package private(set) var header: [String]
    /// The column of the schema that each header names; nil: one of the researcher's own.
    package private(set) var ids: [String?]
    package private(set) var rows: [Row] = []
    private let schema: TableSchema
    private let preamble: [UInt8]
    private let dialect: CSVDialect
    private var writtenHeader: Written?
    /// Blank lines behind the last row.
    private let tail: [UInt8]
    private let lineEnd: String
    private var nextKey = 1

    /// A table that has no file yet.
    package init(empty schema: TableSchema, file: String) {
        (self.schema, self.file, header, ids) = (schema, file, [], [])
        (preamble, dialect, lineEnd, tail) = ([], .comma, "\n", [])
    }

    /// Nil where the bytes are no text table that can be written back: a workbook, damaged text, rows that end in a
    /// quote that is never closed, words between spaces.
    package init?(_ bytes: [UInt8], _ schema: TableSchema, file: String) {
        guard !Workbook.recognises(bytes, name: file) else { return nil }
        let text = DecodedText(bytes, file: file)
        var csv = OpenedTable(text, file: file).csv
        guard [.comma, .semicolon, .tab].contains(csv.dialect) else { return nil }
        (self.schema, self.file, dialect) = (schema, file, csv.dialect)
        preamble = Array(csv.bytes[..<csv.position])
        (header, ids) = ([], [])
        var start = csv.position
        func written() -> Written {
            defer { start = csv.position }
            return Written(
                cells: csv.fields.indices.map { csv.string($0) }, bytes: Array(csv.bytes[start..<csv.position]))
        }
        if csv.next() {
            let first = written()
            (header, writtenHeader) = (first.cells, first)
            ids = Self.ids(of: header, csv, schema, file)
        }
        lineEnd = writtenHeader?.bytes.suffix(2) == [0x0D, 0x0A] ? "\r\n" : "\n"
        while csv.next() {
            let row = written()
            rows.append(Row(key: nextKey, cells: row.cells, written: row))
            nextKey += 1
        }
        tail = Array(csv.bytes[start...])
        guard !csv.findings.hasErrors else { return nil }
    }

    private static func ids(_ header: [String], _ schema: TableSchema, _ file: String) -> [String?] {
        var csv = CSVReader(Array(CSVWriter.row(header).utf8), file: file)
        return csv.next() ? ids(of: header, csv, schema, file) : []
    }

    private static func ids(of header: [String], _ csv: CSVReader, _ schema: TableSchema, _ file: String) -> [String?] {
        var ids = [String?](repeating: nil, count: header.count)
        for (id, place) in TableHeader(csv, schema, file: file).positions where place < ids.count { ids[place] = id }
        return ids
    }

    /// The whole text of the file.
    package var bytes: [UInt8] {
        guard !header.isEmpty else { return [] }
        var bytes = preamble
        for line in [text(of: header, writtenHeader)] + rows.map({ text(of: $0.cells, $0.written) }) {
            // The last line of a file may have no end; one that comes behind it needs it.
            if let last = bytes.last, !Self.isLineEnd(last) { bytes += Array(lineEnd.utf8) }
            bytes += line
        }
        return bytes + tail
    }

    private func text(of cells: [String], _ written: Written?) -> [UInt8] {
        if let written, written.cells == cells { return written.bytes }
        return Array((CSVWriter.row(cells.map { $0 }, dialect).dropLast() + lineEnd).utf8)
    }

    /// The line on which each row begins. O(bytes).
    package var lines: [Int] {
        var line = 1 + Self.lineEnds(preamble[...])
        func next(_ bytes: [UInt8]) -> Int {
            let blank = bytes.prefix(while: Self.isLineEnd)
            let first = line + Self.lineEnds(blank)
            let rest = bytes.dropFirst(blank.count)
            line = first + Self.lineEnds(rest) + (rest.last.map(Self.isLineEnd) == true ? 0 : 1)
            return first
        }
        _ = next(text(of: header, writtenHeader))
        return rows.map { next(text(of: $0.cells, $0.written)) }
    }

    /// The place of a column: by the schema's id, else by its own header; nil where there is none.
    package func column(_ name: String) -> Int? {
        ids.firstIndex(of: name) ?? header.firstIndex(of: name)
    }

    /// The position of a row; nil where it is gone.
    package func position(of key: Int) -> Int? { rows.firstIndex { $0.key == key } }

    /// The position of the row with these cells that is nearest to where it was.
    package func position(of cells: [String], near position: Int) -> Int? {
        if rows.indices.contains(position), rows[position].cells == cells { return position }
        return rows.indices.filter { rows[$0].cells == cells }.min { abs($0 - position) < abs($1 - position) }
    }

    // MARK: Changes

    package mutating func set(header new: [String]) {
        header = new
        ids = Self.ids(new, schema, file)
    }

    package mutating func set(_ cells: [String], at position: Int) {
        rows[position].cells = cells
    }

    package mutating func insert(_ cells: [String], at position: Int) {
        rows.insert(Row(key: nextKey, cells: cells, written: nil), at: max(0, min(position, rows.count)))
        nextKey += 1
    }

    package mutating func remove(at position: Int) {
        rows.remove(at: position)
    }

    /// The same rows keep their keys where a document was read anew: those with the same cells, in their order, and
    /// between them those at the same place.
    package mutating func takeKeys(of old: TableDocument) {
        nextKey = old.nextKey
        var known = [Int?](repeating: nil, count: rows.count)
        let changes = rows.map(\.cells).difference(from: old.rows.map(\.cells))
        let removed = Set(changes.removals.map(Self.offset)), inserted = Set(changes.insertions.map(Self.offset))
        var kept = old.rows.indices.filter { !removed.contains($0) }[...]
        var gone = removed.sorted()[...]
        for position in rows.indices {
            if inserted.contains(position) {
                // A row that was changed in place is one gone and one come before the next that is the same.
                if let first = gone.first, first < (kept.first ?? old.rows.count) {
                    known[position] = old.rows[first].key
                    gone = gone.dropFirst()
                }
            } else if let same = kept.popFirst() {
                known[position] = old.rows[same].key
                gone = gone.drop { $0 < same }
            }
        }
        for position in rows.indices {
            rows[position] = Row(
                key: known[position] ?? nextKey, cells: rows[position].cells, written: rows[position].written)
            if known[position] == nil { nextKey += 1 }
        }
    }

    private static func offset(_ change: CollectionDifference<[String]>.Change) -> Int {
        switch change {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    private static func lineEnds(_ bytes: ArraySlice<UInt8>) -> Int {
        var (count, before) = (0, UInt8(0))
        for byte in bytes {
            if byte == 0x0D || (byte == 0x0A && before != 0x0D) { count += 1 }
            before = byte
        }
        return count
    }
}

/// Which file of a dataset's folder holds which table.
package enum DatasetFiles {
    /// By the id of the table; the usual name where there is no file yet.
    ///
    /// - Throws: `MilieuError` of cause `file` where there is no such folder.
    package static func names(in path: String) throws(MilieuError) -> [String: String] {
        var folder = try DatasetFolder(path: path)
        var ignored = Findings()
        if let bytes = folder.package(&ignored) {
            folder.take(resources: PackageReader(bytes, folderName: folder.name, isAlone: true).resources, &ignored)
        }
        return Dictionary(uniqueKeysWithValues: DatasetSchema.tables.map { ($0.id, folder.file(of: $0)) })
    }
}
