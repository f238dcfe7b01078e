import Vocabulary

/// Writes a table in aligned columns for a terminal: text to the left, numbers to the right with
/// one number of decimals. Long texts are cut with "…" and a line below says so.
public struct TextTableWriter: Sendable {
    /// Of headers, words and the decimal mark.
    public var language: Language
    /// Columns on the screen that one cell may take.
    public var widestCell = 40
    /// Columns on the screen that a line may take. A wider table has its headers broken over several
    /// lines and, if that is not enough, its columns set in blocks, one below the other, each with the
    /// first column; nil: lines as long as they come.
    public var widestLine: Int?

    /// Cells of at most 40 columns on the screen, lines as long as they come or as wide as the screen.
    public init(language: Language = .english, widestLine: Int? = nil) {
        self.language = language
        self.widestLine = widestLine
    }

    /// A column as it stands on the screen: lines of header, then a cell for each row.
    private struct Block {
        var header: [String]
        let cells: [String]
        let isNumeric: Bool
        var width: Int { (header + cells).map(DisplayWidth.of).max() ?? 0 }
    }

    /// The table as lines of text, with control characters shown; what is cut and where the table comes from stands
    /// below it.
    public func text(_ table: Table) -> String {
        let words = TableText(language: language)
        var cutCount = 0
        var columns = table.columns.map { column in
            Block(
                header: [fitted(words.header(column.field), &cutCount)],
                cells: words.cells(of: column).map { fitted($0, &cutCount) }, isNumeric: words.isNumeric(column))
        }
        if let widestLine, Self.width(columns) > widestLine {
            for place in columns.indices { columns[place].header = Self.broken(columns[place]) }
        }
        var lines = blocks(columns).map(lines(of:)).joined(separator: [""]).map { $0 }
        if cutCount > 0 { lines.append(cutNote(cutCount)) }
        if let provenance = table.provenance { lines.append(Excerpt.printable(words.footnote(provenance))) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func width(_ columns: [Block]) -> Int {
        columns.reduce(0) { $0 + $1.width } + 2 * max(0, columns.count - 1)
    }

    /// The header in lines no wider than the column's cells need, or than a word is.
    private static func broken(_ column: Block) -> [String] {
        let room = max(11, column.cells.map(DisplayWidth.of).max() ?? 0)
        return column.header.joined(separator: " ").split(separator: " ").reduce(into: []) { lines, word in
            if let last = lines.last, DisplayWidth.of(last + " " + word) <= room {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
    }

    /// As many columns side by side as a line holds; every block starts with the first column.
    private func blocks(_ columns: [Block]) -> [[Block]] {
        guard let widestLine, let first = columns.first else { return [columns] }
        return columns.dropFirst().reduce(into: [[first]]) { blocks, column in
            let grown = blocks[blocks.count - 1] + [column]
            if Self.width(grown) <= widestLine || grown.count == 2 {
                blocks[blocks.count - 1] = grown
            } else {
                blocks.append([first, column])
            }
        }
    }

    private func lines(of columns: [Block]) -> [String] {
        let headerLines = columns.map(\.header.count).max() ?? 0
        func line(_ cell: (Block) -> String) -> String {
            columns.enumerated().map { index, column in
                padded(cell(column), column.width, right: column.isNumeric, isLast: index == columns.count - 1)
            }.joined(separator: "  ")
        }
        let header = (0..<headerLines).map { row in
            // Short headers stand at the bottom, beside the rule.
            line { column in
                let place = row - (headerLines - column.header.count)
                return place >= 0 ? column.header[place] : ""
            }
        }
        let rule = columns.map { String(repeating: "─", count: $0.width) }.joined(separator: "  ")
        return header + [rule] + (0..<(columns.first?.cells.count ?? 0)).map { row in line { $0.cells[row] } }
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
