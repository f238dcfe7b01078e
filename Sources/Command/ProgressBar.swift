import Milieu
import Synchronization

/// Progress of long work, on standard error: a line that changes, on a terminal that knows control sequences; lines
/// one below the other (`12 % draws`), where these are asked for and there is no such terminal.
final class ProgressBar: Sendable {
    private enum Form { case none, bar, lines }

    private let form: Form
    private let language: Language
    private let last = Mutex("")

    init(_ common: CommonArguments) {
        let isBar = Console.errorIsTerminal && !Console.isDumb && !common.quiet
        form = isBar ? .bar : common.progress ? .lines : .none
        language = common.lang
    }

    var report: ScoringProgress {
        { [self] stage, done, all in show(stage.name.text(language), done, all) }
    }

    /// Draws the line anew where its text changed.
    func show(_ what: String, _ done: Int, _ all: Int) {
        guard form != .none, all > 0 else { return }
        let words = "\(done * 100 / all) % \(what)"
        let filled = min(24, done * 24 / all)
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
        let line = form == .bar ? "\r\u{1B}[K\(bar) \(words)" : words + "\n"
        last.withLock { shown in
            guard shown != line else { return }
            shown = line
            Console.progress(line)
        }
    }

    /// Takes the line away.
    func finish() {
        last.withLock { shown in
            if form == .bar, !shown.isEmpty { Console.progress("\r\u{1B}[K") }
            shown = ""
        }
    }
}
