import Vocabulary

/// Whether those who work in the territory can make something of new knowledge.
enum AbsorptiveCapacity {
    static let indicator = Indicator(
        "absorptive_capacity", .absorption,
        name: Bilingual(en: "absorptive capacity", fr: "capacité d'absorption"),
        formula: #"\frac{\sum_i s_i q_i}{\sum_i s_i}"#,
        reading: Bilingual(
            en:
                "The share of qualified staff in the staff of the inside organisations whose staff is known; of the others nothing is assumed.",
            fr:
                "La part du personnel qualifié dans le personnel des organisations internes dont l'effectif est connu ; des autres, rien n'est supposé."
        ),
        undefined: Bilingual(
            en:
                "Undefined where staff and share are known for less than half: the share of organisations whose staff is known, times the share of that staff whose qualification is.",
            fr:
                "Indéfini si effectif et part sont connus pour moins de la moitié : la part des organisations dont l'effectif est connu, fois la part de cet effectif dont on connaît la qualification."
        ),
        needs: Bilingual(
            en: "actors.csv, columns qualified_share and size", fr: "actors.csv, colonnes qualified_share et size"),
        sources: [
            Reference(
                "Cohen and Levinthal", 1990, "Absorptive capacity: a new perspective on learning and innovation",
                "Administrative Science Quarterly 35(1), 128–152")
        ],
        reads: .kinds
    ) { situation in
        guard situation.insiderCount > 0 else { return .undefined(Reason.noInsider) }
        let organisations = situation.insiders.lazy.map { Int($0) }.filter { !situation.code.actors[$0].isCitizen }
        // By size, so that the sum does not depend on the actors' order.
        let sized = organisations.compactMap { place in
            situation.code.actors[place].size.map { (staff: $0, share: situation.code.actors[place].qualifiedShare) }
        }.sorted { ($0.staff, $0.share ?? -1) < ($1.staff, $1.share ?? -1) }
        var (qualified, known, all) = (0.0, 0.0, 0.0)
        for (staff, share) in sized {
            all += staff
            guard let share else { continue }
            known += staff
            qualified += staff * share
        }
        let coverage = all > 0 ? known / all * Double(sized.count) / Double(organisations.count) : 0
        guard known > 0, coverage >= 0.5 else { return .undefined(unknown, coverage: coverage) }
        return .known(qualified / known, coverage: coverage)
    }

    private static let unknown = Bilingual(
        en: "Staff and its qualified share are known for less than half.",
        fr: "L'effectif et sa part qualifiée sont connus pour moins de la moitié.")
}
