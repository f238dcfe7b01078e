import Tabular
import Vocabulary

/// A figure made so that it fills a page as well as it can: in about the page's proportions where it has a choice,
/// narrower where it is too tall, and smaller as a whole where nothing else helps.
struct PageFitting {
    private let page: PageFormat
    /// Whether the discs of the figure have places of their own in the network.
    private let hasPlaces: Bool
    private let make: (FigureOptions) throws(MilieuError) -> Scene

    /// How often a figure is made anew at most; each costs as much as a figure.
    private static let trials = 3
    /// Networks of named actors need as much, in points.
    private static let leastWidth = 400.0
    /// What legend and caption take at least, in points, and how much of a narrow page, before it is known.
    private static let (usualWords, areaOfWords) = (125.0, 80_000.0)
    private static let tallnesses = 0.25...1.7
    /// Letters below it are said.
    static let leastLetters = 6.0

    init(
        _ page: PageFormat, hasPlaces: Bool, _ make: @escaping (FigureOptions) throws(MilieuError) -> Scene
    ) {
        (self.page, self.hasPlaces, self.make) = (page, hasPlaces, make)
    }

    func scene(_ asked: FigureOptions) throws(MilieuError) -> Scene {
        let room = page.room
        var options = asked
        options.width = room.x
        // One for all views of a network: on one sheet an actor stands at the same place in each.
        if hasPlaces {
            // Words have one size on every sheet: a small one has no room for them, and becomes a larger one made smaller.
            options.width = max(room.x, Self.leastWidth)
            let wanted = room.y * options.width / room.x - max(Self.usualWords, Self.areaOfWords / options.width)
            let tallness = min(
                max(wanted / options.width, Self.tallnesses.lowerBound), Self.tallnesses.upperBound)
            options.sheet = Point(options.width, options.width * tallness)
        }
        var best = try make(options)
        // Large networks take long, and stand in a crowd anyway.
        let trials = best.marks.count > 3000 ? 0 : Self.trials
        for _ in 0..<trials where best.height > room.y {
            options.width = max(options.width * room.y / best.height, room.x * 0.5)
            let other = try make(options)
            if Self.isBetter(other, best, room) { best = other }
        }
        return placed(best)
    }

    /// How many words a scene has on the page, and how large they are; then how much of the page it fills.
    private static func isBetter(_ one: Scene, _ other: Scene, _ room: Point) -> Bool {
        let (first, second) = (
            share(one, room) * Double(one.labels.count), share(other, room) * Double(other.labels.count)
        )
        return first == second ? one.height > other.height : first > second
    }

    private static func share(_ scene: Scene, _ room: Point) -> Double {
        min(1, room.x / scene.width, room.y / scene.height)
    }

    /// In the middle of the page, from its upper margin on.
    private func placed(_ scene: Scene) -> Scene {
        let share = Self.share(scene, page.room)
        let fitted = share < 1 ? scene.scaled(by: share) : scene
        var sheet = Scene(
            width: page.width, height: page.height, language: scene.language, title: scene.title,
            description: scene.description)
        sheet.add(fitted, movedBy: Point((page.width - fitted.width) / 2, page.margin))
        sheet.notes = scene.notes
        let least = sheet.labels.map(\.fontSize).min() ?? Self.leastLetters
        if share < 1, least < Self.leastLetters {
            let (percent, points) = (Int(share * 100), NumberText.fixed(least, digits: 1))
            sheet.notes.append(
                Bilingual(
                    en:
                        "The figure is drawn at \(percent) % to fit the page: its smallest letters have \(points) points.",
                    fr:
                        "La figure est dessinée à \(percent)\u{A0}% pour tenir sur la page : ses plus petites lettres ont \(points.replacing(".", with: ",")) points."
                ))
        }
        return sheet
    }
}
