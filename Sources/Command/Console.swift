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

    /// A result. A terminal gets no control character of the data; a file or a pipe gets a result as it is, which
    /// has none either but where its format holds data as they are (CSV, JSON).
    static func output(_ text: String) {
        write(outputIsTerminal ? Excerpt.printableLines(text) : text, to: STDOUT_FILENO)
    }

    /// Text that may have styles, made of parts that are printable.
    static func output(styled text: StyledText) {
        write(text.text, to: STDOUT_FILENO)
    }

    /// A page that has its own styles, and no control character of the data.
    static func output(page: String) {
        write(page.hasSuffix("\n") ? page : page + "\n", to: STDOUT_FILENO)
    }

    /// A message: whatever it names cannot steer the terminal.
    static func error(_ text: String) {
        error(styled: "\(text)")
    }

    /// The same with styles. It has a label, since a text with a style in it is a `String` too, and a wrong one.
    static func error(styled text: StyledText) {
        write(text.text.hasSuffix("\n") ? text.text : text.text + "\n", to: STDERR_FILENO)
    }

    /// A piece of a line, as it is.
    static func progress(_ text: String) {
        write(text, to: STDERR_FILENO)
    }

    static func report(_ error: MilieuError) {
        let language = spoken
        for finding in error.findings {
            Console.error(styled: line(for: finding, coloured: errorIsColoured, language))
        }
        let place = error.place.map { "\($0.text(language))\(language == .french ? "\u{A0}: " : ": ")" } ?? ""
        Console.error(styled: "\(styled("milieu: ", .bold, errorIsColoured))\(place)\(error.statement.text(language))")
        if !error.advice.isEmpty { Console.error("  " + error.advice.text(language)) }
    }

    /// A finding on two lines: what and where, then what to do.
    static func line(for finding: Finding, coloured: Bool, _ language: Language = Console.spoken) -> StyledText {
        let style: Style =
            switch finding.severity {
            case .error: .red
            case .warning: .yellow
            case .note: .blue
            }
        let head = styled(finding.severity.name.text(language), style, coloured)
        let colon = language == .french ? "\u{A0}:" : ":"
        let code = styled("[\(finding.code)]", .dim, coloured)
        return
            "\(head) \(finding.place.text(language))\(colon) \(finding.statement.text(language)) \(code)\n    \(finding.advice.text(language))"
    }

    static func styled(_ text: String, _ style: Style, _ coloured: Bool) -> StyledText {
        StyledText(text, style.rawValue, isStyled: coloured)
    }

    /// Columns of the terminal; what a page holds where there is none.
    static var outputWidth: Int {
        var size = winsize()
        guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 160 }
        return max(60, Int(size.ws_col))
    }

    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }
    static var wantsNoColour: Bool { environment("NO_COLOR").map { !$0.isEmpty } ?? false }
    /// A terminal that says that it knows no control sequences.
    static var isDumb: Bool { environment("TERM").map { $0.isEmpty || $0 == "dumb" } ?? true }
    private static var errorIsColoured: Bool { errorIsTerminal && !wantsNoColour && !isDumb }
    /// Whether somebody sits there who can answer.
    static var canAsk: Bool { isatty(STDIN_FILENO) == 1 && errorIsTerminal }

    /// The language of the person's system, as POSIX has it: the first of these variables that says anything decides.
    static var language: Language {
        let word = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap(environment).first { !$0.isEmpty } ?? ""
        let name = word.prefix { $0 != "_" && $0 != "." && $0 != "@" }
        return Language(rawValue: name.lowercased()) ?? .english
    }

    /// The language of what is said before the options are read, or where they cannot be: that of `--lang`, if it
    /// stands there, else the system's.
    static let spoken: Language = {
        let words = CommandLine.arguments
        // The last one counts, as it does where the options are read.
        for (place, word) in words.enumerated().dropFirst().reversed() where word.hasPrefix("--lang") {
            let value =
                word == "--lang" ? words.dropFirst(place + 1).first ?? "" : String(word.dropFirst("--lang=".count))
            if let language = Language(rawValue: value) { return language }
        }
        return language
    }()

    private static func environment(_ name: String) -> String? {
        // Sound: the text is copied at once, and nothing in the program changes the environment.
        unsafe getenv(name).map { unsafe String(cString: $0) }
    }

    /// Writes all of it; a closed pipe (`| head`) ends the program quietly, anything else is said.
    private static func write(_ text: String, to descriptor: Int32) {
        let failure = SystemCall.writeAll(descriptor, Array(text.utf8))
        guard failure != 0 else { return }
        if descriptor == STDOUT_FILENO, failure != EPIPE {
            let why = SystemCall.message(failure)
            let words = Bilingual(
                en: "milieu: standard output: not all could be written (\(why.en)).\n",
                fr: "milieu: sortie standard\u{A0}: tout n'a pas pu être écrit (\(why.fr)).\n")
            _ = SystemCall.writeAll(STDERR_FILENO, Array(words.spoken.utf8))
        }
        _exit(failure == EPIPE ? 0 : 3)
    }
}
