import Fixtures
import Testing
import Vocabulary

@testable import Interchange

@Suite struct DatasetTemplateTests {
    @Test func theTemplatePassesTheCheckAndSaysWhatIsMissing() throws {
        let folder = try TemporaryFolder()
        try DatasetTemplate.write(to: folder.file("My town"))
        let reading = try DatasetReader.read(path: folder.file("My town"))
        #expect(brief(reading) == ["warning empty-table actors.csv:1"])
        #expect(try reading.requireNetwork().description.territory?.name == "My town")
        #expect(try folder.text("My town/README.md").contains("| **source** |"))
        #expect(try folder.text("My town/LISEZMOI.md").contains("Identifiant de l’acteur d’où part le lien"))
        do {
            try DatasetTemplate.write(to: folder.file("My town"))
            Issue.record("the folder is not empty")
        } catch { #expect(error.cause == .file && error.message.contains("not empty")) }
    }
}
