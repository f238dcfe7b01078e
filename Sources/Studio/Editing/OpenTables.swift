import Files
import Interchange
import NetworkModel
import Tabular
import Vocabulary

/// The tables of a dataset's folder while they are edited: what stands in the files, and how it was last seen there.
struct OpenTables: Sendable {
    let path: String
    /// By the table's id; a table that cannot be edited here (a workbook, a link, damaged text) has none.
    private(set) var documents: [String: TableDocument] = [:]
    /// By the table's id, of the file as it was last read or written; empty: there is none.
    private(set) var digests: [String: String] = [:]
    private var files: [String: String] = [:]
    /// Of every file that the dataset is made of, by name.
    private var seen: [String: FileIdentity] = [:]

    /// A table that is larger is shown by other programs better.
    private static let largest = 1 << 25

    init(path: String) throws(MilieuError) {
        self.path = path
        _ = try refresh()
    }

    static let schemas = Dictionary(uniqueKeysWithValues: DatasetSchema.tables.map { ($0.id, $0) })

    func file(of table: String) -> String { files[table] ?? table + ".csv" }

    /// Reads anew what another program has changed.
    ///
    /// - Returns: the tables that have other texts now; with nil whether only what describes the dataset has changed.
    /// - Throws: `MilieuError` of cause `file` where the folder is gone.
    mutating func refresh() throws(MilieuError) -> Set<String>? {
        let known = (files, seen)
        files = try DatasetFiles.names(in: path)
        let names = Set(files.values).union([DatasetSchema.package, "territory.csv"])
        seen = [:]
        for name in names { seen[name] = FileIdentity(path + "/" + name) }
        guard known.0 != files || known.1 != seen else { return [] }
        var changed: Set<String> = []
        for schema in DatasetSchema.tables {
            let file = file(of: schema.id)
            guard known.0[schema.id] != file || known.1[file] != seen[file] else { continue }
            if read(schema, file) { changed.insert(schema.id) }
        }
        return changed.isEmpty ? nil : changed
    }

    /// - Returns: whether the file holds anything else than before.
    private mutating func read(_ schema: TableSchema, _ file: String) -> Bool {
        let whole = path + "/" + file
        let before = (digests[schema.id], documents[schema.id]?.file)
        if InputFile.kind(whole, followsLinks: false) == .missing {
            digests[schema.id] = ""
            documents[schema.id] = TableDocument(empty: schema, file: file)
        } else if let bytes = try? InputFile.read(whole, followsLinks: false, limit: Self.largest) {
            digests[schema.id] = Self.digest(bytes)
            guard before != (digests[schema.id], file) else { return false }
            var document = TableDocument(bytes, schema, file: file)
            if let old = documents[schema.id] { document?.takeKeys(of: old) }
            documents[schema.id] = document
        } else {
            digests[schema.id] = "unreadable"
            documents[schema.id] = nil
        }
        return before != (digests[schema.id], file)
    }

    static func digest(_ bytes: [UInt8]) -> String {
        bytes.isEmpty ? "" : ContentHash.text(of: bytes)
    }

    // MARK: Changing

    /// Carries out a change in memory.
    ///
    /// - Throws: `Refusal` where what it changes is not there any more.
    mutating func apply(_ change: TableChange) throws(Refusal) {
        guard var document = documents[change.table] else { throw .notEditable(change.table) }
        // The document in the dictionary is let go, so that it is changed in place.
        documents[change.table] = nil
        defer { documents[change.table] = document }
        switch change {
        case .header(_, let before, let after):
            guard document.header == before else { throw .changedMeanwhile(change.table) }
            document.set(header: after)
        case .row(_, let position, nil, let after?): document.insert(after, at: position)
        case .row(_, let position, let before?, let after):
            guard let found = document.position(of: before, near: position) else {
                throw .changedMeanwhile(change.table)
            }
            if let after { document.set(after, at: found) } else { document.remove(at: found) }
        case .row(_, _, nil, nil): break
        }
    }

    /// The texts of tables, to be written, with their digests.
    func written(_ tables: Set<String>) -> [(table: String, bytes: [UInt8], digests: Journal.Digests)] {
        tables.sorted().compactMap { table in
            guard let bytes = documents[table]?.bytes else { return nil }
            return (table, bytes, Journal.Digests(before: digests[table] ?? "", after: Self.digest(bytes)))
        }
    }

    /// Moves a table's text into its place. A table without a header has no file.
    mutating func write(_ table: String, _ bytes: [UInt8]) throws(MilieuError) {
        let file = file(of: table)
        let whole = path + "/" + file
        if bytes.isEmpty, InputFile.kind(whole, followsLinks: false) == .file {
            // An empty file would be a table without its columns, which is an error; a missing one is none.
            FilePath.remove(whole)
            FilePath.makeDurable(folder: path)
        } else if !bytes.isEmpty {
            try FileOutput.rewrite(bytes, at: whole)
        }
        digests[table] = Self.digest(bytes)
        seen[file] = FileIdentity(path + "/" + file)
    }
}
