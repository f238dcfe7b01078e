import Milieu

/// Findings as a table, a row for each: what programs and spreadsheets take.
enum FindingTable {
    static func table(of findings: [Finding]) -> Table {
        // The gravest first; what is equally grave stays in the order of the files.
        let sorted = findings.enumerated().sorted {
            ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset)
        }
        .map(\.element)
        func column(_ id: String, _ en: String, _ fr: String, _ values: Column.Values) -> Column {
            Column(Field(id, title: Bilingual(en: en, fr: fr)), values)
        }
        return Table(
            name: "findings",
            columns: [
                column("severity", "severity", "gravité", .text(sorted.map(\.severity.rawValue))),
                column("code", "code", "code", .text(sorted.map(\.code))),
                column("file", "file", "fichier", .text(sorted.map(\.place.file))),
                column("line", "line", "ligne", .integer(sorted.map(\.place.line))),
                column("column", "column", "colonne", .text(sorted.map(\.place.column))),
                column("id", "id", "identifiant", .text(sorted.map(\.place.id))),
                column("message", "what is there", "constat", .text(sorted.map(\.message))),
                column("remedy", "what to do", "remède", .text(sorted.map(\.remedy))),
                column("count", "how many", "nombre", .integer(sorted.map(\.count))),
            ])
    }
}
