import Measures
import NetworkModel
import Testing
import Vocabulary

/// Directed and undirected ties side by side.
@Suite struct MixedViewTests {
    /// Measures that look at no direction.
    private static let undirected = [
        "degree", "degree_normalized", "strength", "triangles", "clustering", "clustering_weighted", "transitivity",
        "average_clustering", "coreness", "onion_layer", "components", "isolates", "average_degree",
        "largest_component_share", "fragmentation", "krackhardt_connectedness", "krackhardt_efficiency",
        "current_flow_betweenness", "current_flow_closeness", "community", "modularity", "subgraph_centrality",
        "degree_centralization", "degree_distribution_slope", "degree_correlation", "local_bridge",
    ]

    @Test(arguments: 0..<120) func `where direction is ignored an undirected tie counts once`(seed: Int) throws {
        let mixed = MixedNetwork(seed: seed)
        for weights in [MeasureOptions.Weights.none, .strength] {
            let (one, other) = (try mixed.context(weights), try mixed.context(weights, .undirected))
            for id in Self.undirected {
                let (seen, plain) = (try Sample.values(id, one), try Sample.values(id, other))
                for (value, expected) in zip(seen, plain) {
                    #expect((value == nil) == (expected == nil), "\(id) \(mixed)")
                    #expect(abs((value ?? 0) - (expected ?? 0)) < 1e-11, "\(id) \(weights) \(mixed)")
                }
            }
        }
    }

    @Test func `the resistance of a mixed chain`() throws {
        let network = try Network(
            description: DatasetDescription(name: "mixed"), actors: Actors(ids: ["a", "b", "c"]),
            ties: Ties([Tie(source: 0, target: 1, kind: 0, weight: 3), Tie(source: 1, target: 2, kind: 1, weight: 3)]),
            tieKinds: [TieKind(id: "both", isDirected: false), TieKind(id: "one", isDirected: true)])
        var options = MeasureOptions()
        options.weights = .strength
        let values = try Sample.values("current_flow_closeness", MeasureContext(try network.view(), options: options))
        for (value, expected) in zip(values, [2.0, 3, 2]) { #expect(abs((value ?? 0) - expected) < 1e-12) }
    }

    @Test(arguments: 0..<120) func `only directed ties are returned, and only by directed ones`(seed: Int) throws {
        let mixed = MixedNetwork(seed: seed)
        let context = try mixed.context()
        guard context.view.isDirected else { return }
        var arcs: Set<[Int]> = []
        for tie in mixed.ties where MixedNetwork.isDirected(tie) { arcs.insert([tie.source, tie.target]) }
        let returned = arcs.count { arcs.contains([$0[1], $0[0]]) }
        let value = try Sample.values("reciprocity", context)[0]
        #expect(value == Double(returned) / Double(arcs.count), "\(mixed)")
    }

    @Test(arguments: 0..<80) func `hub and authority are one where ties have no direction`(seed: Int) throws {
        let mixed = MixedNetwork(seed: seed)
        let context = try mixed.context(.none, .undirected)
        let (hubs, authorities) = (try Sample.values("hub", context), try Sample.values("authority", context))
        #expect(hubs == authorities, "\(mixed)")
        // A star has two modes; its centre weighs as much as all the others.
        let star = try Sample.context(actors: 5, [(0, 1), (0, 2), (0, 3), (0, 4)])
        let (found, same) = (try Sample.values("hub", star), try Sample.values("authority", star))
        #expect(abs((found[0] ?? 0) - 0.5.squareRoot()) < 1e-12 && found == same)
    }

    @Test(arguments: 0..<100) func `as other tools count brokerage of undirected ties`(seed: Int) throws {
        let network = RandomNetwork(seed: seed)
        guard !network.isDirected else { return }
        func values(_ id: String, arcs: Bool) throws -> [Double?] {
            let edges = arcs ? network.edges + network.edges.map { ($0.1, $0.0) } : network.edges
            return try Sample.values(
                id, Sample.context(actors: network.actorCount, edges, isDirected: arcs, teams: network.teams))
        }
        for role in ["coordinator", "itinerant", "representative", "gatekeeper", "liaison"] {
            for suffix in ["", "_expected", "_z"] {
                let id = "brokerage_\(role)\(suffix)"
                for (one, other) in zip(try values(id + "_ordered", arcs: false), try values(id, arcs: true)) {
                    #expect(
                        (one == nil) == (other == nil) && abs((one ?? 0) - (other ?? 0)) < 1e-11, "\(id) \(network)")
                }
            }
        }
    }

    @Test(arguments: 0..<60) func `coreness of arcs, and the transitivity and degree of other tools`(seed: Int) throws {
        let network = RandomNetwork(seed: seed)
        let context = try network.context()
        let nodes = 0..<network.actorCount
        let arcs = Set(
            network.edges.filter { $0.0 != $0.1 }.flatMap { edge in
                network.isDirected ? [[edge.0, edge.1]] : [[edge.0, edge.1], [edge.1, edge.0]]
            })
        func has(_ one: Int, _ other: Int) -> Bool { arcs.contains([one, other]) }
        // The largest k for which peeling leaves the actor.
        var coreness = [Double](repeating: 0, count: network.actorCount)
        let ends = network.isDirected ? 1 : 2
        for k in 1...(2 * network.actorCount) {
            var left = Set(nodes)
            while let fallen = left.first(where: { one in
                left.reduce(0) { $0 + (has(one, $1) ? 1 : 0) + (has($1, one) ? 1 : 0) } < k * ends
            }) { left.remove(fallen) }
            for node in left { coreness[node] = Double(k) }
        }
        #expect(try Sample.values("coreness_arcs", context) == coreness, "\(network)")
        #expect(
            try Sample.values("degree_arc_ends", context)
                == nodes.map { one in
                    Double(nodes.count { has(one, $0) } + nodes.count { has($0, one) })
                })
        var (pairs, closed) = (0.0, 0.0)
        for node in nodes {
            for one in nodes where has(node, one) {
                for other in nodes where other != one && has(node, other) {
                    pairs += 1
                    if has(one, other) { closed += 1 }
                }
            }
        }
        #expect(try Sample.values("transitivity_zero", context) == [pairs > 0 ? closed / pairs : 0], "\(network)")
    }
}
