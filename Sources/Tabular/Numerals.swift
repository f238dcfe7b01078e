import Vocabulary

/// Numbers as a reader of the language writes them, on every page: reports, scores, methods texts, captions.
///
/// The mark before decimals is a point in English and a comma in French; thousands stand apart from five digits on
/// (so that no year is torn), by a comma or by a narrow space that no line breaks; a per cent sign has a space before
/// it; a minus is a minus. Tables for programs (CSV, JSON) write numbers by `NumberText` alone.
public struct Numerals: Sendable {
    /// Whose marks and signs they are.
    public let language: Language

    /// Numbers for readers of a language.
    public init(_ language: Language) { self.language = language }

    /// `4000`, `20,000` or `20 000`.
    public func count(_ count: Int) -> String { (count < 0 ? "−" : "") + apart(String(count.magnitude)) }

    /// With so many digits after the mark, zeros too.
    ///
    /// - Precondition: the value is finite, and there are at most 15 digits.
    public func fixed(_ value: Double, digits: Int) -> String {
        var text = NumberText.fixed(value, digits: digits)
        let isNegative = text.hasPrefix("-")
        if isNegative { text.removeFirst() }
        let parts = text.split(separator: ".", maxSplits: 1).map(String.init)
        let whole = parts[0].allSatisfy(\.isNumber) ? apart(parts[0]) : parts[0]
        return (isNegative ? "−" : "") + whole + (parts.count > 1 ? mark + parts[1] : "")
    }

    /// The same without zeros at the end.
    public func shortest(_ value: Double, digits: Int) -> String {
        var text = fixed(value, digits: digits)
        guard text.contains(mark), digits > 0 else { return text }
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(mark) { text.removeLast() }
        return text
    }

    /// A share in per cent; one that is neither none nor all is not printed as if it were.
    ///
    /// - Parameter share: from 0 to 1.
    public func percent(_ share: Double, digits: Int = 0) -> String {
        var least = 1.0
        for _ in 0..<digits { least /= 10 }
        let sign = language == .french ? "\u{A0}%" : " %"
        if share > 0, share * 100 < least / 2 { return "< " + fixed(least, digits: digits) + sign }
        if share < 1, share * 100 > 100 - least / 2 { return "> " + fixed(100 - least, digits: digits) + sign }
        return fixed(share * 100, digits: digits) + sign
    }

    private var mark: String { language == .french ? "," : "." }

    /// Digits with the thousands apart.
    private func apart(_ digits: String) -> String {
        guard digits.count > 4 else { return digits }
        var groups: [Substring] = []
        var rest = digits[...]
        while rest.count > 3 {
            groups.insert(rest.suffix(3), at: 0)
            rest = rest.dropLast(3)
        }
        groups.insert(rest, at: 0)
        return groups.joined(separator: language == .french ? "\u{202F}" : ",")
    }
}
