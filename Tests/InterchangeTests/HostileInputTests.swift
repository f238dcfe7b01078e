import Fixtures
import FoundationEssentials
import NetworkModel
import Testing
import Vocabulary

@testable import Interchange

@Suite struct HostileInputTests {
    @Test func aDatasetLeadsNowhereElse() throws {
        let outside = try TemporaryFolder()
        try outside.write("id,citation\nsecret,x\n", to: "sources.csv")
        let dataset = try SmallDataset(["sources.csv": nil])
        try FileManager.default.createSymbolicLink(
            atPath: dataset.folder.file("sources.csv"), withDestinationPath: outside.file("sources.csv"))
        let reading = try dataset.read()
        #expect(brief(reading) == ["error unreadable-file sources.csv"])
        #expect(reading.findings.allSatisfy { $0.message.contains("link") })
    }

    @Test func folderInPlaceOfATable() throws {
        let dataset = try SmallDataset(["ties.csv": nil])
        try FileManager.default.createDirectory(atPath: dataset.folder.file("ties.csv"), withIntermediateDirectories: false)
        #expect(brief(try dataset.read()) == ["error unreadable-file ties.csv"])
    }

    @Test func aHundredThousandColumns() throws {
        let header = "id,name,kind," + (0..<100_000).map { "c\($0)" }.joined(separator: ",")
        let reading = try SmallDataset.read("actors.csv", header + "\na,A,firm\n")
        #expect(reading.findings.contains { $0.code == "too-many-columns" && $0.place.line == 1 })
        #expect(reading.findings.count < 1000)
    }

    @Test func controlCharactersDoNotReachTheMessages() throws {
        let reading = try SmallDataset.read("ties.csv", replacing: "a,b,coop", by: "a,\u{1B}[31mb\u{7},coop")
        let finding = try #require(reading.findings.first)
        #expect(finding.message.contains("\\u{1B}[31mb\\u{7}") && !finding.message.contains("\u{1B}"))
    }

    @Test func anIdOfAMegabyteIsShownShort() throws {
        let id = String(repeating: "x", count: 1_000_000)
        let reading = try SmallDataset.read("ties.csv", replacing: "a,b,coop", by: "\(id),b,coop")
        #expect(reading.findings.map(\.code) == ["unknown-id"])
        #expect(reading.findings.allSatisfy { $0.message.count < 200 && ($0.place.id?.count ?? 0) < 100 })
    }

    /// Whatever the bytes: an answer, and never a network beside an error.
    @Test func damagedTablesNeverCrash() throws {
        var random = TestRandom(seed: 1976)
        let dataset = try SmallDataset()
        let alphabet = Array("\",;\n\r\0 a0-/:{}[]\u{E9}".utf8) + [0xFF, 0xC3, 0xEF]
        var readable = 0
        let names = SmallDataset.files.keys.sorted()
        for _ in 0..<1500 {
            let name = names[random.below(names.count)]
            let sound = Array((SmallDataset.files[name] ?? "").utf8)
            var bytes = sound
            for _ in 0...random.below(4) {
                let place = random.below(bytes.count)
                switch random.below(3) {
                case 0: bytes[place] = alphabet[random.below(alphabet.count)]
                case 1: bytes.insert(alphabet[random.below(alphabet.count)], at: place)
                default: bytes.removeSubrange(place..<min(bytes.count, place + random.below(30)))
                }
                if bytes.isEmpty { bytes = [0x2C] }
            }
            try dataset.folder.write(bytes, to: name)
            let reading = try dataset.read()
            #expect((reading.network == nil) == (reading.errorCount > 0))
            if reading.network != nil { readable += 1 }
            try dataset.folder.write(sound, to: name)
        }
        #expect(readable > 100 && readable < 1400)
    }

    @Test func randomEdgeListsNeverCrash() {
        var random = TestRandom(seed: 77)
        let alphabet = Array("ab,\n\r\"; 1.\t".utf8) + [0, 0xE9, 0xC3, 0xA9]
        for round in 0..<4000 {
            let start = round % 2 == 0 ? Array("source,target,weight\n".utf8) : []
            let bytes = start + (0..<random.below(50)).map { _ in alphabet[random.below(alphabet.count)] }
            let reading = EdgeListReader.read(bytes, file: "x.csv")
            #expect((reading.network == nil) == (reading.errorCount > 0))
        }
    }
}
