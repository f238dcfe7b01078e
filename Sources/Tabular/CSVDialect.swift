/// What separates the columns of a CSV text, and the decimals of its numbers.
public struct CSVDialect: Sendable, Hashable {
    /// The byte between two cells, one of ASCII.
    public let delimiter: UInt8

    /// What Milieu writes, and RFC 4180 says.
    public static let comma = CSVDialect(delimiter: ASCII.comma)
    /// What spreadsheets write where the comma marks decimals.
    public static let semicolon = CSVDialect(delimiter: ASCII.semicolon)
    /// What is copied from a spreadsheet.
    public static let tab = CSVDialect(delimiter: ASCII.tab)
    /// What exports of databases write.
    public static let bar = CSVDialect(delimiter: 0x7C)
    /// Words: several spaces are one, and those around a line are none. Never detected, since texts
    /// hold spaces; a reader that knows better asks for it.
    public static let space = CSVDialect(delimiter: ASCII.space)

    /// The cells of a sheet, between separators (U+001F) that no cell can hold; a row is a line, whatever line ends
    /// its cells have.
    public static let sheet = CSVDialect(delimiter: 0x1F)

    /// The dialect that separates by a byte of ASCII, neither a quote nor a line end.
    package init(delimiter: UInt8) { self.delimiter = delimiter }

    /// Whether `12,5` is a number: where the comma does not separate columns. A point is read too.
    public var readsDecimalComma: Bool { self != .comma }

    var name: String {
        switch self {
        case .semicolon: "semicolons"
        case .tab: "tabs"
        case .bar: "bars (|)"
        case .space: "spaces"
        default: "commas"
        }
    }

    /// The separator that stands most often, outside quotes, in the first line that is not blank; where it is in
    /// none of the lines behind (the first is a title), the one that is in most of these. The comma where there is
    /// none.
    package static func detect(in bytes: [UInt8], from start: Int = 0) -> CSVDialect {
        let candidates = [comma, semicolon, tab, bar]
        let lines = counts(of: candidates, in: bytes.dropFirst(start).prefix(1 << 20))
        guard let first = lines.first else { return comma }
        let chosen = first.firstIndex(of: first.max() ?? 0) ?? 0
        let others = lines.dropFirst()
        guard others.count > 0, first[chosen] == 0 || (others.count > 1 && !others.contains { $0[chosen] > 0 }) else {
            return candidates[chosen]
        }
        let uses = candidates.indices.map { place in others.count { $0[place] > 0 } }
        let most = uses.max() ?? 0
        return candidates[most > 0 ? uses.firstIndex(of: most) ?? chosen : chosen]
    }

    /// How often each separator stands, outside quotes, in each of the first lines that are not blank.
    private static func counts(of candidates: [CSVDialect], in bytes: ArraySlice<UInt8>) -> [[Int]] {
        var lines: [[Int]] = []
        var counts = [Int](repeating: 0, count: candidates.count)
        var (isQuoted, hasText) = (false, false)
        for byte in bytes {
            if byte == ASCII.quote { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == ASCII.lineFeed || byte == ASCII.carriageReturn {
                guard hasText else { continue }
                lines.append(counts)
                (counts, hasText) = ([Int](repeating: 0, count: candidates.count), false)
                if lines.count == linesLookedAt { return lines }
                continue
            }
            hasText = true
            if let found = candidates.firstIndex(where: { $0.delimiter == byte }) { counts[found] += 1 }
        }
        return hasText ? lines + [counts] : lines
    }

    private static let linesLookedAt = 12
}
