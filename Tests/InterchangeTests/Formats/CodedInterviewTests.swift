import Fixtures
import NetworkModel
import Testing
import Vocabulary

@testable import Interchange

/// Coded interviews: places in three units, tables of codes, and what no passage tells.
@Suite struct CodedInterviewTests {
    static let codes =
        "code,as,id,kind,sphere,directed,layer\nAnna,actor,,firm,economy,,\nBruno,acteur,b,,,,\nsells,lien,sells,,,yes,supply\n"
    static let text = "Ça 😀 va.\r\nAnna vend à Bruno."

    /// A project whose places are counted in a unit.
    private func project(
        _ unit: PassageUnit, isCRLFOne: Bool = false, quotes: Bool = true, _ passages: [(String, String)]
    ) -> String {
        let text = isCRLFOne ? Self.text.replacing("\r\n", with: "\n") : Self.text
        func count(_ piece: Substring) -> Int {
            switch unit {
            case .codepoints: piece.unicodeScalars.count
            case .utf16: piece.utf16.count
            case .utf8: piece.utf8.count
            }
        }
        let marks = passages.enumerated().map { number, passage in
            let range = text.firstRange(of: passage.1)!
            let (start, end) = (count(text[..<range.lowerBound]), count(text[..<range.upperBound]))
            return
                "<PlainTextSelection guid='s\(number)' \(quotes ? "name='\(passage.1.prefix(6))'" : "") startPosition='\(start)' endPosition='\(end)'><Coding guid='c\(number)'><CodeRef targetGUID='\(passage.0)'/></Coding></PlainTextSelection>"
        }
        let codes = ["Anna", "Bruno", "sells"].map { "<Code guid='\($0)' name='\($0)'/>" }.joined()
        return
            "<Project origin='Some program'><CodeBook><Codes>\(codes)</Codes></CodeBook><Sources><TextSource guid='t' name='Talk: one'><PlainTextContent>\(Self.text.replacing("\r\n", with: "&#13;\n"))</PlainTextContent>\(marks.joined())</TextSource></Sources></Project>"
    }

    private func read(_ project: String, codes: String = Self.codes, places: PassageUnit? = nil) throws -> Reading {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        try folder.write(project, to: "talk.qde")
        try folder.write(codes, to: "codes.csv")
        return try InputReader.read(
            path: folder.file("talk.qde"), .init(codes: folder.file("codes.csv"), places: places))
    }

    private static let tie = [("Anna", "Anna"), ("Bruno", "Bruno"), ("sells", "Anna vend à Bruno.")]

    @Test(arguments: PassageUnit.allCases, [false, true])
    func theUnitShowsInTheQuotations(_ unit: PassageUnit, _ isCRLFOne: Bool) throws {
        let found = try read(project(unit, isCRLFOne: isCRLFOne, Self.tie)).requireNetwork()
        #expect(lines(found) == ["anna>b sells"] && found.ties[0].details.note == "Anna vend à Bruno.")
        #expect(
            found.ties[0].details.evidence.map(\.source) == ["talk_one"]
                && found.sources.map(\.citation) == ["Talk: one"])
        #expect(
            found.tieKinds[0].layer == .supply && found.actorKinds.map(\.id) == ["firm"]
                && found.actors[0].evidence.count == 1)
    }

    @Test func withoutQuotationsOneMustAsk() throws {
        let silent = project(.utf16, quotes: false, Self.tie)
        let asked = try read(silent)
        try #require(
            asked.network == nil && asked.findings.map(\.code) == ["unknown-unit"]
                && asked.findings[0].remedy.contains("--places utf16"))
        #expect(asked.findings[0].message.contains("Some program"))
        // A line break of two signs that counts as one would leave the last passage beyond the text.
        #expect(try lines(read(silent, places: .utf16).requireNetwork()) == ["anna>b sells"])
        let quoted = project(.utf16, Self.tie)
        #expect(try read(quoted, places: .utf8).findings.map(\.code) == ["bad-place"])
        #expect(
            try read(
                project(.codepoints, quotes: false, [("Anna", "Ça")]).replacing(
                    "endPosition='2'", with: "endPosition='99'")
            ).findings.map(\.code) == ["bad-place"])
    }

    @Test func whatNoPassageTellsIsSaid() throws {
        let alone = try read(project(.utf16, [("Anna", "Anna"), ("sells", "Anna vend")]))
        #expect(try alone.requireNetwork().ties.isEmpty && alone.findings.map(\.code) == ["tie-without-actors"])
        let many = Self.codes + "more,actor,c,,,,\n"
        let three = project(.utf16, Self.tie + [("more", "vend")]).replacing(
            "<Code guid='sells'", with: "<Code guid='more' name='more'/><Code guid='sells'")
        let reading = try read(three, codes: many)
        #expect(try reading.requireNetwork().ties.isEmpty && reading.findings.map(\.code) == ["tie-of-many"])
    }

    @Test(arguments: [
        ("code,as\nAnna,person\n", "bad-value"), ("code,as,kind\nAnna,actor,firm\n", "missing-value"),
        ("name,as\n", "missing-column"),
        ("code,as\nAnn,actor\n", "unknown-id"), ("code,as\nAnna,actor\nAnna,actor\n", "duplicate-id"),
        ("code,as\nsells,tie\n", "no-actors"), ("", "empty-table"),
    ])
    func wrongTablesOfCodes(_ codes: String, _ code: String) throws {
        let reading = try read(project(.utf16, Self.tie), codes: codes)
        #expect(reading.network == nil && reading.findings.filter { $0.severity == .error }.map(\.code).first == code)
    }

    @Test func whoSaysNothingOfCodesIsAskedAndGivenATable() throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        try folder.write(project(.utf16, Self.tie), to: "talk.qde")
        let error = #expect(throws: MilieuError.self) {
            _ = try InputReader.read(path: folder.file("talk.qde"), .init())
        }
        #expect(error?.cause == .usage && error?.message.contains("3 codes and 3 coded passages") == true)
        #expect(
            try CodedInterviews.codesToFill(path: folder.file("talk.qde"))
                == "code,as,id,kind,sphere,directed,layer,passages\nAnna,,anna,,,,,1\nBruno,,bruno,,,,,1\nsells,,sells,,,,,1\n"
        )
        try folder.write("SQLite format 3\0 and nothing more", to: "x.sqlite3")
        let damaged = try InputReader.read(path: folder.file("x.sqlite3"), .init())
        #expect(damaged.network == nil && damaged.findings.map(\.code) == ["bad-database"])
        try folder.write("PK\u{3}\u{4}", to: "x.qdpx")
        #expect(try InputReader.read(path: folder.file("x.qdpx"), .init()).findings.map(\.code) == ["bad-archive"])
    }

    @Test func codesOfOneNameAreToldApartByWhatTheyStandBelow() throws {
        let nested = project(.utf16, Self.tie).replacing(
            "<Code guid='Bruno' name='Bruno'/>",
            with: "<Code guid='Bruno' name='Bruno'><Code guid='x' name='Anna'/></Code>")
        let table = "code,as,id,directed\nAnna,actor,,\nBruno > Anna,actor,other,\nBruno,actor,,\nsells,tie,,yes\n"
        // The code that stands alone keeps its name.
        let found = try read(nested, codes: table).requireNetwork()
        #expect(lines(found) == ["anna>bruno sells"] && found.actors.map(\.id) == ["anna", "other", "bruno"])
    }

    @Test func whatIsNoTextIsLeftOutAndThatOfAPageIsRead() throws {
        let coding = "<Coding guid='k'><CodeRef targetGUID='Anna'/></Coding>"
        let other =
            "<PictureSource guid='p' name='Map'><PictureSelection guid='q'>\(coding)</PictureSelection></PictureSource>"
        let page =
            "<PDFSource guid='f' name='Page'><Representation guid='r' name='Page text'><PlainTextContent>Anna.</PlainTextContent><PlainTextSelection guid='u' name='Anna' startPosition='0' endPosition='4'>\(coding)</PlainTextSelection></Representation></PDFSource>"
        let text = project(.utf16, Self.tie).replacing("</Sources>", with: other + page + "</Sources>")
        let reading = try read(text)
        let found = try reading.requireNetwork()
        let said = try #require(reading.findings.first { $0.code == "codings-left-out" })
        #expect(said.message.contains("(1)") && lines(found) == ["anna>b sells"])
        #expect(found.actors[0].evidence.map(\.source) == ["talk_one", "page_text"])
    }
}
