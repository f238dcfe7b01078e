/// The inside of the braces of a field of BibTeX or BibLaTeX.
public enum BibTeXSyntax: TextSyntax {
    /// Text that is set as it is. Braces are commands of TeX and no signs: BibTeX counts those that stand in a field,
    /// escaped or not.
    public static func escaped(_ text: String) -> String {
        var output = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "{": output += "\\textbraceleft{}"
            case "}": output += "\\textbraceright{}"
            case "\\": output += "\\textbackslash{}"
            case "^": output += "\\textasciicircum{}"
            case "~": output += "\\textasciitilde{}"
            case "&", "%", "$", "#", "_": output += "\\" + String(scalar)
            case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{2028}", "\u{2029}": output += " "
            case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": continue
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output
    }
}

/// A text in BibTeX; what is put between its braces is escaped.
public typealias BibTeX = Written<BibTeXSyntax>
