import Testing

@testable import Areas

@Suite("Lines of a job")
struct AreaLineTests {
    @Test("What a line carries comes back byte by byte, and holds no separator")
    func roundTrip() {
        let texts = [
            "", "a", "\\N", "a\tb", "a\nb\r\n", "\u{1}\u{0}\u{7F}", "é \\t \\", "=1+1",
            String(repeating: "x", count: 300),
        ]
        for text in texts {
            let line = AreaLine.line([Array("01001".utf8), Array("a".utf8), Array(text.utf8)])
            #expect(line.last == 0x0A && line.dropLast().allSatisfy { $0 == 0x09 || ($0 >= 0x20 && $0 != 0x7F) })
            #expect(line.count { $0 == 0x09 } == 2)
            let parts = AreaLine.parts(line.dropLast())
            #expect(parts.map { AreaLine.text($0.rest) } == text)
        }
    }

    @Test("A line that was damaged is none", arguments: ["\\", "\\q", "\\x1", "\\xzz"])
    func damaged(_ text: String) {
        #expect(AreaLine.text(Array(text.utf8)[...]) == nil)
    }
}
