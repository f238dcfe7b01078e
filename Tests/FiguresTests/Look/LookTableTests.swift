import Measures
import NetworkModel
import Testing
import Vocabulary

@testable import Figures

/// A researcher's own colours, shapes and lines: read, checked, drawn.
@Suite struct LookTableTests {
    private func rows(_ text: String) throws(MilieuError) -> [LookRow] {
        try LookTable.look(Array(text.utf8), file: "look.csv").rows
    }

    private func options(_ text: String) throws -> FigureOptions {
        var options = FigureOptions()
        options.look = try rows(text)
        return options
    }

    private func words(_ scene: Scene) -> [String] { scene.labels.map { $0.lines.joined(separator: " ") } }

    @Test func `every column is read, in either language and order`() throws {
        let english = try rows(
            """
            of,value,colour,shape,dash,width,label,name
            group,firm,#e69F00,square,,,,Firms
            actor,a1,0072B2,diamond,,,no,
            layer,finance,,,dash-dotted,1.5,,Money
            """)
        var (firm, actor, layer) = (LookRow(.group, "firm"), LookRow(.actor, "a1"), LookRow(.layer, "finance"))
        (firm.colour, firm.shape, firm.name) = (Colour(0xE69F00), .square, "Firms")
        (actor.colour, actor.shape, actor.hasLabel) = (Colour(0x0072B2), .diamond, false)
        (layer.dash, layer.width, layer.name) = (.dashDotted, 1.5, "Money")
        #expect(english == [firm, actor, layer])
        let french = try rows("valeur;de;étiquette;épaisseur\na1;actor;oui;\nfinance;layer;;1,5\n")
        #expect(french.map(\.value) == ["a1", "finance"] && french[0].hasLabel == true && french[1].width == 1.5)
        #expect(try rows("of,value\n").isEmpty)
    }

    @Test func `rows of the whole figure are read, and change nothing that they do not speak of`() throws {
        let look = try LookTable.look(
            Array(
                """
                of,value
                page,a3
                orientation,landscape
                font,Liberation Serif
                size,betweenness
                labels,12
                isolates,non
                bundle,yes
                legend,no
                caption,0
                """.utf8), file: "look.csv")
        var options = FigureOptions()
        try look.apply(to: &options)
        #expect(options.page == (try PageFormat("a3", .landscape)) && options.font == "Liberation Serif")
        #expect(options.sizeBy == "betweenness" && options.labelLimit == 12 && !options.hasIsolates)
        #expect(options.bundlesTies && !options.hasLegend && !options.hasCaption && options.look.isEmpty)
        var untouched = FigureOptions()
        try LookTable.look(Array("of,value\ngroup,economy\n".utf8), file: "look.csv").apply(to: &untouched)
        #expect(untouched.look.count == 1)
        untouched.look = []
        #expect(untouched == FigureOptions())
        var turned = FigureOptions()
        try LookTable.look(Array("of,value\norientation,landscape\n".utf8), file: "look.csv").apply(to: &turned)
        #expect(turned.page == (try PageFormat("a4", .landscape)))
    }

    @Test func `who has no tie is left out where that is asked for, and said`() throws {
        let network = try Drawn.network(["a", "b", "c", "alone"], [(0, 1), (1, 2)])
        var options = FigureOptions()
        options.hasIsolates = false
        options.hullBy = .community
        let scene = try Drawn.scene(network, options)
        #expect(
            Drawn.nodes(scene).count == 3 && !words(scene).contains("alone"))
        #expect(scene.description.contains("Not shown: 1 without ties.") && !scene.description.contains("Labels:"))
        #expect(Drawn.overlaps(scene) == Drawn.Overlaps())
        options.hasIsolates = true
        #expect(try words(Drawn.scene(network, options)).contains("alone"))
    }

    @Test(
        arguments: [
            ("of,value\npage,a44\n", 2, "value"), ("of,value\norientation,flat\n", 2, "value"),
            ("of,value\nlabels,-1\n", 2, "value"), ("of,value\nlegend,maybe\n", 2, "value"),
            ("of,value,colour\npage,a4,#000000\n", 2, "colour"), ("of,value\nfont,\n", 2, "value"),
            ("of,value\npages,a4\n", 2, "of"),
            ("", 1, nil), ("value,colour\n", 1, nil), ("of,value,size\n", 1, nil),
            ("of,value,colour\ngroup,x,red\n", 2, "colour"), ("of,value,colour\n\ngroup,x,#12345\n", 3, "colour"),
            ("of,value\nlayers,x\n", 2, "of"), ("of,value\ngroup,\n", 2, "value"),
            ("of,value,width\nkind,x,0\n", 2, "width"),
            ("of,value,width\nkind,x,nan\n", 2, "width"), ("of,value,width\nkind,x,11\n", 2, "width"),
            ("of,value,shape\nlayer,x,disc\n", 2, "shape"), ("of,value,dash\nactor,x,solid\n", 2, "dash"),
            ("of,value,label\ngroup,x,yes\n", 2, "label"), ("of,value,label\nactor,x,maybe\n", 2, "label"),
            ("of,value,name\nactor,x,X\n", 2, "name"), ("of,value,shape\ngroup,x,star\n", 2, "shape"),
        ] as [(String, Int, String?)])
    func `a wrong cell is named with its line and column`(_ text: String, _ line: Int, _ column: String?) throws {
        let error = #expect(throws: MilieuError.self) { try rows(text) }
        #expect(error?.cause == .data && error?.remedy.isEmpty == false)
        #expect(error?.place?.line == line && error?.place?.column == column)
    }

    @Test func `groups and actors have the colours, shapes and names that are asked for`() throws {
        let network = try Valley.network()
        let usual = try Drawn.scene(network)
        let scene = try Drawn.scene(
            network,
            options("of,value,colour,shape,name\ngroup,economy,#D55E00,square,Entreprises\nactor,a1,#000000,diamond,\n")
        )
        let spheres = network.spheres
        let tied = Set(network.ties.flatMap { [$0.source, $0.target] }.map { "actor-" + network.actors.id(at: $0) })
        #expect(tied.count > 10)
        for (mark, before) in zip(Drawn.nodes(scene), Drawn.nodes(usual)) {
            // Those without a tie stand in a row, as close as their sizes let them.
            let isTied = try tied.contains(#require(mark.identity).id)
            #expect(!isTied || (mark.box.centre - before.box.centre).length < 1e-9, "nobody moves")
            let isAsked = mark.identity?.id == "actor-a1"
            let isFirm = mark.identity?.classes.contains("sphere-economy") == true
            #expect(mark.shape == (isAsked ? .diamond : isFirm ? .rectangle : .ellipse))
            if !isFirm && !isAsked { #expect(mark.fill == before.fill) }
        }
        #expect(Drawn.nodes(scene).first { $0.identity?.id == "actor-a1" }?.fill == Colour(0x000000))
        #expect(Drawn.nodes(scene).contains { $0.fill == Colour(0xD55E00) } && spheres.contains(.economy))
        #expect(words(scene).contains("Entreprises") && !words(scene).contains(Sphere.economy.name.en))
        #expect(try !scene.render(.svg).isEmpty)
    }

    @Test func `marks of every shape have one area for one value`() throws {
        let network = try Drawn.network(["a", "b", "c"], [(0, 1), (1, 2), (0, 2)])
        let scene = try Drawn.scene(network, options("of,value,shape\nactor,a0,square\nactor,a1,diamond\n"))
        let marks = Drawn.nodes(scene)
        let side = { (mark: Scene.Mark) in mark.box.width }
        let areas = [
            side(marks[0]) * side(marks[0]), side(marks[1]) * side(marks[1]) / 2,
            .pi * marks[2].radius * marks[2].radius,
        ]
        #expect(areas.allSatisfy { abs($0 / areas[2] - 1) < 0.01 }, "\(areas)")
        // Lines end at the marks' borders.
        for stroke in scene.strokes {
            guard let ends = stroke.ends else { continue }
            let (box, way) = (scene.marks[ends.source].box, stroke.path.start - scene.marks[ends.source].box.centre)
            switch scene.marks[ends.source].shape {
            case .ellipse: #expect(abs(way.length - box.width / 2) < 0.5)
            case .rectangle: #expect(abs(max(abs(way.x), abs(way.y)) - box.width / 2) < 0.5)
            case .diamond: #expect(abs(abs(way.x) + abs(way.y) - box.width / 2) < 0.5)
            }
        }
    }

    @Test func `lines follow the look of their layer, or of their kind`() throws {
        let network = try Valley.network()
        let byLayer = try Drawn.scene(
            network, options("of,value,colour,dash,width,name\nlayer,finance,#111111,dotted,2,Argent\n"))
        let finance = byLayer.strokes.filter { $0.identity?.classes.contains("layer-finance") == true }
        #expect(finance.count > 10 && finance.allSatisfy { $0.dash == LookRow.Dash.dotted.lengths && $0.width == 2 })
        #expect(words(byLayer).contains("Argent") && words(byLayer).contains(Layer.knowledge.name.en))
        let byKind = try Drawn.scene(network, options("of,value,colour\nkind,lease,#AA0000\n"))
        #expect(words(byKind).contains("lease") && words(byKind).contains("board seat"), "all kinds are told apart")
        #expect(
            byKind.strokes.contains {
                $0.colour == Colour(0xAA0000) && $0.identity?.classes.contains("layer-location") == true
            })
    }

    @Test func `whose name is asked for has it, whose name is not wanted has none`() throws {
        let names = (0..<150).map { "actor \($0)" }
        let network = try Drawn.network(names, Drawn.growing(150, each: 2))
        var options = try options("of,value,label\nactor,a149,yes\nactor,a0,no\n")
        options.labelLimit = 5
        let shown = try Drawn.names(Drawn.scene(network, options)).map { $0.lines.joined(separator: " ") }
        #expect(shown.count == 5 && shown.contains("actor 149") && !shown.contains("actor 0"))
    }

    @Test func `a look of what is not there is answered with what is`() throws {
        let network = try Valley.network()
        for (text, word) in [("actor,a100", "\"a10\""), ("layer,finances", "finance"), ("kind,leas", "lease")] {
            let error = #expect(throws: MilieuError.self) {
                try Drawn.scene(network, options("of,value\n\(text)\n"))
            }
            #expect(error?.cause == .usage && error?.remedy.contains(word) == true)
        }
    }

    @Test func `hostile words of a legend are shown, never interpreted`() throws {
        let network = try Valley.network()
        let scene = try Drawn.scene(network, options("of,value,name\ngroup,economy,\"<b>\\N & \"\"x\"\"\"\n"))
        let image = try scene.render(.svg)
        #expect(!String(decoding: image, as: UTF8.self).contains("<b>"))
        #expect(words(scene).contains("<b>\\N & \"x\""))
    }
}
