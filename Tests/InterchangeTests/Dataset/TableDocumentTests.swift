import NetworkModel
import Testing

@testable import Interchange

@Suite struct TableDocumentTests {
    private func document(_ text: String) throws -> TableDocument {
        try #require(TableDocument(Array(text.utf8), Actor.table.schema, file: "actors.csv"))
    }

    private func text(_ document: TableDocument) -> String { String(decoding: document.bytes, as: UTF8.self) }

    @Test(arguments: [
        "id,name\na,Anne\nb,\"B, \"\"b\"\"\"\n", "id;nom;effectif\na;Anne;1,5\n", "sep=;\nid;name\na;A\n",
        "id\tname\na\tA\n", "# from the town hall\nid,name\na,A\n", "id,name\na,\" A \"\n", "id\na\n\"\"\n",
        "id,name,note\na,A\nb,B,1,2\n", "id,name\na,\"two\nlines\"\nb,=1+1\n", "",
        "\"id\",name\r\n\"a\",x;y\r\n\r\n\r\nb , B", "\n\nid,name\n\n a,A\n\n",
    ])
    func `a table that is not changed is written as it was read`(text: String) throws {
        #expect(self.text(try document(text)) == text)
    }

    @Test func `columns are known by the words that readers know them by`() throws {
        let document = try document("Identifiant;Nom;Mon avis\na;A;bon\n")
        #expect(document.ids == ["id", "name", nil])
        #expect(document.column("name") == 1 && document.column("Mon avis") == 2 && document.column("place") == nil)
    }

    @Test func `lines are those of the file, before a change and after`() throws {
        var document = try document("sep=;\nid;\"na\nme\"\na;\"x\r\ny\"\n\nb;B\nc;C\n")
        #expect(document.lines == [4, 7, 8])
        document.set(["b", "two\nlines"], at: 1)
        #expect(document.lines == [4, 6, 8])
        let again = try #require(TableDocument(document.bytes, Actor.table.schema, file: "actors.csv"))
        #expect(again.lines == document.lines && again.rows.map(\.cells) == document.rows.map(\.cells))
    }

    @Test func `only what is changed is written anew, and what is changed back is as it was`() throws {
        let text = "\"id\";name\r\n\"a\";x, y\r\n\r\nb;B"
        var document = try document(text)
        document.set(["a", "Z"], at: 0)
        #expect(self.text(document) == "\"id\";name\r\na;Z\r\n\r\nb;B")
        document.insert(["c", ""], at: 2)
        #expect(self.text(document) == "\"id\";name\r\na;Z\r\n\r\nb;B\r\nc;\r\n")
        document.remove(at: 2)
        document.set(["a", "x, y"], at: 0)
        #expect(self.text(document) == text)
    }

    @Test func `rows keep their keys where the file was changed by somebody else`() throws {
        let old = try document("id,name\na,A\nb,B\nc,C\nd,D\n")
        func keys(_ text: String) throws -> [Int] {
            var new = try document(text)
            new.takeKeys(of: old)
            return new.rows.map(\.key)
        }
        #expect(try keys("id,name\na,A\nb,B\nc,C\nd,D\n") == [1, 2, 3, 4])
        #expect(try keys("id,name\nz,Z\na,A\nb,B\nc,C\nd,D\n") == [5, 1, 2, 3, 4])
        #expect(try keys("id,name\na,A\nb,Bea\nc,C\nd,D\n") == [1, 2, 3, 4])
        #expect(try keys("id,name\na,A\nd,D\n") == [1, 4])
        #expect(try keys("id,name\na,A\nc,C\nd,D\ne,E\n") == [1, 3, 4, 5])
    }

    @Test func `what is no text table is not edited`() {
        let bytes: [[UInt8]] = [
            [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 40), Array("id,name\na,\"A\n".utf8),
            [0x69, 0x64, 0, 0x0A],
        ]
        for bytes in bytes { #expect(TableDocument(bytes, Actor.table.schema, file: "actors.csv") == nil) }
    }
}
