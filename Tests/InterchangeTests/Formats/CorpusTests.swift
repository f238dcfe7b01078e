import NetworkModel
import Testing
import Vocabulary

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@testable import Interchange

/// Every file of the corpus, among them each that ever broke a reader, and seeded mutations of it.
@Suite struct CorpusTests {
    private static let folder =
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path() + "/Corpus"

    private static func files(_ id: String) throws -> [(name: String, bytes: [UInt8])] {
        try FileManager.default.contentsOfDirectory(atPath: folder + "/" + id).sorted().map { name in
            (name, try [UInt8](Data(contentsOf: URL(filePath: "\(folder)/\(id)/\(name)"))))
        }
    }

    /// A network or an error, never both and never neither; what was read can be written and read again.
    private func check(_ format: NetworkFormat, _ bytes: [UInt8], _ name: String) throws {
        let reading = format.read(bytes, "x.\(format.fileExtensions[0])", .init())
        #expect((reading.network == nil) == (reading.errorCount > 0), "\(format.id)/\(name)")
        #expect(reading.findings.allSatisfy { !$0.message.isEmpty && $0.message.count < 400 }, "\(format.id)/\(name)")
        guard format.isWritten, let network = reading.network, network.actors.count < 200 else { return }
        guard let written = try? format.write(network, .init()) else { return }
        let again = format.read(written.bytes, "again", .init())
        func nodes(_ network: Network) -> Int { network.actors.count + network.events.count }
        #expect(
            again.network.map(nodes) == nodes(network) || format.id == "edge-list",
            "\(format.id)/\(name) \(brief(again))")
        // Who is an event is kept, or said to be lost.
        #expect(
            again.network?.actors.count == network.actors.count || format.id == "edge-list"
                || written.findings.contains { $0.message.contains("mode") }, "\(format.id)/\(name)")
    }

    @Test(arguments: FormatCatalogue.all.map(\.id))
    func everyFileOfTheCorpusIsAnswered(_ id: String) throws {
        let format = try FormatCatalogue.format(id)
        let files = try Self.files(id)
        #expect(files.count >= 2)
        for file in files { try check(format, file.bytes, file.name) }
    }

    /// A dataset of UCINET is two files, which have a test of their own.
    @Test(arguments: FormatCatalogue.all.map(\.id).filter { $0 != "ucinet" })
    func mutationsNeverBreakAReader(_ id: String) throws {
        let format = try FormatCatalogue.format(id)
        let files = try Self.files(id).filter { $0.bytes.count < 10_000 }
        var random = TestRandom(seed: 2007)
        var readable = 0
        for round in 0..<200 {
            let mutated = Self.mutated(
                files[random.below(files.count)].bytes, files[random.below(files.count)].bytes, &random)
            try check(format, mutated, "round \(round)")
            if format.read(mutated, "x", .init()).network != nil { readable += 1 }
        }
        // Most mutations of an XML file end it; some of any format must get through.
        #expect(readable > 5 && readable < 200, "\(id): \(readable)")
    }

    @Test(arguments: ["actors.csv", "ties.csv", "events.csv", "datapackage.json"])
    func mutationsNeverBreakADataset(_ name: String) throws {
        let seeds = try Self.files(name)
        let dataset = try SmallDataset()
        var random = TestRandom(seed: 1993)
        for file in seeds {
            try dataset.folder.write(file.bytes, to: name)
            let reading = try dataset.read()
            #expect((reading.network == nil) == (reading.errorCount > 0), "\(name)/\(file.name)")
        }
        for _ in 0..<80 {
            try dataset.folder.write(
                Self.mutated(seeds[random.below(seeds.count)].bytes, seeds[0].bytes, &random), to: name)
            let reading = try dataset.read()
            #expect((reading.network == nil) == (reading.errorCount > 0))
        }
    }

    private static let tokens = [
        "\"", "'", "<", ">", "&", "&#0;", "[", "]", "{", "}", "\\", "\n", "\r", "*Vertices 9", "*Arcs", "labels:",
        "data:", "!", "node", "edge",
        "graph", "--", "->", "<node id='z'>", "</node>", "\"id\":", ",", ";", "0", "-1", "1e999", "99999999999",
        "\u{0}", "\u{FEFF}", "é",
    ]

    /// A few changes of bytes, words and pieces of another file.
    private static func mutated(_ one: [UInt8], _ other: [UInt8], _ random: inout TestRandom) -> [UInt8] {
        var bytes = one
        for _ in 0...random.below(3) {
            let place = random.below(bytes.count + 1)
            let end = min(bytes.count, place + random.below(12))
            switch random.below(5) {
            case 0: bytes.removeSubrange(place..<end)
            case 1: bytes.insert(contentsOf: Array(tokens[random.below(tokens.count)].utf8), at: place)
            case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
            case 3 where !other.isEmpty:
                let start = random.below(other.count)
                bytes.insert(contentsOf: other[start..<min(other.count, start + random.below(60))], at: place)
            default: if place < bytes.count { bytes[place] = UInt8(truncatingIfNeeded: random.next()) }
            }
        }
        return bytes
    }
}
