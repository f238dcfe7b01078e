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
            .warning, "no-evidence", "Nothing says where this is known from.",
            remedy: "Name a source and the place in it, such as \"source-id:p. 12\".", column: column)
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
                "open-end", "What goes on has no end, such as \"\(Excerpt.of(text))\"",
                "Nothing needs to be done; an empty cell says the same.", column: column)
            return nil
        }
        guard let read = DateText(text) else {
            if isUnknown(text, column) { return nil }
            report(
                .error, "bad-date", "\"\(Excerpt.of(text))\" is no date.",
                remedy: "Write 2007, 2007-04 or 2007-04-15: year, month, day.", column: column)
            return nil
        }
        let date = read.date
        switch read.form {
        case .other:
            tally(
                "date-form", "Dates were read without their time, such as \"\(Excerpt.of(text))\" as \(date)",
                "Nothing needs to be done.", column: column)
        case .dayFirst, .words:
            tally(
                "french-date", "Dates were read as day/month/year, such as \"\(Excerpt.of(text))\" as \(date)",
                "Write \(date), so that every program reads it.", column: column)
        case .ambiguous:
            tally(
                "ambiguous-date",
                "Dates could have the day or the month first; the day was read first, such as \"\(Excerpt.of(text))\" as \(date)",
                "Check them, and write \(date) where that is right.", column: column, severity: .warning)
        case .about:
            tally(
                "about", "What is about was read as it is, such as \"\(Excerpt.of(text))\" as \(date)",
                "Nothing needs to be done.", column: column)
        }
        return date
    }

    private mutating func number(
        _ position: Int, _ column: String, in range: ClosedRange<Double>? = nil
    ) -> Double? {
        let field = csv.fields[position]
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
            .error, "out-of-range", "\(NumberText.shortest(value)) is not \(Self.words(range)).",
            remedy: isShare && value > 1 && value <= 100
                ? "Write a share, not per cent: \(NumberText.shortest(value / 100))." : "Correct the number.",
            column: column)
        return nil
    }

    /// Whether a cell says that nothing is known, as R writes it, where a number or a date is asked for.
    mutating func isUnknown(_ text: String, _ column: String) -> Bool {
        guard text == "NA" || text == "<NA>" else { return false }
        tally(
            "not-available", "Cells with NA were read as not known",
            "Nothing needs to be done; an empty cell says the same.",
            column: column)
        return true
    }

    /// A number with a mark beside it, which is said once for each column.
    mutating func markedNumber(_ text: String, _ column: String) -> Double? {
        guard let read = MarkedNumber(text, decimalComma: csv.dialect.readsDecimalComma) else { return nil }
        if read.isAbout {
            tally(
                "about",
                "What is about was read as it is, such as \"\(Excerpt.of(text))\" as \(NumberText.shortest(read.value))",
                "Nothing needs to be done.", column: column)
        } else {
            tally(
                "number-marks",
                "Numbers with marks were read, such as \"\(Excerpt.of(text))\" as \(NumberText.shortest(read.value))",
                "Nothing needs to be done, if that is what they mean.", column: column)
        }
        return read.value
    }

    private static func words(_ range: ClosedRange<Double>) -> String {
        let least = NumberText.shortest(range.lowerBound)
        guard range.upperBound < .greatestFiniteMagnitude else { return "\(least) or more" }
        return "between \(least) and \(NumberText.shortest(range.upperBound))"
    }

    private mutating func count(_ position: Int, _ column: String, atLeast least: Int) -> Int? {
        guard let value = number(position, column) else { return nil }
        if value == value.rounded(), value >= Double(least), value <= 1e12 { return Int(value) }
        report(
            .error, "out-of-range", "\(NumberText.shortest(value)) is no whole number of \(least) or more.",
            remedy: "Correct the number, or leave the cell empty where it is not known.", column: column)
        return nil
    }

    mutating func reportBadNumber(_ text: String, _ column: String, line: Int? = nil) {
        let remedy: String
        if csv.dialect == .comma, let value = CSVNumber.double(text, decimalComma: true) {
            // "1,234" may be a decimal or a thousand: in a file of commas nothing says which.
            remedy = "Write \(NumberText.shortest(value)): where commas separate columns, decimals take a point."
        } else {
            remedy = "Write digits with a point, such as 12.5; leave the cell empty where nothing is known."
        }
        report(
            .error, "bad-number", "\"\(Excerpt.of(text))\" is no number.", remedy: remedy, column: column, line: line)
    }

    // MARK: Words

    private mutating func flag(_ text: String, _ column: String) -> Bool? {
        switch text.lowercased() {
        case "yes", "oui", "true", "vrai", "1", "y", "o", "x": return true
        case "no", "non", "false", "faux", "0", "n": return false
        default:
            report(
                .error, "bad-yes-no", "\"\(Excerpt.of(text))\" is neither yes nor no.",
                remedy: "Write yes or no (oui, non, true, false, vrai, faux, 1 and 0 are read too).", column: column)
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
            .error, code, "\"\(Excerpt.of(text))\" is not one of the words for it.",
            remedy: nearest + "Write one of: \(ids.joined(separator: ", ")).", column: column)
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
                "\"\(Excerpt.of(text))\" is no layer of Milieu's; it was taken as one of your own.",
                remedy: NearestMatch.question(nearest), column: column)
        } else {
            report(
                .note, "own-layer", "\"\(Excerpt.of(text))\" is a layer of your own.",
                remedy:
                    "Nothing needs to be done; Milieu's are: \(Layer.standard.map(\.rawValue).joined(separator: ", ")).",
                column: column)
        }
        return .text(id)
    }
}
