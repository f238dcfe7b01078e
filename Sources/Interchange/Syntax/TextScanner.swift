import Tabular
import Vocabulary

/// Walks through the bytes of a text and knows the line and place in it of each.
struct TextScanner {
    let bytes: [UInt8]
    private(set) var at = 0
    private(set) var line = 1
    private var lineStart = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { at >= bytes.count }
    var peek: UInt8? { at < bytes.count ? bytes[at] : nil }
    func peek(_ offset: Int) -> UInt8? { at + offset < bytes.count ? bytes[at + offset] : nil }

    /// From 1, in characters.
    var column: Int { 1 + bytes[lineStart..<at].count { $0 & 0xC0 != 0x80 } }

    /// The same where the start of the line is near; else 0, so that asking for it again and again
    /// costs no more than reading.
    var columnIfNear: Int { at - lineStart < 1000 ? column : 0 }

    mutating func advance() {
        let byte = bytes[at]
        at += 1
        if byte == UInt8(ascii: "\n") || (byte == UInt8(ascii: "\r") && peek != UInt8(ascii: "\n")) {
            line += 1
            lineStart = at
        }
    }

    mutating func advance(_ count: Int) {
        for _ in 0..<count where at < bytes.count { advance() }
    }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: scalar) else { return false }
        advance()
        return true
    }

    func starts(with text: StaticString) -> Bool {
        bytes[at...].starts(with: text.description.utf8)
    }

    mutating func pass(while isPassed: (UInt8) -> Bool) {
        while let byte = peek, isPassed(byte) { advance() }
    }

    /// The bytes that a condition holds for, as text.
    mutating func word(while isPart: (UInt8) -> Bool) -> String {
        let start = at
        pass(while: isPart)
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    mutating func passSpace() { pass(while: ASCIIText.isSpace) }

    func fault(_ message: Bilingual, remedy: Bilingual, code: String = "bad-syntax") -> TextFault {
        TextFault(message, remedy: remedy, line: line, column: column, code: code)
    }
}

/// What bytes are in texts of keywords and names.
enum ASCIIText {
    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
