import Milieu

/// The argument parser's own words, which it has in English alone: the frame of its help and what it says of a wrong
/// call. What we say of each option is in both languages where it is declared.
enum ParserWords {
    /// A line of the parser's in both languages; `%` stands for what is the call's own.
    struct Phrase {
        let en: String
        let fr: String

        /// The French of a line that has this form; nil where it has another.
        func translated(_ line: Substring) -> String? {
            let pieces = en.split(separator: "%", omittingEmptySubsequences: false)
            guard line.hasPrefix(pieces[0]) else { return nil }
            var rest = line.dropFirst(pieces[0].count)
            var values: [Substring] = []
            for (place, piece) in pieces.enumerated().dropFirst() {
                let isLast = place == pieces.count - 1
                guard let end = isLast ? Self.end(of: rest, before: piece) : Self.place(of: piece, in: rest) else {
                    return nil
                }
                values.append(rest[..<end])
                rest = rest[end...].dropFirst(piece.count)
            }
            guard rest.isEmpty else { return nil }
            let words = fr.split(separator: "%", omittingEmptySubsequences: false)
            return zip(words, values + [""]).map { $0 + $1 }.joined()
        }

        private static func place(of piece: Substring, in text: Substring) -> Substring.Index? {
            text.indices.first { text[$0...].hasPrefix(piece) }
        }

        private static func end(of text: Substring, before piece: Substring) -> Substring.Index? {
            text.hasSuffix(piece) ? text.index(text.endIndex, offsetBy: -piece.count) : nil
        }
    }

    /// What the parser says of a wrong call, or as help, in the language of this call.
    static func spoken(_ text: String) -> String {
        guard Console.spoken == .french else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map(french).joined(separator: "\n")
    }

    private static func french(_ line: Substring) -> String {
        let content = line.drop { $0 == " " }
        let indent = String(line.prefix(line.count - content.count))
        for phrase in phrases {
            if let words = phrase.translated(content) { return indent + words }
        }
        if indent.isEmpty {
            // The title of a section of options.
            let isTitle = content.hasSuffix(":") && content.uppercased() == content
            return isTitle ? content.dropLast() + "\u{A0}:" : String(content)
        }
        return indent + notes(of: content)
    }

    /// What stands behind an option's help.
    private static func notes(of content: Substring) -> String {
        var words = String(content)
        for (en, fr) in endings where words.hasSuffix(en) { words = words.dropLast(en.count) + fr }
        for (en, fr) in marks {
            guard let place = words.indices.first(where: { words[$0...].hasPrefix(en) }) else { continue }
            words = words[..<place] + fr + words[place...].dropFirst(en.count)
        }
        // A line may break before the mark.
        return words.hasPrefix("default:") ? "par défaut\u{A0}:" + words.dropFirst("default:".count) : words
    }

    private static let endings = [
        ("Show the version.", "Afficher la version."), ("Show help information.", "Afficher cette aide."),
    ]

    private static let marks = [
        ("(values:", "(valeurs\u{A0}:"), ("(default:", "(par défaut\u{A0}:"),
        ("; default:", "\u{A0}; par défaut\u{A0}:"), ("(default as flag:", "(par défaut\u{A0}:"),
    ]

    /// The longer ones first, since a shorter one takes in their ends.
    static let phrases = [
        Phrase(en: "OVERVIEW: %", fr: "APERÇU\u{A0}: %"),
        Phrase(en: "USAGE: %", fr: "USAGE\u{A0}: %"),
        Phrase(en: "Usage: %", fr: "Usage\u{A0}: %"),
        Phrase(en: "SUBCOMMANDS:", fr: "SOUS-COMMANDES\u{A0}:"),
        Phrase(en: "See '%' for more information.", fr: "Voir '%' pour en savoir plus."),
        Phrase(en: "See '%' for detailed help.", fr: "Voir '%' pour l'aide détaillée."),
        Phrase(en: "Help:  %", fr: "Aide\u{A0}:  %"),
        Phrase(
            en: "Error: Unknown option '%'. Did you mean '%'?",
            fr: "Erreur\u{A0}: option inconnue '%'. Vouliez-vous dire '%'\u{A0}?"),
        Phrase(en: "Error: Unknown option '%'", fr: "Erreur\u{A0}: option inconnue '%'"),
        Phrase(en: "Error: Missing value for '%'", fr: "Erreur\u{A0}: il manque une valeur à '%'"),
        Phrase(en: "or: Missing value for '%' in '%'", fr: "ou\u{A0}: il manque une valeur à '%' dans '%'"),
        Phrase(
            en: "Error: The option '%' does not take any value, but '%' was specified.",
            fr: "Erreur\u{A0}: l'option '%' ne prend pas de valeur, mais '%' a été donné."),
        Phrase(en: "Error: Unexpected argument '%'", fr: "Erreur\u{A0}: argument inattendu '%'"),
        Phrase(en: "Error: % unexpected arguments: '%'", fr: "Erreur\u{A0}: % arguments inattendus\u{A0}: '%'"),
        Phrase(
            en: "Error: Value to be set with flag '%' had already been set with flag '%'",
            fr: "Erreur\u{A0}: ce que fixe '%' a déjà été fixé par '%'"),
        Phrase(en: "Error: Invalid option: %", fr: "Erreur\u{A0}: option invalide\u{A0}: %"),
        Phrase(en: "Error: Missing required subcommand.", fr: "Erreur\u{A0}: il manque une sous-commande."),
        Phrase(en: "Error: Missing expected argument '%'", fr: "Erreur\u{A0}: il manque l'argument '%'"),
        Phrase(en: "Error: Missing one of: '%'", fr: "Erreur\u{A0}: il manque l'un de\u{A0}: '%'"),
        Phrase(
            en: "Error: The value '%' is invalid for '%'. Please provide one of the following:",
            fr: "Erreur\u{A0}: la valeur '%' est invalide pour '%'. Indiquez l'une de celles-ci\u{A0}:"),
        Phrase(
            en: "Error: The value '%' is invalid for '%'. Please provide one of '%' or '%'.",
            fr: "Erreur\u{A0}: la valeur '%' est invalide pour '%'. Indiquez l'une de '%' ou '%'."),
        Phrase(
            en: "Error: The value '%' is invalid for '%'. Please provide one of '%' and '%'.",
            fr: "Erreur\u{A0}: la valeur '%' est invalide pour '%'. Indiquez l'une de '%' et '%'."),
        Phrase(
            en: "Error: The value '%' is invalid for '%'", fr: "Erreur\u{A0}: la valeur '%' est invalide pour '%'"),
        Phrase(
            en: "Error: Can't generate completion scripts for '%'.",
            fr: "Erreur\u{A0}: aucun script de complétion ne peut être fait pour '%'."),
        Phrase(
            en: "Error: Can't autodetect a supported shell.",
            fr: "Erreur\u{A0}: aucun interpréteur de commandes connu n'a été reconnu."),
        Phrase(
            en: "Please use --generate-completion-script=<shell> with one of:",
            fr: "Écrivez --generate-completion-script=<shell> avec l'un de\u{A0}:"),
    ]
}
