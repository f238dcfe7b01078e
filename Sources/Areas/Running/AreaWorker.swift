import Files
import Tabular
import Vocabulary

/// Computes areas whose lines come from a file or a stream: what each process of a run does, on one machine or many.
public struct AreaWorker: Sendable {
    private let computation: AreaComputation

    /// A worker on a job, of a plan.
    ///
    /// - Throws: as `AreaComputation`.
    public init(_ job: AreaJob, _ plan: AreaPlan) throws(MilieuError) {
        computation = try AreaComputation(job, plan)
    }

    // MARK: One shard

    /// Computes the areas of one shard that its file of results does not hold yet, and gives the file its name when it
    /// holds all.
    ///
    /// - Parameter goesOn: asked before each area; false ends the work, to be taken up later.
    /// - Throws: `MilieuError` of cause `file` where a file cannot be read or written; what is done stays.
    public func work(shard: Int, goesOn: () -> Bool = { true }) throws(MilieuError) {
        let job = computation.job
        guard job.manifest.shards.indices.contains(shard) else {
            throw MilieuError(.usage, "The job has no shard \(shard).", remedy: "It has \(job.manifest.shards.count).")
        }
        let files = ResultFiles(job, computation.plan)
        guard !files.isWhole(shard) else { return }
        let done = try files.done(shard)
        let wanted = job.areas.filter { $0.shard == shard }
        let areas = try Self.rows(shard, of: job)
        var output = try AppendedFile(files.partPath(shard), keeping: done.whole)
        let known = Set(done.areas)
        for area in wanted where !known.contains(area.code) {
            guard goesOn() else { return }
            try output.append(computation.lines(areas[area.code] ?? AreaRows(code: area.code)))
            try output.flush()
        }
        try output.finish()
        try files.finish(shard)
    }

    /// The rows of a shard by area, each a range of the bytes that all share.
    static func rows(_ shard: Int, of job: AreaJob) throws(MilieuError) -> [String: AreaRows] {
        let path = job.shardPath(shard)
        let bytes = try InputFile.read(path)
        guard ContentHash.text(of: bytes) == job.manifest.shards[shard].sha256 else {
            throw JobFile.broken("The rows are not those that were prepared.", path)
        }
        var areas: [String: AreaRows] = [:]
        // Rows of one area follow one another where it is large.
        var (last, code): (ArraySlice<UInt8>, String) = ([], "")
        var at = 0
        while at < bytes.count {
            let end = bytes[at...].firstIndex(of: AreaLine.lineFeed) ?? bytes.count
            guard let (area, word, rest) = AreaLine.parts(bytes[at..<end]), let letter = word.first,
                let row = RowWord(rawValue: letter)
            else { throw JobFile.broken("A row is damaged.", path) }
            if !area.elementsEqual(last) { (last, code) = (area, AreaLine.text(area) ?? "") }
            areas[code, default: AreaRows(code: code, bytes: bytes)].add(row, at: rest.startIndex..<rest.endIndex)
            at = end + 1
        }
        return areas
    }

    // MARK: A stream

    /// Computes the areas of a stream whose lines come area by area, as a shuffle sorted by area brings them.
    ///
    /// - Parameters:
    ///   - next: the next bytes of the stream, none at its end.
    ///   - write: takes the lines of an area.
    /// - Throws: `MilieuError` of cause `data` where the stream holds what is no line of a job; what `next` and `write`
    ///   throw.
    public func work(
        next: () throws(MilieuError) -> [UInt8], write: ([UInt8]) throws(MilieuError) -> Void
    ) throws(MilieuError) {
        var rest: [UInt8] = []
        var rows: AreaRows?
        func take(_ line: ArraySlice<UInt8>) throws(MilieuError) {
            guard let (area, word, row) = AreaLine.parts(line), let code = AreaLine.text(area), let letter = word.first,
                let word = RowWord(rawValue: letter)
            else {
                throw MilieuError(
                    .data, "The stream holds a line that is none of a job.", remedy: "Bring the job's rows.")
            }
            if let known = rows, known.code != code {
                try write(computation.lines(known))
                rows = nil
            }
            if rows == nil { rows = AreaRows(code: code) }
            rows?.add(word, row)
        }
        while true {
            let piece = try next()
            if piece.isEmpty { break }
            rest += piece
            var start = 0
            while let end = rest[start...].firstIndex(of: AreaLine.lineFeed) {
                try take(rest[start..<end])
                start = end + 1
            }
            rest.removeFirst(start)
        }
        if !rest.isEmpty { try take(rest[...]) }
        if let rows { try write(computation.lines(rows)) }
    }
}
