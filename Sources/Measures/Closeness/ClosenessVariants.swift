import GraphKernels
import Vocabulary

/// Closeness as other tools compute it: they disagree on direction, on disconnection and on scale.
enum ClosenessVariants {
    static let closeness = [inward, component, connected, penalised]

    private static let inward = Measure.Variant(
        "inward", Bilingual(en: "inward", fr: "entrante"), tools: [.networkx],
        formula: #"\frac{r_i - 1}{n - 1} \cdot \frac{r_i - 1}{\sum_{j} d_{ji}}"#,
        convention: Bilingual(
            en: "Distances towards the actor, over the r actors that reach it; otherwise Wasserman and Faust's form. In an undirected network the same as `closeness`.",
            fr: "Distances vers l'acteur, sur les r acteurs qui l'atteignent ; pour le reste, la forme de Wasserman et Faust. Dans un réseau non orienté, égale à `closeness`.")
            + Conventions.paths
    ) { context throws(MilieuError) in
        .number(try context.inwardPathSummary().closeness)
    }

    private static let component = Measure.Variant(
        "component", Bilingual(en: "within reach", fr: "dans l'atteignable"), tools: [.igraph],
        formula: #"\frac{r_i - 1}{\sum_{j} d_{ij}}"#,
        convention: Bilingual(
            en: "The inverse of the mean distance to the actors reached, however few they are: an actor of a pair has 1. Directed: distances out from the actor (R's default; Python's reads either direction: take `--undirected`).",
            fr: "L'inverse de la distance moyenne aux acteurs atteints, si peu qu'ils soient : un acteur d'une paire a 1. Orienté : distances partant de l'acteur (défaut de R ; celui de Python lit l'un ou l'autre sens : prenez `--undirected`).")
            + Conventions.paths,
        undefined: Bilingual(en: "Undefined where the actor reaches nobody.", fr: "Indéfinie si l'acteur n'atteint personne.")
    ) { context throws(MilieuError) in
        let paths = try context.pathSummary()
        return .number(paths.reached.indices.map { paths.reached[$0] > 0 ? Double(paths.reached[$0]) / paths.total[$0] : nil })
    }

    private static let connected = Measure.Variant(
        "connected", Bilingual(en: "0 unless all are reached", fr: "nulle si tous ne sont pas atteints"), tools: [.sna],
        formula: #"\frac{n - 1}{\sum_{j} d_{ij}},\quad d_{ij} = \infty \text{ out of reach}"#,
        convention: Bilingual(
            en: "Freeman's form with infinite distances: 0 for whoever does not reach all others. Directed: distances out from the actor.",
            fr: "Forme de Freeman à distances infinies : 0 pour qui n'atteint pas tous les autres. Orienté : distances partant de l'acteur.")
            + Conventions.paths
    ) { context throws(MilieuError) in
        let paths = try context.pathSummary()
        let others = paths.reached.count - 1
        return .number(
            paths.reached.indices.map { node in
                guard others > 0 else { return nil }
                return Int(paths.reached[node]) == others ? Double(others) / paths.total[node] : 0
            })
    }

    private static let penalised = Measure.Variant(
        "penalised", Bilingual(en: "unreached at distance n, in percent", fr: "non atteints à la distance n, en pourcentage"),
        tools: [.ucinet],
        formula: #"100\, \frac{n - 1}{\sum_{j} d_{ij}},\quad d_{ij} = n \text{ out of reach}"#,
        convention: Bilingual(
            en: "Actors out of reach count as if n steps away; times 100. Binary. Directed: distances out from the actor (UCINET's out-closeness).",
            fr: "Les acteurs hors d'atteinte comptent comme à n pas ; fois 100. Binaire. Orienté : distances partant de l'acteur (out-closeness d'UCINET)."),
        range: 0...100, readsWeights: .never
    ) { context in
        let paths = context.binaryPathSummary
        let count = paths.reached.count
        return .number(
            paths.reached.indices.map { node in
                let away = Double(count - 1 - Int(paths.reached[node])) * Double(count)
                return count > 1 ? 100 * Double(count - 1) / (paths.total[node] + away) : nil
            })
    }

    static let harmonic = [
        Measure.Variant(
            "inward_sum", Bilingual(en: "inward, not divided", fr: "entrante, non divisée"), tools: [.networkx],
            formula: #"\sum_{j \neq i} \frac{1}{d_{ji}}"#,
            convention: Bilingual(
                en: "The sum of the inverse distances towards the actor, not divided by n − 1.",
                fr: "La somme des inverses des distances vers l'acteur, non divisée par n − 1.") + Conventions.paths,
            undefined: Bilingual(""), range: 0...Double.infinity
        ) { context throws(MilieuError) in .number(try context.inwardPathSummary().inverse) }
    ]
}

extension MeasureContext {
    /// One search to each node, along the ties backwards.
    func inwardPathSummary() throws(MilieuError) -> PathSummary {
        guard graph.isDirected else { return try pathSummary() }
        let graph = try lengths().reversed()
        return memo("inward path summary") { PathSummary(of: graph) }
    }
}
