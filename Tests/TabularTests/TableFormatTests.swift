import Testing
import Vocabulary

@testable import Tabular

@Suite struct TableFormatTests {
    private let table = Table(
        name: "actors",
        columns: [
            Column(Field("name", title: Bilingual(en: "name", fr: "nom")), .text(["Drôme & Co_1", "a|b,\"c\"", nil])),
            Column(
                Field("size", title: Bilingual(en: "size", fr: "taille"), unit: Bilingual("€")),
                .number([1.5, nil, -0.00001])),
            Column(Field("n"), .integer([1, 200, nil])),
            Column(Field("inside"), .flag([true, false, nil])),
        ],
        provenance: Provenance(
            dataset: "romans", datasetVersion: "1.0", contentHash: "0123456789abcdef", seed: UInt64.max))

    @Test func csv() {
        #expect(
            TableFormat.csv.text(table, language: .french) == """
                name,size,n,inside
                Drôme & Co_1,1.5,1,true
                "a|b,""c""\",,200,false
                ,-1e-05,,

                """)
    }

    @Test func frenchCSVIsWhatASpreadsheetInFrenchOpens() {
        #expect(
            TableFormat.frenchCSV.text(table) == """
                \u{FEFF}name;size;n;inside
                Drôme & Co_1;1,5;1;VRAI
                "a|b,""c""\";;200;FAUX
                ;-1e-05;;

                """)
        // A formula is guarded here, too, and a text with the separator is one cell.
        let texts = Table(
            name: "t",
            columns: [
                Column(Field("a"), .text(["=1+1", "x;y", "1,5"])), Column(Field("b"), .number([0.5, -2, 1e21])),
            ])
        #expect(TableFormat.frenchCSV.text(texts) == "\u{FEFF}a;b\n'=1+1;0,5\n\"x;y\";-2\n\"1,5\";1e+21\n")
        // What it writes is read back as the same cells.
        var csv = CSVReader(Array(TableFormat.frenchCSV.text(texts).utf8), file: "t.csv")
        var read: [[String]] = []
        while csv.next() { read.append(csv.fields.indices.map { csv.string($0) }) }
        #expect(read == [["a", "b"], ["'=1+1", "0,5"], ["x;y", "-2"], ["1,5", "1e+21"]])
    }

    @Test func aLoneEmptyCellIsStillARow() {
        let column = Table(name: "t", columns: [Column(Field("a"), .text([nil, "x", ""]))])
        #expect(TableFormat.csv.text(column) == "a\n\"\"\nx\n\"\"\n")
    }

    @Test func aFormulaIsNoneForASpreadsheetAndStaysDataInOurOwnTables() {
        #expect(CSVWriter.row(["=1+1", "-2", "@x"]) == "=1+1,-2,@x\n")
        let texts = ["=1+1", "-2", "@x", "+33", "-", "'=a", " =b", "\tc", "＝d", "l'=", "a=1", "-2,5", "'s"]
        let hostile = Table(
            name: "t",
            columns: [Column(Field("=id"), .text(texts)), Column(Field("n"), .number(texts.map { _ in -1.5 }))])
        let guarded = hostile.guardedForSpreadsheets
        #expect(
            guarded.columns[0].values
                == .text(["'=1+1", "-2", "'@x", "+33", "'-", "''=a", "' =b", "'\tc", "'＝d", "l'=", "a=1", "-2,5", "'s"])
        )
        #expect(TableFormat.csv.text(hostile).hasPrefix("'=id,n\n'=1+1,-1.5\n-2,-1.5\n'@x,-1.5\n"))
        #expect(TableFormat.rawCSV.text(hostile).hasPrefix("=id,n\n=1+1,-1.5\n"))
        for text in texts { #expect(SpreadsheetGuard.unguarded(SpreadsheetGuard.guarded(text)) == text) }
    }

    @Test func terminal() {
        #expect(
            TableFormat.text.text(table) == """
                name          size (€)    n  inside
                ────────────  ────────  ───  ──────
                Drôme & Co_1     1.500    1  yes
                a|b,"c"                 200  no
                                -1e-05       \

                romans 1.0; SHA-256 0123456789ab; \(Engine.name) \(Engine.version); seed 18446744073709551615

                """)
    }

    @Test func frenchNumbersTakeACommaForPeople() {
        let text = TableFormat.text.text(table, language: .french)
        #expect(text.contains("1,500") && text.contains("-1e-05") && text.contains("oui") && text.contains("nom"))
        #expect(text.contains("graine 18446744073709551615"))
    }

    @Test func aSpreadsheetInFrenchGetsItsOwnMarks() {
        #expect(
            CSVWriter.text(table, style: .french)
                == "\u{FEFF}name;size;n;inside\nDrôme & Co_1;1,5;1;VRAI\n\"a|b,\"\"c\"\"\";;200;FAUX\n;-1e-05;;\n")
    }

    @Test func wideAndCombiningCharactersAreAligned() {
        let names = ["日本", "e\u{301}a", "👨‍👩‍👧", "ab"]
        let text = TextTableWriter().text(
            Table(name: "t", columns: [Column(Field("x"), .text(names)), Column(Field("n"), .integer([1, 2, 3, 4]))]))
        let lines = text.split(separator: "\n").dropFirst(2)
        #expect(Array(lines) == ["日本  1", "e\u{301}a    2", "👨‍👩‍👧    3", "ab    4"])
        #expect(lines.allSatisfy { DisplayWidth.of(String($0)) == 7 })
    }

    @Test func aCutIsSaidAndNoTerminalIsSteered() {
        let long = String(repeating: "x", count: 41)
        let text = TextTableWriter().text(
            Table(name: "t", columns: [Column(Field("a"), .text([long, "\u{1B}[2J\n"]))]))
        #expect(text.contains(String(repeating: "x", count: 39) + "…\n"))
        #expect(text.contains("Cells cut (…): 1"))
        #expect(text.contains("\\u{1B}[2J\\u{A}") && !text.contains("\u{1B}"))
    }

    @Test func json() throws {
        let value = try JSONReader.read(Array(TableFormat.json.text(table).utf8))
        #expect(value["table"] == "actors")
        #expect(value["provenance"]?["seed"] == "18446744073709551615")
        #expect(
            value["rows"] == [
                ["name": "Drôme & Co_1", "size": 1.5, "n": 1, "inside": true],
                ["name": "a|b,\"c\"", "size": .null, "n": 200, "inside": false],
                ["name": .null, "size": -1e-05, "n": .null, "inside": .null],
            ])
    }

    @Test func latex() {
        let text = TableFormat.latex.text(table, language: .french)
        #expect(text.contains("\\begin{tabular}{lrrl}"))
        #expect(text.contains("nom & taille (€) & n & inside \\\\"))
        #expect(text.contains("Drôme \\& Co\\_1 & 1,500 & 1 & oui \\\\"))
        #expect(text.contains("a\\textbar{}b,{\\char34}c{\\char34} &  & 200 & non"))
        #expect(text.contains(" & $-$1e-05 & "))
    }

    @Test func inLaTeXNothingIsACommand() {
        #expect(
            LaTeXSyntax.escaped("\\input{x}$%#^~<>--`")
                == "\\textbackslash{}input\\{x\\}\\$\\%\\#\\textasciicircum{}\\textasciitilde{}\\textless{}\\textgreater{}-{}-\\textasciigrave{}"
        )
        let bracket = Table(name: "t", columns: [Column(Field("a"), .text(["[2cm]"]))])
        #expect(LaTeXTableWriter.text(bracket).contains("{[}2cm] \\\\"))
    }

    @Test func markdown() {
        let text = TableFormat.markdown.text(table)
        #expect(
            text.hasPrefix(
                "| name | size (€) | n | inside |\n| --- | ---: | ---: | --- |\n| Drôme &amp; Co\\_1 | 1.500 | 1 | yes |\n"
            ))
        #expect(text.contains("| a\\|b,\"c\" |  | 200 | no |"))
        #expect(MarkdownSyntax.escaped("<b>*x*\n") == "&lt;b&gt;\\*x\\* ")
    }

    @Test func formatsAreFoundByIdAndTheNearestIsNamed() throws {
        for format in TableFormat.all { #expect(try TableFormat.format(format.id).id == format.id) }
        #expect(Set(TableFormat.all.map(\.id)).count == TableFormat.all.count)
        do {
            _ = try TableFormat.format("jsno")
            Issue.record("jsno is no format")
        } catch {
            #expect(error.cause == .usage && error.remedy.contains("\"json\""))
        }
    }

    @Test func anEmptyTableHasItsHeader() {
        let empty = Table(name: "t", columns: [Column(Field("a"), .text([])), Column(Field("b"), .number([]))])
        #expect(TableFormat.csv.text(empty) == "a,b\n")
        #expect(TableFormat.text.text(empty) == "a  b\n─  ─\n")
    }
}

/// Tables wider than a page.
@Suite struct WideTableTests {
    private let table = Table(
        name: "t",
        columns: [Column(Field("id"), .text(["a", "b"]))]
            + (1...6).map { Column(Field("c\($0)", title: Bilingual("a rather longish \($0)")), .number([1.5, nil])) })

    @Test func `a header breaks before a column moves`() {
        let lines = TextTableWriter(widestLine: 90).text(table).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 6, "two lines of header, a rule, two rows, and the end")
        #expect(lines.allSatisfy { $0.count <= 90 })
        #expect(lines[0].contains("a rather") && lines[1].contains("longish 6"))
    }

    @Test func `what a line cannot hold stands below with the first column`() {
        let text = TextTableWriter(widestLine: 30).text(table)
        let blocks = text.split(separator: "\n\n")
        #expect(blocks.count == 3)
        for block in blocks {
            #expect(block.split(separator: "\n").allSatisfy { $0.count <= 30 })
            #expect(block.contains("\na ") && block.contains("\nb"))
        }
    }

    @Test func `a small number keeps three digits`() {
        let text = TextTableWriter(language: .french).text(
            Table(name: "t", columns: [Column(Field("a"), .number([0.000169784247, 1.5]))]))
        #expect(text.contains("0,00017") && !text.contains("0,000169"))
    }

    @Test(arguments: [
        (0.0, 1.0, "[0, 1]"), (-.infinity, .infinity, "(−∞, ∞)"), (0, .infinity, "[0, ∞)"),
        (-.infinity, 2.5, "(−∞, 2.5]"),
    ])
    func anIntervalIsOpenWhereItHasNoEnd(_ low: Double, _ high: Double, _ text: String) {
        #expect(NumberText.interval(low...high) == text)
    }

    @Test(arguments: [
        ("한국", 4), ("中文", 4), ("Ａ", 2), ("é", 1), ("e\u{301}", 1), ("😀", 2), ("☎\u{FE0F}", 2), ("a\u{200B}", 1),
        ("", 0),
    ])
    func aWideLetterTakesTwoPlaces(_ text: String, _ width: Int) { #expect(DisplayWidth.of(text) == width) }
}
