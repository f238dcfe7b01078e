import Vocabulary

/// Writes a table in aligned columns for a terminal: text to the left, numbers to the right with
/// one number of decimals. Long texts are cut with "…" and a line below says so.
public struct TextTableWriter: Sendable {
    public var language: Language
    /// Columns on the screen that one cell may take.
    public var widestCell = 40

    public init(language: Language = .english) { self.language = language }

    public func text(_ table: Table) -> String {
        let words = TableText(language: language)
        var cutCount = 0
        let columns = table.columns.map { column -> (cells: [String], width: Int, isNumeric: Bool) in
            let header = fitted(words.header(column.field), &cutCount)
            let rows = words.cells(of: column).map { fitted($0, &cutCount) }
            let cells = [header] + rows
            return (cells, cells.map(DisplayWidth.of).max() ?? 0, words.isNumeric(column))
        }
        var lines: [String] = []
        for row in 0...table.rowCount {
            let cells = columns.enumerated().map { index, column in
                padded(column.cells[row], column.width, right: column.isNumeric, isLast: index == columns.count - 1)
            }
            lines.append(cells.joined(separator: "  "))
            if row == 0 { lines.append(columns.map { String(repeating: "─", count: $0.width) }.joined(separator: "  ")) }
        }
        if cutCount > 0 { lines.append(cutNote(cutCount)) }
        if let provenance = table.provenance { lines.append(Excerpt.printable(words.footnote(provenance))) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func cutNote(_ count: Int) -> String {
        language == .french
            ? "Cellules coupées (…) : \(count) ; le format csv les donne en entier."
            : "Cells cut (…): \(count); the format csv has them whole."
    }

    private func fitted(_ text: String, _ cutCount: inout Int) -> String {
        let text = Excerpt.printable(text)
        guard DisplayWidth.of(text) > widestCell else { return text }
        cutCount += 1
        var (kept, width) = ("", 1)
        for character in text {
            width += DisplayWidth.of(character)
            if width > widestCell { break }
            kept.append(character)
        }
        return kept + "…"
    }

    private func padded(_ text: String, _ width: Int, right: Bool, isLast: Bool) -> String {
        let padding = String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
        return right ? padding + text : isLast ? text : text + padding
    }
}
