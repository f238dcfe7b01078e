import Vocabulary

/// Reads JSON (RFC 8259) and says where it is wrong.
///
/// A parser of our own because the platform's gives neither the place of a fault nor the order of
/// an object's members, and lets the last of two members of one name win in silence.
public enum JSONReader {
    /// What is wrong, and where.
    public struct Fault: Error, Sendable, Hashable {
        /// What is wrong, as the end of a sentence: in lower case, without a full stop.
        public let message: Bilingual
        /// What to do, in one sentence.
        public let remedy: Bilingual
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
            throw parser.fault(
                Bilingual(en: "the text is not UTF-8", fr: "le texte n'est pas en UTF-8"),
                Bilingual(en: "Save the file as UTF-8.", fr: "Enregistrez le fichier en UTF-8."),
                at: survey.firstInvalid)
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

    func fault(_ message: Bilingual, _ remedy: Bilingual = .empty, at place: Int? = nil) -> JSONReader.Fault {
        let byte = place ?? at
        let line = 1 + bytes[..<min(byte, bytes.count)].count { $0 == ASCII.lineFeed }
        let hint = Bilingual(
            en: "Look for a missing comma, quote or bracket near there.",
            fr: "Cherchez près de là une virgule, un guillemet ou un crochet qui manque.")
        return JSONReader.Fault(message: message, remedy: remedy.isEmpty ? hint : remedy, byte: byte, line: line)
    }

    mutating func document() throws(JSONReader.Fault) -> JSONValue {
        let value = try value(depth: 0)
        passSpace()
        guard at == bytes.count else {
            throw fault(Bilingual(en: "there is text behind its end", fr: "il y a du texte après sa fin"))
        }
        return value
    }

    private mutating func value(depth: Int) throws(JSONReader.Fault) -> JSONValue {
        passSpace()
        guard let byte = peek else { throw fault(Bilingual(en: "it ends too early", fr: "il finit trop tôt")) }
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            guard depth < deepest else {
                throw fault(
                    Bilingual(
                        en: "it is nested deeper than \(deepest) levels",
                        fr: "ses niveaux sont imbriqués à plus de \(deepest)"),
                    Bilingual(en: "Flatten it.", fr: "Aplatissez-le."))
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
            guard peek == ASCII.quote else {
                throw fault(Bilingual(en: "a name in quotes is missing", fr: "un nom entre guillemets manque"))
            }
            let start = at
            let key = try text()
            guard keys.insert(key).inserted else {
                throw fault(
                    Bilingual(
                        en: "the name \"\(Excerpt.of(key))\" is there twice",
                        fr: "le nom « \(Excerpt.of(key)) » y est deux fois"),
                    Bilingual(en: "Delete one of the two.", fr: "Supprimez l'un des deux."), at: start)
            }
            passSpace()
            guard take(":") else { throw fault(Bilingual(en: "a colon is missing", fr: "un deux-points manque")) }
            members.append(.init(key, try value(depth: depth + 1)))
            passSpace()
            if take("}") { return .object(members) }
            guard take(",") else {
                throw fault(Bilingual(en: "a comma or } is missing", fr: "une virgule ou } manque"))
            }
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
            guard take(",") else {
                throw fault(Bilingual(en: "a comma or ] is missing", fr: "une virgule ou ] manque"))
            }
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
            case 0..<0x20:
                throw fault(
                    Bilingual(
                        en: "a text has a line break or control character in it",
                        fr: "un texte contient un saut de ligne ou un caractère de commande"), at: at - 1)
            default: content.append(byte)
            }
        }
        throw fault(
            Bilingual(en: "a quote is not closed", fr: "un guillemet n'est pas fermé"),
            Bilingual(en: "Close it.", fr: "Fermez-le."), at: opening)
    }

    private mutating func escape(into content: inout [UInt8]) throws(JSONReader.Fault) {
        guard let byte = peek else { throw fault(Bilingual(en: "it ends too early", fr: "il finit trop tôt")) }
        at += 1
        switch byte {
        case ASCII.quote, UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
        case UInt8(ascii: "b"): content.append(0x08)
        case UInt8(ascii: "f"): content.append(0x0C)
        case UInt8(ascii: "n"): content.append(ASCII.lineFeed)
        case UInt8(ascii: "r"): content.append(ASCII.carriageReturn)
        case UInt8(ascii: "t"): content.append(ASCII.tab)
        case UInt8(ascii: "u"): content.append(contentsOf: String(Character(try scalar())).utf8)
        default:
            throw fault(
                Bilingual(
                    en: "\\ stands before a letter that it does not go with",
                    fr: "\\ précède une lettre avec laquelle il ne va pas"),
                Bilingual(en: "Double it.", fr: "Doublez-le."), at: at - 2)
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
            throw fault(
                Bilingual(en: "\\u is followed by half a letter", fr: "\\u est suivi d'une moitié de lettre"),
                Bilingual(en: "Write the letter itself.", fr: "Écrivez la lettre elle-même."), at: start)
        }
        return scalar
    }

    private mutating func unit() throws(JSONReader.Fault) -> UInt16 {
        var value: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw fault(
                    Bilingual(
                        en: "\\u is not followed by four hexadecimal digits",
                        fr: "\\u n'est pas suivi de quatre chiffres hexadécimaux"))
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
            throw fault(
                Bilingual(en: "this is no value", fr: "ce n'est pas une valeur"),
                Bilingual(
                    en: "Write a text in quotes, a number, true, false or null.",
                    fr: "Écrivez un texte entre guillemets, un nombre, true, false ou null."), at: start)
        }
        var isWhole = true
        if take(".") {
            isWhole = false
            guard !digits().isEmpty else {
                throw fault(
                    Bilingual(en: "digits are missing behind the point", fr: "des chiffres manquent après le point"))
            }
        }
        if take("e") || take("E") {
            isWhole = false
            if !take("-") { _ = take("+") }
            guard !digits().isEmpty else {
                throw fault(
                    Bilingual(en: "digits are missing in the exponent", fr: "des chiffres manquent dans l'exposant"))
            }
        }
        let slice = bytes[start..<at]
        if isWhole, let integer = Int(String(decoding: slice, as: UTF8.self)), !(isNegative && integer == 0) {
            return .integer(integer)
        }
        guard let value = CSVNumber.double(slice) else {
            throw fault(Bilingual(en: "the number is too large", fr: "le nombre est trop grand"), at: start)
        }
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
            throw fault(
                Bilingual(en: "this is no value", fr: "ce n'est pas une valeur"),
                Bilingual(
                    en: "Write a text in quotes, a number, true, false or null.",
                    fr: "Écrivez un texte entre guillemets, un nombre, true, false ou null."))
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
