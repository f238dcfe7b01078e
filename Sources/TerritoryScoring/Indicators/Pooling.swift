import Vocabulary

/// How many share a resource.
enum Pooling {
    static let indicator = Indicator(
        "pooling", .collectiveAction,
        name: Bilingual(en: "pooling of resources", fr: "mutualisation"),
        formula: #"\frac{1}{n} \left| \{ i : i \in \bigcup r \} \right|"#,
        reading: Bilingual(
            en: "The share of inside actors in a pooled resource: a shop, premises, purchasing, services.",
            fr: "La part des acteurs internes dans une ressource mise en commun : magasin, locaux, achats, services."),
        undefined: Bilingual(
            en: "Undefined where pooled resources were not surveyed.",
            fr: "Indéfini si les ressources mises en commun n'ont pas été relevées."),
        needs: Bilingual(
            en: "events.csv of pooled kinds and participation.csv; \"pooled_resources\" among what was surveyed",
            fr: "events.csv de types mis en commun et participation.csv ; « pooled_resources » parmi ce qui a été relevé"),
        sources: [
            Reference("Maillat, Quévit and Senn", 1993, "Réseaux d'innovation et milieux innovateurs : un pari pour le développement régional", "GREMI/EDES, Neuchâtel")
        ],
        reads: .interactionEvents
    ) { situation in
        guard situation.code.poolingIsSurveyed else { return .undefined(notSurveyed) }
        guard situation.insiderCount > 0 else { return .undefined(Reason.noInsider) }
        var pools = [Bool](repeating: false, count: situation.scenario.nodeCount)
        var isFound = false
        for place in situation.interactionSeats {
            let seat = situation.scenario.interactionSeats[Int(place)]
            guard situation.code.events[Int(seat.event)].isPooled else { continue }
            pools[Int(seat.node)] = true
            isFound = true
        }
        return isFound ? .known(situation.shareOfInsiders { pools[Int($0)] }) : .nothingFound
    }

    private static let notSurveyed = Bilingual(
        en: "\"pooled_resources\" is not among what was surveyed.",
        fr: "« pooled_resources » ne figure pas parmi ce qui a été relevé.")
}
