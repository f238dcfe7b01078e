import Files
import Fixtures
import Testing
import Vocabulary

@Suite struct InputFileTests {
    @Test(arguments: ["/dev/zero", "/dev/null", "/"])
    func devicesAreRefused(_ path: String) {
        do {
            _ = try InputFile.read(path)
            Issue.record("\(path) is no file")
        } catch { #expect(error.cause == .file) }
    }

    @Test func aFileTooLargeIsRefusedUnread() throws {
        let folder = try TemporaryFolder()
        try folder.write("12345", to: "a")
        #expect(try InputFile.read(folder.file("a"), limit: 5).count == 5)
        #expect(throws: MilieuError.self) { try InputFile.read(folder.file("a"), limit: 4) }
    }
}
