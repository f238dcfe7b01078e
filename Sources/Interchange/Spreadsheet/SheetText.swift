import Tabular
import Vocabulary

/// The rows of a sheet as a text that every reader of tables reads: a cell between separators that no cell can
/// hold, a row on the line of its number.
enum SheetText {
    /// - Returns: the text, and what of the sheet needs to be said.
    static func make(_ sheet: Sheet, file: String) throws(TextFault) -> (bytes: [UInt8], findings: Findings) {
        var findings = Findings()
        let (rows, filled) = try merged(sheet)
        report(sheet, filled: filled, file, &findings)
        let width = sheet.width
        guard rows.count.multipliedReportingOverflow(by: max(width, 1)).partialValue <= SheetLimits.width else {
            throw SheetFilling.tooLarge(
                Bilingual(
                    en: "a sheet of \(rows.count) rows and \(width) columns",
                    fr: "une feuille de \(rows.count, fr: "ligne", "lignes") et \(width, fr: "colonne", "colonnes")"))
        }
        var bytes: [UInt8] = []
        var line = 1
        for row in rows {
            while line < row.number {
                bytes.append(UInt8(ascii: "\n"))
                line += 1
            }
            var column = 0
            for cell in row.cells {
                while column < cell.column {
                    bytes.append(CSVDialect.sheet.delimiter)
                    column += 1
                }
                append(cell.text, to: &bytes)
            }
            while column < width - 1 {
                bytes.append(CSVDialect.sheet.delimiter)
                column += 1
            }
            bytes.append(UInt8(ascii: "\n"))
            line += 1
        }
        return (bytes, findings)
    }

    /// A text as a cell can hold it: no control characters but tabs and line ends, and those that Excel writes as
    /// `_x000D_` read.
    static func plain(_ text: String) -> String {
        var (previous, hasEscape, hasControl): (UInt8, Bool, Bool) = (0, false, false)
        for byte in text.utf8 {
            if byte == UInt8(ascii: "x"), previous == UInt8(ascii: "_") { hasEscape = true }
            if byte < 0x20 { hasControl = true }
            previous = byte
        }
        guard hasEscape || hasControl else { return text }
        let text = hasEscape ? unescaped(text) : text
        var plain = ""
        for scalar in text.unicodeScalars where scalar != "\r" {
            plain.unicodeScalars.append(scalar.value < 0x20 && scalar != "\n" && scalar != "\t" ? " " : scalar)
        }
        return plain
    }

    private static func unescaped(_ text: String) -> String {
        var output = ""
        var rest = text[...]
        while let start = rest.firstRange(of: "_x")?.lowerBound {
            output += rest[..<start]
            let code = rest[start...].prefix(7)
            let digits = code.dropFirst(2).dropLast()
            if code.count == 7, code.last == "_", let value = UInt32(digits, radix: 16),
                let scalar = Unicode.Scalar(value)
            {
                output.unicodeScalars.append(scalar)
                rest = rest[code.endIndex...]
            } else {
                output += "_x"
                rest = rest[start...].dropFirst(2)
            }
        }
        return output + rest
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        let needsQuotes = text.utf8.contains {
            $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
        }
        guard needsQuotes else {
            bytes += text.utf8
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    // MARK: Merged cells

    /// The rows with the value of merged cells in each row that they reach over: an actor that is written once
    /// beside five partners is the actor of all five.
    private static func merged(_ sheet: Sheet) throws(TextFault) -> (rows: [Sheet.Row], filled: Int) {
        let tall = sheet.merges.filter { $0.rows.count > 1 }
        guard !tall.isEmpty else { return (sheet.rows, 0) }
        var rows = sheet.rows
        var (filled, steps) = (0, 0)
        for merge in tall {
            let start = rows.partitioningIndex { $0.number >= merge.rows.lowerBound }
            guard start < rows.count, rows[start].number == merge.rows.lowerBound,
                let value = rows[start].cells.first(where: { $0.column == merge.columns.lowerBound })
            else { continue }
            var place = start + 1
            while place < rows.count, rows[place].number <= merge.rows.upperBound {
                steps += 1
                guard steps <= SheetLimits.cells else {
                    throw SheetFilling.tooLarge(
                        Bilingual(
                            en: "more than \(SheetLimits.cells) merged cells",
                            fr: "plus de \(SheetLimits.cells, fr: "cellule fusionnée", "cellules fusionnées")"))
                }
                let at = rows[place].cells.partitioningIndex { $0.column >= value.column }
                if at == rows[place].cells.count || rows[place].cells[at].column != value.column {
                    rows[place].cells.insert(value, at: at)
                    filled += 1
                }
                place += 1
            }
        }
        return (rows, filled)
    }

    // MARK: What is said

    private static func report(_ sheet: Sheet, filled: Int, _ file: String, _ findings: inout Findings) {
        func add(_ severity: Finding.Severity, _ code: String, _ message: Bilingual, _ remedy: Bilingual, _ line: Int?)
        {
            findings.add(severity, code, message, remedy: remedy, at: Place(file: file, line: line))
        }
        if filled > 0 {
            add(
                .warning, "merged-cells",
                Bilingual(
                    en:
                        "Cells are merged over several rows; their text was read in each of these rows (\(filled) cells).",
                    fr:
                        "Des cellules sont fusionnées sur plusieurs lignes ; leur texte a été lu sur chacune de ces lignes (\(filled, fr: "cellule", "cellules"))."
                ),
                Bilingual(
                    en: "Check that it holds for all of them; better write it into each row.",
                    fr: "Vérifiez qu'il vaut pour toutes ; mieux, écrivez-le sur chaque ligne."),
                sheet.merges.first { $0.rows.count > 1 }?.rows.lowerBound)
        }
        if sheet.unknownFormulas.count > 0 {
            add(
                .error, "formula-without-value",
                Bilingual(
                    en:
                        "Formulas whose value the file does not hold: \(sheet.unknownFormulas.count), the first here. Milieu computes none.",
                    fr:
                        "Formules dont le fichier ne contient pas la valeur : \(sheet.unknownFormulas.count), la première ici. Milieu n'en calcule aucune."
                ),
                Bilingual(
                    en: "Open the workbook in a spreadsheet program and save it, or write the values.",
                    fr: "Ouvrez le classeur dans un tableur et enregistrez-le, ou écrivez les valeurs."),
                sheet.unknownFormulas.first)
        }
        if sheet.errorValues.count > 0 {
            add(
                .error, "error-value",
                Bilingual(
                    en: "Cells hold an error such as #REF! or #N/A: \(sheet.errorValues.count), the first here.",
                    fr:
                        "Cellules qui contiennent une erreur comme #REF! ou #N/A : \(sheet.errorValues.count), la première ici."
                ),
                Bilingual(
                    en: "Correct the formulas, or empty the cells.", fr: "Corrigez les formules, ou videz les cellules."
                ), sheet.errorValues.first)
        }
        if sheet.hiddenRows.count > 0 {
            add(
                .warning, "hidden-rows",
                Bilingual(
                    en: "Hidden rows (\(sheet.hiddenRows.count), the first here) were read like all others.",
                    fr: "Lignes masquées, lues comme toutes les autres : \(sheet.hiddenRows.count), la première ici."),
                Bilingual(
                    en: "Delete them, if they are not meant.", fr: "Supprimez-les, si elles ne sont pas voulues."),
                sheet.hiddenRows.first)
        }
    }
}

extension Array {
    /// The first place whose element the condition holds for, as it then does for all behind it.
    fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
