import Measures
import NetworkModel
import Testing
import Vocabulary

@testable import Figures

/// Sheets of paper, and figures that fill them.
@Suite struct PageFormatTests {
    private func near(_ page: PageFormat, _ width: Double, _ height: Double) -> Bool {
        abs(page.width * 25.4 / 72 - width) < 0.01 && abs(page.height * 25.4 / 72 - height) < 0.01
    }

    @Test func `a sheet is known by its name or by its sides, and can be turned`() throws {
        #expect(try near(PageFormat("a4"), 210, 297) && near(PageFormat("A4", .landscape), 297, 210))
        #expect(try near(PageFormat("letter"), 215.9, 279.4) && near(PageFormat("a3", .portrait), 297, 420))
        #expect(try near(PageFormat("170x240"), 170, 240) && near(PageFormat("240x170"), 240, 170))
        #expect(try near(PageFormat("240 × 170 mm", .portrait), 170, 240))
        #expect(try near(PageFormat("17,5x24cm"), 175, 240))
    }

    @Test(arguments: [
        "", "a44", "a9", "170", "170x", "x", "1x2x3", "-170x240", "nanxnan", "10x240", "170x1e9", "infxinf",
    ])
    func `what is no sheet is answered with those that there are`(_ text: String) {
        let error = #expect(throws: MilieuError.self) { try PageFormat(text) }
        #expect(error?.cause == .usage && error?.remedy.contains("a4") == true)
    }

    private func options(_ page: String, _ orientation: PageFormat.Orientation?) throws -> FigureOptions {
        var options = FigureOptions()
        options.page = try PageFormat(page, orientation)
        return options
    }

    private func ink(_ scene: Scene) -> Box {
        let boxes = scene.marks.map(\.box) + scene.labels.map(\.box)
        return boxes.dropFirst().reduce(boxes[0]) { $0.union($1) }
    }

    @Test(arguments: [
        ("a4", PageFormat.Orientation.landscape), ("a4", .portrait), ("a3", .landscape), ("170x240", nil),
    ])
    func `a network fills its sheet within the margins, with letters that can be read`(
        _ name: String, _ orientation: PageFormat.Orientation?
    ) throws {
        let options = try options(name, orientation)
        let page = try #require(options.page)
        let scene = try Drawn.scene(Drawn.romans(), options)
        #expect(scene.width == page.width && scene.height == page.height && scene.notes.isEmpty)
        let ink = ink(scene)
        let room = Box(low: .zero, high: Point(page.width, page.height)).grown(by: 0.5 - page.margin)
        #expect(room.contains(ink), "\(ink)")
        #expect(ink.height > 0.75 * room.height && ink.width > 0.75 * room.width, "\(ink) \(room)")
        #expect(Drawn.overlaps(scene) == Drawn.Overlaps())
        // A hundred names have no room on a sheet of a book, or lying across: there the whole is a little smaller, and no
        // name is lost.
        let isLow = page.height < 700
        #expect(scene.labels.allSatisfy { $0.fontSize >= (isLow ? PageFitting.leastLetters : 6.9) })
        #expect(Drawn.names(scene).count >= 90)
    }

    @Test func `on one sheet the same actors stand at the same place in every view`() throws {
        let options = try options("a4", .landscape)
        func centres(_ view: ViewOptions) throws -> [String: Point] {
            let scene = try Drawn.scene(Drawn.romans(), options, view: view)
            let tied = Set(scene.strokes.compactMap(\.ends).flatMap { [$0.source, $0.target] })
            return Dictionary(
                tied.compactMap { mark in scene.marks[mark].identity.map { ($0.id, scene.marks[mark].box.centre) } },
                uniquingKeysWith: { first, _ in first })
        }
        var finance = ViewOptions()
        finance.layers = [.finance]
        let (all, some) = try (centres(ViewOptions()), centres(finance))
        let ways = some.sorted { $0.key < $1.key }.compactMap { id, place in all[id].map { place - $0 } }
        // From their mean: which of them a dictionary has first is another at each run.
        let mean = ways.reduce(Point.zero) { $0 + $1 } * (1 / Double(ways.count))
        #expect(ways.count > 10 && ways.allSatisfy { ($0 - mean).length < 20 }, "\(ways)")
    }

    @Test(arguments: ["matrix", "timeline", "years", "map", "ego", "blockmodel", "layers"])
    func `every figure fits on its sheet, and says when its letters become small`(_ figure: String) throws {
        for (name, orientation) in [("a4", PageFormat.Orientation.landscape), ("a5", .portrait)] {
            var options = try options(name, orientation)
            options.ego = "groupe_archer"
            let page = try #require(options.page)
            let scene = try Drawn.scene(Drawn.romans(), options, figure: figure)
            #expect(scene.width == page.width && scene.height == page.height)
            #expect(Box(low: .zero, high: Point(page.width, page.height)).contains(ink(scene)))
            let least = scene.labels.map(\.fontSize).min() ?? 0
            #expect(scene.notes.isEmpty == (least >= 6), "\(figure) \(name): \(least)")
        }
    }

    @Test func `a scaled scene is the same picture, smaller`() throws {
        let scene = try Drawn.scene(Valley.network())
        let half = scene.scaled(by: 0.5)
        #expect(half.width == scene.width / 2 && half.height == scene.height / 2)
        for (one, other) in zip(scene.marks, half.marks) {
            #expect((one.box.centre / 2 - other.box.centre).length < 1e-9 && other.radius == one.radius / 2)
        }
        for (one, other) in zip(scene.strokes, half.strokes) {
            #expect(
                other.width == one.width / 2 && other.arrow == one.arrow / 2 && other.dash == one.dash.map { $0 / 2 })
            #expect((one.path.end / 2 - other.path.end).length < 1e-9)
        }
        #expect(
            zip(scene.labels, half.labels).allSatisfy {
                $1.fontSize == $0.fontSize / 2 && $1.box.width == $0.box.width / 2
            })
    }
}
