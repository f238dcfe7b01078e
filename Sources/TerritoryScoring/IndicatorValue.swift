import Vocabulary

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

    /// A figure that helps to read the value.
    public struct Beside: Sendable, Hashable {
        /// Lower-case ASCII snake_case, as tables have it.
        public let id: String
        /// What pages call it.
        public let name: Bilingual
        /// Finite, in a unit of its own.
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
    static let collectives = Bilingual(
        en: "Some ties are a collective's: which of its members hold them is not known.",
        fr: "Certains liens sont ceux d'un collectif : on ignore lesquels de ses membres les ont.")
    static let nobodyOutside = Bilingual(
        en: "Nobody outside is listed: nothing says that the outside was asked for.",
        fr: "Personne d'extérieur n'est listé : rien ne dit qu'on a demandé ce qui vient du dehors.")
    static let outsideNotAsked = Bilingual(
        en: "Knowledge was asked for inside the territory only.",
        fr: "La connaissance n'a été demandée qu'à l'intérieur du territoire.")
    static let knowledgeNotSurveyed = Bilingual(
        en: "The layer \"knowledge\" is not among the surveyed ones.",
        fr: "La couche « connaissance » ne figure pas parmi celles qui ont été relevées.")
    static let tiesNotSurveyed = Bilingual(
        en: "No layer of interaction is among the surveyed ones.",
        fr: "Aucune couche d'interaction ne figure parmi celles qui ont été relevées.")
}
