#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import Vocabulary

/// Another program, run to its end.
package enum ChildProcess {
    /// How it ended.
    package enum Ending: Sendable, Equatable {
        /// By itself, with a status.
        case status(Int32)
        /// By a signal: it was killed, or had a fault.
        case signal(Int32)
    }

    /// Runs a program, which has this one's standard streams and environment, and waits for its end.
    ///
    /// - Parameters:
    ///   - arguments: the program's path or name first; a name is looked for where the shell looks.
    ///   - output: a file that its standard output goes to; nil: this program's.
    ///   - begun: told the number of the process.
    /// - Throws: `MilieuError` of cause `file` where it cannot be started.
    package static func run(
        _ arguments: [String], output: String? = nil, begun: (Int32) -> Void = { _ in }
    ) throws(MilieuError) -> Ending {
        // Sound here and below: the texts are copied for the call, and freed behind it.
        var texts = unsafe arguments.map { unsafe strdup($0) } + [nil]
        defer { unsafe texts.forEach { text in unsafe free(text) } }
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = unsafe posix_spawn_file_actions_t()
        #endif
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        if let output {
            unsafe posix_spawn_file_actions_addopen(
                &actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
        }
        var number: pid_t = 0
        let failure = unsafe posix_spawnp(&number, arguments[0], &actions, nil, &texts, environ)
        guard failure == 0 else {
            throw MilieuError(
                .file, "The program cannot be started (\(SystemCall.message(failure))).",
                remedy: "Check that it is installed.",
                at: Place(file: Excerpt.of(arguments[0], limit: 400)))
        }
        begun(number)
        var status: Int32 = 0
        while unsafe waitpid(number, &status, 0) < 0 {
            guard errno == EINTR else { return .status(70) }
        }
        let signal = status & 0x7F
        return signal == 0 ? .status(status >> 8 & 0xFF) : .signal(signal)
    }

    /// Waits for a twentieth of a second, for others to end.
    package static func pause() { usleep(50_000) }

    /// The number of the process that started this one.
    package static var parent: Int32 { getppid() }

    /// A command as it is called: in the folder `bin` of where a variable of the environment says that its home is, else
    /// by its name, for the shell's places.
    package static func command(_ name: String, home variable: String) -> String {
        // Sound: the text is copied at once, and nothing in the program changes the environment.
        guard let home = unsafe getenv(variable).map({ unsafe String(cString: $0) }), !home.isEmpty else { return name }
        return home + "/bin/" + name
    }

    /// The path of this program.
    package static func thisProgram(_ name: String) -> String {
        let link = "/proc/self/exe"
        return InputFile.kind(link) == .file ? FilePath.resolved(link) : name
    }
}
