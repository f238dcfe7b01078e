import Fixtures
import Testing

@testable import Areas

@Suite("Tables in blocks")
struct RecordBlocksTests {
    /// Every record of a text that is read in blocks of so many bytes, with its line.
    private func records(_ text: String, blockBytes: Int) throws -> (header: [String], rows: [[String]], lines: [Int]) {
        let folder = try TemporaryFolder()
        try folder.write(text, to: "table.csv")
        var blocks = try RecordBlocks(folder.file("table.csv"), blockBytes: blockBytes)
        var (rows, lines): ([[String]], [Int]) = ([], [])
        while let block = try blocks.next(1).first {
            var reader = CSVRows(block)
            while let row = reader.next() {
                rows.append(row.cells)
                lines.append(row.line)
            }
        }
        return (blocks.header, rows, lines)
    }

    @Test(
        "Wherever a block ends, no record is cut, and each keeps its line", arguments: [64, 80, 97, 128, 1000, 4 << 20])
    func anySize(_ size: Int) throws {
        var text = "id,name,note\n"
        for number in 0..<200 {
            text += number % 3 == 0 ? "a\(number),\"one, \"\"two\"\"\nline \(number)\",5\" pipe\n" : "a\(number),n,\n"
        }
        let whole = try records(text, blockBytes: 4 << 20)
        let parts = try records(text, blockBytes: size)
        #expect(parts.header == ["id", "name", "note"])
        #expect(parts.rows == whole.rows && parts.rows.count == 200)
        #expect(parts.lines == whole.lines && parts.lines.last == 2 + 199 + 67)
        #expect(parts.rows[3][1] == "one, \"two\"\nline 3" && parts.rows[3][2] == "5\" pipe")
    }

    @Test("A last row without a line end, a byte-order mark and a table without rows are read")
    func ends() throws {
        #expect(try records("\u{FEFF}id;name\r\n1;x\r\n2;y", blockBytes: 64).rows == [["1", "x"], ["2", "y"]])
        #expect(try records("id;name", blockBytes: 64).rows.isEmpty)
        #expect(throws: (any Error).self) { try records("", blockBytes: 64) }
    }
}
