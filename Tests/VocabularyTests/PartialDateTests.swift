import Testing
import Vocabulary

@Suite struct PartialDateTests {
    @Test(arguments: ["2007", "2007-04", "2007-04-15", "0001", "9999-12-31", "2024-02-29"])
    func `reads what it writes`(text: String) throws {
        #expect(try #require(PartialDate(text)).description == text)
    }

    @Test(arguments: [
        "", "07", "2007-", "2007-13", "2007-00", "2007-02-30", "2023-02-29", "2007-4-15", "15/04/2007",
        "2007-04-15T00:00", "+207", "２００７", "2007-04-15-01", "0000",
    ])
    func `refuses what is no date`(text: String) {
        #expect(PartialDate(text) == nil)
    }

    @Test func `a date without a day covers its month, without a month its year`() throws {
        let year = try #require(PartialDate("2008")), month = try #require(PartialDate("2008-02"))
        let first = try #require(PartialDate("2008-01-01")), last = try #require(PartialDate("2008-12-31"))
        #expect(year.earliest == first.earliest && year.latest == last.latest)
        #expect(year.latest - year.earliest + 1 == 366)
        #expect(month.latest - month.earliest + 1 == 29)
    }

    @Test func `days follow one another over four centuries`() throws {
        var expected = try #require(PartialDate("1800-01-01")).earliest
        for year in 1800..<2200 {
            for month in 1...12 {
                for day in 1...31 {
                    guard let date = PartialDate(year: year, month: month, day: day) else { continue }
                    #expect(date.earliest == expected && date.latest == expected)
                    expected += 1
                }
            }
        }
        // A Gregorian cycle of 400 years has 146,097 days.
        let start = try #require(PartialDate("1800-01-01")).earliest
        #expect(expected - start == 146_097)
    }
}
