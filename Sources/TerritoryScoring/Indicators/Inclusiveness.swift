import Vocabulary

/// Whether participation is spread over many or held by few.
enum Inclusiveness {
    static let indicator = Indicator(
        "inclusiveness", .breadth,
        name: Bilingual(en: "inclusiveness", fr: "inclusion"),
        formula: #"1 - G \cdot \frac{n}{n - 1}"#,
        reading: Bilingual(
            en: "One minus the Gini coefficient of how many ties and events of interaction each inside actor has, isolates included.",
            fr: "Un moins le coefficient de Gini du nombre de liens et d'événements d'interaction de chaque acteur interne, isolés compris."),
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
        let counts = participation(situation).sorted()
        let n = counts.count
        let total = counts.reduce(0, +)
        guard total > 0 else { return .nothingFound }
        // Σᵢⱼ |xᵢ − xⱼ| over ordered pairs, of sorted counts, in whole numbers.
        let differences = counts.enumerated().reduce(0) { $0 + (2 * $1.offset + 1 - n) * $1.element } * 2
        return .known(1 - Double(differences) / Double(2 * (n - 1) * total))
    }

    private static func participation(_ situation: Situation) -> [Int] {
        var counts = [Int](repeating: 0, count: situation.scenario.nodeCount)
        for place in situation.interaction {
            counts[Int(situation.scenario.interaction[Int(place)].source)] += 1
            counts[Int(situation.scenario.interaction[Int(place)].target)] += 1
        }
        for insider in situation.insiders { counts[Int(insider)] += situation.graph.eventDegree(Int(insider)) }
        return situation.insiders.map { counts[Int($0)] }
    }
}
