import GraphKernels
import Vocabulary

/// Opsahl's family: the number of ties and their strength weighed against each other by α.
enum AlphaMeasures {
    static let all = [
        degree(
            "degree_alpha", Bilingual(en: "degree with α", fr: "degré avec α"), #"k_i^{1 - \alpha} s_i^{\alpha}"#, nil),
        degree(
            "in_degree_alpha", Bilingual(en: "in-degree with α", fr: "degré entrant avec α"),
            #"(k^-_i)^{1 - \alpha} (s^-_i)^{\alpha}"#, true),
        degree(
            "out_degree_alpha", Bilingual(en: "out-degree with α", fr: "degré sortant avec α"),
            #"(k^+_i)^{1 - \alpha} (s^+_i)^{\alpha}"#, false),
        closeness, betweenness,
    ]

    private static let opsahl2010 = Reference(
        "Opsahl, Agneessens and Skvoretz", 2010,
        "Node centrality in weighted networks: generalizing degree and shortest paths", "Social Networks 32(3), 245–251"
    )
    private static let alpha = Bilingual(
        en:
            "α is that of `--alpha` (0.5): 0 counts ties, 1 adds up strengths; between them more ties count for more at equal strength, above 1 for less. Reads weights as strengths whatever `--weights`; parallel ties add up; a tie of weight zero is no tie.",
        fr:
            "α est celui de `--alpha` (0,5) : 0 compte les liens, 1 additionne les forces ; entre les deux, plus de liens comptent davantage à force égale, au-dessus de 1 moins. Lit les poids comme des forces quel que soit `--weights` ; les liens parallèles s'additionnent ; un lien de poids nul n'est pas un lien."
    )
    private static let paths = Bilingual(
        en:
            "A tie is as long as 1 over the α-th power of its strength. Lengths that differ by less than 1e-9 of themselves are equal.",
        fr:
            "La longueur d'un lien est l'inverse de sa force à la puissance α. Deux longueurs qui diffèrent de moins de 1e-9 de leur valeur sont égales."
    )

    /// - Parameter isIncoming: nil for ties in either direction.
    private static func degree(_ id: String, _ name: Bilingual, _ formula: String, _ isIncoming: Bool?) -> Measure {
        let ways = Bilingual(
            en: isIncoming == nil
                ? "Ties in either direction; an undirected tie counts once."
                : "In an undirected network the same as degree_alpha.",
            fr: isIncoming == nil
                ? "Liens dans l'un ou l'autre sens ; un lien non orienté compte une fois."
                : "Dans un réseau non orienté, égal à degree_alpha.")
        return Measure(
            id, level: .actor, family: .degree, name: name, formula: formula,
            reading: Bilingual(
                en:
                    "The number k of the actor's alters and the strength s of its ties in one number, as much of each as α says; an isolate has 0.",
                fr:
                    "Le nombre k des alters de l'acteur et la force s de ses liens en un seul nombre, dosés par α ; un isolé a 0."
            ),
            convention: ways + alpha, sources: [opsahl2010], range: 0...Double.infinity, profiles: [.centrality]
        ) { context throws(MilieuError) in
            let graph = isIncoming == nil ? try context.undirectedStrengths() : try context.strengths()
            let rows = isIncoming == true ? graph.incoming : graph.outgoing
            let strengths = graph.strengths(incoming: isIncoming == true)
            let power = context.options.alpha
            return .number(
                strengths.indices.map { node in
                    let degree = Double(rows.degree(of: node))
                    return degree > 0 ? Power.of(degree, 1 - power) * Power.of(strengths[node], power) : 0
                })
        }.readingStrengths()
    }

    private static let closeness = Measure(
        "closeness_alpha", level: .actor, family: .closeness,
        name: Bilingual(en: "closeness with α", fr: "proximité avec α"),
        formula: #"\frac{r_i - 1}{n - 1} \cdot \frac{r_i - 1}{\sum_j d_{ij}},\quad d_{ij} = \min \sum_e w_e^{-\alpha}"#,
        reading: Bilingual(
            en:
                "How near the others are where strong ties are short: the closeness at α = 0, that of strengths at α = 1.",
            fr:
                "À quel point les autres sont proches si les liens forts sont courts : la proximité à α = 0, celle des forces à α = 1."
        ),
        convention: Bilingual(
            en:
                "Wasserman and Faust's form, as closeness; the authors' own is 1/Σd, without n. Directed: distances out from the actor. It can exceed 1.",
            fr:
                "Forme de Wasserman et Faust, comme la proximité ; celle des auteurs est 1/Σd, sans n. Orienté : distances partant de l'acteur. Elle peut dépasser 1."
        )
            + alpha + paths,
        undefined: Conventions.smallNetwork, sources: [opsahl2010, .wassermanFaust1994], range: 0...Double.infinity,
        profiles: [.centrality]
    ) { context throws(MilieuError) in
        .number(PathSummary(of: try context.alphaLengths()).closeness)
    }.readingStrengths()

    private static let betweenness = Measure(
        "betweenness_alpha", level: .actor, family: .betweenness,
        name: Bilingual(en: "betweenness with α", fr: "intermédiarité avec α"),
        formula: #"\sum_{s \neq i \neq t} \frac{\sigma_{st}(i)}{\sigma_{st}},\quad \ell_e = w_e^{-\alpha}"#,
        reading: Bilingual(
            en:
                "The number of pairs whose shortest paths run through the actor where strong ties are short: betweenness at α = 0, that of strengths at α = 1.",
            fr:
                "Le nombre de paires dont le plus court chemin passe par l'acteur si les liens forts sont courts : l'intermédiarité à α = 0, celle des forces à α = 1."
        ),
        convention: Bilingual(
            en: "Each unordered pair once, in a directed network each ordered one.",
            fr: "Chaque paire non ordonnée une fois, dans un réseau orienté chaque paire ordonnée.") + alpha + paths,
        sources: [opsahl2010, .brandes2001], range: 0...Double.infinity, profiles: [.centrality]
    ) { context throws(MilieuError) in
        .number(Betweenness(of: try context.alphaLengths()).nodes.map { $0 })
    }.readingStrengths()
}

extension MeasureContext {
    /// The lengths of ties as the α-th power of their strengths makes them.
    fileprivate func alphaLengths() throws(MilieuError) -> Graph {
        let strengths = try strengths()
        guard strengths.isWeighted, options.alpha != 0 else { return strengths.unweighted() }
        return strengths.mappingWeights { 1 / Power.of($0, options.alpha) }
    }
}
