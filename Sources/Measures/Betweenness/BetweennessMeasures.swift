import GraphKernels
import Vocabulary

/// Who, and which tie, stands between others.
enum BetweennessMeasures {
    static let all = [
        betweenness, betweennessNormalized.ofOneMode(namesakes: "betweenness_two_mode"), edgeBetweenness,
    ]

    private static let convention = Bilingual(
        en: "The ends of a path are left out. Undirected: each pair once. Parallel ties are one.",
        fr: "Les extrémités d'un chemin ne comptent pas. Non orienté : chaque paire une fois. Les liens parallèles n'en font qu'un.")
        + Conventions.paths

    private static let betweenness = Measure(
        "betweenness", level: .actor, family: .betweenness,
        name: Bilingual(en: "betweenness", fr: "intermédiarité"),
        formula: #"\sum_{s \neq i \neq t} \frac{\sigma_{st}(i)}{\sigma_{st}}"#,
        reading: Bilingual(
            en: "The number of pairs of others whose shortest paths run through the actor, shared out where there are several.",
            fr: "Le nombre de paires d'autres acteurs dont le plus court chemin passe par l'acteur, réparti s'il y en a plusieurs."),
        convention: convention,
        sources: [.freeman1979, .brandes2001], range: 0...Double.infinity, profiles: [.centrality, .roles]
    ) { context throws(MilieuError) in
        .number(try context.betweenness())
    }.readingWeights().offering(BetweennessVariants.betweenness).explained(sum: "share") { context, node throws(MilieuError) in
        try PathExplanations.pairs(context, node)
    }

    private static let betweennessNormalized = Measure(
        "betweenness_normalized", level: .actor, family: .betweenness,
        name: Bilingual(en: "normalised betweenness", fr: "intermédiarité normalisée"),
        formula: #"\frac{2}{(n-1)(n-2)} \sum_{s < t} \frac{\sigma_{st}(i)}{\sigma_{st}}"#,
        reading: Bilingual(
            en: "The share of the pairs of others that depend on the actor: 1 for the centre of a star.",
            fr: "La part des paires d'autres acteurs qui dépendent de l'acteur : 1 au centre d'une étoile."),
        convention: Bilingual(
            en: "Over (n − 1)(n − 2)/2 pairs, or (n − 1)(n − 2) ordered pairs in a directed network.",
            fr: "Rapportée à (n − 1)(n − 2)/2 paires, ou (n − 1)(n − 2) paires ordonnées dans un réseau orienté.")
            + convention,
        undefined: Bilingual(
            en: "Undefined in a network of fewer than three actors.",
            fr: "Indéfinie dans un réseau de moins de trois acteurs."),
        sources: [.freeman1979, .brandes2008], range: 0...1, profiles: [.centrality]
    ) { context throws(MilieuError) in
        .number(context.perPair(try context.betweenness()))
    }.readingWeights().offering([BetweennessVariants.percent]).explained { context, node throws(MilieuError) in try PathExplanations.pairs(context, node) }

    private static let edgeBetweenness = Measure(
        "edge_betweenness", level: .tie, family: .betweenness,
        name: Bilingual(en: "tie betweenness", fr: "intermédiarité du lien"),
        formula: #"\sum_{s \neq t} \frac{\sigma_{st}(e)}{\sigma_{st}}"#,
        reading: Bilingual(
            en: "The number of pairs whose shortest paths run along the tie: large for a bridge between parts.",
            fr: "Le nombre de paires dont le plus court chemin emprunte le lien : grande pour un pont entre deux parties."),
        convention: Bilingual(
            en: "Parallel ties share one value; an undirected tie of a directed network adds up both directions.",
            fr: "Les liens parallèles ont la même valeur ; un lien non orienté d'un réseau orienté additionne les deux sens.")
            + convention,
        sources: [
            Reference("Girvan and Newman", 2002, "Community structure in social and biological networks", "PNAS 99(12), 7821–7826"),
            .brandes2008,
        ],
        range: 0...Double.infinity, profiles: [.structure]
    ) { context throws(MilieuError) in
        let graph = try context.lengths()
        let entries = context.memo("edge betweenness") { Betweenness(of: graph, withEntries: true).entries }
        let view = context.view
        func value(_ source: Int32, _ target: Int32) -> Double {
            graph.outgoing.place(of: Int(target), in: Int(source)).map { entries[$0] } ?? 0
        }
        return .number(
            (0..<view.tieCount).map { tie in
                let (source, target) = (view.sources[tie], view.targets[tie])
                let runsBack = !view.tieIsDirected.isEmpty && !view.tieIsDirected[tie]
                return value(source, target) + (runsBack ? value(target, source) : 0)
            })
    }.readingWeights()
}
