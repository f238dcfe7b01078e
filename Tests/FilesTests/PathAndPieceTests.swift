import Fixtures
import Foundation
import Testing
import Vocabulary

@testable import Files

/// Parts of names, files that grow piece by piece, folders that are held.
@Suite struct PathAndPieceTests {
    @Test(arguments: [
        ("a/b.c/net.min.graphml", "a/b.c", "net.min.graphml", "net.min", "graphml"),
        ("/x.CSV", "/", "x.CSV", "x", "csv"),
        (".hidden", ".", ".hidden", ".hidden", ""), ("net", ".", "net", "net", ""),
        ("d/.git/", "d/.git", ".git", ".git", ""),
    ])
    func aPathHasParts(_ path: String, _ folder: String, _ name: String, _ stem: String, _ suffix: String) {
        #expect(FilePath.folder(of: path) == folder && FilePath.name(of: path) == name)
        #expect(FilePath.stem(of: path) == stem && FilePath.fileExtension(of: path) == suffix)
    }

    /// A table's name, its length and its bytes: none of them runs into what stands beside it.
    @Test func noTwoFoldersHaveOneHash() {
        func hash(_ tables: [(String, String)]) -> String {
            var hash = ContentHash()
            for (name, text) in tables { hash.add(table: name, Array(text.utf8)) }
            return hash.text()
        }
        let folders = [
            [("a", "x"), ("b", "y")], [("b", "x"), ("a", "y")], [("a", "xy"), ("b", "")], [("a", ""), ("b", "xy")],
            [("a", "xb\n1\ny")],
            [("a", "x")], [("ab", "x")],
        ]
        #expect(Set(folders.map(hash)).count == folders.count)
        #expect(hash([("a", "x")]) == ContentHash.text(of: Array("a\n1\nx".utf8)))
    }

    @Test func aFileThatGrowsHasTheHashOfWhatWasAdded() throws {
        let folder = try TemporaryFolder()
        var file = try AppendedFile(folder.file("a"), room: 4)
        for piece in ["12", "345", "", "6"] { try file.append(Array(piece.utf8)) }
        let whole = try file.finish()
        #expect(whole == ContentHash.text(of: Array("123456".utf8)))
        #expect(try folder.text("a") == "123456" && file.count == 6)
        var more = try AppendedFile(folder.file("a"), keeping: 2)
        try more.append(Array("xyz".utf8))
        let added = try more.finish()
        #expect(added == ContentHash.text(of: Array("xyz".utf8)))
        #expect(try folder.text("a") == "12xyz" && more.count == 3)
        #expect(throws: MilieuError.self) { _ = try AppendedFile(folder.file("a")) }
    }

    @Test func aFolderIsHeldByOne() throws {
        let folder = try TemporaryFolder()
        do {
            let first = try FolderLock(folder: folder.path)
            let error = #expect(throws: MilieuError.self) { _ = try FolderLock(folder: folder.path) }
            #expect(error?.message.contains("Another run") == true)
            withExtendedLifetime(first) {}
        }
        _ = try FolderLock(folder: folder.path)
    }

    @Test func whatIsEditedIsNoLink() throws {
        let folder = try TemporaryFolder()
        try folder.write("mine", to: "elsewhere")
        try FileManager.default.createSymbolicLink(atPath: folder.file("a"), withDestinationPath: "elsewhere")
        #expect(throws: MilieuError.self) { try FileOutput.rewrite([0x31], at: folder.file("a")) }
        #expect(
            try folder.text("elsewhere") == "mine" && InputFile.kind(folder.file("a"), followsLinks: false) == .link)
        try FileOutput.rewrite([0x31], at: folder.file("elsewhere"))
        #expect(try folder.text("a") == "1")
    }
}
