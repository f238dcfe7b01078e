import GraphKernels
import Vocabulary

/// How far one actor outdoes the others: 1 for a star, 0 where all are alike.
enum CentralizationMeasures {
    static let all = [
        measure(
            "degree_centralization", Bilingual(en: "degree centralisation", fr: "centralisation de degré"),
            formula: #"\frac{\sum_i (d^* - d_i)}{(n-1)(n-2)}"#,
            Bilingual(en: "a tie in either direction is one", fr: "un lien dans l'un ou l'autre sens est un seul lien"),
            divisor: { count, _ in (count - 1) * (count - 2) }
        ) { $0.binaryUndirected.outgoing.degrees.map { Double($0 ?? 0) } }.offering([loops]),
        measure(
            "in_degree_centralization", Bilingual(en: "in-degree centralisation", fr: "centralisation de degré entrant"),
            formula: #"\frac{\sum_i (d^{-*} - d^-_i)}{(n-1)^2}"#,
            Bilingual(
                en: "of in-degree; 1 where all ties lead to one actor and there are no others, so that an undirected star has (n − 2)/(n − 1)",
                fr: "du degré entrant ; 1 si tous les liens mènent à un seul acteur et qu'il n'y en a pas d'autres, de sorte qu'une étoile non orientée a (n − 2)/(n − 1)"),
            sources: [.freeman1979, wassermanFaust], requirements: [.directed],
            divisor: { count, _ in (count - 1) * (count - 1) }
        ) { $0.binary.incoming.degrees.map { Double($0 ?? 0) } },
        measure(
            "out_degree_centralization", Bilingual(en: "out-degree centralisation", fr: "centralisation de degré sortant"),
            formula: #"\frac{\sum_i (d^{+*} - d^+_i)}{(n-1)^2}"#,
            Bilingual(
                en: "of out-degree; 1 where all ties leave one actor and there are no others, so that an undirected star has (n − 2)/(n − 1)",
                fr: "du degré sortant ; 1 si tous les liens partent d'un seul acteur et qu'il n'y en a pas d'autres, de sorte qu'une étoile non orientée a (n − 2)/(n − 1)"),
            sources: [.freeman1979, wassermanFaust], requirements: [.directed],
            divisor: { count, _ in (count - 1) * (count - 1) }
        ) { $0.binary.outgoing.degrees.map { Double($0 ?? 0) } },
        measure(
            "betweenness_centralization",
            Bilingual(en: "betweenness centralisation", fr: "centralisation d'intermédiarité"),
            formula: #"\frac{\sum_i (b^* - b_i)}{n - 1}"#,
            Bilingual(
                en: "of normalised betweenness, over ordered pairs in a directed network",
                fr: "de l'intermédiarité normalisée, sur les paires ordonnées dans un réseau orienté"),
            divisor: { count, _ in count - 1 }
        ) { context in
            context.perPair(context.binaryBetweenness)
        },
        measure(
            "closeness_centralization",
            Bilingual(en: "closeness centralisation", fr: "centralisation de proximité"),
            formula: #"\frac{\sum_i (c^* - c_i)}{(n-1)(n-2)/(2n-3)}"#,
            Bilingual(
                en: "of Wasserman and Faust's closeness; in a directed network the divisor is n − 1, reached where one actor reaches all and nobody else reaches anyone",
                fr: "de la proximité de Wasserman et Faust ; dans un réseau orienté le diviseur est n − 1, atteint si un acteur atteint tous les autres et que nul autre n'atteint personne"),
            divisor: { count, isDirected in isDirected ? count - 1 : (count - 1) * (count - 2) / (2 * count - 3) }
        ) { context in
            context.binaryPathSummary.closeness
        },
    ].map { $0.ofOneMode() }

    private static let wassermanFaust = Reference(
        "Wasserman and Faust", 1994, "Social Network Analysis: Methods and Applications",
        "Cambridge University Press", locator: "section 5.3.1")

    private static let loops = Measure.Variant(
        "with_loops", Bilingual(en: "as if loops were possible", fr: "comme si des boucles étaient possibles"), tools: [.igraph],
        formula: #"\frac{\sum_i (d^* - d_i)}{n (n-1)}"#,
        convention: Bilingual(
            en: "The divisor n(n − 1) takes self-loops for possible, so that a star has less than 1 (R's default). Directed: of in-degree plus out-degree, over 2(n − 1)².",
            fr: "Le diviseur n(n − 1) tient les boucles pour possibles, de sorte qu'une étoile a moins de 1 (défaut de R). Orienté : du degré entrant plus sortant, sur 2(n − 1)².")
    ) { context in
        let (graph, count) = (context.binary, Double(context.graph.nodeCount))
        let degrees = (0..<graph.nodeCount).map { node in
            Double(graph.outgoing.degree(of: node) + (graph.isDirected ? graph.incoming.degree(of: node) : 0))
        }
        guard count > 2, let top = degrees.max() else { return .number([nil]) }
        let divisor = graph.isDirected ? 2 * (count - 1) * (count - 1) : count * (count - 1)
        return .number([degrees.reduce(0) { $0 + (top - $1) } / divisor])
    }

    private static func measure(
        _ id: String, _ name: Bilingual, formula: String, _ convention: Bilingual,
        sources: [Reference] = [.freeman1979], requirements: Set<Measure.Requirement> = [],
        divisor: @escaping @Sendable (Double, Bool) -> Double,
        _ values: @escaping @Sendable (MeasureContext) -> [Double?]
    ) -> Measure {
        Measure(
            id, level: .network, family: .centralisation, name: name, formula: formula,
            reading: Bilingual(
                en: "How far the most central actor outdoes the others: 1 for a star, 0 where all are alike.",
                fr: "À quel point l'acteur le plus central l'emporte sur les autres : 1 pour une étoile, 0 si tous se valent."),
            convention: Bilingual(
                en: "Freeman's sum of differences, \(convention.en). Always binary.",
                fr: "Somme des écarts de Freeman, \(convention.fr). Toujours binaire."),
            undefined: Bilingual(
                en: "Undefined in a network of fewer than three actors.",
                fr: "Indéfinie dans un réseau de moins de trois acteurs."),
            sources: sources, range: 0...1, requirements: requirements, profiles: [.structure]
        ) { context in
            let known = values(context).compactMap { $0 }
            guard context.graph.nodeCount > 2, let top = known.max() else { return .number([nil]) }
            let differences = known.reduce(0) { $0 + (top - $1) }
            return .number([differences / divisor(Double(context.graph.nodeCount), context.graph.isDirected)])
        }
    }
}
