import GraphKernels
import Vocabulary

/// Burt's measures of how redundant an actor's alters are to one another.
enum StructuralHoleMeasures {
    static let all = [constraint, effectiveSize, efficiency, hierarchy].map { $0.ofOneMode(namesakes: "redundancy") }

    private static let convention = Bilingual(
        en: "Over the whole network, not the ego network alone; p_iq = (a_iq + a_qi) / Σ_j (a_ij + a_ji), to which a tie without direction adds both ways.",
        fr: "Sur le réseau entier, non sur le seul réseau d'ego ; p_iq = (a_iq + a_qi) / Σ_j (a_ij + a_ji), à quoi un lien sans direction ajoute dans les deux sens.")
        + Conventions.adjacency

    private static let constraint = measure(
        "constraint", Bilingual(en: "constraint", fr: "contrainte"),
        #"\sum_j \Big(p_{ij} + \sum_{q \neq i,j} p_{iq} p_{qj}\Big)^2"#,
        Bilingual(
            en: "How far the actor's relations all lead back to a single alter: low where its alters are not tied to each other. It can exceed 1.",
            fr: "À quel point les relations de l'acteur ramènent toutes à un seul alter : faible si ses alters ne sont pas liés entre eux. Elle peut dépasser 1."),
        Bilingual(en: "Sums over alters j.", fr: "Somme sur les alters j."),
        range: 0...Double.infinity, polarity: .moreIsLess
    ) { holes, node in holes.constraint[node] }
        .offering(StructuralHoleVariants.ego { $0.constraint[$1] } + [StructuralHoleVariants.parallel])
        .explained(sum: "constraint") { context, node throws(MilieuError) in
            try StructuralHoleExplanations.constraint(context, node)
        }

    private static let effectiveSize = measure(
        "effective_size", Bilingual(en: "effective size", fr: "taille efficace"),
        #"\sum_j \Big(1 - \sum_{q \neq i,j} p_{iq} m_{jq}\Big)"#,
        Bilingual(
            en: "The number of alters less their redundancy: as many as there are alters where none is tied to another.",
            fr: "Le nombre d'alters moins leur redondance : autant que d'alters si aucun n'est lié à un autre."),
        Bilingual(
            en: "m_jq is z_jq = a_jq + a_qj over the largest z_jk of alter j. NetworkX up to 3.7 with SciPy from 1.14 takes that of actor q where it is asked for all actors of a directed or valued network at once, which is not Burt's; asked actor by actor it agrees.",
            fr: "m_jq est z_jq = a_jq + a_qj rapporté au plus grand z_jk de l'alter j. NetworkX jusqu'à 3.7 avec SciPy à partir de 1.14 prend celui de l'acteur q si on lui demande tous les acteurs d'un réseau orienté ou valué à la fois, ce qui n'est pas de Burt ; acteur par acteur, il concorde."),
        range: 0...Double.infinity, polarity: .moreIsMore
    ) { holes, node in holes.effectiveSize[node] }
        .offering(StructuralHoleVariants.ego { $0.effectiveSize[$1] })
        .explained(sum: "effective") { context, node throws(MilieuError) in
            try StructuralHoleExplanations.effectiveSize(context, node)
        }

    private static let efficiency = measure(
        "efficiency", Bilingual(en: "efficiency", fr: "efficacité"),
        #"\frac{1}{d_i} \sum_j \Big(1 - \sum_{q \neq i,j} p_{iq} m_{jq}\Big)"#,
        Bilingual(
            en: "The share of the alters that is not redundant.", fr: "La part des alters qui n'est pas redondante."),
        Bilingual(
            en: "The effective size over the number of alters.", fr: "La taille efficace rapportée au nombre d'alters."),
        range: 0...1, polarity: .moreIsMore
    ) { holes, node in holes.effectiveSize[node] / Double(holes.neighbourCount[node]) }
        .offering(StructuralHoleVariants.ego { $0.effectiveSize[$1] / Double($0.neighbourCount[$1]) })
        .explained(sum: "efficiency") { context, node throws(MilieuError) in
            try StructuralHoleExplanations.effectiveSize(context, node)
        }

    private static let hierarchy = measure(
        "hierarchy", Bilingual(en: "hierarchy of constraint", fr: "hiérarchie de la contrainte"),
        #"\frac{\sum_j r_j \ln r_j}{N \ln N},\quad r_j = \frac{c_{ij}}{C/N}"#,
        Bilingual(
            en: "1 where the constraint comes from one alter, 0 where all alters constrain alike.",
            fr: "1 si la contrainte vient d'un seul alter, 0 si tous les alters contraignent également."),
        Bilingual(
            en: "The Coleman-Theil disorder of the constraint over the N alters; 1 for an actor with one alter.",
            fr: "Le désordre de Coleman-Theil de la contrainte sur les N alters ; 1 pour un acteur qui n'a qu'un alter."),
        range: 0...1, polarity: .moreIsLess
    ) { holes, node in holes.hierarchy[node] }
        .offering(StructuralHoleVariants.ego { $0.hierarchy[$1] })
        .explained(sum: "hierarchy") { context, node throws(MilieuError) in
            try StructuralHoleExplanations.hierarchy(context, node)
        }

    private static func measure(
        _ id: String, _ name: Bilingual, _ formula: String, _ reading: Bilingual, _ own: Bilingual,
        range: ClosedRange<Double>, polarity: Measure.Polarity,
        _ value: @escaping @Sendable (StructuralHoles, Int) -> Double
    ) -> Measure {
        Measure(
            id, level: .actor, family: .structuralHoles, name: name, formula: formula, reading: reading,
            convention: own + convention,
            undefined: Bilingual(en: "Undefined for an isolate.", fr: "Indéfini pour un isolé."),
            sources: [.burt1992, .borgatti1997], range: range, polarity: polarity,
            profiles: [.roles, .socialCapital]
        ) { context throws(MilieuError) in
            let holes = try context.structuralHoles()
            return .number(holes.neighbourCount.indices.map { holes.neighbourCount[$0] > 0 ? value(holes, $0) : nil })
        }.readingWeights()
    }
}
