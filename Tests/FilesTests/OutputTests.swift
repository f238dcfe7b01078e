import Files
import Fixtures
import Testing
import Vocabulary

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

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
        try FileManager.default.createSymbolicLink(
            atPath: folder.file("link"), withDestinationPath: folder.file("a.txt"))
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

    @Test(arguments: ["", "nowhere/a.txt", ".", "read.txt", "a.txt", "link", "new.txt"])
    func whatCannotBeWrittenIsRefusedBeforeThereIsAnythingToWrite(_ name: String) throws {
        let folder = try TemporaryFolder()
        for name in ["read.txt", "a.txt"] { try folder.write("x", to: name) }
        _ = try InputFile.read(folder.file("read.txt"))
        try FileManager.default.createSymbolicLink(
            atPath: folder.file("link"), withDestinationPath: folder.file("nowhere/a.txt"))
        let (path, before) = (name.isEmpty ? "" : folder.file(name), try folder.names)
        func refusal(_ attempt: () throws -> Void) -> MilieuError? {
            do { try attempt() } catch { return error as? MilieuError }
            return nil
        }
        let early = refusal { try FileOutput.check(path) }
        #expect(try folder.names == before)
        let late = refusal { try FileOutput.write("y", to: path) }
        #expect(early == late)
        #expect((early == nil) == ["a.txt", "new.txt"].contains(name))
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
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.file("out")).sorted() == [
                ".milieu-export", "c.csv",
            ])
        #expect(try folder.names == ["out"])
    }

    @Test func aFolderOfSomebodyElseIsNotReplaced() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.file("out"), withIntermediateDirectories: false)
        try folder.write("mine", to: "out/notes.txt")
        let error = #expect(throws: MilieuError.self) { _ = try FolderOutput(path: folder.file("out")) }
        #expect(error?.cause == .file)
        #expect(try folder.text("out/notes.txt") == "mine")
        #expect(throws: MilieuError.self) { _ = try FolderOutput(path: folder.file("out/notes.txt")) }
        #expect(try folder.names == ["out"])
    }

    @Test func whatSomebodyAddedOrEditedStays() throws {
        let folder = try TemporaryFolder()
        func export(_ files: [String: String]) throws -> FolderOutput.Kept {
            var output = try FolderOutput(path: folder.file("out"))
            for (name, text) in files.sorted(by: { $0.key < $1.key }) { try output.write(text, to: name) }
            return try output.finish()
        }
        #expect(try export(["a.csv": "1", "b.csv": "1", "gone.csv": "1", "deep/c.md": "1"]) == FolderOutput.Kept())
        try folder.write("mine", to: "out/notes.txt")
        try folder.write("mine too", to: "out/new.csv")
        try folder.write("edited", to: "out/b.csv")
        try folder.write("edited", to: "out/deep/c.md")
        let kept = try export(["a.csv": "2", "b.csv": "2", "new.csv": "2", "deep/c.md": "edited"])
        #expect(kept.foreign.sorted() == ["new.csv", "notes.txt"])
        #expect(kept.edited == ["b.csv"] && kept.renewed.sorted() == ["b.csv", "new.csv"])
        #expect(try folder.text("out/a.csv") == "2")
        #expect(try folder.text("out/b.csv") == "edited" && folder.text("out/b.csv.new") == "2")
        #expect(try folder.text("out/new.csv") == "mine too" && folder.text("out/new.csv.new") == "2")
        #expect(try folder.text("out/notes.txt") == "mine" && folder.text("out/deep/c.md") == "edited")
        #expect(!FileManager.default.fileExists(atPath: folder.file("out/gone.csv")))
        // A third time: still nobody's work is lost, and what was offered is replaced.
        let again = try export(["a.csv": "3", "b.csv": "3"])
        #expect(again.edited == ["b.csv"] || again.foreign.contains("b.csv"))
        #expect(try folder.text("out/b.csv") == "edited" && folder.text("out/b.csv.new") == "3")
        #expect(
            !again.foreign.contains { $0.hasSuffix(".new") }
                && !FileManager.default.fileExists(atPath: folder.file("out/new.csv.new")))
        #expect(try folder.names == ["out"])
    }

    @Test func twoRunsIntoOneFolderDoNotMeet() throws {
        let folder = try TemporaryFolder()
        var one = try FolderOutput(path: folder.file("out"))
        var other = try FolderOutput(path: folder.file("out"))
        for number in 0..<20 {
            try one.write("one", to: "\(number).csv")
            try other.write("other", to: "\(number).csv")
        }
        try one.finish()
        try other.finish()
        for number in 0..<20 { #expect(try folder.text("out/\(number).csv") == "other") }
        #expect(try folder.names == ["out"])
    }

    @Test func whatAKilledRunLeftIsTakenAway() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(
            atPath: folder.file(".out.milieu-abc.partial"), withIntermediateDirectories: false)
        try folder.write("half", to: ".out.milieu-abc.partial/a.csv")
        var held = try FolderOutput(path: folder.file("out"))
        try held.write("held", to: "a.csv")
        #expect(try folder.names.count == 1)
        // A run that still lives keeps its piece.
        var other = try FolderOutput(path: folder.file("out"))
        try other.finish()
        try held.finish()
        #expect(try folder.text("out/a.csv") == "held")
    }

    @Test func whatWasReadIsNotOverwritten() throws {
        let folder = try TemporaryFolder()
        try folder.write("a,b", to: "ties.csv")
        try FileManager.default.linkItem(atPath: folder.file("ties.csv"), toPath: folder.file("same.csv"))
        try FileManager.default.createSymbolicLink(
            atPath: folder.file("link"), withDestinationPath: folder.file("ties.csv"))
        _ = try InputFile.read(folder.file("ties.csv"))
        for name in ["ties.csv", "same.csv", "link", "./ties.csv"] {
            let error = #expect(throws: MilieuError.self) { try FileOutput.write("out", to: folder.file(name)) }
            #expect(error?.message.contains("was read") == true, "\(name)")
        }
        #expect(try folder.text("ties.csv") == "a,b")
        try FileOutput.write("out", to: folder.file("other.csv"))
    }

    @Test func aLinkThatLeadsNowhereYetIsFollowed() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createSymbolicLink(atPath: folder.file("link"), withDestinationPath: "target.csv")
        try FileOutput.write("1", to: folder.file("link"))
        #expect(try folder.names == ["link", "target.csv"])
        #expect(try folder.text("target.csv") == "1")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.file("link")) == "target.csv")
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
