import Tabular
import Testing
import Vocabulary

/// The language of numbers: one for every page.
struct NumeralsTests {
    private let english = Numerals(.english)
    private let french = Numerals(.french)

    @Test(arguments: [
        (0, "0", "0"), (2016, "2016", "2016"), (-7, "−7", "−7"), (9_999, "9999", "9999"), (10_000, "10,000", "10\u{202F}000"),
        (-1_234_567, "−1,234,567", "−1\u{202F}234\u{202F}567"), (Int.min, "−9,223,372,036,854,775,808", nil),
    ]) func countsStandApartFromFiveDigitsOn(count: Int, en: String, fr: String?) {
        #expect(english.count(count) == en)
        if let fr { #expect(french.count(count) == fr) }
    }

    @Test(arguments: [
        (0.5, 2, "0.50", "0,50"), (-0.25, 2, "−0.25", "−0,25"), (-0.001, 2, "0.00", "0,00"), (12_345.678, 1, "12,345.7", "12\u{202F}345,7"),
        (1234.5, 0, "1234", "1234"), (1e20, 2, "1e+20", "1e+20"),
    ]) func marksAreTheLanguages(value: Double, digits: Int, en: String, fr: String) {
        #expect(english.fixed(value, digits: digits) == en)
        #expect(french.fixed(value, digits: digits) == fr)
    }

    @Test func zerosAtTheEndAreTakenAwayBehindTheMarkAlone() {
        #expect(english.shortest(0.380, digits: 6) == "0.38" && french.shortest(0.380, digits: 6) == "0,38")
        #expect(english.shortest(100, digits: 2) == "100" && english.shortest(100, digits: 0) == "100")
        #expect(french.shortest(20_000, digits: 2) == "20\u{202F}000")
    }

    @Test(arguments: [
        (0.0, 0, "0 %", "0\u{A0}%"), (1.0, 0, "100 %", "100\u{A0}%"), (0.8, 0, "80 %", "80\u{A0}%"), (0.004, 0, "< 1 %", "< 1\u{A0}%"),
        (0.9951, 0, "> 99 %", "> 99\u{A0}%"), (0.004, 1, "0.4 %", "0,4\u{A0}%"), (0.0004, 1, "< 0.1 %", "< 0,1\u{A0}%"),
        (0.99999, 1, "> 99.9 %", "> 99,9\u{A0}%"), (123.45, 0, "12,345 %", "12\u{202F}345\u{A0}%"),
    ]) func sharesAreNeverNoneOrAllByRounding(share: Double, digits: Int, en: String, fr: String) {
        #expect(english.percent(share, digits: digits) == en)
        #expect(french.percent(share, digits: digits) == fr)
    }
}
