import GraphKernels
import Vocabulary

/// By how many an actor is chosen, directly or through others, and from how near.
enum PrestigeMeasures {
    static let all = [domain, proximity]

    private static let lin1976 = Reference("Lin", 1976, "Foundations of Social Research", "McGraw-Hill")
    private static let wassermanFaust1994 = Reference(
        "Wasserman and Faust", 1994, "Social Network Analysis: Methods and Applications", "Cambridge University Press",
        locator: "section 5.3.2, eq. 5.25")

    private static let domain = Measure(
        "domain_prestige", level: .actor, family: .prestige,
        name: Bilingual(en: "domain prestige", fr: "prestige de domaine"),
        formula: #"\frac{I_i}{n - 1},\quad I_i = |\{j \neq i : d_{ji} < \infty\}|"#,
        reading: Bilingual(
            en: "The share of the other actors from which a chain of ties leads to the actor: its domain of influence.",
            fr: "La part des autres acteurs d'où une chaîne de liens mène à l'acteur : son domaine d'influence."),
        convention: Bilingual(
            en: "Weights do not matter. sna gives the number of actors, not divided by n − 1.",
            fr: "Les poids n'importent pas. sna donne le nombre d'acteurs, sans le diviser par n − 1."),
        undefined: Conventions.smallNetwork, sources: [lin1976, wassermanFaust1994], range: 0...1,
        requirements: [.directed], profiles: [.centrality]
    ) { context throws(MilieuError) in
        let others = Double(context.graph.nodeCount - 1)
        return .number(try context.inwardPathSummary().reached.map { others > 0 ? Double($0) / others : nil })
    }.growing(.rises)

    private static let proximity = Measure(
        "proximity_prestige", level: .actor, family: .prestige,
        name: Bilingual(en: "proximity prestige", fr: "prestige de proximité"),
        formula: #"\frac{I_i / (n - 1)}{\sum_j d_{ji} / I_i}"#,
        reading: Bilingual(
            en:
                "Domain prestige over the mean distance from which it comes: 1 where all others are tied to the actor, 0 where nobody is.",
            fr:
                "Le prestige de domaine rapporté à la distance moyenne d'où il vient : 1 si tous les autres sont liés à l'acteur, 0 si personne ne l'est."
        ),
        convention: Bilingual(
            en:
                "Distances to the actor: the same as closeness over the ties that lead to it (`closeness_inward`). sna has 0 where somebody does not reach the actor. With weights it can exceed 1.",
            fr:
                "Distances vers l'acteur : égal à la proximité par les liens qui mènent à lui (`closeness_inward`). Avec des poids, il peut dépasser 1."
        )
            + Conventions.paths,
        undefined: Conventions.smallNetwork, sources: [lin1976, wassermanFaust1994], range: 0...1,
        requirements: [.directed], profiles: [.centrality]
    ) { context throws(MilieuError) in
        .number(try context.inwardPathSummary().closeness)
    }.readingWeights()
}
