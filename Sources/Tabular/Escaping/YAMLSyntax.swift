/// The inside of YAML's double quotes, which are JSON's with more that they can say.
public enum YAMLSyntax: TextSyntax {
    /// Text that a reader of YAML gives back as it is.
    ///
    /// Only what YAML prints stands for itself. A backtick is written as a reference, since knitr runs what stands
    /// between two in the header of an R Markdown file, too.
    public static func escaped(_ text: String) -> String {
        var output = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": output += "\\" + String(scalar)
            case "`", "<", "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}",
                "\u{FEFF}", "\u{FFFE}", "\u{FFFF}":
                let digits = String(scalar.value, radix: 16)
                output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output
    }
}

/// A text in YAML; what is put between its double quotes is escaped.
public typealias YAML = Written<YAMLSyntax>
