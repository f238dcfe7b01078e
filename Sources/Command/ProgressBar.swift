import Milieu
import Synchronization

/// Progress of long work, on standard error and only on a terminal that knows control sequences.
final class ProgressBar: Sendable {
    private let isShown: Bool
    private let language: Language
    private let last = Mutex("")

    init(_ common: CommonArguments) {
        isShown = Console.errorIsTerminal && !Console.isDumb && !common.quiet
        language = common.lang
    }

    var report: ScoringProgress {
        { [self] stage, done, all in show(stage.name.text(language), done, all) }
    }

    /// Draws the line anew where its text changed.
    func show(_ what: String, _ done: Int, _ all: Int) {
        guard isShown, all > 0 else { return }
        let filled = min(24, done * 24 / all)
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
        let line = "\(bar) \(done * 100 / all) % \(what)"
        last.withLock { shown in
            guard shown != line else { return }
            shown = line
            Console.progress("\r\u{1B}[K" + line)
        }
    }

    /// Takes the line away.
    func finish() {
        last.withLock { shown in
            if !shown.isEmpty { Console.progress("\r\u{1B}[K") }
            shown = ""
        }
    }
}
