import Vocabulary

/// Whether the territory would hold together without those on whom most hangs.
enum Robustness {
    static let indicator = Indicator(
        "robustness", .structure,
        name: Bilingual(en: "robustness", fr: "robustesse"),
        formula: #"\frac{1}{R} \sum_{k} \min\left(1, \frac{J_k}{J^*_k}\right)"#,
        reading: Bilingual(
            en:
                "What stays joined as the actors on whom most hangs leave one after the other: J is the share of pairs of the remaining inside actors that are joined once k have left, worst choice each time, up to the top tenth (at least three); J* the same of a network of as many ties without hubs, and of as many as can join all. A star and a double star are near 0.",
            fr:
                "Ce qui reste relié quand partent l'un après l'autre les acteurs dont le plus dépend : J est la part des paires d'acteurs internes restants qui sont reliées après k départs, au pire choix chaque fois, jusqu'au dixième de tête (trois au moins) ; J* la même pour un réseau d'autant de liens sans pivots, et d'assez de liens pour tout relier. Une étoile et une double étoile sont proches de 0."
        ),
        undefined: Bilingual(
            en: "Undefined where no layer of interaction was surveyed or fewer than three actors are inside.",
            fr: "Indéfini si aucune couche d'interaction n'a été relevée ou si moins de trois acteurs sont internes."),
        needs: Bilingual(
            en: "ties.csv and participation.csv of the layers of interaction",
            fr: "ties.csv et participation.csv des couches d'interaction"),
        sources: [
            Reference(
                "Borgatti", 2006, "Identifying sets of key players in a social network",
                "Computational & Mathematical Organization Theory 12, 21–34"),
            Reference(
                "Albert, Jeong and Barabási", 2000, "Error and attack tolerance of complex networks",
                "Nature 406, 378–382"),
        ],
        reads: .interaction
    ) { situation in
        if let missing = situation.missingInteraction { return missing }
        guard situation.insiderCount > 2 else { return .undefined(fewer) }
        guard situation.graph.pairCount + situation.graph.seatCount > 0 else { return .nothingFound }
        var curve = RemovalCurve(situation.graph, insiders: situation.insiders)
        return .known(curve.robustness(), coverage: situation.knownPattern, reason: situation.patternReason)
    }

    private static let fewer = Bilingual(
        en: "Fewer than three actors are inside the territory.",
        fr: "Moins de trois acteurs sont internes au territoire.")
}
