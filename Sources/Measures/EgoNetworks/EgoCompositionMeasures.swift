import GraphKernels
import Vocabulary

/// Of whom an actor's surroundings are made, and how closely they are knit without it.
enum EgoCompositionMeasures {
    static let all = [blau, iqv, mean, deviation, density]

    private static let marsden1987 = Reference(
        "Marsden", 1987, "Core discussion networks of Americans", "American Sociological Review 52(1), 122–131")
    private static let blau1977 = Reference("Blau", 1977, "Inequality and Heterogeneity", "Free Press")
    private static let muellerSchuessler1961 = Reference(
        "Mueller and Schuessler", 1961, "Statistical Reasoning in Sociology", "Houghton Mifflin")
    private static let groups =
        Bilingual(
            en:
                "p_g is the share of group g (`--group-by`, kind by default) among the alters whose group is known, each once; the actor itself does not count.",
            fr:
                "p_g est la part du groupe g (`--group-by`, le type par défaut) parmi les alters de groupe connu, chacun une fois ; l'acteur lui-même ne compte pas."
        )
        + Conventions.alwaysBinary + Conventions.eitherDirection
    private static let numbers =
        Bilingual(
            en:
                "x is the attribute of `--attribute` (size by default), over the alters for which it is known, each once; the actor itself does not count.",
            fr:
                "x est l'attribut de `--attribute` (l'effectif par défaut), sur les alters pour lesquels il est connu, chacun une fois ; l'acteur lui-même ne compte pas."
        )
        + Conventions.alwaysBinary + Conventions.eitherDirection
    private static let unknown = Bilingual(
        en: "Undefined where the group of none of its alters is known.",
        fr: "Indéfini si le groupe d'aucun de ses alters n'est connu.")

    private static let blau = Measure(
        "ego_blau", level: .actor, family: .egoNetworks,
        name: Bilingual(en: "Blau's index of the alters", fr: "indice de Blau des alters"),
        formula: #"1 - \sum_g p_g^2"#,
        reading: Bilingual(
            en: "The chance that two alters drawn with replacement are of different groups: 0 where all are of one.",
            fr:
                "La probabilité que deux alters tirés avec remise soient de groupes différents : 0 si tous sont d'un seul."
        ),
        convention: groups, undefined: unknown, sources: [blau1977, .perryPescosolidoBorgatti2018], range: 0...1,
        polarity: .neutral, requirements: [.oneMode, .grouping], profiles: [.socialCapital]
    ) { context throws(MilieuError) in
        .number(try shares(context).map { $0.map(diversity) })
    }

    private static let iqv = Measure(
        "ego_iqv", level: .actor, family: .egoNetworks,
        name: Bilingual(
            en: "index of qualitative variation of the alters", fr: "indice de variation qualitative des alters"),
        formula: #"\frac{1 - \sum_g p_g^2}{1 - 1/k}"#,
        reading: Bilingual(
            en:
                "Blau's index over its largest value: 1 where the alters are spread evenly over all groups of the network.",
            fr:
                "L'indice de Blau rapporté à son maximum : 1 si les alters se répartissent également entre tous les groupes du réseau."
        ),
        convention: Bilingual(
            en: "k is the number of groups among the actors of the view, whoever is tied to them.",
            fr: "k est le nombre de groupes parmi les acteurs de la vue, quels que soient leurs liens.") + groups,
        undefined: unknown
            + Bilingual(
                en: "Undefined where there is one group only.", fr: "Indéfini s'il n'y a qu'un seul groupe."),
        sources: [muellerSchuessler1961, marsden1987, .perryPescosolidoBorgatti2018], range: 0...1, polarity: .neutral,
        requirements: [.oneMode, .grouping], profiles: [.socialCapital]
    ) { context throws(MilieuError) in
        let groups = Double(try context.grouping().labels.count)
        return .number(
            try shares(context).map { shares in
                shares.flatMap { groups > 1 ? diversity($0) / (1 - 1 / groups) : nil }
            })
    }

    /// For each node the shares of the groups among its alters; nil where none is known.
    private static func shares(_ context: MeasureContext) throws(MilieuError) -> [[Double]?] {
        let (grouping, rows) = (try context.grouping(), context.binaryUndirected.outgoing)
        return context.view.nodes.indices.map { node in
            var counts = [Int](repeating: 0, count: grouping.labels.count)
            for alter in rows.neighbours(of: node) where grouping.groupOf[Int(alter)] >= 0 {
                counts[Int(grouping.groupOf[Int(alter)])] += 1
            }
            let all = counts.reduce(0, +)
            return all > 0 ? counts.map { Double($0) / Double(all) } : nil
        }
    }

    private static func diversity(_ shares: [Double]) -> Double { max(0, 1 - shares.reduce(0) { $0 + $1 * $1 }) }

    private static let mean = Measure(
        "ego_mean", level: .actor, family: .egoNetworks,
        name: Bilingual(en: "mean of the alters", fr: "moyenne des alters"),
        formula: #"\bar x_i = \frac{1}{|N(i)|} \sum_{j \in N(i)} x_j"#,
        reading: Bilingual(
            en: "The mean size, age or whatever the number is of the actor's alters.",
            fr: "La moyenne de la taille, de l'âge ou de tout autre nombre parmi les alters de l'acteur."),
        convention: numbers,
        undefined: Bilingual(
            en: "Undefined where the number of none of its alters is known.",
            fr: "Indéfinie si le nombre d'aucun de ses alters n'est connu."),
        sources: [.perryPescosolidoBorgatti2018], range: -Double.infinity...Double.infinity, polarity: .neutral,
        requirements: [.oneMode, .attribute], profiles: [.socialCapital]
    ) { context throws(MilieuError) in
        .number(try known(context).map { $0.isEmpty ? nil : $0.reduce(0, +) / Double($0.count) })
    }

    private static let deviation = Measure(
        "ego_sd", level: .actor, family: .egoNetworks,
        name: Bilingual(en: "standard deviation of the alters", fr: "écart type des alters"),
        formula: #"\sqrt{\frac{1}{|N(i)|} \sum_{j \in N(i)} (x_j - \bar x_i)^2}"#,
        reading: Bilingual(
            en: "How unlike the actor's alters are in the number: 0 where all have the same.",
            fr: "À quel point les alters de l'acteur diffèrent par le nombre : 0 si tous ont le même."),
        convention: Bilingual(
            en: "The alters are all that there are and no sample: divided by their number, not by one less.",
            fr: "Les alters sont tous ceux qu'il y a, non un échantillon : divisé par leur nombre, non par un de moins."
        ) + numbers,
        undefined: Bilingual(
            en: "Undefined where the number of fewer than two alters is known.",
            fr: "Indéfini si le nombre de moins de deux alters est connu."),
        sources: [marsden1987, .perryPescosolidoBorgatti2018], range: 0...Double.infinity, polarity: .neutral,
        requirements: [.oneMode, .attribute], profiles: [.socialCapital]
    ) { context throws(MilieuError) in
        .number(
            try known(context).map { numbers in
                guard numbers.count > 1 else { return nil }
                let mean = numbers.reduce(0, +) / Double(numbers.count)
                return (numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(numbers.count)).squareRoot()
            })
    }

    /// For each node the known numbers of its alters.
    private static func known(_ context: MeasureContext) throws(MilieuError) -> [[Double]] {
        let (numbers, rows) = (try context.attributeNumbers(), context.binaryUndirected.outgoing)
        return context.view.nodes.indices.map { node in rows.neighbours(of: node).compactMap { numbers[Int($0)] } }
    }

    private static let density = Measure(
        "ego_density", level: .actor, family: .egoNetworks,
        name: Bilingual(en: "density of the ego network", fr: "densité du réseau personnel"),
        formula: #"\frac{|\{(j, h) : j, h \in N(i),\ a_{jh} = 1\}|}{d_i (d_i - 1)}"#,
        reading: Bilingual(
            en:
                "The share of the possible ties among the actor's alters that exist: how much support, and how little news, they give.",
            fr:
                "La part des liens possibles entre les alters de l'acteur qui existent : combien de soutien, et combien peu de nouvelles, ils apportent."
        ),
        convention: Bilingual(
            en:
                "Without the actor and its own ties. In a directed network over ordered pairs of alters; in an undirected one the clustering coefficient.",
            fr:
                "Sans l'acteur ni ses propres liens. Dans un réseau orienté, sur les paires ordonnées d'alters ; dans un réseau non orienté, égale au coefficient d'agrégation."
        )
            + Conventions.alwaysBinary
            + Bilingual(en: "Alters in either direction.", fr: "Alters dans l'un ou l'autre sens."),
        undefined: Bilingual(
            en: "Undefined for an actor of fewer than two alters.",
            fr: "Indéfinie pour un acteur de moins de deux alters."),
        sources: [marsden1987, .perryPescosolidoBorgatti2018], range: 0...1, polarity: .neutral,
        requirements: [.oneMode], profiles: [.socialCapital]
    ) { context in
        guard context.graph.isDirected else { return .number(context.clustering) }
        let (alters, arcs) = (context.binaryUndirected.outgoing, context.binary.outgoing)
        return .number(
            Parallel.chunks(of: context.graph.nodeCount, grain: 256) { nodes in
                nodes.map { node -> Double? in
                    let around = Set(alters.neighbours(of: node))
                    guard around.count > 1 else { return nil }
                    let tied = around.reduce(0) { sum, alter in
                        sum + arcs.neighbours(of: Int(alter)).count { around.contains($0) }
                    }
                    return Double(tied) / (Double(around.count) * Double(around.count - 1))
                }
            }.flatMap { $0 })
    }
}
