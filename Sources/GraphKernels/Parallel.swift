import Dispatch
import FoundationEssentials
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
        precondition(grain > 0)
        let chunkCount = (count + grain - 1) / grain
        guard chunkCount > 1, threadLimit > 1 else {
            return (0..<chunkCount).map { compute(bounds($0, count, grain)) }
        }
        let parts = Mutex([Part?](repeating: nil, count: chunkCount))
        let next = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: min(chunkCount, threadLimit)) { _ in
            while true {
                let chunk = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard chunk < chunkCount else { return }
                let part = compute(bounds(chunk, count, grain))
                parts.withLock { $0[chunk] = part }
            }
        }
        return parts.withLock { $0.map { $0! } }
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
