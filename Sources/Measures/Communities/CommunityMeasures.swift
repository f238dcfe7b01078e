import GraphKernels
import Vocabulary

/// Groups of actors that are tied more among themselves than to others.
enum CommunityMeasures {
    static let all = [
        community.ofOneMode(namesakes: "community_two_mode"), modularity.ofOneMode(namesakes: "modularity_two_mode"),
        modularityDirected, attributeModularity,
    ]

    private static let traag2019 = Reference(
        "Traag, Waltman and van Eck", 2019, "From Louvain to Leiden: guaranteeing well-connected communities",
        "Scientific Reports 9, 5233", locator: "pp. 3–5")
    private static let newmanGirvan2004 = Reference(
        "Newman and Girvan", 2004, "Finding and evaluating community structure in networks",
        "Physical Review E 69(2), 026113", locator: "eq. 5")
    private static let reichardtBornholdt2006 = Reference(
        "Reichardt and Bornholdt", 2006, "Statistical mechanics of community detection",
        "Physical Review E 74(1), 016110")

    private static let convention = Bilingual(
        en: "Leiden algorithm on modularity at the resolution of `--resolution` (1), the best of up to twenty seeded runs: the same partition for the same seed on every machine. A community is connected.",
        fr: "Algorithme de Leiden sur la modularité à la résolution de `--resolution` (1), la meilleure de vingt exécutions au plus, à graine fixée : la même partition pour la même graine sur toute machine. Une communauté est connexe.")
        + Conventions.eitherDirection + Conventions.adjacency

    private static let directed = Bilingual(
        en: "igraph and NetworkX keep the directions in the modularity of a given division, and so have another value for a directed network.",
        fr: "igraph et NetworkX gardent les sens dans la modularité d'une division donnée, et ont donc une autre valeur pour un réseau orienté.")
    private static let searched = Bilingual(
        en: "igraph's Leiden optimises modularity only where `objective_function` is \"modularity\" in small letters; otherwise, as NetworkX's own from 3.7, it optimises the constant Potts model, in which at resolution 1 every actor may stay alone.",
        fr: "Le Leiden d'igraph n'optimise la modularité que si `objective_function` est « modularity » en minuscules ; sinon, comme celui de NetworkX à partir de 3.7, il optimise le modèle de Potts constant, où à la résolution 1 chaque acteur peut rester seul.")

    private static let community = Measure(
        "community", level: .actor, family: .communities,
        name: Bilingual(en: "community", fr: "communauté"),
        formula: #"\arg\max_c \sum_{ij} \left(a_{ij} - \gamma \frac{k_i k_j}{2m}\right) [c_i = c_j]"#,
        reading: Bilingual(
            en: "The number of the actor's community: 1 for the largest. An actor without ties is one of its own.",
            fr: "Le numéro de la communauté de l'acteur : 1 pour la plus grande. Un acteur sans lien en forme une à lui seul."),
        convention: convention + searched, sources: [traag2019, reichardtBornholdt2006], range: 1...Double.infinity,
        type: .label, polarity: .neutral, profiles: [.structure], isSeeded: true
    ) { context throws(MilieuError) in
        .integer(try context.communities().map { $0 + 1 })
    }.readingWeights()

    private static let modularity = Measure(
        "modularity", level: .network, family: .communities,
        name: Bilingual(en: "modularity", fr: "modularité"),
        formula: #"\frac{1}{2m} \sum_{ij} \left(a_{ij} - \gamma \frac{k_i k_j}{2m}\right) [c_i = c_j]"#,
        reading: Bilingual(
            en: "How much more ties fall within communities than the degrees explain: above 0.3 the division is usually held to be clear. Random networks reach high values too.",
            fr: "Combien plus de liens tombent dans les communautés que les degrés ne l'expliquent : au-dessus de 0,3, la division passe d'ordinaire pour nette. Les réseaux aléatoires atteignent aussi des valeurs élevées."),
        convention: convention + directed,
        undefined: Bilingual(en: "Undefined in a network without ties.", fr: "Indéfinie dans un réseau sans lien."),
        sources: [newmanGirvan2004, traag2019], range: -0.5...1, profiles: [.structure], isSeeded: true
    ) { context throws(MilieuError) in
        let communities = try context.communities()
        return .number([
            Modularity.value(
                try context.undirectedAdjacency(), community: communities, resolution: context.options.resolution)
        ])
    }.readingWeights()

    private static let leichtNewman2008 = Reference(
        "Leicht and Newman", 2008, "Community structure in directed networks", "Physical Review Letters 100(11), 118703",
        locator: "eq. 3")

    private static let modularityDirected = Measure(
        "modularity_directed", level: .network, family: .communities,
        name: Bilingual(en: "directed modularity", fr: "modularité orientée"),
        formula: #"\frac{1}{m} \sum_{ij} \left(a_{ij} - \gamma \frac{k^+_i k^-_j}{m}\right) [c_i = c_j]"#,
        reading: Bilingual(
            en: "How much more ties stay within communities than explained by how many ties each actor sends and receives.",
            fr: "Combien plus de liens restent dans les communautés que ne l'explique le nombre de liens que chaque acteur émet et reçoit."),
        convention: Bilingual(
            en: "Of the communities of `community`, which are found without direction: what direction adds to their reading, not the largest value that communities of directed ties could have. An undirected tie is a tie in each direction. Resolution: `--resolution` (1).",
            fr: "Des communautés de `community`, trouvées sans direction : ce que la direction ajoute à leur lecture, non la plus grande valeur que des communautés de liens orientés pourraient avoir. Un lien non orienté est un lien dans chaque sens. Résolution : `--resolution` (1).")
            + Conventions.adjacency,
        undefined: Bilingual(en: "Undefined in a network without ties.", fr: "Indéfinie dans un réseau sans lien."),
        sources: [leichtNewman2008], range: -1...1, requirements: [.directed], profiles: [.structure], isSeeded: true
    ) { context throws(MilieuError) in
        let communities = try context.communities()
        return .number([
            Modularity.directed(
                try context.adjacency(), community: communities.map { $0 }, resolution: context.options.resolution)
        ])
    }.readingWeights()

    private static let attributeModularity = Measure(
        "attribute_modularity", level: .network, family: .communities,
        name: Bilingual(en: "modularity of an attribute", fr: "modularité d'un attribut"),
        formula: #"\frac{1}{m} \sum_{ij} \left(a_{ij} - \gamma \frac{k^+_i k^-_j}{m}\right) [g_i = g_j]"#,
        reading: Bilingual(
            en: "How much more ties stay within the groups of an attribute than the degrees explain: compare with modularity, the value of the best groups found.",
            fr: "Combien plus de liens restent dans les groupes d'un attribut que les degrés ne l'expliquent : à comparer à la modularité, la valeur des meilleurs groupes trouvés."),
        convention: Bilingual(
            en: "Groups by `--group-by` (kind by default); over the ties whose ends both have a known group, degrees of these. Undirected: each tie both ways. Resolution: `--resolution` (1).",
            fr: "Groupes selon `--group-by` (le type par défaut) ; sur les liens dont les deux extrémités ont un groupe connu, avec leurs degrés. Non orienté : chaque lien dans les deux sens. Résolution : `--resolution` (1).")
            + Conventions.adjacency,
        undefined: Bilingual(en: "Undefined where no such tie exists.", fr: "Indéfinie si aucun lien de ce genre n'existe."),
        sources: [leichtNewman2008, newmanGirvan2004], range: -1...1, requirements: [.oneMode, .grouping],
        profiles: [.structure]
    ) { context throws(MilieuError) in
        .number([
            Modularity.directed(
                try context.adjacency(), community: try context.grouping().groups, resolution: context.options.resolution)
        ])
    }.readingWeights()
}

extension MeasureContext {
    /// The community of each node, from 0, the largest first; in a two-mode view of actors and events together.
    ///
    /// - Throws: `MilieuError` where weights are to be distances, or are negative.
    public func communities() throws(MilieuError) -> [Int] {
        let graph = try undirectedAdjacency()
        return memo("communities") {
            guard !view.isTwoMode else {
                return BipartiteCommunities.communities(
                    of: graph, firstMode: view.actorCount, resolution: options.resolution, seed: options.seed)
            }
            return Leiden.communities(of: graph, resolution: options.resolution, seed: options.seed)
        }
    }
}
