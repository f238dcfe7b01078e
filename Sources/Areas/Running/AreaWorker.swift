import Files
import Interchange
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
            throw MilieuError(
                .usage, Bilingual(en: "The job has no shard \(shard).", fr: "Le travail n'a pas de part \(shard)."),
                remedy: Bilingual(
                    en: "It has \(job.manifest.shards.count).", fr: "Il en a \(job.manifest.shards.count)."))
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
            throw JobFile.broken(
                Bilingual(
                    en: "The rows are not those that were prepared.",
                    fr: "Les lignes ne sont pas celles qui ont été préparées."), path)
        }
        var (numbers, areas) = (IDInterner(), [AreaRows]())
        // Rows of one area often follow one another.
        var (last, number) = (0..<0, 0)
        let (tab, span) = (AreaLine.tab, bytes.span)
        var at = 0
        while at < bytes.count {
            let end = AreaLine.first(AreaLine.lineFeed, in: span, from: at)
            let word = AreaLine.first(tab, in: span, from: at) + 1
            let row = word < end ? AreaLine.first(tab, in: span, from: word) + 1 : end + 1
            guard row <= end, let letter = RowWord(rawValue: bytes[word]) else {
                throw JobFile.broken(Bilingual(en: "A row is damaged.", fr: "Une ligne est endommagée."), path)
            }
            let area = at..<word - 1
            if areas.isEmpty || !RowOrder.isSame(span, area, last) {
                last = area
                number = Int(numbers.intern(bytes, area))
                if number == areas.count {
                    areas.append(AreaRows(code: AreaLine.text(bytes[area]) ?? "", bytes: bytes))
                }
            }
            areas[number].add(letter, at: row..<end)
            at = end + 1
        }
        // A code has one writing, but whoever wrote the file may not have known it.
        return Dictionary(areas.map { ($0.code, $0) }, uniquingKeysWith: { $0.joined($1) })
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
                    .data,
                    Bilingual(
                        en: "The stream holds a line that is none of a job.",
                        fr: "Le flux contient une ligne qui n'est d'aucun travail."),
                    remedy: Bilingual(en: "Bring the job's rows.", fr: "Apportez les lignes du travail."))
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
