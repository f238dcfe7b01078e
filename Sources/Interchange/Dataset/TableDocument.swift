import Files
import NetworkModel
import Tabular
import Vocabulary

/// One table of a dataset as its editor has it: the texts of its cells, in their order, and what stands above them.
///
/// Nothing is understood of a cell. The separator and the lines above the header stay as they were; the text is written
/// as UTF-8 with LF, whatever it was read in, and blank lines go.
package struct TableDocument: Sendable {
    /// A row keeps its key as long as the document lives, wherever it moves.
    package struct Row: Sendable, Hashable {
        package let key: Int
        package var cells: [String]
    }

    package let file: String
    package private(set) var header: [String]
    /// The column of the schema that each header names; nil: one of the researcher's own.
    package private(set) var ids: [String?]
    package private(set) var rows: [Row] = []
    /// As they were read; nil once something was changed.
    private var readLines: [Int]? = []
    private let schema: TableSchema
    private let preamble: [UInt8]
    private let dialect: CSVDialect
    private var nextKey = 1

    /// A table that has no file yet.
    package init(empty schema: TableSchema, file: String) {
        (self.schema, self.file, header, ids) = (schema, file, [], [])
        (preamble, dialect) = ([], .comma)
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
        if csv.next() {
            header = csv.fields.indices.map { csv.string($0) }
            ids = Self.ids(of: header, csv, schema, file)
        }
        while csv.next() {
            rows.append(Row(key: nextKey, cells: csv.fields.indices.map { csv.string($0) }))
            readLines?.append(csv.line)
            nextKey += 1
        }
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
        var text = CSVWriter.row(header, dialect)
        for row in rows { text += CSVWriter.row(row.cells.map { $0 }, dialect) }
        return preamble + Array(text.utf8)
    }

    /// The line on which each row begins. O(bytes) after a change.
    package var lines: [Int] {
        if let readLines { return readLines }
        var line = 2 + Self.lineEnds(preamble) + header.reduce(0) { $0 + Self.lineEnds(Array($1.utf8)) }
        return rows.map { row in
            defer { line += 1 + row.cells.reduce(0) { $0 + Self.lineEnds(Array($1.utf8)) } }
            return line
        }
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
        readLines = nil
    }

    package mutating func set(_ cells: [String], at position: Int) {
        rows[position].cells = cells
        readLines = nil
    }

    package mutating func insert(_ cells: [String], at position: Int) {
        rows.insert(Row(key: nextKey, cells: cells), at: max(0, min(position, rows.count)))
        nextKey += 1
        readLines = nil
    }

    package mutating func remove(at position: Int) {
        rows.remove(at: position)
        readLines = nil
    }

    /// The same rows keep their keys where a document was read anew: those with the same cells, in their order, and
    /// between them those at the same place.
    package mutating func takeKeys(of old: TableDocument) {
        nextKey = max(nextKey, old.nextKey)
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
            rows[position] = Row(key: known[position] ?? nextKey, cells: rows[position].cells)
            if known[position] == nil { nextKey += 1 }
        }
    }

    private static func offset(_ change: CollectionDifference<[String]>.Change) -> Int {
        switch change {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }

    private static func lineEnds(_ bytes: [UInt8]) -> Int {
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
