import Figures
import GraphKernels
import NetworkModel
import Testing
import Vocabulary

@Suite struct SociogramTests {
    private static let longName =
        "Direction départementale du travail, de l'emploi et de la formation professionnelle"

    @Test(arguments: ["valley", "romans", "star", "growing", "tree", "dense", "long", "parts"])
    func `up to a hundred actors, every label has a place of its own`(_ which: String) throws {
        func plain(_ count: Int, _ ties: [(Int, Int)]) throws -> Network {
            try Drawn.network((0..<count).map { "actor \($0)" }, ties)
        }
        let network: Network =
            switch which {
            case "valley": try Valley.network()
            case "romans": try Drawn.romans()
            case "star": try plain(41, (1...40).map { (0, $0) })
            case "growing": try plain(100, Drawn.growing(100, each: 2))
            case "tree": try plain(100, Drawn.growing(100, each: 1))
            case "dense": try plain(30, (0..<30).flatMap { a in (0..<a).map { ($0, a) } })
            case "long":
                try Drawn.network((0..<60).map { "\($0) " + Self.longName }, Drawn.growing(60, each: 1))
            default: try plain(30, [(0, 1), (2, 3), (3, 4), (5, 6), (6, 7), (7, 5), (8, 9), (9, 10), (10, 11)])
            }
        let scene = try Drawn.scene(network)
        #expect(try Drawn.names(scene).count == network.view().actorCount)
        #expect(Drawn.overlaps(scene) == Drawn.Overlaps())
    }

    @Test func `nobody wonders whose label it is`() throws {
        for network in [try Valley.network(), try Drawn.romans()] {
            let scene = try Drawn.scene(network)
            let nodes = Drawn.nodes(scene)
            for label in Drawn.names(scene) {
                let owner = try #require(label.owner)
                let distances = nodes.map { label.box.distance(to: $0.box.centre) - Drawn.radius($0) }
                let nearest = try #require(distances.indices.min { distances[$0] < distances[$1] })
                #expect(distances[owner] < 4)
                #expect(distances[owner] <= distances[nearest] + 0.5, "\(label.lines)")
            }
        }
    }

    @Test(arguments: ["romans", "valley"]) func `two names in one line are told apart by more than a space`(
        _ which: String
    ) throws {
        let network = try which == "romans" ? Drawn.romans() : Valley.network()
        let names = try Drawn.names(Drawn.scene(network))
        for (place, one) in names.enumerated() {
            for other in names[(place + 1)...] {
                let share = min(one.box.high.y, other.box.high.y) - max(one.box.low.y, other.box.low.y)
                guard share > 1.6 else { continue }
                let between = max(other.box.low.x - one.box.high.x, one.box.low.x - other.box.high.x)
                #expect(between > 5.4, "\(one.lines) \(other.lines)")
            }
        }
    }

    @Test func `beyond a hundred actors the most important are labelled, and the caption says so`() throws {
        let network = try Drawn.network((0..<130).map { "actor \($0)" }, Drawn.growing(130, each: 2))
        let scene = try Drawn.scene(network)
        let names = Drawn.names(scene)
        #expect(names.count <= 60 && names.count > 40)
        #expect(scene.description.contains("Labels: \(names.count) of 130"))
        let largest = try #require(Drawn.nodes(scene).indices.max { scene.marks[$0].radius < scene.marks[$1].radius })
        #expect(names.contains { $0.owner == largest })
        for (index, name) in names.enumerated() {
            #expect(!names[(index + 1)...].contains { $0.box.overlaps(name.box) })
        }
        var options = FigureOptions()
        options.labelLimit = 5
        options.language = .french
        let few = try Drawn.scene(network, options)
        #expect(Drawn.names(few).count == 5 && few.description.contains("Noms\u{A0}: 5 sur 130"))
    }

    @Test func `the area of a disc is in proportion to the measure`() throws {
        let scene = try Drawn.scene(
            Drawn.network(["a", "b", "c", "d", "e"], [(0, 1), (0, 2), (0, 3), (0, 4), (1, 2), (2, 3)]))
        let radii = Drawn.nodes(scene).map(\.radius)
        let degrees = [4.0, 2, 3, 2, 1]
        for (radius, degree) in zip(radii, degrees) {
            #expect(abs(radius * radius / (radii[0] * radii[0]) - degree / 4) < 1e-9)
        }
    }

    @Test func `what is tied stands nearer than what is not`() throws {
        let scene = try Drawn.scene(Valley.network())
        let nodes = Drawn.nodes(scene)
        func length(_ one: Int, _ other: Int) -> Double {
            let way = nodes[one].box.centre - nodes[other].box.centre
            return (way * way).sum().squareRoot()
        }
        let ends = scene.strokes.compactMap(\.ends)
        let tied = ends.reduce(0) { $0 + length($1.source, $1.target) } / Double(ends.count)
        var (sum, count) = (0.0, 0)
        for one in nodes.indices { for other in 0..<one { (sum, count) = (sum + length(one, other), count + 1) } }
        #expect(tied < 0.65 * sum / Double(count))
    }

    @Test func `planned ties are not in the default view`() throws {
        let network = try Valley.network()
        let planned = network.ties.count
        let scene = try Drawn.scene(network)
        #expect(!scene.strokes.contains { $0.identity?.id == "tie-\(planned)" })
        #expect(scene.strokes.contains { $0.identity?.id == "tie-1" })
    }

    @Test func `colour, rim, dash and arrow say what they should`() throws {
        let network = try Valley.network()
        let scene = try Drawn.scene(network)
        let nodes = Drawn.nodes(scene)
        #expect(nodes[0].fill == Colour(0xE69F00) && !nodes[0].hasDoubleRim)
        #expect(nodes[19].hasDoubleRim, "a collective actor")
        #expect(nodes[33].fill == .white && nodes[33].identity?.classes.contains("outside") == true)
        let ties = scene.strokes.filter { $0.identity?.classes.contains("tie") == true }
        func all(_ layer: String) -> [Scene.Stroke] {
            ties.filter { $0.identity?.classes.contains("layer-" + layer) == true }
        }
        #expect(all("finance").allSatisfy { $0.dash == [4.5, 2.2] && $0.arrow > 0 })
        #expect(all("cooperation").allSatisfy { $0.dash.isEmpty && $0.arrow == 0 })
        #expect(Set(["knowledge", "finance", "membership", "location"].map { all($0).first?.dash }).count == 4)
        let doubtful = try #require(network.ties.indices.first { network.ties[$0].details.confidence == 0.5 })
        let pale = try #require(ties.first { $0.identity?.id == "tie-\(doubtful + 1)" })
        let sure = try #require(
            ties.first { $0.identity?.classes[1] == pale.identity?.classes[1] && $0.colour != pale.colour })
        #expect(pale.colour.luminance > sure.colour.luminance + 0.1)
    }

    @Test func `ties of one pair run side by side`() throws {
        let network = try Drawn.network(["a", "b"], [(0, 1), (1, 0), (0, 1)])
        let ties = try Drawn.scene(network).strokes.filter { $0.ends != nil }
        let middles = ties.map { $0.path.sampled(2)[1] }
        #expect(ties.count == 3)
        for one in 0..<3 {
            for other in 0..<one {
                let way = middles[one] - middles[other]
                #expect((way * way).sum().squareRoot() > 2)
            }
        }
    }

    @Test func `the legend shows only what occurs`() throws {
        func words(_ scene: Scene) -> Set<String> { Set(scene.labels.filter { $0.owner == nil }.flatMap(\.lines)) }
        let valley = words(try Drawn.scene(Valley.network()))
        #expect(
            valley.isSuperset(of: ["economy", "finance", "collective actor", "outside the territory", "pale: doubtful"])
        )
        #expect(!valley.contains("employment") && !valley.contains("width: weight") && !valley.contains("event"))
        var options = FigureOptions()
        options.language = .french
        let french = words(try Drawn.scene(Valley.network(), options))
        #expect(
            french.isSuperset(of: ["économie sociale", "approvisionnement", "Sans lien dans cette vue", "Aire\u{A0}: degré"])
        )
        let plain = words(try Drawn.scene(Drawn.network(["a", "b"], [(0, 1)])))
        #expect(plain.isDisjoint(with: ["Sphere", "Ties", "cooperation"]))
    }

    @Test func `colour can follow an attribute, and an unknown one is refused`() throws {
        var options = FigureOptions()
        options.colourBy = .attribute("kind")
        let scene = try Drawn.scene(Valley.network(), options)
        #expect(Set(Drawn.nodes(scene).map { $0.fill == .white ? nil : $0.fill }.compactMap { $0 }).count == 6)
        options.colourBy = .attribute("kinds")
        let error = #expect(throws: MilieuError.self) { try Drawn.scene(Valley.network(), options) }
        #expect(error?.cause == .usage && error?.remedy.contains("\"kind\"") == true)
    }

    @Test func `events are squares in a two-mode view`() throws {
        var view = ViewOptions()
        view.events = .twoMode
        let scene = try Drawn.scene(Drawn.romans(), view: view)
        let events = Drawn.nodes(scene).filter { $0.identity?.classes.first == "event" }
        // Four of the sixteen are planned, and so no part of a view of what there is.
        #expect(events.count == 12 && events.allSatisfy { $0.shape == .rectangle })
    }

    @Test(arguments: [0, 1, 2, 3]) func `few actors, or none, make a picture too`(_ count: Int) throws {
        let network = try Drawn.network((0..<count).map { "actor \($0)" }, count > 1 ? [(0, 1)] : [])
        for layout in FigureOptions.Layout.allCases {
            var options = FigureOptions()
            options.layout = layout
            let scene = try Drawn.scene(network, options)
            #expect(Drawn.names(scene).count == count && Drawn.overlaps(scene) == Drawn.Overlaps())
            #expect(try !scene.render(.svg).isEmpty)
        }
    }

    @Test func `what cannot be drawn is refused with what can`() throws {
        let network = try Drawn.network(["a"], [])
        #expect(throws: MilieuError.self) { try Drawn.scene(network, figure: "sociograms") }
        var options = FigureOptions()
        options.sizeBy = "degre"
        #expect(throws: MilieuError.self) { try Drawn.scene(network, options) }
        options = FigureOptions()
        options.width = .nan
        #expect(throws: MilieuError.self) { try Drawn.scene(network, options) }
    }
}
