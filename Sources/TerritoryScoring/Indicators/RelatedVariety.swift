import Vocabulary

/// Whether sectors hold several neighbouring trades, between which knowledge passes.
enum RelatedVariety {
    static let indicator = Indicator(
        "related_variety", .variety,
        name: Bilingual(en: "related variety", fr: "variété reliée"),
        formula: #"\frac{\sum_g P_g H_g}{\sum_g P_g \ln \min(K_g, n_g)}"#,
        reading: Bilingual(
            en: "How evenly the actors of a sector spread over its sub-sectors, against the most that the sub-sectors known in the dataset allow (Miller-Madow correction). Unrelated variety, the entropy over sectors in nats, stands beside.",
            fr: "À quel point les acteurs d'un secteur se répartissent entre ses sous-secteurs, rapporté au maximum que permettent les sous-secteurs connus du jeu de données (correction de Miller-Madow). La variété non reliée, entropie entre secteurs en nats, figure à côté."),
        undefined: Bilingual(
            en: "Undefined where no sector has two inside actors, or sub-sectors are known for less than half of them.",
            fr: "Indéfini si aucun secteur n'a deux acteurs internes, ou si les sous-secteurs sont connus pour moins de la moitié."),
        needs: Bilingual(
            en: "actors.csv, column sector, to two levels or more (C.15)",
            fr: "actors.csv, colonne sector, à deux niveaux au moins (C.15)"),
        sources: [
            Reference("Frenken, Van Oort and Verburg", 2007, "Related variety, unrelated variety and regional economic growth", "Regional Studies 41(5), 685–697")
        ],
        reads: []
    ) { situation in
        guard situation.insiderCount > 0 else { return .undefined(Reason.noInsider) }
        let sectors = situation.insiders.map { situation.code.actors[Int($0)].sector }.filter { $0.second >= 0 }
        let coverage = Double(sectors.count) / Double(situation.insiderCount)
        guard coverage >= 0.5 else { return .undefined(unknown, coverage: coverage) }
        var members: [Int32: [TerritoryCode.Sector: Int]] = [:]
        for sector in sectors { members[sector.first, default: [:]][sector, default: 0] += 1 }
        var (entropy, most, unrelated) = (0.0, 0.0, 0.0)
        // In the order of codes: a sum over a dictionary would change from run to run.
        for (sector, counts) in members.sorted(by: { $0.key < $1.key }) {
            let size = counts.values.reduce(0, +)
            let share = Double(size) / Double(sectors.count)
            unrelated -= share * naturalLogarithm(share)
            guard size > 1 else { continue }
            let limit = naturalLogarithm(Double(min(situation.scenario.sectors.subsectors(of: sector), size)))
            entropy += share * min(limit, corrected(counts.values.sorted(), size))
            most += share * limit
        }
        guard most > 0 else { return .undefined(alone, coverage: coverage) }
        return .known(
            entropy / most, coverage: coverage,
            beside: [.init(id: "unrelated_variety", name: besideName, value: max(0, unrelated))])
    }

    private static func corrected(_ counts: [Int], _ size: Int) -> Double {
        let entropy = counts.reduce(0.0) { sum, count in
            let share = Double(count) / Double(size)
            return sum - share * naturalLogarithm(share)
        }
        return entropy + Double(counts.count - 1) / Double(2 * size)
    }

    private static let besideName = Bilingual(en: "unrelated variety", fr: "variété non reliée")
    private static let unknown = Bilingual(
        en: "The sector is known to two levels for less than half of the inside actors.",
        fr: "Le secteur est connu à deux niveaux pour moins de la moitié des acteurs internes.")
    private static let alone = Bilingual(
        en: "No sector has two inside actors.", fr: "Aucun secteur n'a deux acteurs internes.")
}
