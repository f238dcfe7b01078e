import NetworkModel
import Tabular
import Testing
import Vocabulary

@testable import Interchange

/// What the cells of workbooks mean; files of other programs are read in the tests from outside.
@Suite struct WorkbookTests {
    @Test(arguments: [
        ("General", 2.5, "2.5"), ("0.00", 2.5, "2.5"), ("00000", 1000, "01000"), ("000", 1.5, "1.5"),
        ("0%", 0.8, "0.8"), ("#,##0", 1200, "1200"),
        ("dd/mm/yyyy", 39187, "2007-04-15"), ("mmm-yy", 39173, "2007-04"), ("yyyy", 39083, "2007"),
        ("d-mmm", 39187, "2007-04-15"),
        ("[$-40C]d mmmm yyyy;@", 39187, "2007-04-15"), ("yyyy-mm-dd hh:mm", 39187.4375, "2007-04-15T10:30:00"),
        ("h:mm", 0.4375, "10:30:00"),
        ("[h]:mm", 1.5, "36:00:00"), ("\"day\" 0", 39187, "39187"), ("dd/mm/yyyy", 1, "1900-01-01"),
        ("dd/mm/yyyy", 59, "1900-02-28"),
        ("dd/mm/yyyy", 61, "1900-03-01"), ("dd/mm/yyyy", 60, "60"), ("dd/mm/yyyy", -1, "-1"),
        ("dd/mm/yyyy", 2_958_465, "9999-12-31"),
        ("dd/mm/yyyy", 36584, "2000-02-28"), ("dd/mm/yyyy", 36585, "2000-02-29"), ("dd/mm/yyyy", 36586, "2000-03-01"),
    ])
    func formats(_ code: String, _ value: Double, _ text: String) {
        #expect(CellFormat(code: code).text(value, from1904: false) == text)
    }

    @Test func everyDayHasItsDate() {
        let format = CellFormat(code: "yyyy-mm-dd")
        let first = PartialDate("1900-03-01")!.earliest
        for day in stride(from: 61, to: 2_958_465, by: 997) {
            let date = PartialDate(format.text(Double(day), from1904: false))
            #expect(date?.earliest == first + day - 61)
        }
        #expect(format.text(0, from1904: true) == "1904-01-01" && format.text(37725, from1904: true) == "2007-04-15")
    }

    @Test func aSheetIsATextOfLinesAndCells() throws {
        var sheet = Sheet(name: "S")
        sheet.rows = [
            Sheet.Row(
                number: 2,
                cells: [
                    .init(column: 0, text: "source"), .init(column: 1, text: "target"),
                    .init(column: 2, text: "note x"),
                ]),
            Sheet.Row(
                number: 4,
                cells: [
                    .init(column: 0, text: "a \"b\""), .init(column: 1, text: "two\nlines"),
                    .init(column: 2, text: " 1,5 "),
                ]),
            Sheet.Row(number: 5, cells: [.init(column: 0, text: "c"), .init(column: 1, text: "d")]),
        ]
        let table = try OpenedTable(sheet, file: "b[S]")
        let reading = EdgeListReader.read(table, of: [], name: "b", directed: nil, sections: 1)
        let network = try reading.requireNetwork()
        #expect(network.actors.map(\.id) == ["a \"b\"", "two\nlines", "c", "d"])
        #expect(network.ties.attributes == [Attribute(name: "note x", values: ["1.5", nil])])
        sheet.rows[2].cells[1] = .init(column: 1, text: "c")
        let loop = EdgeListReader.read(
            try OpenedTable(sheet, file: "b[S]"), of: [], name: "b", directed: nil, sections: 1)
        #expect(brief(loop).contains("warning self-loop b[S]:5:target"))
    }

    @Test func textsAreReadAsExcelWritesThem() {
        #expect(SheetText.plain("a_x000D_\nb_x0041__x_") == "a\nbA_x_")
        #expect(SheetText.plain("a\u{1F}b") == "a b" && SheetText.plain("_x00") == "_x00")
    }

    @Test func whatIsWrittenReadsBack() throws {
        let network = try SmallDataset().read().requireNetwork()
        let written = try NetworkFormat.workbook.write(network, .init())
        #expect(written.bytes == (try NetworkFormat.workbook.write(network, .init()).bytes))
        let reading = NetworkFormat.workbook.read(written.bytes, "small.xlsx", .init())
        let again = try reading.requireNetwork()
        #expect(
            DatasetWriter.files(again).filter { $0.name.hasSuffix(".csv") }.map(\.text)
                == DatasetWriter.files(network).filter { $0.name.hasSuffix(".csv") }.map(\.text))
        #expect(again.description.territory?.referenceDate == network.description.territory?.referenceDate)
        #expect(written.findings.map(\.code) == ["not-carried", "not-carried"])
    }

    @Test func damagedBytesEndInFindings() throws {
        let network = try SmallDataset().read().requireNetwork()
        let bytes = try NetworkFormat.workbook.write(network, .init()).bytes
        var random = TestRandom(seed: 4)
        for round in 0..<60 {
            var damaged = bytes
            for _ in 0..<(1 + random.below(8)) { damaged[random.below(damaged.count)] = UInt8(random.below(256)) }
            if round.isMultiple(of: 3) { damaged = Array(damaged.prefix(random.below(damaged.count))) }
            let reading = NetworkFormat.workbook.read(damaged, "x.xlsx", .init())
            #expect(reading.network != nil || reading.findings.contains { $0.severity == .error })
        }
    }

    /// What is written is what another reader finds: names that the format allows, numbers that it holds exactly.
    @Test func whatWeWriteIsReadAsItWasMeant() throws {
        let long = String(repeating: "tableau ", count: 5)
        let rows: [[Cell]] = [
            [.flag(true), .integer(1 << 53 + 1), .integer(-12), .number(0.1), .text("007"), .empty, .text("=1+1")],
            [
                .flag(false), .integer(-(1 << 53) - 1), .integer(1 << 53 - 1), .number(-1e300), .text("vrai"),
                .text("x"), .text(""),
            ],
        ]
        let header = ["oui", "grand", "petit", "part", "code", "vide", "formule"]
        let sheets = [long, long.uppercased(), "a[b]:c*d?e/f\\g", ""].map {
            WorkbookWriter.Sheet(name: $0, header: header, rows: rows)
        }
        let book = try Workbook(WorkbookWriter.bytes(sheets), file: "b.xlsx")
        #expect(
            book.sheets.map(\.name) == [
                String(long.prefix(31)), String(long.uppercased().prefix(29)) + "_2", "a_b__c_d_e_f_g", "table",
            ])
        for sheet in book.sheets {
            var cells = [[String]](repeating: [String](repeating: "", count: header.count), count: sheet.rows.count)
            for (row, line) in sheet.rows.enumerated() {
                for cell in line.cells { cells[row][cell.column] = cell.text }
            }
            #expect(
                cells == [
                    header, ["yes", "9007199254740993", "-12", "0.1", "007", "", "=1+1"],
                    ["no", "-9007199254740993", "9007199254740991", "-1e+300", "vrai", "x", ""],
                ])
        }
    }
}
