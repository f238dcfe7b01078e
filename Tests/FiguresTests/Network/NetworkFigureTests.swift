import GraphKernels
import Measures
import NetworkModel
import Testing
import Vocabulary

@testable import Figures

/// Ego networks, layers, matrix, blockmodel, timeline and hulls, each from its coordinates.
@Suite struct NetworkFigureTests {
    private func marks(_ scene: Scene, _ kind: String) -> [Scene.Mark] {
        scene.marks.filter { $0.identity?.classes.first == kind }
    }

    private func options(_ change: (inout FigureOptions) -> Void) -> FigureOptions {
        var options = FigureOptions()
        change(&options)
        return options
    }

    private func words(_ scene: Scene) -> [String] { scene.labels.map { $0.lines.joined(separator: " ") } }

    // MARK: Ego

    @Test func `actors stand on the ring of their distance from ego`() throws {
        let network = try Drawn.network((0..<40).map { "n\($0)" }, Drawn.growing(40, each: 1))
        let view = try network.view()
        let graph = MeasureContext(view).undirected
        // Distances by relaxing every tie until nothing changes.
        var distances = [Int](repeating: 99, count: 40)
        distances[3] = 0
        for _ in 0..<40 {
            for node in 0..<40 {
                for other in graph.outgoing.neighbours(of: node) { distances[Int(other)] = min(distances[Int(other)], distances[node] + 1) }
            }
        }
        let scene = try Drawn.scene(network, options { $0.ego = "a3"; $0.steps = 3 }, figure: "ego")
        let nodes = marks(scene, "actor")
        #expect(nodes.count == distances.count { $0 <= 3 })
        let centre = try #require(nodes.first { $0.identity?.id == "actor-a3" }).box.centre
        var radii: [Int: Set<Int>] = [:]
        for node in nodes {
            let number = try #require(Int(node.identity?.id.dropFirst(7) ?? ""))
            radii[distances[number], default: []].insert(Int(((node.box.centre - centre).length * 10).rounded()))
        }
        #expect(radii.values.allSatisfy { $0.count <= 2 }, "one radius for each distance, but for rounding")
        #expect((radii[1]?.max() ?? 0) < (radii[2]?.min() ?? 0) && (radii[2]?.max() ?? 0) < (radii[3]?.min() ?? 0))
        #expect(scene.description.contains("\(distances.count { $0 == 1 }) at distance 1"))
    }

    @Test func `an unknown ego is answered with the nearest id`() throws {
        let network = try Drawn.romans()
        let error = #expect(throws: MilieuError.self) {
            try Drawn.scene(network, options { $0.ego = "groupe_archr" }, figure: "ego")
        }
        #expect(error?.cause == .usage && error?.remedy.contains("\"groupe_archer\"") == true)
        let none = #expect(throws: MilieuError.self) { try Drawn.scene(network, figure: "ego") }
        #expect(none?.remedy.contains("--ego") == true)
        for steps in [0, 7, -1] {
            #expect(throws: MilieuError.self) {
                try Drawn.scene(network, options { $0.ego = "groupe_archer"; $0.steps = steps }, figure: "ego")
            }
        }
        var inside = ViewOptions()
        inside.insideOnly = true
        let outside = try #require(zip(network.actors, network.insideness()).first { $1 == false }?.0.id)
        let away = #expect(throws: MilieuError.self) {
            try Drawn.scene(network, options { $0.ego = outside }, figure: "ego", view: inside)
        }
        #expect(away?.message.contains("not in this view") == true)
    }

    // MARK: Layers

    @Test func `an actor stands at the same place in all panels, with the ties of each layer`() throws {
        let network = try Valley.network()
        let scene = try Drawn.scene(network, figure: "layers")
        let view = try network.view()
        let layers = Set((0..<view.tieCount).map { view.fact(ofTie: $0).layer }).sorted()
        // By actor, then by panel; a dot of an actor without a tie there may have gone for a name.
        var places: [String: [String: Point]] = [:]
        for node in marks(scene, "actor") {
            let parts = try #require(node.identity?.id).components(separatedBy: "-in-")
            places[parts[0], default: [:]][try #require(parts.last)] = node.box.centre
        }
        let reference = try #require(places.values.first { $0.count == layers.count })
        for points in places.values {
            let ways = points.compactMap { panel, point in reference[panel].map { point - $0 } }
            #expect(ways.count == points.count && ways.allSatisfy { ($0 - ways[0]).length < 1e-6 })
        }
        let ties = scene.strokes.filter { $0.identity?.classes.first == "tie" }
        #expect(ties.count == view.tieCount)
        let texts = words(scene)
        for layer in layers {
            let count = (0..<view.tieCount).count { view.fact(ofTie: $0).layer == layer }
            let ties = "\(count) tie" + (count == 1 ? "" : "s")
            #expect(texts.contains(layer.name.en) && texts.contains { $0 == ties || $0.hasSuffix(", " + ties) })
        }
    }

    @Test func `layers need two, and the timeline needs dates`() throws {
        let network = try Drawn.network(["a", "b", "c"], [(0, 1), (1, 2)])
        for figure in ["layers", "timeline"] {
            let error = #expect(throws: MilieuError.self) { try Drawn.scene(network, figure: figure) }
            #expect(error?.cause == .usage && error?.remedy.isEmpty == false)
        }
    }

    @Test(arguments: Drawn.networkFigures)
    func `a line that ties two marks runs from the one to the other, whatever is left out of the view`(_ figure: String) throws {
        let network = try Drawn.romans()
        var active = ViewOptions()
        active.statuses = [.active]
        var certain = ViewOptions()
        certain.minimumConfidence = 0.9
        var inside = ViewOptions()
        inside.insideOnly = true
        for view in [ViewOptions(), active, certain, inside] {
            let scene = try Drawn.scene(network, options { $0.ego = "groupe_archer" }, figure: figure, view: view)
            for stroke in scene.strokes {
                guard let ends = stroke.ends else { continue }
                for (mark, end) in [(ends.source, stroke.path.start), (ends.target, stroke.path.end)] {
                    let box = try #require(scene.marks.indices.contains(mark) ? scene.marks[mark].box : nil)
                    // An arrow or a double rim keeps the line some points off the disc.
                    #expect((end - box.centre).length <= box.width / 2 + 8, "\(stroke.identity?.id ?? "")")
                }
            }
            #expect(try !scene.render(.dot).isEmpty)
        }
    }

    // MARK: Matrix and blockmodel

    @Test func `a cell for each tied pair, in rows of one community after another`() throws {
        let network = try Drawn.dataset("karate")
        let scene = try Drawn.scene(network, figure: "matrix")
        #expect(marks(scene, "cell").count == 2 * 78, "Zachary's 78 ties, both ways")
        let context = MeasureContext(try network.view())
        let order = try MatrixOrder(context, FigureOptions())
        #expect(order.rows.sorted() == Array(0..<34) && order.columns == order.rows)
        let groups = try ActorGroups(context, .community, .english)
        for block in order.blocks { #expect(Set(order.rows[block.rows].map { groups.groupOf[$0] }).count == 1) }
        #expect(order.blocks.count == groups.names.count && groups.names.count > 1)
        let alone = try MatrixOrder(MeasureContext(Drawn.romans().view()), FigureOptions()).blocks.last
        #expect(alone?.name == "alone" && alone?.rows.count == 11, "those without ties are no blocks")
        // Each cell says whose tie it is.
        for cell in marks(scene, "cell").prefix(20) {
            let parts = try #require(cell.identity).id.split(separator: "-").compactMap { Int($0) }
            let (row, column) = (order.rows[parts[0] - 1], order.columns[parts[1] - 1])
            #expect(context.graph.outgoing.neighbours(of: row).contains(Int32(column)))
        }
    }

    @Test func `arrows run from row to column, and parallel ties darken`() throws {
        let kinds = [TieKind(id: "k", isDirected: true)]
        let actors = try Actors(["a", "b", "c"].map { Actor(id: $0) })
        let ties = Ties([Tie(source: 0, target: 1), Tie(source: 0, target: 1), Tie(source: 1, target: 2)])
        let network = try Network(description: DatasetDescription(name: "d"), actors: actors, ties: ties, tieKinds: kinds)
        let scene = try Drawn.scene(network, options { $0.blocksBy = .attribute("place") }, figure: "matrix")
        #expect(throws: MilieuError.self) { try Drawn.scene(network, options { $0.blocksBy = .attribute("nothing") }, figure: "matrix") }
        let cells = marks(scene, "cell")
        #expect(cells.count == 2 && cells.map(\.fill.luminance).min() ?? 1 < (cells.map(\.fill.luminance).max() ?? 0) - 0.1)
    }

    @Test func `in a two-mode view columns are events, by their numbers`() throws {
        let scene = try Drawn.scene(Drawn.dataset("davis"), figure: "matrix")
        #expect(marks(scene, "cell").count == 89, "Davis, Gardner and Gardner's 89 attendances")
        #expect(words(scene).contains { $0.hasPrefix("14  ") })
        #expect(Drawn.labelFaults(scene) == Drawn.Overlaps())
    }

    @Test func `what is too large or too small for a matrix or blocks is refused with a way out`() throws {
        let large = try Drawn.network((0..<801).map { "n\($0)" }, [])
        let error = #expect(throws: MilieuError.self) { try Drawn.scene(large, figure: "matrix") }
        #expect(error?.remedy.contains("blockmodel") == true)
        let blocks = #expect(throws: MilieuError.self) { try Drawn.scene(Drawn.dataset("davis"), figure: "blockmodel") }
        #expect(blocks?.remedy.contains("--events projected") == true)
        var actors = (0..<20).map { Actor(id: "a\($0)") }
        for position in actors.indices { actors[position].place = "place \(position)" }
        let apart = try Network(description: DatasetDescription(name: "d"), actors: Actors(actors), ties: Ties([]), tieKinds: [])
        for by in ["place", "sector"] {
            let fine = #expect(throws: MilieuError.self) {
                try Drawn.scene(apart, options { $0.blocksBy = .attribute(by) }, figure: "blockmodel")
            }
            #expect(fine?.cause == .usage && fine?.remedy.contains("--blocks") == true)
        }
        // Nor is there a hull where nobody shares a place.
        let alone = #expect(throws: MilieuError.self) { try Drawn.scene(apart, options { $0.hullBy = .attribute("place") }) }
        #expect(alone?.cause == .usage && alone?.remedy.contains("--hull") == true)
    }

    @Test func `a blockmodel shows the densities of its blocks, and ties those above the mean`() throws {
        let network = try Drawn.dataset("karate")
        let context = MeasureContext(try network.view())
        let groups = try ActorGroups(context, .community, .english)
        let scene = try Drawn.scene(network, options { $0.blocksBy = .community }, figure: "blockmodel")
        let count = groups.names.count
        #expect(marks(scene, "block").count == count * count && marks(scene, "position").count == count)
        var tied = 0
        for one in 0..<count {
            for other in 0..<count {
                let (rows, columns) = (groups.groupOf.indices.filter { groups.groupOf[$0] == one }, groups.groupOf.indices.filter { groups.groupOf[$0] == other })
                let ties = rows.reduce(0) { sum, row in sum + columns.count { context.graph.outgoing.neighbours(of: row).contains(Int32($0)) } }
                let possible = one == other ? rows.count * (rows.count - 1) : rows.count * columns.count
                let density = Double(ties) / Double(possible)
                let block = try #require(marks(scene, "block").first { $0.identity?.id == "block-\(one + 1)-\(other + 1)" })
                #expect(block.identity?.title.hasSuffix(NumberWords.rounded(density, .english)) == true)
                #expect((block.identity?.classes.contains("tied") == true) == (density >= 78.0 / 561))
                if density >= 78.0 / 561, one <= other { tied += 1 }
            }
        }
        #expect(scene.strokes.count { $0.identity?.classes.first == "tied" } == tied)
        #expect(Drawn.labelFaults(scene) == Drawn.Overlaps())
    }

    // MARK: Timeline

    @Test func `bars begin and end at their dates, squares stand at theirs`() throws {
        var actors = ["a", "b", "c", "d"].map { Actor(id: $0) }
        (actors[0].since, actors[0].until) = (PartialDate(year: 2000), PartialDate(year: 2009))
        actors[1].since = PartialDate(year: 2005)
        var event = Event(id: "e", status: .active)
        event.date = PartialDate(year: 2005)
        var ties = [Tie(source: 0, target: 1), Tie(source: 2, target: 0), Tie(source: 0, target: 3)]
        ties[0].details.since = PartialDate(year: 2005)
        ties[1].details = .init(since: PartialDate(year: 2007), status: .past)
        let network = try Network(
            description: DatasetDescription(name: "t"), actors: Actors(actors), ties: Ties(ties), events: [event],
            participation: [Participation(actor: 1, event: 0)], tieKinds: [TieKind(id: "k", isDirected: true)])
        let scene = try Drawn.scene(network, figure: "timeline")
        func bar(_ id: String) -> Box? { marks(scene, "actor").first { $0.identity?.id == id }?.box }
        let a = try #require(bar("actor-a"))
        let b = try #require(bar("actor-b"))
        let year = (b.low.x - a.low.x) / 5
        #expect(abs((a.high.x - a.low.x) / year - 10) < 0.02, "a decade, to the last day of its last year")
        #expect(abs(try #require(marks(scene, "event").first).box.centre.x - (b.low.x + year / 2)) < 0.5)
        let links = scene.strokes.filter { $0.identity?.classes.first == "tie" }
        #expect(links.count == 2, "what is past has its place, what has no date has none")
        #expect(links.allSatisfy { $0.path.start.x == $0.path.end.x && $0.arrow > 0 })
        #expect(abs(links[1].path.start.x - links[0].path.start.x - 2 * year) < 3)
        let seat = try #require(marks(scene, "participation").first)
        #expect(abs(seat.box.centre.x - (b.low.x + year / 2)) < 0.5 && abs(seat.box.centre.y - b.centre.y) < 0.01)
        let order = words(scene).filter { ["a", "b", "c", "e"].contains($0) }
        #expect(order == ["e", "a", "b", "c"] && !words(scene).contains("d"))
        #expect(scene.description.contains("1 actors, 0 events, 1 ties"))
    }

    @Test func `a far first date does not press the others together`() throws {
        var actors = (0..<6).map { Actor(id: "a\($0)") }
        for position in actors.indices { actors[position].since = PartialDate(year: position == 0 ? 1850 : 2000 + position) }
        let network = try Network(description: DatasetDescription(name: "t"), actors: Actors(actors), ties: Ties([]), tieKinds: [])
        let scene = try Drawn.scene(network, figure: "timeline")
        #expect(words(scene).contains("‹ 1850") && words(scene).contains("2003"))
        #expect(Drawn.labelFaults(scene) == Drawn.Overlaps())
    }

    // MARK: Hulls

    @Test(arguments: ["community", "kind"]) func `a hull holds its own actors and no others`(_ by: String) throws {
        let network = try Valley.network()
        let scene = try Drawn.scene(network, options { $0.hullBy = .init(by) })
        let groups = try ActorGroups(MeasureContext(network.view()), .init(by), .english)
        let nodes = Drawn.nodes(scene).filter { $0.identity?.classes.first == "actor" }
        let hulls = Dictionary(grouping: scene.areas.filter { $0.identity?.classes.first == "hull" }) { $0.identity?.classes[1] ?? "" }
        #expect(hulls.count == groups.sizes.count { $0 > 1 })
        for (name, areas) in hulls {
            let place = try #require(Int(name.dropFirst(6))) - 1
            let group = groups.sizes.indices.filter { groups.sizes[$0] > 1 }.sorted { (-groups.sizes[$0], $0) < (-groups.sizes[$1], $1) }[place]
            for (node, mark) in nodes.enumerated() {
                let isWithin = !areas.count { Drawn.isInside(mark.box.centre, $0.corners) }.isMultiple(of: 2)
                #expect(isWithin == (groups.groupOf[node] == group), "\(name) \(mark.identity?.id ?? "")")
            }
        }
        #expect(Drawn.overlaps(scene).labelOnLabel == 0 && Drawn.overlaps(scene).labelOnMark == 0)
        let text = String(decoding: try scene.render(.svg), as: UTF8.self)
        #expect(text.contains("<g id=\"hull-1-1\" class=\"hull group-1\">") && words(scene).contains { $0.hasPrefix("Hulls: ") })
    }
}
