import Interchange
import NetworkModel
import Testing
import Vocabulary

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite struct PositionsFileTests {
    private func read(_ text: String) throws -> [DiscPosition] {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("positions-\(UUID().uuidString).csv")
        try Data(text.utf8).write(to: path)
        defer { try? FileManager.default.removeItem(at: path) }
        return try PositionsFile.read(path: path.path)
    }

    @Test func `what is written is read again`() throws {
        let rows = [
            DiscPosition(actor: "a", x: 0.25, y: 1.5, label: "right"), DiscPosition(actor: "b,\"é", label: "none"),
            DiscPosition(actor: "c", x: -3, y: 1e-9),
        ]
        #expect(try read(PositionsFile.text(rows)) == rows)
    }

    @Test func `a decimal comma and semicolons are read, a wrong row is told with its line`() throws {
        #expect(try read("actor;x;y\na;0,5;1,25\n") == [DiscPosition(actor: "a", x: 0.5, y: 1.25)])
        for (text, line) in [
            ("actor,x,y\na,1,1\na,2,2\n", 3), ("actor,x,y\na,1,1\nb,east,2\n", 3), ("x,y\n1,2\n", 1), ("", 1),
        ] {
            let error = #expect(throws: MilieuError.self) { try read(text) }
            #expect(error?.cause == .data && error?.place?.line == line, "\(text)")
        }
    }
}
