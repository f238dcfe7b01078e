#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import Milieu

/// Results to standard output, messages and progress to standard error; colour and progress only on
/// a terminal.
enum Console {
    enum Style: String {
        case bold = "1"
        case red = "31"
        case yellow = "33"
        case blue = "34"
        case dim = "2"
    }

    static func output(_ text: String) {
        write(text, to: STDOUT_FILENO)
    }

    static func error(_ text: String) {
        write(text.hasSuffix("\n") ? text : text + "\n", to: STDERR_FILENO)
    }

    /// A piece of a line, as it is.
    static func progress(_ text: String) {
        write(text, to: STDERR_FILENO)
    }

    static func report(_ error: MilieuError) {
        for finding in error.findings { Console.error(line(for: finding, coloured: errorIsTerminal)) }
        let place = error.place.map { "\($0): " } ?? ""
        Console.error(styled("milieu: ", .bold, errorIsTerminal) + place + error.message)
        if !error.remedy.isEmpty { Console.error("  " + error.remedy) }
    }

    /// A finding on two lines: what and where, then what to do.
    static func line(for finding: Finding, coloured: Bool) -> String {
        let style: Style =
            switch finding.severity {
            case .error: .red
            case .warning: .yellow
            case .note: .blue
            }
        let head = styled(finding.severity.rawValue, style, coloured)
        let code = styled("[\(finding.code)]", .dim, coloured)
        return "\(head) \(finding.place): \(finding.message) \(code)\n    \(finding.remedy)"
    }

    static func styled(_ text: String, _ style: Style, _ coloured: Bool) -> String {
        coloured ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// Columns of the terminal; what a page holds where there is none.
    static var outputWidth: Int {
        var size = winsize()
        guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 160 }
        return max(60, Int(size.ws_col))
    }

    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }
    /// Whether somebody sits there who can answer.
    static var canAsk: Bool { isatty(STDIN_FILENO) == 1 && errorIsTerminal }
    static var wantsNoColour: Bool { unsafe getenv("NO_COLOR").map { unsafe $0.pointee != 0 } ?? false }

    /// Writes all of it; a closed pipe (`| head`) ends the program quietly.
    private static func write(_ text: String, to descriptor: Int32) {
        let failure = SystemCall.writeAll(descriptor, Array(text.utf8))
        if failure != 0 { _exit(failure == EPIPE ? 0 : 3) }
    }
}
