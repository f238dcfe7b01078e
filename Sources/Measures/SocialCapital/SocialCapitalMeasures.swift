import GraphKernels
import NetworkModel
import Tabular
import Vocabulary

/// Whom an actor can count on: ties by what they bridge, and ties held fast by a common third.
enum SocialCapitalMeasures {
    static let all = [bonding, bridging, linking, simmelian].map { $0.ofOneMode() }

    private static let woolcock2001 = Reference(
        "Woolcock", 2001, "The place of social capital in understanding social and economic outcomes",
        "Canadian Journal of Policy Research 2(1), 11–17", locator: "pp. 13–14")
    private static let alters = Bilingual(
        en: "Counts alters, each once, in either direction.",
        fr: "Compte les alters, chacun une fois, dans l'un ou l'autre sens.")
    private static let grouped = Bilingual(
        en: "The kind is the attribute of `--group-by`; alters of unknown kind are left out.",
        fr: "Le genre est l'attribut de `--group-by` ; les alters de genre inconnu sont laissés de côté.")
    private static let ownKind = Bilingual(
        en: "Undefined where the actor's own kind is not known.", fr: "Indéfini si le genre de l'acteur n'est pas connu.")

    private static let bonding = Measure(
        "bonding_ties", level: .actor, family: .socialCapital,
        name: Bilingual(en: "bonding ties", fr: "liens d'attachement"),
        formula: #"|\{j \in N(i) : g_j = g_i\}|"#,
        reading: Bilingual(
            en: "The number of alters of the actor's own kind: the capital that holds likes together.",
            fr: "Le nombre d'alters du même genre que l'acteur : le capital qui tient ensemble les semblables."),
        convention: alters + grouped, undefined: ownKind,
        sources: [woolcock2001, Reference("Putnam", 2000, "Bowling Alone", "Simon and Schuster", locator: "pp. 22–24")],
        range: 0...Double.infinity, type: .integer, requirements: [.grouping], profiles: [.socialCapital]
    ) { context throws(MilieuError) in
        .integer(try countAlters(context) { $0 == $1 })
    }.growing(.rises).explained(sum: "internal") { context, node throws(MilieuError) in try AlterExplanations.groups(context, node) }

    private static let bridging = Measure(
        "bridging_ties", level: .actor, family: .socialCapital,
        name: Bilingual(en: "bridging ties", fr: "liens d'accointance"),
        formula: #"|\{j \in N(i) : g_j \neq g_i\}|"#,
        reading: Bilingual(
            en: "The number of alters of other kinds: the capital that reaches beyond one's like.",
            fr: "Le nombre d'alters d'autres genres : le capital qui porte au-delà des semblables."),
        convention: alters + grouped, undefined: ownKind,
        sources: [woolcock2001, Reference("Putnam", 2000, "Bowling Alone", "Simon and Schuster", locator: "pp. 22–24")],
        range: 0...Double.infinity, type: .integer, requirements: [.grouping], profiles: [.socialCapital]
    ) { context throws(MilieuError) in
        .integer(try countAlters(context) { $0 != $1 })
    }.growing(.rises).explained(sum: "external") { context, node throws(MilieuError) in try AlterExplanations.groups(context, node) }

    private static let linking = Measure(
        "linking_ties", level: .actor, family: .socialCapital,
        name: Bilingual(en: "linking ties", fr: "liens instrumentaux"),
        formula: #"|\{j \in N(i) : j \text{ of sphere public or finance}\}|"#,
        reading: Bilingual(
            en: "The number of alters that are institutions, public bodies or funders: the capital that reaches those who hold power and means.",
            fr: "Le nombre d'alters qui sont des institutions, pouvoirs publics ou financeurs : le capital qui atteint ceux qui détiennent pouvoir et moyens."),
        convention: alters
            + Bilingual(
                en: "The sphere is that of the alter's kind; such ties are bonding or bridging too.",
                fr: "La sphère est celle du genre de l'alter ; ces liens sont aussi d'attachement ou d'accointance."),
        undefined: Bilingual(
            en: "Undefined where the sphere of none of its alters is known.",
            fr: "Indéfini si la sphère d'aucun de ses alters n'est connue."),
        sources: [
            woolcock2001,
            Reference("Szreter and Woolcock", 2004, "Health by association? Social capital, social theory, and the political economy of public health", "International Journal of Epidemiology 33(4), 650–667", locator: "p. 655"),
        ],
        range: 0...Double.infinity, type: .integer, requirements: [.oneMode], profiles: [.socialCapital]
    ) { context in
        let spheres = context.network.spheres
        let ofNodes = context.view.nodes.map { node -> Sphere? in
            guard case .actor(let position) = node else { return nil }
            return spheres[position]
        }
        return .integer(
            ofNodes.indices.map { node in
                let alters = context.binaryUndirected.outgoing.neighbours(of: node)
                let known = alters.compactMap { ofNodes[Int($0)] }
                guard alters.isEmpty || !known.isEmpty else { return nil }
                return known.count { $0 == .public || $0 == .finance }
            })
    }.growing(.rises).explained(sum: "linking") { context, node in AlterExplanations.spheres(context, node) }

    private static let simmelian = Measure(
        "simmelian_ties", level: .actor, family: .socialCapital,
        name: Bilingual(en: "Simmelian ties", fr: "liens simméliens"),
        formula: #"|\{j : r_{ij} = 1 \wedge \exists\, k : r_{ik} r_{jk} = 1\}|,\quad r_{ij} = a_{ij} a_{ji}"#,
        reading: Bilingual(
            en: "The number of alters to whom the actor is tied both ways within a clique of at least three: ties that a third watches over.",
            fr: "Le nombre d'alters auxquels l'acteur est lié dans les deux sens au sein d'une clique d'au moins trois : des liens sur lesquels veille un tiers."),
        convention: Bilingual(
            en: "Binary; in an undirected network every tie is reciprocated.",
            fr: "Binaire ; dans un réseau non orienté, tout lien est réciproque."),
        sources: [
            Reference("Krackhardt", 1998, "Simmelian ties: super strong and sticky", "in Kramer and Neale (eds), Power and Influence in Organizations, Sage, 21–38")
        ],
        range: 0...Double.infinity, type: .integer, profiles: [.socialCapital, .structure]
    ) { context in
        .integer(SimmelianTies.counts(context.binary))
    }.growing(.rises).explained(sum: "simmelian") { context, node in AlterExplanations.thirds(context, node) }

    private static func countAlters(
        _ context: MeasureContext, _ isCounted: (_ own: Int32, _ other: Int32) -> Bool
    ) throws(MilieuError) -> [Int?] {
        let groups = try context.grouping().groupOf
        return groups.indices.map { node in
            guard groups[node] >= 0 else { return nil }
            return context.binaryUndirected.outgoing.neighbours(of: node).count {
                groups[Int($0)] >= 0 && isCounted(groups[node], groups[Int($0)])
            }
        }
    }
}
