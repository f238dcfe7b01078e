import GraphKernels
import Vocabulary

/// How near an actor is to the others.
enum ClosenessMeasures {
    static let all = [closeness, harmonic, eccentricity]

    private static let closeness = Measure(
        "closeness", level: .actor, family: .closeness,
        name: Bilingual(en: "closeness", fr: "proximité"),
        formula: #"\frac{r_i - 1}{n - 1} \cdot \frac{r_i - 1}{\sum_{j} d_{ij}}"#,
        reading: Bilingual(
            en: "1 where the actor is one step from all others, 0 where it reaches nobody.",
            fr: "1 si l'acteur est à un pas de tous les autres, 0 s'il n'atteint personne."),
        convention: Bilingual(
            en: "Wasserman and Faust's form for disconnected networks, over the r actors reached (itself among them); an isolate has 0. Directed: distances out from the actor. With weights it can exceed 1.",
            fr: "Forme de Wasserman et Faust pour les réseaux non connexes, sur les r acteurs atteints (lui-même compris) ; un isolé a 0. Orienté : distances partant de l'acteur. Avec des poids, elle peut dépasser 1.")
            + Conventions.paths,
        undefined: Conventions.smallNetwork,
        sources: [.freeman1979, .wassermanFaust1994], range: 0...1, profiles: [.centrality]
    ) { context throws(MilieuError) in
        .number(try context.pathSummary().closeness)
    }.readingWeights().offering(ClosenessVariants.closeness).explained { context, node throws(MilieuError) in
        try PathExplanations.distances(context, node)
    }

    private static let harmonic = Measure(
        "harmonic", level: .actor, family: .closeness,
        name: Bilingual(en: "harmonic closeness", fr: "proximité harmonique"),
        formula: #"\frac{1}{n - 1} \sum_{j \neq i} \frac{1}{d_{ij}}"#,
        reading: Bilingual(
            en: "The mean of the inverse distances to the others: 1 where all are one step away; whoever is out of reach adds 0.",
            fr: "La moyenne des inverses des distances aux autres : 1 si tous sont à un pas ; qui est hors d'atteinte ajoute 0."),
        convention: Bilingual(
            en: "Over n − 1, where Gephi divides by the actors reached, so that in a pair apart from the others each has 1. Directed: distances out from the actor. With weights it can exceed 1.",
            fr: "Rapportée à n − 1, là où Gephi divise par les acteurs atteints, de sorte que dans une paire à l'écart des autres chacun a 1. Orienté : distances partant de l'acteur. Avec des poids, elle peut dépasser 1.")
            + Conventions.paths,
        undefined: Conventions.smallNetwork,
        sources: [
            .latoraMarchiori2001,
            Reference("Rochat", 2009, "Closeness centrality extended to unconnected graphs: the harmonic centrality index", "ASNA 2009, Zürich"),
        ],
        range: 0...1, profiles: [.centrality]
    ) { context throws(MilieuError) in
        let inverse = try context.pathSummary().inverse
        return .number(inverse.map { inverse.count > 1 ? $0 / Double(inverse.count - 1) : nil })
    }.readingWeights().offering(ClosenessVariants.harmonic).growing(.rises).explained(sum: "share") { context, node throws(MilieuError) in
        try PathExplanations.distances(context, node)
    }

    private static let eccentricity = Measure(
        "eccentricity", level: .actor, family: .distance,
        name: Bilingual(en: "eccentricity", fr: "excentricité"),
        formula: #"\max_{j : d_{ij} < \infty} d_{ij}"#,
        reading: Bilingual(
            en: "The distance to the farthest actor within reach: small at the centre, large at the rim.",
            fr: "La distance à l'acteur le plus lointain qu'il atteint : petite au centre, grande au bord."),
        convention: Bilingual(
            en: "Over the actors reached. Directed: distances out from the actor.",
            fr: "Sur les acteurs atteints. Orienté : distances partant de l'acteur.") + Conventions.paths,
        undefined: Bilingual(
            en: "Undefined where the actor reaches nobody.", fr: "Indéfinie si l'acteur n'atteint personne."),
        sources: [
            Reference("Hage and Harary", 1995, "Eccentricity and centrality in networks", "Social Networks 17(1), 57–63")
        ],
        range: 0...Double.infinity, polarity: .moreIsLess
    ) { context throws(MilieuError) in
        let paths = try context.pathSummary()
        return .number(paths.reached.indices.map { paths.reached[$0] > 0 ? paths.farthest[$0] : nil })
    }.readingWeights().explained { context, node throws(MilieuError) in try PathExplanations.distances(context, node) }
}
