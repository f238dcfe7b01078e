import Vocabulary

/// Whether those who work in the territory can make something of new knowledge.
enum AbsorptiveCapacity {
    static let indicator = Indicator(
        "absorptive_capacity", .absorption,
        name: Bilingual(en: "absorptive capacity", fr: "capacité d'absorption"),
        formula: #"\frac{\sum_i s_i q_i}{\sum_i s_i}"#,
        reading: Bilingual(
            en: "The share of qualified staff among the staff of inside actors. An actor whose staff is not known weighs as much as the median one.",
            fr: "La part du personnel qualifié dans le personnel des acteurs internes. Un acteur dont l'effectif est inconnu pèse autant que le médian."),
        undefined: Bilingual(
            en: "Undefined where the share is known for less than half of the staff.",
            fr: "Indéfini si cette part est connue pour moins de la moitié du personnel."),
        needs: Bilingual(
            en: "actors.csv, columns qualified_share and size", fr: "actors.csv, colonnes qualified_share et size"),
        sources: [
            Reference("Cohen and Levinthal", 1990, "Absorptive capacity: a new perspective on learning and innovation", "Administrative Science Quarterly 35(1), 128–152")
        ],
        reads: []
    ) { situation in
        guard situation.insiderCount > 0 else { return .undefined(Reason.noInsider) }
        let actors = situation.insiders.map { situation.code.actors[Int($0)] }
        let sizes = actors.compactMap(\.size).sorted()
        let median = sizes.isEmpty ? 1 : (sizes[(sizes.count - 1) / 2] + sizes[sizes.count / 2]) / 2
        var (qualified, known, all) = (0.0, 0.0, 0.0)
        for actor in actors {
            let staff = actor.size ?? median
            all += staff
            guard let share = actor.qualifiedShare else { continue }
            known += staff
            qualified += staff * share
        }
        let coverage = all > 0 ? known / all : 0
        guard known > 0, coverage >= 0.5 else { return .undefined(unknown, coverage: coverage) }
        return .known(qualified / known, coverage: coverage)
    }

    private static let unknown = Bilingual(
        en: "The qualified share is known for less than half of the staff.",
        fr: "La part qualifiée est connue pour moins de la moitié du personnel.")
}
