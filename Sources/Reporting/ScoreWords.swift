import Tabular
import Vocabulary

/// How the pages of a score write: two languages, numbers, plurals, and lines that fit a terminal.
struct ScoreWords: Sendable {
    let language: Language
    let isStyled: Bool
    /// Columns of the page.
    static let width = 96

    func callAsFunction(_ en: String, _ fr: String) -> String { language == .french ? fr : en }

    func title(_ text: String) -> String {
        let text = Excerpt.printable(text)
        return isStyled ? "\u{1B}[1m\(text)\u{1B}[0m" : text + "\n" + String(repeating: "─", count: DisplayWidth.of(text))
    }

    func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    // MARK: Numbers

    /// Two digits after the point; a dash where undefined.
    func number(_ value: Double?, digits: Int = 2) -> String {
        value.map { Numerals(language).fixed($0, digits: digits) } ?? "–"
    }

    func signed(_ value: Double?, digits: Int = 3) -> String {
        guard let value else { return "–" }
        let text = number(value, digits: digits)
        if text.hasPrefix("−") { return text }
        return text.contains { ("1"..."9").contains($0) } ? "+" + text : text
    }

    func percent(_ value: Double) -> String { Numerals(language).percent(value) }

    func range(_ low: Double?, _ high: Double?, digits: Int = 2) -> String {
        low == nil && high == nil ? "–" : "\(number(low, digits: digits))–\(number(high, digits: digits))"
    }

    /// A range of differences, which may be negative.
    func signedRange(_ low: Double, _ high: Double) -> String {
        self("\(signed(low)) to \(signed(high))", "\(signed(low)) à \(signed(high))")
    }

    func whole(_ count: Int) -> String { Numerals(language).count(count) }

    /// In English everything but 1 is plural, in French everything from 2 on.
    func count(_ count: Int, _ en: (one: String, many: String), _ fr: (one: String, many: String)) -> String {
        let noun = language == .french ? (count < 2 ? fr.one : fr.many) : (count == 1 ? en.one : en.many)
        return "\(whole(count)) \(noun)"
    }

    func ties(_ number: Int) -> String { count(number, ("tie", "ties"), ("lien", "liens")) }
    func events(_ number: Int) -> String { count(number, ("event", "events"), ("événement", "événements")) }

    /// `a, b and c`.
    func list(_ parts: [String]) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + self(" and ", " et ") + last
    }

    /// 6 June 2016, June 2016, 2016.
    func date(_ date: PartialDate) -> String {
        guard let month = date.month else { return String(date.year) }
        let name = self(Self.months[month - 1].en, Self.months[month - 1].fr)
        guard let day = date.day else { return "\(name) \(date.year)" }
        return "\(language == .french && day == 1 ? "1er" : String(day)) \(name) \(date.year)"
    }

    private static let months: [(en: String, fr: String)] = [
        ("January", "janvier"), ("February", "février"), ("March", "mars"), ("April", "avril"), ("May", "mai"),
        ("June", "juin"), ("July", "juillet"), ("August", "août"), ("September", "septembre"),
        ("October", "octobre"), ("November", "novembre"), ("December", "décembre"),
    ]

    // MARK: Lines

    func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
    }

    func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - DisplayWidth.of(text))) + text
    }

    /// Lines of at most `width` columns, broken between words; a longer word has a line of its own.
    func wrapped(_ text: String, indent: Int = 0, width: Int = ScoreWords.width) -> [String] {
        let margin = String(repeating: " ", count: indent)
        var lines: [String] = []
        var line = ""
        for word in Excerpt.printable(text).split(separator: " ") {
            if !line.isEmpty, indent + DisplayWidth.of(line) + 1 + DisplayWidth.of(String(word)) > width {
                lines.append(margin + line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return line.isEmpty ? lines : lines + [margin + line]
    }

    /// A name and what stands behind it in columns; a name too long for its column is wrapped, and the
    /// columns stand behind its last line.
    func row(_ name: String, indent: Int, width: Int, _ columns: String) -> [String] {
        var lines = wrapped(name, indent: indent, width: width)
        let last = lines.popLast() ?? ""
        return lines + [trimmed(padded(last, width) + columns)]
    }

    func trimmed(_ line: String) -> String {
        String(line.reversed().drop { $0 == " " }.reversed())
    }
}
