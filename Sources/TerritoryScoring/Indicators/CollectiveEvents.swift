import Vocabulary

/// How many come together.
enum CollectiveEvents {
    static let indicator = Indicator(
        "collective_events", .collectiveAction,
        name: Bilingual(en: "participation in events", fr: "participation aux événements"),
        formula: #"\frac{1}{W} \sum_i \max_e c_{ie}"#,
        reading: Bilingual(
            en:
                "The share of inside actors that took part in an event of interaction, a collective with as many as came (c); pooled resources have an indicator of their own.",
            fr:
                "La part des acteurs internes qui ont pris part à un événement d'interaction, un collectif pour autant qu'il en est venu (c) ; les ressources mises en commun ont leur propre indicateur."
        ),
        undefined: Bilingual(
            en: "Undefined where events were not surveyed, or for most of them the participants are not known.",
            fr: "Indéfini si les événements n'ont pas été relevés, ou si les participants de la plupart sont inconnus."),
        needs: Bilingual(
            en: "participation.csv; events.csv, column participants; \"events\" among what was surveyed",
            fr: "participation.csv ; events.csv, colonne participants ; « events » parmi ce qui a été relevé"),
        sources: [
            Reference("Ostrom", 1990, "Governing the Commons", "Cambridge University Press")
        ],
        reads: .interactionEvents
    ) { situation in
        guard situation.code.eventsAreSurveyed else { return .undefined(notSurveyed) }
        guard situation.insiderCount > 0 else { return .undefined(Reason.noInsider) }
        let scenario = situation.scenario
        let events = situation.code.events.indices.filter { position in
            let event = situation.code.events[position]
            return !event.isPooled && !situation.code.isOfLearning(event) && situation.presence.events[position]
                && scenario.window.holds(event)
        }
        guard !events.isEmpty else { return .nothingFound }
        let known = knownParticipants(situation)
        // Of an event whose headcount is told, half must be known; of another, two.
        let told = events.filter { position in
            let headcount = situation.code.events[position].participants.map { Double($0) / 2 } ?? 2
            return known[position] >= headcount
        }
        let coverage = Double(told.count) / Double(events.count)
        guard coverage >= 0.5 else { return .undefined(unknown, coverage: coverage) }
        let heads = situation.headsAt(
            situation.interactionSeats.lazy.map { scenario.interactionSeats[Int($0)] }
                .filter { !situation.code.events[Int($0.event)].isPooled })
        return .known(situation.shareOfPopulation { heads[Int($0)] }, coverage: coverage)
    }

    /// By event, how many are known to have taken part, inside or not, a collective by its count.
    private static func knownParticipants(_ situation: Situation) -> [Double] {
        var known = [Double](repeating: 0, count: situation.code.events.count)
        for row in situation.code.memberships where situation.presence.actors[Int(row.actor)] {
            known[Int(row.event)] += row.count
        }
        return known
    }

    private static let notSurveyed = Bilingual(
        en: "\"events\" is not among what was surveyed.", fr: "« events » ne figure pas parmi ce qui a été relevé.")
    private static let unknown = Bilingual(
        en: "For most events it is not known who took part.",
        fr: "Pour la plupart des événements, on ignore qui y a pris part.")
}
