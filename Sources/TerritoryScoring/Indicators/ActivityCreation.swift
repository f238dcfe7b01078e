import Vocabulary

/// Whether activities come into being and stay: an outcome, shown beside as validation.
enum ActivityCreation {
    static let indicator = Indicator(
        "activity_creation", .creation,
        name: Bilingual(en: "creation of activities", fr: "création d'activités"),
        formula: #"\frac{\text{entries still there}}{\text{stock} + \text{entries}}"#,
        reading: Bilingual(
            en:
                "Inside actors that began in the window and are still there, over those there at its start and those that began. The share of them that had an earlier tie to a local actor stands beside.",
            fr:
                "Les acteurs internes apparus dans la fenêtre et encore là, rapportés à ceux qui étaient là au début et à ceux qui sont apparus. La part de ceux qui avaient auparavant un lien local figure à côté."
        ),
        undefined: Bilingual(
            en:
                "Undefined where the beginning is known for less than half of the inside actors, or there is no reference date.",
            fr:
                "Indéfini si le début est connu pour moins de la moitié des acteurs internes, ou sans date de référence."
        ),
        needs: Bilingual(
            en: "actors.csv, columns since and until; the reference date",
            fr: "actors.csv, colonnes since et until ; la date de référence"),
        sources: [
            Reference(
                "Perret", 2016, "Article on the territorial cluster of Romans-sur-Isère",
                "Organisations & territoires 25(2)", locator: "section 3")
        ],
        reads: .interactionTies
    ) { situation in
        guard let days = situation.scenario.window.days else { return .undefined(noDate) }
        let all = situation.scenario.everInside.filter { situation.presence.actors[Int($0)] }
        guard !all.isEmpty else { return .undefined(Reason.noInsider) }
        let dated = all.filter { situation.code.actors[Int($0)].since != nil }
        let coverage = Double(dated.count) / Double(all.count)
        guard coverage >= 0.5 else { return .undefined(unknown, coverage: coverage) }
        let entries = dated.filter { (situation.code.actors[Int($0)].since?.earliest ?? 0) > days.lowerBound }
        let staying = entries.filter { (situation.code.actors[Int($0)].until?.latest ?? .max) >= days.upperBound }
        return .known(
            Double(staying.count) / Double(dated.count), coverage: coverage,
            beside: staying.isEmpty || !situation.wantsBeside
                ? [] : [.init(id: "entries_with_earlier_tie", name: besideName, value: tiedBefore(staying, situation))])
    }

    /// The share of some nodes that had a tie of interaction before they began.
    private static func tiedBefore(_ nodes: [Int32], _ situation: Situation) -> Double {
        // By node, the day by which its first tie has surely begun.
        var first = [Int](repeating: .max, count: situation.scenario.nodeCount)
        for place in situation.interaction {
            let link = situation.scenario.interaction[Int(place)]
            guard let since = situation.code.ties[Int(link.tie)].since else { continue }
            for end in [Int(link.source), Int(link.target)] { first[end] = min(first[end], since.latest) }
        }
        let tied = nodes.count { node in
            situation.code.actors[Int(node)].since.map { first[Int(node)] <= $0.earliest } ?? false
        }
        return Double(tied) / Double(nodes.count)
    }

    private static let besideName = Bilingual(
        en: "entries with an earlier local tie", fr: "arrivées précédées d'un lien local")
    private static let noDate = Bilingual(
        en: "The dataset gives no reference date.", fr: "Le jeu de données n'a pas de date de référence.")
    private static let unknown = Bilingual(
        en: "The beginning is known for less than half of the inside actors.",
        fr: "Le début est connu pour moins de la moitié des acteurs internes.")
}
