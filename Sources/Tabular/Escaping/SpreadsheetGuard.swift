/// Keeps spreadsheets from computing what is text: a cell that begins as a formula does gets an apostrophe before it.
///
/// It can be undone, since a text that begins with apostrophes and then as a formula does gets one more. Tables of
/// results are guarded; those that Milieu reads back (datasets, network files) are not, so that they come back as
/// they were.
public enum SpreadsheetGuard {
    /// The text with an apostrophe before it, where a spreadsheet would compute it.
    public static func guarded(_ text: String) -> String { isFormula(text) ? "'" + text : text }

    /// The text that was guarded.
    public static func unguarded(_ text: String) -> String {
        guard text.first == "'", isFormula(String(text.dropFirst())) else { return text }
        return String(text.dropFirst())
    }

    /// Whether it begins, behind spaces and apostrophes, with `=`, `+`, `-` or `@` (wide ones, too), a tab or a line
    /// break, and is no number.
    private static func isFormula(_ text: String) -> Bool {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "'", " ", "\u{A0}", "\u{FEFF}": continue
            case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}":
                return !isNumber(text)
            default: return false
            }
        }
        return false
    }

    private static func isNumber(_ text: String) -> Bool {
        text.utf8.allSatisfy { "0123456789+-.,eE".utf8.contains($0) }
            && Double(text.replacing(",", with: ".")) != nil
    }
}

extension Table {
    /// The table with no text, and no name of a column, that a spreadsheet would compute; numbers stay numbers.
    public var guardedForSpreadsheets: Table {
        Table(name: name, columns: columns.map(\.guardedForSpreadsheets), provenance: provenance)
    }
}

extension Column {
    fileprivate var guardedForSpreadsheets: Column {
        guard case .text(let texts) = values else { return Column(field.guardedForSpreadsheets, values) }
        return Column(field.guardedForSpreadsheets, .text(texts.map { $0.map(SpreadsheetGuard.guarded) }))
    }
}

extension Field {
    fileprivate var guardedForSpreadsheets: Field {
        let safe = SpreadsheetGuard.guarded(id)
        guard safe != id else { return self }
        var field = Field(safe, title: title, description: description, unit: unit)
        (field.formula, field.references, field.range) = (formula, references, range)
        field.mixesMeasures = mixesMeasures
        return field
    }
}
