import Vocabulary

/// Whether those tied to the same actor are tied to each other, so that norms can hold.
enum Closure {
    static let indicator = Indicator(
        "closure", .structure,
        name: Bilingual(en: "closure", fr: "fermeture"),
        formula: #"\frac{P}{P + 10} \max\left(0, \frac{T - E_0 T}{1 - E_0 T}\right)"#,
        reading: Bilingual(
            en:
                "The share of paths among inside actors that are closed, beyond what rewirings that keep every degree give. Of ties, paths of two steps; of events, 4·C₄/L₃; each counts by its number of ties or participations. The fewer paths (P) it rests on, the nearer it is taken to 0, as if ten more were open.",
            fr:
                "La part des chemins entre acteurs internes qui se ferment, au-delà de ce que donnent des recâblages qui gardent tous les degrés. Pour les liens, les chemins de deux pas ; pour les événements, 4·C₄/L₃ ; chacun compte selon son nombre de liens ou de participations. Moins elle repose sur de chemins (P), plus on la ramène vers 0, comme si dix de plus étaient ouverts."
        ),
        undefined: Bilingual(
            en:
                "Undefined where no layer of interaction was surveyed or fewer than two actors are inside; 0 where there is no path to close.",
            fr:
                "Indéfini si aucune couche d'interaction n'a été relevée ou si moins de deux acteurs sont internes ; 0 s'il n'y a aucun chemin à fermer."
        ),
        needs: Bilingual(
            en: "ties.csv and participation.csv of the layers of interaction",
            fr: "ties.csv et participation.csv des couches d'interaction"),
        sources: [
            Reference(
                "Coleman", 1988, "Social capital in the creation of human capital",
                "American Journal of Sociology 94, S95–S120"),
            Reference(
                "Robins and Alexander", 2004,
                "Small worlds among interlocking directors: network structure and distance in bipartite graphs",
                "Computational & Mathematical Organization Theory 10, 69–94"),
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
            sides.append((shrunk(beyondChance(found, expected.ties ?? 0), counts.twoPaths), graph.pairCount))
        }
        if counts.threePaths > 0 {
            let found = Double(counts.closedThreePaths) / Double(counts.threePaths)
            sides.append((shrunk(beyondChance(found, expected.events ?? 0), counts.threePaths), graph.seatCount))
        }
        guard !sides.isEmpty else { return .known(0, coverage: situation.knownPattern, reason: noPath) }
        let weight = Double(sides.reduce(0) { $0 + $1.weight })
        return .known(
            sides.reduce(0) { $0 + Double($1.weight) * max(0, $1.beyond) } / weight, coverage: situation.knownPattern,
            reason: situation.patternReason,
            statistic: sides.reduce(0) { $0 + Double($1.weight) * $1.beyond } / weight)
    }

    /// Negative where less is closed than chance would close.
    private static func beyondChance(_ found: Double, _ expected: Double) -> Double {
        if found >= 1 - 1e-12 { return 1 }
        return expected < 1 ? (found - expected) / (1 - expected) : found - expected
    }

    /// As if so many more paths were there, none of them closed beyond chance.
    private static func shrunk(_ beyond: Double, _ paths: Int) -> Double {
        beyond * Double(paths) / (Double(paths) + openPaths)
    }

    private static let openPaths = 10.0

    private static let noPath = Bilingual(
        en: "There is no path that could be closed.", fr: "Il n'y a aucun chemin à fermer.")
}
