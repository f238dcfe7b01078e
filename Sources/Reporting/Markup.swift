import Mustache

/// Text on its way into HTML, SVG or MathML.
enum Markup {
    /// The five signs that mean something to markup as references.
    ///
    /// It goes by Unicode scalar: to a comparison of characters, a quotation mark under an accent
    /// is another character than a quotation mark, but a browser ends an attribute at it all the
    /// same. Characters that neither HTML nor XML can hold are left out.
    static func escaped(_ text: some StringProtocol) -> String {
        guard !text.utf8.allSatisfy(standsForItself) else { return String(text) }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
            case "'": result.append(contentsOf: "&#39;".unicodeScalars)
            case "\u{9}", "\u{A}", "\u{D}": result.append(scalar)
            case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{FFFE}", "\u{FFFF}": continue
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// Whether a byte is printed ASCII that means nothing to markup, as nearly all are.
    private static func standsForItself(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
        default: (0x20..<0x7F).contains(byte)
        }
    }
}

/// The way in which templates escape: each begins with `{{% CONTENT_TYPE: MARKUP }}`.
struct MarkupContentType: MustacheContentType {
    static let name = "MARKUP"

    func escapeText(_ text: String) -> String { Markup.escaped(text) }
}
