import Vocabulary

/// Whether actors of different kinds tie with one another.
enum Mixing {
    static let indicator = Indicator(
        "mixing", .breadth,
        name: Bilingual(en: "mixing of kinds", fr: "mixité des types"),
        formula: #"\max\left(0, \frac{m_{\neq}/m - e}{\min(1, N_{\neq}/m) - e}\right), \quad e = \frac{N_{\neq}}{N}"#,
        reading: Bilingual(
            en:
                "How far the share of tied pairs across kinds of actors goes beyond what indifference to kinds would give (e, the share of all pairs of inside actors that are across kinds), towards as many across as there can be. 0: no more than chance, 1: all that can be.",
            fr:
                "De combien la part des paires liées entre types d'acteurs différents dépasse ce que donnerait l'indifférence aux types (e, la part de toutes les paires d'acteurs internes de types différents), vers le plus qu'il peut y en avoir. 0 : pas plus que le hasard, 1 : tout ce qui se peut."
        ),
        undefined: Bilingual(
            en:
                "Undefined where all inside actors are of one kind, or both kinds are known for less than half of the tied pairs.",
            fr:
                "Indéfini si tous les acteurs internes sont d'un seul type, ou si les deux types sont connus pour moins de la moitié des paires liées."
        ),
        needs: Bilingual(en: "actors.csv, column kind", fr: "actors.csv, colonne kind"),
        sources: [
            Reference("Burt", 1992, "Structural Holes", "Harvard University Press"),
            Reference("Newman", 2003, "Mixing patterns in networks", "Physical Review E 67, 026126"),
        ],
        reads: [.interactionTies, .kinds]
    ) { situation in
        if let missing = situation.missingInteraction { return missing }
        guard situation.graph.pairCount > 0 else { return .nothingFound }
        let actors = situation.code.actors
        var (all, known, across) = (0, 0, 0)
        for (pair, layers) in zip(situation.scenario.pairs, situation.pairLayers) where layers != 0 {
            all += 1
            let kinds = (actors[Int(pair.low)].kind, actors[Int(pair.high)].kind)
            guard kinds.0 >= 0, kinds.1 >= 0 else { continue }
            known += 1
            if kinds.0 != kinds.1 { across += 1 }
        }
        let coverage = Double(known) / Double(all)
        guard coverage >= 0.5 else { return .undefined(unknown, coverage: coverage) }
        let pairs = possiblePairs(situation)
        guard pairs.across > 0 else { return .undefined(oneKind, coverage: coverage) }
        let chance = Double(pairs.across) / Double(pairs.all)
        let most = min(1, Double(pairs.across) / Double(known))
        // Where every pair that can be across is, and nobody is tied else, there is nothing beyond.
        let found = Double(across) / Double(known)
        let beyond = most - chance > 1e-12 ? (found - chance) / (most - chance) : 1
        return .known(
            beyond, coverage: coverage * situation.knownPattern,
            reason: situation.patternReason)
    }

    /// Pairs of inside actors of known kinds, and how many of them are across kinds.
    private static func possiblePairs(_ situation: Situation) -> (all: Int, across: Int) {
        var counts: [Int] = []
        for node in situation.insiders {
            let kind = Int(situation.code.actors[Int(node)].kind)
            guard kind >= 0 else { continue }
            if kind >= counts.count { counts += Array(repeating: 0, count: kind + 1 - counts.count) }
            counts[kind] += 1
        }
        let count = counts.reduce(0, +)
        let same = counts.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
        return (count * (count - 1) / 2, count * (count - 1) / 2 - same)
    }

    private static let oneKind = Bilingual(
        en: "All inside actors are of one kind.",
        fr: "Tous les acteurs internes sont d'un même type.")
    private static let unknown = Bilingual(
        en: "Both kinds are known for less than half of the tied pairs.",
        fr: "Les deux types sont connus pour moins de la moitié des paires liées.")
}
