import ArgumentParser
import Milieu

/// What every subcommand takes.
struct CommonArguments: ParsableArguments {
    @Option(
        name: .customLong("lang"),
        help: "Language of names, notes and captions: en or fr (default: that of LC_ALL, LC_MESSAGES or LANG, else en)."
    )
    var chosenLanguage: Language?

    @Flag(help: "Print no messages and no progress, only results and errors.")
    var quiet = false

    @Flag(help: "No colours, on a terminal either (the variable NO_COLOR does the same).")
    var noColor = false

    @Flag(help: "Say how far long work is, line by line, where standard error is no terminal, too.")
    var progress = false

    /// The language that was asked for, or else that of the person's system.
    var lang: Language { chosenLanguage ?? Console.language }

    /// Says something on standard error, unless asked to be quiet.
    func say(_ text: String) {
        if !quiet { Console.error(text) }
    }

    func say(styled text: StyledText) {
        if !quiet { Console.error(styled: text) }
    }

    func say(_ en: String, _ fr: String) {
        say(Bilingual(en: en, fr: fr).text(lang))
    }

    func coloured(onOutput: Bool) -> Bool {
        let terminal = onOutput ? Console.outputIsTerminal : Console.errorIsTerminal
        return terminal && !noColor && !Console.wantsNoColour && !Console.isDumb
    }
}

extension Language: ExpressibleByArgument {}

/// A list in one argument, separated by commas: `-m degree,closeness`.
struct CommaList: ExpressibleByArgument {
    let items: [String]

    init?(argument: String) {
        items = argument.split(separator: ",").map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }.filter { !$0.isEmpty }
        if items.isEmpty { return nil }
    }
}
