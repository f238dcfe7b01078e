import Figures
import GraphKernels
import Interchange
import Measures
import NetworkModel
import Synchronization
import TerritoryScoring
import Vocabulary

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Networks to draw, and what is counted in a picture.
enum Drawn {
    static func scene(
        _ network: Network, _ options: FigureOptions = FigureOptions(), figure: String = "sociogram",
        view: ViewOptions = ViewOptions()
    ) throws(MilieuError) -> Scene {
        try FigureCatalogue.figure(figure).draw(context: MeasureContext(network.view(view)), options: options)
    }

    /// A plain undirected network.
    static func network(_ names: [String], _ ties: [(Int, Int)]) throws(MilieuError) -> Network {
        try Network(
            description: DatasetDescription(name: "plain"),
            actors: Actors(names.enumerated().map { Actor(id: "a\($0)", name: $1) }),
            ties: Ties(sources: ties.map { Int32($0.0) }, targets: ties.map { Int32($0.1) }),
            tieKinds: [TieKind(id: "tie", isDirected: false)])
    }

    /// Each new actor ties itself to `each` others, rather to those that have many ties.
    static func growing(_ count: Int, each: Int, seed: UInt64 = 5) -> [(Int, Int)] {
        var random = RandomSource(seed: seed)
        var ties: [(Int, Int)] = []
        var pool = [0]
        for actor in 1..<max(count, 1) {
            for _ in 0..<min(each, actor) {
                let other = pool[random.below(pool.count)]
                ties.append((other, actor))
                pool.append(other)
            }
            pool.append(actor)
        }
        return ties
    }

    static func romans() throws(MilieuError) -> Network {
        try dataset("romans-2016")
    }

    static func dataset(_ name: String) throws(MilieuError) -> Network {
        let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
        return try DatasetReader.read(path: "/" + root + "/datasets/" + name).requireNetwork()
    }

    private static let scenes = Mutex<[String: Scene]>([:])

    /// Every figure of the Romans dataset, drawn once for all tests.
    static func romans(_ figure: String, _ language: Language) throws(MilieuError) -> Scene {
        let key = "\(figure) \(language)"
        if let known = scenes.withLock({ $0[key] }) { return known }
        var options = FigureOptions()
        options.language = language
        options.ego = "groupe_archer"
        let made = try scene(romans(), options, figure: figure)
        scenes.withLock { $0[key] = made }
        return made
    }

    static let networkFigures = FigureCatalogue.all.filter { $0.subject == .network }.map(\.id)

    /// A made-up town at two dates, with few draws.
    static let town = Result { () throws(MilieuError) in
        var options = ScoringOptions()
        options.draws = 8
        (options.hasSensitivity, options.hasLeverage, options.hasNulls) = (false, false, false)
        let dates = [2016, 2008].compactMap { PartialDate(year: $0) }
        return try Scoring.trajectory(dataset("archetypes/hub_star"), at: dates, method: .standard(), options: options)
    }

    /// Scored with few draws, once for all tests.
    static let scores = Result { () throws(MilieuError) in
        var method = try ScoringMethod.standard()
        method.nullDraws = 3
        var options = ScoringOptions()
        options.draws = 12
        options.hasSensitivity = false
        options.hasLeverage = false
        return try Scoring.score(romans(), method: method, options: options)
    }

    /// Marks that are actors or events, not signs of the legend.
    static func nodes(_ scene: Scene) -> [Scene.Mark] { scene.marks.filter { $0.identity != nil } }

    static func names(_ scene: Scene) -> [Scene.Label] { scene.labels.filter { $0.owner != nil } }

    /// Pairs of labels that overlap, labels on a mark, marks that overlap, and what leaves the page:
    /// each counted from the coordinates.
    struct Overlaps: Equatable {
        var labelOnLabel = 0
        var labelOnMark = 0
        var markOnMark = 0
        var offPage = 0
    }

    static func overlaps(_ scene: Scene) -> Overlaps {
        var found = Overlaps()
        let (labels, marks) = (scene.labels, scene.marks)
        let page = Box(low: .zero, high: Point(scene.width, scene.height))
        found.offPage += scene.strokes.flatMap(\.path.points).count { !page.contains(Box(low: $0, high: $0)) }
        found.offPage += marks.count { !page.contains($0.box) }
        for (index, label) in labels.enumerated() {
            if !page.contains(label.box) { found.offPage += 1 }
            found.labelOnLabel += labels[(index + 1)...].count { $0.box.overlaps(label.box) }
            found.labelOnMark += marks.count { reach($0, label.box) > 1e-6 }
        }
        for (index, mark) in marks.enumerated() {
            found.markOnMark += marks[(index + 1)...].count { other in
                let way = other.box.centre - mark.box.centre
                return (way * way).sum().squareRoot() < radius(mark) + radius(other) - 1e-6
            }
        }
        return found
    }

    /// The same for charts, where a label may lie in the mark that it belongs to, and marks may touch.
    static func labelFaults(_ scene: Scene) -> Overlaps {
        var found = Overlaps()
        let page = Box(low: .zero, high: Point(scene.width, scene.height)).grown(by: 0.01)
        for (index, label) in scene.labels.enumerated() {
            if !page.contains(label.box) { found.offPage += 1 }
            found.labelOnLabel += scene.labels[(index + 1)...].count { $0.box.overlaps(label.box) }
            found.labelOnMark += scene.marks.indices.count { mark in
                mark != label.owner && reach(scene.marks[mark], label.box) > 1e-6
            }
        }
        found.offPage += scene.marks.count { !page.contains($0.box) }
        found.offPage += scene.strokes.flatMap(\.path.points).count { !page.contains(Box(low: $0, high: $0)) }
        found.offPage += scene.areas.flatMap(\.corners).count { !page.contains(Box(low: $0, high: $0)) }
        return found
    }

    /// Whether a point lies in a polygon: how often a ray to the right meets its sides.
    static func isInside(_ point: Point, _ corners: [Point]) -> Bool {
        var isInside = false
        for (one, other) in zip(corners, corners.dropFirst() + [corners[0]]) where (one.y > point.y) != (other.y > point.y) {
            if point.x < one.x + (point.y - one.y) / (other.y - one.y) * (other.x - one.x) { isInside.toggle() }
        }
        return isInside
    }

    /// A circle that holds the mark with its outer rim.
    static func radius(_ mark: Scene.Mark) -> Double {
        let plain = mark.shape == .ellipse ? mark.radius : mark.radius * 1.4142
        return plain + (mark.hasDoubleRim ? Scene.Mark.rimGap : 0)
    }

    /// How deep a box reaches into a mark.
    private static func reach(_ mark: Scene.Mark, _ box: Box) -> Double {
        if mark.shape == .rectangle { return mark.box.overlaps(box) ? 1 : 0 }
        return radius(mark) - box.distance(to: mark.box.centre)
    }
}
