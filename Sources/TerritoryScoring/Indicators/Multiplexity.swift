import Vocabulary

/// Whether those who are tied are so in several ways.
enum Multiplexity {
    static let indicator = Indicator(
        "multiplexity", .activation,
        name: Bilingual(en: "multiplexity", fr: "multiplexité"),
        formula:
            #"\max\left(0, \frac{m - E_0 m}{1 - E_0 m}\right), \quad m = \frac{1}{|P|} \sum_{ij \in P} \frac{L_{ij} - 1}{L - 1}"#,
        reading: Bilingual(
            en:
                "The mean, over tied pairs of inside actors, of the further layers that tie them, out of the further layers surveyed, beyond what rewirings of each layer by itself give, which keep every actor's number of ties in it.",
            fr:
                "La moyenne, sur les paires d'acteurs internes liés, des couches supplémentaires qui les lient, rapportées aux couches supplémentaires relevées, au-delà de ce que donnent des recâblages de chaque couche à part, qui gardent le nombre de liens de chaque acteur."
        ),
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
        let overlap = LayerOverlap(situation)
        func mean(_ further: Double) -> Double { further / ((Double(overlap.ties) - further) * Double(surveyed - 1)) }
        let (found, expected) = (
            mean(Double(overlap.further)), mean(overlap.expected(situation.scenario.overlapCalibration))
        )
        return .known(
            beyondChance(found, expected), coverage: situation.knownPattern, reason: situation.patternReason)
    }

    /// Where every pair is tied in every layer there is nothing beyond.
    private static func beyondChance(_ found: Double, _ expected: Double) -> Double {
        if found >= 1 - 1e-12 { return 1 }
        return expected < 1 ? (found - expected) / (1 - expected) : found - expected
    }

    private static let oneLayer = Bilingual(
        en: "Fewer than two layers of interaction were surveyed.",
        fr: "Moins de deux couches d'interaction ont été relevées.")
}
