import Fixtures
import NetworkModel
import Testing
import Vocabulary

@testable import Interchange

/// Dates and numbers as people write them, wherever they stand.
@Suite struct WrittenValueTests {
    @Test(arguments: [
        ("15/04/2007", "2007-04-15", DateText.Form.dayFirst), ("04/05/2007", "2007-05-04", .ambiguous),
        ("04/04/2007", "2007-04-04", .dayFirst),
        ("15.04.2007", "2007-04-15", .dayFirst), ("04/2007", "2007-04", .dayFirst),
        ("2007-04-15T00:00:00", "2007-04-15", .other),
        ("2007-04-15 10:30", "2007-04-15", .other), ("2007/4/5", "2007-04-05", .other), ("2007.0", "2007", .other),
        ("avril 2007", "2007-04", .words), ("1er mars 2007", "2007-03-01", .words),
        ("15 April 2007", "2007-04-15", .words),
        ("April 15, 2007", "2007-04-15", .words), ("déc. 2010", "2010-12", .words), ("vers 2007", "2007", .about),
        ("~ avril 2007", "2007-04", .about),
        ("2007", "2007", .other),
    ])
    func dates(_ text: String, _ date: String, _ form: DateText.Form) throws {
        let read = try #require(DateText(text))
        #expect(read.date.description == date && read.form == form)
    }

    @Test(arguments: [
        "04/15/2007", "15/04/07", "2007-13", "soon", "ju 2007", "31/02/2007", "2007-04-15x", "", "32 avril 2007",
    ])
    func noDates(_ text: String) { #expect(DateText(text) == nil) }

    @Test(arguments: [
        ("12 000 €", 12000.0), ("12\u{202F}000\u{A0}€", 12000), ("€500", 500), ("80 %", 0.8), ("12,5 %", 0.125),
        ("~6", 6), ("environ 1 200", 1200),
        ("1,5 M€", 1_500_000), ("12k€", 12000), ("3 euros", 3), ("-2,5 €", -2.5), ("12 000,50 EUR", 12000.5),
        ("$1,200.50", 1200.5), ("1.200,50 €", 1200.5), ("1.200 €", 1200), ("£1,200", 1200), ("$3", 3),
        ("1,234,567", 1_234_567),
        ("1.200.000 €", 1_200_000), ("1'200.50", 1200.5), ("CHF 1’200", 1200), ("1,234 M€", 1_234_000),
        ("US$ 12.50", 12.5),
    ])
    func numbers(_ text: String, _ value: Double) throws {
        #expect(try #require(MarkedNumber(text, decimalComma: false)).value == value)
    }

    @Test(arguments: [
        "six", "%", "€", "~", "12 00 €", "1,2,3 €", "1e999 €", "12 % ou plus", "nan %", "1,23,456", "1'20", "1.200.5",
        "$", "1''200",
    ])
    func noNumbers(_ text: String) { #expect(MarkedNumber(text, decimalComma: true) == nil) }

    @Test func theyAreReadInEveryTableAndInThePackage() throws {
        let ties = """
            source,target,kind,amount,since,confidence,status,evidence
            a,b,cooperation,12 000 €,15/04/2007,80 %,en cours,report:1
            a,c,funding,~6,04/05/2007,"12,5 %",Terminée,report:2

            """
        let reading = try SmallDataset(["ties.csv": ties]).read()
        let network = try reading.requireNetwork()
        #expect(
            network.ties.map(\.details.amount) == [12000, 6] && network.ties.map(\.details.confidence) == [0.8, 0.125])
        #expect(network.ties.map { $0.details.since?.description } == ["2007-04-15", "2007-05-04"])
        #expect(network.ties.map(\.details.status) == [.active, .past])
        #expect(brief(reading).contains("warning ambiguous-date ties.csv:3:since"))
        let package = try SmallDataset.read("datapackage.json", replacing: "\"2016-06\"", by: "\"15/06/2016\"")
        #expect(try package.requireNetwork().description.territory?.referenceDate?.description == "2016-06-15")
        let doubtful = try SmallDataset.read("datapackage.json", replacing: "\"2016-06\"", by: "\"04/05/2016\"")
        #expect(brief(doubtful).contains("warning ambiguous-date datapackage.json:milieu.reference_date"))
        let year = try SmallDataset.read("datapackage.json", replacing: "\"2016-06\"", by: "2016")
        #expect(try year.requireNetwork().description.territory?.referenceDate?.description == "2016")
    }
}
