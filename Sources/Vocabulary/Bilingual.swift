/// A language that Milieu writes in.
public enum Language: String, Sendable, CaseIterable, Codable {
    /// Also the language of errors where they are only a `String`. The raw value is the word behind `--lang`.
    case english = "en"
    /// Figures and texts for readers then have a decimal comma; tables for programs keep the point.
    case french = "fr"

    /// Whether so many of a thing are called by its plural: in French one and none are singular.
    public func isPlural(_ count: Int) -> Bool { self == .french ? count > 1 : count != 1 }

    /// What stands between a name and what is said of it: in French behind a space that does not break.
    public var colon: String { self == .french ? "\u{A0}: " : ": " }
    /// What stands between parts of a sentence that have commas of their own.
    public var semicolon: String { self == .french ? "\u{A0}; " : "; " }
}

/// One text in the two languages of the project; neither may be missing.
public struct Bilingual: Sendable, Hashable {
    /// The text in English.
    public let en: String
    /// The text in French.
    public let fr: String

    /// Both texts; each may hold what the other language does not need, but neither is empty.
    public init(en: String, fr: String) {
        self.en = en
        self.fr = fr
    }

    /// The same text in both languages (a proper name, a formula, an id).
    public init(_ both: String) {
        self.init(en: both, fr: both)
    }

    /// The text in one of the languages.
    public func text(_ language: Language) -> String {
        switch language {
        case .english: en
        case .french: fr
        }
    }

    /// No text, where a message says all and leaves no remedy.
    public static let empty = Bilingual("")

    /// Whether nothing is said.
    public var isEmpty: Bool { en.isEmpty }

    /// One text behind the other, each in its language.
    public static func + (first: Bilingual, second: Bilingual) -> Bilingual {
        Bilingual(en: first.en + second.en, fr: first.fr + second.fr)
    }
}

extension Sequence where Element == Bilingual {
    /// The texts in a row, in each language.
    public func joined(separator: String = "") -> Bilingual {
        Bilingual(en: map(\.en).joined(separator: separator), fr: map(\.fr).joined(separator: separator))
    }

    /// The texts with semicolons between them, in each language as it writes these.
    public func joinedBySemicolons() -> Bilingual {
        Bilingual(
            en: map(\.en).joined(separator: Language.english.semicolon),
            fr: map(\.fr).joined(separator: Language.french.semicolon))
    }
}

extension DefaultStringInterpolation {
    /// A count and the noun that goes with it in English: `1 row`, `0 rows`.
    public mutating func appendInterpolation(_ count: Int, en one: String, _ many: String) {
        appendLiteral("\(count) \(Language.english.isPlural(count) ? many : one)")
    }

    /// A count and the noun that goes with it in French: `0 ligne`, `2 lignes`.
    public mutating func appendInterpolation(_ count: Int, fr one: String, _ many: String) {
        appendLiteral("\(count)\u{A0}\(Language.french.isPlural(count) ? many : one)")
    }

    /// A text in two languages stands in neither: name `.en` or `.fr`.
    @available(*, unavailable, message: "say which language: .en or .fr")
    public mutating func appendInterpolation(_ text: Bilingual) {}
}
