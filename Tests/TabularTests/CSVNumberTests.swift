import Testing

@testable import Tabular

@Suite struct CSVNumberTests {
    @Test(arguments: [
        ("0", 0), ("12", 12), ("-3.5", -3.5), ("0.1", 0.1), ("1e3", 1000), ("+2", 2), (".5", 0.5), ("5.", 5), ("-0", -0.0),
        ("123456789012345", 123_456_789_012_345), ("0.30000000000000004", 0.1 + 0.2), ("1.7976931348623157e308", .greatestFiniteMagnitude),
    ] as [(String, Double)])
    func numbers(_ text: String, _ value: Double) {
        #expect(CSVNumber.double(text)?.bitPattern == value.bitPattern)
    }

    @Test(arguments: [
        "", " ", "nan", "NaN", "inf", "-inf", "0x10", "1e999", "12,5", "1,234", "1 234", "12a", "--1", "-", ".", "1.2.3", "NA", "45 %",
        "٣",
    ])
    func noNumbers(_ text: String) {
        #expect(CSVNumber.double(text) == nil)
    }

    @Test(arguments: [
        ("12,5", 12.5), ("1 234,5", 1234.5), ("1\u{A0}234\u{202F}567,25", 1_234_567.25), ("-0,5", -0.5), ("12.5", 12.5),
        ("-1 000", -1000), ("1,234", 1.234),
    ] as [(String, Double)])
    func frenchNumbers(_ text: String, _ value: Double) {
        #expect(CSVNumber.double(text, decimalComma: true) == value)
    }

    @Test(arguments: ["1.234,5", "1,2,3", "12 34", "1 2345", "1234 567", " 1", "1 ", ",", "1,5 000"])
    func noFrenchNumbers(_ text: String) {
        #expect(CSVNumber.double(text, decimalComma: true) == nil)
    }

    @Test func theFastWayGivesTheSameBitsAsTheSlow() {
        var random = SmallRandom(seed: 11)
        for _ in 0..<20_000 {
            let digits = random.below(15) + 1
            var text = String((0..<digits).map { _ in Character(String(random.below(10))) })
            if random.below(2) == 0, digits > 1 {
                text.insert(".", at: text.index(text.startIndex, offsetBy: random.below(digits - 1) + 1))
            }
            if random.below(3) == 0 { text = "-" + text }
            #expect(CSVNumber.double(text)?.bitPattern == Double(text)?.bitPattern, "\(text)")
        }
    }
}
