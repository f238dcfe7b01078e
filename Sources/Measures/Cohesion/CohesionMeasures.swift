import GraphKernels
import NetworkModel
import Vocabulary

/// How much, and how far, the network holds together.
enum CohesionMeasures {
    static let all = [
        actors, ties, density, components, largestComponentShare, isolates, averageDegree,
        averagePathLength, diameter, globalEfficiency,
        transitivity.ofOneMode(namesakes: "transitivity_two_mode", "transitivity_two_mode_opsahl"),
        averageClustering.ofOneMode(namesakes: "average_clustering_two_mode"), reciprocity,
    ]

    private static let actors = count(
        "actors", Bilingual(en: "actors", fr: "acteurs"), "n",
        Bilingual(en: "The number of actors, isolates among them.", fr: "Le nombre d'acteurs, isolés compris."),
        noEvents
    ) { $0.view.actorCount }

    private static let ties = count(
        "ties", Bilingual(en: "tied pairs", fr: "paires liées"), "m",
        Bilingual(en: "The number of pairs of actors that are tied.", fr: "Le nombre de paires d'acteurs liés."),
        Bilingual(
            en: "Parallel ties are one; each direction is one in a directed network. Self-loops do not count.",
            fr: "Paires d'acteurs liés : les liens parallèles n'en font qu'un ; chaque sens compte dans un réseau orienté. Les boucles ne comptent pas.")
    ) { $0.graph.edgeCount }.growing(.rises)

    private static let components = count(
        "components", Bilingual(en: "components", fr: "composantes"), "c",
        Bilingual(
            en: "The number of parts without a tie between them; an isolate is one.",
            fr: "Le nombre de parties sans lien entre elles ; un isolé en est une."),
        Conventions.eitherDirection, polarity: .moreIsLess
    ) { $0.components.count }.growing(.falls)

    private static let isolates = count(
        "isolates", Bilingual(en: "isolates", fr: "isolés"), #"|\{i : d_i = 0\}|"#,
        Bilingual(en: "The number of actors without any tie.", fr: "Le nombre d'acteurs sans aucun lien."),
        Conventions.eitherDirection + noEvents, polarity: .moreIsLess
    ) { context in context.binaryUndirected.outgoing.degrees.prefix(context.view.actorCount).count { $0 == 0 } }.growing(.falls)

    private static let density = Measure(
        "density", level: .network, family: .cohesion,
        name: Bilingual(en: "density", fr: "densité"),
        formula: #"\frac{2m}{n(n-1)}\ \text{or}\ \frac{m}{n(n-1)}"#,
        reading: Bilingual(
            en: "The share of the possible ties that exist.", fr: "La part des liens possibles qui existent."),
        convention: Bilingual(
            en: "Binary; over ordered pairs in a directed network, over actors times events in a two-mode view.",
            fr: "Binaire ; sur les paires ordonnées dans un réseau orienté, sur acteurs fois événements dans une vue bimodale."),
        undefined: noPair, sources: [.wassermanFaust1994], range: 0...1, profiles: [.structure]
    ) { context in
        let (graph, view) = (context.graph, context.view)
        let count = Double(graph.nodeCount)
        let pairs =
            view.isTwoMode
            ? Double(view.actorCount) * (count - Double(view.actorCount))
            : count * (count - 1) / (graph.isDirected ? 1 : 2)
        return .number([pairs > 0 ? Double(graph.edgeCount) / pairs : nil])
    }.offering(LoopVariants.density).growing(.rises)

    private static let largestComponentShare = Measure(
        "largest_component_share", level: .network, family: .cohesion,
        name: Bilingual(en: "share of the largest component", fr: "part de la plus grande composante"),
        formula: #"\max_c n_c / n"#,
        reading: Bilingual(
            en: "The share of the actors in the largest connected part.",
            fr: "La part des acteurs dans la plus grande partie connexe."),
        convention: Conventions.eitherDirection,
        undefined: Bilingual(en: "Undefined in an empty network.", fr: "Indéfinie dans un réseau vide."),
        sources: [.newman2010], range: 0...1, profiles: [.structure]
    ) { context in
        let largest = context.components.sizes.max()
        return .number([largest.map { Double($0) / Double(context.graph.nodeCount) }])
    }.growing(.rises)

    private static let averageDegree = Measure(
        "average_degree", level: .network, family: .cohesion,
        name: Bilingual(en: "average degree", fr: "degré moyen"),
        formula: #"\frac1n \sum_i d_i"#,
        reading: Bilingual(
            en: "The number of alters that an actor has on average.",
            fr: "Le nombre d'alters qu'un acteur a en moyenne."),
        convention: Conventions.alwaysBinary + Conventions.eitherDirection
            + Bilingual(
                en: "In a two-mode view the mean number of events of an actor.",
                fr: "Dans une vue bimodale, le nombre moyen d'événements d'un acteur."),
        undefined: Bilingual(en: "Undefined in an empty network.", fr: "Indéfini dans un réseau vide."),
        sources: [.wassermanFaust1994], range: 0...Double.infinity, profiles: [.structure]
    ) { context in
        // Over the actors, each tie by its ends among them: both, or in a two-mode view one.
        let (actors, ends) = (context.view.actorCount, context.view.isTwoMode ? 1.0 : 2)
        return .number([actors > 0 ? ends * Double(context.binaryUndirected.edgeCount) / Double(actors) : nil])
    }.growing(.rises)

    private static let averagePathLength = Measure(
        "average_path_length", level: .network, family: .distance,
        name: Bilingual(en: "average path length", fr: "longueur moyenne des chemins"),
        formula: #"\frac{\sum_{d_{ij} < \infty} d_{ij}}{|\{(i,j) : i \neq j,\ d_{ij} < \infty\}|}"#,
        reading: Bilingual(
            en: "The mean distance between two actors, one of whom reaches the other.",
            fr: "La distance moyenne entre deux acteurs dont l'un atteint l'autre."),
        convention: reachablePairs, undefined: nobodyReached,
        sources: [.wattsStrogatz1998], range: 0...Double.infinity, polarity: .moreIsLess, profiles: [.structure]
    ) { context throws(MilieuError) in
        let paths = try context.pathSummary()
        let pairs = paths.pairCount
        return .number([pairs > 0 ? paths.total.reduce(0, +) / Double(pairs) : nil])
    }.readingWeights()

    private static let diameter = Measure(
        "diameter", level: .network, family: .distance,
        name: Bilingual(en: "diameter", fr: "diamètre"),
        formula: #"\max_{d_{ij} < \infty} d_{ij}"#,
        reading: Bilingual(
            en: "The largest distance between two actors, one of whom reaches the other.",
            fr: "La plus grande distance entre deux acteurs dont l'un atteint l'autre."),
        convention: reachablePairs, undefined: nobodyReached,
        sources: [.wassermanFaust1994], range: 0...Double.infinity, polarity: .moreIsLess, profiles: [.structure]
    ) { context throws(MilieuError) in
        let paths = try context.pathSummary()
        return .number([paths.pairCount > 0 ? paths.farthest.max() : nil])
    }.readingWeights()

    private static let globalEfficiency = Measure(
        "global_efficiency", level: .network, family: .distance,
        name: Bilingual(en: "global efficiency", fr: "efficacité globale"),
        formula: #"\frac{1}{n(n-1)} \sum_{i \neq j} \frac{1}{d_{ij}}"#,
        reading: Bilingual(
            en: "The mean inverse distance: 1 where all are tied to all; pairs out of reach add 0.",
            fr: "La moyenne des inverses des distances : 1 si tous sont liés à tous ; les paires hors d'atteinte ajoutent 0."),
        convention: Bilingual(
            en: "Over ordered pairs. With weights it can exceed 1.",
            fr: "Sur les paires ordonnées. Avec des poids, elle peut dépasser 1.") + Conventions.paths,
        undefined: noPair, sources: [.latoraMarchiori2001], range: 0...1, profiles: [.structure]
    ) { context throws(MilieuError) in
        let inverse = try context.pathSummary().inverse
        let pairs = Double(inverse.count) * Double(inverse.count - 1)
        return .number([pairs > 0 ? inverse.reduce(0, +) / pairs : nil])
    }.readingWeights().growing(.rises)

    private static let transitivity = Measure(
        "transitivity", level: .network, family: .cohesion,
        name: Bilingual(en: "transitivity", fr: "transitivité"),
        formula: #"\frac{3 \times \text{triangles}}{\text{connected triples}}"#,
        reading: Bilingual(
            en: "The share of the pairs of actors with a common alter that are tied themselves.",
            fr: "La part des paires d'acteurs ayant un alter commun qui sont elles-mêmes liées."),
        convention: Conventions.alwaysBinary + Conventions.eitherDirection,
        undefined: Bilingual(
            en: "Undefined where no two actors have a common alter.",
            fr: "Indéfinie si aucune paire d'acteurs n'a d'alter commun."),
        sources: [.wassermanFaust1994, .newman2010], range: 0...1, profiles: [.structure]
    ) { context in
        .number([context.undirectedTransitivity])
    }.offering(ClosureVariants.transitivity)

    private static let averageClustering = Measure(
        "average_clustering", level: .network, family: .cohesion,
        name: Bilingual(en: "average clustering", fr: "agrégation moyenne"),
        formula: #"\frac{1}{|\{i : d_i \geq 2\}|} \sum_{d_i \geq 2} \frac{2 t_i}{d_i (d_i - 1)}"#,
        reading: Bilingual(
            en: "The mean over actors of the share of their alters that are tied to each other.",
            fr: "La moyenne sur les acteurs de la part de leurs alters liés entre eux."),
        convention: Bilingual(
            en: "Actors of fewer than two alters are left out of the mean, not counted as 0.",
            fr: "Les acteurs de moins de deux alters sont exclus de la moyenne, non comptés comme 0.")
            + Conventions.alwaysBinary + Conventions.eitherDirection,
        undefined: Bilingual(
            en: "Undefined where no actor has two alters.", fr: "Indéfinie si aucun acteur n'a deux alters."),
        sources: [.wattsStrogatz1998], range: 0...1, profiles: [.structure]
    ) { context in
        let values = context.clustering.compactMap { $0 }
        return .number([values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)])
    }.offering(ClosureVariants.averageClustering)

    private static let reciprocity = Measure(
        "reciprocity", level: .network, family: .cohesion,
        name: Bilingual(en: "reciprocity", fr: "réciprocité"),
        formula: #"\frac{|\{(i,j) : a_{ij} a_{ji} = 1\}|}{m}"#,
        reading: Bilingual(
            en: "The share of the directed ties that are returned.", fr: "La part des liens orientés qui sont rendus."),
        convention: Bilingual(
            en: "Over arcs, not dyads, and over directed ties alone: one without direction neither counts as returned nor returns another. Parallel ties are one. Always binary.",
            fr: "Sur les arcs, non les dyades, et sur les seuls liens orientés : un lien sans direction ne compte pas comme rendu et n'en rend pas d'autre. Les liens parallèles n'en font qu'un. Toujours binaire."),
        undefined: Bilingual(
            en: "Undefined in a network without directed ties.", fr: "Indéfinie dans un réseau sans lien orienté."),
        sources: [.newman2010], range: 0...1, requirements: [.directed], profiles: [.structure, .socialCapital]
    ) { context in
        let graph = context.directedTies
        let returned = 2 * DyadCensus(graph).mutual
        return .number([graph.edgeCount > 0 ? Double(returned) / Double(graph.edgeCount) : nil])
    }.offering(ClosureVariants.reciprocity)

    private static let noEvents = Bilingual(
        en: "In a two-mode view events are not counted.", fr: "Dans une vue bimodale, les événements ne sont pas comptés.")
    private static let noPair = Bilingual(
        en: "Undefined where no pair is possible.", fr: "Indéfinie si aucune paire n'est possible.")
    private static let nobodyReached = Bilingual(
        en: "Undefined in a network without ties.", fr: "Indéfini dans un réseau sans lien.")
    private static let reachablePairs = Bilingual(
        en: "Over the pairs that reach each other, ordered in a directed network.",
        fr: "Sur les paires qui s'atteignent, ordonnées dans un réseau orienté.") + Conventions.paths

    private static func count(
        _ id: String, _ name: Bilingual, _ formula: String, _ reading: Bilingual, _ convention: Bilingual,
        polarity: Measure.Polarity = .moreIsMore, _ value: @escaping @Sendable (MeasureContext) -> Int
    ) -> Measure {
        Measure(
            id, level: .network, family: .cohesion, name: name, formula: formula, reading: reading,
            convention: convention, sources: [.wassermanFaust1994], range: 0...Double.infinity,
            type: .integer, polarity: polarity, profiles: [.structure]
        ) { context in .integer([value(context)]) }
    }
}
