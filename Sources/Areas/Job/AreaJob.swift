import Files
import Tabular
import Vocabulary

/// A folder that holds the rows of a country, parted by area: what `prepare` writes, and `run` and `collect` read.
///
/// - `job.json`: what was read, with hashes; the columns of each table; the shards; what was left out.
/// - `areas.csv`: each area with its shard and how many rows it has.
/// - `rows/00000.tsv` …: the shards. A line is an area, what the row is, and the row (`AreaLine`).
/// - `shared/`: small tables that every area reads whole (kinds, sources, places, `datapackage.json`).
/// - `results/PLAN/`: what runs wrote, by what was asked for (`AreaPlan`).
public struct AreaJob: Sendable {
    /// The folder.
    public let folder: String
    /// What `job.json` says.
    public let manifest: AreaManifest
    /// In the order of their codes.
    public let areas: [PreparedArea]

    static let manifestFile = "job.json"
    static let areasFile = "areas.csv"
    static let rowsFolder = "rows"
    static let sharedFolder = "shared"

    /// Reads a job that `prepare` wrote.
    ///
    /// - Throws: `MilieuError` of cause `file` where the folder holds none, of cause `data` where its files do not fit
    ///   each other.
    public init(folder: String) throws(MilieuError) {
        var trimmed = folder
        while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
        let path = trimmed + "/" + Self.manifestFile
        guard InputFile.kind(path) == .file else {
            throw MilieuError(
                .file,
                Bilingual(
                    en: "This folder holds no job of areas.", fr: "Ce dossier ne contient pas de travail de zones."),
                remedy: Bilingual(
                    en: "Make one: milieu areas prepare DATASET -o JOB",
                    fr: "Créez-en un : milieu areas prepare JEU -o TRAVAIL"),
                at: Place(file: Excerpt.of(folder, limit: 400)))
        }
        manifest = try AreaManifest(JobFile.json(path), file: path)
        let table = trimmed + "/" + Self.areasFile
        let bytes = try InputFile.read(table)
        guard ContentHash.text(of: bytes) == manifest.areasHash else {
            throw JobFile.broken(
                Bilingual(
                    en: "The list of areas is not the one that was prepared.",
                    fr: "La liste des zones n'est pas celle qui a été préparée."), table)
        }
        let shards = manifest.shards.indices
        areas = try PreparedArea.list(bytes, file: table)
        guard areas.allSatisfy({ shards.contains($0.shard) }) else {
            throw JobFile.broken(
                Bilingual(
                    en: "The list of areas names a part that the job has not.",
                    fr: "La liste des zones nomme une part que le travail n'a pas."), table)
        }
        self.folder = trimmed
    }

    /// The tables that every area reads whole, by their ids, and `datapackage.json`.
    func shared() throws(MilieuError) -> (tables: [String: [UInt8]], package: [UInt8]?) {
        var tables: [String: [UInt8]] = [:]
        var package: [UInt8]?
        for file in manifest.shared {
            let path = folder + "/" + Self.sharedFolder + "/" + file.file
            let bytes = try InputFile.read(path)
            guard ContentHash.text(of: bytes) == file.sha256 else {
                throw JobFile.broken(Bilingual(en: "The file was changed.", fr: "Le fichier a été modifié."), path)
            }
            if file.file == "datapackage.json" { package = bytes } else { tables[FilePath.stem(of: file.file)] = bytes }
        }
        return (tables, package)
    }

    func shardPath(_ shard: Int) -> String { folder + "/" + Self.rowsFolder + "/" + manifest.shards[shard].file }
}
