import GraphKernels
import Measures
import NetworkModel
import Testing
import Vocabulary

@testable import Figures

/// Look is data: lines by what the data tells apart, sizes by attributes, pages without words, dots told in the file.
@Suite struct LookTests {
    private func options(_ change: (inout FigureOptions) -> Void) -> FigureOptions {
        var options = FigureOptions()
        change(&options)
        return options
    }

    private func network(kinds: [TieKind], of ties: [Int], sizes: [String?]? = nil) throws -> Network {
        let count = ties.count + 1
        return try Network(
            description: DatasetDescription(name: "list"),
            actors: Actors(
                (0..<count).map { Actor(id: "a\($0)", name: "a\($0)") },
                attributes: sizes.map { [Attribute(name: "turnover", values: $0)] } ?? []),
            ties: Ties(ties.enumerated().map { Tie(source: 0, target: $0 + 1, kind: $1) }), tieKinds: kinds)
    }

    private func ties(_ scene: Scene) -> [Scene.Stroke] { scene.strokes.filter { $0.identity?.classes.first == "tie" } }

    private func words(_ scene: Scene) -> [String] { scene.labels.map { $0.lines.joined(separator: " ") } }

    @Test func `kinds of one layer are told apart by their own names`() throws {
        let kinds = ["advice", "trade", "trust"].map { TieKind(id: $0, isDirected: false) }
        let scene = try Drawn.scene(network(kinds: kinds, of: [0, 0, 1, 2]))
        for kind in kinds { #expect(words(scene).contains(kind.name.en)) }
        #expect(!words(scene).contains(Layer.cooperation.name.en))
        let looks = Set(ties(scene).map { [$0.dash.description, $0.colour.hex].joined() })
        #expect(looks.count == 3)
    }

    @Test func `one kind of tie is a solid line, whatever its layer`() throws {
        let supply = TieKind(id: "supply", isDirected: true, layer: .supply)
        for kinds in [[supply], [supply, TieKind(id: "gift", isDirected: false, layer: .finance)]] {
            let scene = try Drawn.scene(network(kinds: kinds, of: [0, 0, 0]))
            #expect(ties(scene).count == 3 && ties(scene).allSatisfy { $0.dash.isEmpty })
        }
    }

    @Test func `layers keep their names where there are several`() throws {
        let kinds = [
            TieKind(id: "grant", isDirected: true, layer: .finance),
            TieKind(id: "talk", isDirected: false, layer: .knowledge),
        ]
        let scene = try Drawn.scene(network(kinds: kinds, of: [0, 1]))
        #expect(words(scene).contains(Layer.finance.name.en) && words(scene).contains(Layer.knowledge.name.en))
        #expect(ties(scene).allSatisfy { !$0.dash.isEmpty })
    }

    @Test func `discs show an attribute of numbers`() throws {
        let network = try network(
            kinds: [TieKind(id: "tie", isDirected: false)], of: [0, 0, 0], sizes: ["1", "4", "9", nil])
        let scene = try Drawn.scene(network, options { $0.sizeBy = "turnover" })
        let radii = Drawn.nodes(scene).map(\.radius)
        #expect(abs(radii[2] / radii[1] - 1.5) < 1e-9 && abs(radii[1] / radii[0] - 2) < 1e-9)
        #expect(words(scene).contains("Area: turnover") && scene.description.contains("undefined (1)"))
        let error = #expect(throws: MilieuError.self) { try Drawn.scene(network, options { $0.sizeBy = "turnovr" }) }
        #expect(error?.cause == .usage)
    }

    @Test func `legend and caption can be left out, and a screen reader is told all the same`() throws {
        let network = try Valley.network()
        let whole = try Drawn.scene(network)
        let bare = try Drawn.scene(
            network,
            options {
                $0.hasLegend = false; $0.hasCaption = false
            })
        let silent = try Drawn.scene(network, options { $0.hasCaption = false })
        #expect(bare.height < silent.height && silent.height < whole.height && bare.description == whole.description)
        #expect(!words(bare).contains("Ties") && words(silent).contains("Ties"))
        #expect(!words(silent).contains { $0.contains("Layout:") } && words(whole).contains { $0.contains("Layout:") })
    }

    @Test(arguments: [72, 300, 600]) func `a PNG says how many dots it has to the inch`(_ dots: Int) throws {
        let scene = try Drawn.scene(Drawn.network(["a", "b"], [(0, 1)]), options { $0.width = 150 })
        let image = try scene.render(.png, dotsPerInch: dots)
        func number(_ at: Int) -> Int { image[at..<(at + 4)].reduce(0) { $0 * 256 + Int($1) } }
        #expect(Array(image[37..<41]) == Array("pHYs".utf8) && image[49] == 1)
        #expect(abs(Double(number(41)) * 0.0254 - Double(dots)) < 0.02 && number(41) == number(45))
        #expect(abs(Double(number(16)) / Double(dots) * 72 - 150) < 2, "as wide as was asked")
        #expect(PNGResolution.tagged(image, dotsPerInch: dots) == image, "told once")
    }

    @Test func `groups differ in shape where that is asked for, and nobody moves`() throws {
        let network = try Valley.network()
        let (usual, shaped) = (try Drawn.scene(network), try Drawn.scene(network, options { $0.tellsByShape = true }))
        #expect(Set(Drawn.nodes(usual).map(\.shape)) == [.ellipse])
        for (one, other) in zip(Drawn.nodes(usual), Drawn.nodes(shaped)) {
            #expect((one.box.centre - other.box.centre).length < 1e-9 && one.fill == other.fill)
            let sphere = Sphere.allCases.first { one.identity?.classes.contains("sphere-\($0.rawValue)") == true }
            #expect(other.shape == sphere.map { Palette.shape(of: $0).mark })
        }
        let signs = shaped.marks.filter { $0.identity == nil && abs($0.box.width - 7.2) < 1e-6 }
        #expect(Set(signs.map(\.shape)) == [.ellipse, .rectangle, .diamond], "the legend has them, too")
    }

    @Test func `of hundreds, the largest have their names before all others`() throws {
        for each in [1, 2] {
            let scene = try Drawn.scene(
                Drawn.network((0..<300).map { "actor number \($0)" }, Drawn.growing(300, each: each)))
            let largest = scene.marks.indices.filter { scene.marks[$0].identity != nil }.sorted {
                scene.marks[$0].radius > scene.marks[$1].radius
            }
            let owners = Set(Drawn.names(scene).compactMap(\.owner))
            #expect(largest.prefix(12).allSatisfy { owners.contains($0) } && owners.count > 50)
        }
    }

    @Test(arguments: [30, 60, 120, 200, 300, 700]) func `no name lies on a name or on a disc, and none leaves the page`(
        _ count: Int
    ) throws {
        for each in [1, 2] {
            let scene = try Drawn.scene(
                Drawn.network((0..<count).map { "actor number \($0)" }, Drawn.growing(count, each: each)))
            #expect(Drawn.overlaps(scene) == Drawn.Overlaps(), "\(count) actors, \(each) ties each")
            #expect(Drawn.names(scene).count >= min(count, 25))
        }
    }
}
