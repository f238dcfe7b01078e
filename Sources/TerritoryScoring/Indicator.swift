import Vocabulary

/// The declaration of a scoring indicator: everything that tables, pages and the codebook say of it
/// stands here, and only here. A new one is one file in `Indicators` and one line in
/// `IndicatorCatalogue`.
public struct Indicator: Sendable, Identifiable {
    /// Lower-case ASCII snake_case; never renamed.
    public let id: String
    public let dimension: Dimension
    public let name: Bilingual
    /// LaTeX, without the dollar signs.
    public let formula: String
    /// How to read a value. Every indicator is in [0, 1], and more is more.
    public let reading: Bilingual
    public let undefined: Bilingual
    /// The tables and columns that it reads: what to fill where it is undefined.
    public let needs: Bilingual
    /// The sources of the construct; the operationalisation is Milieu's.
    public let sources: [Reference]
    /// Where nothing of it changed, nor which actors are there, the value is what it was.
    let reads: Reads
    let compute: @Sendable (Situation) -> IndicatorValue

    public var axis: Axis { dimension.axis }

    init(
        _ id: String, _ dimension: Dimension, name: Bilingual, formula: String, reading: Bilingual,
        undefined: Bilingual, needs: Bilingual, sources: [Reference], reads: Reads,
        compute: @escaping @Sendable (Situation) -> IndicatorValue
    ) {
        self.id = id
        self.dimension = dimension
        self.name = name
        self.formula = formula
        self.reading = reading
        self.undefined = undefined
        self.needs = needs
        self.sources = sources
        self.reads = reads
        self.compute = compute
    }
}

/// The parts of a territory that change apart from each other, while its actors, window and
/// perimeter stay.
struct Reads: OptionSet, Sendable, Hashable {
    let rawValue: UInt8

    static let knowledgeTies = Reads(rawValue: 1)
    /// Events of learning, and who took part.
    static let knowledgeEvents = Reads(rawValue: 2)
    /// The present ties of all other layers.
    static let interactionTies = Reads(rawValue: 4)
    /// Their dormant and potential ties.
    static let latentTies = Reads(rawValue: 8)
    /// Ties of finance, governance and membership that come from anywhere.
    static let support = Reads(rawValue: 16)
    /// All other events and the pooled resources, and who took part.
    static let interactionEvents = Reads(rawValue: 32)
    /// The kinds of the actors.
    static let kinds = Reads(rawValue: 64)
    /// The chance p of the cascade.
    static let transmission = Reads(rawValue: 128)

    static let knowledge: Reads = [.knowledgeTies, .knowledgeEvents]
    static let interaction: Reads = [.interactionTies, .interactionEvents]
    static let otherTies: Reads = [.interactionTies, .latentTies, .support]
    static let ties: Reads = .otherTies.union(.knowledgeTies)
    static let events: Reads = [.knowledgeEvents, .interactionEvents]
}

/// What an indicator found.
public struct IndicatorValue: Sendable, Hashable {
    /// In [0, 1]; nil where it is undefined.
    public var value: Double?
    /// The share of what it reads that is known.
    public var coverage: Double
    /// Why there is no value, or what to know of the one there is.
    public var reason: Bilingual?
    /// Figures shown beside it that do not enter the score.
    public var beside: [Beside]
    /// The value before it was cut to [0, 1], where chance is measured: networks that chance made
    /// differ below 0 too, and a p-value of what was cut would not be uniform over them.
    var statistic: Double?

    public struct Beside: Sendable, Hashable {
        public let id: String
        public let name: Bilingual
        public let value: Double
    }

    /// - Parameter statistic: the value before it was cut, where the caller cut it.
    static func known(
        _ value: Double, coverage: Double = 1, reason: Bilingual? = nil, beside: [Beside] = [], statistic: Double? = nil
    ) -> IndicatorValue {
        // Sums of many terms can leave the interval by a rounding.
        IndicatorValue(
            value: min(1, max(0, value)), coverage: coverage, reason: reason, beside: beside,
            statistic: statistic ?? value)
    }

    static func undefined(_ reason: Bilingual, coverage: Double = 0) -> IndicatorValue {
        IndicatorValue(value: nil, coverage: coverage, reason: reason, beside: [], statistic: nil)
    }

    /// Looked for, and not there: the one way in which an indicator is 0 for want of ties.
    static let nothingFound = known(0, reason: Reason.nothingFound)
}

/// The reasons that several indicators give.
enum Reason {
    static let nothingFound = Bilingual(
        en: "It was looked for, and nothing was found.",
        fr: "On a cherché, et rien n'a été trouvé.")
    static let noInsider = Bilingual(
        en: "No actor is known to be inside the territory.",
        fr: "Aucun acteur n'est connu comme interne au territoire.")
    static let oneInsider = Bilingual(
        en: "Fewer than two actors are inside the territory.",
        fr: "Moins de deux acteurs sont internes au territoire.")
    static let knowledgeNotSurveyed = Bilingual(
        en: "The layer \"knowledge\" is not among the surveyed ones.",
        fr: "La couche « connaissance » ne figure pas parmi celles qui ont été relevées.")
    static let tiesNotSurveyed = Bilingual(
        en: "No layer of interaction is among the surveyed ones.",
        fr: "Aucune couche d'interaction ne figure parmi celles qui ont été relevées.")
}
