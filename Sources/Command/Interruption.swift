import Dispatch
import Milieu
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How the program ends when it is told to, or when it has a fault, as long as the value is held.
struct Interruption {
    /// A source that nobody holds hears nothing.
    private let sources: [any DispatchSourceSignal]

    /// Takes what is half written away on SIGINT, SIGTERM and SIGHUP, and says in a line what happened where the
    /// program itself failed.
    init() {
        sources = [SIGINT, SIGTERM, SIGHUP].compactMap(Self.end)
        Self.installFault()
    }

    private static func end(on number: Int32) -> (any DispatchSourceSignal)? {
        // A signal that was ignored when the program started (nohup) stays ignored.
        var before = sigaction()
        guard unsafe sigaction(number, nil, &before) == 0, !isIgnored(before) else { return nil }
        signal(number, SIG_IGN)
        let queue = DispatchQueue(label: "milieu.interruption", qos: .userInteractive)
        let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
        source.setEventHandler {
            Unfinished.discard()
            if isExpected.withLock({ $0 }) { exit(0) }
            // The shell learns by which signal the program ended.
            signal(number, SIG_DFL)
            kill(getpid(), number)
        }
        source.resume()
        return source
    }

    /// Whether a signal is how the command is meant to end: then its status is 0.
    static let isExpected = Mutex(false)

    private static func isIgnored(_ action: sigaction) -> Bool {
        #if canImport(Darwin)
            unsafe unsafeBitCast(action.__sigaction_u.__sa_handler, to: Int.self) == 1
        #else
            unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
        #endif
    }

    // MARK: A fault of Milieu itself

    /// What is written then: made beforehand, since hardly anything may be done in a handler.
    private static let sentence = StaticBytes(
        Bilingual(
            en: """
                milieu: This is a fault of Milieu \(Engine.version) itself, not of your data; nothing was written in part.
                  Please report it with the command as you typed it and, if you may, the data.

                """,
            fr: """
                milieu: C'est une faute de Milieu \(Engine.version) lui-même, et non de vos données ; rien n'a été écrit à moitié.
                  Signalez-la, s'il vous plaît, avec la commande telle que vous l'avez tapée et, si possible, les données.

                """
        ).spoken)

    private static func installFault() {
        let size = 1 << 16
        // Sound: the stack is the handler's own, and lives as long as the program.
        var stack = unsafe stack_t()
        unsafe stack.ss_sp = malloc(size)
        unsafe stack.ss_size = size
        unsafe sigaltstack(&stack, nil)
        _ = unsafe sentence.start
        _ = hasSpoken.load(ordering: .relaxed)
        var action = sigaction()
        #if canImport(Darwin)
            unsafe action.__sigaction_u.__sa_handler = handle
        #else
            unsafe action.__sigaction_handler.sa_handler = handle
        #endif
        // Not reset once it was called: where every core meets the same fault, the second would end the program its own
        // way, with 132 and no word. One that the handler itself meets is blocked meanwhile, and ends it.
        action.sa_flags = Int32(SA_ONSTACK)
        for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT] { unsafe sigaction(number, &action, nil) }
    }

    /// Whether one thread is ending the program already.
    private static let hasSpoken = Atomic(false)

    private static let handle: @convention(c) (Int32) -> Void = { _ in
        while hasSpoken.exchange(true, ordering: .relaxed) { pause() }
        unsafe write(STDERR_FILENO, sentence.start, sentence.count)
        _exit(70)
    }

    /// Bytes at a fixed place, for a handler that must not allocate.
    @safe private struct StaticBytes: @unchecked Sendable {
        let start: UnsafeMutablePointer<UInt8>
        let count: Int

        init(_ text: String) {
            let bytes = Array(text.utf8)
            count = bytes.count
            unsafe start = .allocate(capacity: bytes.count)
            unsafe start.initialize(from: bytes, count: bytes.count)
        }
    }
}
