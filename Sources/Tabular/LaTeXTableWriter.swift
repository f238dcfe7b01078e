import Vocabulary

/// Writes a table for LaTeX with the rules of the package booktabs, every character escaped.
public enum LaTeXTableWriter {
    /// A `table` environment: caption, label, rows, and the provenance as a note below.
    public static func text(_ table: Table, language: Language = .english) -> String {
        let words = TableText(language: language)
        let alignment = table.columns.map { words.isNumeric($0) ? "r" : "l" }.joined()
        var lines = [
            "% \\usepackage{booktabs}", "\\begin{table}", "\\centering",
            "\\caption{\(escaped(table.name))}", "\\label{tab:\(label(table.name))}",
            "\\begin{tabular}{\(alignment)}", "\\toprule",
            line(table.columns.map { words.header($0.field) }), "\\midrule",
        ]
        let cells = table.columns.map(words.cells)
        for row in 0..<table.rowCount {
            lines.append(line(cells.map { $0[row] }, areNumeric: table.columns.map(words.isNumeric)))
        }
        lines += ["\\bottomrule", "\\end{tabular}"]
        if let provenance = table.provenance {
            lines.append("\\par\\smallskip{\\footnotesize \(escaped(words.footnote(provenance)))}")
        }
        lines.append("\\end{table}")
        return lines.joined(separator: "\n") + "\n"
    }

    private static func line(_ cells: [String], areNumeric: [Bool] = []) -> String {
        let cells = cells.enumerated().map { index, cell -> String in
            let text = escaped(cell)
            // A bracket at the start of a row would be an option of the `\\` before it.
            if index == 0, text.hasPrefix("[") { return "{[}" + text.dropFirst() }
            let isNumber = areNumeric.indices.contains(index) && areNumeric[index]
            return isNumber && text.hasPrefix("-") ? "$-$" + text.dropFirst() : text
        }
        return cells.joined(separator: " & ") + " \\\\"
    }

    /// Text in which nothing is a command.
    public static func escaped(_ text: String) -> String {
        var output = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": output += "\\textbackslash{}"
            case "{", "}", "$", "&", "#", "%", "_": output += "\\" + String(scalar)
            case "^": output += "\\textasciicircum{}"
            case "~": output += "\\textasciitilde{}"
            case "<": output += "\\textless{}"
            case ">": output += "\\textgreater{}"
            case "|": output += "\\textbar{}"
            // \textquotedbl is not in every font encoding.
            case "\"": output += "{\\char34}"
            case "`": output += "\\textasciigrave{}"
            // Two hyphens in a row would be a dash.
            case "-": output += output.hasSuffix("-") ? "{}-" : "-"
            case "\u{A0}", "\u{202F}": output += "~"
            case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{2028}", "\u{2029}": output += " "
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output
    }

    private static func label(_ name: String) -> String {
        String(String.UnicodeScalarView(name.unicodeScalars.map { $0.isASCII && $0.properties.isAlphabetic ? $0 : "-" }))
    }
}
