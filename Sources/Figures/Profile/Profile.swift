import TerritoryScoring
import Vocabulary

/// The indicators of one or more scores, each on its line, with what chance gives behind it.
enum Profile {
    static let figure = Figure(
        "profile",
        name: Bilingual(en: "profile of indicators", fr: "profil des indicateurs"),
        reading: Bilingual(
            en: """
                A line is an indicator, from 0 to 1: the dot is its value, the bar behind it what a null model gives \
                (5 to 95 %). A dot to the right of its bar is more than chance.
                """,
            fr: """
                Une ligne est un indicateur, de 0 à 1 : le point est sa valeur, la barre derrière lui ce que donne un \
                modèle nul (de 5 à 95 %). Un point à droite de sa barre dépasse le hasard.
                """),
        shows: [.draws, .nulls]
    ) { scores, options throws(MilieuError) in
        guard scores.count <= ProfileSign.all.count else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "A profile of \(scores.count) scores cannot be told apart.",
                    fr: "Un profil de \(scores.count) scores ne laisse rien distinguer."),
                remedy: Bilingual(
                    en: "Draw at most \(ProfileSign.all.count), or the plane (`--figure plane`), which holds many.",
                    fr:
                        "Dessinez-en au plus \(ProfileSign.all.count), ou le plan (`--figure plane`), qui en contient beaucoup."
                ))
        }
        let drawing = ProfileDrawing(scores, options)
        return FigurePage.scene(drawing.scene(), legend: drawing.legend, drawing.caption, options)
    }
}

extension NullModel {
    /// The bar of what it gives.
    var colour: Colour {
        switch self {
        case .ties: Colour(0xBDBDBD)
        case .events: Colour(0xE2D3AC)
        case .kinds: Colour(0xC9D9E8)
        case .dates: Colour(0xD9E6CF)
        }
    }
}
