import Files
import Tabular
import Vocabulary

/// Parts the tables of a country by area, within a bound of memory.
///
/// Actors are read twice, and everything else once or twice: first which actor is in which area; then each tie goes to
/// the areas of its ends, and each participation to the areas of its event; last each actor to its own area and, as one
/// from outside, to every other area that a tie or an event leads to it from. What is kept is a number for each id
/// (`AreaIndex`) and a pair for each actor and foreign area, never the rows.
public enum AreaPreparation {
    /// What is chosen beside the inputs.
    public struct Options: Sendable {
        /// Bytes that may be held at once.
        public var memory = 2 << 30
        /// How many parts; nil: by the inputs' size, so that each is a small share of the memory.
        public var shards: Int?

        /// Two gibibytes.
        public init() {}
    }

    /// Called with bytes read and bytes in all, the actors' twice.
    public typealias Progress = (_ done: Int, _ of: Int) -> Void

    /// A part is a file that is open while rows are parted.
    static let mostShards = 512

    /// Reads the tables of a country and writes a job.
    ///
    /// - Parameters:
    ///   - input: what to read.
    ///   - folder: a new or an empty one; it is there whole or not at all.
    /// - Returns: the job, as it is read back.
    /// - Throws: `MilieuError` of cause `file` where a file cannot be read or written, of cause `data` where a table
    ///   lacks a column or no actor has an area, of cause `usage` where the memory does not hold the ids.
    /// - Complexity: time O(bytes), and O(p log p) for the p pairs of an actor and a foreign area; memory 40 bytes an
    ///   actor and 8 a pair, and some blocks of the files.
    public static func prepare(
        _ input: AreaInput, to folder: String, _ options: Options = Options(), progress: Progress? = nil
    ) throws(MilieuError) -> AreaJob {
        if let shards = options.shards, !(1...mostShards).contains(shards) {
            throw MilieuError(
                .usage, Bilingual(en: "\(shards) shards make no sense.", fr: "\(shards) parts n'ont pas de sens."),
                remedy: Bilingual(
                    en: "Write a number from 1 to \(mostShards).", fr: "Écrivez un nombre de 1 à \(mostShards)."))
        }
        var output = try FolderOutput(path: folder, replacing: false)
        let count =
            if let shards = options.shards { shards } else { try shardCount(input, memory: options.memory) }
        try output.makeFolder(AreaJob.rowsFolder)
        let shards = try ShardFiles(
            count, in: output.workingFolder + "/" + AreaJob.rowsFolder, room: min(64 << 20, options.memory / 8))
        var parting = AreaParting(input, shards, count, memory: options.memory, progress)
        let (areas, manifest) = try parting.run()
        var whole = manifest
        for (name, bytes) in input.shared.sorted(by: { $0.key < $1.key }) {
            try output.write(bytes, to: AreaJob.sharedFolder + "/" + name)
            whole.shared.append(AreaManifest.File(file: name, bytes: bytes.count, sha256: ContentHash.text(of: bytes)))
        }
        let list = Array(PreparedArea.text(areas).utf8)
        try output.write(list, to: AreaJob.areasFile)
        whole.finish(name: input.name, areas: list)
        try output.write(whole.text, to: AreaJob.manifestFile)
        try output.finish()
        return try AreaJob(folder: folder)
    }

    /// So many that a part, read whole, takes a small share of the memory.
    private static func shardCount(_ input: AreaInput, memory: Int) throws(MilieuError) -> Int {
        var bytes = 0
        for source in input.sources { bytes += try InputPieces(source.path).size }
        return min(mostShards, max(64, 2 * bytes / max(1, memory / 32)))
    }
}

extension AreaManifest {
    mutating func finish(name: String, areas: [UInt8]) {
        self.name = name
        areasHash = ContentHash.text(of: areas)
        contentHash = hashOfContent
    }

    var text: String { JSONWriter.text(json) + "\n" }
}
