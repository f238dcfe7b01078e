import Testing
import Vocabulary

@testable import Tabular

@Suite struct DecodedTextTests {
    private func decode(_ bytes: [UInt8]) -> (text: String, findings: [Finding], decoded: DecodedText) {
        let decoded = DecodedText(bytes, file: "t.csv")
        return (String(decoding: decoded.bytes, as: UTF8.self), decoded.findings.all, decoded)
    }

    @Test func utf8IsTakenAsItIs() {
        let decode = decode(Array("œuvre, Drôme 😀".utf8))
        #expect(decode.text == "œuvre, Drôme 😀")
        #expect(decode.findings.isEmpty)
    }

    @Test func aByteOrderMarkIsLeftOutAndSaid() {
        let decode = decode([0xEF, 0xBB, 0xBF] + Array("id".utf8))
        #expect(decode.text == "id")
        #expect(decode.findings.map(\.code) == ["byte-order-mark"])
        #expect(decode.decoded.originalOffset(of: 1) == 4)
    }

    @Test func windows1252IsReadAndSaidWithItsLine() {
        // "id\nDrôme €’œ"
        let decode = decode(Array("id\nDr".utf8) + [0xF4] + Array("me ".utf8) + [0x80, 0x92, 0x9C])
        #expect(decode.text == "id\nDrôme €’œ")
        #expect(decode.findings.map(\.code) == ["wrong-encoding"])
        #expect(decode.findings.first?.severity == .warning)
        #expect(decode.findings.first?.place.line == 2)
        // The byte behind the "ô".
        #expect(decode.decoded.originalOffset(of: 7) == 6)
    }

    @Test func aByteThatNoEncodingHasIsAnError() {
        let decode = decode(Array("a\nb".utf8) + [0x81])
        #expect(decode.findings.contains { $0.severity == .error && $0.code == "wrong-encoding" && $0.place.line == 2 })
    }

    @Test func damagedUTF8IsAnErrorNotAnotherEncoding() {
        let decode = decode(Array("é\nè\nà".utf8) + [0xC3])
        #expect(decode.findings.map(\.code) == ["wrong-encoding"])
        #expect(decode.findings.first?.severity == .error)
        #expect(decode.findings.first?.place.line == 3)
        #expect(decode.text.hasPrefix("é\nè\nà"))
    }

    @Test(arguments: [false, true])
    func utf16IsReadWhereAMarkSaysSo(isLittle: Bool) {
        let bytes = "\u{FEFF}é,😀\nb".utf16.flatMap { unit in
            isLittle ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        }
        let decode = decode(bytes)
        #expect(decode.text == "é,😀\nb")
        #expect(decode.findings.map(\.code) == ["wrong-encoding", "byte-order-mark"])
        #expect(decode.findings.first?.severity == .warning)
        // "é", "," and the two halves of the face are four units behind the mark.
        #expect(decode.decoded.originalOffset(of: 7) == 10)
    }

    @Test(arguments: [[0xFF, 0xFE, 0x41], [0xFF, 0xFE, 0x00, 0xD8]] as [[UInt8]])
    func damagedUTF16IsAnError(_ bytes: [UInt8]) {
        #expect(decode(bytes).findings.contains { $0.severity == .error && $0.code == "wrong-encoding" })
    }

    @Test func aNulIsAnErrorWithItsPlace() {
        let decode = decode(Array("a\nb\0c".utf8))
        #expect(decode.findings.map(\.code) == ["nul-byte"])
        #expect(decode.findings.first?.place.line == 2)
        #expect(decode.findings.first?.message.contains("byte 3") == true)
    }

    /// The standard library's decoder is the judge of what is sound.
    @Test func theSurveyAgreesWithTheStandardLibrary() {
        var random = SmallRandom(seed: 3)
        let leads: [UInt8] = [0x41, 0x7F, 0x80, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xA0, 0x9F, 0xED, 0xEF, 0xF0, 0x90, 0xF4, 0x8F, 0xF5]
        for _ in 0..<20_000 {
            let bytes = (0..<random.below(6) + 1).map { _ in leads[random.below(leads.count)] }
            let isSound = String(validating: bytes, as: UTF8.self) != nil
            #expect((UTF8Survey(bytes.span).invalid == 0) == isSound, "\(bytes)")
            let long = [UInt8](repeating: 0x61, count: 60 + random.below(10)) + bytes
            #expect((UTF8Survey(long.span).invalid == 0) == isSound, "\(long)")
        }
    }
}
