import Fixtures
import NetworkModel
import Testing
import Vocabulary

@testable import Interchange

@Suite struct RoundTripTests {
    @Test func aDatasetThatIsWrittenReadsBackTheSame() throws {
        let package = try #require(SmallDataset.files["datapackage.json"])
            .replacing(
                "\"places\": [\"Here\"],", with: "\"places\": [\"Here\"], \"overlapping\": [\"County\", \"Near\"],")
        let network = try SmallDataset(["datapackage.json": package]).read().requireNetwork()
        #expect(network.description.territory?.perimeters.map(\.overlapping) == [["County", "Near"], []])
        let folder = try TemporaryFolder()
        try DatasetWriter.write(network, to: folder.file("copy"))
        let reading = try DatasetReader.read(path: folder.file("copy"))
        #expect(brief(reading) == [])
        let copy = try reading.requireNetwork()
        #expect(Array(copy.actors) == Array(network.actors))
        #expect(copy.actors.attributes == network.actors.attributes)
        #expect(Array(copy.ties) == Array(network.ties) && copy.ties.attributes == network.ties.attributes)
        #expect(copy.events == network.events && copy.participation == network.participation)
        #expect(copy.tieKinds == network.tieKinds && copy.actorKinds == network.actorKinds)
        #expect(copy.eventKinds == network.eventKinds && copy.sources == network.sources)
        var (one, other) = (copy.description, network.description)
        (one.contentHash, other.contentHash) = (nil, nil)
        #expect(one == other)
        // Written again, not a byte differs.
        #expect(DatasetWriter.files(copy).map(\.text) == DatasetWriter.files(network).map(\.text))
    }

    @Test func inputsAreReadByWhatTheyAre() throws {
        let dataset = try SmallDataset()
        #expect(try InputReader.read(path: dataset.folder.path).requireNetwork().actors.count == 3)
        #expect(try InputReader.read(path: dataset.folder.file("datapackage.json")).requireNetwork().actors.count == 3)
        try dataset.folder.write("a,b\n", to: "net.edges")
        #expect(
            try InputReader.read(path: dataset.folder.file("net.edges"), directed: true).requireNetwork().tieKinds[0]
                .isDirected)
        try dataset.folder.write("a,b\n", to: "net.xyz")
        for (name, cause) in [("net.xyz", MilieuError.Cause.usage), ("none.xyz", .file), ("none", .file)] {
            do {
                _ = try InputReader.read(path: dataset.folder.file(name))
                Issue.record("\(name) is no input")
            } catch { #expect(error.cause == cause) }
        }
    }

    @Test func everyFormatIsFoundByItsIdAndItsFiles() throws {
        for format in FormatCatalogue.all {
            #expect(try FormatCatalogue.format(format.id).id == format.id)
            for suffix in format.fileExtensions {
                #expect(try FormatCatalogue.format(forFile: "some.name.\(suffix.uppercased())").id == format.id)
            }
        }
        #expect(throws: MilieuError.self) { try FormatCatalogue.format("edge-lsit") }
        let suffixes = FormatCatalogue.all.flatMap(\.fileExtensions)
        #expect(Set(suffixes).count == suffixes.count)
    }
}
