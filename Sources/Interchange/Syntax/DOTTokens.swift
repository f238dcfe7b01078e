import Vocabulary

/// The tokens of a DOT text, one after the other.
struct DOTTokens {
    enum Token: Equatable {
        /// A name, number, text in quotes or in angle brackets, with its backslashes as they stand.
        case id(String, isBare: Bool)
        case mark(Character)
        case edge(isArrow: Bool)
        case end
    }

    private(set) var current = Token.end
    /// Where the current token stands; column 0: far out in a long line.
    private(set) var line = 1
    private var column = 1
    private var scanner: TextScanner

    init(_ scanner: TextScanner) { self.scanner = scanner }

    func fault(_ message: Bilingual, remedy: Bilingual, code: String = "bad-syntax") -> TextFault {
        TextFault(message, remedy: remedy, line: line, column: column > 0 ? column : nil, code: code)
    }

    mutating func advance() throws(TextFault) {
        try passSpace()
        line = scanner.line
        column = scanner.columnIfNear
        guard let byte = scanner.peek else { return current = .end }
        switch byte {
        case UInt8(ascii: "\""): current = .id(try quoted(), isBare: false)
        case UInt8(ascii: "<"): current = .id(try bracketed(), isBare: false)
        case UInt8(ascii: "-") where scanner.peek(1) == UInt8(ascii: ">") || scanner.peek(1) == UInt8(ascii: "-"):
            current = .edge(isArrow: scanner.peek(1) == UInt8(ascii: ">"))
            scanner.advance(2)
        case _ where Self.isMark(byte):
            current = .mark(Character(Unicode.Scalar(byte)))
            scanner.advance()
        default:
            let text = scanner.word {
                ASCIIText.isLetter($0) || ASCIIText.isDigit($0) || $0 == UInt8(ascii: "_") || $0 >= 0x80
                    || $0 == UInt8(ascii: ".")
            }
            if !text.isEmpty {
                current = .id(text, isBare: true)
            } else if byte == UInt8(ascii: "-") {
                scanner.advance()
                let digits = scanner.word { ASCIIText.isDigit($0) || $0 == UInt8(ascii: ".") }
                guard !digits.isEmpty else {
                    throw fault(
                        Bilingual(en: "- stands alone.", fr: "- se trouve seul."),
                        remedy: Bilingual(
                            en: "Edges are -- or ->; put texts in quotes.",
                            fr: "Les arêtes sont -- ou -> ; mettez les textes entre guillemets."))
                }
                current = .id("-" + digits, isBare: true)
            } else {
                throw fault(
                    Bilingual(en: "This character has no meaning here.", fr: "Ce caractère n'a pas de sens ici."),
                    remedy: Bilingual(en: "Put texts in quotes.", fr: "Mettez les textes entre guillemets."))
            }
        }
    }

    /// Whether a mark stands behind the current token.
    mutating func isFollowed(by mark: Unicode.Scalar) throws(TextFault) -> Bool {
        try passSpace()
        return scanner.peek == UInt8(ascii: mark)
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ";"),
            UInt8(ascii: ","),
            UInt8(ascii: "="), UInt8(ascii: ":"):
            true
        default: false
        }
    }

    private mutating func passSpace() throws(TextFault) {
        while let byte = scanner.peek {
            if ASCIIText.isSpace(byte) {
                scanner.advance()
            } else if byte == UInt8(ascii: "#") || (byte == UInt8(ascii: "/") && scanner.peek(1) == UInt8(ascii: "/")) {
                scanner.pass { $0 != 0x0A && $0 != 0x0D }
            } else if byte == UInt8(ascii: "/"), scanner.peek(1) == UInt8(ascii: "*") {
                (line, column) = (scanner.line, scanner.columnIfNear)
                scanner.advance(2)
                while !scanner.isAtEnd, !(scanner.peek == UInt8(ascii: "*") && scanner.peek(1) == UInt8(ascii: "/")) {
                    scanner.advance()
                }
                guard !scanner.isAtEnd else {
                    throw fault(
                        Bilingual(
                            en: "The comment that opens here is never closed.",
                            fr: "Le commentaire qui s'ouvre ici n'est jamais fermé."),
                        remedy: Bilingual(en: "Close it with */.", fr: "Fermez-le par */."))
                }
                scanner.advance(2)
            } else {
                return
            }
        }
    }

    /// Texts in quotes, joined where a + stands between them.
    private mutating func quoted() throws(TextFault) -> String {
        var text: [UInt8] = []
        while true {
            scanner.advance()
            while let byte = scanner.peek, byte != UInt8(ascii: "\"") {
                scanner.advance()
                guard byte == UInt8(ascii: "\\"), let next = scanner.peek else {
                    text.append(byte)
                    continue
                }
                scanner.advance()
                switch next {
                case UInt8(ascii: "\""): text.append(next)
                case 0x0A: break
                case 0x0D: _ = scanner.take("\n")
                default: text += [byte, next]
                }
            }
            guard scanner.take("\"") else {
                throw fault(
                    Bilingual(
                        en: "The quote that opens here is never closed.",
                        fr: "Le guillemet qui s'ouvre ici n'est jamais fermé."),
                    remedy: Bilingual(
                        en: "Close it; write \\\" for one in a text.",
                        fr: "Fermez-le ; écrivez \\\" pour un guillemet dans un texte."))
            }
            let behind = scanner
            scanner.passSpace()
            guard scanner.take("+") else {
                scanner = behind
                return String(decoding: text, as: UTF8.self)
            }
            try passSpace()
            guard scanner.peek == UInt8(ascii: "\"") else {
                throw fault(
                    Bilingual(en: "A text is missing behind the +.", fr: "Un texte manque après le +."),
                    remedy: Bilingual(en: "Write it in quotes.", fr: "Écrivez-le entre guillemets."))
            }
        }
    }

    private mutating func bracketed() throws(TextFault) -> String {
        let start = scanner.at
        var depth = 0
        repeat {
            guard let byte = scanner.peek else {
                throw fault(
                    Bilingual(
                        en: "The < that opens here is never closed.", fr: "Le < qui s'ouvre ici n'est jamais fermé."),
                    remedy: Bilingual(en: "Close it with >.", fr: "Fermez-le par >."))
            }
            if byte == UInt8(ascii: "<") { depth += 1 } else if byte == UInt8(ascii: ">") { depth -= 1 }
            scanner.advance()
        } while depth > 0
        return String(decoding: scanner.bytes[start..<scanner.at], as: UTF8.self)
    }
}

/// What backslashes mean in the texts of DOT.
enum DOTText {
    /// A doubled backslash is one; any other stays.
    static func plain(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "\\")) else { return text }
        return unescaped(text, breaks: false)
    }

    /// The same in a label, where `\n`, `\l` and `\r` break the line.
    static func label(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "\\")) else { return text }
        return unescaped(text, breaks: true)
    }

    private static func unescaped(_ text: String, breaks: Bool) -> String {
        var output: [UInt8] = []
        var isEscape = false
        for byte in text.utf8 {
            guard isEscape else {
                isEscape = byte == UInt8(ascii: "\\")
                if !isEscape { output.append(byte) }
                continue
            }
            isEscape = false
            switch byte {
            case UInt8(ascii: "\\"): output.append(byte)
            case UInt8(ascii: "n"), UInt8(ascii: "l"), UInt8(ascii: "r"):
                if breaks { output.append(0x0A) } else { output += [UInt8(ascii: "\\"), byte] }
            default: output += [UInt8(ascii: "\\"), byte]
            }
        }
        if isEscape { output.append(UInt8(ascii: "\\")) }
        return String(decoding: output, as: UTF8.self)
    }

    /// A text in quotes. Backslashes mean something to the language only before a quote or a line break;
    /// Graphviz keeps even two as two. So one alone stays one, and only others are doubled.
    static func quoted(_ text: String) -> String {
        quoted(text) { letters, place in
            !Backslash.isAlone(at: place, in: letters) || ["\"", "\n", "\r"].contains(letters[place + 1])
        }
    }

    /// The same for a label, which Graphviz goes through once more: there each backslash is doubled.
    static func quotedLabel(_ text: String) -> String {
        quoted(text) { _, _ in true }.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n")
    }

    private static func quoted(_ text: String, isDoubled: ([Unicode.Scalar], Int) -> Bool) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 == 0 }) else {
            return "\"\(text)\""
        }
        var output = "\""
        let letters = Array(text.unicodeScalars)
        for (place, letter) in letters.enumerated() {
            switch letter {
            case "\"": output += "\\\""
            case "\\": output += isDoubled(letters, place) ? "\\\\" : "\\"
            case "\0": output += "\u{FFFD}"
            default: output.unicodeScalars.append(letter)
            }
        }
        return output + "\""
    }
}
