import GraphKernels
import Vocabulary

/// How deep inside the network an actor lies.
enum CoreMeasures {
    static let all = [coreness, onionLayer]

    private static let coreness = Measure(
        "coreness", level: .actor, family: .core,
        name: Bilingual(en: "coreness", fr: "cœur"),
        formula: #"\max \{k : i \in H \subseteq G,\ \min_{j \in H} d_H(j) \geq k\}"#,
        reading: Bilingual(
            en: "The largest k such that the actor belongs to a group in which each is tied to k others or more of it.",
            fr: "Le plus grand k tel que l'acteur appartient à un groupe dont chacun est lié à au moins k autres membres."),
        convention: Conventions.alwaysBinary + Conventions.eitherDirection,
        sources: [.seidman1983], range: 0...Double.infinity, type: .integer, profiles: [.structure]
    ) { context in
        .integer(Cores.coreness(of: context.binaryUndirected).map { Int($0) })
    }.offering([
        Measure.Variant(
            "arcs", Bilingual(en: "of arcs", fr: "des arcs"), tools: [.igraph, .networkx],
            formula: #"\max \{k : i \in H \subseteq G,\ \min_{j \in H} d^-_H(j) + d^+_H(j) \geq k\}"#,
            convention: Bilingual(
                en: "Directed: by in-degree plus out-degree, so that an alter tied both ways counts twice (the default of igraph and NetworkX). In an undirected network the same as `coreness`. Always binary; parallel ties are one.",
                fr: "Orienté : par le degré entrant plus sortant, de sorte qu'un alter lié dans les deux sens compte deux fois (défaut d'igraph et de NetworkX). Dans un réseau non orienté, égal à `coreness`. Toujours binaire ; les liens parallèles n'en font qu'un.")
        ) { context in
            let graph = context.binary
            return .integer((graph.isDirected ? Cores.corenessOfArcs(graph) : Cores.coreness(of: graph)).map { Int($0) })
        }
    ]).growing(.rises)

    private static let onionLayer = Measure(
        "onion_layer", level: .actor, family: .core,
        name: Bilingual(en: "onion layer", fr: "couche d'oignon"),
        formula: #"\ell_i = \text{round in which } i \text{ is peeled off}"#,
        reading: Bilingual(
            en: "The round in which the actor falls when the weakest are peeled off together: a finer coreness.",
            fr: "Le tour auquel l'acteur tombe quand on retire ensemble les moins liés : un cœur plus fin."),
        convention: Bilingual(
            en: "Isolates have layer 0, the first round is 1.",
            fr: "Les isolés ont la couche 0, le premier tour est 1.")
            + Conventions.alwaysBinary + Conventions.eitherDirection,
        sources: [
            Reference("Hébert-Dufresne, Grochow and Allard", 2016, "Multi-scale structure and topological anomaly detection via a new network statistic: the onion decomposition", "Scientific Reports 6, 31708")
        ],
        range: 0...Double.infinity, type: .integer, profiles: [.structure]
    ) { context in
        .integer(Cores.onionLayers(of: context.binaryUndirected).map { Int($0) })
    }.offering([
        Measure.Variant(
            "with_isolates", Bilingual(en: "isolates first", fr: "isolés d'abord"), tools: [.networkx],
            convention: Bilingual(
                en: "Isolates are the first layer where there are any, and all others come one later.",
                fr: "Les isolés sont la première couche s'il y en a, et toutes les autres viennent un tour plus tard.")
                + Conventions.alwaysBinary + Conventions.eitherDirection
        ) { context in
            let layers = Cores.onionLayers(of: context.binaryUndirected).map { Int($0) }
            return .integer(layers.map { $0 + (layers.contains(0) ? 1 : 0) })
        }
    ])
}
