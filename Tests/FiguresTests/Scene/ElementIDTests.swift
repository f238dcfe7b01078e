import Figures
import NetworkModel
import Testing
import Vocabulary

/// A page finds an element of a figure by what the view calls it.
@Suite struct ElementIDTests {
    /// Ties of two kinds, and events in which actors take part; ids that no element may be called by.
    private static func network() throws(MilieuError) -> Network {
        let names = ["a", "b c", "<d>", String(repeating: "long", count: 40), "e"]
        var actors = names.map { Actor(id: $0, name: "actor " + $0) }
        actors[0].inside = true
        actors[1].inside = true
        return try Network(
            description: DatasetDescription(name: "d"), actors: Actors(actors),
            ties: Ties([
                Tie(source: 2, target: 3), Tie(source: 0, target: 1, kind: 1), Tie(source: 1, target: 0, kind: 1),
                Tie(source: 3, target: 4),
            ]),
            events: [Event(id: "a", kind: "school"), Event(id: "shop & co", kind: "school")],
            participation: [(0, 0), (1, 0), (2, 1), (4, 1)].map { Participation(actor: $0.0, event: $0.1) },
            tieKinds: [TieKind(id: "tie", isDirected: false), TieKind(id: "loan", isDirected: true, layer: .finance)],
            eventKinds: [EventKind(id: "school", layer: .knowledge)])
    }

    @Test(arguments: [ViewOptions.EventMode.leftOut, .twoMode, .projected])
    func `elements of a sociogram are called as the view calls them`(_ events: ViewOptions.EventMode) throws {
        var options = ViewOptions()
        options.events = events
        let network = try Self.network()
        let view = try network.view(options)
        let scene = try Drawn.scene(network, view: options)
        let nodes = view.nodes.indices.map { view.elementID(ofNode: $0) }
        let ties = (0..<view.tieCount).map { view.elementID(ofTie: $0) }
        #expect(Set(nodes).count == nodes.count && Set(ties).count == ties.count && ties.count >= 4)
        #expect(Set(Drawn.nodes(scene).compactMap(\.identity?.id)) == Set(nodes))
        #expect(Set(scene.strokes.compactMap(\.identity?.id)) == Set(ties))
        #expect(Set(Drawn.names(scene).compactMap(\.identity?.id)) == Set(nodes.map(ElementID.label)))
    }

    @Test func `a tie is called by its row, in whatever view`() throws {
        let network = try Self.network()
        var options = ViewOptions()
        options.insideOnly = true
        let part = try network.view(options)
        #expect((0..<part.tieCount).map(part.elementID(ofTie:)) == ["tie-2", "tie-3"])
        #expect(try network.view().elementID(ofTie: 2) == "tie-3")
    }
}
