import ArgumentParser
import Milieu

/// What every subcommand takes.
struct CommonArguments: ParsableArguments {
    @Option(help: "Language of names, notes and captions: en or fr.")
    var lang = Language.english

    @Flag(help: "Print no messages and no progress, only results and errors.")
    var quiet = false

    @Flag(help: "No colours, on a terminal either (the variable NO_COLOR does the same).")
    var noColor = false

    /// Says something on standard error, unless asked to be quiet.
    func say(_ text: String) {
        if !quiet { Console.error(text) }
    }

    func say(_ text: StyledText) {
        if !quiet { Console.error(text) }
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
