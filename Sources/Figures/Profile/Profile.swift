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
                Une ligne est un indicateur, de 0 à 1 : le point est sa valeur, la barre derrière lui ce que donne un \
                modèle nul (de 5 à 95 %). Un point à droite de sa barre dépasse le hasard.
                """),
        shows: [.draws, .nulls]
    ) { scores, options throws(MilieuError) in
        guard scores.count <= ProfileSign.all.count else {
            throw MilieuError(
                .usage, "A profile of \(scores.count) scores cannot be told apart.",
                remedy: "Draw at most \(ProfileSign.all.count), or the plane (`--figure plane`), which holds many.")
        }
        let drawing = ProfileDrawing(scores, options)
        return FigurePage.scene(drawing.scene(), legend: drawing.legend, drawing.caption)
    }
}

/// How the dot of one score among several looks: by colour, shape and fill, so that grey print tells.
struct ProfileSign {
    let shape: Scene.Mark.Shape
    let fill: Colour
    let rim: Colour

    static let all: [ProfileSign] = [
        ProfileSign(shape: .ellipse, fill: Colour(0x0072B2), rim: Colour(0x00416B)),
        ProfileSign(shape: .rectangle, fill: Colour(0xE69F00), rim: Colour(0x7A5400)),
        ProfileSign(shape: .ellipse, fill: .white, rim: Colour(0x00684C)),
        ProfileSign(shape: .rectangle, fill: .white, rim: Colour(0xA8437F)),
        ProfileSign(shape: .ellipse, fill: Colour(0x222222), rim: .black),
        ProfileSign(shape: .rectangle, fill: Colour(0x56B4E9), rim: Colour(0x1F5F80)),
    ]

    func mark(at centre: Point, radius: Double) -> Scene.Mark {
        // A square of the disc's area.
        let side = shape == .ellipse ? 2 * radius : 2 * radius * 0.886
        return Scene.Mark(
            shape, Box(centre: centre, width: side, height: side), fill: fill, rim: rim, rimWidth: fill == .white ? 1 : 0.6)
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

/// One line of a profile: an axis or an indicator.
struct ProfileRow {
    var name: String
    var id: String
    var isAxis: Bool
    /// By score.
    var values: [Double?]
    /// Whether the value is a score that has its coverage; indicators always are.
    var isFirm: [Bool]
    var intervals: [Interval?]
    /// Why there is no value, where there is one score.
    var reason: String?
    /// Of the one score.
    var tests: [NullTest]

    static func axis(_ axis: Axis, _ scores: [TerritoryScore], _ language: Language) -> ProfileRow {
        let own = scores.map { $0.axis(axis) }
        let name = axis.name.text(language)
        return ProfileRow(
            name: name.prefix(1).uppercased() + name.dropFirst(), id: axis.rawValue, isAxis: true,
            values: own.map { $0.interval?.median ?? $0.overKnown }, isFirm: own.map { $0.score != nil },
            intervals: own.map(\.interval), reason: language == .french ? "rien n'est connu" : "nothing is known",
            tests: tests(scores, .axis(axis)))
    }

    static func indicator(_ place: Int, of axis: Axis, _ scores: [TerritoryScore], _ language: Language) -> ProfileRow {
        let own = scores.map { $0.axis(axis).indicators[place] }
        return ProfileRow(
            name: own[0].indicator.name.text(language), id: own[0].indicator.id, isAxis: false,
            values: own.map(\.value.value), isFirm: own.map { _ in true }, intervals: own.map { _ in nil },
            reason: own.count == 1 && own[0].value.value == nil ? own[0].value.reason?.text(language) : nil,
            tests: tests(scores, .indicator(own[0].indicator.id)))
    }

    private static func tests(_ scores: [TerritoryScore], _ subject: NullTest.Subject) -> [NullTest] {
        scores.count == 1 ? scores[0].nullTests.filter { $0.subject == subject && $0.range != nil } : []
    }
}
