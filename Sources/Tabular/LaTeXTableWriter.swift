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
            "% \\usepackage{booktabs}", "\\begin{table}", "\\centering",
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
        lines.append("\\end{table}")
        return lines.joined(separator: "\n") + "\n"
    }

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
            case "−": output += "$-$"
            case let letter where mathematics[letter] != nil: output += "$\\\(mathematics[letter] ?? "")$"
            case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{2028}", "\u{2029}": output += " "
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output
    }

    /// Characters that a text font of pdfLaTeX lacks, and their commands in mathematics.
    private static let mathematics: [Unicode.Scalar: String] = [
        "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "varepsilon", "ζ": "zeta", "η": "eta",
        "θ": "theta", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi", "π": "pi", "ρ": "rho",
        "σ": "sigma", "τ": "tau", "φ": "varphi", "χ": "chi", "ψ": "psi", "ω": "omega", "Δ": "Delta",
        "Σ": "Sigma", "Ω": "Omega", "×": "times", "∞": "infty", "≤": "leq", "≥": "geq", "≠": "neq",
        "→": "rightarrow", "←": "leftarrow", "↔": "leftrightarrow", "√": "surd", "∈": "in",
    ]

    private static func label(_ name: String) -> String {
        String(
            String.UnicodeScalarView(name.unicodeScalars.map { $0.isASCII && $0.properties.isAlphabetic ? $0 : "-" }))
    }
}
