import Synchronization

/// Repeated random draws: each from a stream of its own, so that the results have the same bits in
/// the same order on any number of cores.
public enum Draws {
    /// Called with how many draws are done and how many there are, from any core, never twice at
    /// the same time.
    public typealias Progress = @Sendable (_ done: Int, _ of: Int) -> Void

    /// Draws so many times, on as many cores as there are.
    ///
    /// - Parameters:
    ///   - firstPart: the number of the first stream, where one seed serves several families.
    /// - Returns: what `draw` gave for stream 0, 1, 2, …
    public static func values<Value: Sendable>(
        _ count: Int, seed: UInt64, firstPart: Int = 0, progress: Progress? = nil,
        _ draw: @Sendable (inout RandomSource) -> Value
    ) -> [Value] {
        let done = Mutex(0)
        // At most 64 chunks: enough to share among cores, few enough to cost nothing.
        let grain = max(1, (count + 63) / 64)
        return Parallel.chunks(of: count, grain: grain) { range in
            range.map { part in
                var random = RandomSource(seed: seed, part: firstPart + part)
                let value = draw(&random)
                if let progress {
                    done.withLock {
                        $0 += 1
                        progress($0, count)
                    }
                }
                return value
            }
        }.flatMap { $0 }
    }
}
