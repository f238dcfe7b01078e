import NetworkModel
import Tabular
import Vocabulary

/// What the cells of the current row say, each by the content that its column declares.
extension TableReader {
    /// The value of a cell; nil where it is empty, or, with a finding, none of what the column holds.
    mutating func value(_ column: ColumnSchema, at position: Int, _ known: inout KnownTables) -> CellValue? {
        guard !csv.fields[position].isEmpty else {
            reportEmpty(column)
            return nil
        }
        switch column.content {
        case .text: return .text(text(position, column))
        case .date: return date(csv.string(position), column.id).map(CellValue.date)
        case .number(let range): return number(position, column.id, in: range).map(CellValue.number)
        case .count(let least): return count(position, column.id, atLeast: least).map(CellValue.count)
        case .yesNo: return flag(csv.string(position), column.id).map(CellValue.flag)
        case .oneOf(let words, let code): return word(csv.string(position), column.id, words, code)
        case .layer(let others): return layer(csv.string(position), column.id, others)
        case .evidence: return evidence(csv.string(position), column, &known)
        case .reference(let table, _):
            let id = csv.string(position)
            // Of a table's own rows not all are known yet: whoever reads it looks at them at its end.
            let row = table == schema.id ? nil : look(up: id, column.id, in: table, &known)
            return .row(id: row.map { known.id(at: $0, in: table) } ?? id, position: row ?? -1)
        case .references(let table, _):
            let ids = Self.ids(csv.string(position))
            let found = ids.map { id in
                look(up: id, column.id, in: table, &known).map { known.id(at: $0, in: table) } ?? id
            }
            return found.isEmpty ? nil : .ids(found)
        }
    }

    private mutating func text(_ position: Int, _ column: ColumnSchema) -> String {
        let text = csv.string(position)
        guard ["name", "name_fr", "name_en"].contains(column.id),
            let short = LongName.cut(text)
        else { return text }
        report(.warning, LongName.code, LongName.message(text), remedy: LongName.remedy, column: column.id)
        return short
    }

    private mutating func reportEmpty(_ column: ColumnSchema) {
        guard column.isRequired else { return }
        if column.content == .evidence { reportNoEvidence(column.id) } else { reportMissingValue(column.id) }
    }

    private mutating func reportNoEvidence(_ column: String) {
        report(
            .warning, "no-evidence",
            Bilingual(en: "Nothing says where this is known from.", fr: "Rien ne dit d'où cela est connu."),
            remedy: Bilingual(
                en: "Name a source and the place in it, such as \"source-id:p. 12\".",
                fr: "Nommez une source et l'endroit où cela s'y trouve, comme « source-id:p. 12 »."), column: column)
    }

    private mutating func evidence(
        _ text: String, _ column: ColumnSchema, _ known: inout KnownTables
    ) -> CellValue? {
        let list = Evidence.list(text)
        for piece in list { _ = look(up: piece.source, column.id, in: "sources", &known) }
        if list.isEmpty, column.isRequired { reportNoEvidence(column.id) }
        return list.isEmpty ? nil : .evidence(list)
    }

    /// `a; b` as two ids.
    static func ids(_ text: String) -> [String] {
        text.split(separator: ";").map { PlainCell.trimmed(String($0)) }.filter { !$0.isEmpty }
    }

    // MARK: Dates and numbers

    mutating func date(_ text: String, _ column: String) -> PartialDate? {
        if let date = PartialDate(text) { return date }
        if column == "until", DateText.isOpenEnd(text) {
            tally(
                "open-end",
                Bilingual(
                    en: "What goes on has no end, such as \"\(Excerpt.of(text))\"",
                    fr: "Ce qui dure encore n'a pas de fin, comme « \(Excerpt.of(text)) »"),
                Bilingual(
                    en: "Nothing needs to be done; an empty cell says the same.",
                    fr: "Rien à faire ; une cellule vide dit la même chose."), column: column)
            return nil
        }
        guard let read = DateText(text) else {
            if isUnknown(text, column) { return nil }
            let day = DateText.ofSpreadsheet(text).map {
                Bilingual(
                    en:
                        "If it is a spreadsheet's number of the day \($0), give the column the form of a date and save it again. ",
                    fr:
                        "Si c'est le numéro du jour \($0) dans un tableur, donnez à la colonne le format d'une date et enregistrez de nouveau. "
                )
            }
            report(
                .error, "bad-date",
                Bilingual(en: "\"\(Excerpt.of(text))\" is no date.", fr: "« \(Excerpt.of(text)) » n'est pas une date."),
                remedy: (day ?? .empty)
                    + Bilingual(
                        en: "Write 2007, 2007-04 or 2007-04-15: year, month, day.",
                        fr: "Écrivez 2007, 2007-04 ou 2007-04-15 : année, mois, jour."), column: column)
            return nil
        }
        let date = read.date
        switch read.form {
        case .other:
            tally(
                "date-form",
                Bilingual(
                    en: "Dates were read without their time, such as \"\(Excerpt.of(text))\" as \(date)",
                    fr: "Des dates ont été lues sans leur heure, comme « \(Excerpt.of(text)) » en \(date)"),
                .nothingToDo, column: column)
        case .dayFirst, .words:
            tally(
                "french-date",
                Bilingual(
                    en: "Dates were read as day/month/year, such as \"\(Excerpt.of(text))\" as \(date)",
                    fr: "Des dates ont été lues en jour/mois/année, comme « \(Excerpt.of(text)) » en \(date)"),
                Bilingual(
                    en: "Write \(date), so that every program reads it.",
                    fr: "Écrivez \(date), pour que tout programme la lise."), column: column)
        case .ambiguous:
            tally(
                "ambiguous-date",
                Bilingual(
                    en:
                        "Dates could have the day or the month first; the day was read first, such as \"\(Excerpt.of(text))\" as \(date)",
                    fr:
                        "Des dates pouvaient commencer par le jour ou par le mois ; le jour a été lu en premier, comme « \(Excerpt.of(text)) » en \(date)"
                ),
                Bilingual(
                    en: "Check them, and write \(date) where that is right.",
                    fr: "Vérifiez-les, et écrivez \(date) là où c'est juste."), column: column, severity: .warning)
        case .about:
            tally(
                "about",
                Bilingual(
                    en: "What is about was read as it is, such as \"\(Excerpt.of(text))\" as \(date)",
                    fr: "Ce qui est approximatif a été lu tel quel, comme « \(Excerpt.of(text)) » en \(date)"),
                .nothingToDo, column: column)
        }
        return date
    }

    private mutating func number(
        _ position: Int, _ column: String, in range: ClosedRange<Double>? = nil
    ) -> Double? {
        let field = csv.fields[position]
        see(number: csv.bytes[field.start..<field.end], column)
        guard
            let value = CSVNumber.double(
                csv.bytes[field.start..<field.end], decimalComma: csv.dialect.readsDecimalComma)
                ?? markedNumber(csv.string(position), column)
        else {
            if !isUnknown(csv.string(position), column) { reportBadNumber(csv.string(position), column) }
            return nil
        }
        guard let range, !range.contains(value) else { return value }
        let isShare = range == 0...1
        report(
            .error, "out-of-range",
            Bilingual(
                en: "\(NumberText.shortest(value)) is not \(Self.words(range).en).",
                fr: "\(NumberText.shortest(value)) n'est pas \(Self.words(range).fr)."),
            remedy: isShare && value > 1 && value <= 100
                ? Bilingual(
                    en: "Write a share, not per cent: \(NumberText.shortest(value / 100)).",
                    fr: "Écrivez une part, et non un pourcentage : \(NumberText.shortest(value / 100)).")
                : Bilingual(en: "Correct the number.", fr: "Corrigez le nombre."),
            column: column)
        return nil
    }

    /// Whether a cell says that nothing is known, as R writes it, where a number or a date is asked for.
    mutating func isUnknown(_ text: String, _ column: String) -> Bool {
        guard MissingWords.contains(text) else { return false }
        tally(
            "not-available",
            Bilingual(
                en: "Cells that say that nothing is known were read so, such as \"\(Excerpt.of(text))\"",
                fr:
                    "Des cellules qui disent que rien n'est connu ont été lues ainsi, comme « \(Excerpt.of(text)) »"
            ),
            Bilingual(
                en: "Nothing needs to be done; an empty cell says the same.",
                fr: "Rien à faire ; une cellule vide dit la même chose."),
            column: column)
        return true
    }

    /// A number with a mark beside it, which is said once for each column.
    mutating func markedNumber(_ text: String, _ column: String) -> Double? {
        guard let read = MarkedNumber(text, decimalComma: csv.dialect.readsDecimalComma) else { return nil }
        if read.isAbout {
            tally(
                "about",
                Bilingual(
                    en:
                        "What is about was read as it is, such as \"\(Excerpt.of(text))\" as \(NumberText.shortest(read.value))",
                    fr:
                        "Ce qui est approximatif a été lu tel quel, comme « \(Excerpt.of(text)) » en \(NumberText.shortest(read.value))"
                ),
                .nothingToDo, column: column)
        } else {
            tally(
                "number-marks",
                Bilingual(
                    en:
                        "Numbers with marks were read, such as \"\(Excerpt.of(text))\" as \(NumberText.shortest(read.value))",
                    fr:
                        "Des nombres accompagnés de signes ont été lus, comme « \(Excerpt.of(text)) » en \(NumberText.shortest(read.value))"
                ),
                Bilingual(
                    en: "Nothing needs to be done, if that is what they mean.",
                    fr: "Rien à faire, si c'est bien ce qu'ils veulent dire."), column: column)
        }
        return read.value
    }

    private static func words(_ range: ClosedRange<Double>) -> Bilingual {
        let least = NumberText.shortest(range.lowerBound)
        guard range.upperBound < .greatestFiniteMagnitude else {
            return Bilingual(en: "\(least) or more", fr: "d'au moins \(least)")
        }
        let most = NumberText.shortest(range.upperBound)
        return Bilingual(en: "between \(least) and \(most)", fr: "compris entre \(least) et \(most)")
    }

    private mutating func count(_ position: Int, _ column: String, atLeast least: Int) -> Int? {
        guard let value = number(position, column) else { return nil }
        if value == value.rounded(), value >= Double(least), value <= 1e12 { return Int(value) }
        report(
            .error, "out-of-range",
            Bilingual(
                en: "\(NumberText.shortest(value)) is no whole number of \(least) or more.",
                fr: "\(NumberText.shortest(value)) n'est pas un nombre entier d'au moins \(least)."),
            remedy: Bilingual(
                en: "Correct the number, or leave the cell empty where it is not known.",
                fr: "Corrigez le nombre, ou laissez la cellule vide s'il n'est pas connu."), column: column)
        return nil
    }

    mutating func reportBadNumber(_ text: String, _ column: String, line: Int? = nil) {
        let remedy: Bilingual
        if csv.dialect == .comma, let value = CSVNumber.double(text, decimalComma: true) {
            // "1,234" may be a decimal or a thousand: in a file of commas nothing says which.
            let thousands =
                text.split(separator: ",").last?.count == 3 ? CSVNumber.double(text.replacing(",", with: "")) : nil
            let orThousands = thousands.map {
                Bilingual(
                    en: ", or \(NumberText.shortest($0)) if the comma sets thousands apart",
                    fr: ", ou \(NumberText.shortest($0)) si la virgule sépare les milliers")
            }
            remedy = Bilingual(
                en:
                    "Write \(NumberText.shortest(value))\(orThousands?.en ?? ""): where commas separate columns, decimals take a point.",
                fr:
                    "Écrivez \(NumberText.shortest(value))\(orThousands?.fr ?? "") : là où des virgules séparent les colonnes, les décimales prennent un point."
            )
        } else {
            remedy = Bilingual(
                en: "Write digits with a point, such as 12.5; leave the cell empty where nothing is known.",
                fr: "Écrivez des chiffres avec un point, comme 12.5 ; laissez la cellule vide si rien n'est connu.")
        }
        report(
            .error, "bad-number",
            Bilingual(en: "\"\(Excerpt.of(text))\" is no number.", fr: "« \(Excerpt.of(text)) » n'est pas un nombre."),
            remedy: remedy, column: column, line: line)
    }

    // MARK: Words

    private mutating func flag(_ text: String, _ column: String) -> Bool? {
        switch text.lowercased() {
        case "yes", "oui", "true", "vrai", "1", "y", "o", "x": return true
        case "no", "non", "false", "faux", "0", "n": return false
        default:
            report(
                .error, "bad-yes-no",
                Bilingual(
                    en: "\"\(Excerpt.of(text))\" is neither yes nor no.",
                    fr: "« \(Excerpt.of(text)) » n'est ni oui ni non."),
                remedy: Bilingual(
                    en: "Write yes or no (oui, non, true, false, vrai, faux, 1 and 0 are read too).",
                    fr: "Écrivez yes ou no (oui, non, true, false, vrai, faux, 1 et 0 sont lus aussi)."), column: column
            )
            return nil
        }
    }

    /// One of a few words, in any case, in English or French.
    private mutating func word(
        _ cell: String, _ column: String, _ words: [ColumnSchema.Word], _ code: String
    ) -> CellValue? {
        let text = cell.lowercased()
        if let word = words.first(where: { $0.id == text }) ?? words.first(where: { $0.isSaid(by: text) }) {
            return .text(word.id)
        }
        if Self.unknown.contains(FoldedWord.of(text)) || text == "?" { return nil }
        let ids = words.map(\.id)
        let nearest = NearestMatch.hint(text, in: ids)
        report(
            .error, code,
            Bilingual(
                en: "\"\(Excerpt.of(text))\" is not one of the words for it.",
                fr: "« \(Excerpt.of(text)) » ne fait pas partie des mots prévus."),
            remedy: nearest
                + Bilingual(
                    en: "Write one of: \(ids.joined(separator: ", ")).",
                    fr: "Écrivez l'un de : \(ids.joined(separator: ", "))."), column: column)
        return nil
    }

    /// What says that nothing is known, as an empty cell does.
    private static let unknown: Set = ["unknown", "inconnu", "inconnue", "na", "nsp", "nonrenseigne", "nr"]

    private mutating func layer(_ text: String, _ column: String, _ others: [String]) -> CellValue? {
        let id = text.lowercased()
        if others.contains(id) { return .text(id) }
        let folded = FoldedWord.of(text)
        if let standard = Layer.standard.first(where: { $0.rawValue == id || FoldedWord.of($0.name.fr) == folded }) {
            return .text(standard.rawValue)
        }
        if let nearest = NearestMatch.find(id, in: Layer.standard.map(\.rawValue) + others) {
            report(
                .warning, "unknown-layer",
                Bilingual(
                    en: "\"\(Excerpt.of(text))\" is no layer of Milieu's; it was taken as one of your own.",
                    fr: "« \(Excerpt.of(text)) » n'est pas une couche de Milieu ; elle a été prise pour une des vôtres."
                ),
                remedy: NearestMatch.question(nearest), column: column)
        } else {
            report(
                .note, "own-layer",
                Bilingual(
                    en: "\"\(Excerpt.of(text))\" is a layer of your own.",
                    fr: "« \(Excerpt.of(text)) » est une couche à vous."),
                remedy:
                    Bilingual(
                        en:
                            "Nothing needs to be done; Milieu's are: \(Layer.standard.map(\.rawValue).joined(separator: ", ")).",
                        fr:
                            "Rien à faire ; celles de Milieu sont : \(Layer.standard.map(\.rawValue).joined(separator: ", "))."
                    ),
                column: column)
        }
        return .text(id)
    }
}
