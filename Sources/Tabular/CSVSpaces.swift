/// The spaces around a cell, which are no part of it.
enum CSVSpaces {
    /// Spaces, controls and the first bytes of the no-break spaces.
    static func mayBe(_ byte: UInt8) -> Bool { byte <= 0x20 || byte >= 0x80 }

    /// Without the spaces, tabs and no-break spaces (U+00A0, U+202F) at both ends.
    static func trimmed(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Range<Int> {
        var (low, high) = (start, end)
        while low < high {
            let first = width(bytes, low, high)
            guard first > 0 else { break }
            low += first
        }
        while low < high {
            if width(bytes, high - 1, high) == 1 {
                high -= 1
            } else if high - low >= 2, width(bytes, high - 2, high) == 2 {
                high -= 2
            } else if high - low >= 3, width(bytes, high - 3, high) == 3 {
                high -= 3
            } else {
                break
            }
        }
        return low..<high
    }

    private static func width(_ bytes: Span<UInt8>, _ at: Int, _ end: Int) -> Int {
        switch bytes[at] {
        case ASCII.space, ASCII.tab: 1
        case 0xC2 where at + 1 < end && bytes[at + 1] == 0xA0: 2
        case 0xE2 where at + 2 < end && bytes[at + 1] == 0x80 && bytes[at + 2] == 0xAF: 3
        default: 0
        }
    }
}
