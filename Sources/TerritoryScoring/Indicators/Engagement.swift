import Vocabulary

/// What the indicators of engagement need, and say where it is missing.
enum Engagement {
    static let undefined = Bilingual(
        en: "Undefined where no layer of interaction was surveyed or fewer than two actors are inside.",
        fr: "Indéfini si aucune couche d'interaction n'a été relevée ou si moins de deux acteurs sont internes.")
    static let needs = Bilingual(
        en: "ties.csv and participation.csv of the layers of interaction; actors.csv, column members",
        fr: "ties.csv et participation.csv des couches d'interaction ; actors.csv, colonne members")
}

extension Situation {
    /// What an indicator of the ties among inside actors answers where there can be none.
    var missingInteraction: IndicatorValue? {
        guard interactionIsSurveyed else { return .undefined(Reason.tiesNotSurveyed) }
        guard insiderCount > 1 else { return .undefined(Reason.oneInsider) }
        return nil
    }

    /// The same of one that reads ties and shared events alike, and is 0 where neither was found.
    var missingEngagement: IndicatorValue? {
        missingInteraction ?? (graph.pairCount + graph.seatCount > 0 ? nil : .nothingFound)
    }
}
