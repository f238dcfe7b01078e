import GraphKernels
import Measures
import NetworkModel
import Tabular
import Vocabulary

/// Every proximity, in the order in which lists and tables show them. A new one is a declaration here.
public enum ProximityCatalogue {
    /// One by one; no id stands twice.
    public static let all: [Proximity] = geographic + cognitive + organisational + institutional + social

    private static let unknownPlace = Bilingual(
        en: "Undefined where the place of one of the two is not known, or places.csv has no coordinates for it.",
        fr:
            "Indéfinie lorsque le lieu de l'un des deux n'est pas connu ou que places.csv n'en donne pas les coordonnées."
    )

    private static let geographic: [Proximity] = [
        Proximity(
            id: "distance_km", dimension: .geographic, name: Bilingual(en: "distance", fr: "distance"),
            reading: Bilingual(
                en: "Kilometres along the great circle between the places of the two, as places.csv has them.",
                fr: "Kilomètres à vol d'oiseau entre les lieux des deux, d'après places.csv."),
            undefined: unknownPlace, unit: Bilingual(en: "kilometres", fr: "kilomètres"), range: 0...20_038,
            source: boschma2005, prepare: distances { $0 }),
        Proximity(
            id: "log_distance", dimension: .geographic,
            name: Bilingual(en: "logarithm of the distance", fr: "logarithme de la distance"),
            reading: Bilingual(
                en: "The natural logarithm of 1 + kilometres, so that actors of one place have 0.",
                fr: "Le logarithme népérien de 1 + kilomètres : des acteurs d'un même lieu ont 0."),
            undefined: unknownPlace, unit: nil, range: 0...10, source: balland2012,
            prepare: distances { Logarithm.natural(1 + $0) }),
        threshold(10), threshold(50),
        same(
            "same_place", .geographic, Bilingual(en: "same place", fr: "même lieu"), "place",
            Bilingual(en: "1 where both are of one place, else 0.", fr: "1 si les deux sont d'un même lieu, sinon 0."),
            Bilingual(
                en: "Undefined where the place of one of the two is not known.",
                fr: "Indéfinie lorsque le lieu de l'un des deux n'est pas connu."), boschma2005),
    ]

    private static let unknownSector = Bilingual(
        en: "Undefined where the sector of one of the two is not known.",
        fr: "Indéfinie lorsque le secteur de l'un des deux n'est pas connu.")

    private static let cognitive: [Proximity] = [
        Proximity(
            id: "shared_sector_digits", dimension: .cognitive,
            name: Bilingual(en: "shared digits of sector", fr: "chiffres communs du secteur"),
            reading: Bilingual(
                en:
                    "How many signs the codes of their sectors share from the first on, full stops left out: 62.01 and 62.02 share 3.",
                fr:
                    "Nombre de signes communs aux codes de leurs secteurs depuis le premier, points exclus : 62.01 et 62.02 en partagent 3."
            ),
            undefined: unknownSector, unit: nil, range: 0...20, source: boschmaEriksson2009
        ) { context throws(MilieuError) in
            let codes = context.texts("sector").map { $0.map { Array($0.filter { $0 != "." && $0 != " " }) } }
            return { one, other in
                guard let a = codes[one], let b = codes[other] else { return nil }
                return Double(zip(a, b).prefix { $0 == $1 }.count)
            }
        },
        Proximity(
            id: "sector_relatedness", dimension: .cognitive,
            name: Bilingual(en: "relatedness of sectors", fr: "proximité des secteurs"),
            reading: Bilingual(
                en:
                    "Places that have both sectors, over those that have the more frequent one: how often the sectors stand in one place. Actors of one sector have 1.",
                fr:
                    "Lieux ayant les deux secteurs, sur ceux qui ont le plus fréquent : combien de fois les secteurs se côtoient. Des acteurs d'un même secteur ont 1."
            ),
            undefined: Bilingual(
                en: "Undefined where the sector of one of the two is not known, or none of its actors has a place.",
                fr:
                    "Indéfinie lorsque le secteur de l'un des deux n'est pas connu, ou qu'aucun de ses acteurs n'a de lieu."
            ),
            unit: nil, range: 0...1, source: hidalgo2007
        ) { context throws(MilieuError) in
            let (sectors, places) = (context.texts("sector"), context.texts("place"))
            var held: [String: Set<String>] = [:]
            for (sector, place) in zip(sectors, places) {
                if let sector, let place { held[sector, default: []].insert(place) }
            }
            let found = held
            return { one, other in
                guard let a = sectors[one].flatMap({ found[$0] }), let b = sectors[other].flatMap({ found[$0] })
                else { return nil }
                return Double(a.intersection(b).count) / Double(max(a.count, b.count))
            }
        },
    ]

    private static let organisational: [Proximity] = [
        Proximity(
            id: "same_group", dimension: .organisational, name: Bilingual(en: "same group", fr: "même groupe"),
            reading: Bilingual(
                en: "1 where both belong to one outermost parent, or one is the other's, else 0.",
                fr: "1 si les deux relèvent d'une même tête de groupe, ou si l'un est celle de l'autre, sinon 0."),
            undefined: Bilingual(
                en:
                    "Undefined where no actor of the view has a parent, so that groups were not recorded, or parents stand in a circle.",
                fr:
                    "Indéfinie lorsqu'aucun acteur de la vue n'a de parent, les groupes n'ayant pas été relevés, ou que les parents forment un cercle."
            ),
            unit: nil, range: 0...1, source: boschma2005
        ) { context throws(MilieuError) in
            let groups = context.groups()
            let isRecorded = context.texts("parent").contains { $0 != nil }
            return { one, other in
                guard isRecorded, let a = groups[one], let b = groups[other] else { return nil }
                return a == b ? 1 : 0
            }
        }
    ]

    private static let institutional: [Proximity] = [
        same(
            "same_kind", .institutional, Bilingual(en: "same kind", fr: "même type"), "kind",
            Bilingual(
                en: "1 where both are of one kind of actor, else 0.", fr: "1 si les deux sont d'un même type, sinon 0."),
            Bilingual(
                en: "Undefined where the kind of one of the two is not known.",
                fr: "Indéfinie lorsque le type de l'un des deux n'est pas connu."), boschma2005),
        Proximity(
            id: "same_sphere", dimension: .institutional, name: Bilingual(en: "same sphere", fr: "même sphère"),
            reading: Bilingual(
                en: "1 where the kinds of both are of one sphere (economy, public, knowledge …), else 0.",
                fr: "1 si les types des deux sont d'une même sphère (économie, public, connaissance…), sinon 0."),
            undefined: Bilingual(
                en: "Undefined where the kind of one of the two is not known or has no sphere.",
                fr: "Indéfinie lorsque le type de l'un des deux n'est pas connu ou n'a pas de sphère."),
            unit: nil, range: 0...1, source: boschma2005
        ) { context throws(MilieuError) in equality(context.spheres()) },
        same(
            "same_legal_form", .institutional, Bilingual(en: "same legal form", fr: "même forme juridique"),
            "legal_form",
            Bilingual(
                en: "1 where both have one value in the column legal_form of the actors, else 0.",
                fr: "1 si les deux ont une même valeur dans la colonne legal_form des acteurs, sinon 0."),
            Bilingual(
                en: "Undefined where the actors have no such column, or it is empty for one of the two.",
                fr: "Indéfinie lorsque les acteurs n'ont pas cette colonne, ou qu'elle est vide pour l'un des deux."),
            boschma2005),
    ]

    private static let social: [Proximity] = [
        Proximity(
            id: "common_partners", dimension: .social,
            name: Bilingual(en: "common partners", fr: "partenaires communs"),
            reading: Bilingual(
                en: "How many others both are tied to in the view, whatever the direction.",
                fr: "Nombre d'autres acteurs auxquels les deux sont liés dans la vue, quelle que soit la direction."),
            undefined: Bilingual(""), unit: nil, range: 0...Double.infinity, source: balland2012
        ) { context throws(MilieuError) in
            let alters = context.alters()
            return { one, other in Double(alters[one].intersection(alters[other]).count) }
        },
        Proximity(
            id: "past_tie", dimension: .social, name: Bilingual(en: "past tie", fr: "lien passé"),
            reading: Bilingual(
                en: "1 where a tie between the two had ended before the date of the view, of whatever kind, else 0.",
                fr:
                    "1 si un lien entre les deux avait pris fin avant la date de la vue, quel que soit son type, sinon 0."
            ),
            undefined: Bilingual(
                en: "Undefined where the view has no date, or no tie of the dataset has an end.",
                fr: "Indéfini lorsque la vue n'a pas de date, ou qu'aucun lien du jeu de données n'a de fin."),
            unit: nil, range: 0...1, source: balland2012
        ) { context throws(MilieuError) in
            let ended = context.endedPairs()
            return { one, other in
                ended.map { $0.contains([min(one, other), max(one, other)]) ? 1 : 0 }
            }
        },
        Proximity(
            id: "shared_events", dimension: .social,
            name: Bilingual(en: "shared events", fr: "événements partagés"),
            reading: Bilingual(
                en:
                    "How many events both took part in; where the view has a date, of those dated before it alone, so that what followed a tie does not explain it.",
                fr:
                    "Nombre d'événements auxquels les deux ont pris part ; si la vue a une date, parmi ceux qui la précèdent seulement, pour que la suite d'un lien ne l'explique pas."
            ),
            undefined: Bilingual(
                en: "Undefined where the dataset has no participations.",
                fr: "Indéfini lorsque le jeu de données n'a pas de participations."),
            unit: nil, range: 0...Double.infinity, source: balland2012
        ) { context throws(MilieuError) in
            let events = context.events()
            let isRecorded = !context.context.network.participation.isEmpty
            return { one, other in
                isRecorded ? Double(events[one].intersection(events[other]).count) : nil
            }
        },
    ]
}

extension ProximityCatalogue {
    private static let boschma2005 = Reference(
        "Boschma", 2005, "Proximity and innovation: a critical assessment", "Regional Studies 39(1), 61–74")
    private static let balland2012 = Reference(
        "Balland", 2012, "Proximity and the evolution of collaboration networks", "Regional Studies 46(6), 741–756")
    private static let boschmaEriksson2009 = Reference(
        "Boschma, Eriksson and Lindgren", 2009,
        "How does labour mobility affect the performance of plants? The importance of relatedness and geographical proximity",
        "Journal of Economic Geography 9(2), 169–190")
    private static let hidalgo2007 = Reference(
        "Hidalgo, Klinger, Barabási and Hausmann", 2007, "The product space conditions the development of nations",
        "Science 317(5837), 482–487")

    private static func distances(
        _ value: @escaping @Sendable (Double) -> Double
    ) -> @Sendable (ProximityContext) throws(MilieuError) -> (Int, Int) -> Double? {
        { context throws(MilieuError) in
            let points = context.points()
            return { one, other in
                guard let a = points[one], let b = points[other] else { return nil }
                return value(GreatCircle.kilometres(a, b))
            }
        }
    }

    private static func threshold(_ kilometres: Int) -> Proximity {
        Proximity(
            id: "within_\(kilometres)_km", dimension: .geographic,
            name: Bilingual(en: "within \(kilometres) km", fr: "à \(kilometres) km au plus"),
            reading: Bilingual(
                en: "1 where the places of the two are no more than \(kilometres) km apart, else 0.",
                fr: "1 si les lieux des deux sont distants de \(kilometres) km au plus, sinon 0."),
            undefined: unknownPlace, unit: nil, range: 0...1, source: boschma2005,
            prepare: distances { $0 <= Double(kilometres) ? 1 : 0 })
    }

    private static func equality(_ values: [String?]) -> (Int, Int) -> Double? {
        { one, other in
            guard let a = values[one], let b = values[other] else { return nil }
            return a == b ? 1 : 0
        }
    }

    private static func same(
        _ id: String, _ dimension: Proximity.Dimension, _ name: Bilingual, _ column: String, _ reading: Bilingual,
        _ undefined: Bilingual, _ source: Reference
    ) -> Proximity {
        Proximity(
            id: id, dimension: dimension, name: name, reading: reading, undefined: undefined, unit: nil, range: 0...1,
            source: source
        ) { context throws(MilieuError) in equality(context.texts(column)) }
    }
}
