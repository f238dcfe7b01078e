import GraphKernels
import NetworkModel
import Vocabulary

/// How many actors an actor is tied to, and how strongly.
enum DegreeMeasures {
    static let all = [
        degree, inDegree, outDegree, degreeNormalized.ofOneMode(namesakes: "degree_two_mode"),
        strength("strength", Bilingual(en: "strength", fr: "force"), #"s_i = \sum_{e \ni i} w_e"#, nil),
        strength("in_strength", Bilingual(en: "in-strength", fr: "force entrante"), #"s^-_i = \sum_{j \neq i} w_{ji}"#, .incoming),
        strength("out_strength", Bilingual(en: "out-strength", fr: "force sortante"), #"s^+_i = \sum_{j \neq i} w_{ij}"#, .outgoing),
    ]

    private static let degree = Measure(
        "degree", level: .actor, family: .degree,
        name: Bilingual(en: "degree", fr: "degré"),
        formula: #"d_i = |\{j \neq i : a_{ij} + a_{ji} > 0\}|"#,
        reading: Bilingual(
            en: "The number of actors that the actor is tied to.",
            fr: "Le nombre d'acteurs auxquels l'acteur est lié."),
        convention: Bilingual(
            en: "Alters in either direction, each once, however many ties there are between the two.",
            fr: "Alters dans l'un ou l'autre sens, chacun une fois, quel que soit le nombre de liens entre les deux."),
        sources: [.freeman1979], range: 0...Double.infinity, type: .integer, profiles: [.centrality]
    ) { context in
        .integer(context.binaryUndirected.outgoing.degrees)
    }.offering(LoopVariants.degree + [DegreeVariants.arcEnds]).growing(.rises).explained(sum: "alters") { context, node in
        AlterExplanations.ties(.either, context, node)
    }

    private static let inDegree = Measure(
        "in_degree", level: .actor, family: .degree,
        name: Bilingual(en: "in-degree", fr: "degré entrant"),
        formula: #"d^-_i = |\{j \neq i : a_{ji} > 0\}|"#,
        reading: Bilingual(
            en: "The number of actors whose ties lead to the actor: its prestige, or its sources.",
            fr: "Le nombre d'acteurs dont un lien mène à l'acteur : son prestige, ou ses sources."),
        convention: distinctAlters,
        sources: [.wassermanFaust1994], range: 0...Double.infinity, type: .integer, profiles: [.centrality]
    ) { context in
        .integer(context.binary.incoming.degrees)
    }.growing(.rises).explained(sum: "alters") { context, node in AlterExplanations.ties(.incoming, context, node) }

    private static let outDegree = Measure(
        "out_degree", level: .actor, family: .degree,
        name: Bilingual(en: "out-degree", fr: "degré sortant"),
        formula: #"d^+_i = |\{j \neq i : a_{ij} > 0\}|"#,
        reading: Bilingual(
            en: "The number of actors that the actor's ties lead to: its activity, or its reach.",
            fr: "Le nombre d'acteurs auxquels mènent les liens de l'acteur : son activité, ou sa portée."),
        convention: distinctAlters,
        sources: [.wassermanFaust1994], range: 0...Double.infinity, type: .integer, profiles: [.centrality]
    ) { context in
        .integer(context.binary.outgoing.degrees)
    }.growing(.rises).explained(sum: "alters") { context, node in AlterExplanations.ties(.outgoing, context, node) }

    private static let distinctAlters = Bilingual(
        en: "Each alter once. In an undirected network the same as the degree.",
        fr: "Chaque alter une fois. Dans un réseau non orienté, égal au degré.")

    private static let degreeNormalized = Measure(
        "degree_normalized", level: .actor, family: .degree,
        name: Bilingual(en: "normalised degree", fr: "degré normalisé"),
        formula: #"d_i / (n - 1)"#,
        reading: Bilingual(
            en: "The share of the other actors that the actor is tied to.",
            fr: "La part des autres acteurs auxquels l'acteur est lié."),
        convention: Bilingual(
            en: "The degree over n − 1, isolates counted in n.",
            fr: "Le degré rapporté à n − 1, les isolés comptant dans n."),
        undefined: Conventions.smallNetwork,
        sources: [.freeman1979], range: 0...1, profiles: [.centrality]
    ) { context in
        .number(context.normalizedDegrees)
    }.offering([DegreeVariants.percent]).growing(.rises)

    private enum Way { case incoming, outgoing }

    private static func strength(_ id: String, _ name: Bilingual, _ formula: String, _ way: Way?) -> Measure {
        let whose =
            switch way {
            case nil: Bilingual(en: "of the actor's ties", fr: "des liens de l'acteur")
            case .incoming: Bilingual(en: "of the ties that lead to the actor", fr: "des liens qui mènent à l'acteur")
            case .outgoing: Bilingual(en: "of the ties that leave the actor", fr: "des liens qui partent de l'acteur")
            }
        return Measure(
            id, level: .actor, family: .degree, name: name, formula: formula,
            reading: Bilingual(
                en: "The summed weight \(whose.en).", fr: "La somme des poids \(whose.fr)."),
            convention: Bilingual(
                en: "Reads weights as strengths whatever `--weights`; a tie without a weight counts 1; parallel ties add up. An undirected tie counts once.",
                fr: "Lit les poids comme des forces quel que soit `--weights` ; un lien sans poids compte 1 ; les liens parallèles s'additionnent. Un lien non orienté compte une fois."),
            sources: [.barrat2004], range: 0...Double.infinity, profiles: [.centrality]
        ) { context throws(MilieuError) in
            let graph = try context.strengths()
            let sums =
                switch way {
                case nil: allTies(context.view)
                case .incoming: graph.strengths(incoming: true)
                case .outgoing: graph.strengths(incoming: false)
                }
            return .number(sums)
        }.readingStrengths().explained(sum: "weight") { context, node throws(MilieuError) in
            _ = try context.strengths()
            switch way {
            case nil: return AlterExplanations.ties(.either, context, node)
            case .incoming: return AlterExplanations.ties(.incoming, context, node)
            case .outgoing: return AlterExplanations.ties(.outgoing, context, node)
            }
        }
    }
}

extension DegreeMeasures {
    /// From the ties themselves: in the graph an undirected tie among directed ones runs both ways.
    private static func allTies(_ view: NetworkView) -> [Double] {
        var sums = [Double](repeating: 0, count: view.nodes.count)
        for tie in 0..<view.tieCount {
            let weight = view.weights.isEmpty ? 1 : view.weights[tie]
            sums[Int(view.sources[tie])] += weight
            sums[Int(view.targets[tie])] += weight
        }
        return sums
    }
}

extension Graph.Rows {
    var degrees: [Int?] { (0..<(offsets.count - 1)).map { degree(of: $0) } }
}
