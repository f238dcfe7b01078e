import Vocabulary

/// How many of the territory's actors have anything to do with one another.
enum InteractionParticipation {
    static let indicator = Indicator(
        "interaction_participation", .engagement,
        name: Bilingual(en: "participation in interaction", fr: "participation à l'interaction"),
        formula: #"\frac{1}{W} \sum_i h_i, \quad h_i = w_i \text{ if } \deg_X(i) > 0, \text{ else } \max_e c_{ie}"#,
        reading: Bilingual(
            en:
                "The share of the inside population with an active tie of interaction, or an event of interaction shared with another insider. A collective counts for its members (w), of which as many as were there (c) for an event.",
            fr:
                "La part de la population interne qui a un lien d'interaction actif, ou un événement d'interaction partagé avec un autre acteur interne. Un collectif compte pour ses membres (w), dont autant qu'il en est venu (c) pour un événement."
        ),
        undefined: Engagement.undefined,
        needs: Engagement.needs,
        sources: [
            Axis.source,
            Reference(
                "Maillat, Quévit and Senn", 1993,
                "Réseaux d'innovation et milieux innovateurs : un pari pour le développement régional",
                "GREMI/EDES, Neuchâtel"),
        ],
        reads: .interaction
    ) { situation in
        if let missing = situation.missingEngagement { return missing }
        let gatherings = Gatherings(situation)
        return .known(
            situation.shareOfPopulation { node in
                if situation.graph.actorDegree(Int(node)) > 0 { return situation.weight(node) }
                return gatherings.events(of: node).reduce(0) { max($0, gatherings.heads(of: node, at: $1)) }
            })
    }
}
