import GraphKernels
import Vocabulary

/// Whether ties stay within groups, whatever the sizes of the groups.
enum YulesQ {
    static let all = [actor, network]

    private static let sources = [
        Reference(
            "Yule", 1900, "On the association of attributes in statistics",
            "Philosophical Transactions of the Royal Society A 194, 257–319"),
        Reference("Borgatti, Everett and Johnson", 2013, "Analyzing Social Networks", "SAGE", locator: "ch. 15"),
        .perryPescosolidoBorgatti2018,
    ]
    private static let formula = #"\frac{I_1 E_0 - I_0 E_1}{I_1 E_0 + I_0 E_1}"#
    private static let grouped = Bilingual(
        en:
            "I₁ and I₀ are the possible ties within groups that exist and that do not, E₁ and E₀ those between groups. Groups by `--group-by` (kind by default); actors of unknown group are left out.",
        fr:
            "I₁ et I₀ sont les liens possibles dans les groupes qui existent et qui n'existent pas, E₁ et E₀ ceux entre les groupes. Groupes selon `--group-by` (le type par défaut) ; les acteurs de groupe inconnu sont laissés de côté."
    )

    private static let actor = Measure(
        "yules_q", level: .actor, family: .mixing,
        name: Bilingual(en: "Yule's Q", fr: "Q de Yule"), formula: formula,
        reading: Bilingual(
            en:
                "1 where the actor is tied to its own group alone, −1 where to others alone, 0 where groups do not matter: the E-I index, without its bias towards large groups (and of the other sign).",
            fr:
                "1 si l'acteur n'est lié qu'à son propre groupe, −1 s'il ne l'est qu'aux autres, 0 si les groupes n'importent pas : l'indice E-I, sans son biais vers les grands groupes (et de signe contraire)."
        ),
        convention: grouped + Conventions.alwaysBinary + Conventions.eitherDirection,
        undefined: Bilingual(
            en:
                "Undefined where the actor's group is not known, where it has no tie or all, and where one side alone is possible.",
            fr:
                "Indéfini si le groupe de l'acteur n'est pas connu, s'il n'a aucun lien ou tous, et si un seul côté est possible."
        ),
        sources: sources, range: -1...1, polarity: .neutral, requirements: [.oneMode, .grouping],
        profiles: [.roles, .socialCapital]
    ) { context throws(MilieuError) in
        let grouping = try context.grouping()
        let (groups, sizes, rows) = (grouping.groupOf, grouping.sizes, context.binaryUndirected.outgoing)
        let known = sizes.reduce(0, +)
        return .number(
            groups.indices.map { node in
                guard groups[node] >= 0 else { return nil }
                var (own, others) = (0, 0)
                for alter in rows.neighbours(of: node) where groups[Int(alter)] >= 0 {
                    if groups[Int(alter)] == groups[node] { own += 1 } else { others += 1 }
                }
                let size = sizes[Int(groups[node])]
                return value(own, size - 1, others, known - size)
            })
    }

    private static let network = Measure(
        "yules_q_network", level: .network, family: .mixing,
        name: Bilingual(en: "Yule's Q of the network", fr: "Q de Yule du réseau"), formula: formula,
        reading: Bilingual(
            en:
                "1 where all ties stay within groups, −1 where all run between them, 0 where a tie within is as likely as one between.",
            fr:
                "1 si tous les liens restent dans les groupes, −1 si tous vont de l'un à l'autre, 0 si un lien interne est aussi probable qu'un lien externe."
        ),
        convention: grouped
            + Bilingual(
                en: "Over pairs of actors, in a directed network over ordered pairs.",
                fr: "Sur les paires d'acteurs, dans un réseau orienté sur les paires ordonnées.")
            + Conventions.alwaysBinary,
        undefined: Bilingual(
            en: "Undefined where no tie exists or all do, and where one side alone is possible.",
            fr: "Indéfini si aucun lien n'existe ou s'ils existent tous, et si un seul côté est possible."),
        sources: sources, range: -1...1, polarity: .neutral, requirements: [.oneMode, .grouping], profiles: [.structure]
    ) { context throws(MilieuError) in
        let grouping = try context.grouping()
        let image = BlockDensities(context.binary, block: grouping.groups)
        let (sizes, isDirected) = (grouping.sizes, context.binary.isDirected)
        let known = sizes.reduce(0, +)
        let inner = sizes.reduce(0) { $0 + $1 * ($1 - 1) } / (isDirected ? 1 : 2)
        let all = known * (known - 1) / (isDirected ? 1 : 2)
        let own = sizes.indices.reduce(0) { $0 + image.ties[$1][$1] }
        let ties = image.ties.reduce(0) { $0 + $1.reduce(0, +) } - own
        return .number([value(own, inner, isDirected ? ties : ties / 2, all - inner)])
    }

    private static func value(_ own: Int, _ ownPossible: Int, _ others: Int, _ othersPossible: Int) -> Double? {
        let kept = Double(own) * Double(othersPossible - others)
        let crossed = Double(ownPossible - own) * Double(others)
        return kept + crossed > 0 ? (kept - crossed) / (kept + crossed) : nil
    }
}
