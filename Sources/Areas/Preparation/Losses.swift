import Vocabulary

/// Rows of a country that no area can take as they are: how many, and where the first stands.
struct Losses: Sendable {
    enum Kind: String, Sendable, CaseIterable {
        /// A tie one of whose ends is in no table of actors.
        case tieToUnknown = "tie_to_unknown_actor"
        /// A tie neither of whose ends is in an area.
        case tieWithoutArea = "tie_without_area"
        case actorWithoutID = "actor_without_id"
        /// An actor in no area, to whom nothing of an area leads.
        case actorWithoutArea = "actor_without_area"
        case repeatedActor = "actor_repeated"
        case participationOfUnknown = "participation_of_unknown_actor"
        case participationWithoutArea = "participation_without_area"
        case eventWithoutArea = "event_without_area"
        /// An event of so many areas that each has only its own participants.
        case eventOfManyAreas = "event_of_many_areas"
        case respondentWithoutArea = "respondent_without_area"
        /// A parent that is in another area: the cell is left empty.
        case parentElsewhere = "parent_elsewhere"

        var text: Bilingual {
            switch self {
            case .tieToUnknown:
                Bilingual(
                    en: "ties to an actor that no table lists, left out",
                    fr: "liens vers un acteur qu'aucune table ne liste, laissés de côté")
            case .tieWithoutArea:
                Bilingual(
                    en: "ties between actors of no area, left out", fr: "liens entre acteurs sans zone, laissés de côté"
                )
            case .actorWithoutID:
                Bilingual(en: "actors without an id, left out", fr: "acteurs sans identifiant, laissés de côté")
            case .actorWithoutArea:
                Bilingual(en: "actors of no area", fr: "acteurs sans zone")
            case .repeatedActor:
                Bilingual(
                    en: "actors whose id is there already; their area fails",
                    fr: "acteurs dont l'identifiant existe déjà ; leur zone échoue")
            case .participationOfUnknown:
                Bilingual(
                    en: "participations of an actor that no table lists, left out",
                    fr: "participations d'un acteur qu'aucune table ne liste, laissées de côté")
            case .participationWithoutArea:
                Bilingual(
                    en: "participations in events of no area, left out",
                    fr: "participations à des événements sans zone, laissées de côté")
            case .eventWithoutArea:
                Bilingual(
                    en: "events in which no actor of an area takes part, left out",
                    fr: "événements auxquels aucun acteur d'une zone ne participe, laissés de côté")
            case .eventOfManyAreas:
                Bilingual(
                    en:
                        "participations in events of more than \(EventAreas.most) areas, which only the participant's own area has",
                    fr:
                        "participations à des événements de plus de \(EventAreas.most) zones, que seule la zone du participant a"
                )
            case .respondentWithoutArea:
                Bilingual(en: "respondents of no area, left out", fr: "répondants sans zone, laissés de côté")
            case .parentElsewhere:
                Bilingual(
                    en: "parents in another area, whose cell was left empty",
                    fr: "parents situés dans une autre zone, dont la cellule est laissée vide")
            }
        }
    }

    private var counts: [Kind: (count: Int, first: String?)] = [:]

    mutating func add(_ kind: Kind, at place: @autoclosure () -> String?) {
        if let known = counts[kind] {
            counts[kind] = (known.count + 1, known.first)
        } else {
            counts[kind] = (1, place())
        }
    }

    /// Takes over what was counted further down.
    mutating func join(_ other: Losses) {
        for (kind, new) in other.counts {
            let known = counts[kind]
            counts[kind] = ((known?.count ?? 0) + new.count, known?.first ?? new.first)
        }
    }

    var list: [AreaManifest.Count] {
        Kind.allCases.compactMap { kind in
            counts[kind].map { AreaManifest.Count(id: kind.rawValue, count: $0.count, first: $0.first) }
        }
    }
}

extension AreaManifest.Count {
    /// What happened to the rows, in words.
    public var text: Bilingual { Losses.Kind(rawValue: id)?.text ?? Bilingual(id) }
}
