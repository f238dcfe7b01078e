import GraphKernels
import Vocabulary

/// Centralities that count all ways between two actors, as a current does, not only the shortest.
enum FlowMeasures {
    static let all = [betweenness, closeness]

    /// Of a betweenness: nine digits are to be right.
    private static let largestError = 1e-9

    /// A component needs the square of its actors in numbers, and their cube in time.
    private static let largestComponent = 5000

    private static let convention = Bilingual(
        en:
            "Per component, direction ignored. Ties conduct 1; with `--weights strength` their strength, with `--weights distance` 1/distance. Components of up to 5000 actors.",
        fr:
            "Par composante, sens ignoré. Un lien conduit 1 ; avec `--weights strength`, sa force ; avec `--weights distance`, 1/distance. Composantes de 5000 acteurs au plus."
    )

    private static let betweenness = Measure(
        "current_flow_betweenness", level: .actor, family: .flow,
        name: Bilingual(en: "current-flow betweenness", fr: "intermédiarité de courant"),
        formula: #"\frac{2}{(k-1)(k-2)} \sum_{s < t} \tfrac12 \sum_{j} a_{ij} |V^{st}_i - V^{st}_j|,\quad i \neq s, t"#,
        reading: Bilingual(
            en:
                "The share of a unit current between two others that runs through the actor, over all pairs of its component.",
            fr:
                "La part d'un courant unité entre deux autres acteurs qui passe par l'acteur, sur toutes les paires de sa composante."
        ),
        convention: convention
            + Bilingual(en: "The ends of a pair are left out.", fr: "Les extrémités d'une paire ne comptent pas."),
        undefined: Bilingual(
            en: "Undefined in a component of fewer than three actors.",
            fr: "Indéfinie dans une composante de moins de trois acteurs."),
        sources: [
            Reference(
                "Newman", 2005, "A measure of betweenness centrality based on random walks",
                "Social Networks 27(1), 39–54"),
            .brandesFleischer2005,
        ],
        range: 0...1
    ) { context throws(MilieuError) in
        let flow = try flow(context)
        guard flow.betweennessError <= largestError else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en:
                        "The current-flow betweenness is out of numerical reach: strengths so far apart leave it fewer than nine digits.",
                    fr:
                        "L'intermédiarité de flux est hors de portée numérique : des forces aussi éloignées lui laissent moins de neuf chiffres."
                ),
                remedy: Bilingual(
                    en:
                        "Take `current_flow_closeness`, which holds, or `betweenness`, or bring the weights nearer to each other.",
                    fr:
                        "Prenez `current_flow_closeness`, qui tient, ou `betweenness`, ou rapprochez les poids les uns des autres."
                ))
        }
        return .number(flow.betweenness)
    }.readingWeights()

    private static let closeness = Measure(
        "current_flow_closeness", level: .actor, family: .flow,
        name: Bilingual(en: "current-flow closeness", fr: "proximité de courant"),
        formula: #"\frac{k - 1}{\sum_{j} R_{ij}}"#,
        reading: Bilingual(
            en: "The inverse of the mean resistance to the others of its component: many short ways make it large.",
            fr:
                "L'inverse de la résistance moyenne vers les autres de sa composante : beaucoup de courts chemins la rendent grande."
        ),
        convention: convention
            + Bilingual(
                en:
                    "Stephenson and Zelen's information centrality up to its scale; on a tree equal to closeness within the component.",
                fr:
                    "La centralité d'information de Stephenson et Zelen à l'échelle près ; sur un arbre, égale à la proximité dans la composante."
            ),
        undefined: Bilingual(en: "Undefined for an isolate.", fr: "Indéfinie pour un isolé."),
        sources: [
            Reference(
                "Stephenson and Zelen", 1989, "Rethinking centrality: methods and examples",
                "Social Networks 11(1), 1–37"),
            .brandesFleischer2005,
        ],
        range: 0...Double.infinity
    ) { context throws(MilieuError) in
        .number(try flow(context).closeness)
    }.readingWeights().offering([
        Measure.Variant(
            "undivided", Bilingual(en: "sum of resistances", fr: "somme des résistances"), tools: [.networkx],
            formula: #"\frac{1}{\sum_{j} R_{ij}}"#,
            convention: Bilingual(
                en: "Over the sum of the resistances, not their mean.",
                fr: "Rapportée à la somme des résistances, non à leur moyenne.") + convention
        ) { context throws(MilieuError) in
            let values = try flow(context).closeness
            let components = context.components
            return .number(
                values.indices.map { node in
                    values[node].map { $0 / Double(components.sizes[Int(components.labels[node])] - 1) }
                })
        }
    ])

    private static func flow(_ context: MeasureContext) throws(MilieuError) -> CurrentFlow {
        let graph = try context.conductances()
        return try context.memo("current flow") { () throws(MilieuError) in
            let components = Components.weak(of: graph)
            let largest = components.sizes.max() ?? 0
            guard largest <= largestComponent else {
                throw MilieuError(
                    .usage,
                    Bilingual(
                        en: "A component of \(largest) actors is too large for a current-flow measure.",
                        fr: "Une composante de \(largest) acteurs est trop grande pour une mesure de flux."),
                    remedy: Bilingual(
                        en:
                            "Measure a part of the network (`--inside-only`, `--layer`, `--kind`), or take `betweenness` and `closeness`.",
                        fr:
                            "Mesurez une partie du réseau (`--inside-only`, `--layer`, `--kind`), ou prenez `betweenness` et `closeness`."
                    ))
            }
            return CurrentFlow(of: graph, components: components)
        }
    }
}
