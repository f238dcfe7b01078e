import Files
import Tabular
import Vocabulary

/// Where the results of a plan stand: a file for each shard, which is called `.part` until it holds all of its areas.
struct ResultFiles: Sendable {
    let folder: String
    private let job: AreaJob
    private let plan: AreaPlan

    static let resultsFolder = "results"

    init(_ job: AreaJob, _ plan: AreaPlan) {
        (self.job, self.plan) = (job, plan)
        folder = job.folder + "/" + Self.resultsFolder + "/" + plan.key(job)
    }

    func path(_ shard: Int) -> String { folder + "/" + job.manifest.shards[shard].file }
    func partPath(_ shard: Int) -> String { path(shard) + ".part" }
    var sparkFolder: String { folder + "/spark" }

    func isWhole(_ shard: Int) -> Bool { InputFile.kind(path(shard), followsLinks: false) == .file }

    /// Makes the folder and says in `plan.json` of the job what was asked for last.
    func begin() throws(MilieuError) {
        try FileOutput.makeFolder(job.folder + "/" + Self.resultsFolder)
        try FileOutput.makeFolder(folder)
        try FileOutput.write(JSONWriter.text(plan.json) + "\n", to: job.folder + "/" + AreaPlan.file)
    }

    /// The areas that a shard's unfinished file holds whole, and the bytes that these are; makes the file where there is
    /// none.
    func done(_ shard: Int) throws(MilieuError) -> (areas: [String], whole: Int) {
        let path = partPath(shard)
        guard InputFile.kind(path, followsLinks: false) == .file else {
            _ = try AppendedFile(path)
            return ([], 0)
        }
        let (found, whole) = AreaResult.scan(try InputFile.read(path, followsLinks: false))
        return (found.map(\.area), whole)
    }

    /// Gives a shard's file its name.
    func finish(_ shard: Int) throws(MilieuError) { try FileOutput.move(partPath(shard), to: path(shard)) }

    /// Writes that an area failed, behind those that are done.
    func add(_ lines: [UInt8], to shard: Int) throws(MilieuError) {
        var output = try AppendedFile(partPath(shard), keeping: try done(shard).whole)
        try output.append(lines)
        try output.finish()
    }
}

extension AreaJob {
    /// The plan of the last run.
    ///
    /// - Throws: `MilieuError` of cause `usage` where none ran yet.
    public func lastPlan() throws(MilieuError) -> AreaPlan {
        let path = folder + "/" + AreaPlan.file
        guard InputFile.kind(path) == .file else {
            throw MilieuError(
                .usage, Bilingual(en: "Nothing was computed yet.", fr: "Rien n'a encore été calculé."),
                remedy: Bilingual(
                    en: "Run it first: milieu areas run \(Excerpt.of(folder))",
                    fr: "Lancez-le d'abord : milieu areas run \(Excerpt.of(folder))"))
        }
        return try AreaPlan(JobFile.json(path), file: path)
    }
}
