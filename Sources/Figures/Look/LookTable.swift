import Tabular
import Vocabulary

/// A table of what a `FigureLook` says, one thing a line.
public enum LookTable {
    fileprivate enum Column: String, CaseIterable {
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
    public static func look(_ bytes: [UInt8], file: String) throws(MilieuError) -> FigureLook {
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
        var look = FigureLook()
        while reader.next() {
            var cells: [Column: String] = [:]
            for (column, field) in zip(columns, reader.fields) {
                if let column, !field.isEmpty { cells[column] = reader.string(of: field) }
            }
            guard !cells.isEmpty else { continue }
            let line = Cells(cells: cells, line: Place(file: file, line: reader.line))
            if let setting = line.setting {
                try line.take(setting, into: &look)
            } else {
                look.rows.append(try line.row)
            }
        }
        if let error = reader.findings.all.first(where: { $0.severity == .error }) {
            throw MilieuError(.data, error.statement, remedy: error.advice, at: error.place)
        }
        return look
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
}

/// One line of the table.
private struct Cells {
    let cells: [LookTable.Column: String]
    let line: Place

    private func fault(_ column: LookTable.Column, _ remedy: Bilingual) -> MilieuError {
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

    private func word<Word: RawRepresentable & CaseIterable>(
        _ column: LookTable.Column, _: Word.Type, besides others: [String] = []
    ) throws(MilieuError) -> Word? where Word.RawValue == String {
        guard let text = cells[column] else { return nil }
        if let known = Word(rawValue: text.lowercased()) { return known }
        let all = Word.allCases.map(\.rawValue) + others
        throw fault(
            column,
            NearestMatch.hint(text, in: all)
                + Bilingual(
                    en: "There are: \(all.joined(separator: ", ")).", fr: "Il y a : \(all.joined(separator: ", "))."
                ))
    }

    private static let (yes, no) = (["yes", "oui", "1", "true"], ["no", "non", "0", "false"])

    private func flag(_ column: LookTable.Column) throws(MilieuError) -> Bool? {
        guard let text = cells[column]?.lowercased() else { return nil }
        if Self.yes.contains(text) { return true }
        if Self.no.contains(text) { return false }
        throw fault(column, Bilingual(en: "Write yes or no.", fr: "Écrivez yes ou no."))
    }

    // MARK: The whole figure

    /// What the line says of the whole figure; nil: it speaks of something in it.
    var setting: FigureLook.Setting? { cells[.of].flatMap { FigureLook.Setting(rawValue: $0.lowercased()) } }

    func take(_ setting: FigureLook.Setting, into look: inout FigureLook) throws(MilieuError) {
        for column in LookTable.Column.allCases where column != .of && column != .value && cells[column] != nil {
            throw fault(
                column,
                Bilingual(
                    en: "Leave it empty: a row of \(setting.rawValue) has none.",
                    fr: "Laissez la cellule vide : une ligne de \(setting.rawValue) n'en a pas."))
        }
        guard let value = cells[.value] else {
            throw fault(.value, Bilingual(en: "Say what it is to be.", fr: "Dites ce que ce doit être."))
        }
        switch setting {
        case .page:
            do {
                _ = try PageFormat(value)
            } catch {
                throw fault(.value, error.advice)
            }
            look.page = value
        case .orientation: look.orientation = try word(.value, PageFormat.Orientation.self)
        case .font: look.font = value
        case .size: look.sizeBy = value
        case .labels:
            guard let count = Int(value), count >= 0 else {
                throw fault(.value, Bilingual(en: "Write a number, 0 or more.", fr: "Écrivez un nombre, 0 ou plus."))
            }
            look.labelLimit = count
        case .isolates: look.hasIsolates = try flag(.value)
        case .bundle: look.bundlesTies = try flag(.value)
        case .legend: look.hasLegend = try flag(.value)
        case .caption: look.hasCaption = try flag(.value)
        }
    }

    // MARK: Something in it

    var row: LookRow {
        get throws(MilieuError) {
            let settings = FigureLook.Setting.allCases.map(\.rawValue)
            guard let subject = try word(.of, LookRow.Subject.self, besides: settings), let value = cells[.value] else {
                throw fault(
                    cells[.of] == nil ? .of : .value,
                    Bilingual(
                        en: "Say of whom or of what the row speaks.", fr: "Dites de qui ou de quoi parle la ligne."))
            }
            var row = LookRow(subject, value)
            try fill(&row)
            return row
        }
    }

    private func fill(_ row: inout LookRow) throws(MilieuError) {
        let subject = row.subject
        if let text = cells[.colour] {
            guard let colour = Self.colour(text) else {
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
        row.hasLabel = try flag(.label)
        row.name = cells[.name]
        let isOfTies = subject == .layer || subject == .kind
        for (column, isWrong) in [
            (LookTable.Column.shape, isOfTies && row.shape != nil), (.dash, !isOfTies && row.dash != nil),
            (.width, !isOfTies && row.width != nil), (.label, subject != .actor && row.hasLabel != nil),
            (.name, subject == .actor && row.name != nil),
        ] where isWrong {
            throw fault(
                column,
                Bilingual(
                    en: "Leave it empty: a row of \(subject.rawValue) has none.",
                    fr: "Laissez la cellule vide : une ligne de \(subject.rawValue) n'en a pas."))
        }
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
