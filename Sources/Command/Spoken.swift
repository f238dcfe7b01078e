import ArgumentParser
import Milieu

extension Bilingual {
    /// The text in the language of this call, for what is said before the options are read: help above all.
    var spoken: String { text(Console.spoken) }

    /// The text with commands behind it that show what it tells, one a line: they are the same in both languages.
    func withExamples(_ commands: String) -> Bilingual {
        let list = commands.split(separator: "\n", omittingEmptySubsequences: false).map { "\n  " + $0 }.joined()
        return self + Bilingual(en: "\n\nExamples:" + list, fr: "\n\nExemples\u{A0}:" + list)
    }
}

extension ArgumentHelp {
    /// What the help says of an argument, in the language of this call.
    init(en: String, fr: String, valueName: String? = nil) {
        self.init(stringLiteral: Bilingual(en: en, fr: fr).spoken)
        self.valueName = valueName
    }
}
