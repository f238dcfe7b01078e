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
    private var rows = [[Range<Int>]](repeating: [], count: RowWord.allCases.count)

    init(code: String, bytes: [UInt8] = []) { (self.code, self.bytes) = (code, bytes) }

    func count(of word: RowWord) -> Int { rows[word.place].count }

    /// Whether no row is of another word than actors, those from outside, and ties.
    var isOfActorsAndTies: Bool {
        rows[RowWord.event.place].isEmpty && rows[RowWord.participation.place].isEmpty
            && rows[RowWord.respondent.place].isEmpty
    }

    /// Adds a row that stands in the bytes.
    mutating func add(_ word: RowWord, at range: Range<Int>) { rows[word.place].append(range) }

    /// Adds a row and its bytes.
    mutating func add(_ word: RowWord, _ row: ArraySlice<UInt8>) {
        let start = bytes.count
        bytes.append(contentsOf: row)
        add(word, at: start..<bytes.count)
    }

    /// The rows of a word in the order of their bytes, and what they are ranges of.
    func ordered(_ word: RowWord) -> (rows: [Range<Int>], bytes: [UInt8]) {
        (sorted(word), bytes)
    }

    /// The rows of actors as a dataset has them: those inside in front of those from outside, each in the order of its
    /// bytes. An actor from outside comes with each tie that leads to it, and stands once.
    var actors: [(rows: [Range<Int>], inside: Bool)] { [(sorted(.actor), true), (sorted(.outsider), false)] }

    /// Rows of an actor from outside or of an event come once from each that leads to it, and stand once; a row of a tie
    /// that stands twice counts twice.
    private func sorted(_ word: RowWord) -> [Range<Int>] {
        let sorted = RowOrder.sorted(rows[word.place], of: bytes)
        guard word == .outsider || word == .event else { return sorted }
        var distinct: [Range<Int>] = []
        for row in sorted {
            if let last = distinct.last, bytes[row] == bytes[last] { continue }
            distinct.append(row)
        }
        return distinct
    }

    /// These rows and those of another part of the same area, which are ranges of the same bytes.
    func joined(_ other: AreaRows) -> AreaRows {
        var all = self
        for place in rows.indices { all.rows[place] += other.rows[place] }
        return all
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
            if !text.isEmpty, isActors || RowWord.allCases.contains(where: { $0.role == role && count(of: $0) > 0 }) {
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
        for range in sorted(word) {
            let row = bytes[range]
            guard AreaLine.unescape(row, into: &text) else {
                throw MilieuError(
                    .data, Bilingual(en: "A row of the area is damaged.", fr: "Une ligne de la zone est endommagée."),
                    remedy: Bilingual(en: "Prepare the job anew.", fr: "Préparez de nouveau le travail."))
            }
            text += end
            text.append(AreaLine.lineFeed)
        }
    }
}

/// Rows by their bytes.
enum RowOrder {
    /// A row and its first sixteen bytes behind those that all rows share, which decide most comparisons.
    private struct Keyed {
        let high: UInt64
        let low: UInt64
        let row: Range<Int>
    }

    static func sorted(_ rows: [Range<Int>], of bytes: [UInt8]) -> [Range<Int>] {
        guard rows.count > 1 else { return rows }
        let span = bytes.span
        let shared = sharedLength(rows, of: span)
        var keyed: [Keyed] = []
        keyed.reserveCapacity(rows.count)
        for row in rows {
            let start = row.lowerBound + shared
            keyed.append(
                Keyed(
                    high: word(span, start, row.upperBound), low: word(span, start + 8, row.upperBound), row: row))
        }
        keyed.sort { one, other in
            if one.high != other.high { return one.high < other.high }
            if one.low != other.low { return one.low < other.low }
            return bytes[one.row].lexicographicallyPrecedes(bytes[other.row])
        }
        return keyed.map(\.row)
    }

    static func isSame(_ bytes: Span<UInt8>, _ one: Range<Int>, _ other: Range<Int>) -> Bool {
        guard one.count == other.count else { return false }
        for place in 0..<one.count where bytes[one.lowerBound + place] != bytes[other.lowerBound + place] {
            return false
        }
        return true
    }

    /// How many bytes all rows begin with alike.
    private static func sharedLength(_ rows: [Range<Int>], of bytes: Span<UInt8>) -> Int {
        let first = rows[0]
        var length = first.count
        for row in rows {
            length = min(length, row.count)
            for place in 0..<length where bytes[row.lowerBound + place] != bytes[first.lowerBound + place] {
                length = place
                break
            }
        }
        return length
    }

    /// Eight bytes as a number that has their order; behind a row's end there are zeros, before which no byte comes.
    private static func word(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
        let length = min(8, end - start)
        guard length > 0 else { return 0 }
        guard start + 8 <= bytes.count else {
            return (0..<length).reduce(0) { $0 | UInt64(bytes[start + $1]) << UInt64(56 - 8 * $1) }
        }
        // Sound: a number has no wrong bits, and the load checks its bounds.
        let word = UInt64(bigEndian: unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self))
        return length == 8 ? word : word & ~(UInt64.max >> UInt64(8 * length))
    }
}
