import Files
import Tabular
import Vocabulary

/// What was changed, in order: written before the tables are, so that nothing said to be kept is lost, and read again
/// when the dataset is opened, so that it can still be undone.
struct Journal: Sendable {
    enum Kind: String, Sendable { case edit, undo, redo }

    struct Entry: Sendable, Hashable {
        let kind: Kind
        /// Entries that follow on one another and share it are undone together: the keys typed into one cell.
        let group: String
        /// What the page calls the request; it is not carried out twice where the page never heard the answer.
        var id = ""
        let changes: [TableChange]
        /// By table, the digest of its file before and after; empty: there is no file.
        let digests: [String: Digests]
    }

    struct Digests: Sendable, Hashable {
        let before: String
        let after: String
    }

    /// What can be undone, the last at the end.
    private(set) var done: [[Entry]] = []
    /// What can be done again, the last at the end.
    private(set) var undone: [[Entry]] = []
    /// The requests that were carried out.
    private(set) var ids: Set<String> = []
    /// The last entry, which a run that was killed may not have carried out.
    private(set) var last: Entry?
    private let file: JournalFile

    /// What a journal may hold at most when it is read, in bytes.
    private static let largest = 1 << 26
    /// From how many entries on the older half is dropped when it is read.
    private static let most = 20_000

    /// - Throws: `MilieuError` of cause `file` where the file cannot be read or written.
    init(path: String) throws(MilieuError) {
        var entries: [Entry] = []
        if InputFile.kind(path, followsLinks: false) != .missing {
            let bytes = try InputFile.read(path, followsLinks: false, limit: Self.largest)
            var isWhole = bytes.last == UInt8(ascii: "\n") || bytes.isEmpty
            let lines = bytes.split(separator: UInt8(ascii: "\n"))
            for line in lines {
                // A line that a killed run wrote in part was never acted on.
                guard let json = try? JSONReader.read(Array(line)), let entry = Entry(json) else {
                    isWhole = false
                    break
                }
                entries.append(entry)
            }
            if !isWhole || entries.count > Self.most {
                entries = Array(entries.suffix(Self.most / 2))
                try FileOutput.rewrite(entries.flatMap(\.line), at: path)
            }
        }
        file = try JournalFile(path)
        for entry in entries { take(entry) }
    }

    /// - Throws: `MilieuError` of cause `file` where it could not be made durable; then nothing may be changed.
    mutating func append(_ entry: Entry) throws(MilieuError) {
        try file.append(entry.line)
        take(entry)
    }

    private mutating func take(_ entry: Entry) {
        last = entry
        if !entry.id.isEmpty { ids.insert(entry.id) }
        switch entry.kind {
        case .edit:
            if !entry.group.isEmpty, undone.isEmpty, done.last?.last?.group == entry.group {
                done[done.count - 1].append(entry)
            } else {
                done.append([entry])
            }
            undone = []
        case .undo: if let group = done.popLast() { undone.append(group) }
        case .redo: if let group = undone.popLast() { done.append(group) }
        }
    }
}

extension Journal.Entry {
    fileprivate var line: [UInt8] {
        let files = digests.sorted { $0.key < $1.key }.map { table, digests in
            JSONValue.Member(table, [.text(digests.before), .text(digests.after)])
        }
        let json: JSONValue = [
            "kind": .text(kind.rawValue), "group": .text(group), "id": .text(id),
            "changes": .array(changes.map(\.json)), "files": .object(files),
        ]
        return Array(JSONWriter.text(json, indented: false).utf8)
    }

    fileprivate init?(_ json: JSONValue) {
        guard case .text(let kind)? = json["kind"], let kind = Journal.Kind(rawValue: kind),
            case .text(let group)? = json["group"], case .array(let changes)? = json["changes"],
            case .object(let files)? = json["files"]
        else { return nil }
        var digests: [String: Journal.Digests] = [:]
        for file in files {
            guard case .array(let pair) = file.value, pair.count == 2, case .text(let before) = pair[0],
                case .text(let after) = pair[1]
            else { return nil }
            digests[file.key] = Journal.Digests(before: before, after: after)
        }
        let read = changes.compactMap(TableChange.init)
        guard read.count == changes.count else { return nil }
        let id = if case .text(let id)? = json["id"] { id } else { "" }
        self.init(kind: kind, group: group, id: id, changes: read, digests: digests)
    }
}
