import Vocabulary

/// Writes a table for Markdown (GitHub's and Pandoc's pipe tables), every character escaped.
public enum MarkdownTableWriter {
    /// The table with headers and words in a language, numbers to the right, and a last line that says where it comes
    /// from.
    public static func text(_ table: Table, language: Language = .english) -> String {
        let words = TableText(language: language)
        var lines = [
            line(table.columns.map { words.header($0.field) }),
            "|" + table.columns.map { words.isNumeric($0) ? " ---: |" : " --- |" }.joined(),
        ]
        let cells = table.columns.map(words.cells)
        for row in 0..<table.rowCount { lines.append(line(cells.map { $0[row] })) }
        if let provenance = table.provenance { lines += ["", escaped(words.footnote(provenance))] }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func line(_ cells: [String]) -> String {
        "|" + cells.map { " " + escaped($0) + " |" }.joined()
    }

    /// Text in which nothing is markup, HTML included.
    public static func escaped(_ text: String) -> String {
        var output = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "$", "^": output += "\\" + String(scalar)
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "&": output += "&amp;"
            case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{2028}", "\u{2029}": output += " "
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output
    }
}
