import Vocabulary

/// Whether the territory would hold together without its most central actor.
enum BrokerIndependence {
    static let indicator = Indicator(
        "broker_independence", .structure,
        name: Bilingual(en: "independence of the broker", fr: "indépendance vis-à-vis du courtier"),
        formula: #"\frac{C(G \setminus b)}{C(G)}"#,
        reading: Bilingual(
            en: "The share of pairs of inside actors that are connected without b, the actor of highest betweenness, over the share connected with it. A star gives 0.",
            fr: "La part des paires d'acteurs internes reliées sans b, l'acteur de plus forte intermédiarité, rapportée à la part reliée avec lui. Une étoile donne 0."),
        undefined: Bilingual(
            en: "Undefined where no layer of interaction was surveyed or fewer than two actors are inside.",
            fr: "Indéfini si aucune couche d'interaction n'a été relevée ou si moins de deux acteurs sont internes."),
        needs: Bilingual(
            en: "ties.csv and participation.csv of the layers of interaction",
            fr: "ties.csv et participation.csv des couches d'interaction"),
        sources: [
            Reference("Borgatti", 2006, "Identifying sets of key players in a social network", "Computational & Mathematical Organization Theory 12, 21–34")
        ],
        reads: .interaction
    ) { situation in
        if let missing = situation.missingInteraction { return missing }
        guard let value = Brokerage(situation.graph, insiders: situation.insiders).independence() else {
            return .nothingFound
        }
        return .known(value)
    }
}
