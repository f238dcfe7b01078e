import Dispatch
#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import Synchronization

/// The one way in which kernels use more than one core.
public enum Parallel {
    /// Cuts `0..<count` into chunks, computes each on some core and returns the parts in the order
    /// of the chunks. Chunk bounds derive from `count` and `grain` alone, and the caller folds the
    /// parts in order, so that a result has the same bits on any number of cores.
    ///
    /// - Parameters:
    ///   - grain: how many items a chunk holds; derived from the problem, never from the machine.
    ///   - compute: called once for each chunk, possibly at the same time as others.
    public static func chunks<Part: Sendable>(
        of count: Int, grain: Int, _ compute: @Sendable (Range<Int>) -> Part
    ) -> [Part] {
        chunks(of: count, grain: grain, workspace: {}) { range, _ in compute(range) }
    }

    /// The same with a workspace that each core makes once and hands on from chunk to chunk, so that
    /// n numbers of it are not cleared for every chunk.
    ///
    /// - Parameter compute: leaves the workspace as it found it: a part may not depend on the chunks
    ///   that the same core had before.
    public static func chunks<Part: Sendable, Workspace>(
        of count: Int, grain: Int, workspace: @Sendable () -> Workspace,
        _ compute: @Sendable (Range<Int>, inout Workspace) -> Part
    ) -> [Part] {
        precondition(grain > 0)
        let chunkCount = (count + grain - 1) / grain
        let parts = Mutex([Part?](repeating: nil, count: chunkCount))
        _ = onEachCore(chunkCount) { counter in
            var space = workspace()
            while let chunk = counter.take() {
                let part = compute(bounds(chunk, count, grain), &space)
                parts.withLock { $0[chunk] = part }
            }
        }
        return parts.withLock { $0.map { $0! } }
    }

    /// What each core's workspace holds after all chunks are done, in no order, and as many as there
    /// were cores: for what depends on neither, such as sums of whole numbers.
    public static func totals<Workspace: Sendable>(
        of count: Int, grain: Int, workspace: @Sendable () -> Workspace,
        _ compute: @Sendable (Range<Int>, inout Workspace) -> Void
    ) -> [Workspace] {
        precondition(grain > 0)
        return onEachCore((count + grain - 1) / grain) { counter in
            var space = workspace()
            while let chunk = counter.take() { compute(bounds(chunk, count, grain), &space) }
            return space
        }
    }

    /// Changes an array in place, each chunk on some core, and returns the chunks' parts in order. An array put
    /// together from parts makes PageRank take 1.6 to 2.5 times as long.
    ///
    /// The unsafe code here is sound: the array is held exclusively for the length of the call, the
    /// chunks do not overlap, each is handed out once, and a `MutableSpan` cannot outlive the closure
    /// that it is lent to.
    public static func update<Value: Sendable, Part: Sendable>(
        _ values: inout [Value], grain: Int,
        _ compute: @Sendable (Range<Int>, inout MutableSpan<Value>) -> Part
    ) -> [Part] {
        let count = values.count
        return unsafe values.withUnsafeMutableBufferPointer { buffer in
            nonisolated(unsafe) let shared = unsafe buffer
            return chunks(of: count, grain: grain) { range in
                let piece = unsafe UnsafeMutableBufferPointer(rebasing: shared[range])
                var own = unsafe MutableSpan(_unsafeElements: piece)
                return compute(range, &own)
            }
        }
    }

    /// Runs `work` on as many cores as there are chunks or as may be used, each drawing chunks until
    /// none is left.
    private static func onEachCore<Result: Sendable>(
        _ chunkCount: Int, _ work: @Sendable (ChunkCounter) -> Result
    ) -> [Result] {
        let counter = ChunkCounter(chunkCount)
        let coreCount = min(chunkCount, threadLimit)
        guard coreCount > 1 else { return [work(counter)] }
        let results = Mutex<[Result]>([])
        DispatchQueue.concurrentPerform(iterations: coreCount) { _ in
            let result = work(counter)
            results.withLock { $0.append(result) }
        }
        return results.withLock { $0 }
    }

    /// Hands out the numbers of chunks, each once.
    private final class ChunkCounter: Sendable {
        private let next = Atomic(0)
        private let count: Int

        init(_ count: Int) { self.count = count }

        func take() -> Int? {
            let chunk = next.wrappingAdd(1, ordering: .relaxed).oldValue
            return chunk < count ? chunk : nil
        }
    }

    private static func bounds(_ chunk: Int, _ count: Int, _ grain: Int) -> Range<Int> {
        chunk * grain..<min(count, (chunk + 1) * grain)
    }

    /// How many cores may be used at once. It never changes a result, only the time it takes.
    public static var threadLimit: Int {
        get { limit.load(ordering: .relaxed) }
        set { limit.store(max(1, newValue), ordering: .relaxed) }
    }

    private static let limit = Atomic(ProcessInfo.processInfo.activeProcessorCount)
}
