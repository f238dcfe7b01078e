/// Markdown as GitHub, Jupyter and Pandoc read it; what R Markdown runs is held off, too.
public enum MarkdownSyntax: TextSyntax {
    /// Text in one line in which nothing is markup: neither Markdown's nor HTML's, no formula, no citation, no
    /// attribute of a heading, no cell of a table.
    ///
    /// A backtick is written as a reference: knitr looks for `` `r … ` `` before any Markdown is read, and a
    /// backslash does not hold it off. Control characters and line breaks are spaces; the marks that turn the
    /// direction of the text around them are left out.
    public static func escaped(_ text: String) -> String {
        var output = ""
        let scalars = Array(text.unicodeScalars)
        for (place, scalar) in scalars.enumerated() {
            switch scalar {
            case "\\", "*", "_", "[", "]", "{", "}", "|", "~", "#", "$", "^", "@": output += "\\" + String(scalar)
            case "`": output += "&#96;"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "&": output += "&amp;"
            // What begins a block where it begins a line: an item of a list, a rule, a heading's underline.
            case "+", "-", "=", ":", "%":
                let isMark = output.isEmpty && (endsWord(scalars, place) || scalars[place + 1] == scalar)
                output += isMark ? "\\" + String(scalar) : String(scalar)
            case ".", ")":
                output += endsWord(scalars, place) && isNumbering(output) ? "\\" + String(scalar) : String(scalar)
            case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{2028}", "\u{2029}": output += " "
            case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": continue
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output
    }

    /// An id as code. One of other than plain signs is plain text: a backtick would end the code.
    public static func code(_ id: String) -> Markdown {
        let isPlain = id.utf8.allSatisfy { isPlainByte($0) || $0 == UInt8(ascii: ".") }
        return isPlain && !id.isEmpty ? "`\(markup: id)`" : "\(id)"
    }

    private static func endsWord(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
        place + 1 == scalars.count || scalars[place + 1].properties.isWhitespace
    }

    /// Whether a point or bracket behind this begins an item of a list: `1.`, `a)`, `(iv)`.
    private static func isNumbering(_ text: String) -> Bool {
        let number = text.hasPrefix("(") ? text.dropFirst() : text[...]
        guard !number.isEmpty, number.utf8.count < 10 else { return false }
        return number.utf8.allSatisfy { (48...57).contains($0) } || number.allSatisfy("ivxlcdmIVXLCDM".contains)
            || (number.utf8.count == 1 && number.utf8.allSatisfy(isPlainByte))
    }

    private static func isPlainByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}

/// A text in Markdown; what is put into its template is escaped.
public typealias Markdown = Written<MarkdownSyntax>
