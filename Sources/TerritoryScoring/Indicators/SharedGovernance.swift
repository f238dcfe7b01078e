import Vocabulary

/// Whether several colleges share in decisions, counted by heads or seats, never by money.
enum SharedGovernance {
    static let indicator = Indicator(
        "shared_governance", .collectiveAction,
        name: Bilingual(en: "shared governance", fr: "gouvernance partagée"),
        formula: #"\frac{1 - \sum_k p_k^2}{1 - 1/K}"#,
        reading: Bilingual(
            en:
                "How evenly the declared colleges of an organisation share its governance, by seats or heads; the mean over organisations.",
            fr:
                "À quel point les collèges déclarés d'une organisation se partagent sa gouvernance, en sièges ou en têtes ; moyenne sur les organisations."
        ),
        undefined: Bilingual(
            en:
                "Undefined where governance was not surveyed, or no organisation's colleges are known with seats or heads.",
            fr:
                "Indéfini si la gouvernance n'a pas été relevée, ou si les collèges d'aucune organisation ne sont connus avec leurs sièges ou leurs têtes."
        ),
        needs: Bilingual(
            en:
                "ties.csv of the layers governance or membership, columns college and seats; actors.csv, column members",
            fr: "ties.csv des couches governance ou membership, colonnes college et seats ; actors.csv, colonne members"
        ),
        sources: [
            Reference("Ostrom", 1990, "Governing the Commons", "Cambridge University Press")
        ],
        reads: .support
    ) { situation in
        guard situation.code.isSurveyed(.governance) else { return .undefined(notSurveyed) }
        guard situation.insiderCount > 0 else { return .undefined(Reason.noInsider) }
        let links = situation.scenario.governance.filter { situation.isThere($0) }
        var organisations: [Int32: [Int32: Double]] = [:]
        var counted: Set<Int32> = []
        for link in links {
            let (tie, source) = (situation.code.ties[Int(link.tie)], situation.code.actors[Int(link.source)])
            let seats = tie.seats ?? source.members.map(Double.init)
            let college = organisations[link.target, default: [:]][tie.college]
            // One row for each college and no number anywhere: groups whose heads nobody counted.
            if seats != nil || college != nil { counted.insert(link.target) }
            organisations[link.target, default: [:]][tie.college] = (college ?? 0) + max(0, seats ?? 1)
        }
        let shares = organisations.sorted { $0.key < $1.key }
            .filter { counted.contains($0.key) }.compactMap { evenness($0.value) }
        guard !shares.isEmpty else { return .undefined(links.isEmpty ? none : uncounted) }
        return .known(
            shares.reduce(0, +) / Double(shares.count),
            coverage: Double(shares.count) / Double(Set(links.map(\.target)).count))
    }

    private static func evenness(_ colleges: [Int32: Double]) -> Double? {
        let seats = colleges.sorted { $0.key < $1.key }.map(\.value)
        let all = seats.reduce(0, +)
        guard all > 0 else { return nil }
        // One college alone shares with nobody.
        guard seats.count > 1 else { return 0 }
        let same = seats.reduce(0) { $0 + ($1 / all) * ($1 / all) }
        return (1 - same) / (1 - 1 / Double(seats.count))
    }

    private static let notSurveyed = Bilingual(
        en: "The layer \"governance\" is not among the surveyed ones.",
        fr: "La couche « gouvernance » ne figure pas parmi celles qui ont été relevées.")
    private static let none = Bilingual(en: "No college is declared.", fr: "Aucun collège n'est déclaré.")
    private static let uncounted = Bilingual(
        en: "No organisation's colleges are all known with their seats or heads.",
        fr: "Les collèges d'aucune organisation ne sont tous connus avec leurs sièges ou leurs têtes.")
}
