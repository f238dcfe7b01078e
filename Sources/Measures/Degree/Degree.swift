import Vocabulary

/// How many actors an actor is tied to.
enum Degree {
    static let degree = Measure(
        "degree", level: .actor, family: .degree,
        name: Bilingual(en: "degree", fr: "degré"),
        formula: #"d_i = |\{j \neq i : a_{ij} + a_{ji} > 0\}|"#,
        reading: Bilingual(
            en: "The number of actors that the actor is tied to.",
            fr: "Le nombre d'acteurs auxquels l'acteur est lié."),
        convention: Bilingual(
            en: "Alters in either direction, each once, however many ties there are between the two.",
            fr: "Alters dans l'un ou l'autre sens, chacun une fois, quel que soit le nombre de liens entre les deux."),
        sources: [
            Reference("Freeman", 1979, "Centrality in social networks: conceptual clarification", "Social Networks 1(3), 215–239", locator: "p. 219")
        ],
        range: 0...Double.infinity, type: .integer, profiles: [.centrality]
    ) { context in
        .integer((0..<context.undirected.nodeCount).map { context.undirected.outgoing.degree(of: $0) })
    }
}
