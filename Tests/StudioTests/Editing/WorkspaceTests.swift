import Fixtures
import Testing
import Vocabulary

@testable import Studio

@Suite struct WorkspaceTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("id,name,kind\na,Anne,firm\nb,Bob,firm\n", to: "actors.csv")
        try folder.write("kind,name_fr,name_en,sphere\nfirm,entreprise,firm,economy\n", to: "actor-kinds.csv")
        try folder.write("source,target,kind,evidence\na,b,works_with,s:1\n", to: "ties.csv")
        try folder.write(
            "kind,name_fr,name_en,directed,layer,weight_means\nworks_with,travaille,works,no,cooperation,strength\n",
            to: "tie-kinds.csv")
        try folder.write("id,citation,url,date\ns,A source.,,2016\n", to: "sources.csv")
        try folder.write(#"{"name": "small", "milieu": {"surveyed": ["cooperation"]}}"#, to: "datapackage.json")
    }

    private func open() throws -> Workspace { try Workspace(path: folder.path) }

    private func set(_ workspace: Workspace, _ key: Int, _ old: String, _ new: String, group: String = "") throws {
        _ = try workspace.edit([.set(table: "actors", key: key, column: "name", old: old, new: new)], group: group)
    }

    @Test func `an edit is in the file, is checked, and is undone after a restart`() throws {
        let before = try folder.text("actors.csv")
        do {
            let workspace = try open()
            try set(workspace, 1, "Anne", "Anne, \"A\"")
            #expect(try folder.text("actors.csv") == "id,name,kind\na,\"Anne, \"\"A\"\"\",firm\nb,Bob,firm\n")
            #expect(try workspace.snapshot().reading.network?.actors[0].name == "Anne, \"A\"")
        }
        let again = try open()
        #expect(try again.snapshot().canUndo)
        _ = try again.undo()
        #expect(try folder.text("actors.csv") == before)
        #expect(try again.snapshot().canRedo)
        _ = try again.redo()
        #expect(try folder.text("actors.csv") != before)
        #expect(throws: Refusal.self) { try again.redo() }
    }

    @Test func `the keys typed into one cell are undone together, and others on their own`() throws {
        let workspace = try open()
        try set(workspace, 2, "Bob", "B", group: "g1")
        try set(workspace, 2, "B", "Be", group: "g1")
        try set(workspace, 2, "Be", "Bea", group: "g1")
        try set(workspace, 1, "Anne", "Ann", group: "g2")
        _ = try workspace.undo()
        #expect(try folder.text("actors.csv").contains("Bea") && folder.text("actors.csv").contains("Anne"))
        _ = try workspace.undo()
        #expect(try folder.text("actors.csv").contains("Bob"))
    }

    @Test func `a cell that somebody else changed is not overwritten`() throws {
        let workspace = try open()
        try set(workspace, 1, "Anne", "Anna")
        let refusal = #expect(throws: Refusal.self) { try set(workspace, 1, "Anne", "Annette") }
        guard case .otherCell("actors", 1, "name", "Anna")? = refusal else {
            Issue.record("\(String(describing: refusal))"); return
        }
        #expect(try folder.text("actors.csv").contains("Anna"))
    }

    @Test func `a change from outside is merged where it touches another row, and asked about where it is the same`()
        throws
    {
        let workspace = try open()
        try folder.write("id,name,kind\nc,Chloé,firm\na,Anne,firm\nb,Bert,firm\n", to: "actors.csv")
        try set(workspace, 1, "Anne", "Anna")
        #expect(try folder.text("actors.csv") == "id,name,kind\nc,Chloé,firm\na,Anna,firm\nb,Bert,firm\n")
        #expect(throws: Refusal.self) { try set(workspace, 2, "Bob", "Bobby") }
        #expect(try folder.text("actors.csv").contains("Bert"))
        #expect(try workspace.snapshot().outside > 0)
    }

    @Test func `what several edits ask is done whole or not at all`() throws {
        let workspace = try open()
        let before = try folder.text("ties.csv")
        #expect(throws: Refusal.self) {
            try workspace.edit(
                [
                    .add(
                        table: "ties", cells: ["source": "b", "target": "a", "kind": "works_with", "evidence": "s:2"]),
                    .add(table: "actors", cells: ["id": "a", "name": "Another"]),
                ], group: "")
        }
        #expect(try folder.text("ties.csv") == before)
        #expect(try folder.names.contains("ties.csv") && !workspace.snapshot().canUndo)
    }

    @Test func `an id is renamed wherever a row is named by it, and two actors become one`() throws {
        let workspace = try open()
        _ = try workspace.edit([.rename(table: "actors", key: 1, old: "a", new: "anne")], group: "")
        _ = try workspace.edit([.rename(table: "sources", key: 1, old: "s", new: "talk")], group: "")
        #expect(try folder.text("ties.csv") == "source,target,kind,evidence\nanne,b,works_with,talk:1\n")
        _ = try workspace.edit([.add(table: "actors", cells: ["id": "c", "name": "C", "kind": "firm"])], group: "")
        _ = try workspace.edit([.merge(table: "actors", key: 2, old: "b", into: "c")], group: "")
        #expect(try folder.text("ties.csv") == "source,target,kind,evidence\nanne,c,works_with,talk:1\n")
        #expect(try folder.text("actors.csv") == "id,name,kind\nanne,Anne,firm\nc,C,firm\n")
        _ = try workspace.undo()
        #expect(try folder.text("ties.csv").contains("anne,b,"))
    }

    @Test func `an id is renamed in a list of several, and the others stay`() throws {
        let workspace = try open()
        _ = try workspace.edit([.set(table: "ties", key: 1, column: "reported_by", old: "", new: "b; a")], group: "")
        _ = try workspace.edit([.rename(table: "actors", key: 1, old: "a", new: "anne")], group: "")
        #expect(try folder.text("ties.csv").contains("b; anne"))
        // Two of them that become one are named once.
        _ = try workspace.edit([.merge(table: "actors", key: 2, old: "b", into: "anne")], group: "")
        #expect(try folder.text("ties.csv").contains(",anne\n") && !folder.text("ties.csv").contains("anne; anne"))
    }

    @Test func `a table that is not there is made with its first row, a column with its first cell`() throws {
        let workspace = try open()
        _ = try workspace.edit([.add(table: "positions", cells: ["actor": "a", "x": "0.5", "y": "0.25"])], group: "")
        #expect(try folder.text("positions.csv") == "actor,x,y,label\na,0.5,0.25,\n")
        _ = try workspace.edit([.set(table: "actors", key: 2, column: "place", old: "", new: "Romans")], group: "")
        #expect(try folder.text("actors.csv") == "id,name,kind,place\na,Anne,firm\nb,Bob,firm,Romans\n")
        #expect(throws: Refusal.self) {
            try workspace.edit([.set(table: "actors", key: 2, column: "nonsense", old: "", new: "x")], group: "")
        }
    }

    @Test func `what a killed run had said that it would do is done when the dataset is opened again`() throws {
        let (before, after): (String, String)
        do {
            let workspace = try open()
            before = try folder.text("actors.csv")
            try set(workspace, 1, "Anne", "Anna")
            after = try folder.text("actors.csv")
        }
        // Killed between the journal and the table.
        try folder.write(before, to: "actors.csv")
        do { _ = try open() }
        #expect(try folder.text("actors.csv") == after)
        // Changed by somebody since: left as it is.
        try folder.write("id,name,kind\na,Aline,firm\n", to: "actors.csv")
        do { _ = try open() }
        #expect(try folder.text("actors.csv") == "id,name,kind\na,Aline,firm\n")
        // Also where the row itself is again what it was before.
        try folder.write("id,name,kind\na,Anne,firm\nb,Bert,firm\n", to: "actors.csv")
        do { _ = try open() }
        #expect(try folder.text("actors.csv") == "id,name,kind\na,Anne,firm\nb,Bert,firm\n")
        // Killed while a line of the journal was written.
        let journal = try folder.text(".studio/journal.jsonl")
        try folder.write(journal + journal.prefix(40), to: ".studio/journal.jsonl")
        #expect(try open().snapshot().canUndo)
        #expect(try folder.text(".studio/journal.jsonl") == journal)
    }

    @Test func `a request that was carried out is not carried out again, also after a restart`() throws {
        let added: [Edit] = [.add(table: "actors", cells: ["id": "c", "name": "C", "kind": "firm"])]
        do {
            let workspace = try open()
            #expect(try workspace.edit(added, group: "", id: "p-1").added == [3])
            #expect(try workspace.edit(added, group: "", id: "p-1").added == [])
        }
        let again = try open()
        #expect(try again.edit(added, group: "", id: "p-1").added == [])
        #expect(try folder.text("actors.csv") == "id,name,kind\na,Anne,firm\nb,Bob,firm\nc,C,firm\n")
        _ = try again.undo(id: "p-2")
        _ = try again.undo(id: "p-2")
        #expect(try folder.text("actors.csv") == "id,name,kind\na,Anne,firm\nb,Bob,firm\n")
        #expect(try again.snapshot().canRedo)
        // A request without a name is carried out each time.
        let unnamed: [Edit] = [.add(table: "ties", cells: ["source": "a", "target": "b", "kind": "works_with"])]
        for _ in 0..<2 { _ = try again.edit(unnamed, group: "") }
        #expect(try folder.text("ties.csv").split(separator: "\n").count == 4)
    }

    @Test func `a journal of before requests had names is read`() throws {
        do { try set(try open(), 1, "Anne", "Anna") }
        let journal = try folder.text(".studio/journal.jsonl")
        try folder.write(journal.replacing(",\"id\":\"\"", with: ""), to: ".studio/journal.jsonl")
        #expect(try folder.text(".studio/journal.jsonl") != journal)
        _ = try open().undo()
        #expect(try folder.text("actors.csv").contains("Anne"))
    }

    @Test func `a second studio on the same dataset is refused`() throws {
        let first = try open()
        let error = #expect(throws: MilieuError.self) { try open() }
        #expect(error?.cause == .file && error?.message.contains("already open") == true)
        _ = try first.snapshot()
    }
}
