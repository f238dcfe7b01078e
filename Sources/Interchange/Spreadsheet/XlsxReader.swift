import Tabular
import Vocabulary

/// Reads the sheets of an Office Open XML workbook (ECMA-376; `.xlsx`, `.xlsm`, `.xltx`).
///
/// Of a formula the value that the program stored is taken; nothing is computed, and nothing outside is opened.
enum XlsxReader {
    static func sheets(of archive: ZipArchive, file: String) throws(TextFault) -> [Sheet] {
        let root = try relations(of: "", archive, file).first { $0.value.type.hasSuffix("/officeDocument") }
        let path = root?.value.target ?? "xl/workbook.xml"
        let book = BookHandler()
        guard let bytes = try archive.bytes(of: path) else {
            throw TextFault(
                Bilingual(en: "The archive holds no workbook.", fr: "L'archive ne contient pas de classeur."),
                remedy: Bilingual(
                    en: "Save the file as .xlsx, .ods or CSV.", fr: "Enregistrez le fichier en .xlsx, .ods ou CSV."),
                line: 1,
                code: "bad-workbook")
        }
        try XMLReader.read(bytes, file: file, into: book)
        let parts = try relations(of: path, archive, file)
        func part(_ kind: String) throws(TextFault) -> [UInt8]? {
            guard let part = parts.first(where: { $0.value.type.hasSuffix("/" + kind) }) else { return nil }
            return try archive.bytes(of: part.value.target)
        }
        let strings = StringsHandler()
        if let bytes = try part("sharedStrings") { try XMLReader.read(bytes, file: file, into: strings) }
        let styles = StylesHandler()
        if let bytes = try part("styles") { try XMLReader.read(bytes, file: file, into: styles) }
        let texts = CellTexts(strings: strings.strings, formats: styles.formats, from1904: book.from1904)
        let handler = SheetHandler(texts)
        for sheet in book.sheets {
            // Sheets of charts and of dialogues hold no table.
            guard let part = parts[sheet.relation], part.type.hasSuffix("/worksheet"),
                let bytes = try archive.bytes(of: part.target)
            else { continue }
            try handler.begin(sheet.name, isHidden: sheet.isHidden)
            if let plain = PlainSheet(bytes, texts), (try? XMLReader.read(plain.frame, file: file, into: handler)) != nil {
                try handler.take(plain.rows)
            } else {
                try XMLReader.read(bytes, file: file, into: handler)
            }
        }
        return handler.filling.sheets
    }

    private struct Relation {
        let type: String
        let target: String
    }

    /// What a part of the archive refers to, by id; targets as names in the archive.
    private static func relations(
        of part: String, _ archive: ZipArchive, _ file: String
    ) throws(TextFault) -> [String: Relation] {
        let folder = part.split(separator: "/").dropLast().joined(separator: "/")
        let name = part.split(separator: "/").last.map(String.init) ?? ""
        let path = (folder.isEmpty ? "" : folder + "/") + "_rels/" + name + ".rels"
        guard let bytes = try archive.bytes(of: path) else { return [:] }
        let handler = RelationsHandler()
        try XMLReader.read(bytes, file: file, into: handler)
        var relations: [String: Relation] = [:]
        for (id, type, target) in handler.relations {
            relations[id] = Relation(type: type, target: resolved(target, in: folder))
        }
        return relations
    }

    private static func resolved(_ target: String, in folder: String) -> String {
        var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for part in target.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }
}

private final class RelationsHandler: XMLHandler {
    private(set) var relations: [(id: String, type: String, target: String)] = []

    func start(_ element: XMLElement) throws(TextFault) {
        guard element.name == "Relationship", element["TargetMode"] != "External" else { return }
        if let id = element["Id"], let type = element["Type"], let target = element["Target"] {
            relations.append((id, type, target))
        }
    }

    func end(_ name: String, text: String, line: Int) throws(TextFault) {}
}

private final class BookHandler: XMLHandler {
    private(set) var sheets: [(name: String, relation: String, isHidden: Bool)] = []
    private(set) var from1904 = false

    func start(_ element: XMLElement) throws(TextFault) {
        switch element.name {
        case "workbookPr": from1904 = ["1", "true"].contains(element["date1904"] ?? "")
        case "sheet":
            sheets.append(
                (try element.required("name"), element["id"] ?? "", (element["state"] ?? "visible") != "visible"))
        default: break
        }
    }

    func end(_ name: String, text: String, line: Int) throws(TextFault) {}
}

/// The texts that cells share; how they are read aloud (`rPh`) is left out.
private final class StringsHandler: XMLHandler {
    private(set) var strings: [String] = []
    private var text = ""
    private var isPhonetic = false

    func start(_ element: XMLElement) throws(TextFault) {
        if element.name == "si" { text = "" }
        if element.name == "rPh" { isPhonetic = true }
    }

    func end(_ name: String, text piece: String, line: Int) throws(TextFault) {
        switch name {
        case "t" where !isPhonetic: text += piece
        case "rPh": isPhonetic = false
        case "si":
            guard strings.count < SheetLimits.cells else {
                throw SheetFilling.tooLarge(
                    Bilingual(
                        en: "more than \(SheetLimits.cells) texts",
                        fr: "plus de \(SheetLimits.cells, fr: "texte", "textes")"))
            }
            strings.append(text)
        default: break
        }
    }
}

/// The format of each style of a cell.
private final class StylesHandler: XMLHandler {
    private(set) var formats: [CellFormat] = []
    private var codes: [Int: String] = [:]
    private var isOfCells = false

    func start(_ element: XMLElement) throws(TextFault) {
        switch element.name {
        case "numFmt":
            if let id = element["numFmtId"].flatMap({ Int($0) }) { codes[id] = element["formatCode"] }
        case "cellXfs": isOfCells = true
        case "xf" where isOfCells && formats.count < 100_000:
            let id = element["numFmtId"].flatMap { Int($0) } ?? 0
            formats.append(codes[id].map(CellFormat.init(code:)) ?? CellFormat.builtIn(id))
        default: break
        }
    }

    func end(_ name: String, text: String, line: Int) throws(TextFault) {
        if name == "cellXfs" { isOfCells = false }
    }
}

/// The cells of one sheet after the other.
final class SheetHandler: XMLHandler {
    private(set) var filling = SheetFilling()
    private let texts: CellTexts

    private var row = 0
    private var cells: [Sheet.Cell] = []
    private var column = -1
    private var type = ""
    private var style = 0
    private var value: String?
    private var inline: String?
    private var hasFormula = false
    private var isPhonetic = false

    init(_ texts: CellTexts) { self.texts = texts }

    func begin(_ name: String, isHidden: Bool) throws(TextFault) {
        try filling.begin(name, isHidden: isHidden)
        row = 0
    }

    /// Takes over rows that were read apart.
    func take(_ rows: [Sheet.Row]) throws(TextFault) {
        for row in rows { try filling.add(row.cells, row: row.number) }
    }

    func start(_ element: XMLElement) throws(TextFault) {
        switch element.name {
        case "row":
            row = element["r"].flatMap { Int($0) } ?? row + 1
            (cells, column) = ([], -1)
            if ["1", "true"].contains(element["hidden"] ?? "") {
                let row = row
                filling.change { $0.hiddenRows.see(row) }
            }
        case "c":
            column =
                try element["r"].map { reference throws(TextFault) in try Self.column(reference, element.line) }
                ?? column + 1
            type = element["t"] ?? "n"
            style = element["s"].flatMap { Int($0) } ?? 0
            (value, inline, hasFormula) = (nil, nil, false)
        case "f": hasFormula = true
        case "rPh": isPhonetic = true
        case "mergeCell":
            if let merge = Self.merge(element["ref"] ?? "") { filling.change { $0.merges.append(merge) } }
        default: break
        }
    }

    func end(_ name: String, text: String, line: Int) throws(TextFault) {
        switch name {
        case "v": value = text
        case "t" where !isPhonetic && column >= 0: inline = (inline ?? "") + text
        case "rPh": isPhonetic = false
        case "c": try take(line)
        case "row": try filling.add(cells, row: row)
        default: break
        }
    }

    private func take(_ line: Int) throws(TextFault) {
        guard let text = try text(line), !text.isEmpty else {
            let row = row
            // One that gave an empty text has the type `str`.
            if hasFormula, value?.isEmpty ?? true, inline == nil, type != "str" {
                filling.change { $0.unknownFormulas.see(row) }
            }
            return
        }
        guard column > cells.last?.column ?? -1, column < SheetLimits.columns else {
            throw TextFault(
                Bilingual(
                    en: "The cells of row \(row) are not in order.",
                    fr: "Les cellules de la ligne \(row) ne sont pas dans l'ordre."),
                remedy: Bilingual(
                    en: "Save the workbook anew with a spreadsheet program.",
                    fr: "Enregistrez de nouveau le classeur avec un tableur."),
                line: line, code: "bad-workbook")
        }
        cells.append(Sheet.Cell(column: column, text: text))
    }

    private func text(_ line: Int) throws(TextFault) -> String? {
        switch type {
        case "s":
            guard let value else { return nil }
            guard let text = Int(value).flatMap(texts.shared) else {
                throw TextFault(
                    Bilingual(
                        en: "A cell of row \(row) names a text that the workbook does not have.",
                        fr: "Une cellule de la ligne \(row) nomme un texte que le classeur n'a pas."),
                    remedy: Bilingual(
                        en: "Save the workbook anew with a spreadsheet program.",
                        fr: "Enregistrez de nouveau le classeur avec un tableur."), line: line, code: "bad-workbook")
            }
            return text
        case "inlineStr": return inline.map(SheetText.plain)
        case "str": return value.map(SheetText.plain)
        case "b": return value.map { $0 == "1" || $0 == "true" ? "yes" : "no" }
        case "e":
            let row = row
            if value != nil { filling.change { $0.errorValues.see(row) } }
            return value.map(SheetText.plain)
        // A date as such (ISO 8601), as few programs write it.
        case "d": return value.map { $0.hasSuffix("T00:00:00") ? String($0.dropLast(9)) : $0 }
        default:
            guard let value, !value.isEmpty else { return nil }
            return texts.number(value, style: style)
        }
    }

    private static func column(_ reference: String, _ line: Int) throws(TextFault) -> Int {
        guard let column = CellTexts.column(reference.utf8) else {
            throw TextFault(
                Bilingual(
                    en: "\"\(Excerpt.of(reference))\" is no cell.",
                    fr: "« \(Excerpt.of(reference)) » n'est pas une cellule."),
                remedy: Bilingual(
                    en: "Save the workbook anew with a spreadsheet program.",
                    fr: "Enregistrez de nouveau le classeur avec un tableur."),
                line: line, code: "bad-workbook")
        }
        return column
    }

    private static func merge(_ reference: String) -> Sheet.Merge? {
        let corners = reference.split(separator: ":")
        guard corners.count == 2 else { return nil }
        let places = corners.compactMap { corner -> (row: Int, column: Int)? in
            let letters = corner.prefix { $0.isLetter }
            guard let column = try? column(String(letters), 1), let row = Int(corner.dropFirst(letters.count)) else {
                return nil
            }
            return (row, column)
        }
        guard places.count == 2, places[0].row <= places[1].row, places[0].column <= places[1].column,
            places[0].row >= 1, places[1].row <= SheetLimits.rows
        else { return nil }
        return Sheet.Merge(rows: places[0].row...places[1].row, columns: places[0].column...places[1].column)
    }
}
