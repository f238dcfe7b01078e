import Files
import GraphKernels
import Synchronization
import Vocabulary

/// Computes a plan for all areas of a job on this machine: a pool of processes, some shards each, one at a time.
///
/// A process that dies takes nothing with it but the area that it was at, which is tried once more; where that ends the
/// same way, the area is written down as failed, and the work goes on behind it. Whatever ends the run, the next one
/// goes on where it was.
public struct AreaRun: Sendable {
    /// What is chosen beside the plan.
    public struct Options: Sendable {
        /// Bytes that all processes may take together, as far as the sizes of their shards tell beforehand.
        public var memory = 2 << 30
        /// How many processes at once; nil: as many as there are cores.
        public var workers: Int?
        /// The program and its words in front of the job: what a process is started with.
        public var program: [String]

        /// A run by a program, with two gibibytes.
        public init(program: [String]) { self.program = program }
    }

    private let job: AreaJob
    private let plan: AreaPlan
    private let options: Options
    private let files: ResultFiles

    /// A run, not yet begun.
    public init(_ job: AreaJob, _ plan: AreaPlan, _ options: Options) {
        (self.job, self.plan, self.options) = (job, plan, options)
        files = ResultFiles(job, plan)
    }

    /// Computes what is not computed yet.
    ///
    /// - Parameter progress: told the areas done and in all, from any core, never twice at the same time.
    /// - Throws: `MilieuError` of cause `file` where a result cannot be written, or another run works on the job; what
    ///   is done stays.
    public func run(progress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }) throws(MilieuError) {
        try files.begin()
        let lock = try FolderLock(folder: files.folder)
        let counts = counts
        let left = job.manifest.shards.indices.filter { !files.isWhole($0) && counts[$0] > 0 }
        let room = MemoryRoom(options.memory)
        let state = Mutex<(done: Int, fault: MilieuError?)>((job.areas.count - left.reduce(0) { $0 + counts[$1] }, nil))
        progress(state.withLock { $0.done }, job.areas.count)
        let before = Parallel.threadLimit
        Parallel.threadLimit = options.workers ?? before
        let batches = Self.batches(left.map { ($0, job.manifest.shards[$0].bytes) }, workers: Parallel.threadLimit)
        _ = Parallel.chunks(of: batches.count, grain: 1) { place in
            let batch = batches[place.lowerBound]
            guard state.withLock({ $0.fault == nil }) else { return }
            let need = Self.need(batch.map { job.manifest.shards[$0].bytes }.max() ?? 0)
            room.take(need)
            defer { room.give(need) }
            do throws(MilieuError) {
                try compute(batch)
                state.withLock {
                    for shard in batch { $0.done += counts[shard] }
                    progress($0.done, job.areas.count)
                }
            } catch {
                state.withLock { $0.fault = $0.fault ?? error }
            }
        }
        Parallel.threadLimit = before
        _ = consume lock
        if let fault = state.withLock({ $0.fault }) { throw fault }
    }

    private var counts: [Int] {
        var counts = [Int](repeating: 0, count: job.manifest.shards.count)
        for area in job.areas where counts.indices.contains(area.shard) { counts[area.shard] += 1 }
        return counts
    }

    /// Bytes that a process takes for a shard: itself, the rows, and the largest of its areas as a network, of which
    /// nothing is known beforehand but that it is no larger than the shard.
    static func need(_ bytes: Int) -> Int { (64 << 20) + 14 * bytes }

    /// What each process computes: large shards first, and less and less, so that all end at about the same time. A start
    /// takes as long as some areas, so that a process gets many; what it gets is bounded, so that progress shows.
    static func batches(_ shards: [(shard: Int, bytes: Int)], workers: Int) -> [[Int]] {
        var left = shards.reduce(0) { $0 + $1.bytes }
        var batches: [[Int]] = []
        var room = 0
        for (shard, bytes) in shards.sorted(by: { ($0.bytes, $1.shard) > ($1.bytes, $0.shard) }) {
            if room < bytes {
                batches.append([])
                room = max(bytes, min(mostBytes, left / (2 * max(1, workers))))
            }
            batches[batches.count - 1].append(shard)
            (room, left) = (room - bytes, left - bytes)
        }
        return batches
    }

    private static let mostBytes = 128 << 20

    /// Runs processes until the shards are whole.
    private func compute(_ batch: [Int]) throws(MilieuError) {
        var deaths: (shard: Int, done: Int, count: Int) = (-1, -1, 0)
        while let shard = batch.first(where: { !files.isWhole($0) }) {
            let left = batch.filter { !files.isWhole($0) }.map { String($0) }.joined(separator: ",")
            let ending = try ChildProcess.run(options.program + [job.folder, "--shard", left])
            switch ending {
            case .status(0) where files.isWhole(shard): continue
            case .status(70), .signal:
                guard let shard = batch.first(where: { !files.isWhole($0) }) else { return }
                let done = try files.done(shard).areas
                let isSame = (deaths.shard, deaths.done) == (shard, done.count)
                deaths = (shard, done.count, isSame ? deaths.count + 1 : 1)
                if deaths.count == 2 { try giveUp(shard, done, ending) }
            default:
                throw MilieuError(
                    .file,
                    Bilingual(
                        en: "A worker could not go on; the message above says why. What is done is kept.",
                        fr:
                            "Un ouvrier n'a pas pu continuer ; le message au-dessus dit pourquoi. Ce qui est fait est gardé."
                    ),
                    remedy: Bilingual(
                        en: "Mend it, and run the same command again: it goes on where it was.",
                        fr: "Remédiez-y, et relancez la même commande : elle reprend là où elle en était."))
            }
        }
    }

    /// Writes the area at which processes died down as failed; where none is left, the shard is whole.
    private func giveUp(_ shard: Int, _ done: [String], _ ending: ChildProcess.Ending) throws(MilieuError) {
        let known = Set(done)
        guard let area = job.areas.first(where: { $0.shard == shard && !known.contains($0.code) }) else {
            return try files.finish(shard)
        }
        let how =
            if case .signal(let number) = ending {
                Bilingual(en: "by signal \(number)", fr: "par le signal \(number)")
            } else { Bilingual(en: "by a fault of Milieu", fr: "par une faute de Milieu") }
        let error = MilieuError(
            .fault,
            Bilingual(
                en: "Two workers ended \(how.en) on this area.", fr: "Deux ouvriers ont fini \(how.fr) sur cette zone."),
            remedy: Bilingual(
                en: "It may need more memory than there is; look at its tables with `milieu check`.",
                fr: "Elle demande peut-être plus de mémoire qu'il n'y en a ; examinez ses tables avec `milieu check`."))
        var lines = AreaResult.Lines(area: area.code)
        lines.add(
            .failed, AreaResult.failure(area.code, area.name, error, ties: area.tiesWithin + area.tiesAcross))
        try files.add(lines.finish(), to: shard)
    }
}

/// Bytes that are shared out; who asks for more than is left waits, but for one alone, who gets what there is.
private final class MemoryRoom: Sendable {
    private let state: Mutex<(left: Int, users: Int)>
    private let all: Int

    init(_ bytes: Int) {
        all = bytes
        state = Mutex((bytes, 0))
    }

    func take(_ bytes: Int) {
        while true {
            let isTaken = state.withLock { state in
                guard state.users == 0 || state.left >= bytes else { return false }
                state = (state.left - bytes, state.users + 1)
                return true
            }
            if isTaken { return }
            ChildProcess.pause()
        }
    }

    func give(_ bytes: Int) {
        state.withLock { $0 = ($0.left + bytes, $0.users - 1) }
    }
}
