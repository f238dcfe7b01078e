import GraphKernels
import Vocabulary

/// Actors and the events they take part in, each measured against its own mode.
enum TwoModeMeasures {
    static let all = [degree, closeness, betweenness, eigenvector, redundancy, transitivity]

    private static let binary = Bilingual(
        en: "Binary; actors and events both.", fr: "Binaire ; pour les acteurs et les événements.")

    private static let degree = Measure(
        "degree_two_mode", level: .actor, family: .twoMode,
        name: Bilingual(en: "two-mode degree", fr: "degré bimodal"),
        formula: #"\frac{d_i}{n_{\text{other}}}"#,
        reading: Bilingual(
            en: "The share of the events that the actor takes part in (of an event: the share of the actors).",
            fr: "La part des événements auxquels l'acteur participe (d'un événement : la part des acteurs)."),
        convention: binary,
        undefined: Bilingual(en: "Undefined where the other mode is empty.", fr: "Indéfini si l'autre mode est vide."),
        sources: [.borgattiEverett1997], range: 0...1, requirements: [.twoMode], profiles: [.centrality]
    ) { context in
        let sizes = context.modeSizes
        return .number(
            context.view.nodes.indices.map { node in
                let other = sizes.other(of: node)
                return other > 0 ? Double(context.binary.outgoing.degree(of: node)) / Double(other) : nil
            })
    }

    private static let closeness = Measure(
        "closeness_two_mode", level: .actor, family: .twoMode,
        name: Bilingual(en: "two-mode closeness", fr: "proximité bimodale"),
        formula: #"\frac{n'_{\text{other}} + 2(n'_{\text{own}} - 1)}{\sum_j d_{ij}} \cdot \frac{r - 1}{n - 1}"#,
        reading: Bilingual(
            en: "How near all actors and events are, against the nearest that two modes allow: 1 for one that is tied to the whole other mode.",
            fr: "À quel point acteurs et événements sont proches, rapporté au plus proche que deux modes permettent : 1 pour qui est lié à tout l'autre mode."),
        convention: binary
            + Bilingual(
                en: "Within the connected part of r nodes (n′ of each mode), times the share of the network that it is; isolates 0.",
                fr: "Dans la partie connexe de r nœuds (n′ de chaque mode), fois la part du réseau qu'elle représente ; isolés 0."),
        undefined: Conventions.smallNetwork, sources: [.borgattiEverett1997], range: 0...1,
        requirements: [.twoMode], profiles: [.centrality]
    ) { context in
        let (paths, sizes, components) = (context.binaryPathSummary, context.modeSizes, context.components)
        var actors = [Int](repeating: 0, count: components.count)
        for node in 0..<sizes.actors { actors[Int(components.labels[node])] += 1 }
        let count = context.binary.nodeCount
        return .number(
            (0..<count).map { node in
                guard count > 1 else { return nil }
                let part = Int(components.labels[node])
                let size = components.sizes[part]
                guard size > 1 else { return 0 }
                let own = node < sizes.actors ? actors[part] : size - actors[part]
                let least = Double(size - own + 2 * (own - 1))
                return least / paths.total[node] * Double(size - 1) / Double(count - 1)
            })
    }

    private static let betweenness = Measure(
        "betweenness_two_mode", level: .actor, family: .twoMode,
        name: Bilingual(en: "two-mode betweenness", fr: "intermédiarité bimodale"),
        formula: #"\frac{b_i}{\tfrac12 [m^2 (s+1)^2 + m(s+1)(2t - s - 1) - t(2s - t + 3)]},\quad s = (n - 1) \div m,\ t = (n - 1) \bmod m"#,
        reading: Bilingual(
            en: "The number of pairs whose shortest paths run through the actor or event, of the most that two modes allow.",
            fr: "Le nombre de paires dont le plus court chemin passe par l'acteur ou l'événement, rapporté au maximum que deux modes permettent."),
        convention: binary
            + Bilingual(
                en: "n is the size of its own mode, m that of the other.",
                fr: "n est l'effectif de son propre mode, m celui de l'autre."),
        undefined: Bilingual(
            en: "Undefined where no pair could run through it.", fr: "Indéfinie si aucune paire ne pourrait y passer."),
        sources: [.borgattiEverett1997], range: 0...1, requirements: [.twoMode], profiles: [.centrality, .roles]
    ) { context in
        let sizes = context.modeSizes
        return .number(
            context.binaryBetweenness.enumerated().map { node, value in
                let own = node < sizes.actors ? sizes.actors : sizes.events
                let most = TwoMode.largestBetweenness(own: own, other: sizes.other(of: node))
                return most > 0 ? value / most : nil
            })
    }

    private static let eigenvector = Measure(
        "eigenvector_two_mode", level: .actor, family: .twoMode,
        name: Bilingual(en: "two-mode eigenvector centrality", fr: "centralité de vecteur propre bimodale"),
        formula: #"\lambda c_i = \sum_e a_{ie} c_e,\quad \lambda c_e = \sum_i a_{ie} c_i,\quad \sum_i c_i^2 = \sum_e c_e^2 = 1"#,
        reading: Bilingual(
            en: "Large where the actor takes part in events that central actors take part in (of an event: where central actors come).",
            fr: "Grande si l'acteur participe à des événements auxquels participent des acteurs centraux (d'un événement : si des acteurs centraux y viennent)."),
        convention: Bilingual(
            en: "The principal singular vectors of the table of actors by events, in the largest component; each mode has L2 norm 1, where `eigenvector` gives both together norm 1 and so values √2 times smaller.",
            fr: "Les vecteurs singuliers principaux du tableau des acteurs par événements, dans la plus grande composante ; chaque mode a une norme L2 égale à 1, là où `eigenvector` donne aux deux ensemble une norme 1, donc des valeurs √2 fois plus petites.")
            + Conventions.adjacency,
        undefined: Bilingual(
            en: "Undefined outside the largest component, and where two components are equally large.",
            fr: "Indéfini hors de la plus grande composante, et si deux composantes sont également grandes."),
        sources: [
            Reference("Faust", 1997, "Centrality in affiliation networks", "Social Networks 19(2), 157–191"),
            .borgattiEverett1997,
        ],
        range: 0...1, requirements: [.twoMode], profiles: [.centrality]
    ) { context throws(MilieuError) in
        .number(try SpectralMeasures.eigenvector(context).map { $0.map { $0 * 2.0.squareRoot() } })
    }.readingWeights()

    private static let redundancy = Measure(
        "redundancy", level: .actor, family: .twoMode,
        name: Bilingual(en: "redundancy", fr: "redondance"),
        formula: #"\frac{|\{\{u,w\} \subseteq N(i) : \exists\, j \neq i,\ u, w \in N(j)\}|}{d_i (d_i - 1)/2}"#,
        reading: Bilingual(
            en: "Of the pairs of events that the actor joins, the share that some other actor joins too: 1 where nothing is lost without it.",
            fr: "Parmi les paires d'événements que l'acteur relie, la part qu'un autre acteur relie aussi : 1 si rien n'est perdu sans lui."),
        convention: binary,
        undefined: Bilingual(
            en: "Undefined for fewer than two participations.", fr: "Indéfinie pour moins de deux participations."),
        sources: [
            Reference("Latapy, Magnien and Del Vecchio", 2008, "Basic notions for the analysis of large two-mode networks", "Social Networks 30(1), 31–48", locator: "p. 39")
        ],
        range: 0...1, polarity: .moreIsLess, requirements: [.twoMode], profiles: [.roles]
    ) { context in
        .number(TwoMode.redundancy(context.binary))
    }

    private static let transitivity = Measure(
        "transitivity_two_mode", level: .network, family: .twoMode,
        name: Bilingual(en: "two-mode transitivity", fr: "transitivité bimodale"),
        formula: #"\frac{4 C_4}{L_3}"#,
        reading: Bilingual(
            en: "Of the paths of three ties, the share closed by a fourth: whether actors who meet once meet again.",
            fr: "Parmi les chemins de trois liens, la part fermée par un quatrième : si les acteurs qui se rencontrent se retrouvent."),
        convention: Bilingual(en: "Binary.", fr: "Binaire."),
        undefined: Bilingual(
            en: "Undefined where there is no path of three ties.", fr: "Indéfinie s'il n'y a aucun chemin de trois liens."),
        sources: [
            Reference("Robins and Alexander", 2004, "Small worlds among interlocking directors: network structure and distance in bipartite graphs", "Computational and Mathematical Organization Theory 10(1), 69–94")
        ],
        range: 0...1, requirements: [.twoMode], profiles: [.structure]
    ) { context in
        .number([TwoMode.transitivity(context.binary, firstMode: context.view.actorCount)])
    }
}

/// How many actors and events a two-mode view has.
struct ModeSizes {
    let actors: Int
    let events: Int

    func other(of node: Int) -> Int { node < actors ? events : actors }
}

extension MeasureContext {
    var modeSizes: ModeSizes {
        ModeSizes(actors: view.actorCount, events: view.eventCount)
    }
}
