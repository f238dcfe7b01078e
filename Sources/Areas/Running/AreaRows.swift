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
    func tables(_ manifest: AreaManifest, leavingOut other: SourceTable.Role? = nil) throws(MilieuError) -> [String:
        [UInt8]]
    {
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
