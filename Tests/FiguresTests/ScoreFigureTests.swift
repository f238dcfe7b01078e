import NetworkModel
import TerritoryScoring
import Testing
import Vocabulary

@testable import Figures

/// The plane and the profile.
@Suite struct ScoreFigureTests {
    private func plane(_ scores: [TerritoryScore]) throws -> Scene {
        try FigureCatalogue.figure("plane").draw(scores: scores)
    }

    private func undrawn(_ name: String) throws(MilieuError) -> TerritoryScore {
        var options = ScoringOptions()
        options.draws = 0
        (options.hasLeverage, options.hasNulls) = (false, false)
        return try Scoring.score(Drawn.dataset(name), method: .standard(), options: options)
    }

    private func marks(_ scene: Scene, _ kind: String) -> [Scene.Mark] {
        scene.marks.filter { $0.identity?.classes.first == kind }
    }

    /// Where the plane's corners are: the frame's thin lines.
    private func sides(_ scene: Scene) -> Box {
        let points = scene.strokes.filter { $0.width == 0.6 && $0.dash.isEmpty && $0.path.length > 100 }.flatMap { [$0.path.start, $0.path.end] }
        return points.reduce(Box(low: points[0], high: points[0])) { $0.union(Box(low: $1, high: $1)) }
    }

    @Test func `a point stands at the medians, and the four configurations in their corners`() throws {
        let score = try Drawn.scores.get()
        let scene = try plane([score])
        let box = sides(scene)
        let points = marks(scene, "territory")
        let (x, y) = (try #require(score.learning.interval).median, try #require(score.interaction.interval).median)
        #expect(points.count == 1)
        #expect((points[0].box.centre - Point(box.low.x + x * box.width, box.high.y - y * box.height)).length < 0.01)
        #expect(abs(box.width - box.height) < 0.01)
        func corner(_ configuration: Configuration) throws -> Point {
            let label = try #require(scene.labels.first { $0.lines.joined(separator: " ") == configuration.name.en })
            return (label.box.centre - box.centre) * Point(1, -1)
        }
        #expect(try corner(.innovativeMilieu).min() > 0 && corner(.noMilieu).max() < 0)
        #expect(try corner(.innovationWithoutMilieu).x > 0 && corner(.innovationWithoutMilieu).y < 0)
        #expect(scene.areas.contains { $0.identity?.classes.first == "region" })
        #expect(scene.description.contains("median of 12 draws"))
    }

    @Test func `a point is hollow where an axis lacks its coverage`() throws {
        let score = try Drawn.scores.get()
        let isScored = score.learning.score != nil && score.interaction.score != nil
        let scene = try plane([score])
        #expect((marks(scene, "territory")[0].fill == .white) == !isScored)
        #expect(scene.description.contains("Hollow point") == !isScored)
    }

    @Test func `dates are a path in their order, the last one named`() throws {
        let scene = try plane(Drawn.town.get())
        #expect(marks(scene, "territory").count == 2)
        let words = Set(scene.labels.flatMap(\.lines))
        #expect(words.contains { $0.hasSuffix("2016") && $0.count > 4 } && words.contains("2008"))
        let regions = scene.areas.filter { $0.identity?.classes.first == "region" }
        #expect(Set(regions.map { $0.identity?.classes ?? [] }).count == 1, "of the last date alone")
    }

    @Test func `several territories are told apart, and named`() throws {
        let scores = try [Drawn.scores.get(), Drawn.town.get()[0], undrawn("archetypes/technopole")]
        let scene = try plane(scores)
        #expect(Set(marks(scene, "territory").map(\.rim)).count == 3)
        let words = scene.labels.flatMap(\.lines).joined(separator: " ")
        for score in scores { #expect(words.contains(score.territory.split(separator: " ")[0])) }
        #expect(Drawn.labelFaults(scene) == Drawn.Overlaps())
    }

    @Test func `without draws the bounds are drawn, and the caption says so`() throws {
        let scene = try plane([undrawn("archetypes/technopole")])
        #expect(!scene.areas.contains { $0.identity?.classes.first == "region" })
        #expect(scene.description.contains("no draws"))
    }

    @Test func `dots stand at their values, and bars where the null models lie`() throws {
        let score = try Drawn.scores.get()
        let scene = try FigureCatalogue.figure("profile").draw(scores: [score])
        let values = (score.learning.indicators + score.interaction.indicators).filter { $0.value.value != nil }
        let dots = Dictionary(uniqueKeysWithValues: marks(scene, "value").map { ($0.identity?.id ?? "", $0.box.centre.x) })
        // Two values fix the scale; the others have to lie on it.
        let known = values.map { ($0.indicator.id, $0.value.value ?? 0) }.sorted { $0.1 < $1.1 }
        func x(_ id: String) throws -> Double { try #require(dots["value-\(id)-1"]) }
        let (first, last) = (try #require(known.first), try #require(known.last))
        let unit = (try x(last.0) - x(first.0)) / (last.1 - first.1)
        for (id, value) in known { #expect(abs(try x(id) - (x(first.0) + (value - first.1) * unit)) < 1e-6) }
        let zero = try x(first.0) - first.1 * unit
        let bars = marks(scene, "null")
        let tests = score.nullTests.filter { $0.range != nil }
        #expect(bars.count == tests.count && !bars.isEmpty)
        for test in tests {
            let bar = try #require(bars.first { $0.identity?.id == "null-\(test.subject.id)-\(test.model.rawValue)" })
            let range = try #require(test.range)
            #expect(abs(bar.box.low.x + 0.4 - zero - range.low * unit) < 1e-6 && abs(bar.box.high.x - 0.4 - zero - range.high * unit) < 1e-6)
        }
        let undefined = (score.learning.indicators + score.interaction.indicators).count { $0.value.value == nil && $0.weight > 0 }
        #expect(scene.labels.count { $0.lines[0].hasPrefix("undefined") } == undefined)
    }

    @Test func `several scores share the lines; too many are refused`() throws {
        let scores = try Drawn.town.get()
        let scene = try FigureCatalogue.figure("profile").draw(scores: scores)
        #expect(Set(marks(scene, "value").map(\.rim)).count == 2 && marks(scene, "null").isEmpty)
        #expect(scene.labels.contains { $0.lines[0].hasSuffix("2008") })
        let error = #expect(throws: MilieuError.self) {
            try FigureCatalogue.figure("profile").draw(scores: Array(repeating: scores[0], count: 7))
        }
        #expect(error?.cause == .usage && error?.remedy.contains("plane") == true)
    }

    @Test func `the same scores give the same bytes`() throws {
        for figure in ["plane", "profile"] {
            let pictures = try (0..<2).map { _ in try FigureCatalogue.figure(figure).draw(scores: [Drawn.scores.get()]).render(.svg) }
            #expect(pictures[0] == pictures[1])
            let text = String(decoding: pictures[0], as: UTF8.self)
            #expect(text.contains("<title>") && text.contains("role=\"img\""))
            if figure == "plane" { #expect(text.contains("<g id=\"region-1-1\" class=\"region territory-1\">")) }
        }
    }
}
