import Vocabulary

/// Whether actors of different kinds tie with one another.
enum Mixing {
    static let indicator = Indicator(
        "mixing", .breadth,
        name: Bilingual(en: "mixing of kinds", fr: "mixité des types"),
        formula: #"\min\left(1, \frac{m_{\neq} / m}{1 - \sum_k a_k^2}\right)"#,
        reading: Bilingual(
            en: "The share of ties of interaction across kinds of actors, over the share that indifference to kinds would give; 1 where kinds mix as freely as that, or more.",
            fr: "La part des liens d'interaction entre types d'acteurs différents, rapportée à celle que donnerait l'indifférence aux types ; 1 si les types se mêlent autant, ou plus."),
        undefined: Bilingual(
            en: "Undefined where all ties are of one kind of actors, or kinds are known for less than half of them.",
            fr: "Indéfini si tous les liens concernent un seul type d'acteurs, ou si les types sont connus pour moins de la moitié."),
        needs: Bilingual(en: "actors.csv, column kind", fr: "actors.csv, colonne kind"),
        sources: [
            Reference("Burt", 1992, "Structural Holes", "Harvard University Press")
        ],
        reads: [.interactionTies, .kinds]
    ) { situation in
        if let missing = situation.missingInteraction { return missing }
        guard !situation.interaction.isEmpty else { return .nothingFound }
        // By kind.
        var ends: [Int] = []
        var (known, across) = (0, 0)
        for place in situation.interaction {
            let link = situation.scenario.interaction[Int(place)]
            let kinds = (situation.code.actors[Int(link.source)].kind, situation.code.actors[Int(link.target)].kind)
            guard kinds.0 >= 0, kinds.1 >= 0 else { continue }
            known += 1
            if kinds.0 != kinds.1 { across += 1 }
            let most = Int(max(kinds.0, kinds.1))
            if most >= ends.count { ends += Array(repeating: 0, count: most + 1 - ends.count) }
            ends[Int(kinds.0)] += 1
            ends[Int(kinds.1)] += 1
        }
        let coverage = Double(known) / Double(situation.interaction.count)
        guard coverage >= 0.5 else { return .undefined(unknown, coverage: coverage) }
        guard ends.count(where: { $0 > 0 }) > 1 else { return .undefined(oneKind, coverage: coverage) }
        // In whole numbers, so that the sum has no order.
        let same = ends.reduce(0) { $0 + $1 * $1 }
        let expected = 1 - Double(same) / Double(4 * known * known)
        return .known(Double(across) / Double(known) / expected, coverage: coverage)
    }

    private static let oneKind = Bilingual(
        en: "All ties of interaction are between actors of one kind.",
        fr: "Tous les liens d'interaction unissent des acteurs d'un même type.")
    private static let unknown = Bilingual(
        en: "Both kinds are known for less than half of the ties of interaction.",
        fr: "Les deux types sont connus pour moins de la moitié des liens d'interaction.")
}
