import Vocabulary

/// How far knowledge that enters somewhere gets.
enum KnowledgeReach {
    static let indicator = Indicator(
        "knowledge_reach", .diffusion,
        name: Bilingual(en: "reach of knowledge", fr: "portée de la connaissance"),
        formula: #"\frac{\sum_i w_i \, \mathbb{E} \sum_{j \neq i,\, i \leadsto_p j} w_j}{W^2 - \sum_i w_i^2}"#,
        reading: Bilingual(
            en:
                "The expected share of the rest of the inside population that knowledge starting from a random one of it reaches, where each pair tied in knowledge passes it on with chance p, however many rows tell the tie; an event of learning does so from any who take part to any other. A collective counts for its members (w).",
            fr:
                "La part attendue du reste de la population interne qu'atteint une connaissance partie de l'un d'eux au hasard, chaque paire liée en connaissance la transmettant avec la probabilité p, quel que soit le nombre de lignes qui disent le lien ; un événement d'apprentissage la transmet de tout participant à tout autre. Un collectif compte pour ses membres (w)."
        ),
        undefined: Bilingual(
            en: "Undefined where knowledge was not surveyed or fewer than two actors are inside.",
            fr: "Indéfini si la connaissance n'a pas été relevée ou si moins de deux acteurs sont internes."),
        needs: Bilingual(
            en: "ties.csv and participation.csv of the layer \"knowledge\"; \"knowledge\" among the surveyed layers",
            fr: "ties.csv et participation.csv de la couche « knowledge » ; « knowledge » parmi les couches relevées"),
        sources: [
            Reference(
                "Kempe, Kleinberg and Tardos", 2003, "Maximizing the spread of influence through a social network",
                "Proceedings of KDD '03, 137–146")
        ],
        reads: .knowledge.union(.transmission)
    ) { situation in
        guard situation.code.knowledgeIsSurveyed else { return .undefined(Reason.knowledgeNotSurveyed) }
        guard situation.insiderCount > 1 else { return .undefined(Reason.oneInsider) }
        guard !situation.knowledgeIsEmpty else { return .nothingFound }
        let reach = Cascade.expectedReach(situation)
        return .known(
            reach.share,
            beside: reach.error.map { [.init(id: "knowledge_reach_error", name: besideName, value: $0)] } ?? [])
    }

    private static let besideName = Bilingual(
        en: "Monte Carlo error of the cascade", fr: "erreur de Monte-Carlo de la cascade")
}
