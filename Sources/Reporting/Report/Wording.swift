import Tabular
import Vocabulary

/// Words and numbers as a reader of the language writes them.
struct Wording: Sendable {
    let language: Language

    init(_ language: Language) { self.language = language }

    func callAsFunction(_ en: String, _ fr: String) -> String { language == .french ? Self.held(fr) : en }
    func callAsFunction(_ text: Bilingual) -> String { self(text.en, text.fr) }

    /// French sets a space before high signs and inside quotation marks; no line breaks there.
    static func held(_ french: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in french.unicodeScalars {
            let isHigh = ":;?!»%€".unicodeScalars.contains(scalar)
            let isOpen = scalar == " " && result.last == "«"
            if isHigh, result.last == " " { result.removeLast(); result.append("\u{A0}") }
            result.append(isOpen ? "\u{A0}" : scalar)
        }
        return String(result)
    }

    static let undefined = "–"

    /// Whole numbers with thousands apart, others with three digits after the point; very small
    /// ones keep two that count.
    func number(_ value: Double?, digits: Int = 3) -> String {
        guard let value else { return Self.undefined }
        if value == value.rounded(), abs(value) < 1e15 { return count(Int(value)) }
        if abs(value) < 0.001, digits == 3 { return small(value) }
        return fixed(value, digits: abs(value) >= 1000 ? 1 : digits)
    }

    /// With three digits after the point, whole or not; what would round to 0 says that it is not.
    func padded(_ value: Double) -> String {
        guard value != 0, abs(value) < 0.0005 else { return fixed(value, digits: 3) }
        return (value > 0 ? "<\u{A0}" : ">\u{A0}−") + fixed(0.001, digits: 3)
    }

    func count(_ count: Int) -> String { Numerals(language).count(count) }

    func percent(_ share: Double, digits: Int = 0) -> String { Numerals(language).percent(share, digits: digits) }

    func signed(_ value: Double?) -> String {
        guard let value else { return Self.undefined }
        return (value > 0 ? "+" : "") + fixed(value, digits: 3)
    }

    /// "3 actors", "1 acteur".
    func counted(_ number: Int, _ en: (one: String, many: String), _ fr: (one: String, many: String)) -> String {
        let isPlural = language.isPlural(number)
        return count(number) + "\u{A0}" + self(isPlural ? en.many : en.one, isPlural ? fr.many : fr.one)
    }

    /// "6 June 2016", "juin 2016", "2016".
    func date(_ date: PartialDate) -> String {
        guard let month = date.month else { return String(date.year) }
        let name = Self.months[month - 1]
        guard let day = date.day else { return "\(self(name)) \(date.year)" }
        return self("\(day) \(name.en) \(date.year)", "\(day == 1 ? "1er" : String(day)) \(name.fr) \(date.year)")
    }

    /// "on 6 June 2016", "en juin 2016".
    func at(_ date: PartialDate) -> String {
        date.day == nil ? self("in ", "en ") + self.date(date) : self("on ", "le ") + self.date(date)
    }

    private static let months: [Bilingual] = [
        ("January", "janvier"), ("February", "février"), ("March", "mars"), ("April", "avril"), ("May", "mai"),
        ("June", "juin"), ("July", "juillet"), ("August", "août"), ("September", "septembre"), ("October", "octobre"),
        ("November", "novembre"), ("December", "décembre"),
    ].map { Bilingual(en: $0.0, fr: $0.1) }

    /// "a, b and c".
    func list(_ items: [String]) -> String {
        guard items.count > 1, let last = items.last else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + self(" and ", " et ") + last
    }

    func quoted(_ text: String) -> String { self("“\(text)”", "«\u{A0}\(text)\u{A0}»") }

    func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    private func small(_ value: Double) -> String {
        var (scaled, exponent) = (abs(value), 0)
        while scaled < 1, exponent > -308 { (scaled, exponent) = (scaled * 10, exponent - 1) }
        return (value < 0 ? "−" : "") + fixed(scaled, digits: 1) + "\u{A0}×\u{A0}10" + superscript(exponent)
    }

    private func superscript(_ exponent: Int) -> String {
        let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
        return (exponent < 0 ? "⁻" : "") + String(String(exponent.magnitude).compactMap { $0.wholeNumberValue.map { digits[$0] } })
    }

    private func fixed(_ value: Double, digits: Int) -> String { Numerals(language).fixed(value, digits: digits) }
}
