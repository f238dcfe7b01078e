import Files
import GraphKernels
import Synchronization
import Vocabulary

/// Computes a plan for all areas of a job on this machine: a pool of processes, one shard each at a time.
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
        let left = job.manifest.shards.indices.filter { !files.isWhole($0) && counts[$0] > 0 }
            .sorted { job.manifest.shards[$0].bytes > job.manifest.shards[$1].bytes }
        let room = MemoryRoom(options.memory)
        let state = Mutex<(done: Int, fault: MilieuError?)>((job.areas.count - left.reduce(0) { $0 + counts[$1] }, nil))
        progress(state.withLock { $0.done }, job.areas.count)
        let before = Parallel.threadLimit
        Parallel.threadLimit = options.workers ?? before
        _ = Parallel.chunks(of: left.count, grain: 1) { place in
            let shard = left[place.lowerBound]
            guard state.withLock({ $0.fault == nil }) else { return }
            let need = Self.need(job.manifest.shards[shard].bytes)
            room.take(need)
            defer { room.give(need) }
            do throws(MilieuError) {
                try compute(shard)
                state.withLock {
                    $0.done += counts[shard]
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

    /// Runs processes until the shard is whole.
    private func compute(_ shard: Int) throws(MilieuError) {
        var deaths: (done: Int, count: Int) = (-1, 0)
        while !files.isWhole(shard) {
            let ending = try ChildProcess.run(options.program + [job.folder, "--shard", String(shard)])
            if ending == .status(0), files.isWhole(shard) { return }
            switch ending {
            case .status(70), .signal:
                let done = try files.done(shard).areas
                deaths = (done.count, deaths.done == done.count ? deaths.count + 1 : 1)
                if deaths.count == 2 { try giveUp(shard, done, ending) }
            default:
                throw MilieuError(
                    .file, "A worker could not go on; the message above says why. What is done is kept.",
                    remedy: "Mend it, and run the same command again: it goes on where it was.")
            }
        }
    }

    /// Writes the area at which processes died down as failed; where none is left, the shard is whole.
    private func giveUp(_ shard: Int, _ done: [String], _ ending: ChildProcess.Ending) throws(MilieuError) {
        let known = Set(done)
        guard let area = job.areas.first(where: { $0.shard == shard && !known.contains($0.code) }) else {
            return try files.finish(shard)
        }
        let how = if case .signal(let number) = ending { "by signal \(number)" } else { "by a fault of Milieu" }
        let error = MilieuError(
            .fault, "Two workers ended \(how) on this area.",
            remedy: "It may need more memory than there is; look at its tables with `milieu check`.")
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
