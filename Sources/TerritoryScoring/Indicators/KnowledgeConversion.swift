import Vocabulary

/// Whether something comes of what actors learn.
enum KnowledgeConversion {
    static let indicator = Indicator(
        "knowledge_conversion", .absorption,
        name: Bilingual(en: "conversion of knowledge", fr: "conversion de la connaissance"),
        formula: #"\frac{\left| \{ e : \text{followed within } m \text{ months} \} \right|}{\left| \{ e \} \right|}"#,
        reading: Bilingual(
            en: "The share of dated exposures to knowledge (an event of learning attended, a tie of knowledge received) that a new cooperation or activity of that actor followed in time; exposures too recent to tell are left out. The 5-95 % interval of a Beta(½, ½) prior stands beside.",
            fr: "La part des expositions datées à la connaissance (événement d'apprentissage suivi, lien de connaissance reçu) que suit à temps une coopération ou une activité nouvelle de cet acteur ; les expositions trop récentes sont écartées. L'intervalle 5-95 % d'un a priori Bêta(½, ½) figure à côté."),
        undefined: Bilingual(
            en: "Undefined where no exposure is dated early enough in the window.",
            fr: "Indéfini si aucune exposition n'est datée assez tôt dans la fenêtre."),
        needs: Bilingual(
            en: "ties.csv, column since, in the layers \"knowledge\" and \"cooperation\"; events.csv, column date; actors.csv, columns since and parent",
            fr: "ties.csv, colonne since, dans les couches « knowledge » et « cooperation » ; events.csv, colonne date ; actors.csv, colonnes since et parent"),
        sources: [
            Reference("Zahra and George", 2002, "Absorptive capacity: a review, reconceptualization, and extension", "Academy of Management Review 27(2), 185–203")
        ],
        reads: .knowledge.union(.interactionTies)
    ) { situation in
        guard situation.code.knowledgeIsSurveyed else { return .undefined(Reason.knowledgeNotSurveyed) }
        guard !situation.knowledgeIsEmpty else { return .nothingFound }
        let exposures = situation.scenario.exposures.filter { isThere($0, situation) }
        guard !exposures.isEmpty else { return .undefined(none) }
        let presence = situation.presence
        let followed = exposures.count { exposure in
            exposure.followingTies.contains { tie in
                let ends = situation.code.ties[Int(tie)]
                return presence.ties[Int(tie)] && presence.actors[Int(ends.source)] && presence.actors[Int(ends.target)]
            } || exposure.followingActors.contains { presence.actors[Int($0)] }
        }
        let (hits, misses) = (Double(followed), Double(exposures.count - followed))
        return .known(
            hits / Double(exposures.count),
            beside: !situation.wantsBeside ? [] : [
                .init(id: "conversion_low", name: low, value: Beta.quantile(0.05, hits + 0.5, misses + 0.5)),
                .init(id: "conversion_high", name: high, value: Beta.quantile(0.95, hits + 0.5, misses + 0.5)),
            ])
    }

    private static func isThere(_ exposure: Exposure, _ situation: Situation) -> Bool {
        guard situation.isThere[Int(exposure.node)] else { return false }
        if exposure.event >= 0 { return situation.presence.events[Int(exposure.event)] }
        let tie = situation.code.ties[Int(exposure.tie)]
        return situation.presence.ties[Int(exposure.tie)] && situation.presence.actors[Int(tie.source)]
            && situation.presence.actors[Int(tie.target)]
    }

    private static let low = Bilingual(en: "conversion, 5 %", fr: "conversion, 5 %")
    private static let high = Bilingual(en: "conversion, 95 %", fr: "conversion, 95 %")
    private static let none = Bilingual(
        en: "No exposure to knowledge is dated early enough in the window for its effect to be seen.",
        fr: "Aucune exposition à la connaissance n'est datée assez tôt dans la fenêtre pour qu'on en voie l'effet.")
}
