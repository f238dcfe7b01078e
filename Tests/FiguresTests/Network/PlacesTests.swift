import GraphKernels
import Measures
import NetworkModel
import Testing
import Vocabulary

@testable import Figures

/// Positions are data: the same in every view, kept, given, and completed.
@Suite struct PlacesTests {
    private func options(_ change: (inout FigureOptions) -> Void = { _ in }) -> FigureOptions {
        var options = FigureOptions()
        change(&options)
        return options
    }

    /// The middle of each actor's disc, in parts of the page's width.
    private func places(_ scene: Scene) -> [String: Point] {
        let discs = scene.marks.filter { $0.identity?.classes.first == "actor" }
        return Dictionary(uniqueKeysWithValues: discs.map { ($0.identity?.id ?? "", $0.box.centre / scene.width) })
    }

    private func away(_ places: [String: Point], _ one: String, _ other: String) -> Point {
        let (here, there): (Point, Point) = (places[one] ?? .zero, places[other] ?? .zero)
        return there - here
    }

    private func rows(_ network: Network, _ options: FigureOptions = FigureOptions()) throws -> [DiscPosition] {
        try FigurePositions.rows(context: MeasureContext(network.view()), options: options)
    }

    private static let views: [(name: String, view: ViewOptions, options: FigureOptions)] = {
        func one(_ name: String, _ change: (inout ViewOptions, inout FigureOptions) -> Void) -> (
            String, ViewOptions, FigureOptions
        ) {
            var (view, options) = (ViewOptions(), FigureOptions())
            change(&view, &options)
            return (name, view, options)
        }
        return [
            one("layer") { view, _ in view.layers = [.finance, .governance] },
            one("year") { view, _ in view.date = PartialDate(year: 2012) },
            one("history") { view, _ in view.statuses = Set(TieStatus.allCases) },
            one("inside") { view, _ in view.insideOnly = true },
            one("hull") { _, options in options.hullBy = .community },
            one("width") { _, options in options.width = 700 },
            one("size") { _, options in options.sizeBy = "betweenness_normalized" },
            one("labels") { _, options in options.labelLimit = 5 },
            one("language") { _, options in options.language = .french },
        ]
    }()

    @Test func `programs draw on from where the network of actors has its discs`() throws {
        let network = try Drawn.romans()
        let kept = try rows(network)
        for positions in [nil, kept.map { DiscPosition(actor: $0.actor, x: 1 - ($0.x ?? 0), y: $0.y) }] {
            let asked = options { $0.positions = positions }
            let places = places(try Drawn.scene(network, asked))
            let context = MeasureContext(try network.view())
            let drawn = try DrawnActor.all(context, asked)
            #expect(drawn.count == context.view.actorCount)
            let tallest = drawn.map(\.y).max() ?? 0
            let top = places.values.map(\.y).min() ?? 0
            for actor in drawn {
                let id = "actor-" + network.actors.id(at: try #require(actor.actor))
                let place = try #require(places[id]) * asked.width
                #expect(abs(place.x - actor.x) < 1e-6)
                #expect(abs((place.y - top * asked.width) - (tallest - actor.y)) < 1e-6)
            }
        }
    }

    @Test(arguments: 0..<views.count)
    func `an actor stands at the same place whatever is drawn of its network`(_ which: Int) throws {
        let network = try Drawn.romans()
        let (name, view, options) = Self.views[which]
        let usual = try places(Drawn.romans("sociogram", .english))
        // Who has no tie in the whole network stands in a list, which is as long as there are such.
        let standing = Set(try rows(network).map { "actor-\($0.actor)" })
        let scene = try Drawn.scene(network, options, view: view)
        let there = places(scene)
        let shared = standing.filter { usual[$0] != nil && there[$0] != nil }
        #expect(shared.count > 30, "\(name)")
        for id in shared {
            let way: Point = (usual[id] ?? .zero) - (there[id] ?? .zero)
            #expect(way.length < 1e-9, "\(name): \(id)")
        }
        let faults = Drawn.overlaps(scene)
        #expect(faults == Drawn.Overlaps(), "\(name)")
    }

    @Test func `layers side by side share the places of the network`() throws {
        let usual = places(try Drawn.romans("sociogram", .english))
        let panels = try Drawn.romans("layers", .english).marks.filter { $0.identity?.classes.first == "actor" }
        var byPanel: [String: [String: Point]] = [:]
        for mark in panels {
            let parts = try #require(mark.identity?.id).components(separatedBy: "-in-")
            byPanel[try #require(parts.last), default: [:]][parts[0]] = mark.box.centre
        }
        #expect(byPanel.count > 3)
        for panel in byPanel.values {
            let ids = panel.keys.filter { usual[$0] != nil }.sorted()
            let (one, other) = (try #require(ids.first), try #require(ids.last))
            let scale = away(panel, one, other).length / away(usual, one, other).length
            for id in ids {
                let wanted = away(usual, one, id) * scale
                #expect((away(panel, one, id) - wanted).length < 1e-6)
            }
        }
    }

    @Test func `what was drawn is kept, and read again stands where it stood`() throws {
        for network in [try Drawn.romans(), try Valley.network()] {
            let kept = try rows(network)
            let drawn = places(try Drawn.scene(network))
            let again = try Drawn.scene(network, options { $0.positions = kept })
            let there = places(again)
            for row in kept {
                guard let place = drawn["actor-\(row.actor)"] else { continue }
                let stands: Point = there["actor-\(row.actor)"] ?? .zero
                #expect((stands - place).length < 3e-5, "\(row.actor)")
            }
            #expect(try rows(network, options { $0.positions = kept }) == kept)
            #expect(again.description.contains("positions as given"))
            #expect(Drawn.overlaps(again) == Drawn.Overlaps())
        }
    }

    @Test func `positions beside the dataset are used without being asked for`() throws {
        let network = try Valley.network()
        let kept = try rows(network).map { DiscPosition(actor: $0.actor, x: $0.y, y: $0.x) }
        var beside = network.beside
        beside.positions = kept
        let turned = try network.replacing(beside: beside)
        #expect(places(try Drawn.scene(turned)) == places(try Drawn.scene(network, options { $0.positions = kept })))
    }

    @Test func `who is new stands beside its neighbours, and nobody else moves`() throws {
        let network = try Drawn.network((0..<60).map { "actor \($0)" }, Drawn.growing(60, each: 2))
        let kept = try rows(network)
        let before = places(try Drawn.scene(network, options { $0.positions = kept }))
        let fewer = kept.filter { !["a30", "a45", "a59"].contains($0.actor) }
        let scene = try Drawn.scene(network, options { $0.positions = fewer })
        let after = places(scene)
        for row in fewer {
            let id = "actor-\(row.actor)"
            let (one, other): (Point, Point) = (before[id] ?? .zero, after[id] ?? .zero)
            #expect((one - other).length < 0.02)
        }
        let graph = MeasureContext(try network.view()).undirected
        for new in [30, 45, 59] {
            let near: [Point] = graph.outgoing.neighbours(of: new).compactMap { after["actor-a\($0)"] }
            let middle: Point = near.reduce(.zero, +) / Double(near.count)
            let place: Point = after["actor-a\(new)"] ?? .zero
            #expect((place - middle).length < 0.15)
        }
        #expect(Drawn.overlaps(scene).markOnMark == 0 && scene.description.contains("beside their neighbours: 3"))
    }

    @Test(arguments: [Point(1, 1), Point(1000, 1000), Point(0.001, 0.001)])
    func `coordinates of any unit keep their shape, with y upwards`(_ unit: Point) throws {
        let network = try Drawn.network(["a", "b", "c", "d"], [(0, 1), (1, 2), (2, 3)])
        let given = [Point(-3, 0), Point(0, 0), Point(0, 2), Point(1, -1)]
        let positions = given.enumerated().map { DiscPosition(actor: "a\($0)", x: $1.x * unit.x, y: $1.y * unit.y) }
        let there = places(try Drawn.scene(network, options { $0.positions = positions }))
        func way(_ one: Int, _ other: Int) -> Point { away(there, "actor-a\(one)", "actor-a\(other)") }
        let scale = way(0, 1).length / 3
        for (one, other) in [(0, 2), (1, 3), (2, 3)] {
            let wanted = (given[other] - given[one]) * Point(scale, -scale)
            #expect((way(one, other) - wanted).length < 1e-9)
        }
    }

    @Test func `attributes x and y are places where the dataset tells none`() throws {
        let ids = ["a", "b", "c"]
        let network = try Network(
            description: DatasetDescription(name: "gephi"),
            actors: Actors(
                ids.map { Actor(id: $0, name: $0) },
                attributes: [
                    Attribute(name: "x", values: ["-10", "0", "10"]), Attribute(name: "y", values: ["5", "0", "-5"]),
                ]),
            ties: Ties(sources: [0, 1], targets: [1, 2]), tieKinds: [TieKind(id: "tie", isDirected: false)])
        let there = places(try Drawn.scene(network))
        let (ab, bc) = (away(there, "actor-a", "actor-b"), away(there, "actor-b", "actor-c"))
        #expect(ab.x > 0 && ab.y > 0)
        #expect((ab - bc).length < 1e-9)
    }

    @Test func `a label stands where a hand wants it`() throws {
        let network = try Drawn.network(["alpha", "beta", "gamma", "delta"], [(0, 1), (1, 2), (2, 3)])
        let kept = try rows(network)
        for side in LabelSide.allCases {
            let positions = kept.map {
                DiscPosition(actor: $0.actor, x: $0.x, y: $0.y, label: $0.actor == "a1" ? side.rawValue : nil)
            }
            let scene = try Drawn.scene(network, options { $0.positions = positions })
            let mark = try #require(scene.marks.firstIndex { $0.identity?.id == "actor-a1" })
            let label = scene.labels.first { $0.owner == mark }
            guard side != .none else {
                #expect(label == nil)
                continue
            }
            let way = try #require(label).box.centre - scene.marks[mark].box.centre
            if side.way.x != 0 { #expect(way.x * side.way.x > 0) } else { #expect(abs(way.x) < 1e-6) }
            if side.way.y != 0 { #expect(way.y * side.way.y > 0) } else { #expect(abs(way.y) < 1e-6) }
            #expect(
                try rows(network, options { $0.positions = positions }).first { $0.actor == "a1" }?.label
                    == side.rawValue)
        }
        let wrong = [DiscPosition(actor: "a1", x: 0, y: 0, label: "rigth")]
        let error = #expect(throws: MilieuError.self) { try Drawn.scene(network, options { $0.positions = wrong }) }
        #expect(error?.remedy.contains("\"right\"") == true && error?.place?.id == "a1")
    }

    @Test func `places that make no picture are refused, and those that make a strange one are drawn`() throws {
        let network = try Drawn.network(["a", "b", "c"], [(0, 1), (1, 2)])
        let far = [DiscPosition(actor: "a0", x: -1e308, y: 0), DiscPosition(actor: "a1", x: 1e308, y: 0)]
        #expect(throws: MilieuError.self) { try Drawn.scene(network, options { $0.positions = far }) }
        for none in [[], [DiscPosition(actor: "nobody", x: 1, y: 1)], [DiscPosition(actor: "a0", x: 1)]] {
            let error = #expect(throws: MilieuError.self) { try Drawn.scene(network, options { $0.positions = none }) }
            #expect(error?.remedy.contains("--keep-positions") == true)
        }
        for spot in [0.0, 7, -1e-300, 1e300] {
            let heap = (0..<3).map { DiscPosition(actor: "a\($0)", x: spot, y: spot) }
            let scene = try Drawn.scene(network, options { $0.positions = heap })
            #expect(scene.marks.allSatisfy { $0.box.width > 0.1 && $0.box.low.x >= 0 && $0.box.high.x <= scene.width })
        }
    }
}
