import Tabular
import Vocabulary

/// Numbers as a reader of the language writes them.
enum NumberWords {
    /// With thousands apart: `20,000` in English, `20 000` in French.
    static func text(_ count: Int, _ language: Language) -> String {
        let digits = String(count.magnitude)
        var groups: [Substring] = []
        var rest = Substring(digits)
        while rest.count > 3 {
            groups.insert(rest.suffix(3), at: 0)
            rest = rest.dropLast(3)
        }
        groups.insert(rest, at: 0)
        let isPlain = digits.count < 5
        let separator = isPlain ? "" : language == .french ? "\u{202F}" : ","
        return (count < 0 ? "−" : "") + groups.joined(separator: separator)
    }

    /// "1 tie", "20,000 ties".
    static func counted(_ count: Int, _ en: String, _ fr: String, _ language: Language) -> String {
        text(count, language) + " " + (language == .french ? fr : en) + (language.isPlural(count) ? "s" : "")
    }

    /// At most three significant digits after the point, with the language's decimal mark.
    static func text(_ value: Double, _ language: Language) -> String {
        if value == value.rounded(), abs(value) < 1e9 { return text(Int(value), language) }
        let digits = abs(value) >= 100 ? 0 : abs(value) >= 1 ? 2 : 3
        var text = NumberText.fixed(value, digits: digits)
        if text.contains(".") {
            while text.hasSuffix("0") { text.removeLast() }
            if text.hasSuffix(".") { text.removeLast() }
        }
        text = text.replacing("-", with: "−")
        return language == .french ? text.replacing(".", with: ",") : text
    }

    /// With so many digits after the mark, zeros too: for columns and shares.
    static func rounded(_ value: Double, _ language: Language, digits: Int = 2) -> String {
        let text = NumberText.fixed(value, digits: digits).replacing("-", with: "−")
        return language == .french ? text.replacing(".", with: ",") : text
    }

    /// A p-value: three digits, and never 0.
    static func probability(_ value: Double, _ language: Language) -> String {
        value < 0.001 ? "< " + rounded(0.001, language, digits: 3) : rounded(value, language, digits: 3)
    }
}
