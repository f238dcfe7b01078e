import Vocabulary

/// How a layer of ties, the events or the pooled resources were looked at: what an absence means.
public struct Survey: Sendable, Hashable {
    public enum How: String, Sendable, CaseIterable, Codable {
        /// All was looked at: what has no row is not there.
        case census
        /// Who was asked named partners on a list of all actors inside: a pair of which neither end was asked is
        /// unknown.
        case roster
        /// Who was asked named partners from memory: a partner who was not named may have been forgotten.
        case recall
        /// Documents report what is there and never what is not: all that has no row is unknown.
        case documents

        public var name: Bilingual {
            switch self {
            case .census: Bilingual(en: "census", fr: "recensement")
            case .roster: Bilingual(en: "roster", fr: "liste")
            case .recall: Bilingual(en: "recall", fr: "rappel")
            case .documents: Bilingual(en: "documents", fr: "documents")
            }
        }

        /// Other words that are read as it.
        public var alsoSaid: [String] {
            switch self {
            case .census: ["exhaustif", "exhaustive", "complet", "complete", "tout"]
            case .roster: ["liste nominative", "list"]
            case .recall: ["de mémoire", "mémoire", "rappel libre", "free recall"]
            case .documents: ["document", "archives"]
            }
        }
    }

    /// Which partners of the actors inside were asked for.
    public enum Scope: String, Sendable, CaseIterable, Codable {
        case inside, outside, all

        public var name: Bilingual {
            switch self {
            case .inside: Bilingual(en: "inside", fr: "intérieur")
            case .outside: Bilingual(en: "outside", fr: "extérieur")
            case .all: Bilingual(en: "all", fr: "tout")
            }
        }

        /// Other words that are read as it.
        public var alsoSaid: [String] {
            switch self {
            case .inside: ["intérieurs", "interne", "dedans"]
            case .outside: ["extérieurs", "externe", "dehors"]
            case .all: ["tous", "les deux", "both"]
            }
        }
    }

    public var how: How
    public var scope: Scope
    /// For documents the share of what is there that they tell, for recall the chance that a partner is named, as far
    /// as it is known; nil: the method's own range.
    public var share: ClosedRange<Double>?

    public init(_ how: How, scope: Scope = .all, share: ClosedRange<Double>? = nil) {
        (self.how, self.scope, self.share) = (how, scope, share)
    }

    public static let census = Survey(.census)

    public var asksInside: Bool { scope != .outside }
    public var asksOutside: Bool { scope != .inside }
}

/// How many actors are inside, where the list of actors is not all of them.
public struct Population: Sendable, Hashable {
    /// In all; nil where only kinds are told.
    public var total: Int?
    /// By kind of actor.
    public var byKind: [String: Int]
    /// Where the numbers come from.
    public var source: String?

    public init(total: Int? = nil, byKind: [String: Int] = [:], source: String? = nil) {
        (self.total, self.byKind, self.source) = (total, byKind, source)
    }
}
