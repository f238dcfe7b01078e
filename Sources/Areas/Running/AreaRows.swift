import Files
import Interchange
import NetworkModel
import Tabular
import Vocabulary

/// The rows of one area in the order of their bytes, so that whoever brought them, and in whatever order, the network
/// is the same to the last bit.
struct AreaRows: Sendable {
    let code: String
    /// What the rows are ranges of; they may be few of what is there.
    private var bytes: [UInt8]
    /// The rows of each word, as they stand in lines.
    private var rows: [RowWord: [Range<Int>]] = [:]

    init(code: String, bytes: [UInt8] = []) { (self.code, self.bytes) = (code, bytes) }

    func count(of word: RowWord) -> Int { rows[word]?.count ?? 0 }

    /// Adds a row that stands in the bytes.
    mutating func add(_ word: RowWord, at range: Range<Int>) { rows[word, default: []].append(range) }

    /// Adds a row and its bytes.
    mutating func add(_ word: RowWord, _ row: ArraySlice<UInt8>) {
        let start = bytes.count
        bytes.append(contentsOf: row)
        add(word, at: start..<bytes.count)
    }

    /// The rows of a word in the order of their bytes, and what they are ranges of.
    func ordered(_ word: RowWord) -> (rows: [Range<Int>], bytes: [UInt8]) {
        (RowOrder.sorted(rows[word] ?? [], of: bytes), bytes)
    }

    /// The tables of a dataset.
    ///
    /// - Parameter leavingOut: a table that somebody else reads.
    /// - Throws: `MilieuError` of cause `data` where a line was damaged.
    func tables(_ manifest: AreaManifest, leavingOut other: SourceTable.Role? = nil) throws(MilieuError) -> [String: [UInt8]] {
        var tables: [String: [UInt8]] = [:]
        for columns in manifest.tables {
            guard let role = SourceTable.Role(rawValue: columns.table), role != other else { continue }
            let delimiter = columns.delimiter.utf8.first ?? UInt8(ascii: ",")
            let isActors = role == .actors
            // What a register does not say of each row (where it is known from) is empty, and no fault.
            let further = role.schema.columns.filter { $0.content == .evidence && !columns.names.contains($0.id) }
            let names = columns.names + further.map(\.id) + (isActors ? ["inside"] : [])
            let empty = [UInt8](repeating: delimiter, count: further.count)
            var text = header(names, delimiter)
            for word in RowWord.allCases where word.role == role {
                let end = isActors ? [delimiter] + Array((word == .actor ? "yes" : "no").utf8) : []
                try append(word, empty + end, to: &text)
            }
            // A dataset without rows of a table is one without the table.
            if !text.isEmpty, isActors || rows.contains(where: { $0.key.role == role }) {
                tables[role.schema.id] = text
            }
        }
        return tables
    }

    private func header(_ names: [String], _ delimiter: UInt8) -> [UInt8] {
        var line: [UInt8] = []
        let writer = CellWriter(CSVDialect(delimiter: delimiter))
        for (place, name) in names.enumerated() {
            if place > 0 { line.append(delimiter) }
            var cell: [UInt8] = []
            writer.append(name, to: &cell)
            _ = AreaLine.unescape(cell[...], into: &line)
        }
        line.append(AreaLine.lineFeed)
        return line
    }

    private func append(_ word: RowWord, _ end: [UInt8], to text: inout [UInt8]) throws(MilieuError) {
        guard let unsorted = rows[word] else { return }
        var last: ArraySlice<UInt8>?
        for range in RowOrder.sorted(unsorted, of: bytes) {
            let row = bytes[range]
            // An actor from outside comes with each tie that leads to it; a row of a tie that stands twice counts twice.
            if word == .outsider || word == .event, let last, row.elementsEqual(last) { continue }
            last = row
            guard AreaLine.unescape(row, into: &text) else {
                throw MilieuError(.data, "A row of the area is damaged.", remedy: "Prepare the job anew.")
            }
            text += end
            text.append(AreaLine.lineFeed)
        }
    }
}

/// Rows by their bytes.
enum RowOrder {
    /// The first eight bytes decide most comparisons.
    static func sorted(_ rows: [Range<Int>], of bytes: [UInt8]) -> [Range<Int>] {
        let keyed = rows.map { (key: prefix(bytes, $0), row: $0) }
        return keyed.sorted { one, other in
            if one.key != other.key { return one.key < other.key }
            return bytes[one.row].lexicographicallyPrecedes(bytes[other.row])
        }.map(\.row)
    }

    private static func prefix(_ bytes: [UInt8], _ row: Range<Int>) -> UInt64 {
        var key: UInt64 = 0
        for place in 0..<8 {
            key = key << 8 | UInt64(place < row.count ? bytes[row.lowerBound + place] : 0)
        }
        return key
    }
}

/// The ties of an area whose table tells no more than ends, kind and weight, read without a row of the model for each.
///
/// Of the millions of rows of a country most are so. Whatever is out of the ordinary (a quote, an unknown id, a weight
/// in another writing) gives nothing, and the area is read by the reader of datasets, which says what is wrong.
struct PlainTies {
    private let delimiter: UInt8
    /// The places of source, target, kind and weight; no weight: nil.
    private let source: Int
    private let target: Int
    private let kind: Int
    private let weight: Int?
    private let width: Int

    /// Nil where the table has other columns, or lacks one of the first three.
    init?(_ manifest: AreaManifest) {
        guard let columns = manifest.tables.first(where: { $0.table == SourceTable.Role.ties.rawValue }),
            Set(columns.names).isSubset(of: ["source", "target", "kind", "weight"]),
            let source = columns.names.firstIndex(of: "source"), let target = columns.names.firstIndex(of: "target"),
            let kind = columns.names.firstIndex(of: "kind"), let delimiter = columns.delimiter.utf8.first,
            delimiter != AreaLine.tab
        else { return nil }
        (self.source, self.target, self.kind, self.delimiter) = (source, target, kind, delimiter)
        (weight, width) = (columns.names.firstIndex(of: "weight"), columns.names.count)
    }

    /// The ties between the actors, in the order of the rows; nil where a row is not plain.
    func ties(_ rows: [Range<Int>], of bytes: [UInt8], actors: [String], kinds: [TieKind]) -> Ties? {
        let (actors, kinds) = (Self.numbered(actors), Self.numbered(kinds.map(\.id)))
        var (sources, targets, kindsOf, weights): ([Int32], [Int32], [Int32], [Double]) = ([], [], [], [])
        sources.reserveCapacity(rows.count)
        targets.reserveCapacity(rows.count)
        var cells = [Range<Int>](repeating: 0..<0, count: width)
        for row in rows {
            guard cut(bytes, row, into: &cells), let one = actors.number(of: bytes, cells[source]),
                let other = actors.number(of: bytes, cells[target]), let kind = kinds.number(of: bytes, cells[kind])
            else { return nil }
            sources.append(one)
            targets.append(other)
            kindsOf.append(kind)
            guard let weight else { continue }
            guard let value = Self.number(bytes, cells[weight]) else { return nil }
            weights.append(value)
        }
        return Ties(
            sources: sources, targets: targets, kinds: kindsOf.contains { $0 != 0 } ? kindsOf : [],
            weights: weights.contains { $0 != 1 } ? weights : [])
    }

    private static func numbered(_ ids: [String]) -> IDInterner {
        var interner = IDInterner()
        for id in ids {
            let bytes = Array(id.utf8)
            _ = interner.intern(bytes, 0..<bytes.count)
        }
        return interner
    }

    /// The cells of a row; false where it has another number of them, or one with a quote or something escaped.
    private func cut(_ bytes: [UInt8], _ row: Range<Int>, into cells: inout [Range<Int>]) -> Bool {
        var (cell, start) = (0, row.lowerBound)
        for at in row {
            let byte = bytes[at]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return false }
            guard byte == delimiter else { continue }
            guard cell < width - 1 else { return false }
            cells[cell] = start..<at
            (cell, start) = (cell + 1, at + 1)
        }
        cells[cell] = start..<row.upperBound
        return cell == width - 1
    }

    /// A number of at most fifteen digits, which has one reading; an empty cell is 1, as everywhere.
    private static func number(_ bytes: [UInt8], _ cell: Range<Int>) -> Double? {
        guard !cell.isEmpty else { return 1 }
        guard cell.count <= 15 else { return nil }
        var digits = 0
        for byte in bytes[cell] {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            digits = digits * 10 + Int(byte - 0x30)
        }
        return Double(digits)
    }
}
