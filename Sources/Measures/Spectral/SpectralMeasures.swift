import GraphKernels
import Vocabulary

/// An actor counts as much as the actors it is tied to.
enum SpectralMeasures {
    static let all = [eigenvector, pageRank, pageRankPersonalized, katz, bonacichPower, authority, hub, subgraph]

    private static let noTies = Bilingual(
        en: "Undefined in a network without ties.", fr: "Indéfini dans un réseau sans lien.")

    private static let eigenvector = Measure(
        "eigenvector", level: .actor, family: .spectral,
        name: Bilingual(en: "eigenvector centrality", fr: "centralité de vecteur propre"),
        formula: #"\lambda_1 x_i = \sum_j a_{ji} x_j,\quad \lVert x \rVert_2 = 1"#,
        reading: Bilingual(
            en: "Large where an actor is tied to actors that are themselves large.",
            fr: "Grande si l'acteur est lié à des acteurs eux-mêmes grands."),
        convention: Bilingual(
            en:
                "The principal eigenvector of the largest component, non-negative, of L2 norm 1. Directed: of the largest strong component, over the ties that lead to the actor.",
            fr:
                "Le vecteur propre principal de la plus grande composante, non négatif, de norme L2 égale à 1. Orienté : de la plus grande composante forte, par les liens qui mènent à l'acteur."
        )
            + Conventions.adjacency,
        undefined: Bilingual(
            en: "Undefined outside the largest component, and where two components are equally large.",
            fr: "Indéfini hors de la plus grande composante, et si deux composantes sont également grandes."),
        sources: [
            Reference(
                "Bonacich", 1972, "Factoring and weighting approaches to status scores and clique identification",
                "Journal of Mathematical Sociology 2(1), 113–120"),
            .bonacich1987,
        ],
        range: 0...1, profiles: [.centrality]
    ) { context throws(MilieuError) in
        .number(try eigenvector(context))
    }.readingWeights().offering(EigenvectorVariants.all)

    /// Also read, on another scale, by two modes.
    static func eigenvector(_ context: MeasureContext) throws(MilieuError) -> [Double?] {
        let graph = try context.adjacency()
        return try context.memo("eigenvector") { () throws(MilieuError) in
            guard let values = SpectralCentrality.eigenvector(of: graph) else { throw unsettled() }
            return values
        }
    }

    private static let pageRank = Measure(
        "pagerank", level: .actor, family: .spectral,
        name: Bilingual(en: "PageRank", fr: "PageRank"),
        formula: #"x_i = \frac{1 - \delta}{n} + \delta \sum_j x_j \frac{a_{ji}}{\sum_k a_{jk}},\quad \delta = 0.85"#,
        reading: Bilingual(
            en: "The share of time that a walker spends at the actor who follows ties and now and then starts anew.",
            fr: "La part du temps que passe chez l'acteur un marcheur qui suit les liens et repart parfois d'ailleurs."),
        convention: Bilingual(
            en:
                "Damping 0.85; an actor without a tie to follow sends its mass evenly to all; sums to 1; the last round changes less than 1e-13.",
            fr:
                "Amortissement 0,85 ; un acteur sans lien à suivre répartit sa masse sur tous ; la somme vaut 1 ; le dernier tour change moins de 1e-13."
        )
            + Conventions.adjacency,
        sources: [
            Reference(
                "Brin and Page", 1998, "The anatomy of a large-scale hypertextual Web search engine",
                "Computer Networks and ISDN Systems 30, 107–117")
        ],
        range: 0...1, profiles: [.centrality]
    ) { context throws(MilieuError) in
        .number(SpectralCentrality.pageRank(of: try context.adjacency()))
    }.readingWeights().explained(sum: "flow") { context, node throws(MilieuError) in
        try ReachExplanations.pageRank(context, node)
    }

    private static let pageRankPersonalized = Measure(
        "pagerank_personalized", level: .actor, family: .spectral,
        name: Bilingual(en: "personalised PageRank", fr: "PageRank personnalisé"),
        formula:
            #"x_i = (1 - \delta) b_i + \delta \sum_j x_j \frac{a_{ji}}{\sum_k a_{jk}},\quad \delta = 0.85,\ b_i = \frac{[i \in S]}{|S|}"#,
        reading: Bilingual(
            en:
                "The share of time that a walker spends at the actor who follows ties and always starts anew at one of the chosen actors: how near the actor is to them, by all ways.",
            fr:
                "La part du temps que passe chez l'acteur un marcheur qui suit les liens et repart toujours d'un des acteurs choisis : à quel point l'acteur est proche d'eux, par tous les chemins."
        ),
        convention: Bilingual(
            en:
                "The actors S of `--start-at`, all alike: ids, or those of an attribute's value. Damping 0.85; from an actor without a tie to follow the walker starts anew at S; sums to 1; 0 where no way leads from S.",
            fr:
                "Les acteurs S de `--start-at`, à parts égales : des identifiants, ou ceux d'une valeur d'attribut. Amortissement 0,85 ; d'un acteur sans lien à suivre, le marcheur repart de S ; la somme vaut 1 ; 0 si aucun chemin n'y mène depuis S."
        )
            + Conventions.adjacency,
        sources: [
            Reference(
                "Haveliwala", 2003, "Topic-sensitive PageRank: a context-sensitive ranking algorithm for Web search",
                "IEEE Transactions on Knowledge and Data Engineering 15(4), 784–796"),
            Reference(
                "Brin and Page", 1998, "The anatomy of a large-scale hypertextual Web search engine",
                "Computer Networks and ISDN Systems 30, 107–117"),
        ],
        range: 0...1, requirements: [.start], profiles: [.centrality]
    ) { context throws(MilieuError) in
        var start = [Double](repeating: 0, count: context.graph.nodeCount)
        for node in try context.startNodes() { start[node] = 1 }
        guard start.contains(1) else { return .number(none(context.graph)) }
        return .number(SpectralCentrality.pageRank(of: try context.adjacency(), start: start))
    }.readingWeights()

    private static let katz = Measure(
        "katz", level: .actor, family: .spectral,
        name: Bilingual(en: "Katz centrality", fr: "centralité de Katz"),
        formula: #"x_i = \alpha \sum_j a_{ji} x_j + 1,\quad \alpha = 0.9 / \lambda_1"#,
        reading: Bilingual(
            en: "The walks of any length that end at the actor, longer ones counting less.",
            fr: "Les marches de toute longueur qui aboutissent à l'acteur, les plus longues comptant moins."),
        convention: Bilingual(
            en:
                "Scaled to L2 norm 1. Directed: over the ties that lead to the actor; α is 0.9 over the largest weight where no tie closes a cycle.",
            fr:
                "Ramenée à la norme L2 égale à 1. Orienté : par les liens qui mènent à l'acteur ; α vaut 0,9 sur le plus grand poids si aucun lien ne ferme de cycle."
        )
            + Conventions.adjacency,
        sources: [
            Reference(
                "Katz", 1953, "A new status index derived from sociometric analysis", "Psychometrika 18(1), 39–43")
        ],
        range: 0...1
    ) { context throws(MilieuError) in
        let graph = try context.adjacency()
        let radius = try spectralRadius(of: graph, context)
        let scale = radius > 0 ? radius : graph.outgoing.weights.max() ?? 1
        return .number(SpectralCentrality.katz(of: graph, attenuation: 0.9 / scale))
    }.readingWeights()

    private static let bonacichPower = Measure(
        "bonacich_power", level: .actor, family: .spectral,
        name: Bilingual(en: "Bonacich power", fr: "pouvoir de Bonacich"),
        formula: #"c = \gamma (I - \beta A)^{-1} A \mathbf{1},\quad \beta = 0.75 / \lambda_1,\ \sum_i c_i^2 = n"#,
        reading: Bilingual(
            en: "Central by being tied to the central; 1 is the root mean square of the network.",
            fr: "Central par ses liens avec des acteurs centraux ; 1 est la moyenne quadratique du réseau."),
        convention: Bilingual(
            en:
                "Directed: over the ties that leave the actor; β is 0.75 over the largest weight where no tie closes a cycle.",
            fr:
                "Orienté : par les liens qui partent de l'acteur ; β vaut 0,75 sur le plus grand poids si aucun lien ne ferme de cycle."
        )
            + Conventions.adjacency,
        undefined: noTies,
        sources: [.bonacich1987], range: 0...Double.infinity
    ) { context throws(MilieuError) in
        let graph = try context.adjacency()
        let radius = try spectralRadius(of: graph, context)
        let scale = radius > 0 ? radius : graph.outgoing.weights.max() ?? 1
        let power = SpectralCentrality.bonacichPower(of: graph, beta: 0.75 / scale)
        return .number(power.map { $0.map { $0 } } ?? none(graph))
    }.readingWeights()

    private static let authority = hubOrAuthority(
        "authority", Bilingual(en: "authority", fr: "autorité"),
        #"x \propto A^{\top} A x,\quad \lVert x \rVert_2 = 1"#,
        Bilingual(
            en: "Large where good hubs point to the actor.",
            fr: "Grande si de bons pivots pointent vers l'acteur.")
    ) { $0.authorities }

    private static let hub = hubOrAuthority(
        "hub", Bilingual(en: "hub", fr: "pivot"), #"y \propto A A^{\top} y,\quad \lVert y \rVert_2 = 1"#,
        Bilingual(
            en: "Large where the actor points to good authorities.",
            fr: "Grand si l'acteur pointe vers de bonnes autorités.")
    ) { $0.hubs }

    private static func hubOrAuthority(
        _ id: String, _ name: Bilingual, _ formula: String, _ reading: Bilingual,
        _ values: @escaping @Sendable (HubsAndAuthorities) -> [Double]
    ) -> Measure {
        Measure(
            id, level: .actor, family: .spectral, name: name, formula: formula, reading: reading,
            convention: Bilingual(
                en:
                    "L2 norm 1; where several parts of the network have the same largest singular value, each has its share, and other parts have 0. Hub and authority are one in an undirected network: the principal eigenvector.",
                fr:
                    "Norme L2 égale à 1 ; si plusieurs parties du réseau ont la même plus grande valeur singulière, chacune a sa part, et les autres ont 0. Pivot et autorité se confondent dans un réseau non orienté : le vecteur propre principal."
            )
                + Conventions.adjacency,
            undefined: noTies, sources: [.kleinberg1999], range: 0...1
        ) { context throws(MilieuError) in
            let graph = try context.adjacency()
            guard graph.edgeCount > 0 else { return .number(none(graph)) }
            let found = context.memo("hubs and authorities") { HubsAndAuthorities(of: graph) }
            guard let found else { throw unsettled() }
            return .number(values(found))
        }.readingWeights()
    }

    /// Beyond this the time, which grows with n · m, is hours.
    private static let largestSubgraphNetwork = 20_000

    private static let subgraph = Measure(
        "subgraph_centrality", level: .actor, family: .spectral,
        name: Bilingual(en: "subgraph centrality", fr: "centralité de sous-graphe"),
        formula: #"\left(e^{A}\right)_{ii} = \sum_k \frac{(A^k)_{ii}}{k!}"#,
        reading: Bilingual(
            en: "The closed walks that start and end at the actor, short ones counting most: 1 for an isolate.",
            fr:
                "Les marches fermées qui partent de l'acteur et y reviennent, les courtes comptant le plus : 1 pour un isolé."
        ),
        convention: Bilingual(
            en:
                "Relative error below 1e-12 (Gauss quadrature by Lanczos, a lower bound, until two steps add less than 1e-14). Up to 20,000 actors.",
            fr:
                "Erreur relative inférieure à 1e-12 (quadrature de Gauss par Lanczos, une borne inférieure, jusqu'à ce que deux pas ajoutent moins de 1e-14). Jusqu'à 20 000 acteurs."
        )
            + Conventions.alwaysBinary + Conventions.eitherDirection,
        sources: [
            Reference(
                "Estrada and Rodríguez-Velázquez", 2005, "Subgraph centrality in complex networks",
                "Physical Review E 71(5), 056103")
        ],
        range: 1...Double.infinity
    ) { context throws(MilieuError) in
        let graph = context.binaryUndirected
        guard graph.nodeCount <= largestSubgraphNetwork else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "Subgraph centrality of \(graph.nodeCount) actors would take hours.",
                    fr: "La centralité de sous-graphes de \(graph.nodeCount) acteurs prendrait des heures."),
                remedy: Bilingual(
                    en: "Measure a part of the network (`--inside-only`, `--layer`, `--kind`), or take `eigenvector`.",
                    fr: "Mesurez une partie du réseau (`--inside-only`, `--layer`, `--kind`), ou prenez `eigenvector`.")
            )
        }
        let values = SubgraphCentrality.values(of: graph)
        guard values.allSatisfy(\.isFinite) else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "The subgraph centrality of so dense a network is beyond the numbers of the machine.",
                    fr: "La centralité de sous-graphes d'un réseau aussi dense dépasse les nombres de la machine."),
                remedy: Bilingual(
                    en: "Take `eigenvector`, which orders its actors in the same way.",
                    fr: "Prenez `eigenvector`, qui ordonne ses acteurs de la même façon."))
        }
        return .number(values)
    }

    private static func spectralRadius(of graph: Graph, _ context: MeasureContext) throws(MilieuError) -> Double {
        guard let radius = context.memo("spectral radius", { SpectralCentrality.spectralRadius(of: graph) })
        else { throw unsettled() }
        return radius
    }

    private static func none(_ graph: Graph) -> [Double?] { Array(repeating: nil, count: graph.nodeCount) }

    private static func unsettled() -> MilieuError {
        MilieuError(
            .usage,
            Bilingual(
                en: "The principal eigenvector of this network cannot be told apart from the next at 13 digits.",
                fr: "Le vecteur propre principal de ce réseau ne se distingue pas du suivant à 13 chiffres."),
            remedy: Bilingual(
                en: "Take `pagerank`, which always settles.", fr: "Prenez `pagerank`, qui se stabilise toujours."))
    }
}
