/// Writes CSV as RFC 4180 has it, but for the line ends: UTF-8, commas, decimal points, LF, a cell
/// quoted only where it must be, undefined as an empty cell.
///
/// Cells are data and stay as they are, so that Milieu reads its own tables back. Tables of results are for
/// spreadsheets, too, which would compute a text that begins with `=`, `+`, `-` or `@`: they are written
/// `guardedForSpreadsheets`.
public enum CSVWriter {
    /// What a text of CSV is made for.
    public enum Style: Sendable {
        /// Programs, and spreadsheets that ask how to read: RFC 4180.
        case standard
        /// A spreadsheet in French that is opened by a double click: semicolons, decimal commas, `VRAI` and `FAUX`,
        /// and the mark by which Excel knows UTF-8.
        case french

        var dialect: CSVDialect { self == .french ? .semicolon : .comma }
    }

    /// A header of field ids and a line for each row. Provenance is not written: rows are data
    /// and nothing else.
    public static func text(_ table: Table, style: Style = .standard) -> String {
        var output = (style == .french ? "\u{FEFF}" : "") + row(table.columns.map(\.field.id), style.dialect)
        let delimiter = String(Unicode.Scalar(style.dialect.delimiter))
        for row in 0..<table.rowCount {
            for (index, column) in table.columns.enumerated() {
                if index > 0 { output += delimiter }
                append(column[row], isAlone: table.columns.count == 1, style, to: &output)
            }
            output += "\n"
        }
        return output
    }

    /// One line, its end included.
    ///
    /// - Parameter dialect: commas, semicolons or tabs, since a cell that holds any of these is quoted.
    public static func row(_ cells: [String?], _ dialect: CSVDialect = .comma) -> String {
        var output = ""
        for (index, cell) in cells.enumerated() {
            if index > 0 { output.unicodeScalars.append(Unicode.Scalar(dialect.delimiter)) }
            append(cell.map(Cell.text) ?? .empty, isAlone: cells.count == 1, .standard, to: &output)
        }
        return output + "\n"
    }

    private static func append(_ cell: Cell, isAlone: Bool, _ style: Style, to output: inout String) {
        switch cell {
        // A line without anything is no row: a lone empty cell is quoted.
        case .empty: if isAlone { output += "\"\"" }
        case .text(let text): append(text, isAlone: isAlone, to: &output)
        case .number(let number):
            let text = NumberText.shortest(number)
            output += style == .french ? text.replacing(".", with: ",") : text
        case .integer(let integer): output += String(integer)
        case .flag(let flag) where style == .french: output += flag ? "VRAI" : "FAUX"
        case .flag(let flag): output += flag ? "true" : "false"
        }
    }

    private static func append(_ text: String, isAlone: Bool, to output: inout String) {
        guard mustBeQuoted(text) || (isAlone && text.isEmpty) else {
            output += text
            return
        }
        output += "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { output += "\"" }
            output.unicodeScalars.append(scalar)
        }
        output += "\""
    }

    /// Also where a reader would take spaces at the ends for stray ones, or the cell for one of
    /// another separator.
    private static func mustBeQuoted(_ text: String) -> Bool {
        if text.utf8.contains(where: { $0 == ASCII.comma || $0 == ASCII.quote || $0 < 0x20 || $0 == ASCII.semicolon }) {
            return true
        }
        // Most texts begin and end with ASCII, of which a look at the bytes tells all.
        if let first = text.utf8.first, let last = text.utf8.last, first < 0x80, last < 0x80 {
            return first == ASCII.space || last == ASCII.space
        }
        let isOuterSpace = { (scalar: Unicode.Scalar?) in scalar?.properties.isWhitespace ?? false }
        return isOuterSpace(text.unicodeScalars.first) || isOuterSpace(text.unicodeScalars.last)
            || text.unicodeScalars.first == "\u{FEFF}"
    }
}
