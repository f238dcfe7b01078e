import Vocabulary

/// How many take part in learning at all.
enum LearningParticipation {
    static let indicator = Indicator(
        "learning_participation", .diffusion,
        name: Bilingual(en: "participation in learning", fr: "participation à l'apprentissage"),
        formula: #"\frac{1}{W} \sum_i h_i, \quad h_i = w_i \text{ if } \deg_K(i) > 0, \text{ else } \max_e c_{ie}"#,
        reading: Bilingual(
            en:
                "The share of the inside population with a tie of knowledge or in an event of learning. A collective counts for its members (w), at an event for as many as came (c).",
            fr:
                "La part de la population interne qui a un lien de connaissance ou participe à un événement d'apprentissage. Un collectif compte pour ses membres (w), à un événement pour autant qu'il en est venu (c)."
        ),
        undefined: Bilingual(
            en: "Undefined where knowledge was not surveyed or no actor is inside.",
            fr: "Indéfini si la connaissance n'a pas été relevée ou si aucun acteur n'est interne."),
        needs: Bilingual(
            en: "ties.csv and participation.csv of the layer \"knowledge\"; \"knowledge\" among the surveyed layers",
            fr: "ties.csv et participation.csv de la couche « knowledge » ; « knowledge » parmi les couches relevées"),
        sources: [Axis.source],
        reads: .knowledge
    ) { situation in
        guard situation.code.knowledgeIsSurveyed else { return .undefined(Reason.knowledgeNotSurveyed) }
        guard situation.insiderCount > 0 else { return .undefined(Reason.noInsider) }
        guard !situation.knowledgeIsEmpty else { return .nothingFound }
        let scenario = situation.scenario
        var heads = situation.headsAt(situation.knowledgeSeats.lazy.map { scenario.knowledgeSeats[Int($0)] })
        for place in situation.knowledge {
            let link = scenario.knowledge[Int(place)]
            for end in [link.source, link.target] { heads[Int(end)] = situation.weight(end) }
        }
        return .known(situation.shareOfPopulation { heads[Int($0)] })
    }
}
