import Testing
import Vocabulary

@testable import NetworkModel

/// Every view holds what measures and figures rely on, and what does not is found.
struct InvariantTests {
    private func network(plain: Bool) throws -> Network {
        let ties = [
            Tie(source: 0, target: 1, kind: 0, weight: 2), Tie(source: 1, target: 2, kind: plain ? 0 : 1),
            Tie(source: 2, target: 2, kind: 0, weight: 3), Tie(source: 3, target: 0, kind: 0, weight: plain ? 1 : 0),
            Tie(source: 1, target: 0, kind: 0, weight: 5, details: plain ? Tie.Details() : Tie.Details(status: .past)),
        ]
        return try Network(
            description: DatasetDescription(name: "x"), actors: Actors((0..<4).map { Actor(id: "a\($0)") }), ties: Ties(ties),
            events: plain ? [] : [Event(id: "e", kind: "meeting"), Event(id: "f", kind: "meeting", status: .planned)],
            participation: plain ? [] : [(0, 0), (1, 0), (3, 0), (3, 1)].map { Participation(actor: $0.0, event: $0.1) },
            tieKinds: [TieKind(id: "u", isDirected: false), TieKind(id: "d", isDirected: true, layer: .finance)],
            eventKinds: [EventKind(id: "meeting")])
    }

    @Test func everyViewHoldsThem() throws {
        for network in [try network(plain: true), try network(plain: false), try SmallTown.network()] {
            for direction in [ViewOptions.Direction.byKind, .directed, .undirected] {
                for events in ViewOptions.EventMode.allCases where !network.events.isEmpty || events != .twoMode {
                    for layers in [nil, Set([Layer.cooperation]), Set([Layer.finance])] {
                        var options = ViewOptions()
                        (options.direction, options.events, options.layers) = (direction, events, layers)
                        let view = try network.view(options)
                        #expect(view.checkInvariants() == [])
                        #expect(view.keeping { $0.isMultiple(of: 2) }.checkInvariants() == [])
                    }
                }
            }
        }
    }

    private struct Parts {
        var nodes: [NetworkView.Node] = (0..<4).map { .actor($0) }
        var isDirected = true
        var isTwoMode = false
        var sources: [Int32] = [0, 1]
        var targets: [Int32] = [1, 2]
        var weights: [Double] = [2, 1]
        var tieIsDirected: [Bool] = [false, true]
        var origins: [NetworkView.Origin] = [.tie(0), .tie(1)]

        func view(of network: Network) -> NetworkView {
            NetworkView(
                network: network, options: ViewOptions(), nodes: nodes, actorCount: 4, isDirected: isDirected,
                isTwoMode: isTwoMode, sources: sources, targets: targets, weights: weights, tieIsDirected: tieIsDirected,
                origins: .listed(origins), loops: [], repeatedFactCount: 0, absentActorCount: 0)
        }
    }

    @Test func whatIsBrokenInAViewIsFound() throws {
        let network = try network(plain: false)
        #expect(Parts().view(of: network).checkInvariants() == [])
        let broken: [((inout Parts) -> Void, String)] = [
            ({ $0.targets = [1] }, "as long as"), ({ $0.weights = [1] }, "as long as"), ({ $0.targets = [1, 9] }, "no node"),
            ({ $0.targets = [0, 2] }, "loop"), ({ $0.nodes[3] = .actor(0) }, "twice"), ({ $0.nodes[1] = .event(0) }, "parted"),
            ({ $0.nodes.append(.event(0)) }, "parted"), ({ $0.isDirected = false }, "without direction"),
            ({ $0.weights = [0, 1] }, "weight"), ({ $0.weights = [.infinity, 1] }, "weight"),
            ({ $0.origins = [.tie(1), .tie(0)] }, "origin"), ({ $0.isTwoMode = true }, "origin"),
            ({ $0.origins[0] = .sharedEvent(1) }, "origin"), ({ $0.origins[0] = .participation(0) }, "origin"),
            ({ $0.origins[1] = .tie(99) }, "origin"),
        ]
        for (place, (change, message)) in broken.enumerated() {
            var parts = Parts()
            change(&parts)
            let found = parts.view(of: network).checkInvariants()
            #expect(found.contains { $0.contains(message) }, "\(place): \(found)")
        }
    }

    @Test func whatIsBrokenInTiesIsFound() {
        func found(_ ties: Ties, actors: Int = 3, kinds: Int = 1) -> String {
            ties.checkInvariants(actors: actors, kinds: kinds).joined()
        }
        #expect(found(Ties(sources: [0], targets: [2])) == "")
        #expect(found(Ties(sources: [0], targets: [3])).contains("no actor"))
        #expect(found(Ties(sources: [-1], targets: [2])).contains("no actor"))
        #expect(found(Ties(sources: [0], targets: [2], kinds: [1])).contains("kind is none"))
        #expect(found(Ties(sources: [0], targets: [2]), kinds: 0).contains("there is none"))
        #expect(found(Ties(sources: [0], targets: [2], weights: [.nan])).contains("not finite"))
    }
}
