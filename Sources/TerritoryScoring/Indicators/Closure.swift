import Vocabulary

/// Whether those tied to the same actor are tied to each other, so that norms can hold.
enum Closure {
    static let indicator = Indicator(
        "closure", .structure,
        name: Bilingual(en: "closure", fr: "fermeture"),
        formula: #"\max\left(0, \frac{T - E_0 T}{1 - E_0 T}\right)"#,
        reading: Bilingual(
            en: "The share of paths among inside actors that are closed, beyond what rewirings that keep every degree give. Of ties, paths of two steps; of events, 4·C₄/L₃; each counts by its number of ties or participations.",
            fr: "La part des chemins entre acteurs internes qui se ferment, au-delà de ce que donnent des recâblages qui gardent tous les degrés. Pour les liens, les chemins de deux pas ; pour les événements, 4·C₄/L₃ ; chacun compte selon son nombre de liens ou de participations."),
        undefined: Bilingual(
            en: "Undefined where there is no path to close. Where the degrees leave nothing but complete closure it is 1.",
            fr: "Indéfini s'il n'y a aucun chemin à fermer. Si les degrés n'admettent que la fermeture complète, elle vaut 1."),
        needs: Bilingual(
            en: "ties.csv and participation.csv of the layers of interaction",
            fr: "ties.csv et participation.csv des couches d'interaction"),
        sources: [
            Reference("Coleman", 1988, "Social capital in the creation of human capital", "American Journal of Sociology 94, S95–S120"),
            Reference("Robins and Alexander", 2004, "Small worlds among interlocking directors: network structure and distance in bipartite graphs", "Computational & Mathematical Organization Theory 10, 69–94"),
        ],
        reads: .interaction
    ) { situation in
        if let missing = situation.missingInteraction { return missing }
        let graph = situation.graph
        guard graph.pairCount + graph.seatCount > 0 else { return .nothingFound }
        let counts = ClosureCounts(graph)
        let expected = ExpectedClosure(graph, situation.scenario.calibration)
        var sides: [(beyond: Double, weight: Int)] = []
        if counts.twoPaths > 0 {
            let found = Double(counts.closedTwoPaths) / Double(counts.twoPaths)
            sides.append((beyondChance(found, expected.ties ?? 0), graph.pairCount))
        }
        if counts.threePaths > 0 {
            let found = Double(counts.closedThreePaths) / Double(counts.threePaths)
            sides.append((beyondChance(found, expected.events ?? 0), graph.seatCount))
        }
        guard !sides.isEmpty else { return .undefined(noPath) }
        let weight = Double(sides.reduce(0) { $0 + $1.weight })
        return .known(
            sides.reduce(0) { $0 + Double($1.weight) * max(0, $1.beyond) } / weight,
            statistic: sides.reduce(0) { $0 + Double($1.weight) * $1.beyond } / weight)
    }

    /// Negative where less is closed than chance would close.
    private static func beyondChance(_ found: Double, _ expected: Double) -> Double {
        if found >= 1 - 1e-12 { return 1 }
        return expected < 1 ? (found - expected) / (1 - expected) : found - expected
    }

    private static let noPath = Bilingual(
        en: "There is no path that could be closed.", fr: "Il n'y a aucun chemin à fermer.")
}
