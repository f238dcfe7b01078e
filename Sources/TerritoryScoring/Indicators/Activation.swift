import Vocabulary

/// Whether ties are alive: a tie is a resource only where it is kept up.
enum Activation {
    static let indicator = Indicator(
        "activation", .activation,
        name: Bilingual(en: "activation of ties", fr: "activation des liens"),
        formula: #"\frac{\sum_t s_t w_t a_t}{\sum_t s_t w_t}, \quad a_t \in \{1, \tfrac{1}{2}, 0\}"#,
        reading: Bilingual(
            en:
                "The weighted share of activation over ties of interaction of known status: active 1, dormant ½, potential 0. A fact that several pairs tell counts once (s).",
            fr:
                "La part pondérée d'activation des liens d'interaction de statut connu : actif 1, dormant ½, potentiel 0. Un fait que plusieurs paires disent compte une fois (s)."
        ),
        undefined: Bilingual(
            en:
                "Undefined where no tie is told as dormant or potential, so that nothing says that such ties were asked for; where the status is known for less than half of the ties; or where no layer of interaction was surveyed.",
            fr:
                "Indéfini si aucun lien n'est dit dormant ou potentiel, car rien ne dit alors qu'on a demandé de tels liens ; si le statut est connu pour moins de la moitié des liens ; ou si aucune couche d'interaction n'a été relevée."
        ),
        needs: Bilingual(
            en: "ties.csv, column status", fr: "ties.csv, colonne status"),
        sources: [
            Reference(
                "Bourdieu", 1980, "Le capital social : notes provisoires",
                "Actes de la recherche en sciences sociales 31, 2–3")
        ],
        reads: [.interactionTies, .latentTies]
    ) { situation in
        if let missing = situation.missingInteraction { return missing }
        var (active, known, all) = (0.0, 0.0, 0.0)
        let places = situation.interaction + situation.latent
        let tellings = situation.tellings(of: places)
        for place in places {
            let link = situation.scenario.interaction[Int(place)]
            let weight = link.weight / Double(tellings[situation.code.ties[Int(link.tie)].fact] ?? 1)
            all += weight
            switch link.standing {
            case .active:
                active += weight
                known += weight
            case .dormant:
                active += weight / 2
                known += weight
            case .potential: known += weight
            case .untold: break
            }
        }
        guard all > 0 else { return .nothingFound }
        guard situation.scenario.interaction.contains(where: { !$0.standing.isPresent }) else {
            return .undefined(notAsked)
        }
        guard known >= all / 2 else { return .undefined(untold, coverage: known / all) }
        return .known(active / known, coverage: known / all)
    }

    private static let notAsked = Bilingual(
        en: "No tie is told as dormant or potential: nothing says that such ties were asked for.",
        fr: "Aucun lien n'est dit dormant ou potentiel : rien ne dit qu'on a demandé de tels liens.")
    private static let untold = Bilingual(
        en: "The status is known for less than half of the ties of interaction.",
        fr: "Le statut est connu pour moins de la moitié des liens d'interaction.")
}
