/// A language that Milieu writes in.
public enum Language: String, Sendable, CaseIterable, Codable {
    case english = "en"
    case french = "fr"

    /// Whether so many of a thing are called by its plural: in French one and none are singular.
    public func isPlural(_ count: Int) -> Bool { self == .french ? count > 1 : count != 1 }
}

/// One text in the two languages of the project; neither may be missing.
public struct Bilingual: Sendable, Hashable {
    public let en: String
    public let fr: String

    public init(en: String, fr: String) {
        self.en = en
        self.fr = fr
    }

    /// The same text in both languages (a proper name, a formula, an id).
    public init(_ both: String) {
        self.init(en: both, fr: both)
    }

    public func text(_ language: Language) -> String {
        switch language {
        case .english: en
        case .french: fr
        }
    }
}
