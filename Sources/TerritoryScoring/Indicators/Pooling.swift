import Vocabulary

/// How many share a resource.
enum Pooling {
    static let indicator = Indicator(
        "pooling", .collectiveAction,
        name: Bilingual(en: "pooling of resources", fr: "mutualisation"),
        formula: #"\frac{1}{W} \sum_i \max_r c_{ir}"#,
        reading: Bilingual(
            en:
                "The share of the inside population in a pooled resource (a shop, premises, purchasing, services), a collective with as many as share in it (c).",
            fr:
                "La part de la population interne dans une ressource mise en commun (magasin, locaux, achats, services), un collectif pour autant qu'il y en a (c)."
        ),
        undefined: Bilingual(
            en: "Undefined where pooled resources were not surveyed.",
            fr: "Indéfini si les ressources mises en commun n'ont pas été relevées."),
        needs: Bilingual(
            en: "events.csv of pooled kinds and participation.csv; \"pooled_resources\" among what was surveyed",
            fr:
                "events.csv de types mis en commun et participation.csv ; « pooled_resources » parmi ce qui a été relevé"
        ),
        sources: [
            Reference(
                "Maillat, Quévit and Senn", 1993,
                "Réseaux d'innovation et milieux innovateurs : un pari pour le développement régional",
                "GREMI/EDES, Neuchâtel")
        ],
        reads: .interactionEvents
    ) { situation in
        guard situation.code.poolingIsSurveyed else { return .undefined(notSurveyed) }
        guard situation.insiderCount > 0 else { return .undefined(Reason.noInsider) }
        let seats = situation.interactionSeats.map { situation.scenario.interactionSeats[Int($0)] }
            .filter { situation.code.events[Int($0.event)].isPooled }
        guard !seats.isEmpty else { return .nothingFound }
        let heads = situation.headsAt(seats)
        return .known(situation.shareOfPopulation { heads[Int($0)] })
    }

    private static let notSurveyed = Bilingual(
        en: "\"pooled_resources\" is not among what was surveyed.",
        fr: "« pooled_resources » ne figure pas parmi ce qui a été relevé.")
}
