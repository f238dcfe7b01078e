import GraphKernels
import Tabular
import Vocabulary

/// Groups by how much has to be lost before they fall apart: triangles, ties or actors.
enum CohesionLevelMeasures {
    static let all = [
        trussness, tieTrussness, edgeConnectivity, lambdaLevel, lambdaSets, vertexConnectivity, nestedness,
        cohesiveBlocks,
    ]

    private static let cohen2008 = Reference(
        "Cohen", 2008, "Trusses: cohesive subgraphs for social network analysis",
        "National Security Agency Technical Report 16")
    private static let wangCheng2012 = Reference(
        "Wang and Cheng", 2012, "Truss decomposition in massive networks",
        "Proceedings of the VLDB Endowment 5(9), 812–823")
    private static let borgatti1990 = Reference(
        "Borgatti, Everett and Shirey", 1990, "LS sets, lambda sets and other cohesive subsets",
        "Social Networks 12(4), 337–357")
    private static let gusfield1990 = Reference(
        "Gusfield", 1990, "Very simple methods for all pairs network flow analysis",
        "SIAM Journal on Computing 19(1), 143–155")
    private static let moodyWhite2003 = Reference(
        "Moody and White", 2003, "Structural cohesion and embeddedness: a hierarchical concept of social groups",
        "American Sociological Review 68(1), 103–127")
    private static let whiteHarary2001 = Reference(
        "White and Harary", 2001,
        "The cohesiveness of blocks in social networks: node connectivity and conditional density",
        "Sociological Methodology 31, 305–359")

    private static let binary = Conventions.alwaysBinary + Conventions.eitherDirection
    private static let limited =
        Bilingual(
            en:
                "Where it would take too long, the search is given up and says so, after the same number of steps on every machine.",
            fr:
                "Si elle devait durer trop longtemps, la recherche est abandonnée et le dit, après le même nombre de pas sur toute machine."
        )
        + binary
    private static let isolate = Bilingual(en: "Undefined for an isolate.", fr: "Indéfini pour un isolé.")

    private static let trussness = Measure(
        "trussness", level: .actor, family: .subgroups,
        name: Bilingual(en: "trussness", fr: "indice de treillis (k-truss)"),
        formula: #"\max_{e \ni i} k(e)"#,
        reading: Bilingual(
            en:
                "The largest k such that the actor has a tie in a group each of whose ties is held by k − 2 triangles of the group: finer than coreness, coarser than cliques, and quick.",
            fr:
                "Le plus grand k tel que l'acteur a un lien dans un groupe dont chaque lien est tenu par k − 2 triangles du groupe : plus fin que le cœur, plus large que les cliques, et rapide."
        ),
        convention: Bilingual(
            en: "2 for an actor in no triangle.", fr: "2 pour un acteur qui n'est dans aucun triangle.") + binary,
        undefined: isolate, sources: [cohen2008, wangCheng2012], range: 2...Double.infinity, type: .integer,
        requirements: [.oneMode], profiles: [.structure]
    ) { context in
        .integer(context.trusses.ofNodes)
    }.growing(.rises)

    private static let tieTrussness = Measure(
        "tie_trussness", level: .tie, family: .subgroups,
        name: Bilingual(en: "trussness of the tie", fr: "indice de treillis du lien (k-truss)"),
        formula:
            #"k(e) = \max \{k : e \in T,\ |\{\text{triangles of } T \text{ at } f\}| \geq k - 2\ \forall f \in T\}"#,
        reading: Bilingual(
            en:
                "The largest k such that the tie is in a group each of whose ties is held by k − 2 triangles of the group.",
            fr:
                "Le plus grand k tel que le lien est dans un groupe dont chaque lien est tenu par k − 2 triangles du groupe."
        ),
        convention: Bilingual(
            en: "2 for a tie in no triangle. Parallel ties share one value.",
            fr: "2 pour un lien qui n'est dans aucun triangle. Les liens parallèles ont la même valeur.") + binary,
        sources: [cohen2008, wangCheng2012], range: 2...Double.infinity, type: .integer, requirements: [.oneMode],
        profiles: [.structure]
    ) { context in
        let trusses = context.trusses
        return .integer(context.entryValues { trusses.ofEntries[$0] })
    }

    private static let edgeConnectivity = Measure(
        "edge_connectivity", level: .network, family: .subgroups,
        name: Bilingual(en: "tie connectivity", fr: "connectivité par les liens"),
        formula: #"\lambda = \min_{i \neq j} \lambda_{ij}"#,
        reading: Bilingual(
            en: "How many ties have to be lost before the network falls apart; 0 where it has.",
            fr: "Combien de liens il faut perdre pour que le réseau se défasse ; 0 si c'est fait."),
        convention: limited,
        undefined: Bilingual(en: "Undefined below two actors.", fr: "Indéfinie pour moins de deux acteurs."),
        sources: [borgatti1990, gusfield1990], range: 0...Double.infinity, type: .integer, profiles: [.structure]
    ) { context throws(MilieuError) in
        .integer([try context.edgeConnectivity().least])
    }.growing(.rises)

    private static let lambdaLevel = Measure(
        "lambda_level", level: .actor, family: .subgroups,
        name: Bilingual(en: "λ-level", fr: "niveau λ"),
        formula: #"\max_{j \neq i} \lambda_{ij}"#,
        reading: Bilingual(
            en:
                "By how many paths without a common tie the actor is joined to some other: so many ties have to be lost before it is parted from the group that holds it most firmly.",
            fr:
                "Par combien de chemins sans lien commun l'acteur est joint à un autre : autant de liens à perdre avant qu'il soit séparé du groupe qui le tient le plus."
        ),
        convention: Bilingual(en: "An isolate has 0.", fr: "Un isolé a 0.") + limited,
        sources: [borgatti1990, gusfield1990], range: 0...Double.infinity, type: .integer, profiles: [.structure]
    ) { context throws(MilieuError) in
        .integer(try context.edgeConnectivity().levels.map { $0 })
    }.growing(.rises)

    private static let lambdaSets = Measure(
        table: "lambda_sets", family: .subgroups,
        name: Bilingual(en: "λ-sets", fr: "ensembles λ"),
        formula: #"\lambda_{ij} > \lambda_{kl}\ \forall i, j, k \in S,\ l \notin S"#,
        reading: Bilingual(
            en:
                "The groups any two of whose members are joined by more paths without a common tie than any of them is to anyone outside, from the firmest; a set holds another whole or shares nothing with it.",
            fr:
                "Les groupes dont deux membres quelconques sont joints par plus de chemins sans lien commun qu'aucun d'eux ne l'est à quiconque du dehors, à partir du plus solide ; un ensemble en contient un autre en entier ou n'a rien de commun avec lui."
        ),
        convention: limited, sources: [borgatti1990, gusfield1990], range: 0...Double.infinity, profiles: [.structure]
    ) { context throws(MilieuError) in
        let sets = try context.edgeConnectivity().sets
        let lambda = Field("lambda", title: Bilingual(en: "λ within", fr: "λ interne"))
        return context.groups("lambda_sets", level: lambda, sets.map { ($0.value, $0.members) })
    }

    private static let vertexConnectivity = Measure(
        "vertex_connectivity", level: .network, family: .subgroups,
        name: Bilingual(en: "structural cohesion", fr: "cohésion structurale"),
        formula: #"\kappa = \min \{|S| : G - S \text{ disconnected or one actor}\}"#,
        reading: Bilingual(
            en: "How many actors have to leave before the network falls apart; 0 where it has.",
            fr: "Combien d'acteurs doivent partir pour que le réseau se défasse ; 0 si c'est fait."),
        convention: limited,
        undefined: Bilingual(en: "Undefined below two actors.", fr: "Indéfinie pour moins de deux acteurs."),
        sources: [moodyWhite2003, whiteHarary2001], range: 0...Double.infinity, type: .integer, profiles: [.structure]
    ) { context throws(MilieuError) in
        let count = context.graph.nodeCount
        let whole = try context.cohesiveBlocks().blocks.first { $0.members.count == count }
        return .integer([count > 1 ? whole?.cohesion ?? 0 : nil])
    }.growing(.rises)

    private static let nestedness = Measure(
        "nestedness", level: .actor, family: .subgroups,
        name: Bilingual(en: "nestedness in cohesive blocks", fr: "imbrication dans les blocs cohésifs"),
        formula: #"\max \{\kappa(B) : i \in B\}"#,
        reading: Bilingual(
            en:
                "How many actors would have to leave to break the most cohesive group that the actor is in: 1 where it hangs by single actors, 0 for an isolate.",
            fr:
                "Combien d'acteurs devraient partir pour rompre le groupe le plus cohésif où se trouve l'acteur : 1 s'il tient à des acteurs seuls, 0 pour un isolé."
        ),
        convention: Bilingual(
            en: "The largest cohesion κ of a k-component that holds the actor, not the number of levels above it.",
            fr:
                "La plus grande cohésion κ d'une k-composante qui contient l'acteur, non le nombre de niveaux au-dessus."
        ) + limited,
        sources: [moodyWhite2003, whiteHarary2001], range: 0...Double.infinity, type: .integer,
        profiles: [.structure, .socialCapital]
    ) { context throws(MilieuError) in
        .integer(try context.cohesiveBlocks().nestedness.map { $0 })
    }.growing(.rises)

    private static let cohesiveBlocks = Measure(
        table: "cohesive_blocks", family: .subgroups,
        name: Bilingual(en: "cohesive blocks", fr: "blocs cohésifs"),
        formula: #"B \text{ maximal},\ \kappa(B) \geq k"#,
        reading: Bilingual(
            en:
                "The parts that fewer than k actors cannot break, each with its own cohesion, the largest first: blocks nest in one another and may share up to k − 1 actors.",
            fr:
                "Les parties que moins de k acteurs ne peuvent rompre, chacune avec sa propre cohésion, les plus grandes d'abord : les blocs s'emboîtent et peuvent avoir jusqu'à k − 1 acteurs en commun."
        ),
        convention: Bilingual(
            en: "Each block is as large as can be; igraph 1.0 and NetworkX 3.6 give smaller ones in some networks, since they take all least cuts away at once.",
            fr: "Chaque bloc est le plus grand possible ; igraph 1.0 et NetworkX 3.6 en donnent de plus petits dans certains réseaux, parce qu'ils retirent toutes les coupes minimales à la fois.") + limited, sources: [moodyWhite2003, whiteHarary2001], range: 1...Double.infinity,
        profiles: [.structure]
    ) { context throws(MilieuError) in
        let blocks = try context.cohesiveBlocks().blocks
        let cohesion = Field("cohesion", title: Bilingual(en: "cohesion", fr: "cohésion"))
        return context.groups(
            "cohesive_blocks", level: cohesion, blocks.map { ($0.cohesion, $0.members.map(Int.init)) })
    }
}

extension MeasureContext {
    fileprivate var trusses: Trusses { memo("trusses") { Trusses(of: binaryUndirected) } }

    fileprivate func edgeConnectivity() throws(MilieuError) -> EdgeConnectivity {
        let found = memo("edge connectivity") { EdgeConnectivity(of: binaryUndirected) }
        return try required(found, Bilingual(en: "λ-sets", fr: "ensembles λ"))
    }

    fileprivate func cohesiveBlocks() throws(MilieuError) -> CohesiveBlocks {
        let found = memo("cohesive blocks") { CohesiveBlocks(of: binaryUndirected) }
        return try required(found, Bilingual(en: "cohesive blocks", fr: "blocs cohésifs"))
    }

    /// Groups of nodes as a table: a number, what holds them, how many they are, and who.
    fileprivate func groups(_ name: String, level: Field, _ groups: [(level: Int, members: [Int])]) -> Table {
        Table(
            name: name,
            columns: [
                Column(
                    Field("set", title: Bilingual(en: "set", fr: "ensemble")), .integer(groups.indices.map { $0 + 1 })),
                Column(level, .integer(groups.map(\.level))),
                Column(GroupMeasures.actors, .integer(groups.map(\.members.count))),
                Column(
                    Field("members", title: Bilingual(en: "members", fr: "membres")),
                    .text(groups.map { group in group.members.map { view.id(of: $0) }.joined(separator: " ") })),
            ])
    }
}
