import GraphKernels
import Vocabulary

/// Burt's measures in the ego network model: UCINET's, "as originally suggested by Burt".
enum StructuralHoleVariants {
    static func ego(_ value: @escaping @Sendable (EgoStructuralHoles, Int) -> Double) -> [Measure.Variant] {
        [
            Measure.Variant(
                "ego", Bilingual(en: "ego network model", fr: "modèle du réseau d'ego"), tools: [.ucinet],
                convention: Bilingual(
                    en: "In the ego network alone: the shares p_qj of an alter, and its strongest tie in m_jq, are taken over the actor and its alters, and ties that leave them do not exist. z = a_iq + a_qi.",
                    fr: "Dans le seul réseau d'ego : les parts p_qj d'un alter, et son lien le plus fort dans m_jq, sont prises sur l'acteur et ses alters, et les liens qui en sortent n'existent pas. z = a_iq + a_qi.")
                    + Conventions.adjacency
            ) { context throws(MilieuError) in
                let graph = try context.addedArcs()
                let holes = context.memo("ego structural holes") { EgoStructuralHoles(of: graph) }
                return .number(holes.neighbourCount.indices.map { holes.neighbourCount[$0] > 0 ? value(holes, $0) : nil })
            }
        ]
    }

    /// Of `constraint`.
    static let parallel = Measure.Variant(
        "parallel", Bilingual(en: "parallel ties added up", fr: "liens parallèles additionnés"), tools: [.igraph],
        convention: Bilingual(
            en: "Over the whole network; a_ij is the number of ties from i to j, so that an alter tied more often weighs more. NetworkX does the same for a MultiGraph, and counts self-loops, which are left out here as in igraph; there an actor tied to itself alone has 0.",
            fr: "Sur le réseau entier ; a_ij est le nombre de liens de i à j, de sorte qu'un alter lié plus souvent pèse plus. NetworkX fait de même pour un MultiGraph et compte les boucles, laissées de côté ici comme dans igraph ; un acteur lié à lui seul y a 0.")
            + Conventions.adjacency
    ) { context throws(MilieuError) in
        let holes =
            context.options.weights == .none
            ? context.memo("structural holes of all ties") { StructuralHoles(of: context.tieCounts.symmetrised()) }
            : try context.structuralHoles()
        let looped = Set(context.view.loops)
        return .number(
            holes.neighbourCount.indices.map { node in
                holes.neighbourCount[node] > 0 ? holes.constraint[node] : looped.contains(Int32(node)) ? 0 : nil
            })
    }
}
