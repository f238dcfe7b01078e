import Tabular
import Testing

@testable import Interchange

/// Sheets that are read without the parser of XML, against what the parser makes of them.
@Suite struct PlainSheetTests {
    private static let texts = CellTexts(
        strings: ["Lip", "a_x0041_b", "", "Pôle & Cie"], formats: [.general, CellFormat(code: "dd/mm/yyyy"), CellFormat(code: "000")],
        from1904: false)

    private static func sheet(_ cells: String, behind: String = "") -> [UInt8] {
        Array(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <worksheet><cols><col min="1" max="2"/></cols><sheetData>\(cells)</sheetData>\(behind)</worksheet>
            """.utf8)
    }

    /// As the parser reads them.
    private static func parsed(_ bytes: [UInt8]) throws -> [Sheet.Row] {
        let handler = SheetHandler(texts)
        try handler.begin("S", isHidden: false)
        try XMLReader.read(bytes, file: "b", into: handler)
        return handler.filling.sheets[0].rows
    }

    private static func brief(_ rows: [Sheet.Row]) -> [String] {
        rows.map { row in "\(row.number): " + row.cells.map { "\($0.column)=\($0.text)" }.joined(separator: "|") }
    }

    @Test(arguments: 0..<60) func asTheParserReads(seed: Int) throws {
        var random = TestRandom(seed: UInt64(seed))
        var (xml, number) = ("", 0)
        for _ in 0..<random.below(12) {
            number += 1 + random.below(3)
            let tag = [
                "<row>", "<row r=\"\(number)\" spans=\"1:4\" x14ac:dyDescent=\"0.25\">",
                "<row r=\"\(number)\" customFormat=\"false\" ht=\"12.8\" hidden=\"false\">",
            ][random.below(3)]
            xml += tag
            var column = -1
            for _ in 0..<random.below(5) {
                column += 1 + random.below(2)
                let place = random.below(4) == 0 ? "" : " r=\"\(["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"][column])\(number)\""
                xml += [
                    "<c\(place) t=\"s\"><v>\(random.below(4))</v></c>", "<c\(place)><v>\(random.below(1_000))</v></c>",
                    "<c\(place) s=\"\(random.below(4))\"><v>\(39_000 + random.below(300))</v></c>", "<c\(place) s=\"1\"/>",
                    "<c\(place) t=\"n\"><v>\(["007", "1.50", "-3", "1E-3", "0", "123456789012345", "1234567890123456", "x"][random.below(8)])</v></c>",
                    "<c\(place) t=\"str\"><v>who knows</v></c>", "<c\(place)><v></v></c>",
                    "<c\(place) t=\"inlineStr\"><is><t xml:space=\"preserve\"> a_x0042_ </t></is></c>",
                ][random.below(8)]
                if place.isEmpty { column = 9 }
                if column >= 9 { break }
            }
            xml += "</row>"
            if tag == "<row>" { break }
        }
        let bytes = Self.sheet(xml, behind: "<mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>")
        let plain = try #require(PlainSheet(bytes, Self.texts))
        #expect(Self.brief(plain.rows) == Self.brief(try Self.parsed(bytes)))
        #expect(plain.frame == Self.sheet("", behind: "<mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>"))
    }

    /// What is not plain is left to the parser, whole.
    @Test(arguments: [
        "<row r=\"1\"><c r=\"A1\"><f>1+1</f><v>2</v></c></row>", "<row r=\"1\" hidden=\"1\"><c r=\"A1\"><v>2</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"e\"><v>#N/A</v></c></row>", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>9</v></c></row>",
        "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>", "<row r=\"2\"/><row r=\"1\"/>",
        "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a &amp; b</v></c></row>", "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>é</v></c></row>",
        "<row r=\"1\"><!-- --><c r=\"A1\"><v>2</v></c></row>", "<row r=\"1\"><c r=\"A1\" r=\"A1\"><v>2</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>]]></v></c></row>", "<row r=\"1\"><c r=\"A1\"><v>2</v></row>",
        "<row r=\"1\"><c r=\"1\"><v>2</v></c></row>", "<row r=\"1\"><c r=\"XFE1\"><v>2</v></c></row>", "<row r=\"1048577\"/>",
        "<row r=\"1\"><c r=\"A1\" t=\"b\"><v>1</v></c></row>", "<row r=\"1\"><c r=\"A1\"t=\"s\"><v>1</v></c></row>",
    ])
    func whatIsNotPlainGoesThroughTheParser(_ cells: String) {
        #expect(PlainSheet(Self.sheet(cells), Self.texts) == nil)
    }

    @Test func nothingAboveTheCellsMayChangeThem() {
        let cells = "<row r=\"1\"><c r=\"A1\"><v>2</v></c></row>"
        #expect(PlainSheet(Self.sheet(cells), Self.texts) != nil)
        let declared = Array("<!DOCTYPE worksheet>".utf8) + Self.sheet(cells)
        #expect(PlainSheet(declared, Self.texts) == nil)
        #expect(PlainSheet(Array(Self.sheet(cells).dropLast(30)), Self.texts) == nil)
    }

    /// A fault behind plain cells is told where it stands in the whole sheet.
    @Test func aFaultBehindTheCellsKeepsItsLine() throws {
        let rows = (1...5).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>2</v></c></row>\n" }.joined()
        let bytes = Self.sheet(rows, behind: "<mergeCells>")
        let plain = try #require(PlainSheet(bytes, Self.texts))
        #expect(throws: TextFault.self) { try Self.parsed(plain.frame) }
        #expect(throws: TextFault.self) { try Self.parsed(bytes) }
    }
}
