import Tabular

/// The inside of R's double quotes.
public enum RSyntax: TextSyntax {
    /// Text that R reads back as it is; what has no place in a text of R becomes the sign for unknown characters.
    public static func escaped(_ text: String) -> String {
        var output = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": output += "\\" + String(scalar)
            case "\u{0}": output += "\\u{fffd}"
            case "\u{1}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{FEFF}":
                output += "\\u{" + String(scalar.value, radix: 16) + "}"
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output
    }
}

/// A text of R; what is put between its double quotes is escaped.
public typealias RText = Written<RSyntax>
