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
    /// Words: several spaces are one, and those around a line are none. Never detected, since texts
    /// hold spaces; a reader that knows better asks for it.
    public static let space = CSVDialect(delimiter: ASCII.space)

    /// Whether `12,5` is a number: where the comma does not separate columns. A point is read too.
    public var readsDecimalComma: Bool { self != .comma }

    var name: String {
        switch self {
        case .semicolon: "semicolons"
        case .tab: "tabs"
        case .space: "spaces"
        default: "commas"
        }
    }

    /// The separator that stands most often in the first line that is not blank, outside quotes;
    /// the comma where there is none.
    static func detect(in bytes: [UInt8]) -> CSVDialect {
        var counts = [0, 0, 0]
        let candidates = [comma, semicolon, tab]
        var isQuoted = false
        var hasText = false
        for byte in bytes.prefix(1 << 20) {
            if byte == ASCII.quote { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == ASCII.lineFeed || byte == ASCII.carriageReturn {
                if hasText { break }
                continue
            }
            hasText = true
            if let found = candidates.firstIndex(where: { $0.delimiter == byte }) { counts[found] += 1 }
        }
        let most = counts.max() ?? 0
        return candidates[counts.firstIndex(of: most) ?? 0]
    }
}
