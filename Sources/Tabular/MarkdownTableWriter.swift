import Vocabulary

/// Writes a table for Markdown (GitHub's and Pandoc's pipe tables), every character escaped.
public enum MarkdownTableWriter {
    /// The table with headers and words in a language, numbers to the right, and a last line that says where it comes
    /// from.
    public static func text(_ table: Table, language: Language = .english) -> String {
        let words = TableText(language: language)
        var lines: [Markdown] = [
            line(table.columns.map { words.header($0.field) }),
            "|\(Markdown.joined(table.columns.map { words.isNumeric($0) ? " ---: |" : " --- |" }))",
        ]
        let cells = table.columns.map(words.cells)
        for row in 0..<table.rowCount { lines.append(line(cells.map { $0[row] })) }
        if let provenance = table.provenance { lines += ["", "\(words.footnote(provenance))"] }
        return Markdown.joined(lines, separator: "\n").text + "\n"
    }

    private static func line(_ cells: [String]) -> Markdown {
        "|\(Markdown.joined(cells.map { " \($0) |" }))"
    }
}
