import NetworkModel
import Tabular
import Testing
import Vocabulary

@testable import Interchange

/// A list read in sections at the same time is the list read from top to bottom.
@Suite struct EdgeListSectionTests {
    /// Lists such as people make: quotes with separators, quotes and line ends inside, byte-order marks,
    /// Windows line ends, blank lines, short rows, empty cells, bad numbers, accents, spaces.
    private static func list(_ random: inout TestRandom) -> [UInt8] {
        let mark = random.below(6) == 0 ? "\u{FEFF}" : ""
        let delimiter = [",", ";", "\t", " "][random.below(4)]
        let feed = ["\n", "\n", "\r\n"][random.below(3)]
        let width = 2 + random.below(2)
        let header = ["source", "target", "weight"].prefix(width).joined(separator: delimiter)
        var text = mark + header + feed
        let isWild = random.below(3) > 0
        for _ in 0..<random.below(60) {
            var cells = (0..<2).map { _ in id(&random, isWild, delimiter, feed) }
            if width == 3 { cells.append(["1", "2.5", "", "12", isWild ? "x" : "3"][random.below(5)]) }
            if isWild, random.below(12) == 0 { cells.removeLast() }
            text += cells.joined(separator: delimiter) + feed
            if isWild, random.below(10) == 0 { text += feed }
        }
        if isWild, random.below(8) == 0 { text += "\"never closed" + delimiter + "x" + feed }
        if random.below(3) == 0 { text.removeLast() }
        var bytes = Array(text.utf8)
        if isWild, random.below(9) == 0 { bytes[random.below(bytes.count)] = 0xE9 }
        if isWild, random.below(20) == 0 { bytes[random.below(bytes.count)] = 0 }
        return bytes
    }

    private static func id(_ random: inout TestRandom, _ isWild: Bool, _ delimiter: String, _ feed: String) -> String {
        let plain = "org_\(random.below(12))"
        guard isWild else { return plain }
        switch random.below(12) {
        case 0: return "\"a\(delimiter)\(random.below(3))\""
        case 1: return "\"say \"\"\(random.below(3))\"\"\""
        case 2: return "\"two\(feed)lines\(feed)\(random.below(3))\""
        case 3: return "é\(random.below(3))"
        case 4: return " \(plain) "
        case 5: return random.below(3) == 0 ? "" : plain
        case 6: return "un nom très long, plus que seize octets \(random.below(4))".replacing(delimiter, with: "")
        case 7: return "a\"b\(random.below(3))"
        default: return plain
        }
    }

    /// All that a reading holds, as text.
    private static func summary(_ reading: Reading) -> [String] {
        var lines = reading.findings.map { "\($0.severity) \($0.code) \($0.message) \($0.remedy) \($0.place)" }
        guard let network = reading.network else { return lines }
        lines += network.ties.map { "\($0.source) \($0.target) \($0.kind) \($0.weight)" }
        lines += network.actors.allIDs
        lines.append(network.description.contentHash ?? "")
        return lines
    }

    @Test func anyNumberOfSectionsReadsTheSame() {
        var random = TestRandom(seed: 2016)
        var (sound, faulty) = (0, 0)
        for _ in 0..<600 {
            let bytes = Self.list(&random)
            let whole = EdgeListReader.read(bytes, file: "x.csv", directed: nil, sections: 1)
            if whole.network == nil { faulty += 1 } else { sound += 1 }
            let expected = Self.summary(whole)
            for sections in [2, 3, 7, 40] {
                let reading = EdgeListReader.read(bytes, file: "x.csv", directed: nil, sections: sections)
                #expect(Self.summary(reading) == expected, "\(sections) sections of \(String(decoding: bytes, as: UTF8.self))")
            }
        }
        #expect(sound > 100 && faulty > 100)
    }

    /// The fast way over plain rows against the careful one, which a quoted cell forces.
    @Test func plainRowsReadLikeQuotedOnes() throws {
        var random = TestRandom(seed: 8)
        for delimiter in [",", ";", "\t", " "] {
            let rows = (0..<700).map { _ in
                [
                    "a\(random.below(90))-été!", "\(random.below(1 << 40))", "x\(random.below(40))'*+/:<=>?@[`{|}~y",
                ].joined(separator: delimiter)
            }
            let plain = "source\(delimiter)target\(delimiter)colour\n" + rows.joined(separator: "\n")
            let narrow = plain.split(separator: "\n").map { $0.split(separator: Character(delimiter)).prefix(2) }
            let fast = narrow.map { $0.joined(separator: delimiter) }.joined(separator: "\n") + "\n"
            let careful = narrow.map { $0.map { "\"\($0)\"" }.joined(separator: delimiter) }.joined(separator: "\n") + "\n"
            let (one, other) = (
                EdgeListReader.read(Array(fast.utf8), file: "x.csv"), EdgeListReader.read(Array(careful.utf8), file: "x.csv")
            )
            #expect(try one.requireNetwork().actors.allIDs == other.requireNetwork().actors.allIDs)
            #expect(try Array(one.requireNetwork().ties) == Array(other.requireNetwork().ties))
            #expect(brief(one) == brief(other))
        }
    }

    @Test func linesAreCountedAsTheRowsReaderCountsThem() {
        var random = TestRandom(seed: 31)
        for _ in 0..<500 {
            let bytes = (0..<random.below(400)).map { _ in Array("ab,\n\r".utf8)[random.below(5)] }
            let sections = EdgeListSections(bytes, count: 1 + random.below(9))
            #expect(sections.cuts.first == 0 && sections.cuts.last == bytes.count && sections.cuts == sections.cuts.sorted())
            for (cut, line) in zip(sections.cuts, sections.lines) {
                let text = String(decoding: bytes[..<cut], as: UTF8.self)
                #expect(line == 1 + text.count { $0 == "\n" || $0 == "\r\n" || $0 == "\r" })
            }
        }
    }

    @Test func surveysOfPartsJoinToTheSurveyOfTheWhole() {
        var random = TestRandom(seed: 5)
        let pieces: [[UInt8]] = [[0x61], [0x0A], [0xC3, 0xA9], [0xC3], [0xFF], [0xE2, 0x80, 0xAF], Array(repeating: 0x62, count: 70)]
        for _ in 0..<400 {
            let bytes = (0..<random.below(60)).flatMap { _ in pieces[random.below(pieces.count)] }
            let joined = EdgeListSections(bytes, count: 1 + random.below(6)).survey(bytes)
            let whole = DecodedText(bytes, file: "x")
            let parted = DecodedText(bytes, joined, file: "x")
            #expect(whole.bytes == parted.bytes && whole.encoding == parted.encoding)
            #expect(whole.findings.all == parted.findings.all)
        }
    }

    @Test func aLargeListIsReadInTwoSections() throws {
        let row = "organisation_000001,organisation_000002\n"
        let text = "source,target\n" + String(repeating: row, count: (1 << 20) / row.utf8.count + 1) + "a\n"
        #expect(EdgeListSections.count(forBytes: text.utf8.count) == EdgeListSections.usual)
        let findings = EdgeListReader.read(Array(text.utf8), file: "x.csv").findings
        #expect(findings.map(\.code) == ["ragged-row"])
        #expect(findings.first?.place.line == text.utf8.count { $0 == 0x0A })
    }
}
