import GraphKernels
import Vocabulary

/// Betweenness as other tools compute it.
enum BetweennessVariants {
    static let betweenness = [ordered, parallel]

    /// Of `betweenness_normalized`.
    static let percent = Measure.Variant(
        "percent", Bilingual(en: "in percent", fr: "en pourcentage"), tools: [.ucinet],
        formula: #"100 \cdot \frac{2}{(n-1)(n-2)} \sum_{s < t} \frac{\sigma_{st}(i)}{\sigma_{st}}"#,
        convention: Bilingual(
            en: "Times 100, as in the log of UCINET's Freeman betweenness.",
            fr: "Fois 100, comme dans le journal de l'intermédiarité de Freeman d'UCINET.") + Conventions.paths,
        range: 0...100
    ) { context throws(MilieuError) in
        let values = context.perPair(try context.betweenness())
        return .number(values.map { $0.map { 100 * $0 } })
    }

    private static let ordered = Measure.Variant(
        "ordered", Bilingual(en: "over ordered pairs", fr: "sur les paires ordonnées"), tools: [.sna],
        convention: Bilingual(
            en: "Every pair counts in both orders, so that in an undirected network the value is twice `betweenness`; in a directed one it is the same.",
            fr: "Chaque paire compte dans les deux ordres : dans un réseau non orienté, le double de `betweenness` ; dans un réseau orienté, la même valeur.")
            + Conventions.paths
    ) { context throws(MilieuError) in
        let factor = context.graph.isDirected ? 1.0 : 2
        return .number(try context.betweenness().map { $0 * factor })
    }

    private static let parallel = Measure.Variant(
        "parallel", Bilingual(en: "parallel ties as so many paths", fr: "liens parallèles comme autant de chemins"),
        tools: [.igraph],
        convention: Bilingual(
            en: "Two actors joined by several ties have as many shortest paths between them. Binary paths only: with `--weights` parallel ties are one, as in `betweenness`.",
            fr: "Deux acteurs joints par plusieurs liens ont autant de plus courts chemins entre eux. Chemins binaires seulement : avec `--weights`, les liens parallèles n'en font qu'un, comme dans `betweenness`.")
    ) { context throws(MilieuError) in
        guard context.options.weights == .none else { return .number(try context.betweenness()) }
        let graph = context.binary
        return .number(
            context.memo("multigraph betweenness") {
                MultigraphBetweenness.nodes(of: graph, multiplicities: context.tieCounts.outgoing.weights)
            })
    }
}

extension MeasureContext {
    /// The graph with the number of parallel ties as weights: its rows are those of `binary`.
    var tieCounts: Graph {
        memo("tie counts") {
            Graph(
                nodeCount: view.nodes.count, sources: view.sources, targets: view.targets,
                weights: [Double](repeating: 1, count: view.tieCount), isDirected: view.isDirected,
                bothWays: view.tieIsDirected.map { !$0 })
        }
    }
}
