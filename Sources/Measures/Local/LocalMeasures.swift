import GraphKernels
import Vocabulary

/// How an actor's alters are tied among themselves.
enum LocalMeasures {
    static let all =
        [triangles, clustering, clusteringWeighted].map {
            $0.ofOneMode(namesakes: "clustering_two_mode_opsahl", "clustering_two_mode_latapy")
        } + [localBridge.ofOneMode()]

    private static let triangles = Measure(
        "triangles", level: .actor, family: .local,
        name: Bilingual(en: "triangles", fr: "triangles"),
        formula: #"t_i = |\{\{j,h\} : a_{ij} a_{ih} a_{jh} = 1\}|"#,
        reading: Bilingual(
            en: "The number of pairs of alters that are tied to each other.",
            fr: "Le nombre de paires d'alters liés entre eux."),
        convention: Conventions.alwaysBinary + Conventions.eitherDirection,
        sources: [.wassermanFaust1994], range: 0...Double.infinity, type: .integer, profiles: [.structure]
    ) { context in
        .integer(context.triangles.counts.map { $0 })
    }.growing(.rises).explained(sum: "tied") { context, node throws(MilieuError) in try AlterExplanations.pairs(context, node) }

    private static let fewAlters = Bilingual(
        en: "Undefined for an actor of fewer than two alters.", fr: "Indéfini pour un acteur de moins de deux alters.")

    private static let clustering = Measure(
        "clustering", level: .actor, family: .local,
        name: Bilingual(en: "clustering coefficient", fr: "coefficient d'agrégation"),
        formula: #"\frac{2 t_i}{d_i (d_i - 1)}"#,
        reading: Bilingual(
            en: "The share of the pairs of alters that are tied to each other: 0 for a star, 1 for a clique.",
            fr: "La part des paires d'alters liés entre eux : 0 pour une étoile, 1 pour une clique."),
        convention: Conventions.alwaysBinary + Conventions.eitherDirection,
        undefined: fewAlters,
        sources: [.wattsStrogatz1998], range: 0...1, profiles: [.structure, .socialCapital]
    ) { context in
        .number(context.clustering)
    }.offering(ClosureVariants.clustering).explained(sum: "share") { context, node throws(MilieuError) in
        try AlterExplanations.pairs(context, node)
    }

    private static let clusteringWeighted = Measure(
        "clustering_weighted", level: .actor, family: .local,
        name: Bilingual(en: "weighted clustering coefficient", fr: "coefficient d'agrégation pondéré"),
        formula: #"\frac{1}{s_i (d_i - 1)} \sum_{j,h} \frac{w_{ij} + w_{ih}}{2} a_{ij} a_{ih} a_{jh}"#,
        reading: Bilingual(
            en: "The clustering coefficient with each triangle weighted by the actor's two ties in it: above the plain one where strong ties close triangles.",
            fr: "Le coefficient d'agrégation où chaque triangle pèse selon les deux liens que l'acteur y a : supérieur au simple si les liens forts ferment les triangles."),
        convention: Bilingual(
            en: "Barrat's form. Reads weights as strengths whatever `--weights`; both directions of a pair add up; a tie without direction counts once.",
            fr: "Forme de Barrat. Lit les poids comme des forces quel que soit `--weights` ; les deux sens d'une paire s'additionnent ; un lien sans direction compte une fois."),
        undefined: fewAlters,
        sources: [.barrat2004], range: 0...1, profiles: [.structure]
    ) { context throws(MilieuError) in
        let graph = try context.undirectedStrengths()
        guard graph.isWeighted else { return .number(context.clustering) }
        let (sums, strengths) = (Triangles(of: graph).weights, graph.strengths(incoming: false))
        return .number(
            sums.enumerated().map { node, sum in
                let degree = graph.outgoing.degree(of: node)
                return degree > 1 ? min(1, sum / (strengths[node] * Double(degree - 1))) : nil
            })
    }.readingStrengths()

    private static let localBridge = Measure(
        "local_bridge", level: .tie, family: .local,
        name: Bilingual(en: "local bridge", fr: "pont local"),
        formula: #"N(i) \cap N(j) = \emptyset"#,
        reading: Bilingual(
            en: "Whether the two actors have no alter in common, so that the tie is the only short way between two surroundings.",
            fr: "Si les deux acteurs n'ont aucun alter commun, de sorte que le lien est le seul court chemin entre deux entourages."),
        convention: Conventions.alwaysBinary + Conventions.eitherDirection,
        sources: [
            Reference("Granovetter", 1973, "The strength of weak ties", "American Journal of Sociology 78(6), 1360–1380", locator: "p. 1365")
        ],
        range: 0...1, type: .flag, polarity: .neutral, profiles: [.structure, .socialCapital]
    ) { context in
        let (view, graph) = (context.view, context.binaryUndirected)
        let parts = Parallel.chunks(of: view.tieCount, grain: 4096) { ties in
            ties.map { tie in !graph.shareNeighbour(Int(view.sources[tie]), Int(view.targets[tie])) }
        }
        return .flag(parts.flatMap { $0 })
    }
}
