import Vocabulary

/// Whether those who are tied are so in several ways.
enum Multiplexity {
    static let indicator = Indicator(
        "multiplexity", .ties,
        name: Bilingual(en: "multiplexity", fr: "multiplexité"),
        formula: #"\frac{1}{|P|} \sum_{ij \in P} \frac{L_{ij} - 1}{L - 1}"#,
        reading: Bilingual(
            en: "The mean, over tied pairs of inside actors, of the further layers that tie them, out of the further layers surveyed.",
            fr: "La moyenne, sur les paires d'acteurs internes liés, des couches supplémentaires qui les lient, rapportées aux couches supplémentaires relevées."),
        undefined: Bilingual(
            en: "Undefined where fewer than two layers of interaction were surveyed.",
            fr: "Indéfini si moins de deux couches d'interaction ont été relevées."),
        needs: Bilingual(
            en: "ties.csv in two layers of interaction or more; the surveyed layers in datapackage.json",
            fr: "ties.csv dans deux couches d'interaction au moins ; les couches relevées dans datapackage.json"),
        sources: [
            Reference("Verbrugge", 1979, "Multiplexity in adult friendships", "Social Forces 57(4), 1286–1309")
        ],
        reads: .interactionTies
    ) { situation in
        if let missing = situation.missingInteraction { return missing }
        let surveyed = situation.code.interactionLayerCount
        guard surveyed > 1 else { return .undefined(oneLayer) }
        guard situation.graph.pairCount > 0 else { return .nothingFound }
        let further = situation.pairLayers.reduce(0) { $0 + max(0, $1.nonzeroBitCount - 1) }
        return .known(Double(further) / Double(situation.graph.pairCount * (surveyed - 1)))
    }

    private static let oneLayer = Bilingual(
        en: "Fewer than two layers of interaction were surveyed.",
        fr: "Moins de deux couches d'interaction ont été relevées.")
}
