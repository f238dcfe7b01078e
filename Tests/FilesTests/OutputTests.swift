import Files
import Fixtures
import FoundationEssentials
import Testing
import Vocabulary

@Suite struct OutputTests {

    @Test func aFileIsReplacedWholeAndNothingIsLeftBeside() throws {
        let folder = try TemporaryFolder()
        try FileOutput.write("one", to: folder.file("a.txt"))
        try FileOutput.write("two", to: folder.file("a.txt"))
        #expect(try folder.text("a.txt") == "two")
        #expect(try folder.names == ["a.txt"])
    }

    @Test func permissionsAndLinksStay() throws {
        let folder = try TemporaryFolder()
        try folder.write("one", to: "a.txt")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.file("a.txt"))
        try FileManager.default.createSymbolicLink(atPath: folder.file("link"), withDestinationPath: folder.file("a.txt"))
        try FileOutput.write("two", to: folder.file("link"))
        #expect(try folder.text("a.txt") == "two")
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.file("a.txt"))
        #expect(attributes[.posixPermissions].map { "\($0)" } == "416")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.file("link")) == folder.file("a.txt"))
    }

    @Test(arguments: ["", "nowhere/a.txt", "."])
    func aBadNameIsAnErrorWithARemedy(_ name: String) throws {
        let folder = try TemporaryFolder()
        do {
            try FileOutput.write("x", to: name.isEmpty ? "" : folder.file(name))
            Issue.record("\(name) cannot be written")
        } catch {
            #expect(error.cause == .file && !error.remedy.isEmpty && error.place != nil)
        }
        #expect(try folder.names == [])
    }

    @Test func aDeviceIsWrittenAsItIs() throws {
        try FileOutput.write("x", to: "/dev/null")
        #expect(InputFile.kind("/dev/null") == .other)
    }

    @Test func aFolderComesWholeOrNotAtAll() throws {
        let folder = try TemporaryFolder()
        do {
            var unfinished = try FolderOutput(path: folder.file("out"))
            try unfinished.write("x", to: "a.csv")
        }
        #expect(try folder.names == [])
        var output = try FolderOutput(path: folder.file("out/"))
        try output.write("1", to: "a.csv")
        try output.write("2", to: "figures/b.svg")
        #expect(try !folder.names.contains("out"))
        try output.finish()
        #expect(try folder.names == ["out"])
        #expect(try folder.text("out/figures/b.svg") == "2")
        var again = try FolderOutput(path: folder.file("out"))
        try again.write("3", to: "c.csv")
        try again.finish()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("out")).sorted() == [".milieu-export", "c.csv"])
        #expect(try folder.names == ["out"])
    }

    @Test func aFolderOfSomebodyElseIsNotReplaced() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.file("out"), withIntermediateDirectories: false)
        try folder.write("mine", to: "out/notes.txt")
        #expect(throws: MilieuError.self) { _ = try FolderOutput(path: folder.file("out")) }
        try FileManager.default.removeItem(atPath: folder.file("out/notes.txt"))
        var output = try FolderOutput(path: folder.file("out"))
        try output.write("1", to: "a.csv")
        try output.finish()
        try folder.write("mine", to: "out/notes.txt")
        do {
            _ = try FolderOutput(path: folder.file("out"))
            Issue.record("notes.txt would be lost")
        } catch {
            #expect(error.message.contains("notes.txt") && error.cause == .file)
        }
        #expect(try folder.text("out/notes.txt") == "mine")
        #expect(throws: MilieuError.self) { _ = try FolderOutput(path: folder.file("out/notes.txt")) }
        #expect(try folder.names == ["out"])
    }

    @Test(arguments: ["../a", "/a", "a//b", "", ".", "a/.."])
    func noFileIsWrittenOutsideTheFolder(_ name: String) throws {
        let folder = try TemporaryFolder()
        var output = try FolderOutput(path: folder.file("out"))
        do {
            try output.write("x", to: name)
            Issue.record("\(name) leads outside")
        } catch { #expect(error.cause == .fault) }
    }
}
