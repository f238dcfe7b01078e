import CSQLite
import Vocabulary

/// A database of SQLite in memory, of which rows of tables are read and nothing else is done.
///
/// The bytes may be hostile: the schema is not trusted, views and virtual tables are none of the tables, and what
/// one answer may hold and how long it may take is bounded.
@safe final class SQLiteFile {
    private static let longest: Int32 = 256 << 20
    private let database: OpaquePointer

    static func recognises(_ bytes: [UInt8]) -> Bool { bytes.starts(with: Array("SQLite format 3\0".utf8)) }

    init(_ bytes: [UInt8]) throws(TextFault) {
        var opened: OpaquePointer?
        guard
            unsafe sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil) == SQLITE_OK,
            let handle = unsafe opened
        else {
            throw Self.fault(
                Bilingual(en: "The database cannot be opened.", fr: "La base de données ne peut pas être ouverte."))
        }
        unsafe database = handle
        // Sound: SQLite takes the memory, which its own allocator made, and frees it when the database is closed.
        guard let memory = unsafe sqlite3_malloc64(sqlite3_uint64(max(bytes.count, 1))) else {
            throw Self.fault(
                Bilingual(en: "There is no memory for the database.", fr: "La mémoire manque pour la base de données."))
        }
        unsafe memory.copyMemory(from: bytes, byteCount: bytes.count)
        let flags = UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY)
        guard
            unsafe sqlite3_deserialize(
                database, "main", memory.assumingMemoryBound(to: UInt8.self), Int64(bytes.count), Int64(bytes.count),
                flags)
                == SQLITE_OK
        else { throw Self.fault(Bilingual(en: "The database is damaged.", fr: "La base de données est endommagée.")) }
        unsafe sqlite3_limit(database, SQLITE_LIMIT_LENGTH, Self.longest)
        for pragma in ["trusted_schema = OFF", "cell_size_check = ON", "query_only = ON"] {
            _ = unsafe sqlite3_exec(database, "PRAGMA \(pragma)", nil, nil, nil)
        }
    }

    deinit { unsafe sqlite3_close_v2(database) }

    /// The names of the tables proper.
    func tables() throws(TextFault) -> Set<String> {
        let rows = try rows("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'create virtual%'")
        return Set(rows.compactMap { $0[0] })
    }

    /// The rows of an answer, each cell as text; nil for what is not told.
    ///
    /// - Parameter query: one of ours, never of the file.
    func rows(_ query: String) throws(TextFault) -> [[String?]] {
        var prepared: OpaquePointer?
        guard unsafe sqlite3_prepare_v2(database, query, -1, &prepared, nil) == SQLITE_OK,
            let statement = unsafe prepared
        else {
            throw Self.fault(
                Bilingual(
                    en: "The database has other tables than this program writes.",
                    fr: "La base de données a d'autres tables que celles que ce programme écrit."))
        }
        defer { unsafe sqlite3_finalize(statement) }
        var rows: [[String?]] = []
        while true {
            let status = unsafe sqlite3_step(statement)
            if status == SQLITE_DONE { return rows }
            guard status == SQLITE_ROW, rows.count < 10_000_000 else {
                throw Self.fault(Bilingual(en: "The database is damaged.", fr: "La base de données est endommagée."))
            }
            let count = unsafe sqlite3_column_count(statement)
            rows.append(
                (0..<count).map { column in
                    // Sound: the text lives until the next step and is copied at once.
                    unsafe sqlite3_column_text(statement, column).map { text in
                        let length = unsafe Int(sqlite3_column_bytes(statement, column))
                        return unsafe String(decoding: UnsafeBufferPointer(start: text, count: length), as: UTF8.self)
                    }
                })
        }
    }

    private static func fault(_ message: Bilingual) -> TextFault {
        TextFault(
            message,
            remedy: Bilingual(
                en: "Close the program that wrote it, and save or copy the project once more.",
                fr: "Fermez le programme qui l'a écrite, et enregistrez ou copiez de nouveau le projet."), line: 1,
            code: "bad-database")
    }
}
