import Vocabulary

/// How a layer of ties, the events or the pooled resources were looked at: what an absence means.
public struct Survey: Sendable, Hashable {
    /// The way of looking, and with it what the absence of a row means.
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

        /// What codebooks and guides call it.
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
        /// Partners inside the territory, outside of it, or both.
        case inside, outside, all

        /// What codebooks and guides call it.
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

    /// What the absence of a row means.
    public var how: How
    /// On which sides an absence means anything.
    public var scope: Scope
    /// For documents the share of what is there that they tell, for recall the chance that a partner is named, as far
    /// as it is known; nil: the method's own range.
    public var share: ClosedRange<Double>?

    /// Without a scope, partners on both sides were asked for.
    public init(_ how: How, scope: Scope = .all, share: ClosedRange<Double>? = nil) {
        (self.how, self.scope, self.share) = (how, scope, share)
    }

    /// All was looked at, on both sides of the perimeter: what a dataset that lists layers without a word says.
    public static let census = Survey(.census)

    /// Whether partners inside were asked for.
    public var asksInside: Bool { scope != .outside }
    /// Whether partners outside were asked for.
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

    /// What is not given is not known.
    public init(total: Int? = nil, byKind: [String: Int] = [:], source: String? = nil) {
        (self.total, self.byKind, self.source) = (total, byKind, source)
    }
}
