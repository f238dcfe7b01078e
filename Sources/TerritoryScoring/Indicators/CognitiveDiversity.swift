import Vocabulary

/// Whether those who exchange knowledge are neither too near to each other nor too far apart.
enum CognitiveDiversity {
    static let indicator = Indicator(
        "cognitive_diversity", .diffusion,
        name: Bilingual(en: "cognitive diversity", fr: "diversité cognitive"),
        formula: #"\frac{\sum_{ij \in K} w_{ij} \, 4 \delta_{ij} (1 - \delta_{ij})}{\sum_{ij \in K} w_{ij}}"#,
        reading: Bilingual(
            en: "How near ties of knowledge come to the best distance between two sectors, neither the same nor strangers; δ counts in thirds the levels of the nomenclature that differ.",
            fr: "À quel point les liens de connaissance approchent de la bonne distance entre deux secteurs, ni identiques ni étrangers ; δ compte en tiers les niveaux de la nomenclature qui diffèrent."),
        undefined: Bilingual(
            en: "Undefined where the sectors of both ends are known for less than half of the ties of knowledge.",
            fr: "Indéfini si les secteurs des deux extrémités sont connus pour moins de la moitié des liens de connaissance."),
        needs: Bilingual(
            en: "actors.csv, column sector; ties.csv of the layer \"knowledge\"",
            fr: "actors.csv, colonne sector ; ties.csv de la couche « knowledge »"),
        sources: [
            Reference("Nooteboom, Van Haverbeke, Duysters, Gilsing and van den Oord", 2007, "Optimal cognitive distance and absorptive capacity", "Research Policy 36(7), 1016–1034")
        ],
        reads: .knowledge
    ) { situation in
        guard situation.code.knowledgeIsSurveyed else { return .undefined(Reason.knowledgeNotSurveyed) }
        guard !situation.knowledgeIsEmpty else { return .nothingFound }
        var (sum, known, all) = (0.0, 0.0, 0.0)
        for place in situation.knowledge {
            let link = situation.scenario.knowledge[Int(place)]
            all += link.weight
            let sectors = (situation.code.actors[Int(link.source)].sector, situation.code.actors[Int(link.target)].sector)
            guard let distance = sectors.0.distance(to: sectors.1) else { continue }
            known += link.weight
            sum += link.weight * 4 * distance * (1 - distance)
        }
        guard known > 0, known >= all / 2 else {
            return .undefined(unknown, coverage: all > 0 ? known / all : 0)
        }
        return .known(sum / known, coverage: known / all)
    }

    private static let unknown = Bilingual(
        en: "The sectors of both ends are known for less than half of the ties of knowledge.",
        fr: "Les secteurs des deux extrémités sont connus pour moins de la moitié des liens de connaissance.")
}

extension TerritoryCode.Sector {
    /// (3 − common levels) / 3; nil where either is not known. Levels that are not given count as
    /// not common.
    func distance(to other: Self) -> Double? {
        guard isKnown, other.isKnown else { return nil }
        guard first == other.first else { return 1 }
        guard second >= 0, second == other.second else { return 2.0 / 3 }
        return third >= 0 && third == other.third ? 0 : 1.0 / 3
    }
}
