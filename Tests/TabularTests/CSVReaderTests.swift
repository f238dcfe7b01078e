import Testing
import Vocabulary

@testable import Tabular

@Suite struct CSVReaderTests {
    /// All rows as texts, with the line of each, and what was found.
    private func read(
        _ text: String, limits: CSVReader.Limits = .init()
    ) -> (rows: [[String]], lines: [Int], findings: [Finding]) {
        read(Array(text.utf8), limits: limits)
    }

    private func read(
        _ bytes: [UInt8], limits: CSVReader.Limits = .init()
    ) -> (rows: [[String]], lines: [Int], findings: [Finding]) {
        var reader = CSVReader(DecodedText(bytes, file: "t.csv"), file: "t.csv", limits: limits)
        var (rows, lines): ([[String]], [Int]) = ([], [])
        while reader.next() {
            rows.append(reader.fields.indices.map { reader.string($0) })
            lines.append(reader.line)
        }
        return (rows, lines, reader.findings.all)
    }

    @Test(arguments: [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
        ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
        ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
        ("a,\n,b\n", [["a", ""], ["", "b"]]),
        ("a,", [["a", ""]]),
        (",", [["", ""]]),
        ("\n\na,b\n\n1,2\n\n", [["a", "b"], ["1", "2"]]),
        ("\"a,b\",\"c\"\"d\"\n", [["a,b", "c\"d"]]),
        ("\"\"\"\"\n", [["\""]]),
        ("\"\",x\n", [["", "x"]]),
        ("\"a\nb\",c\n", [["a\nb", "c"]]),
        ("  a , b\t\n", [["a", "b"]]),
        ("\u{A0}a\u{A0},\u{202F}b\u{202F}\n", [["a", "b"]]),
        (" \"a \" ,b\n", [["a ", "b"]]),
        ("é,😀\n", [["é", "😀"]]),
        ("", []),
        ("\n\r\n\r", []),
    ])
    func rows(_ text: String, _ expected: [[String]]) {
        #expect(read(text).rows == expected)
    }

    @Test func aQuotedLineBreakCountsAsALine() {
        let read = read("a,b\n\"1\r\n2\n3\r4\",x\n5,6\n")
        #expect(read.lines == [1, 2, 6])
    }

    @Test(arguments: [
        ("a;b;c\n1,5;2;3\n", [["a", "b", "c"], ["1,5", "2", "3"]]),
        ("a\tb\n1,5\t2;3\n", [["a", "b"], ["1,5", "2;3"]]),
        ("\"a;b;c\",d\n", [["a;b;c", "d"]]),
        ("a\nb;c\n", [["a"], ["b", "c"]]), ("Ties, 2016\n\na;b\nc;d\n", [["Ties, 2016"], ["a", "b"], ["c", "d"]]),
    ])
    func theFirstLineTellsTheSeparator(_ text: String, _ expected: [[String]]) {
        #expect(read(text).rows == expected)
    }

    @Test func anUnterminatedQuoteIsAFaultWhereItOpens() throws {
        let read = read("a,b\n1,2\n3,\"4\n5,6\n")
        #expect(read.rows.count == 3)
        let finding = try #require(read.findings.first)
        #expect(finding.code == "unterminated-quote" && finding.severity == .error)
        #expect(finding.place == Place(file: "t.csv", line: 3, column: "2"))
        #expect(finding.message.contains("byte 10"))
    }

    @Test func textBehindAClosingQuoteIsAFault() throws {
        let read = read("a,b\n1,\"2\"3\n4,5\n")
        let finding = try #require(read.findings.first)
        #expect(finding.code == "stray-quote" && finding.severity == .error)
        #expect(finding.place == Place(file: "t.csv", line: 2, column: "2"))
        #expect(finding.message.contains("Byte 9"))
        #expect(read.rows == [["a", "b"], ["1", "2"], ["4", "5"]])
    }

    @Test func aQuoteInsideABareCellIsKeptAndSaid() throws {
        let read = read("a,b\n5\" pipe,x\n")
        #expect(read.rows[1] == ["5\" pipe", "x"])
        #expect(read.findings.map(\.code) == ["stray-quote"])
        #expect(read.findings.first?.severity == .warning)
    }

    @Test func whatIsForgivenIsSaidOnce() {
        let read = read("a;b\r\n 1;2 \r\n3; 4\r\n")
        #expect(Set(read.findings.map(\.code)) == ["delimiter", "line-endings", "stray-spaces"])
        let spaces = read.findings.first { $0.code == "stray-spaces" }
        #expect(spaces?.message.hasPrefix("3 cells") == true)
        #expect(spaces?.place.line == 2)
        #expect(read.findings.allSatisfy { $0.severity == .note })
    }

    @Test func aHugeCellIsAFaultAndIsCut() {
        var limits = CSVReader.Limits()
        limits.fieldBytes = 10
        let read = read("a,b\n12345678901,x\n\"12345678901\",1234567890\n", limits: limits)
        #expect(read.rows == [["a", "b"], ["", "x"], ["", "1234567890"]])
        #expect(read.findings.map(\.code) == ["field-too-long", "field-too-long"])
        #expect(read.findings.map(\.place.line) == [2, 3])
    }

    @Test func tooManyColumnsAreAFault() {
        let read = read(String(repeating: "x,", count: 100_000))
        #expect(read.rows.map(\.count) == [10_000])
        #expect(read.findings.map(\.code) == ["too-many-columns"])
    }

    @Test func randomBytesNeverCrashAndEachRowEnds() {
        var random = SmallRandom(seed: 20_160_606)
        let alphabet = Array("a1,;\t\"\r\n \u{A0}é\0".utf8) + [0xFF, 0xC3, 0xE2, 0x80]
        for _ in 0..<4000 {
            let bytes = (0..<random.below(60)).map { _ in alphabet[random.below(alphabet.count)] }
            let read = read(bytes)
            #expect(read.rows.allSatisfy { !$0.isEmpty })
            #expect(read.lines == read.lines.sorted())
        }
    }

    @Test func whatIsWrittenReadsBack() {
        var random = SmallRandom(seed: 7)
        let pieces = ["a", ",", "\"", "\n", "\r", ";", " ", "é", "\t", "=1", "😀", "\u{A0}"]
        for _ in 0..<2000 {
            let rows = (0..<random.below(4) + 1).map { _ in
                (0..<3).map { _ in (0..<random.below(5)).map { _ in pieces[random.below(pieces.count)] }.joined() }
            }
            let text = "x,y,z\n" + rows.map { CSVWriter.row($0) }.joined()
            let read = read(text)
            #expect(read.rows == [["x", "y", "z"]] + rows)
            #expect(!read.findings.contains { $0.severity == .error })
        }
    }

    @Test func cellsThatARowMayLackAreEmpty() {
        var reader = CSVReader(Array("a,b,c\nd\n".utf8), file: "t")
        let isThere = reader.next()
        #expect(isThere)
        reader.fill(to: 5, from: 3)
        #expect(reader.fields.indices.map { reader.string($0) } == ["a", "b", "c", "", ""] && reader.fields[3].isEmpty)
        let isNext = reader.next()
        #expect(isNext)
        reader.fill(to: 3, from: 2)
        #expect(reader.fields.count == 1)
    }
}
