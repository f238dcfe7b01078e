/// One cell of a row: a range of the text's bytes, without the quotes around it.
public struct CSVField: Sendable, Hashable {
    /// Where the cell's first byte stands in the reader's bytes.
    public let start: Int
    /// Behind the cell's last byte.
    public let end: Int
    /// Whether quotes inside it are written double.
    public let isEscaped: Bool

    init(_ start: Int, _ end: Int, isEscaped: Bool = false) {
        self.start = start
        self.end = end
        self.isEscaped = isEscaped
    }

    /// Whether nothing stands between the separators, or the quotes.
    public var isEmpty: Bool { start == end }

    /// The bytes with each doubled quote made one.
    public static func unescaped(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var isSecond = false
        for byte in bytes {
            isSecond = byte == ASCII.quote && !isSecond
            if byte != ASCII.quote || isSecond { plain.append(byte) }
        }
        return plain
    }
}

/// Bytes that have a meaning in text tables.
enum ASCII {
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let quote = UInt8(ascii: "\"")
    static let comma = UInt8(ascii: ",")
    static let semicolon = UInt8(ascii: ";")
}
