import Vocabulary

/// Whether those who exchange knowledge are neither too near to each other nor too far apart.
enum CognitiveDiversity {
    static let indicator = Indicator(
        "cognitive_diversity", .diffusion,
        name: Bilingual(en: "cognitive diversity", fr: "diversité cognitive"),
        formula: #"\frac{\sum_{ij \in K} w_{ij} \, 4 \delta_{ij} (1 - \delta_{ij})}{\sum_{ij \in K} w_{ij}}"#,
        reading: Bilingual(
            en:
                "How near pairs of organisations that share knowledge come to the best distance between two sectors, neither the same nor strangers; δ is the share of the nomenclature's levels that differ, w the strongest tie of the pair.",
            fr:
                "À quel point les paires d'organisations qui partagent de la connaissance approchent de la bonne distance entre deux secteurs, ni identiques ni étrangers ; δ est la part des niveaux de la nomenclature qui diffèrent, w le lien le plus fort de la paire."
        ),
        undefined: Bilingual(
            en:
                "Undefined where the distance is settled by the levels known for less than half of these pairs, or sectors are known to one level alone.",
            fr:
                "Indéfini si les niveaux connus ne fixent la distance que de moins de la moitié de ces paires, ou si les secteurs ne sont connus qu'à un niveau."
        ),
        needs: Bilingual(
            en: "actors.csv, column sector; ties.csv of the layer \"knowledge\"",
            fr: "actors.csv, colonne sector ; ties.csv de la couche « knowledge »"),
        sources: [
            Reference(
                "Nooteboom, Van Haverbeke, Duysters, Gilsing and van den Oord", 2007,
                "Optimal cognitive distance and absorptive capacity", "Research Policy 36(7), 1016–1034")
        ],
        reads: .knowledge.union(.kinds)
    ) { situation in
        guard situation.code.knowledgeIsSurveyed else { return .undefined(Reason.knowledgeNotSurveyed) }
        guard !situation.knowledgeIsEmpty else { return .nothingFound }
        let (scenario, actors) = (situation.scenario, situation.code.actors)
        var weights = [Double](repeating: 0, count: scenario.knowledgePairs.count)
        for place in situation.knowledge {
            let link = scenario.knowledge[Int(place)]
            weights[Int(link.pair)] = max(weights[Int(link.pair)], link.weight)
        }
        // By number of levels that differ, so that the sum does not depend on the pairs' order.
        var byDistance = [Double](repeating: 0, count: 4)
        var all = 0.0
        for (pair, weight) in zip(scenario.knowledgePairs, weights) where weight > 0 {
            let (one, other) = (actors[Int(pair.low)], actors[Int(pair.high)])
            guard !one.isCitizen, !other.isCitizen else { continue }
            all += weight
            guard let levels = scenario.sectors.levelsApart(one.sector, other.sector) else { continue }
            byDistance[levels] += weight
        }
        let known = byDistance.reduce(0, +)
        let sum = byDistance.enumerated().reduce(0.0) { sum, step in
            let distance = Double(step.offset) / Double(max(1, scenario.sectors.levels))
            return sum + step.element * 4 * distance * (1 - distance)
        }
        guard all > 0 else { return .undefined(none) }
        guard known > 0, known >= all / 2 else { return .undefined(unknown, coverage: known / all) }
        return .known(sum / known, coverage: known / all)
    }

    private static let none = Bilingual(
        en: "No two organisations share a tie of knowledge.",
        fr: "Aucune paire d'organisations n'a de lien de connaissance.")
    private static let unknown = Bilingual(
        en: "The levels known settle the distance of less than half of the pairs that share knowledge.",
        fr: "Les niveaux connus fixent la distance de moins de la moitié des paires qui partagent de la connaissance.")
}
