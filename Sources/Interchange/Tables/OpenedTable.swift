import Tabular
import Vocabulary

/// A table on its way in: its rows behind whatever stands above them that is no row, and what separates cells.
///
/// Left out are the line `sep=;` of Excel and lines of remarks that begin with `#` or `%`, as collections of
/// networks have them; what they say of the ties' direction is kept.
struct OpenedTable {
    /// In front of the first row.
    let csv: CSVReader
    let file: String
    private(set) var findings = Findings()
    /// Whether the remarks call the ties directed.
    private(set) var isDirected: Bool?
    /// Whether they say that there are two modes.
    private(set) var isTwoMode = false
    /// The names of the columns, where a line of remarks has them.
    private(set) var header: [String]?

    init(_ text: DecodedText, file: String) {
        self.file = file
        let preamble = Preamble(text.bytes)
        let start = preamble.start
        let dialect =
            preamble.dialect ?? Self.spaces(text, from: start) ?? CSVDialect.detect(in: text.bytes, from: start.offset)
        csv = CSVReader(text, file: file, dialect: dialect).starting(at: start.offset, line: start.line)
        take(preamble.remarks)
        if preamble.remarks.count > 0 {
            findings.add(
                .note, "remark-lines", "Lines that begin with # or % were read as remarks (\(preamble.remarks.count)).",
                remedy: "Nothing needs to be done, if they are.", at: Place(file: file, line: 1))
        }
    }

    /// The rows of a sheet.
    init(_ sheet: Sheet, file: String) throws(TextFault) {
        self.file = file
        let (bytes, said) = try SheetText.make(sheet, file: file)
        csv = CSVReader(DecodedText(bytes, file: file), file: file, dialect: .sheet)
        findings = said
    }

    // MARK: Remarks

    /// SNAP writes `# Directed graph …` and the names of the columns, KONECT `% sym`, `% asym` or `% bip`.
    private mutating func take(_ remarks: [String]) {
        for remark in remarks {
            let words = remark.lowercased().split { $0 == " " || $0 == "\t" || $0 == ":" }
            switch words.first {
            case "directed": isDirected = isDirected ?? true
            case "undirected": isDirected = isDirected ?? false
            case "asym" where words.count < 4: isDirected = true
            case "sym" where words.count < 4: isDirected = false
            case "bip" where words.count < 4: isTwoMode = true
            default: break
            }
        }
        guard let last = remarks.last else { return }
        var names = CSVReader(Array(last.utf8), file: file)
        guard names.next(), names.fields.count > 1 else { return }
        let cells = names.fields.indices.map { names.string($0) }
        if EndWords.ends(of: cells) != nil { header = cells }
    }

    // MARK: Spaces

    /// Spaces, where neither of the first lines has a separator and both are two or three words, or as many numbers
    /// the one as the other; nil: what the first line shows.
    private static func spaces(_ text: DecodedText, from start: Preamble.Start) -> CSVDialect? {
        var rows = CSVReader(text, file: "").starting(at: start.offset, line: start.line)
        var words = CSVReader(text, file: "", dialect: .space).starting(at: start.offset, line: start.line)
        guard rows.next(), rows.fields.count == 1, words.next(), words.fields.count > 1 else { return nil }
        let count = words.fields.count
        if count <= 3 { return !rows.next() || rows.fields.count == 1 ? .space : nil }
        guard isOfNumbers(words), words.next(), words.fields.count == count, isOfNumbers(words) else { return nil }
        return .space
    }

    private static func isOfNumbers(_ row: CSVReader) -> Bool {
        row.fields.indices.allSatisfy { CSVNumber.double(row.string($0)) != nil }
    }
}

/// The lines of a text above its first row.
private struct Preamble {
    struct Start {
        var offset = 0
        var line = 1
    }

    private(set) var start = Start()
    private(set) var dialect: CSVDialect?
    /// Without the marks in front.
    private(set) var remarks: [String] = []
    /// Remarks are no more than this at the top of a table.
    private static let most = 10_000

    init(_ bytes: [UInt8]) {
        while start.offset < bytes.count, remarks.count < Self.most {
            let end = bytes[start.offset...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
            let line = bytes[start.offset..<end]
            if start.line == 1, let named = Self.separator(line) {
                dialect = named
            } else if let mark = line.first(where: { $0 != 0x20 && $0 != 0x09 }),
                mark == UInt8(ascii: "#") || mark == UInt8(ascii: "%")
            {
                let marks: Set<UInt8> = [UInt8(ascii: "#"), UInt8(ascii: "%"), 0x20, 0x09]
                remarks.append(String(decoding: line.drop { marks.contains($0) }.prefix(2_000), as: UTF8.self))
            } else {
                return
            }
            start.line += 1
            start.offset = end + (end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A ? 2 : 1)
        }
        start.offset = min(start.offset, bytes.count)
    }

    /// `sep=;`, as Excel understands it.
    private static func separator(_ line: ArraySlice<UInt8>) -> CSVDialect? {
        guard line.count <= 7 else { return nil }
        let text = String(decoding: line, as: UTF8.self).lowercased().filter { $0 != "\"" }
        guard text.hasPrefix("sep=") else { return nil }
        switch text.dropFirst(4) {
        case ";": return .semicolon
        case ",": return .comma
        case "\t", "": return .tab
        case "|": return .bar
        default: return nil
        }
    }
}
