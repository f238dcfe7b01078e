import Vocabulary

/// How many others an actor deals with.
enum Intensity {
    static let indicator = Indicator(
        "intensity", .engagement,
        name: Bilingual(en: "intensity", fr: "intensité"),
        formula: #"1 - e^{-\bar d / \kappa}, \quad \bar d = \frac{1}{W} \sum_i w_i \min(D_i, T_i + E_i)"#,
        reading: Bilingual(
            en:
                "How near the mean number of different partners comes to as many as one can wish: 0.63 at κ partners (4; 2 to 8 in the draws). T counts partners by ties, E the events shared, each as one partner however many met there (Newman), D all different ones; a collective counts for its members.",
            fr:
                "À quel point le nombre moyen de partenaires différents approche de ce qu'on peut souhaiter : 0,63 pour κ partenaires (4 ; de 2 à 8 dans les tirages). T compte les partenaires par les liens, E les événements partagés, chacun comme un partenaire quel que soit le nombre de présents (Newman), D tous les partenaires différents ; un collectif compte pour ses membres."
        ),
        undefined: Engagement.undefined,
        needs: Engagement.needs,
        sources: [
            Axis.source,
            Reference(
                "Newman", 2001,
                "Scientific collaboration networks. II. Shortest paths, weighted networks, and centrality",
                "Physical Review E 64, 016132"),
        ],
        reads: .interaction.union(.partnerScale)
    ) { situation in
        if let missing = situation.missingEngagement { return missing }
        let partners = meanPartners(situation)
        return .known(
            1 - exponential(-partners / situation.partnerScale),
            beside: [.init(id: "mean_partners", name: besideName, value: partners)])
    }

    /// The mean over the inside population.
    static func meanPartners(_ situation: Situation) -> Double {
        let graph = situation.graph
        let gatherings = Gatherings(situation)
        var (sum, all) = (0, 0)
        for node in situation.insiders {
            let weight = situation.weight(node)
            all += weight
            let tied = graph.actorRow(Int(node)).reduce(0) { $0 + situation.weight(graph.targets[$1]) }
            let events = gatherings.events(of: node)
            // Of all its heads together.
            var partners = weight * tied
            var largest = 0
            for event in events {
                partners += gatherings.heads(of: node, at: event)
                largest = max(largest, gatherings.seats(at: event).count - 1)
            }
            // Where so many different ones met at one event alone, no bound is near.
            if weight * largest < partners, !events.isEmpty {
                partners = min(partners, weight * differentPartners(of: node, situation, gatherings))
            }
            sum += partners
        }
        return Double(sum) / Double(all)
    }

    /// Of ties and events together; those of one collective are partners where they met.
    private static func differentPartners(of node: Int32, _ situation: Situation, _ gatherings: Gatherings) -> Int {
        var partners = Set(situation.graph.actorRow(Int(node)).map { situation.graph.targets[$0] })
        for event in gatherings.events(of: node) {
            for seat in gatherings.seats(at: event) { partners.insert(gatherings.nodes[seat]) }
        }
        partners.remove(node)
        return partners.reduce(situation.weight(node) - 1) { $0 + situation.weight($1) }
    }

    private static let besideName = Bilingual(en: "mean number of partners", fr: "nombre moyen de partenaires")
}
