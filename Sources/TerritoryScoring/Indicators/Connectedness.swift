import Vocabulary

/// Whether the territory is one network or many islands.
enum Connectedness {
    static let indicator = Indicator(
        "connectedness", .engagement,
        name: Bilingual(en: "connectedness", fr: "connexité"),
        formula: #"\frac{\sum_{c} W_c (W_c - 1)}{W (W - 1)}"#,
        reading: Bilingual(
            en:
                "The share of pairs of the inside population that a chain of ties and events of interaction joins; c runs over the parts that hold together, an actor alone being none, and W counts a collective by its members.",
            fr:
                "La part des paires de la population interne qu'une chaîne de liens et d'événements d'interaction relie ; c parcourt les parties d'un seul tenant, un acteur seul n'en étant pas une, et W compte un collectif pour ses membres."
        ),
        undefined: Engagement.undefined,
        needs: Engagement.needs,
        sources: [
            Reference(
                "Krackhardt", 1994, "Graph theoretical dimensions of informal organizations",
                "In: Carley and Prietula (eds), Computational Organization Theory, Lawrence Erlbaum, 89–111")
        ],
        reads: .interaction
    ) { situation in
        if let missing = situation.missingEngagement { return missing }
        let parts = ConnectedParts(situation.graph, insiders: situation.insiders)
        var heads = [Double](repeating: 0, count: parts.count)
        var (nodes, all) = ([Int](repeating: 0, count: parts.count), 0.0)
        for node in situation.insiders {
            let weight = Double(situation.weight(node))
            heads[parts.partOf[Int(node)]] += weight
            nodes[parts.partOf[Int(node)]] += 1
            all += weight
        }
        let joined = zip(heads, nodes).reduce(0) { $1.1 > 1 ? $0 + $1.0 * ($1.0 - 1) : $0 }
        return .known(joined / (all * (all - 1)))
    }
}
