import Interchange
import NetworkModel

/// The ties of an area whose table tells no more than ends, kind and weight, read without a row of the model for each.
///
/// Of the millions of rows of a country most are so. Whatever is out of the ordinary (a quote, an unknown id, a weight
/// in another writing) gives nothing, and the area is read by the reader of datasets, which says what is wrong.
struct PlainTies {
    private let row: PlainRow
    /// The places of source, target, kind and weight; no weight: nil.
    private let source: Int
    private let target: Int
    private let kind: Int
    private let weight: Int?

    /// Nil where the table has other columns, or lacks one of the first three.
    init?(_ manifest: AreaManifest) {
        guard let columns = manifest.tables.first(where: { $0.table == SourceTable.Role.ties.rawValue }),
            Set(columns.names).isSubset(of: ["source", "target", "kind", "weight"]),
            let source = columns.names.firstIndex(of: "source"), let target = columns.names.firstIndex(of: "target"),
            let kind = columns.names.firstIndex(of: "kind"), let delimiter = columns.delimiter.utf8.first,
            delimiter != AreaLine.tab
        else { return nil }
        (self.source, self.target, self.kind) = (source, target, kind)
        weight = columns.names.firstIndex(of: "weight")
        row = PlainRow(delimiter: delimiter, width: columns.names.count)
    }

    /// The ties between actors that have these numbers, in the order of the rows; nil where a row is not plain.
    func ties(_ rows: [Range<Int>], of bytes: [UInt8], actors: IDInterner, kinds: [TieKind]) -> Ties? {
        let kinds = Self.numbered(kinds.map(\.id))
        var (sources, targets, kindsOf, weights): ([Int32], [Int32], [Int32], [Double]) = ([], [], [], [])
        sources.reserveCapacity(rows.count)
        targets.reserveCapacity(rows.count)
        kindsOf.reserveCapacity(rows.count)
        weights.reserveCapacity(weight == nil ? 0 : rows.count)
        var cells = [Range<Int>](repeating: 0..<0, count: row.width)
        let span = bytes.span
        // Rows come in the order of their bytes: those of one source mostly follow one another.
        var last: (cell: Range<Int>, number: Int32) = (0..<0, -1)
        for range in rows {
            guard row.cut(span, range, into: &cells) else { return nil }
            if last.number < 0 || !RowOrder.isSame(span, cells[source], last.cell) {
                guard let number = actors.number(of: bytes, cells[source]) else { return nil }
                last = (cells[source], number)
            }
            guard let other = actors.number(of: bytes, cells[target]), let kind = kinds.number(of: bytes, cells[kind])
            else { return nil }
            sources.append(last.number)
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

    static func numbered(_ ids: [String]) -> IDInterner {
        var interner = IDInterner()
        for id in ids {
            let bytes = Array(id.utf8)
            _ = interner.intern(bytes, 0..<bytes.count)
        }
        return interner
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
