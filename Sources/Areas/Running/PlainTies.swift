import Interchange
import NetworkModel

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
