import Figures
import Files
import Tabular
import TerritoryScoring
import Vocabulary

/// Puts the results of all areas together: checks that each came once and whole, orders them by their codes, and ranks
/// them.
public struct AreaCollection: Sendable {
    /// What was found.
    public struct Summary: Sendable {
        /// Areas with results.
        public let computed: Int
        /// Codes of the areas that failed.
        public let failed: [String]
        /// Where each area stands in the plane; empty where none was scored.
        public let placed: [PlacedArea]
    }

    /// Where an area's lines stand.
    private struct Piece: Sendable {
        let file: Int
        let found: AreaResult.Found
    }

    private let job: AreaJob
    private let plan: AreaPlan
    private var paths: [String] = []
    private var pieces: [String: Piece] = [:]

    /// Looks for the results of a plan, whichever engine made them.
    ///
    /// - Throws: `MilieuError` of cause `data` where an area is missing, came twice or not whole.
    public init(_ job: AreaJob, _ plan: AreaPlan) throws(MilieuError) {
        (self.job, self.plan) = (job, plan)
        let files = ResultFiles(job, plan)
        let own = (FilePath.names(in: files.folder) ?? []).filter { $0.hasSuffix(".tsv") }.map {
            files.folder + "/" + $0
        }
        let spark = (FilePath.names(in: files.sparkFolder) ?? []).filter { $0.hasPrefix("part-") }
            .map { files.sparkFolder + "/" + $0 }
        // Both engines may have run: then one of them is enough.
        paths = own.isEmpty ? spark : own
        for file in paths.indices { try take(file) }
        let missing = job.areas.filter { pieces[$0.code] == nil }
        guard missing.isEmpty else {
            let names = missing.prefix(5).map { Excerpt.of($0.code) }.joined(separator: ", ")
            throw MilieuError(
                .data,
                "\(missing.count) of \(job.areas.count) areas are not computed yet: \(names)\(missing.count > 5 ? ", …" : "").",
                remedy: "Run again: milieu areas run \(Excerpt.of(job.folder)) goes on where it was.")
        }
    }

    private mutating func take(_ file: Int) throws(MilieuError) {
        let bytes = try InputFile.read(paths[file], followsLinks: false)
        let (found, whole) = AreaResult.scan(bytes)
        guard whole == bytes.count else {
            throw MilieuError(
                .data, "The results are not whole: behind byte \(whole) stands no area's end.",
                remedy: "Delete the file and run again.", at: Place(file: Excerpt.of(paths[file], limit: 400)))
        }
        let known = Set(job.areas.map(\.code))
        for area in found {
            guard known.contains(area.area) else {
                throw MilieuError(
                    .data, "The results hold an area \"\(Excerpt.of(area.area))\" that the job has not.",
                    remedy: "Delete the file and run again.", at: Place(file: Excerpt.of(paths[file], limit: 400)))
            }
            guard pieces.updateValue(Piece(file: file, found: area), forKey: area.area) == nil else {
                throw MilieuError(
                    .data, "The area \"\(Excerpt.of(area.area))\" came twice.",
                    remedy: "Delete the results and run again.",
                    at: Place(file: Excerpt.of(paths[file], limit: 400)))
            }
        }
    }

    // MARK: Writing

    /// Writes the tables of all areas into a folder: `areas.csv`, `indicators.csv`, `ranks.csv`, `actors.csv` and
    /// `failed.csv`, those that hold anything, the tables of each area that failed, and `summary.json` with the hashes.
    ///
    /// - Throws: `MilieuError` of cause `file` where they cannot be written.
    public func write(to output: inout FolderOutput) throws(MilieuError) -> Summary {
        var ranking = AreaRanking()
        var failed: [PreparedArea] = []
        let words: [(word: AreaResult.Word, name: String)] = [
            (.area, "areas.csv"), (.indicators, "indicators.csv"), (.actors, "actors.csv"), (.failed, "failed.csv"),
        ]
        var tables: [String: GrowingTable] = [:]
        for area in job.areas {
            let parts = AreaResult.tables(try lines(area))
            if parts[.failed] != nil { failed.append(area) }
            if let row = parts[.area] { ranking.add(area, row, draws: parts[.draws]) }
            for (word, name) in words {
                guard let text = parts[word] else { continue }
                if tables[name] == nil { tables[name] = GrowingTable(try output.begin(name)) }
                try tables[name]?.append(text, area)
            }
        }
        for (name, table) in tables { output.add(name, sha256: try table.file.finish()) }
        if let table = ranking.table { try output.write(CSVWriter.text(table.guardedForSpreadsheets), to: "ranks.csv") }
        try write(failed, &output)
        let files = output.written.sorted { $0.key < $1.key }
        let summary: JSONValue = [
            "engine": .text(Engine.version), "data": .text(job.manifest.contentHash), "plan": plan.json,
            "areas": .integer(job.areas.count), "failed": .integer(failed.count),
            "left_out": .object(job.manifest.counts.map { .init($0.id, .integer($0.count)) }),
            "files": .object(files.map { .init($0.key, .text($0.value)) }),
        ]
        try output.write(JSONWriter.text(summary) + "\n", to: "summary.json")
        return Summary(
            computed: job.areas.count - failed.count, failed: failed.map(\.code), placed: ranking.placed)
    }

    /// All areas in the plane; nil where none was scored.
    ///
    /// - Throws: `MilieuError` where the method of the plan has errors.
    public func plane(_ summary: Summary, language: Language) throws(MilieuError) -> Scene? {
        guard plan.isScored, summary.computed > 0 else { return nil }
        var options = FigureOptions()
        options.language = language
        let points = summary.placed.map { area in
            AreaPoint(
                name: area.name, learning: area.learning, interaction: area.interaction, isScored: area.isScored,
                verdict: Configuration(rawValue: area.verdict))
        }
        return AreasPlane.scene(
            points, draws: plan.draws, method: try plan.scoringMethod(), unplaced: summary.computed - points.count,
            options: options)
    }

    func lines(_ area: PreparedArea) throws(MilieuError) -> [UInt8] {
        guard let piece = pieces[area.code] else { return [] }
        return try InputPieces(paths[piece.file], followsLinks: false)
            .bytes(piece.found.start, piece.found.end - piece.found.start)
    }

    /// The tables of areas that failed, as datasets that `milieu check` reads.
    private func write(_ failed: [PreparedArea], _ output: inout FolderOutput) throws(MilieuError) {
        guard !failed.isEmpty else { return }
        let shared = try job.shared()
        for (number, area) in failed.enumerated() {
            let rows = try AreaWorker.rows(area.shard, of: job)[area.code] ?? AreaRows(code: area.code)
            let isName = area.code.utf8.allSatisfy {
                $0 < 0x80 && ($0 >= 0x30 && $0 <= 0x39 || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A)
            }
            let folder = "failed/" + (isName && area.code.utf8.count <= 40 ? area.code : "area-\(number + 1)")
            for (id, bytes) in try rows.tables(job.manifest).merging(shared.tables, uniquingKeysWith: { own, _ in own })
            {
                try output.write(bytes, to: "\(folder)/\(id).csv")
            }
            if let package = shared.package { try output.write(package, to: "\(folder)/datapackage.json") }
        }
    }
}

/// One table of all areas: the header of the first, and the rows of all, which have the same columns.
private final class GrowingTable {
    var file: AppendedFile
    private var header: ArraySlice<UInt8>?

    init(_ file: consuming AppendedFile) { self.file = file }

    func append(_ text: [UInt8], _ area: PreparedArea) throws(MilieuError) {
        let end = (text.firstIndex(of: AreaLine.lineFeed) ?? text.count - 1) + 1
        if header == nil { try file.append(text[..<end]) }
        guard header?.elementsEqual(text[..<end]) ?? true else {
            throw MilieuError(
                .data, "The columns of the area \"\(Excerpt.of(area.code))\" are not those of the others.",
                remedy: "Delete the results and run again, all by one version of Milieu.")
        }
        header = text[..<end]
        try file.append(text[end...])
    }
}
