import Testing
import Vocabulary

@testable import Figures

/// A scene drawn a part at a time is the scene drawn at once.
@Suite(.serialized) struct ScenePartTests {
    @Test(arguments: [1, 7, 60, 1000]) func `an SVG of many parts is the same, byte for byte`(_ most: Int) throws {
        var options = FigureOptions()
        options.hullBy = .community
        let scene = try Drawn.scene(Valley.network(), options)
        let whole = try lines(scene.screenSVG(idPrefix: "p-", atOnce: 1_000_000))
        let parts = try lines(scene.screenSVG(idPrefix: "p-", atOnce: most))
        for (one, other) in zip(whole, parts) where one != other {
            Issue.record("\(one)\n\(other)")
            return
        }
        #expect(parts.count == whole.count)
        #expect(try lines(scene.render(.svg, idPrefix: "p-")) == whole)
    }

    private func lines(_ image: [UInt8]) -> [Substring] {
        String(decoding: image, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    }

    @Test func `parts hold every element once, in order`() throws {
        let scene = try Drawn.scene(Valley.network())
        for most in [1, 5, 33] {
            let parts = ScenePart.parts(of: scene, most: most)
            #expect(parts.flatMap { Array($0.strokes) } == Array(scene.strokes.indices))
            #expect(parts.flatMap { Array($0.marks) } == Array(scene.marks.indices))
            #expect(parts.flatMap { Array($0.halos) } == Array(scene.labels.indices))
            #expect(parts.flatMap { Array($0.labels) } == Array(scene.labels.indices))
            #expect(parts.count { $0.hasAreas } == 1 && parts[0].hasAreas)
            for part in parts {
                #expect(part.strokes.count + part.marks.count + part.halos.count + part.labels.count <= most)
            }
        }
        let empty = Scene(width: 10, height: 10, language: .english, title: "", description: "")
        #expect(ScenePart.parts(of: empty, most: 5).count == 1)
        #expect(try String(decoding: empty.render(.svg), as: UTF8.self).hasSuffix("</g>\n</svg>\n"))
    }

    @Test func `lines are drawn in the order of the scene`() throws {
        var scene = Scene(width: 100, height: 100, language: .english, title: "", description: "")
        for number in 0..<3 {
            let box = Box(centre: Point(20 + 30 * Double(number), 50), width: 8, height: 8)
            scene.marks.append(Scene.Mark(.ellipse, box, fill: .white))
        }
        for (number, ends) in [(2, 0), (0, 1), (1, 2), (0, 2)].enumerated() {
            scene.strokes.append(
                Scene.Stroke(
                    Path(from: scene.marks[ends.0].box.centre, to: scene.marks[ends.1].box.centre), colour: .ink,
                    width: 1, ends: .init(ends.0, ends.1), identity: .init(id: "line-\(number)", classes: ["tie"])))
        }
        let text = String(decoding: try scene.render(.svg), as: UTF8.self)
        let places = try (0..<4).map {
            try #require(text.firstRange(of: "id=\"line-\($0)\" class=\"edge tie\"")).lowerBound
        }
        #expect(places == places.sorted())
    }

    @Test func `names that begin from the right are told so, and stay where they are`() throws {
        var scene = Scene(width: 200, height: 60, language: .french, title: "", description: "")
        let lines = [
            ("שלום 123", true), ("<جمعية> (2016)", true), ("Paris שלום", false), ("123 été", false), ("& שלום", true),
        ]
        for (number, line) in lines.enumerated() {
            let alignment: [Scene.Label.Alignment] = [.left, .right, .centre]
            scene.write([line.0], at: Point(100, 10 * Double(number)), size: 7, alignment: alignment[number % 3])
        }
        let text = String(decoding: try scene.render(.svg), as: UTF8.self)
        let drawn = text.split(separator: "\n").filter { $0.hasPrefix("<text ") }
        #expect(drawn.count == lines.count)
        for (line, element) in zip(lines, drawn) {
            #expect(element.contains("direction=\"rtl\"") == line.1, "\(element)")
        }
        // Held by its left side, which is where words from the right end.
        #expect(drawn[0].contains("text-anchor=\"end\"") && drawn[1].contains("text-anchor=\"start\""))
    }
}
