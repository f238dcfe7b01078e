import Vocabulary

/// Reads the rows of a CSV text (RFC 4180) one by one, with the place of every fault.
///
/// Fields are ranges of bytes; a string is made only where one is asked for. Rows end with LF,
/// CRLF or CR. Blank lines are passed over; spaces around a field that is not quoted are left
/// out. What is forgiven is said in `findings`, once for each kind of thing and file.
///
/// - Complexity: O(bytes) for all rows; no allocation for a row.
public struct CSVReader: Sendable {
    /// What a file may hold at most; what is larger is a fault and is cut.
    public struct Limits: Sendable {
        /// Bytes of one cell; of a longer one, nothing is read.
        public var fieldBytes = 1 << 20
        /// Cells of one row; of a longer one, the first are read.
        public var columns = 10_000

        /// Room for texts of a megabyte and tables of ten thousand columns.
        public init() {}
    }

    /// What findings call the file.
    public let file: String
    /// What separates the cells, as it was asked for or found.
    public let dialect: CSVDialect
    /// The whole text in UTF-8, which fields are ranges of.
    public private(set) var bytes: [UInt8]
    /// The current row.
    public private(set) var fields: [CSVField] = []
    /// The line on which the current row starts, from 1.
    public private(set) var line = 0
    /// How many rows were read, the header included.
    public private(set) var rowCount = 0

    private var text: DecodedText
    let limits: Limits
    /// Where the next row is read from, and where the last of this reader's rows may start.
    package private(set) var position = 0
    private var end: Int
    /// The line behind the rows read so far.
    package private(set) var lineBehind = 1
    private var faults: Findings
    private var trimmedFields = 0
    private var firstTrimmedLine = 0
    private var carriageReturns = 0

    /// A reader of the whole text, before its first row.
    ///
    /// - Parameter dialect: nil: found from the first line.
    public init(_ text: DecodedText, file: String, dialect: CSVDialect? = nil, limits: Limits = Limits()) {
        self.file = file
        self.text = text
        self.limits = limits
        bytes = text.bytes
        end = text.bytes.count
        self.dialect = dialect ?? CSVDialect.detect(in: text.bytes)
        faults = text.findings
    }

    /// A reader of bytes in whatever encoding; the dialect is found from the first line.
    public init(_ bytes: [UInt8], file: String) {
        self.init(DecodedText(bytes, file: file), file: file)
    }

    /// Everything noticed so far, in the text and in the rows read.
    public var findings: Findings {
        var all = faults
        if dialect != .comma, dialect != .sheet {
            all.add(
                .note, "delimiter",
                Bilingual(
                    en: "The columns are separated by \(dialect.name.en); decimal commas are read.",
                    fr: "Les colonnes sont séparées par des \(dialect.name.fr) ; les virgules décimales sont lues."),
                remedy: Bilingual(
                    en: "Nothing needs to be done; Milieu writes commas and decimal points.",
                    fr: "Rien à faire ; Milieu écrit des virgules et des points décimaux."),
                at: Place(file: file, line: 1))
        }
        if carriageReturns > 0 {
            all.add(
                .note, "line-endings",
                Bilingual(
                    en: "The lines end with a carriage return (Windows or old Mac).",
                    fr: "Les lignes finissent par un retour chariot (Windows ou ancien Mac)."),
                remedy: Bilingual(
                    en: "Nothing needs to be done; Milieu writes line feeds alone.",
                    fr: "Rien à faire ; Milieu n'écrit que des sauts de ligne."), at: Place(file: file, line: 1))
        }
        if trimmedFields > 0 {
            all.add(
                .note, "stray-spaces",
                Bilingual(
                    en: "\(trimmedFields) cells have spaces around them, which were left out.",
                    fr: "Espaces autour de \(trimmedFields, fr: "cellule", "cellules"), laissés de côté."),
                remedy: Bilingual(
                    en: "Nothing needs to be done; quote a cell to keep its spaces.",
                    fr: "Rien à faire ; mettez une cellule entre guillemets pour garder ses espaces."),
                at: Place(file: file, line: firstTrimmedLine))
        }
        return all
    }

    /// Reads the next row into `fields`; false at the end.
    public mutating func next() -> Bool {
        fields.removeAll(keepingCapacity: true)
        guard passBlankLines() else { return false }
        line = lineBehind
        rowCount += 1
        passSpaces(keeping: 0)
        while true {
            readField()
            passSpaces(keeping: 1)
            guard position < bytes.count else { break }
            let byte = bytes[position]
            position += 1
            if byte == dialect.delimiter { continue }
            endLine(after: byte)
            break
        }
        if fields.count > limits.columns { reportTooManyColumns() }
        return true
    }

    /// The text of one field of the current row.
    public func string(_ field: Int) -> String { string(of: fields[field]) }

    /// The text of a field of this reader's, of whatever row.
    public func string(of field: CSVField) -> String {
        let slice = bytes[field.start..<field.end]
        guard field.isEscaped else { return String(decoding: slice, as: UTF8.self) }
        return String(decoding: CSVField.unescaped(slice), as: UTF8.self)
    }

    /// Adds empty cells to the current row, where it has so many of them at least.
    package mutating func fill(to width: Int, from least: Int) {
        guard fields.count >= least else { return }
        while fields.count < width { fields.append(CSVField(position, position)) }
    }

    // MARK: The tokens

    private mutating func passBlankLines() -> Bool {
        while position < end {
            let byte = bytes[position]
            guard byte == ASCII.lineFeed || byte == ASCII.carriageReturn else { return true }
            position += 1
            endLine(after: byte)
        }
        return false
    }

    /// Where spaces separate, passes over them: all at the end of a line, else all but those to keep.
    private mutating func passSpaces(keeping kept: Int) {
        guard dialect == .space else { return }
        let end = bytes[position...].firstIndex { $0 != ASCII.space } ?? bytes.count
        let isWithin = end < bytes.count && bytes[end] != ASCII.lineFeed && bytes[end] != ASCII.carriageReturn
        position = isWithin ? max(position, end - kept) : end
    }

    private mutating func endLine(after byte: UInt8) {
        lineBehind += 1
        guard byte == ASCII.carriageReturn else { return }
        carriageReturns += 1
        if position < bytes.count, bytes[position] == ASCII.lineFeed { position += 1 }
    }

    /// Reads one field and leaves `position` at the delimiter or line end behind it.
    private mutating func readField() {
        let start = position
        let end = Self.plainEnd(bytes.span, start, dialect.delimiter)
        if end < bytes.count, bytes[end] == ASCII.quote {
            readFieldWithQuote(from: start, quote: end)
        } else {
            position = end
            append(plain: start, end)
        }
    }

    /// The first delimiter, line end or quote at or after `start`.
    static func plainEnd(_ bytes: Span<UInt8>, _ start: Int, _ delimiter: UInt8) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        var at = start
        while at + 8 <= bytes.count {
            // Sound: a number has no wrong bits, and the load checks its bounds. Eight bytes are
            // looked at at once: a byte's upper bit is set where it is at most a comma, as
            // letters and digits are not, or the delimiter; or just above such a byte, so it is
            // looked at once more.
            let word = UInt64(littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self))
            let others = word ^ (ones &* UInt64(delimiter))
            var marks =
                (((word &- (ones &* UInt64(ASCII.comma + 1))) & ~word) | ((others &- ones) & ~others)) & (ones << 7)
            while marks != 0 {
                let found = at + marks.trailingZeroBitCount / 8
                if ends(bytes[found], delimiter) { return found }
                marks &= marks - 1
            }
            at += 8
        }
        while at < bytes.count, !ends(bytes[at], delimiter) { at += 1 }
        return at
    }

    private static func ends(_ byte: UInt8, _ delimiter: UInt8) -> Bool {
        byte == delimiter || byte == ASCII.lineFeed || byte == ASCII.carriageReturn || byte == ASCII.quote
    }

    private mutating func append(plain start: Int, _ end: Int) {
        guard end > start, CSVSpaces.mayBe(bytes[start]) || CSVSpaces.mayBe(bytes[end - 1]) else {
            append(CSVField(start, end), from: start)
            return
        }
        let inner = CSVSpaces.trimmed(bytes.span, start, end)
        if inner.upperBound - inner.lowerBound < end - start {
            if trimmedFields == 0 { firstTrimmedLine = line }
            trimmedFields += 1
        }
        append(CSVField(inner.lowerBound, inner.upperBound), from: start)
    }

    private mutating func append(_ field: CSVField, from start: Int) {
        if field.end - field.start > limits.fieldBytes {
            fault(
                "field-too-long",
                Bilingual(
                    en: "The cell holds \(field.end - field.start) bytes; at most \(limits.fieldBytes) are read.",
                    fr:
                        "La cellule contient \(field.end - field.start, fr: "octet", "octets") ; \(limits.fieldBytes) au plus sont lus."
                ),
                remedy: Bilingual(
                    en: "Look for a quote that is not closed; move long texts to a file of their own.",
                    fr: "Cherchez un guillemet qui n'est pas fermé ; mettez les longs textes dans un fichier à part."),
                at: start)
            fields.append(CSVField(field.start, field.start))
        } else {
            fields.append(field)
        }
    }

    // MARK: Quotes, the rare path

    private mutating func readFieldWithQuote(from start: Int, quote: Int) {
        guard CSVSpaces.trimmed(bytes.span, start, quote).isEmpty else {
            // A quote inside a bare cell stands for itself.
            position = Self.lineOrDelimiter(bytes.span, quote, dialect.delimiter)
            report(
                .warning, "stray-quote",
                Bilingual(
                    en: "A quote stands inside a cell that does not start with one; it was kept.",
                    fr: "Un guillemet se trouve dans une cellule qui ne commence pas par un guillemet ; il a été gardé."
                ),
                remedy: Bilingual(
                    en: "Quote the whole cell and double the quotes inside it.",
                    fr: "Mettez toute la cellule entre guillemets et doublez ceux qu'elle contient."), at: quote)
            append(plain: start, position)
            return
        }
        let openingLine = lineBehind
        var at = quote + 1
        var isEscaped = false
        while at < bytes.count {
            let byte = bytes[at]
            if byte == ASCII.quote {
                if at + 1 < bytes.count, bytes[at + 1] == ASCII.quote {
                    isEscaped = true
                    at += 1
                } else {
                    break
                }
            } else if byte == ASCII.lineFeed || byte == ASCII.carriageReturn {
                if dialect != .sheet { lineBehind += 1 }
                if byte == ASCII.carriageReturn, at + 1 < bytes.count, bytes[at + 1] == ASCII.lineFeed { at += 1 }
            }
            at += 1
        }
        guard at < bytes.count else {
            let column = fields.count + 1
            position = bytes.count
            faults.add(
                .error, "unterminated-quote",
                Bilingual(
                    en:
                        "The quote that opens at byte \(text.originalOffset(of: quote)) is never closed; all after it is one cell.",
                    fr:
                        "Le guillemet qui s'ouvre à l'octet \(text.originalOffset(of: quote)) n'est jamais fermé ; tout ce qui suit est une seule cellule."
                ),
                remedy: Bilingual(
                    en: "Close the quote on the line where it opens.",
                    fr: "Fermez le guillemet sur la ligne où il s'ouvre."),
                at: Place(file: file, line: openingLine, column: String(column)))
            fields.append(CSVField(quote + 1, quote + 1))
            return
        }
        let after = Self.lineOrDelimiter(bytes.span, at + 1, dialect.delimiter)
        position = after
        if !CSVSpaces.trimmed(bytes.span, at + 1, after).isEmpty {
            fault(
                "stray-quote",
                Bilingual(
                    en: "There is text behind the closing quote.", fr: "Il y a du texte après le guillemet fermant."),
                remedy: Bilingual(
                    en: "Double the quotes inside a quoted cell.",
                    fr: "Doublez les guillemets à l'intérieur d'une cellule entre guillemets."), at: at + 1)
        }
        append(CSVField(quote + 1, at, isEscaped: isEscaped), from: quote)
    }

    private static func lineOrDelimiter(_ bytes: Span<UInt8>, _ start: Int, _ delimiter: UInt8) -> Int {
        var at = start
        while at < bytes.count {
            let byte = bytes[at]
            if byte == delimiter || byte == ASCII.lineFeed || byte == ASCII.carriageReturn { return at }
            at += 1
        }
        return at
    }

    // MARK: Sections

    /// A reader of the rows that start at `start` or later and before `end`; nothing is found yet.
    ///
    /// - Parameter line: that of `start`, which begins a line.
    package func section(from start: Int, line: Int, until end: Int) -> CSVReader {
        var reader = self
        (reader.position, reader.end, reader.lineBehind) = (start, end, line)
        (reader.rowCount, reader.trimmedFields, reader.carriageReturns) = (0, 0, 0)
        reader.faults = Findings()
        return reader
    }

    /// This reader in front of a row further down: what stands above it is no part of the table.
    ///
    /// - Parameter line: that of the row, which begins at `start`.
    package func starting(at start: Int, line: Int) -> CSVReader {
        var reader = self
        (reader.position, reader.lineBehind) = (start, line)
        return reader
    }

    /// This reader, with the end of its first section for an end: what it has found stays.
    package func ending(at end: Int) -> CSVReader {
        var reader = self
        reader.end = end
        return reader
    }

    /// Forgets the text, once all rows are read, so that it can leave memory: what was found stays.
    package mutating func letGoOfText() {
        (text, bytes, fields) = (DecodedText([], file: file), [], [])
    }

    /// Takes over what the reader of the section that follows has found, and goes on where it ended.
    package mutating func join(_ next: CSVReader) {
        if trimmedFields == 0 { firstTrimmedLine = next.firstTrimmedLine }
        trimmedFields += next.trimmedFields
        carriageReturns += next.carriageReturns
        rowCount += next.rowCount
        faults.add(contentsOf: next.faults)
        (position, end, lineBehind, line) = (next.position, next.end, next.lineBehind, next.line)
    }

    /// Reads the rows, as far as they follow on one another, that have `width` plain cells: neither
    /// empty, quoted nor long, without a space or an accent at an end, the row ended by a line feed.
    /// In a large table most rows are so, and no list of fields is made for them.
    ///
    /// - Parameter cells: gets the cells row by row, at most as many rows as it has room for.
    /// - Returns: how many rows were read; they stand on consecutive lines, the first on `line`.
    package mutating func readPlainRows(width: Int, into cells: inout [PlainCell]) -> Int {
        guard position < end else { return 0 }
        let (rows, place) = Self.plainRows(
            bytes.span, position..<end, width, dialect.delimiter, limits.fieldBytes, &cells)
        guard rows > 0 else { return 0 }
        (position, line) = (place, lineBehind)
        lineBehind += rows
        rowCount += rows
        return rows
    }

    /// A cell as the range of its bytes.
    package struct PlainCell: Sendable {
        package var start = 0
        package var end = 0

        package init() {}
    }

    private static func plainRows(
        _ bytes: Span<UInt8>, _ range: Range<Int>, _ width: Int, _ delimiter: UInt8, _ longest: Int,
        _ cells: inout [PlainCell]
    ) -> (rows: Int, end: Int) {
        let most = cells.count / width
        var (row, rows) = (range.lowerBound, 0)
        while rows < most, row < range.upperBound {
            var at = row
            for column in 0..<width {
                let end = plainEnd(bytes, at, delimiter)
                guard end < bytes.count, end > at, end - at <= longest,
                    bytes[end] == (column == width - 1 ? ASCII.lineFeed : delimiter), !CSVSpaces.mayBe(bytes[at]),
                    !CSVSpaces.mayBe(bytes[end - 1])
                else { return (rows, row) }
                cells[rows * width + column].start = at
                cells[rows * width + column].end = end
                at = end + 1
            }
            row = at
            rows += 1
        }
        return (rows, row)
    }

    // MARK: Faults

    private mutating func fault(_ code: String, _ message: Bilingual, remedy: Bilingual, at offset: Int) {
        report(.error, code, message, remedy: remedy, at: offset)
    }

    private mutating func report(
        _ severity: Finding.Severity, _ code: String, _ message: Bilingual, remedy: Bilingual, at offset: Int
    ) {
        faults.add(
            severity, code,
            message
                + Bilingual(
                    en: " (Byte \(text.originalOffset(of: offset)).)",
                    fr: " (Octet \(text.originalOffset(of: offset)).)"), remedy: remedy,
            at: Place(file: file, line: lineBehind, column: String(fields.count + 1)))
    }

    private mutating func reportTooManyColumns() {
        faults.add(
            .error, "too-many-columns",
            Bilingual(
                en: "The row has \(fields.count) cells; at most \(limits.columns) are read.",
                fr: "La ligne a \(fields.count, fr: "cellule", "cellules") ; \(limits.columns) au plus sont lues."),
            remedy: Bilingual(
                en: "Put one fact in a row: a table of long rows is no dataset.",
                fr: "Mettez un fait par ligne : une table aux lignes aussi longues n'est pas un jeu de données."),
            at: Place(file: file, line: line))
        fields.removeSubrange(limits.columns...)
    }
}
