import Files
import Tabular
import Vocabulary

/// What `job.json` says of a job.
public struct AreaManifest: Sendable {
    /// A file that was read, or a part of the job.
    public struct File: Sendable, Hashable {
        /// Its name.
        public let file: String
        /// How many bytes it holds.
        public let bytes: Int
        /// SHA-256, in hexadecimal.
        public let sha256: String
    }

    /// A table of the job: what its rows' cells are.
    public struct Columns: Sendable, Hashable {
        /// The table's id.
        public let table: String
        /// What separates its cells.
        public let delimiter: String
        /// The headers.
        public let names: [String]
    }

    /// Rows that were left out, or came out changed, by what happened to them.
    public struct Count: Sendable, Hashable {
        /// Which of them, as `job.json` has it.
        public let id: String
        /// How many.
        public let count: Int
        /// Where the first stands; nil where there is none.
        public let first: String?
    }

    /// What was read.
    public internal(set) var inputs: [File] = []
    /// The tables that are parted by area.
    public internal(set) var tables: [Columns] = []
    /// The parts.
    public internal(set) var shards: [File] = []
    /// Tables that every area reads whole.
    public internal(set) var shared: [File] = []
    /// What the areas could not take as it was; none is 0.
    public internal(set) var counts: [Count] = []
    /// SHA-256 of `areas.csv`.
    public internal(set) var areasHash = ""
    /// SHA-256 over the hashes of all that was read, in its order, and the columns: the same data, whatever the
    /// number of shards.
    public internal(set) var contentHash = ""
    /// What results call the job's data.
    public internal(set) var name = "areas"

    private static let format = 1

    init() {}

    init(_ json: JSONValue, file: String) throws(MilieuError) {
        guard json["format"] == .integer(Self.format) else {
            throw JobFile.broken(
                Bilingual(
                    en: "The job is of another version of Milieu.", fr: "Le travail est d'une autre version de Milieu."),
                file)
        }
        var isWhole = true
        func text(_ value: JSONValue?) -> String {
            if case .text(let text)? = value { return text }
            isWhole = false
            return ""
        }
        func number(_ value: JSONValue?) -> Int {
            if case .integer(let number)? = value { return number }
            isWhole = false
            return 0
        }
        func list(_ value: JSONValue?) -> [JSONValue] {
            if case .array(let list)? = value { return list }
            isWhole = false
            return []
        }
        func files(_ value: JSONValue?) -> [File] {
            list(value).map { File(file: text($0["file"]), bytes: number($0["bytes"]), sha256: text($0["sha256"])) }
        }
        (inputs, shards, shared) = (files(json["inputs"]), files(json["shards"]), files(json["shared"]))
        tables = list(json["tables"]).map { table in
            Columns(
                table: text(table["table"]), delimiter: text(table["delimiter"]),
                names: list(table["columns"]).map { text($0) })
        }
        counts = list(json["counts"]).map { count in
            var first: String?
            if case .text(let place)? = count["first"] { first = place }
            return Count(id: text(count["id"]), count: number(count["count"]), first: first)
        }
        (areasHash, contentHash) = (text(json["areas"]), text(json["content"]))
        name = text(json["name"])
        // No file is so large, and a sum of larger numbers has no room.
        isWhole = isWhole && (inputs + shards + shared).allSatisfy { (0...1 << 50).contains($0.bytes) }
        // A name that leads elsewhere is none of this job's.
        let names = (shards + shared).map(\.file)
        isWhole =
            isWhole
            && names.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") && !$0.contains("/") && !$0.utf8.contains(0) }
        isWhole = isWhole && tables.allSatisfy { $0.delimiter.utf8.count == 1 }
        guard isWhole else {
            throw JobFile.broken(
                Bilingual(
                    en: "The job's description is not whole.", fr: "La description du travail n'est pas entière."), file
            )
        }
        guard contentHash == hashOfContent else {
            throw JobFile.broken(
                Bilingual(
                    en: "The job's description was changed.", fr: "La description du travail a été modifiée."), file)
        }
    }

    /// SHA-256 of what `contentHash` is of: other columns would be other data.
    var hashOfContent: String {
        let tables = tables.map { "\($0.table)\($0.delimiter)\($0.names.joined(separator: "\u{1F}"))" }
        let parts = inputs.map(\.sha256) + shared.map { $0.file + $0.sha256 } + tables
        return ContentHash.text(of: Array(parts.joined(separator: "\n").utf8))
    }

    var json: JSONValue {
        func list(_ files: [File]) -> JSONValue {
            .array(files.map { ["file": .text($0.file), "bytes": .integer($0.bytes), "sha256": .text($0.sha256)] })
        }
        return [
            "format": .integer(Self.format), "engine": .text(Engine.version), "name": .text(name),
            "content": .text(contentHash), "areas": .text(areasHash), "inputs": list(inputs),
            "tables": .array(
                tables.map {
                    [
                        "table": .text($0.table), "delimiter": .text($0.delimiter),
                        "columns": .array($0.names.map { .text($0) }),
                    ]
                }),
            "shards": list(shards), "shared": list(shared),
            "counts": .array(
                counts.map { ["id": .text($0.id), "count": .integer($0.count), "first": JSONValue($0.first)] }),
        ]
    }
}
