import GraphKernels
import Vocabulary

/// Whether an actor's alters are of other groups or of its own.
enum EIIndex {
    static let actor = Measure(
        "ei_index", level: .actor, family: .mixing,
        name: Bilingual(en: "E-I index", fr: "indice E-I"),
        formula: #"\frac{E_i - I_i}{E_i + I_i}"#,
        reading: Bilingual(
            en: "1 where all alters are of other groups than the actor, −1 where all are of its own.",
            fr: "1 si tous les alters sont d'autres groupes que l'acteur, −1 si tous sont du sien."),
        convention: Bilingual(
            en: "Counts alters, not weights; a tie in either direction is one. The group is the attribute chosen by `--group-by` (kind by default); alters whose group is not known are left out.",
            fr: "Compte des alters, non des poids ; un lien dans l'un ou l'autre sens est un seul lien. Le groupe est l'attribut choisi par `--group-by` (le type par défaut) ; les alters de groupe inconnu sont laissés de côté."),
        undefined: Bilingual(
            en: "Undefined where the actor's group is not known, or that of none of its alters.",
            fr: "Indéfini si le groupe de l'acteur n'est pas connu, ou celui d'aucun de ses alters."),
        sources: [
            Reference("Krackhardt and Stern", 1988, "Informal networks and organizational crises: an experimental simulation", "Social Psychology Quarterly 51(2), 123–140")
        ],
        range: -1...1, polarity: .neutral, requirements: [.grouping], profiles: [.roles, .socialCapital]
    ) { context throws(MilieuError) in
        let (groups, rows) = (try context.grouping().groupOf, context.binaryUndirected.outgoing)
        return .number(
            groups.indices.map { node in
                guard groups[node] >= 0 else { return nil }
                var (others, own) = (0, 0)
                for alter in rows.neighbours(of: node) where groups[Int(alter)] >= 0 {
                    if groups[Int(alter)] == groups[node] { own += 1 } else { others += 1 }
                }
                return others + own > 0 ? Double(others - own) / Double(others + own) : nil
            })
    }.ofOneMode().explained { context, node throws(MilieuError) in try AlterExplanations.groups(context, node) }
}
