import Synchronization

/// Tells how far a stage has come, from any core.
final class ProgressCounter: Sendable {
    private let done = Mutex(0)
    private let stage: ScoringStage
    private let total: Int
    private let tell: ScoringProgress?

    init(_ stage: ScoringStage, of total: Int, _ tell: ScoringProgress?) {
        self.stage = stage
        self.total = total
        self.tell = tell
    }

    func step(_ count: Int = 1) {
        guard let tell else { return }
        done.withLock {
            $0 += count
            tell(stage, $0, total)
        }
    }

    /// That nothing more is needed.
    func end() {
        guard let tell else { return }
        done.withLock {
            guard $0 < total else { return }
            $0 = total
            tell(stage, total, total)
        }
    }
}
