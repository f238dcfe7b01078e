import Vocabulary

/// Reads JSON (RFC 8259) and says where it is wrong.
///
/// A parser of our own because the platform's gives neither the place of a fault nor the order of
/// an object's members, and lets the last of two members of one name win in silence.
public enum JSONReader {
    /// What is wrong, and where.
    public struct Fault: Error, Sendable, Hashable {
        /// What is wrong, as the end of a sentence: in lower case, without a full stop.
        public let message: String
        /// What to do, in one sentence.
        public let remedy: String
        /// From 0.
        public let byte: Int
        /// From 1.
        public let line: Int
    }

    /// The value of a whole text, which holds nothing behind it.
    ///
    /// - Parameter deepest: levels of nesting allowed; at most 512.
    /// - Throws: `Fault` at the first thing that is no JSON, or is nested deeper.
    /// - Complexity: O(bytes).
    public static func read(_ bytes: [UInt8], deepest: Int = 256) throws(Fault) -> JSONValue {
        let survey = UTF8Survey(bytes.span)
        var parser = JSONParser(bytes, deepest: min(deepest, 512))
        guard survey.invalid == 0 else {
            throw parser.fault("the text is not UTF-8", "Save the file as UTF-8.", at: survey.firstInvalid)
        }
        return try parser.document()
    }
}

private struct JSONParser {
    private let bytes: [UInt8]
    private let deepest: Int
    private var at = 0

    init(_ bytes: [UInt8], deepest: Int) {
        self.bytes = bytes
        self.deepest = deepest
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    }

    func fault(_ message: String, _ remedy: String = "", at place: Int? = nil) -> JSONReader.Fault {
        let byte = place ?? at
        let line = 1 + bytes[..<min(byte, bytes.count)].count { $0 == ASCII.lineFeed }
        let hint = "Look for a missing comma, quote or bracket near there."
        return JSONReader.Fault(message: message, remedy: remedy.isEmpty ? hint : remedy, byte: byte, line: line)
    }

    mutating func document() throws(JSONReader.Fault) -> JSONValue {
        let value = try value(depth: 0)
        passSpace()
        guard at == bytes.count else { throw fault("there is text behind its end") }
        return value
    }

    private mutating func value(depth: Int) throws(JSONReader.Fault) -> JSONValue {
        passSpace()
        guard let byte = peek else { throw fault("it ends too early") }
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            guard depth < deepest else {
                throw fault("it is nested deeper than \(deepest) levels", "Flatten it.")
            }
            return byte == UInt8(ascii: "{") ? try object(depth) : try array(depth)
        case ASCII.quote: return .text(try text())
        case UInt8(ascii: "t"): return try word("true", .flag(true))
        case UInt8(ascii: "f"): return try word("false", .flag(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func object(_ depth: Int) throws(JSONReader.Fault) -> JSONValue {
        var members: [JSONValue.Member] = []
        var keys: Set<String> = []
        at += 1
        passSpace()
        if take("}") { return .object([]) }
        while true {
            passSpace()
            guard peek == ASCII.quote else { throw fault("a name in quotes is missing") }
            let start = at
            let key = try text()
            guard keys.insert(key).inserted else {
                throw fault("the name \"\(Excerpt.of(key))\" is there twice", "Delete one of the two.", at: start)
            }
            passSpace()
            guard take(":") else { throw fault("a colon is missing") }
            members.append(.init(key, try value(depth: depth + 1)))
            passSpace()
            if take("}") { return .object(members) }
            guard take(",") else { throw fault("a comma or } is missing") }
        }
    }

    private mutating func array(_ depth: Int) throws(JSONReader.Fault) -> JSONValue {
        var elements: [JSONValue] = []
        at += 1
        passSpace()
        if take("]") { return .array([]) }
        while true {
            elements.append(try value(depth: depth + 1))
            passSpace()
            if take("]") { return .array(elements) }
            guard take(",") else { throw fault("a comma or ] is missing") }
        }
    }

    private mutating func text() throws(JSONReader.Fault) -> String {
        let opening = at
        at += 1
        var content: [UInt8] = []
        while let byte = peek {
            at += 1
            switch byte {
            case ASCII.quote: return String(decoding: content, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(into: &content)
            case 0..<0x20: throw fault("a text has a line break or control character in it", at: at - 1)
            default: content.append(byte)
            }
        }
        throw fault("a quote is not closed", "Close it.", at: opening)
    }

    private mutating func escape(into content: inout [UInt8]) throws(JSONReader.Fault) {
        guard let byte = peek else { throw fault("it ends too early") }
        at += 1
        switch byte {
        case ASCII.quote, UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
        case UInt8(ascii: "b"): content.append(0x08)
        case UInt8(ascii: "f"): content.append(0x0C)
        case UInt8(ascii: "n"): content.append(ASCII.lineFeed)
        case UInt8(ascii: "r"): content.append(ASCII.carriageReturn)
        case UInt8(ascii: "t"): content.append(ASCII.tab)
        case UInt8(ascii: "u"): content.append(contentsOf: String(Character(try scalar())).utf8)
        default: throw fault("\\ stands before a letter that it does not go with", "Double it.", at: at - 2)
        }
    }

    /// `\u00e9`, or the two halves of a letter beyond U+FFFF.
    private mutating func scalar() throws(JSONReader.Fault) -> Unicode.Scalar {
        let start = at
        let first = try unit()
        var value = UInt32(first)
        if UTF16.isLeadSurrogate(first), peek == UInt8(ascii: "\\"), at + 1 < bytes.count,
            bytes[at + 1] == UInt8(ascii: "u")
        {
            at += 2
            let second = try unit()
            if UTF16.isTrailSurrogate(second) { value = 0x10000 + (value - 0xD800) << 10 + UInt32(second) - 0xDC00 }
        }
        guard let scalar = Unicode.Scalar(value) else {
            throw fault("\\u is followed by half a letter", "Write the letter itself.", at: start)
        }
        return scalar
    }

    private mutating func unit() throws(JSONReader.Fault) -> UInt16 {
        var value: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw fault("\\u is not followed by four hexadecimal digits")
            }
            value = value << 4 | UInt16(digit)
            at += 1
        }
        return value
    }

    private mutating func number() throws(JSONReader.Fault) -> JSONValue {
        let start = at
        let isNegative = take("-")
        let whole = digits()
        guard !whole.isEmpty, whole.count == 1 || bytes[whole.lowerBound] != UInt8(ascii: "0") else {
            throw fault("this is no value", "Write a text in quotes, a number, true, false or null.", at: start)
        }
        var isWhole = true
        if take(".") {
            isWhole = false
            guard !digits().isEmpty else { throw fault("digits are missing behind the point") }
        }
        if take("e") || take("E") {
            isWhole = false
            if !take("-") { _ = take("+") }
            guard !digits().isEmpty else { throw fault("digits are missing in the exponent") }
        }
        let slice = bytes[start..<at]
        if isWhole, let integer = Int(String(decoding: slice, as: UTF8.self)), !(isNegative && integer == 0) {
            return .integer(integer)
        }
        guard let value = CSVNumber.double(slice) else { throw fault("the number is too large", at: start) }
        if isWhole, !(isNegative && value == 0) { return .digits(String(decoding: slice, as: UTF8.self)) }
        return .number(value)
    }

    private mutating func digits() -> Range<Int> {
        let start = at
        while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { at += 1 }
        return start..<at
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(JSONReader.Fault) -> JSONValue {
        guard bytes[at...].starts(with: word.utf8) else {
            throw fault("this is no value", "Write a text in quotes, a number, true, false or null.")
        }
        at += word.utf8.count
        return value
    }

    private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: scalar) else { return false }
        at += 1
        return true
    }

    private mutating func passSpace() {
        while let byte = peek,
            byte == ASCII.space || byte == ASCII.tab || byte == ASCII.lineFeed
                || byte == ASCII.carriageReturn
        {
            at += 1
        }
    }
}
