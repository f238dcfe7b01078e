/// A language that Milieu writes in.
public enum Language: String, Sendable, CaseIterable, Codable {
    /// Also the language of errors and findings, whatever is asked for. The raw value is the word behind `--lang`.
    case english = "en"
    /// Figures and texts for readers then have a decimal comma; tables for programs keep the point.
    case french = "fr"

    /// Whether so many of a thing are called by its plural: in French one and none are singular.
    public func isPlural(_ count: Int) -> Bool { self == .french ? count > 1 : count != 1 }
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
}
