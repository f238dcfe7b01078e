import Fixtures
import NetworkModel
import Testing
import Vocabulary

@testable import Interchange

/// Datasets of UCINET, written here byte by byte as those who publish the layout have it.
@Suite struct UCINETSystemTests {
    struct Sample {
        var version = "V6404"
        var type: UInt8 = 7
        var sizes = [3, 3]
        var labels: [[String]] = [["a", "b", "é d"], ["a", "b", "é d"]]
        var values: [Float] = [0, 1, 0, 0, 0, 2.5, 0, 0, 0]

        var head: [UInt8] {
            let isWide = version != "DATE:"
            func whole(_ value: Int, _ width: Int) -> [UInt8] {
                (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
            }
            var bytes = [UInt8(version.utf8.count)] + Array(version.utf8)
            for part in [15, 7, 26, 1, 3] { bytes += whole(part, 2) }
            bytes += [type] + whole(sizes.count, 2)
            for size in sizes { bytes += whole(size, isWide ? 4 : 2) }
            bytes += [4] + Array("name".utf8) + labels.map { $0.isEmpty ? 0 : 1 }
            for label in labels.flatMap({ $0 }) {
                let letters =
                    isWide ? label.utf16.flatMap { whole(Int($0), 2) } : label.unicodeScalars.map { UInt8($0.value) }
                bytes += whole(letters.count, 2) + letters
            }
            return bytes
        }

        var data: [UInt8] {
            values.flatMap { value in
                switch type {
                case 1, 3: [UInt8(bitPattern: Int8(value))]
                case 5: withUnsafeBytes(of: Int16(value).littleEndian, Array.init)
                case 9: withUnsafeBytes(of: Double(value).bitPattern.littleEndian, Array.init)
                default: withUnsafeBytes(of: value.bitPattern.littleEndian, Array.init)
                }
            }
        }

        func reading(_ named: String = "net.##h") throws -> Reading {
            let folder = try TemporaryFolder()
            defer { withExtendedLifetime(folder) {} }
            try folder.write(head, to: "net.##h")
            try folder.write(data, to: "net.##D")
            return try InputReader.read(path: folder.file(named == "net.##h" ? named : "net.##D"))
        }
    }

    @Test(arguments: ["V6404", "V6406", "DATE:"], ["net.##h", "net.##d"])
    func everyVersionAndEitherFile(_ version: String, _ named: String) throws {
        var sample = Sample()
        sample.version = version
        let found = try sample.reading(named).requireNetwork()
        #expect(found.actors.allIDs == ["a", "b", "é d"] && lines(found) == ["a>b", "b>é d 2.5"])
    }

    @Test(arguments: [
        (1, [0, 1, 0, 0, 0, 2, 0, 0, 0]), (5, [0, 1, 0, 0, 0, -2, 0, 0, 0]), (9, [0, 1, 0, 0, 0, 2.5, 0, 0, 0]),
    ])
    func everyTypeOfValues(_ type: Int, _ values: [Double]) throws {
        var sample = Sample()
        (sample.type, sample.values) = (UInt8(type), values.map(Float.init))
        #expect(try lines(sample.reading().requireNetwork()) == ["a>b", "b>é d \(values[5])"])
    }

    /// Columns come before rows among the sizes, and levels last.
    @Test func relationsModesAndWhatIsNotKnown() throws {
        var sample = Sample()
        sample.sizes = [3, 2, 2]
        sample.labels = [["e", "f", "g"], ["a", "b"], ["took part", "paid"]]
        sample.values = [1, 0, 0, 0, 0, 1, 0, 2, 0, 1e36, 0, 0]
        let reading = try sample.reading()
        let found = try reading.requireNetwork()
        #expect(found.actors.allIDs == ["a", "b"] && found.events.map(\.id) == ["e", "f", "g"])
        #expect(lines(found) == ["a:e", "b:g", "a:f 2.0"])
        #expect(
            reading.findings.map(\.code).contains("missing-ties")
                && reading.findings.map(\.code).contains("columns-as-events"))
        sample.sizes = [2, 2, 2]
        sample.labels = [[], [], []]
        sample.values = [0, 1, 1, 0, 0, 3, 0, 0]
        #expect(try lines(sample.reading().requireNetwork()) == ["1-2 relation1", "1>2 3.0 relation2"])
    }

    @Test func twoFilesThatDoNotGoTogetherAreNone() throws {
        var sample = Sample()
        sample.values.removeLast()
        #expect(try brief(sample.reading()) == ["error ragged-row net.##h:1"])
        sample = Sample()
        sample.sizes = [3, -3]
        #expect(try brief(sample.reading()) == ["error ragged-row net.##h:1"])
        sample.sizes = [1 << 30, 1 << 30]
        #expect(try brief(sample.reading()) == ["error ragged-row net.##h:1"])
        sample.sizes = [1 << 30, 0]
        sample.values = []
        #expect(try sample.reading().network == nil)
        sample = Sample()
        sample.version = "V5000"
        #expect(try brief(sample.reading()) == ["error unknown-format net.##h:1"])
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        try folder.write(Sample().head, to: "net.##h")
        #expect(try brief(InputReader.read(path: folder.file("net.##h"))) == ["error missing-file net.##h:1"])
    }

    @Test func damagedPairsNeverCrash() throws {
        var random = TestRandom(seed: 64)
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        var readable = 0
        for round in 0..<300 {
            var (head, data) = (Sample().head, Sample().data)
            for _ in 0...random.below(3) { head[random.below(head.count)] = UInt8(truncatingIfNeeded: random.next()) }
            if round.isMultiple(of: 3) { head.removeLast(random.below(head.count)) }
            if round.isMultiple(of: 5) { data.removeLast(random.below(data.count)) }
            try folder.write(head, to: "net.##h")
            try folder.write(data, to: "net.##d")
            let reading = try InputReader.read(path: folder.file("net.##h"))
            #expect((reading.network == nil) == (reading.errorCount > 0), "round \(round)")
            if reading.network != nil { readable += 1 }
        }
        #expect(readable > 10 && readable < 290)
    }
}
