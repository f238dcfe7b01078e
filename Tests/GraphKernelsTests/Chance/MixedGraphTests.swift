import GraphKernels
import Testing

@testable import KernelVerifiers

/// Random graphs with edges and arcs, against every graph that keeps the same.
@Suite struct MixedGraphTests {
    /// Edges and arcs on the pairs of an event of three and one of two.
    private static let shared = PairSet(sharing: [[0, 1, 2], [3, 1], [2]])

    private func draws(
        _ count: Int, _ draw: @escaping @Sendable (inout RandomSource) -> MixedGraph?
    ) -> [MixedGraph] {
        Draws.values(count, seed: 41) { draw(&$0) }.compactMap { $0 }
    }

    /// All graphs of four nodes with the degrees of a random one, each as often as the others.
    @Test(arguments: 0..<24) func switchesReachEveryMixedGraphAlike(seed: Int) throws {
        var random = RandomSource(seed: 31, part: seed)
        let given = MixedStates.random(4, tied: [0.5, 0.7, 0.9][seed % 3], using: &random)
        let states = MixedStates.like(given)
        guard states.count > 1 else { return }
        let drawn = draws(80 * states.count) { Rewiring.degreePreserving(given, swapsPerEdge: 30, using: &$0) }
        let chiSquared = try #require(MixedStates.chiSquared(drawn, states))
        #expect(chiSquared < MixedStates.limit(states.count), "\(states.count) states")
    }

    /// The same with a number of ties to each of two sides for every node.
    @Test func keepsDegreesBySide() throws {
        let sides: [UInt8] = [0, 0, 1, 1]
        for seed in 0..<16 {
            var random = RandomSource(seed: 32, part: seed)
            let given = MixedStates.random(4, tied: 0.8, using: &random)
            let states = MixedStates.like(given).filter { $0.degrees(sides) == given.degrees(sides) }
            guard states.count > 1 else { continue }
            let drawn = draws(80 * states.count) {
                Rewiring.degreePreserving(given, sides: sides, swapsPerEdge: 30, using: &$0)
            }
            let chiSquared = try #require(MixedStates.chiSquared(drawn, states))
            #expect(chiSquared < MixedStates.limit(states.count), "seed \(seed), \(states.count) states")
        }
    }

    @Test(arguments: 0..<16) func switchesKeepWhatLiesBeside(seed: Int) throws {
        var random = RandomSource(seed: 33, part: seed)
        let given = MixedStates.random(4, tied: 0.7, using: &random)
        let kept = given.census(on: Self.shared)
        let states = MixedStates.like(given).filter { graph in
            let census = graph.census(on: Self.shared)
            return (census.edges, census.arcs) == (kept.edges, kept.arcs)
        }
        guard states.count > 1 else { return }
        let beside = Beside(Self.shared, keeping: kept)
        let drawn = draws(80 * states.count) {
            Rewiring.degreePreserving(given, beside: beside, swapsPerEdge: 40, using: &$0)
        }
        #expect(drawn.count == 80 * states.count)
        let chiSquared = try #require(MixedStates.chiSquared(drawn, states))
        #expect(chiSquared < MixedStates.limit(states.count), "\(states.count) states")
    }

    /// Arcs that lie on edges: as many do in every draw, and all such graphs are drawn alike.
    @Test func keepsHowManyArcsLieOnEdges() throws {
        let sorts = MixedStates.ofFour.map(\.graph)
        func clashes(_ graph: MixedGraph) -> Int {
            graph.arcs.count { arc in
                graph.edges.contains { Set([$0.source, $0.target]) == Set([arc.source, arc.target]) }
            }
        }
        var sizes: [Int] = []
        for arcs in [[(0, 1), (1, 2), (2, 3)], [(1, 0), (2, 3), (1, 3)], [(3, 2), (0, 1), (2, 1), (1, 3)]] {
            let given = MixedGraph(
                nodeCount: 4, edges: [.init(0, 1), .init(2, 3)], arcs: arcs.map { .init(Int32($0.0), Int32($0.1)) })
            let degrees = given.degrees()
            // Edges and arcs chosen each for itself, among all of each sort.
            let edges = sorts.filter { $0.arcs.isEmpty && $0.edges.count == 2 }
            let others = sorts.filter { $0.edges.isEmpty && $0.arcs.count == arcs.count }
            let all = edges.flatMap { one in others.map { MixedGraph(nodeCount: 4, edges: one.edges, arcs: $0.arcs) } }
            let states = Set(all.filter { clashes($0) == clashes(given) && $0.degrees() == degrees }.map(\.inOrder))
            #expect(clashes(given) > 0)
            sizes.append(states.count)
            guard states.count > 1 else { continue }
            try expectAlike(states, 80) { Rewiring.degreePreserving(given, swapsPerEdge: 40, using: &$0) }
        }
        #expect((sizes.max() ?? 0) > 1, "\(sizes)")
    }

    @Test func findsTheWayToAnOverlapThatIsNotThere() throws {
        let given = MixedGraph(nodeCount: 6, edges: [.init(0, 1), .init(2, 3), .init(4, 5)])
        let pairs = PairSet(sharing: [[0, 2], [1, 3], [4, 5]])
        var random = RandomSource(seed: 1)
        func drawn(_ edges: Int) -> MixedGraph? {
            let beside = Beside(pairs, keeping: MixedGraph.Overlap(edges: edges))
            return Rewiring.degreePreserving(given, beside: beside, using: &random)
        }
        for edges in [0, 1, 3] {
            let graph = try #require(drawn(edges))
            #expect(graph.census(on: pairs).edges == edges && graph.degrees() == given.degrees())
        }
        // Two of the three pairs tied leave the nodes of the third to each other.
        #expect(drawn(2) == nil)
    }

    @Test func uniformGraphsAreEquallyLikely() throws {
        let overlap = MixedGraph.Overlap(edges: 1, asymmetric: 1)
        let beside = Beside(Self.shared, keeping: overlap)
        func isTied(_ graph: MixedGraph, _ edges: Int, _ arcs: Int) -> Bool {
            graph.edges.count == edges && graph.arcs.count == arcs
        }
        let free = MixedStates.all(3) { isTied($0, 1, 2) }
        try expectAlike(free, 100) { UniformGraph.ofTies(3, edges: 1, arcs: 2, using: &$0) }
        let four = MixedStates.ofFour.map(\.graph)
        let near = Set(four).filter {
            isTied($0, 2, 2) && $0.census(on: Self.shared).edges == 1 && $0.census(on: Self.shared).arcs == 1
        }
        try expectAlike(near, 60) { UniformGraph.ofTies(4, edges: 2, arcs: 2, beside: beside, using: &$0) }
        let census = MixedGraph.Overlap(edges: 1, mutual: 1, asymmetric: 2)
        let dyads = Set(four).filter { $0.census() == census }
        try expectAlike(dyads, 40) { UniformGraph.ofDyads(4, edges: 1, mutual: 1, asymmetric: 2, using: &$0) }
        let nearDyads = dyads.filter { $0.census() == census && $0.census(on: Self.shared) == overlap }
        try expectAlike(nearDyads, 60) {
            UniformGraph.ofDyads(4, edges: 1, mutual: 1, asymmetric: 2, beside: beside, using: &$0)
        }
        try expectAlike(MixedStates.all(3) { _ in true }, 60) {
            UniformGraph.ofSize(3, hasEdges: true, hasArcs: true, using: &$0)
        }
        try expectAlike(MixedStates.all(3) { $0.edges.isEmpty }, 60) {
            UniformGraph.ofSize(3, hasEdges: false, hasArcs: true, using: &$0)
        }
        try expectAlike(Set(four).filter { $0.arcs.isEmpty }, 60) {
            UniformGraph.ofSize(4, hasEdges: true, hasArcs: false, using: &$0)
        }
    }

    private func expectAlike(
        _ states: Set<MixedGraph>, _ each: Int, _ draw: @escaping @Sendable (inout RandomSource) -> MixedGraph?
    ) throws {
        let drawn = draws(each * states.count, draw)
        #expect(drawn.count == each * states.count)
        let chiSquared = try #require(MixedStates.chiSquared(drawn, states))
        #expect(chiSquared < MixedStates.limit(states.count), "\(states.count) states")
    }

    @Test func noRoomIsNoGraph() {
        var random = RandomSource(seed: 2)
        #expect(UniformGraph.ofTies(3, edges: 3, arcs: 1, using: &random) == nil)
        #expect(UniformGraph.ofTies(3, edges: 2, arcs: 2, using: &random) != nil)
        let beside = Beside(PairSet(sharing: [[0, 1]]), keeping: MixedGraph.Overlap(edges: 2))
        #expect(UniformGraph.ofTies(3, edges: 2, arcs: 0, beside: beside, using: &random) == nil)
    }

    @Test func eventsKeepTheirSizesAndPairsAreThoseThatShareOne() {
        var random = RandomSource(seed: 3)
        let rows = UniformGraph.ofRowLengths([3, 0, 6, 1], nodeCount: 6, using: &random)
        #expect(rows.map(\.count) == [3, 0, 6, 1] && rows.allSatisfy { Set($0).count == $0.count })
        for one in Int32(0)..<4 {
            for other in Int32(0)..<4 where one != other {
                let isShared = [[0, 1, 2], [3, 1]].contains { $0.contains(one) && $0.contains(other) }
                #expect(Self.shared.contains(one, other) == isShared)
            }
        }
    }
}
