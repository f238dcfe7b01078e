import Tabular
import Vocabulary

/// Numbers as figures write them (`Numerals`), and how exactly.
enum NumberWords {
    /// With thousands apart: `20,000` in English, `20 000` in French.
    static func text(_ count: Int, _ language: Language) -> String { Numerals(language).count(count) }

    /// "1 tie", "20,000 ties".
    static func counted(_ count: Int, _ en: String, _ fr: String, _ language: Language) -> String {
        text(count, language) + " " + (language == .french ? fr : en) + (language.isPlural(count) ? "s" : "")
    }

    /// At most three significant digits after the point, with the language's decimal mark.
    static func text(_ value: Double, _ language: Language) -> String {
        if value == value.rounded(), abs(value) < 1e9 { return text(Int(value), language) }
        return Numerals(language).shortest(value, digits: abs(value) >= 100 ? 0 : abs(value) >= 1 ? 2 : 3)
    }

    /// With so many digits after the mark, zeros too: for columns and shares.
    static func rounded(_ value: Double, _ language: Language, digits: Int = 2) -> String {
        Numerals(language).fixed(value, digits: digits)
    }

    /// A p-value: three digits, and never 0.
    static func probability(_ value: Double, _ language: Language) -> String {
        value < 0.001 ? "< " + rounded(0.001, language, digits: 3) : rounded(value, language, digits: 3)
    }
}
