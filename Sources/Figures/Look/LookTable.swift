import Tabular
import Vocabulary

/// A table of `LookRow`s, one a line.
public enum LookTable {
    private enum Column: String, CaseIterable {
        case of, value, colour, shape, dash, width, label, name

        init?(header: String) {
            let word = header.lowercased()
            let french = ["de", "valeur", "couleur", "forme", "tireté", "épaisseur", "étiquette", "nom"]
            if let place = french.firstIndex(of: word) {
                self = Self.allCases[place]
            } else if word == "color" {
                self = .colour
            } else {
                self.init(rawValue: word)
            }
        }
    }

    /// Reads and checks every row; empty cells are left to the figure.
    ///
    /// - Throws: `MilieuError` of cause `data` at the first cell that says nothing that a figure knows.
    /// - Complexity: O(bytes).
    public static func rows(_ bytes: [UInt8], file: String) throws(MilieuError) -> [LookRow] {
        var reader = CSVReader(bytes, file: file)
        guard reader.next() else {
            throw headerFault(file, Bilingual(en: "The table is empty.", fr: "La table est vide."))
        }
        let columns = reader.fields.map { Column(header: reader.string(of: $0)) }
        for wanted in [Column.of, .value] where !columns.contains(wanted) {
            throw headerFault(
                file,
                Bilingual(
                    en: "There is no column \"\(wanted.rawValue)\".",
                    fr: "Il n'y a pas de colonne « \(wanted.rawValue) »."))
        }
        if let place = columns.firstIndex(of: nil) {
            throw headerFault(
                file,
                Bilingual(
                    en: "A look has no column \"\(PlainText.cleaned(reader.string(place), limit: 40))\".",
                    fr:
                        "Une table de rendu n'a pas de colonne « \(PlainText.cleaned(reader.string(place), limit: 40)) »."
                ))
        }
        var rows: [LookRow] = []
        while reader.next() {
            var cells: [Column: String] = [:]
            for (column, field) in zip(columns, reader.fields) {
                if let column, !field.isEmpty { cells[column] = reader.string(of: field) }
            }
            if !cells.isEmpty { rows.append(try row(cells, Place(file: file, line: reader.line))) }
        }
        if let error = reader.findings.all.first(where: { $0.severity == .error }) {
            throw MilieuError(.data, error.statement, remedy: error.advice, at: error.place)
        }
        return rows
    }

    private static func headerFault(_ file: String, _ message: Bilingual) -> MilieuError {
        MilieuError(
            .data, message,
            remedy:
                Bilingual(
                    en:
                        "The columns are \(Column.allCases.map(\.rawValue).joined(separator: ", ")); of and value are needed.",
                    fr:
                        "Les colonnes sont \(Column.allCases.map(\.rawValue).joined(separator: ", ")) ; of et value sont nécessaires."
                ),
            at: Place(file: file, line: 1))
    }

    private static func row(_ cells: [Column: String], _ line: Place) throws(MilieuError) -> LookRow {
        func fault(_ column: Column, _ remedy: Bilingual) -> MilieuError {
            var place = line
            place.column = column.rawValue
            let word = PlainText.cleaned(cells[column] ?? "", limit: 40)
            return MilieuError(
                .data,
                Bilingual(
                    en: "A look cannot have \"\(word)\" as \(column.rawValue).",
                    fr: "Une table de rendu ne peut pas avoir « \(word) » pour \(column.rawValue)."), remedy: remedy,
                at: place)
        }
        func word<Word: RawRepresentable & CaseIterable>(_ column: Column, _: Word.Type) throws(MilieuError) -> Word?
        where Word.RawValue == String {
            guard let text = cells[column] else { return nil }
            if let known = Word(rawValue: text.lowercased()) { return known }
            let all = Word.allCases.map(\.rawValue)
            throw fault(
                column,
                NearestMatch.hint(text, in: all)
                    + Bilingual(
                        en: "There are: \(all.joined(separator: ", ")).", fr: "Il y a : \(all.joined(separator: ", "))."
                    ))
        }
        guard let subject = try word(.of, LookRow.Subject.self), let value = cells[.value] else {
            throw fault(
                cells[.of] == nil ? .of : .value,
                Bilingual(en: "Say of whom or of what the row speaks.", fr: "Dites de qui ou de quoi parle la ligne."))
        }
        var row = LookRow(subject, value)
        if let text = cells[.colour] {
            guard let colour = colour(text) else {
                throw fault(.colour, Bilingual(en: "Write it like #0072B2.", fr: "Écrivez-la comme #0072B2."))
            }
            row.colour = colour
        }
        row.shape = try word(.shape, LookRow.Shape.self)
        row.dash = try word(.dash, LookRow.Dash.self)
        if let text = cells[.width] {
            guard let width = Double(text.replacing(",", with: ".")), width > 0, width <= 10 else {
                throw fault(
                    .width,
                    Bilingual(
                        en: "Write points, above 0 and up to 10.", fr: "Écrivez des points, plus de 0 et jusqu'à 10."))
            }
            row.width = width
        }
        if let text = cells[.label] {
            switch text.lowercased() {
            case "yes", "oui", "1", "true": row.hasLabel = true
            case "no", "non", "0", "false": row.hasLabel = false
            default: throw fault(.label, Bilingual(en: "Write yes or no.", fr: "Écrivez yes ou no."))
            }
        }
        row.name = cells[.name]
        let isOfTies = subject == .layer || subject == .kind
        for (column, isWrong) in [
            (Column.shape, isOfTies && row.shape != nil), (.dash, !isOfTies && row.dash != nil),
            (.width, !isOfTies && row.width != nil), (.label, subject != .actor && row.hasLabel != nil),
            (.name, subject == .actor && row.name != nil),
        ] where isWrong {
            throw fault(
                column,
                Bilingual(
                    en: "Leave it empty: a row of \(subject.rawValue) has none.",
                    fr: "Laissez la cellule vide : une ligne de \(subject.rawValue) n'en a pas."))
        }
        return row
    }

    /// `#rrggbb`, with or without the sign.
    private static func colour(_ text: String) -> Colour? {
        let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
        guard digits.utf8.count == 6, digits.utf8.allSatisfy({ "0123456789abcdefABCDEF".utf8.contains($0) }) else {
            return nil
        }
        return UInt32(digits, radix: 16).map(Colour.init)
    }
}
