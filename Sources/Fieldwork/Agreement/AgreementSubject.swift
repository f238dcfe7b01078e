import Vocabulary

/// What two coders can agree on.
public struct AgreementSubject: Sendable, Hashable {
    /// Stable, lower-case: `ties`, `ties_knowledge`, `status`.
    public let id: String
    /// What a table calls it.
    public let name: Bilingual
    /// What one unit is.
    public let unit: Bilingual
    /// How far apart two of its values are.
    public let metric: KrippendorffAlpha.Metric

    static let actors = AgreementSubject(
        id: "actors", name: Bilingual(en: "actors found", fr: "acteurs relevés"),
        unit: Bilingual(en: "an actor that either has", fr: "un acteur relevé par l'un ou l'autre"), metric: .nominal)
    static let actorKind = ofActor("actor_kind", Bilingual(en: "kind of actor", fr: "type d'acteur"))
    static let inside = ofActor("inside", Bilingual(en: "inside or outside", fr: "interne ou externe"))
    static let sector = ofActor("sector", Bilingual(en: "sector", fr: "secteur"))
    static let events = AgreementSubject(
        id: "events", name: Bilingual(en: "events found", fr: "événements relevés"),
        unit: Bilingual(en: "an event that either has", fr: "un événement relevé par l'un ou l'autre"), metric: .nominal
    )
    static let participation = AgreementSubject(
        id: "participation", name: Bilingual(en: "parts in events", fr: "participations"),
        unit: Bilingual(
            en: "an actor and an event that both have", fr: "un acteur et un événement relevés par les deux"),
        metric: .nominal)
    static let ties = AgreementSubject(
        id: "ties", name: Bilingual(en: "ties, of any layer", fr: "liens, toutes couches"),
        unit: Bilingual(en: "a pair of actors that both have", fr: "une paire d'acteurs relevés par les deux"),
        metric: .nominal)
    static let layers = AgreementSubject(
        id: "layers", name: Bilingual(en: "layers of a tied pair", fr: "couches d'une paire liée"),
        unit: Bilingual(en: "a pair that both tie", fr: "une paire liée par les deux"), metric: .nominal)
    static let status = ofTie("status", Bilingual(en: "status of ties", fr: "état des liens"), .nominal)
    static let since = ofTie("since", Bilingual(en: "start of ties", fr: "début des liens"), .interval)
    static let until = ofTie("until", Bilingual(en: "end of ties", fr: "fin des liens"), .interval)

    static func ties(of layer: Layer) -> AgreementSubject {
        AgreementSubject(
            id: "ties_" + layer.rawValue,
            name: Bilingual(en: "ties: \(layer.name.en)", fr: "liens : \(layer.name.fr)"), unit: ties.unit,
            metric: .nominal)
    }

    private static func ofActor(_ id: String, _ name: Bilingual) -> AgreementSubject {
        AgreementSubject(
            id: id, name: name, unit: Bilingual(en: "an actor that both have", fr: "un acteur relevé par les deux"),
            metric: .nominal)
    }

    private static func ofTie(_ id: String, _ name: Bilingual, _ metric: KrippendorffAlpha.Metric) -> AgreementSubject {
        AgreementSubject(
            id: id, name: name,
            unit: Bilingual(
                en: "a tie that both have and say something of",
                fr: "un lien relevé par les deux, et précisé par les deux"),
            metric: metric)
    }
}

/// How far two coders agree on one subject.
public struct SubjectAgreement: Sendable {
    /// What it is about.
    public let subject: AgreementSubject
    /// How many units both could code.
    public let units: Int
    /// On how many they agree: for dates, where the two can be the same day.
    public let agreed: Int
    /// How many ties or parts in events (presence subjects) both, only the first and only the second coder have; nil for
    /// subjects that are no presence.
    public let presence: Presence?
    /// Nil where it is undefined, for the reason given.
    public let alpha: Double?
    /// The lower end of the central 95 % of the resampled α; nil where α, or more than half of the resampled ones, is
    /// undefined.
    public let low: Double?
    /// The upper end of it.
    public let high: Double?
    /// Why α is undefined; nil where it is not.
    public let reason: Bilingual?

    /// How many resampled sets of units an interval rests on.
    public static let resamples = 1000

    /// How many things both coders have, and each alone.
    public struct Presence: Sendable, Hashable {
        /// Of the first coder's and the second's, those that are the same.
        public let both: Int
        /// Those that the second coder has not.
        public let onlyFirst: Int
        /// Those that the first coder has not.
        public let onlySecond: Int

        /// Of what one coder has, the share that the other has, too, both ways taken together (Dice 1945); nil for nothing.
        public var positive: Double? {
            let all = 2 * both + onlyFirst + onlySecond
            return all > 0 ? 2 * Double(both) / Double(all) : nil
        }
    }

    /// The share of the units; nil for none.
    public var percentAgreement: Double? { units > 0 ? Double(agreed) / Double(units) : nil }
}

/// One thing that two coders told differently, with what each rests on.
public struct Disagreement: Sendable, Hashable {
    /// What it is about.
    public let subject: AgreementSubject
    /// Whose: an actor's id, "a → b (kind)", "actor @ event".
    public let what: String
    /// What each said; nil where it has nothing.
    public let first: String?
    /// What the second said; nil where it has nothing.
    public let second: String?
    /// Where the first coder has it from, as its table says; nil where it does not.
    public let firstEvidence: String?
    /// Where the second has it from.
    public let secondEvidence: String?
}
