/// Cuts rows of which no cell is quoted or has anything escaped: most of a register are so.
package struct PlainRow: Sendable {
    package let delimiter: UInt8
    package let width: Int

    package init(delimiter: UInt8, width: Int) { (self.delimiter, self.width) = (delimiter, width) }

    /// Finds the cells of a row; false where it has another number of them, or a quote or a backslash.
    ///
    /// - Precondition: `cells` has a place for each column.
    package func cut(_ bytes: Span<UInt8>, _ row: Range<Int>, into cells: inout [Range<Int>]) -> Bool {
        var (cell, start) = (0, row.lowerBound)
        while true {
            let end = mark(bytes, start, row.upperBound)
            cells[cell] = start..<end
            guard end < row.upperBound else { return cell == width - 1 }
            guard bytes[end] == delimiter, cell < width - 1 else { return false }
            (cell, start) = (cell + 1, end + 1)
        }
    }

    /// The first delimiter, quote or backslash at or behind a place; the end, where there is none.
    private func mark(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let masks = (
            ones &* UInt64(delimiter), ones &* UInt64(UInt8(ascii: "\"")), ones &* UInt64(UInt8(ascii: "\\"))
        )
        var at = start
        while at < end, at + 8 <= bytes.count {
            // Sound: a number has no wrong bits, and the load checks its bounds. Of each of the three, the lowest upper
            // bit that is set is that of the first byte without a difference.
            let word = UInt64(littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self))
            let (one, two, three) = (word ^ masks.0, word ^ masks.1, word ^ masks.2)
            let marks =
                ((one &- ones) & ~one | (two &- ones) & ~two | (three &- ones) & ~three) & (ones << 7)
            if marks != 0 { return min(end, at + marks.trailingZeroBitCount / 8) }
            at += 8
        }
        while at < end, !isMark(bytes[at]) { at += 1 }
        return min(at, end)
    }

    private func isMark(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    /// Whether a cell is empty or begins and ends with what no reader takes for a stray space.
    package static func isTight(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Bool {
        cell.isEmpty || !(isSpace(bytes[cell.lowerBound]) || isSpace(bytes[cell.upperBound - 1]))
    }

    /// A space, or a byte of what may be one (U+00A0, U+202F), which ends letters, too.
    private static func isSpace(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == 0xC2 || byte == 0xE2 || byte == 0xA0 || byte == 0xAF
    }
}
