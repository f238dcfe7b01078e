import NetworkModel
import Tabular
import Vocabulary

/// Dates as people write them, beside the three forms of `PartialDate`.
struct DateText {
    enum Form: Equatable {
        /// `2007-04-15T00:00:00`, `2007/04/15`, `2007.0`: there is one way to read it.
        case other
        /// `15/04/2007`, `04/2007`: the day cannot be a month.
        case dayFirst
        /// `04/05/2007`: the day could be a month.
        case ambiguous
        /// `avril 2007`, `15 April 2007`.
        case words
        /// `~2007`, `vers 2007`: about.
        case about
    }

    let date: PartialDate
    let form: Form

    /// Nil for what is no date. Of day and month the day is read first, as in French.
    init?(_ text: String) {
        let text = TrimmedText.of(text)
        guard text.utf8.count <= 40 else { return nil }
        if let plain = Self.plain(text) {
            self.init(plain, .other)
        } else if let (date, form) = Self.digits(text) {
            self.init(date, form)
        } else if let date = Self.words(text) {
            self.init(date, .words)
        } else if let rest = Self.behindAbout(text),
            let date = PartialDate(rest) ?? Self.words(rest) ?? Self.digits(rest)?.0
        {
            self.init(date, .about)
        } else {
            return nil
        }
    }

    /// Whether it says, where an end is asked for, that there is none yet.
    static func isOpenEnd(_ text: String) -> Bool { openEnds.contains(FoldedWord.of(text)) }

    private static let openEnds: Set = [
        "encours", "enactivite", "aujourdhui", "present", "apresent", "cejour", "acejour", "maintenant", "actuel",
        "actuellement", "ongoing", "today", "now", "current", "currently", "open", "topresent",
    ]

    private init(_ date: PartialDate, _ form: Form) { (self.date, self.form) = (date, form) }

    /// A date with a time behind it, which is left out; a year that a program made a decimal number; strokes.
    private static func plain(_ text: String) -> PartialDate? {
        if let date = PartialDate(text) { return date }
        if text.utf8.count > 10, let mark = text.dropFirst(10).first, mark == "T" || mark == " ",
            text.dropFirst(11).allSatisfy({ "0123456789:.,+-Z".contains($0) })
        {
            return PartialDate(text.prefix(10))
        }
        if text.utf8.count == 6, text.hasSuffix(".0") { return PartialDate(text.prefix(4)) }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count > 1 && parts[0].utf8.count == 4 ? PartialDate(parts.map(two).joined(separator: "-")) : nil
    }

    private static func two(_ part: Substring) -> String { part.utf8.count == 1 ? "0" + part : String(part) }

    private static func number(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { (48...57).contains($0) } && text.utf8.count <= 4 ? Int(text) : nil
    }

    /// `15/04/2007`, `04/2007`; a point or a hyphen will do for the stroke.
    private static func digits(_ text: String) -> (PartialDate, Form)? {
        for separator: Character in ["/", ".", "-"] {
            let parts = text.split(separator: separator, omittingEmptySubsequences: false)
            guard (2...3).contains(parts.count), let last = parts.last, last.utf8.count == 4 else { continue }
            let numbers = parts.compactMap(number)
            guard numbers.count == parts.count else { return nil }
            if numbers.count == 2 { return PartialDate(year: numbers[1], month: numbers[0]).map { ($0, .dayFirst) } }
            let isAmbiguous = numbers[0] <= 12 && numbers[1] <= 12 && numbers[0] != numbers[1]
            return PartialDate(year: numbers[2], month: numbers[1], day: numbers[0])
                .map { ($0, isAmbiguous ? .ambiguous : .dayFirst) }
        }
        return nil
    }

    /// `15 avril 2007`, `1er mars 2007`, `April 2007`, `avr. 2007`, `avr-07` not: the century would be a guess.
    private static func words(_ text: some StringProtocol) -> PartialDate? {
        let parts = text.split { $0 == " " || $0 == "," || $0 == "\u{A0}" || $0 == "-" || $0 == "." }
        guard (2...3).contains(parts.count), let last = parts.last, last.utf8.count == 4, let year = Int(last),
            number(Substring(last)) != nil
        else { return nil }
        let rest = parts.dropLast().map { FoldedWord.of($0) }
        guard let place = rest.firstIndex(where: { month($0) != nil }), let month = month(rest[place]) else {
            return nil
        }
        guard rest.count == 2 else { return PartialDate(year: year, month: month) }
        var day = rest[1 - place]
        for ending in ["er", "st", "nd", "rd", "th"] where day.hasSuffix(ending) { day.removeLast(2) }
        return number(Substring(day)).flatMap { PartialDate(year: year, month: month, day: $0) }
    }

    private static func month(_ word: String) -> Int? {
        guard word.utf8.count >= 3 else { return nil }
        return months.firstIndex { names in names.contains { $0 == word || ($0.hasPrefix(word) && isAlone(word)) } }.map
        { $0 + 1 }
    }

    /// Whether a shortened name is that of one month only.
    private static func isAlone(_ word: String) -> Bool {
        months.count { names in names.contains { $0.hasPrefix(word) } } == 1
    }

    private static let months = [
        ["janvier", "january"], ["fevrier", "february"], ["mars", "march"], ["avril", "april"], ["mai", "may"],
        ["juin", "june"], ["juillet", "july"], ["aout", "august"], ["septembre", "september"], ["octobre", "october"],
        ["novembre", "november"], ["decembre", "december"],
    ]

    /// What follows `~`, `≈`, `vers`, `environ`, `c.`, `about`; nil where none of them is there.
    static func behindAbout(_ text: String) -> String? {
        for word in ["~", "≈", "vers ", "environ ", "env. ", "ca. ", "c. ", "circa ", "about ", "around "]
        where text.lowercased().hasPrefix(word) {
            return TrimmedText.of(String(text.dropFirst(word.count)))
        }
        return nil
    }
}
