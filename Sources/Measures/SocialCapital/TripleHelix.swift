import GraphKernels
import Vocabulary

/// Whether geography, technology and organisation of actors go together.
enum TripleHelix {
    static let synergy = Measure(
        "triple_helix_synergy", level: .network, family: .mixing,
        name: Bilingual(en: "triple-helix synergy", fr: "synergie de triple hélice"),
        formula: #"T_{GTO} = H_G + H_T + H_O - H_{GT} - H_{GO} - H_{TO} + H_{GTO}"#,
        reading: Bilingual(
            en:
                "Mutual information of three attributes of the actors, in bits: negative where they reduce each other's uncertainty together, which is called synergy.",
            fr:
                "Information mutuelle de trois attributs des acteurs, en bits : négative s'ils réduisent ensemble l'incertitude les uns des autres, ce qu'on nomme synergie."
        ),
        convention: Bilingual(
            en:
                "Geography, technology and organisation are place, sector and size unless `--dimensions` says otherwise, over the actors of whom all three are known. Size is cut at 1, 10, 50 and 250 staff. Ties do not count.",
            fr:
                "Géographie, technologie et organisation sont le lieu, le secteur et l'effectif, sauf autre choix de `--dimensions`, sur les acteurs dont les trois sont connus. L'effectif est coupé à 1, 10, 50 et 250 personnes. Les liens ne comptent pas."
        ),
        undefined: Bilingual(
            en:
                "Undefined where, among the actors of whom all three are known, one of them does not vary: there is nothing to share information about.",
            fr:
                "Indéfinie si, parmi les acteurs dont les trois sont connus, l'un d'eux ne varie pas : il n'y a rien dont partager l'information."
        ),
        sources: [
            Reference(
                "Leydesdorff, Dolfsma and van der Panne", 2006,
                "Measuring the knowledge base of an economy in terms of triple-helix relations among ‘technology, organization, and territory’",
                "Research Policy 35(2), 181–199")
        ],
        range: -Double.infinity...Double.infinity, polarity: .moreIsLess, profiles: [.structure]
    ) { context throws(MilieuError) in
        let dimensions = context.options.dimensions
        guard dimensions.count == 3 else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "The triple helix has three dimensions, not \(dimensions.count).",
                    fr: "La triple hélice a trois dimensions, et non \(dimensions.count)."),
                remedy: Bilingual(en: "Name three attributes of the actors.", fr: "Nommez trois attributs des acteurs.")
            )
        }
        let columns = dimensions.map { context.classes(of: $0) }
        let rows = context.view.nodes.indices.compactMap { node -> [String]? in
            let values = columns.compactMap { $0[node] }
            return values.count == 3 ? values : nil
        }
        let isVaried = [0, 1, 2].allSatisfy { place in Set(rows.map { $0[place] }).count > 1 }
        return .number([isVaried ? synergy(rows) : nil])
    }

    /// Singles minus pairs plus all three.
    private static func synergy(_ rows: [[String]]) -> Double {
        [[0], [1], [2]].reduce(0) { $0 + entropy(rows, $1) }
            - [[0, 1], [0, 2], [1, 2]].reduce(0) { $0 + entropy(rows, $1) }
            + entropy(rows, [0, 1, 2])
    }

    private static func entropy(_ rows: [[String]], _ places: [Int]) -> Double {
        let counts = Dictionary(grouping: rows) { row in places.map { row[$0] } }.values.map(\.count)
        // Sorted, so that the sum has one order.
        return counts.sorted().reduce(0) { sum, count in
            let share = Double(count) / Double(rows.count)
            return sum - share * Logarithm.natural(share) / Logarithm.natural(2)
        }
    }
}

extension MeasureContext {
    /// An attribute as classes; the number of staff by the size classes of official statistics.
    fileprivate func classes(of attribute: String) -> [String?] {
        let values = network.actors.values(of: attribute)
        return view.nodes.map { node in
            guard case .actor(let position) = node, let text = values?[position] else { return nil }
            guard attribute == "size", let size = Double(text) else { return text }
            let bound = [250.0, 50, 10, 1].first { size >= $0 } ?? 0
            return String(Int(bound))
        }
    }
}
