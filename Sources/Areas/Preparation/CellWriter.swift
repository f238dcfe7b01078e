import Tabular

/// Writes cells of one table as those of another, byte for byte where nothing asks for quotes, and escaped for a line
/// of a job (`AreaLine`).
struct CellWriter {
    private let delimiter: UInt8
    /// By byte: whether it may stand in a cell as it is.
    private let isPlain: [Bool]

    init(_ dialect: CSVDialect) {
        delimiter = dialect.delimiter
        isPlain = (0..<256).map { value in
            let byte = UInt8(value)
            return byte >= 0x20 && byte != 0x7F
                && ![UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: ","), UInt8(ascii: ";")].contains(byte)
                && byte != dialect.delimiter
        }
    }

    /// Appends a cell of a reader's row.
    func append(_ field: CSVField, of reader: borrowing CSVReader, to line: inout [UInt8]) {
        let bytes = reader.bytes[field.start..<field.end]
        guard let first = bytes.first, let last = bytes.last else { return }
        if first != 0x20, last != 0x20, !bytes.contains(where: { !isPlain[Int($0)] }) {
            line.append(contentsOf: bytes)
        } else {
            append(quoted: field.isEscaped ? CSVField.unescaped(bytes) : Array(bytes), to: &line)
        }
    }

    func append(_ text: String, to line: inout [UInt8]) {
        let bytes = Array(text.utf8)
        if bytes.first == 0x20 || bytes.last == 0x20 || bytes.contains(where: { !isPlain[Int($0)] }) {
            append(quoted: bytes, to: &line)
        } else {
            line += bytes
        }
    }

    private func append(quoted bytes: [UInt8], to line: inout [UInt8]) {
        var cell = [UInt8(ascii: "\"")]
        for byte in bytes {
            if byte == UInt8(ascii: "\"") { cell.append(byte) }
            cell.append(byte)
        }
        cell.append(UInt8(ascii: "\""))
        AreaLine.append(cell, to: &line)
    }

    func separate(_ line: inout [UInt8]) {
        // A tab that separates cells is escaped as one within them.
        if delimiter == UInt8(ascii: "\t") { line += Array("\\t".utf8) } else { line.append(delimiter) }
    }
}
