import Vocabulary

/// Writes a table for LaTeX with the rules of the package booktabs, every character escaped.
public enum LaTeXTableWriter {
    /// From how many letters on a column's cells are broken into lines.
    private static let longCell = 40

    /// A `table` environment: caption, label, rows, and the provenance as a note below.
    ///
    /// - Parameter caption: plain text; nil: the table's name.
    public static func text(_ table: Table, language: Language = .english, caption: String? = nil) -> String {
        let words = TableText(language: language)
        let alignment = table.columns.map { column in
            if words.isNumeric(column) { return "r" }
            return words.cells(of: column).contains { $0.count > longCell } ? "p{0.35\\linewidth}" : "l"
        }.joined()
        var lines = [
            "\\begin{table}", "\\centering",
            "\\caption{\(escaped(caption ?? table.name))}", "\\label{tab:\(label(table.name))}",
            "\\small\\setlength{\\tabcolsep}{4pt}", "\\begin{tabular}{\(alignment)}", "\\toprule",
            table.columns.map { header(words.header($0.field), isNumeric: words.isNumeric($0)) }
                .joined(separator: " & ") + " \\\\", "\\midrule",
        ]
        let cells = table.columns.map(words.cells)
        for row in 0..<table.rowCount {
            lines.append(line(cells.map { $0[row] }, areNumeric: table.columns.map(words.isNumeric)))
        }
        lines += ["\\bottomrule", "\\end{tabular}"]
        if let provenance = table.provenance {
            lines.append("\\par\\smallskip{\\footnotesize \(escaped(words.footnote(provenance)))}")
        }
        let hasRareLetters = lines.contains(where: LaTeXSyntax.needsDefinitions)
        if hasRareLetters { lines.append(note(on: language)) }
        lines.append("\\end{table}")
        let head = "% \\usepackage{booktabs}\n" + (hasRareLetters ? LaTeXSyntax.definitions : "")
        return head + lines.joined(separator: "\n") + "\n"
    }

    /// Said below a table where a letter of it could not be set.
    private static func note(on language: Language) -> String {
        let words: LaTeX = language == .french
            ? "Un cadre tient lieu d'une lettre qui manque ici ; XeLaTeX et LuaLaTeX en composent davantage."
            : "A box stands for a letter that is missing here; XeLaTeX and LuaLaTeX set more of them."
        return "\\ifmilieulacks\\par\\smallskip{\\footnotesize \(words.text)}\\fi"
    }

    private static func escaped(_ text: String) -> String { LaTeXSyntax.escaped(text) }

    /// A long header over numbers is broken into lines, so that the table fits on its page.
    private static func header(_ text: String, isNumeric: Bool) -> String {
        guard isNumeric, text.count > 10 else { return escaped(text) }
        return "\\parbox[b]{1.55cm}{\\raggedleft\\hspace{0pt}\(escaped(text))}"
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

    private static func label(_ name: String) -> String {
        String(String.UnicodeScalarView(name.unicodeScalars.map { $0.isASCII && $0.properties.isAlphabetic ? $0 : "-" }))
    }
}
