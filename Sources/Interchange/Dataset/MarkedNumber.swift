import Tabular

/// Numbers with the marks that people write beside them: `12 000 €`, `80 %`, `12,5 %`, `~6`, `1,5 M€`.
struct MarkedNumber {
    let value: Double
    /// Whether it is about so much.
    private(set) var isAbout = false
    /// Whether it is so many of a hundred, of which `value` is the share.
    private(set) var isPerCent = false

    /// Nil for what is no number with such a mark; a comma with three digits behind it may be a decimal or set
    /// thousands apart, and is read only where the table has decimal commas.
    init?(_ text: String, decimalComma: Bool) {
        var text = TrimmedText.of(text)
        guard text.utf8.count <= 60 else { return nil }
        if let rest = DateText.behindAbout(text) {
            text = rest
            isAbout = true
        }
        var factor = 1.0
        for (mark, times) in Self.marks
        where text.lowercased().hasSuffix(mark) || (times == 1 && text.lowercased().hasPrefix(mark)) {
            text =
                text.lowercased().hasSuffix(mark)
                ? String(text.dropLast(mark.count)) : String(text.dropFirst(mark.count))
            factor = times
            isPerCent = mark == "%"
            break
        }
        let isMarked = isAbout || factor != 1 || text.contains { " \u{A0}\u{202F}".contains($0) } || text.isEmpty
        let plain = Self.trimmed(text)
        guard plain != "", let number = Self.number(plain, decimalComma: decimalComma || isMarked) else { return nil }
        // One division rounds once: 12.5 % is 0.125.
        value = factor == 0.01 ? number / 100 : number * factor
        guard value.isFinite else { return nil }
    }

    /// Behind a number, or before it where it says nothing of its size; the longer first.
    private static let marks: [(String, Double)] = [
        ("millions d'euros", 1e6), ("m€", 1e6), ("k€", 1e3), ("euros", 1), ("euro", 1), ("eur", 1), ("€", 1),
        ("%", 0.01),
    ]

    private static func trimmed(_ text: String) -> String {
        let spaces: Set<Character> = [" ", "\u{A0}", "\u{202F}", "\t"]
        return String(text.drop { spaces.contains($0) }.reversed().drop { spaces.contains($0) }.reversed())
    }

    /// `1.234,5` and `1,234.5`: of two marks the last is that of the decimals, and the others set thousands apart.
    private static func grouped(_ text: String) -> Double? {
        guard let last = text.lastIndex(where: { $0 == "." || $0 == "," }) else { return nil }
        let (whole, mark) = (text[..<last], text[last])
        let groups = whole.split(separator: mark == "." ? "," : ".", omittingEmptySubsequences: false)
        let digits = groups.enumerated().allSatisfy { place, group in
            let isLong = place == 0 ? (1...3).contains(group.drop { $0 == "-" }.count) : group.count == 3
            return isLong && group.drop { place == 0 && $0 == "-" }.allSatisfy { $0.isASCII && $0.isNumber }
        }
        guard groups.count > 1, digits else { return nil }
        return CSVNumber.double(groups.joined() + "." + text[text.index(after: last)...])
    }

    private static func number(_ text: String, decimalComma: Bool) -> Double? {
        if let number = CSVNumber.double(text) ?? grouped(text) { return number }
        guard decimalComma else { return nil }
        return CSVNumber.double(text, decimalComma: true)
    }
}
