import Testing
import Vocabulary

@testable import Figures

@Suite struct TextTests {
    @Test func `widths are those of the font's tables`() {
        #expect(TextMetrics.width(of: "A", size: 1000) == 667)
        #expect(TextMetrics.width(of: "été", size: 1000) == 556 + 278 + 556)
        #expect(TextMetrics.width(of: "e\u{301}", size: 1000) == 556, "a combining mark takes no room")
        #expect(TextMetrics.width(of: "…", size: 1000) == 1000)
        #expect(TextMetrics.extent(of: ["Wi", "W"], size: 10) == Point(9.44 + 2.22, 23))
    }

    @Test func `lines are balanced, and break only where they may`() {
        let two = PlainText.wrapped("Conseil général de la Drôme", width: 75, most: 2, size: 8)
        #expect(two.lines == ["Conseil général", "de la Drôme"] && !two.isShortened)
        #expect(PlainText.wrapped("court", width: 75, most: 3, size: 8).lines == ["court"])
        let signs = PlainText.wrapped("Projets « Start up » et plus : suite", width: 40, most: 9, size: 8).lines
        #expect(!signs.contains { $0.hasSuffix("«") || $0.hasPrefix("»") || $0.hasPrefix(":") })
    }

    @Test func `what does not fit is cut and said`() {
        let long = PlainText.wrapped(String(repeating: "W", count: 300), width: 80, most: 3, size: 7)
        #expect(long.isShortened && long.lines.count == 3 && long.lines[2].hasSuffix("…"))
        #expect(long.lines.allSatisfy { TextMetrics.width(of: $0, size: 7) <= 80 })
        #expect(PlainText.wrapped("", width: 80, most: 3, size: 7).lines.joined().isEmpty)
    }

    @Test func `control characters and marks of direction are taken out`() {
        #expect(PlainText.cleaned("a\u{0}b\u{202E}c\u{FEFF}d\u{FFFF}") == "abcd")
        #expect(PlainText.cleaned("  a \n\t b\r\n") == "a b")
        #expect(PlainText.cleaned("20\u{202F}000 €") == "20\u{202F}000 €", "narrow spaces stay")
        #expect(PlainText.cleaned(String(repeating: "x", count: 20), limit: 5) == "xxxxx…")
        let stacked = PlainText.cleaned("e" + String(repeating: "\u{301}", count: 1000))
        #expect(stacked.unicodeScalars.count == 8)
    }

    @Test func `ids of the screen differ where those of the data do`() {
        let ids = ["a", "A", "a b", "a_b", "a_x20_b", "é", "e\u{301}", "<a>", "a\u{0}", "", "a.b-c"]
        let made = ids.map { SafeID.make("actor", $0, position: 0) }
        #expect(Set(made).count == ids.count)
        #expect(made.allSatisfy { $0.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"'<>&".utf8.contains($0) } })
        let long = [1, 2].map { SafeID.make("actor", String(repeating: "x", count: 5000) + "\($0)", position: $0) }
        #expect(long[0] != long[1] && long[0].count < 120)
    }

    @Test func `numbers are written as readers of the language do`() {
        #expect(NumberWords.text(20_000, .english) == "20,000")
        #expect(NumberWords.text(1_234_567, .french) == "1\u{202F}234\u{202F}567")
        #expect(NumberWords.text(2016, .french) == "2016" && NumberWords.text(0, .english) == "0")
        #expect(NumberWords.text(0.25, .french) == "0,25" && NumberWords.text(-1.5, .english) == "−1.5")
    }
}
