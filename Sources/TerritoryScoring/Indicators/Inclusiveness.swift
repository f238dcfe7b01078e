import Vocabulary

/// Whether participation is spread over many or held by few.
enum Inclusiveness {
    static let indicator = Indicator(
        "inclusiveness", .breadth,
        name: Bilingual(en: "inclusiveness", fr: "inclusion"),
        formula: #"1 - \frac{\sum_{ij} w_i w_j |x_i - x_j|}{2 W (W - 1) \bar x}"#,
        reading: Bilingual(
            en:
                "One minus the Gini coefficient of how many ties and events of interaction each of the inside population has, isolates included; a fact counts once, a collective for its members.",
            fr:
                "Un moins le coefficient de Gini du nombre de liens et d'événements d'interaction de chacun dans la population interne, isolés compris ; un fait compte une fois, un collectif pour ses membres."
        ),
        undefined: Bilingual(
            en: "Undefined where no layer of interaction was surveyed or fewer than two actors are inside.",
            fr: "Indéfini si aucune couche d'interaction n'a été relevée ou si moins de deux acteurs sont internes."),
        needs: Bilingual(
            en: "ties.csv and participation.csv of the layers of interaction",
            fr: "ties.csv et participation.csv des couches d'interaction"),
        sources: [
            Reference("Gini", 1912, "Variabilità e mutabilità", "Cuppini, Bologna")
        ],
        reads: .interaction
    ) { situation in
        if let missing = situation.missingInteraction { return missing }
        let counts = participation(situation).sorted { $0.count < $1.count }
        let population = counts.reduce(0.0) { $0 + $1.weight }
        let total = counts.reduce(0.0) { $0 + $1.weight * $1.count }
        guard total > 0 else { return .nothingFound }
        // Σᵢⱼ |xᵢ − xⱼ| over ordered pairs of heads, of sorted counts: each against all below and above it.
        var (below, differences) = (0.0, 0.0)
        for (count, weight) in counts {
            differences += 2 * weight * count * (2 * below + weight - population)
            below += weight
        }
        return .known(1 - differences / (2 * (population - 1) * total))
    }

    /// For each inside actor, how many ties (by pair and layer, or by fact) and events it has.
    private static func participation(_ situation: Situation) -> [(count: Double, weight: Double)] {
        let scenario = situation.scenario
        var counts = [Int](repeating: 0, count: scenario.nodeCount)
        if scenario.hasSharedFacts {
            addFacts(situation, &counts)
        } else {
            for (pair, layers) in zip(scenario.pairs, situation.pairLayers) where layers != 0 {
                counts[Int(pair.low)] += layers.nonzeroBitCount
                counts[Int(pair.high)] += layers.nonzeroBitCount
            }
        }
        for insider in situation.insiders { counts[Int(insider)] += situation.graph.eventDegree(Int(insider)) }
        return situation.insiders.map { (Double(counts[Int($0)]), Double(situation.weight($0))) }
    }

    /// Ties by pair and layer, but for facts that several pairs tell: each of these counts once for an actor.
    private static func addFacts(_ situation: Situation, _ counts: inout [Int]) {
        let scenario = situation.scenario
        let tellings = situation.tellings(of: situation.interaction)
        var told: Set<SIMD3<Int32>> = []
        for place in situation.interaction {
            let link = scenario.interaction[Int(place)]
            let fact = situation.code.ties[Int(link.tie)].fact
            for end in [link.source, link.target] {
                let isNew =
                    tellings[fact] ?? 1 > 1
                    ? told.insert(SIMD3(-1, fact, end)).inserted
                    : told.insert(SIMD3(link.pair, Int32(link.layer), end)).inserted
                if isNew { counts[Int(end)] += 1 }
            }
        }
    }
}
