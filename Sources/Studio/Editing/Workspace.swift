import Files
import Interchange
import NetworkModel
import Synchronization
import Tabular
import Vocabulary

/// A dataset that is open in the studio: its tables, what was changed, and what the checks say of it now.
///
/// Every change goes through here one after the other, whichever window asks for it: it is written to the journal, then
/// to the tables, each file whole or not at all, and only then answered.
final class Workspace: Sendable {
    /// What the dataset is at one moment.
    struct Snapshot: Sendable {
        /// Grows with every change.
        let revision: Int
        let tables: OpenTables
        /// By table, the revision in which it changed last.
        let changedIn: [String: Int]
        let reading: Interchange.Reading
        let canUndo: Bool
        let canRedo: Bool
        /// Whether a change from outside was seen in the last revision.
        let outside: Int
    }

    /// What came of an edit.
    struct Outcome: Sendable {
        let snapshot: Snapshot
        let added: [Int]
    }

    /// The name of the folder beside the tables that holds what is the studio's own.
    static let folderName = ".studio"

    let path: String
    let folder: HeldFolder
    private let state: Mutex<State>

    private struct State {
        var tables: OpenTables
        var journal: Journal
        var reading: Interchange.Reading
        var revision = 1
        var changedIn: [String: Int] = [:]
        var outside = 0
    }

    /// Opens the folder of a dataset and carries out what a killed run had said that it would do.
    ///
    /// - Throws: `MilieuError` of cause `file` where it is no folder, may not be written to, or is open in another
    ///   studio.
    init(path: String) throws(MilieuError) {
        var tables = try OpenTables(path: path)
        folder = try HeldFolder(path + "/" + Self.folderName)
        let journal = try Journal(path: folder.path + "/journal.jsonl")
        try Self.finish(journal.last, &tables)
        self.path = path
        state = Mutex(State(tables: tables, journal: journal, reading: try DatasetReader.read(path: path)))
    }

    /// Carries the last entry out where its tables are still what they were before it. A table that was changed since
    /// is left as it is.
    private static func finish(_ entry: Journal.Entry?, _ tables: inout OpenTables) throws(MilieuError) {
        guard let entry else { return }
        for (table, digests) in entry.digests where digests.before != digests.after {
            guard tables.digests[table] == digests.before else { continue }
            var changed = tables
            do throws(Refusal) {
                for change in entry.changes where change.table == table { try changed.apply(change) }
            } catch { continue }
            guard let bytes = changed.documents[table]?.bytes, OpenTables.digest(bytes) == digests.after else {
                continue
            }
            tables = changed
            try tables.write(table, bytes)
        }
    }

    // MARK: Asking

    /// The dataset as it is now, with what other programs have changed meanwhile.
    func snapshot() throws(MilieuError) -> Snapshot {
        try state.withLock { (state) throws(MilieuError) in
            try Self.refresh(&state)
            return Self.snapshot(of: state)
        }
    }

    private static func snapshot(of state: State) -> Snapshot {
        Snapshot(
            revision: state.revision, tables: state.tables, changedIn: state.changedIn, reading: state.reading,
            canUndo: !state.journal.done.isEmpty, canRedo: !state.journal.undone.isEmpty, outside: state.outside)
    }

    private static func refresh(_ state: inout State) throws(MilieuError) {
        let changed = try state.tables.refresh()
        guard changed != [] else { return }
        state.outside = state.revision + 1
        try advance(&state, changed ?? [])
    }

    private static func advance(_ state: inout State, _ changed: Set<String>) throws(MilieuError) {
        state.revision += 1
        for table in changed { state.changedIn[table] = state.revision }
        state.reading = try DatasetReader.read(path: state.tables.path)
    }

    // MARK: Changing

    /// Does all of it, or nothing.
    ///
    /// - Parameters:
    ///   - group: edits that follow on one another and share it are undone together; empty: none.
    ///   - id: what the request is called; one that was carried out is not carried out again. Empty: it has no name.
    func edit(_ edits: [Edit], group: String, id: String = "") throws(Refusal) -> Outcome {
        try carryOut(.edit, group: group, id: id) { (editing, _) throws(Refusal) in
            for edit in edits { try editing.carryOut(edit) }
        }
    }

    /// Takes the last edits back, those of this run or of one before.
    func undo(id: String = "") throws(Refusal) -> Outcome {
        try carryOut(.undo, group: "", id: id) { (editing, journal) throws(Refusal) in
            guard let group = journal.done.last else { throw .nothingThere }
            for change in group.reversed().flatMap({ $0.changes.reversed() }) { try editing.carryOut(change.inverse) }
        }
    }

    /// Does again what was taken back last.
    func redo(id: String = "") throws(Refusal) -> Outcome {
        try carryOut(.redo, group: "", id: id) { (editing, journal) throws(Refusal) in
            guard let group = journal.undone.last else { throw .nothingThere }
            for change in group.flatMap(\.changes) { try editing.carryOut(change) }
        }
    }

    private func carryOut(
        _ kind: Journal.Kind, group: String, id: String, _ make: (inout Editing, Journal) throws(Refusal) -> Void
    ) throws(Refusal) -> Outcome {
        try state.withLock { (state) throws(Refusal) in
            do throws(MilieuError) { try Self.refresh(&state) } catch { throw Refusal.failed(error) }
            guard id.isEmpty || !state.journal.ids.contains(id) else {
                return Outcome(snapshot: Self.snapshot(of: state), added: [])
            }
            var editing = Editing(state.tables)
            try make(&editing, state.journal)
            guard !editing.changes.isEmpty else { return Outcome(snapshot: Self.snapshot(of: state), added: []) }
            do throws(MilieuError) {
                try Self.keep(editing, kind, group, id, &state)
            } catch {
                throw Refusal.failed(error)
            }
            return Outcome(snapshot: Self.snapshot(of: state), added: editing.added)
        }
    }

    private static func keep(
        _ editing: Editing, _ kind: Journal.Kind, _ group: String, _ id: String, _ state: inout State
    ) throws(MilieuError) {
        let touched = Set(editing.changes.map(\.table))
        let written = editing.tables.written(touched)
        let digests = Dictionary(uniqueKeysWithValues: written.map { ($0.table, $0.digests) })
        try state.journal.append(
            Journal.Entry(kind: kind, group: group, id: id, changes: editing.changes, digests: digests))
        var tables = editing.tables
        for (table, bytes, _) in written { try tables.write(table, bytes) }
        state.tables = tables
        try advance(&state, touched)
    }
}
