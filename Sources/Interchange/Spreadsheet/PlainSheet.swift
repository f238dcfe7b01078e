/// A sheet that is written as nearly all are: rows of cells with a number or a text each, in ASCII, and nothing between them.
///
/// Such cells are nine tenths of a large workbook, and a parser of XML spends most of its time on calling back for each of
/// their elements. What is anything else, a formula, a hidden row, an error, an escaped letter, a fault, is not read here:
/// the whole sheet then goes through the parser, which says what is wrong. So does, in any case, all that stands before
/// and behind the cells.
struct PlainSheet {
    /// The rows with filled cells, their numbers ascending.
    let rows: [Sheet.Row]
    /// The text of the sheet without its cells.
    let frame: [UInt8]

    /// Nil where the sheet is not so plain.
    init?(_ bytes: [UInt8], _ texts: CellTexts) {
        guard let start = Self.start(bytes) else { return nil }
        var cells = PlainCells(bytes, texts, at: start)
        guard let rows = cells.rows() else { return nil }
        self.rows = rows
        frame = Array(bytes[..<start] + bytes[cells.at...])
    }

    /// Behind `<sheetData>`; nil where it does not stand near the top, or something there could change what follows.
    private static func start(_ bytes: [UInt8]) -> Int? {
        let head = bytes.prefix(1 << 16)
        guard bytes.first == UInt8(ascii: "<"), let mark = head.firstRange(of: Array("<sheetData>".utf8)),
            !head[..<mark.lowerBound].contains(Array("<!".utf8))
        else { return nil }
        return mark.upperBound
    }
}

/// Reads the rows of a plain sheet, and stops where they end.
private struct PlainCells {
    private(set) var at: Int
    private let bytes: [UInt8]
    private let texts: CellTexts
    private var cellCount = 0

    init(_ bytes: [UInt8], _ texts: CellTexts, at start: Int) { (self.bytes, self.texts, at) = (bytes, texts, start) }

    /// Nil where something is not plain.
    mutating func rows() -> [Sheet.Row]? {
        var rows: [Sheet.Row] = []
        var number = 0
        while true {
            passSpaces()
            if take(Word.endOfRows, keeping: true) { return rows }
            guard take(Word.row), let given = rowNumber() else { return nil }
            guard let row = given.isEmpty ? number + 1 : self.number(given), row > number, row <= SheetLimits.rows else {
                return nil
            }
            number = row
            if take(Word.emptyEnd) { continue }
            guard take(Word.end), let cells = cells(about: rows.last?.cells.count ?? 0) else { return nil }
            cellCount += cells.count
            guard cellCount <= SheetLimits.cells else { return nil }
            if !cells.isEmpty { rows.append(Sheet.Row(number: row, cells: cells)) }
        }
    }

    private mutating func cells(about count: Int) -> [Sheet.Cell]? {
        var cells: [Sheet.Cell] = []
        cells.reserveCapacity(count)
        var column = -1
        while true {
            passSpaces()
            if take(Word.endOfRow) { return cells }
            guard take(Word.cell), let tag = cellTag() else { return nil }
            guard let here = tag.reference.isEmpty ? column + 1 : CellTexts.column(bytes[tag.reference]), here > column,
                here < SheetLimits.columns
            else { return nil }
            column = here
            if take(Word.emptyEnd) { continue }
            guard take(Word.end), let text = text(tag), take(Word.endOfCell) else { return nil }
            if !text.isEmpty { cells.append(Sheet.Cell(column: column, text: text)) }
        }
    }

    /// What a cell means; empty where it is empty, nil where it is not plain.
    private mutating func text(_ tag: CellTag) -> String? {
        let type = bytes[tag.type]
        if type.elementsEqual(Word.inline) {
            guard take(Word.inlineText) || take(Word.inlineSpacedText), let text = characters(), take(Word.endOfInlineText) else {
                return nil
            }
            return SheetText.plain(string(text))
        }
        guard take(Word.value), let value = characters(), take(Word.endOfValue) else { return nil }
        switch type.first ?? UInt8(ascii: "n") {
        case UInt8(ascii: "s") where type.count == 1: return number(value).flatMap(texts.shared)
        case UInt8(ascii: "n") where type.count <= 1:
            guard let style = tag.style.isEmpty ? 0 : number(tag.style) else { return nil }
            return value.isEmpty ? "" : texts.number(string(value), style: style)
        case UInt8(ascii: "s") where type.elementsEqual(Word.string): return SheetText.plain(string(value))
        default: return nil
        }
    }

    // MARK: The tokens

    private enum Word {
        static let row = Array("<row".utf8), endOfRow = Array("</row>".utf8), endOfRows = Array("</sheetData>".utf8)
        static let cell = Array("<c".utf8), endOfCell = Array("</c>".utf8)
        static let value = Array("<v>".utf8), endOfValue = Array("</v>".utf8)
        static let end = Array(">".utf8), emptyEnd = Array("/>".utf8)
        static let inline = Array("inlineStr".utf8), string = Array("str".utf8)
        static let inlineText = Array("<is><t>".utf8), endOfInlineText = Array("</t></is>".utf8)
        static let inlineSpacedText = Array("<is><t xml:space=\"preserve\">".utf8)
        /// What a row may say of itself beside its number; whether it is hidden comes first.
        static let rowWords = [
            "hidden", "r", "spans", "s", "customFormat", "ht", "customHeight", "x14ac:dyDescent", "outlineLevel",
            "collapsed", "thickTop", "thickBot",
        ].map { Array($0.utf8) }
        static let no = ["0", "false"].map { Array($0.utf8) }
    }

    /// Where the values of a cell's attributes stand; empty where they are not there.
    private struct CellTag {
        var reference = 0..<0
        var style = 0..<0
        var type = 0..<0
    }

    private mutating func cellTag() -> CellTag? {
        var tag = CellTag()
        while let (name, value) = attribute() {
            guard name.count == 1 else { return nil }
            switch bytes[name.lowerBound] {
            case UInt8(ascii: "r") where tag.reference.isEmpty: tag.reference = value
            case UInt8(ascii: "s") where tag.style.isEmpty: tag.style = value
            case UInt8(ascii: "t") where tag.type.isEmpty: tag.type = value
            default: return nil
            }
        }
        return tag
    }

    /// Where the number of a row stands; empty where it has none, nil where the row is hidden or says what is not known.
    private mutating func rowNumber() -> Range<Int>? {
        var (number, seen) = (0..<0, 0)
        while let (name, value) = attribute() {
            guard let place = Word.rowWords.firstIndex(where: { $0.elementsEqual(bytes[name]) }), seen & 1 << place == 0 else {
                return nil
            }
            seen |= 1 << place
            if place == 0, !Word.no.contains(where: { $0.elementsEqual(bytes[value]) }) { return nil }
            if place == 1 { number = value }
        }
        return number
    }

    /// The next attribute of a tag, behind a space; nil where there is none, or none that is plain.
    private mutating func attribute() -> (name: Range<Int>, value: Range<Int>)? {
        guard at < bytes.count, bytes[at] == UInt8(ascii: " ") else { return nil }
        let name = at + 1
        var end = name
        while end < bytes.count, bytes[end] != UInt8(ascii: "="), end - name < 20 { end += 1 }
        guard end + 1 < bytes.count, bytes[end] == UInt8(ascii: "="), bytes[end + 1] == UInt8(ascii: "\"") else { return nil }
        let value = end + 2
        var last = value
        while last < bytes.count, Self.isPlain(bytes[last]), bytes[last] != UInt8(ascii: "\"") { last += 1 }
        guard last < bytes.count, last > value, bytes[last] == UInt8(ascii: "\"") else { return nil }
        at = last + 1
        return (name..<end, value..<last)
    }

    /// The characters up to the next tag, all of them plain.
    private mutating func characters() -> Range<Int>? {
        let start = at
        while at < bytes.count, Self.isPlain(bytes[at]) { at += 1 }
        guard at < bytes.count, bytes[at] == UInt8(ascii: "<"), at - start <= XMLReader.longestText else { return nil }
        return start..<at
    }

    /// Printed ASCII that stands for itself wherever it stands.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "&")
    }

    private mutating func passSpaces() {
        while at < bytes.count, bytes[at] == UInt8(ascii: " ") || bytes[at] == UInt8(ascii: "\n") || bytes[at] == UInt8(ascii: "\r") {
            at += 1
        }
    }

    /// Passes over a word, if it stands here.
    private mutating func take(_ word: [UInt8], keeping isKept: Bool = false) -> Bool {
        guard at + word.count <= bytes.count else { return false }
        for place in word.indices where bytes[at + place] != word[place] { return false }
        if !isKept { at += word.count }
        return true
    }

    /// At most nine digits.
    private func number(_ range: Range<Int>) -> Int? {
        guard (1...9).contains(range.count) else { return nil }
        var number = 0
        for byte in bytes[range] {
            guard ASCIIText.isDigit(byte) else { return nil }
            number = number * 10 + Int(byte & 0x0F)
        }
        return number
    }

    private func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
