import Vocabulary

/// What a random network keeps of the observed one.
///
/// Measures of the whole are compared with networks in which what ties a pair moves as one, so that as
/// many pairs are tied as were observed; measures of layers (`multiplexity`) with networks whose layers
/// are drawn each on its own. Ties without direction and arcs are drawn apart, and no arc falls on a
/// pair that is tied without direction. What a tie is beside its ends (weight, kind, dates) is dealt out
/// to the drawn ties of its sort (Opsahl, Colizza, Panzarasa and Ramasco 2008, Phys. Rev. Lett. 101,
/// 168702).
///
/// Where actors are tied by events that they share, participations are drawn and projected, never the
/// ties that come of them, which would take every event for closure (Newman, Strogatz and Watts 2001,
/// Phys. Rev. E 64, 026118). As many of the other ties as observed lie on pairs that share an event.
public enum ReferenceModel: String, Sendable, CaseIterable {
    /// The number of actors (conditional uniform graph).
    case size
    /// Actors and ties of each sort (conditional uniform graph), and the size of each event.
    case ties
    /// Actors, ties without direction, mutual and one-way dyads (conditional uniform graph), and the
    /// size of each event.
    case dyads
    /// Every actor's number of ties without direction, of ties out and of ties in (switches), and of
    /// events, with the size of each event (curveball).
    case degrees
    /// Every actor's number of events, and every event's of actors (curveball).
    case memberships
    /// All ties and how many actors are of each group; who is of which is drawn.
    case groups

    /// What tables and captions call the model's networks.
    public var name: Bilingual {
        switch self {
        case .size: Bilingual(en: "networks of the same size", fr: "réseaux de même taille")
        case .ties: Bilingual(en: "networks of the same number of ties", fr: "réseaux de même nombre de liens")
        case .dyads: Bilingual(en: "networks of the same dyad census", fr: "réseaux de même recensement des dyades")
        case .degrees: Bilingual(en: "networks of the same degrees", fr: "réseaux de mêmes degrés")
        case .memberships:
            Bilingual(
                en: "networks of the same participations by actor and event",
                fr: "réseaux de mêmes participations par acteur et par événement")
        case .groups:
            Bilingual(en: "the same network with the groups reshuffled", fr: "le même réseau aux groupes rebattus")
        }
    }

    /// - Throws: `MilieuError` of cause `usage` where the model does not fit the view.
    func require(_ context: MeasureContext) throws(MilieuError) {
        let view = context.view
        guard view.tieCount > 0 else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "The view has no ties, and chance has nothing to deal out.",
                    fr: "La vue n'a pas de liens, et le hasard n'a rien à distribuer."),
                remedy: Bilingual(
                    en: "Choose more layers, kinds or statuses.",
                    fr: "Choisissez plus de couches, de types ou de statuts."))
        }
        switch self {
        case .memberships where !view.isTwoMode:
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "Only a two-mode view has participations to reshuffle.",
                    fr: "Seule une vue bimodale a des participations à rebattre."),
                remedy: Bilingual(
                    en: "Keep the events as nodes, or take another null model.",
                    fr: "Gardez les événements comme nœuds, ou prenez un autre modèle nul."))
        case .size, .ties, .dyads, .degrees, .groups:
            guard view.isTwoMode else { break }
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "In a two-mode view only participations can be tied at random.",
                    fr: "Dans une vue bimodale, seules des participations peuvent être tirées au hasard."),
                remedy: Bilingual(
                    en: "Take the null model \"memberships\".", fr: "Prenez le modèle nul « memberships »."))
        case .memberships: break
        }
        if self == .size, view.options.events == .projected {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "The null model \"size\" knows of no events that actors share.",
                    fr: "Le modèle nul « size » ne connaît pas d'événements que des acteurs partagent."),
                remedy: Bilingual(
                    en: "Take \"ties\" (every event keeps its size), \"degrees\", or leave the events out.",
                    fr:
                        "Prenez « ties » (chaque événement garde sa taille), « degrees », ou laissez les événements de côté."
                ))
        }
        if self == .groups { _ = try context.grouping() }
    }
}
