import GraphKernels
import Vocabulary

/// Whose loss would break the network, and who reaches it best.
enum KeyPlayerMeasures {
    static let all = [fragmentationIfRemoved, reach, fragmenting, reaching]

    static let borgatti2006 = Reference(
        "Borgatti", 2006, "Identifying sets of key players in a social network",
        "Computational and Mathematical Organization Theory 12(1), 21–34")

    private static let fragmentationIfRemoved = Measure(
        "fragmentation_if_removed", level: .actor, family: .keyPlayers,
        name: Bilingual(en: "fragmentation if removed", fr: "fragmentation en cas de retrait"),
        formula: #"1 - \frac{\sum_c n_c (n_c - 1)}{(n-1)(n-2)}"#,
        reading: Bilingual(
            en: "The share of the other actors' pairs that no chain of ties joins once the actor is gone; compare with the network's fragmentation.",
            fr: "La part des paires des autres acteurs qu'aucune chaîne de liens ne joint une fois l'acteur parti ; à comparer à la fragmentation du réseau."),
        convention: Bilingual(
            en: "Sizes n_c of the connected parts of the network without the actor.",
            fr: "Tailles n_c des parties connexes du réseau sans l'acteur.") + Conventions.eitherDirection,
        undefined: Bilingual(
            en: "Undefined in a network of fewer than three actors.",
            fr: "Indéfinie dans un réseau de moins de trois acteurs."),
        sources: [borgatti2006], range: 0...1, profiles: [.roles, .structure]
    ) { context in
        let graph = context.binaryUndirected
        let pairs = Double(graph.nodeCount - 1) * Double(graph.nodeCount - 2) / 2
        let left = NodeRemoval.connectedPairs(graph, without: Array(repeating: false, count: graph.nodeCount))
        return .number(left.map { pairs > 0 ? 1 - Double($0) / pairs : nil })
    }.growing(.falls).explained { context, node in ReachExplanations.parts(context, node) }

    private static let reach = Measure(
        "reach_2", level: .actor, family: .keyPlayers,
        name: Bilingual(en: "reach in two steps", fr: "portée en deux pas"),
        formula: #"\frac{|\{j \neq i : d_{ij} \leq 2\}|}{n - 1}"#,
        reading: Bilingual(
            en: "The share of the other actors that are alters, or alters of alters.",
            fr: "La part des autres acteurs qui sont des alters, ou des alters d'alters."),
        convention: Bilingual(
            en: "Binary; along the direction of the ties in a directed network.",
            fr: "Binaire ; dans le sens des liens dans un réseau orienté."),
        undefined: Conventions.smallNetwork, sources: [borgatti2006], range: 0...1, profiles: [.centrality]
    ) { context in
        let others = Double(context.binary.nodeCount - 1)
        return .number(Reach(context.binary, steps: 2).counts().map { others > 0 ? Double($0) / others : nil })
    }.growing(.rises).explained(sum: "share") { context, node in ReachExplanations.reach(context, node) }

    private static let searched = Bilingual(
        en: "A set of as many actors as `--key-players` says (3): the best one where there are at most 20 000 sets, else greedy with exchanges. Of equally good sets, one.",
        fr: "Un ensemble d'autant d'acteurs que le dit `--key-players` (3) : le meilleur s'il y a au plus 20 000 ensembles, sinon recherche gloutonne avec échanges. Parmi des ensembles équivalents, l'un d'eux.")

    private static let fragmenting = Measure(
        "key_player_fragmenting", level: .actor, family: .keyPlayers,
        name: Bilingual(en: "key player (KPP-Neg)", fr: "acteur clé (KPP-Neg)"),
        formula: #"i \in \arg\max_{|S| = k} F(G \setminus S)"#,
        reading: Bilingual(
            en: "Whether the actor is one of the set whose joint loss would leave the fewest pairs joined.",
            fr: "Si l'acteur est de l'ensemble dont la perte conjointe laisserait le moins de paires jointes."),
        convention: searched + Conventions.eitherDirection,
        sources: [borgatti2006], range: 0...1, type: .flag, profiles: [.roles], isSeeded: true
    ) { context in
        let graph = context.binaryUndirected
        let chosen = KeyPlayers.fragmenting(graph, k: min(max(0, context.options.keyPlayers), graph.nodeCount))
        return .flag((0..<graph.nodeCount).map { chosen.contains($0) })
    }

    private static let reaching = Measure(
        "key_player_reaching", level: .actor, family: .keyPlayers,
        name: Bilingual(en: "key player (KPP-Pos)", fr: "acteur clé (KPP-Pos)"),
        formula: #"i \in \arg\max_{|S| = k} |\{j : \min_{s \in S} d_{sj} \leq 2\}|"#,
        reading: Bilingual(
            en: "Whether the actor is one of the set that together reaches the most actors in two steps.",
            fr: "Si l'acteur est de l'ensemble qui atteint ensemble le plus d'acteurs en deux pas."),
        convention: searched
            + Bilingual(
                en: "Along the direction of the ties in a directed network.",
                fr: "Dans le sens des liens dans un réseau orienté."),
        sources: [borgatti2006], range: 0...1, type: .flag, profiles: [.roles], isSeeded: true
    ) { context throws(MilieuError) in
        try context.requireSize(atMost: 50_000, for: "key_player_reaching")
        let graph = context.binary
        let chosen = KeyPlayers.reaching(graph, k: min(max(0, context.options.keyPlayers), graph.nodeCount))
        return .flag((0..<graph.nodeCount).map { chosen.contains($0) })
    }
}
