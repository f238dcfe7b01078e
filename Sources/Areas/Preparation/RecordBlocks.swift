import Files
import Tabular
import Vocabulary

/// A CSV file in blocks of whole records, so that a file of any size is read within a bound.
///
/// A record ends at a line feed that stands outside quotes; a quote opens a cell only where one begins.
struct RecordBlocks: ~Copyable {
    /// Whole records, without the header.
    struct Block: Sendable {
        /// Header and records in UTF-8.
        let text: DecodedText
        /// The line of the first record in the file.
        let line: Int
    }

    let file: String
    let dialect: CSVDialect
    /// The names of the columns, as the file has them.
    let header: [String]
    private var pieces: InputPieces
    private var hash = ContentHash()
    private var rest: [UInt8] = []
    private var line = 1
    private let blockBytes: Int
    /// A record larger than this is a quote that was never closed.
    private static let largestRecord = 64 << 20

    /// Opens the file and reads its header.
    ///
    /// - Throws: `MilieuError` of cause `file` where it cannot be read, of cause `data` where it has no header or is
    ///   UTF-16.
    init(_ path: String, blockBytes: Int = 4 << 20) throws(MilieuError) {
        let start = try Self.start(path, blockBytes)
        (file, dialect, header) = (start.file, start.dialect, start.header)
        (rest, line, hash) = (start.rest, start.line, start.hash)
        self.blockBytes = blockBytes
        pieces = start.pieces
    }

    /// A file whose header was read.
    private struct Start: ~Copyable {
        let file: String
        let dialect: CSVDialect
        let header: [String]
        let rest: [UInt8]
        let line: Int
        let hash: ContentHash
        let pieces: InputPieces
    }

    private static func start(_ path: String, _ blockBytes: Int) throws(MilieuError) -> Start {
        let file = FilePath.name(of: path)
        var pieces = try InputPieces(path)
        var rest = try pieces.next(blockBytes)
        var hash = ContentHash()
        hash.add(rest)
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest.removeFirst(3) }
        guard !rest.starts(with: [0xFF, 0xFE]), !rest.starts(with: [0xFE, 0xFF]) else {
            throw MilieuError(
                .data, "The file is UTF-16, which is not read piece by piece.", remedy: "Save it as UTF-8.",
                at: Place(file: file, line: 1))
        }
        let head = Array(rest.prefix(1 << 20))
        var reader = CSVReader(DecodedText(head, file: file), file: file)
        guard reader.next() else {
            throw MilieuError(
                .data, "The table is empty: it has not even a header.", remedy: "Name a table with a header.",
                at: Place(file: file, line: 1))
        }
        // A header without a line end: no rows.
        let end = lastRecordEnd(head[...], reader.dialect.delimiter, first: true) ?? rest.count
        rest.removeFirst(end)
        return Start(
            file: file, dialect: reader.dialect, header: reader.fields.indices.map { reader.string($0) }, rest: rest,
            line: 2,
            hash: hash, pieces: pieces)
    }

    /// Bytes of the file.
    var size: Int { pieces.size }
    /// How far it is read.
    var position: Int { pieces.position }
    /// SHA-256 of what was read; of the file once there are no more blocks.
    var digest: String { hash.text() }

    /// The next blocks, at most so many; none at the end.
    ///
    /// - Throws: `MilieuError` of cause `data` where a quote is never closed, or bytes are no text.
    mutating func next(_ count: Int) throws(MilieuError) -> [Block] {
        var blocks: [Block] = []
        while blocks.count < count, let block = try nextBlock() { blocks.append(block) }
        return blocks
    }

    private mutating func nextBlock() throws(MilieuError) -> Block? {
        var isAtEnd = false
        while true {
            if rest.count < blockBytes || isAtEnd {
                let piece = try pieces.next(blockBytes)
                isAtEnd = piece.isEmpty
                hash.add(piece)
                rest += piece
            }
            if isAtEnd {
                guard !rest.isEmpty else { return nil }
                defer { rest = [] }
                return try block(rest)
            }
            if let end = Self.lastRecordEnd(rest[...], dialect.delimiter, first: false) {
                defer { rest.removeFirst(end) }
                return try block(Array(rest.prefix(end)))
            }
            guard rest.count < Self.largestRecord else {
                throw MilieuError(
                    .data, "A record holds more than \(Self.largestRecord >> 20) MB: a quote is never closed.",
                    remedy: "Close the quote on the line where it opens.", at: Place(file: file, line: line))
            }
            let piece = try pieces.next(rest.count)
            hash.add(piece)
            isAtEnd = piece.isEmpty
            rest += piece
        }
    }

    private mutating func block(_ bytes: [UInt8]) throws(MilieuError) -> Block {
        let first = line
        line += bytes.count { $0 == 0x0A }
        let text = DecodedText(bytes, file: file)
        if let fault = text.findings.all.first(where: { $0.severity == .error }) {
            throw MilieuError(
                .data, fault.message, remedy: fault.remedy,
                at: Place(file: file, line: first - 1 + (fault.place.line ?? 1)))
        }
        return Block(text: text, line: first)
    }

    /// The end of the last whole record, or of the first; nil where there is none.
    static func lastRecordEnd(_ bytes: ArraySlice<UInt8>, _ delimiter: UInt8, first: Bool) -> Int? {
        let quote = UInt8(ascii: "\"")
        guard bytes.contains(quote) else {
            let end = first ? bytes.firstIndex(of: 0x0A) : bytes.lastIndex(of: 0x0A)
            return end.map { $0 - bytes.startIndex + 1 }
        }
        var (isQuoted, isStart) = (false, true)
        var end: Int?
        var at = bytes.startIndex
        while at < bytes.endIndex {
            let byte = bytes[at]
            if isQuoted {
                if byte == quote {
                    if at + 1 < bytes.endIndex, bytes[at + 1] == quote { at += 1 } else { isQuoted = false }
                }
            } else if byte == 0x0A {
                end = at - bytes.startIndex + 1
                if first { return end }
                isStart = true
            } else if byte == quote, isStart {
                (isQuoted, isStart) = (true, false)
            } else {
                // Spaces before a quote are stray ones.
                isStart = byte == delimiter || (isStart && (byte == 0x20 || byte == 0x0D))
            }
            at += 1
        }
        return end
    }
}
