import ArgumentParser
import Milieu

extension Bilingual {
    /// The text in the language of this call, for what is said before the options are read: help above all.
    var spoken: String { text(Console.spoken) }
}

extension ArgumentHelp {
    /// What the help says of an argument, in the language of this call.
    init(en: String, fr: String, valueName: String? = nil) {
        self.init(stringLiteral: Bilingual(en: en, fr: fr).spoken)
        self.valueName = valueName
    }
}
