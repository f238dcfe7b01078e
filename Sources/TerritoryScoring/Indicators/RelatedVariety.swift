import Vocabulary

/// Whether sectors hold several neighbouring trades, between which knowledge passes.
enum RelatedVariety {
    static let indicator = Indicator(
        "related_variety", .variety,
        name: Bilingual(en: "related variety", fr: "variété reliée"),
        formula: #"\frac{\sum_g P_g H_g}{\sum_g P_g \ln K_g}"#,
        reading: Bilingual(
            en:
                "How evenly the inside actors of a sector spread over its sub-sectors, against the most that the nomenclature's own number of sub-sectors (K; of NACE Rev. 2 the divisions of the section) allows (entropy with Miller and Madow's correction). Unrelated variety, the entropy over sectors in nats, stands beside.",
            fr:
                "À quel point les acteurs internes d'un secteur se répartissent entre ses sous-secteurs, rapporté au maximum que permet le nombre de sous-secteurs de la nomenclature même (K ; de la NAF rév. 2, les divisions de la section) (entropie corrigée selon Miller et Madow). La variété non reliée, entropie entre secteurs en nats, figure à côté."
        ),
        undefined: Bilingual(
            en:
                "Undefined where no sector with several sub-sectors has two inside actors, or sub-sectors are known for less than half of them.",
            fr:
                "Indéfini si aucun secteur à plusieurs sous-secteurs n'a deux acteurs internes, ou si les sous-secteurs sont connus pour moins de la moitié."
        ),
        needs: Bilingual(
            en: "actors.csv, column sector, to two levels or more (C.15)",
            fr: "actors.csv, colonne sector, à deux niveaux au moins (C.15)"),
        sources: [
            Reference(
                "Miller", 1955, "Note on the bias of information estimates",
                "In: Quastler (ed.), Information Theory in Psychology, Free Press, 95–100"),
            Reference(
                "Frenken, Van Oort and Verburg", 2007,
                "Related variety, unrelated variety and regional economic growth", "Regional Studies 41(5), 685–697"),
        ],
        reads: .kinds
    ) { situation in
        guard situation.insiderCount > 0 else { return .undefined(Reason.noInsider) }
        let organisations = situation.insiders.filter { !situation.code.actors[Int($0)].isCitizen }
        let told = organisations.filter { situation.code.actors[Int($0)].sector.second >= 0 }
        let coverage = organisations.isEmpty ? 0 : Double(told.count) / Double(organisations.count)
        guard coverage >= 0.5 else { return .undefined(unknown, coverage: coverage) }
        var sectors: [Int32: [Int32: Group]] = [:]
        for node in told {
            let sector = situation.code.actors[Int(node)].sector
            sectors[sector.first, default: [:]][sector.second, default: Group()].add(situation.weight(node))
        }
        let population = Double(told.reduce(0) { $0 + situation.weight($1) })
        var (entropy, most, unrelated) = (0.0, 0.0, 0.0)
        // In the order of codes: a sum over a dictionary would change from run to run.
        for (sector, groups) in sectors.sorted(by: { $0.key < $1.key }) {
            let heads = groups.values.reduce(0) { $0 + $1.heads }
            let share = Double(heads) / population
            unrelated -= share * naturalLogarithm(share)
            guard groups.values.reduce(0, { $0 + $1.actors }) > 1 else { continue }
            let limit = naturalLogarithm(Double(situation.code.subsectors[Int(sector)]))
            entropy += share * min(limit, corrected(groups.sorted { $0.key < $1.key }.map(\.value), heads))
            most += share * limit
        }
        guard most > 0 else { return .undefined(alone, coverage: coverage) }
        return .known(
            entropy / most, coverage: coverage,
            beside: [.init(id: "unrelated_variety", name: besideName, value: max(0, unrelated))])
    }

    private struct Group {
        var actors = 0
        var heads = 0

        mutating func add(_ weight: Int) {
            actors += 1
            heads += weight
        }
    }

    private static func corrected(_ groups: [Group], _ heads: Int) -> Double {
        let entropy = groups.reduce(0.0) { sum, group in
            let share = Double(group.heads) / Double(heads)
            return sum - share * naturalLogarithm(share)
        }
        return entropy + Double(groups.count - 1) / Double(2 * groups.reduce(0) { $0 + $1.actors })
    }

    private static let besideName = Bilingual(en: "unrelated variety", fr: "variété non reliée")
    private static let unknown = Bilingual(
        en: "The sector is known to two levels for less than half of the inside actors.",
        fr: "Le secteur est connu à deux niveaux pour moins de la moitié des acteurs internes.")
    private static let alone = Bilingual(
        en: "No sector that has several sub-sectors has two inside actors.",
        fr: "Aucun secteur à plusieurs sous-secteurs n'a deux acteurs internes.")
}
