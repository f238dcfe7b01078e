import Vocabulary

/// The lines of a Pajek file and their words.
struct PajekLines {
    var scanner: TextScanner

    init(_ scanner: TextScanner) { self.scanner = scanner }

    struct Token {
        let text: String
        /// Nil far out in a long line.
        let column: Int?
        let isQuoted: Bool
    }

    struct Line {
        let number: Int
        var tokens: [Token]

        /// The first word in lower case, where it begins a section.
        var section: String? {
            guard let first = tokens.first, !first.isQuoted, first.text.hasPrefix("*") else { return nil }
            return first.text.lowercased()
        }

        /// What follows the first word.
        var title: String { tokens.dropFirst().map(\.text).joined(separator: " ") }

        func whole(_ place: Int, _ what: Bilingual) throws(TextFault) -> Int {
            guard tokens.indices.contains(place) else {
                throw TextFault(
                    Bilingual(
                        en: "The line ends before it tells \(what.en).", fr: "La ligne finit avant de dire \(what.fr)."),
                    remedy: Bilingual(en: "Complete it.", fr: "Complétez-la."), line: number,
                    code: "missing-value")
            }
            guard let value = Int(tokens[place].text), value >= 0, value <= PlainNetwork.most else {
                throw TextFault(
                    Bilingual(
                        en: "\"\(Excerpt.of(tokens[place].text))\" is no whole number that tells \(what.en).",
                        fr: "« \(Excerpt.of(tokens[place].text)) » n'est pas un nombre entier qui dise \(what.fr)."),
                    remedy: Bilingual(en: "Correct it.", fr: "Corrigez-le."),
                    line: number, column: tokens[place].column, code: "bad-number")
            }
            return value
        }
    }

    /// The next line that says anything; nil at the end or, where asked so, before a section's head.
    mutating func next(unlessSection: Bool = false) -> Line? {
        while true {
            scanner.passSpace()
            guard let byte = scanner.peek else { return nil }
            if byte == UInt8(ascii: "%") {
                scanner.pass { $0 != 0x0A && $0 != 0x0D }
                continue
            }
            if unlessSection, byte == UInt8(ascii: "*") { return nil }
            return line()
        }
    }

    private mutating func line() -> Line {
        let number = scanner.line
        var tokens: [Token] = []
        while let byte = scanner.peek, byte != 0x0A, byte != 0x0D {
            if byte == UInt8(ascii: "\"") {
                tokens.append(quoted(tokens.count < 64 ? scanner.column : nil))
            } else if ASCIIText.isSpace(byte) {
                scanner.advance()
            } else {
                let column = tokens.count < 64 ? scanner.column : nil
                let closer: UInt8? = byte == UInt8(ascii: "[") ? UInt8(ascii: "]") : nil
                let text = scanner.word {
                    closer == nil ? !ASCIIText.isSpace($0) : $0 != closer && $0 != 0x0A && $0 != 0x0D
                }
                if closer != nil { _ = scanner.take("]") }
                tokens.append(Token(text: text, column: column, isQuoted: false))
            }
        }
        return Line(number: number, tokens: tokens)
    }

    /// A label in quotes; `\"` and `\\` stand for a quote and a backslash, as igraph and NetworkX
    /// have it.
    private mutating func quoted(_ column: Int?) -> Token {
        scanner.advance()
        var text: [UInt8] = []
        while let byte = scanner.peek, byte != 0x0A, byte != 0x0D {
            scanner.advance()
            if byte == UInt8(ascii: "\"") { break }
            if byte == UInt8(ascii: "\\"), let next = scanner.peek,
                next == UInt8(ascii: "\"") || next == UInt8(ascii: "\\")
            {
                text.append(next)
                scanner.advance()
            } else {
                text.append(byte)
            }
        }
        return Token(text: String(decoding: text, as: UTF8.self), column: column, isQuoted: true)
    }
}
