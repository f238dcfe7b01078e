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
}
