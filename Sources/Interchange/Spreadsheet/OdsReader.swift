import Tabular
import Vocabulary

/// Reads the sheets of an OpenDocument spreadsheet (ISO/IEC 26300; `.ods`, `.ots`, and `.fods`, which is one XML
/// text). Of a formula the value that the program stored is taken.
enum OdsReader {
    static func sheets(of archive: ZipArchive, file: String) throws(TextFault) -> [Sheet] {
        if let manifest = try archive.bytes(of: "META-INF/manifest.xml"),
            String(decoding: manifest, as: UTF8.self).contains("encryption-data")
        {
            throw TextFault(
                Bilingual(en: "The workbook is encrypted.", fr: "Le classeur est chiffré."),
                remedy: Bilingual(en: "Save it without a password.", fr: "Enregistrez-le sans mot de passe."), line: 1,
                code: "encrypted")
        }
        let handler = OdsHandler()
        if let styles = try archive.bytes(of: "styles.xml") { try XMLReader.read(styles, file: file, into: handler) }
        guard let content = try archive.bytes(of: "content.xml") else {
            throw TextFault(
                Bilingual(en: "The archive holds no workbook.", fr: "L'archive ne contient pas de classeur."),
                remedy: Bilingual(
                    en: "Save the file as .ods, .xlsx or CSV.", fr: "Enregistrez le fichier en .ods, .xlsx ou CSV."),
                line: 1,
                code: "bad-workbook")
        }
        try XMLReader.read(content, file: file, into: handler)
        return handler.filling.sheets
    }

    /// A workbook that is one XML text.
    static func sheets(of text: [UInt8], file: String) throws(TextFault) -> [Sheet] {
        let handler = OdsHandler()
        try XMLReader.read(text, file: file, into: handler)
        return handler.filling.sheets
    }
}

private final class OdsHandler: XMLTextHandler {
    private(set) var filling = SheetFilling()

    // The formats of styles: of dates by the name of the data style, of cells by that of the cell style.
    private var dateFormats: [String: CellFormat] = [:]
    private var cellFormats: [String: CellFormat] = [:]
    private var hiddenTables: Set<String> = []
    private var dateStyle: (name: String, format: CellFormat)?
    private var style = ""

    private var tableDepth = 0
    private var row = 0
    private var rowRepeats = 1
    private var cells: [Sheet.Cell] = []
    private var column = 0

    /// The open elements of a cell, from the cell on.
    private var open: [String] = []
    /// How many of them belong to something else than the cell's text: a remark, a picture.
    private var foreign = 0
    private var cell: XMLElement?
    private var text: [UInt8] = []
    private var paragraphs = 0

    private static let ofText: Set = ["table-cell", "covered-table-cell", "p", "span", "a", "s", "tab", "line-break"]

    func start(_ element: XMLElement) throws(TextFault) {
        if cell != nil { return startInCell(element) }
        switch element.name {
        case "date-style", "time-style": dateStyle = (element["name"] ?? "", CellFormat())
        case "year": dateStyle?.format.hasYear = true
        case "month": dateStyle?.format.hasMonth = true
        case "day": dateStyle?.format.hasDay = true
        case "hours", "minutes", "seconds": dateStyle?.format.hasTime = true
        case "style":
            style = element["name"] ?? ""
            cellFormats[style] =
                (element["data-style-name"].flatMap { dateFormats[$0] })
                ?? element["parent-style-name"].flatMap { cellFormats[$0] }
        case "table-properties": if element["display"] == "false" { hiddenTables.insert(style) }
        case "table": try startTable(element)
        case "table-row" where tableDepth == 1: startRow(element)
        case "table-cell", "covered-table-cell": if tableDepth == 1 { startCell(element) }
        default: break
        }
    }

    private func startTable(_ element: XMLElement) throws(TextFault) {
        tableDepth += 1
        guard tableDepth == 1 else { return }
        try filling.begin(element["name"] ?? "", isHidden: element["style-name"].map(hiddenTables.contains) ?? false)
        row = 0
    }

    private func startRow(_ element: XMLElement) {
        rowRepeats = Self.count(element["number-rows-repeated"])
        (cells, column) = ([], 0)
        if ["collapse", "filter"].contains(element["visibility"] ?? "") {
            let row = row + 1
            filling.change { $0.hiddenRows.see(row) }
        }
    }

    private func startCell(_ element: XMLElement) {
        (cell, open, foreign, text, paragraphs) = (element, [element.name], 0, [], 0)
    }

    private func startInCell(_ element: XMLElement) {
        open.append(element.name)
        if foreign > 0 || !Self.ofText.contains(element.name) {
            foreign += 1
            return
        }
        switch element.name {
        case "p":
            if paragraphs > 0 { text.append(UInt8(ascii: "\n")) }
            paragraphs += 1
        case "s": text += [UInt8](repeating: UInt8(ascii: " "), count: min(Self.count(element["c"]), 1_000))
        case "tab": text.append(UInt8(ascii: "\t"))
        case "line-break": text.append(UInt8(ascii: "\n"))
        default: break
        }
    }

    func characters(_ bytes: [UInt8]) {
        guard cell != nil, foreign == 0, paragraphs > 0, open.count > 1 else { return }
        text += bytes
    }

    func end(_ name: String, text: String, line: Int) throws(TextFault) {
        if cell != nil {
            if foreign > 0 { foreign -= 1 }
            open.removeLast()
            if open.isEmpty { try take() }
            return
        }
        switch name {
        case "date-style", "time-style":
            if let dateStyle { dateFormats[dateStyle.name] = dateStyle.format }
            dateStyle = nil
        case "table": tableDepth -= 1
        case "table-row" where tableDepth == 1: try endRow()
        default: break
        }
    }

    private func take() throws(TextFault) {
        guard let element = cell else { return }
        cell = nil
        let repeats = Self.count(element["number-columns-repeated"])
        defer { column = min(column + repeats, SheetLimits.columns) }
        // What lies under merged cells is not shown.
        guard element.name == "table-cell" else { return }
        noteMerge(element)
        let text = value(of: element)
        guard !text.isEmpty else { return }
        guard column + repeats <= SheetLimits.columns else {
            throw SheetFilling.tooLarge(
                Bilingual(
                    en: "more than \(SheetLimits.columns) columns",
                    fr: "plus de \(SheetLimits.columns, fr: "colonne", "colonnes")"))
        }
        for place in column..<column + repeats { cells.append(Sheet.Cell(column: place, text: text)) }
    }

    private func noteMerge(_ element: XMLElement) {
        let (rows, columns) = (
            Self.count(element["number-rows-spanned"]), Self.count(element["number-columns-spanned"])
        )
        guard rows > 1 || columns > 1 else { return }
        let merge = Sheet.Merge(rows: (row + 1)...(row + rows), columns: column...(column + columns - 1))
        filling.change { $0.merges.append(merge) }
    }

    private func value(of element: XMLElement) -> String {
        let shown = SheetText.plain(String(decoding: text, as: UTF8.self))
        if element["formula"] != nil, element["value-type"] == nil, shown.isEmpty {
            let row = row + 1
            filling.change { $0.unknownFormulas.see(row) }
        }
        if Self.isErrorValue(shown), element["formula"] != nil {
            let row = row + 1
            filling.change { $0.errorValues.see(row) }
        }
        switch element["value-type"] {
        case "float", "percentage", "currency":
            return element["value"].flatMap { CSVNumber.double($0) }.map { number(number: $0, shown) } ?? shown
        case "boolean": return element["boolean-value"] == "true" ? "yes" : "no"
        case "date": return date(element["date-value"] ?? shown, element)
        case "string": return element["string-value"].map(SheetText.plain) ?? shown
        default: return shown
        }
    }

    /// A number; where it is shown filled up with zeros, as codes are, what is shown.
    private func number(number: Double, _ shown: String) -> String {
        let text = NumberText.shortest(number)
        let isPadded =
            shown.utf8.count > text.utf8.count && shown.hasPrefix("0") && shown.hasSuffix(text)
            && shown.utf8.allSatisfy { (48...57).contains($0) }
        return isPadded ? shown : text
    }

    private func date(_ text: String, _ element: XMLElement) -> String {
        guard let date = PartialDate(text.prefix(10)), text.utf8.count == 10 || text.hasSuffix("T00:00:00") else {
            return text
        }
        let format = element["style-name"].flatMap { cellFormats[$0] } ?? CellFormat(code: "yyyy-mm-dd")
        return format.shown(date)
    }

    private static func isErrorValue(_ text: String) -> Bool {
        text.hasPrefix("#") && (text.hasSuffix("!") || text.hasSuffix("?") || text == "#N/A") || text.hasPrefix("Err:")
    }

    private func endRow() throws(TextFault) {
        // Rows without a cell are repeated a million times; those with some are what they are.
        if !cells.isEmpty {
            for place in 0..<rowRepeats { try filling.add(cells, row: row + place + 1) }
        }
        row += rowRepeats
    }

    /// How often something stands there: 1, or as many as a sheet can have.
    private static func count(_ text: String?) -> Int {
        min(max(1, text.flatMap { Int($0) } ?? 1), SheetLimits.rows)
    }
}
