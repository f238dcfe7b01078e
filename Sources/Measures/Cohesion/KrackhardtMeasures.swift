import GraphKernels
import Vocabulary

/// How near the network is to an out-tree: Krackhardt's four dimensions, and fragmentation.
enum KrackhardtMeasures {
    static let all = [fragmentation, connectedness, hierarchy, efficiency.ofOneMode(), lubness]

    private static let krackhardt1994 = Reference(
        "Krackhardt", 1994, "Graph theoretical dimensions of informal organizations",
        "in Carley and Prietula (eds), Computational Organization Theory, Lawrence Erlbaum, 89–111")
    private static let fewActors = Bilingual(
        en: "Undefined in a network of fewer than two actors.", fr: "Indéfini dans un réseau de moins de deux acteurs.")
    private static let smallComponents = Bilingual(
        en: "Undefined where no connected part has three actors.",
        fr: "Indéfini si aucune partie connexe n'a trois acteurs.")

    private static let fragmentation = Measure(
        "fragmentation", level: .network, family: .cohesion,
        name: Bilingual(en: "fragmentation", fr: "fragmentation"),
        formula: #"1 - \frac{\sum_c n_c (n_c - 1)}{n (n - 1)}"#,
        reading: Bilingual(
            en: "The share of the pairs of actors that no chain of ties joins.",
            fr: "La part des paires d'acteurs qu'aucune chaîne de liens ne joint."),
        convention: Conventions.eitherDirection, undefined: fewActors, sources: [KeyPlayerMeasures.borgatti2006],
        range: 0...1, profiles: [.structure]
    ) { context in
        .number([Krackhardt.connectedness(context.binary).map { 1 - $0 }])
    }.growing(.falls)

    private static let connectedness = Measure(
        "krackhardt_connectedness", level: .network, family: .cohesion,
        name: Bilingual(en: "connectedness", fr: "connexité"),
        formula: #"1 - \frac{V}{n(n-1)/2}"#,
        reading: Bilingual(
            en: "The share of the pairs of actors that some chain of ties joins; 1 in a connected network.",
            fr: "La part des paires d'acteurs qu'une chaîne de liens joint ; 1 dans un réseau connexe."),
        convention: Bilingual(
            en: "V is the number of pairs that no chain joins.",
            fr: "V est le nombre de paires qu'aucune chaîne ne joint.")
            + Conventions.eitherDirection,
        undefined: fewActors, sources: [krackhardt1994], range: 0...1, profiles: [.structure]
    ) { context in
        .number([Krackhardt.connectedness(context.binary)])
    }.growing(.rises)

    private static let hierarchy = Measure(
        "krackhardt_hierarchy", level: .network, family: .cohesion,
        name: Bilingual(en: "graph hierarchy", fr: "hiérarchie du graphe"),
        formula:
            #"1 - \frac{|\{\{i,j\} : i \leadsto j \wedge j \leadsto i\}|}{|\{\{i,j\} : i \leadsto j \vee j \leadsto i\}|}"#,
        reading: Bilingual(
            en:
                "Of the pairs where one reaches the other along the ties, the share where it is not returned: 1 in a pure hierarchy.",
            fr:
                "Parmi les paires dont l'un atteint l'autre en suivant les liens, la part sans retour : 1 dans une pure hiérarchie."
        ),
        convention: Bilingual(
            en: "Binary, on chains of directed ties.", fr: "Binaire, sur les chaînes de liens orientés."),
        undefined: Bilingual(en: "Undefined in a network without ties.", fr: "Indéfinie dans un réseau sans lien."),
        sources: [krackhardt1994], range: 0...1, polarity: .neutral, requirements: [.directed], profiles: [.structure]
    ) { context throws(MilieuError) in
        try require(context, "krackhardt_hierarchy")
        return .number([Krackhardt.hierarchy(context.binary)])
    }

    private static let efficiency = Measure(
        "krackhardt_efficiency", level: .network, family: .cohesion,
        name: Bilingual(en: "graph efficiency", fr: "efficience du graphe"),
        formula: #"1 - \frac{m - \sum_c (n_c - 1)}{\sum_c (n_c - 1)(n_c - 2)/2}"#,
        reading: Bilingual(
            en: "1 where no tie is more than needed to hold each part together, 0 where all possible ties exist.",
            fr:
                "1 si aucun lien n'excède ce qu'il faut pour tenir chaque partie ensemble, 0 si tous les liens possibles existent."
        ),
        convention: Bilingual(
            en: "On the ties without direction, as the author has it; sna counts arcs against n(n − 1).",
            fr: "Sur les liens sans direction, comme chez l'auteur ; sna compte les arcs, rapportés à n(n − 1)."),
        undefined: smallComponents, sources: [krackhardt1994], range: 0...1, polarity: .neutral, profiles: [.structure]
    ) { context in
        .number([Krackhardt.efficiency(context.binary)])
    }.offering([
        Measure.Variant(
            "arcs", Bilingual(en: "of arcs", fr: "des arcs"), tools: [.sna],
            formula: #"1 - \frac{a - \sum_c (n_c - 1)}{\sum_c (n_c - 1)^2}"#,
            convention: Bilingual(
                en: "Counts arcs a, an undirected tie as two, against all that a part can have beyond a tree.",
                fr:
                    "Compte les arcs a, un lien non orienté pour deux, rapportés à tout ce qu'une partie peut avoir de plus qu'un arbre."
            ),
            undefined: Bilingual(
                en: "Undefined where no connected part has two actors.",
                fr: "Indéfini si aucune partie connexe n'a deux acteurs."),
            range: -Double.infinity...1
        ) { context in
            let (graph, sizes) = (context.binary, context.components.sizes)
            let needed = sizes.reduce(0) { $0 + $1 - 1 }
            let possible = sizes.reduce(0) { $0 + ($1 - 1) * ($1 - 1) }
            return .number([possible > 0 ? 1 - Double(graph.outgoing.targets.count - needed) / Double(possible) : nil])
        }
    ])

    private static let lubness = Measure(
        "krackhardt_lubness", level: .network, family: .cohesion,
        name: Bilingual(en: "least upper boundedness", fr: "existence d'un plus petit majorant"),
        formula: #"1 - \frac{|\{\{i,j\} \text{ without a least upper bound}\}|}{\sum_c (n_c - 1)(n_c - 2)/2}"#,
        reading: Bilingual(
            en:
                "Whether any two actors of a part have someone above both to whom all others above both lead: unity of command.",
            fr:
                "Si deux acteurs d'une même partie ont au-dessus d'eux quelqu'un à qui mènent tous les autres qui les dominent : unité de commandement."
        ),
        convention: Bilingual(
            en: "An actor is above those it reaches along the ties, and above itself.",
            fr: "Un acteur est au-dessus de ceux qu'il atteint en suivant les liens, et de lui-même."),
        undefined: smallComponents, sources: [krackhardt1994], range: 0...1, polarity: .neutral,
        requirements: [.directed], profiles: [.structure]
    ) { context throws(MilieuError) in
        try require(context, "krackhardt_lubness")
        return .number([Krackhardt.lubness(context.binary)])
    }.offering([
        Measure.Variant(
            "topmost", Bilingual(en: "topmost bound", fr: "majorant le plus haut"), tools: [.sna],
            convention: Bilingual(
                en:
                    "Asks for one above both who leads to all others above both, where Krackhardt asks for one to whom all others lead: what sna 2.7 computes.",
                fr:
                    "Demande quelqu'un au-dessus des deux qui mène à tous les autres au-dessus des deux, là où Krackhardt demande quelqu'un à qui tous les autres mènent : ce que calcule sna 2.7."
            )
        ) { context throws(MilieuError) in
            try context.requireSize(atMost: 5_000, for: "krackhardt_lubness_topmost")
            return .number([Krackhardt.lubness(context.binary, bound: .topmost)])
        }
    ])

    private static func require(_ context: MeasureContext, _ id: String) throws(MilieuError) {
        try context.requireSize(atMost: 20_000, for: id)
    }
}

extension MeasureContext {
    /// - Throws: `MilieuError` of cause `usage` for a measure whose cost grows with the square of the
    ///   network's size, or faster.
    func requireSize(atMost most: Int, for measure: String) throws(MilieuError) {
        guard graph.nodeCount > most else { return }
        throw MilieuError(
            .usage,
            Bilingual(
                en: "The measure \"\(measure)\" compares all pairs, too many for \(graph.nodeCount) actors.",
                fr:
                    "La mesure « \(measure) » compare toutes les paires, trop nombreuses pour \(graph.nodeCount) acteurs."
            ),
            remedy: Bilingual(
                en: "Choose a view of at most \(most) actors.", fr: "Choisissez une vue d'au plus \(most) acteurs."))
    }
}
