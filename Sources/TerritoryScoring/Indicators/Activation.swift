import Vocabulary

/// Whether ties are alive: a tie is a resource only where it is kept up.
enum Activation {
    static let indicator = Indicator(
        "activation", .ties,
        name: Bilingual(en: "activation of ties", fr: "activation des liens"),
        formula: #"\frac{\sum_t w_t a_t}{\sum_t w_t}, \quad a_t \in \{1, \tfrac{1}{2}, 0\}"#,
        reading: Bilingual(
            en: "The weighted share of activation over ties of interaction of known status: active 1, dormant ½, potential 0.",
            fr: "La part pondérée d'activation des liens d'interaction de statut connu : actif 1, dormant ½, potentiel 0."),
        undefined: Bilingual(
            en: "Undefined where the status is known for less than half of the ties, or no layer of interaction was surveyed.",
            fr: "Indéfini si le statut est connu pour moins de la moitié des liens, ou si aucune couche d'interaction n'a été relevée."),
        needs: Bilingual(
            en: "ties.csv, column status", fr: "ties.csv, colonne status"),
        sources: [
            Reference("Bourdieu", 1980, "Le capital social : notes provisoires", "Actes de la recherche en sciences sociales 31, 2–3")
        ],
        reads: [.interactionTies, .latentTies]
    ) { situation in
        if let missing = situation.missingInteraction { return missing }
        var (active, known, all) = (0.0, 0.0, 0.0)
        for place in situation.interaction + situation.latent {
            let link = situation.scenario.interaction[Int(place)]
            all += link.weight
            switch link.standing {
            case .active:
                active += link.weight
                known += link.weight
            case .dormant:
                active += link.weight / 2
                known += link.weight
            case .potential: known += link.weight
            case .untold: break
            }
        }
        guard all > 0 else { return .nothingFound }
        guard known >= all / 2 else { return .undefined(untold, coverage: known / all) }
        return .known(active / known, coverage: known / all)
    }

    private static let untold = Bilingual(
        en: "The status is known for less than half of the ties of interaction.",
        fr: "Le statut est connu pour moins de la moitié des liens d'interaction.")
}

extension Situation {
    /// What an indicator of the ties among inside actors answers where there can be none.
    var missingInteraction: IndicatorValue? {
        guard interactionIsSurveyed else { return .undefined(Reason.tiesNotSurveyed) }
        guard insiderCount > 1 else { return .undefined(Reason.oneInsider) }
        return nil
    }
}
