import Testing

@testable import GraphKernels

/// Two steps counted by hubs and by classes of the same neighbours, against a set for each node.
@Suite struct ReachTests {
    /// Hubs of many members (more than are kept as a list), members of one hub, of the same hubs, and tied to members.
    private func territory(_ seed: Int, isDirected: Bool) -> Graph {
        var random = RandomSource(seed: 31, part: seed)
        let (hubs, count) = (1 + random.below(5), 150 + random.below(300))
        var (sources, targets): ([Int32], [Int32]) = ([], [])
        func tie(_ one: Int, _ other: Int) {
            let isTurned = random.below(2) == 0
            sources.append(Int32(isTurned ? other : one))
            targets.append(Int32(isTurned ? one : other))
        }
        for member in hubs..<count - random.below(4) {
            for hub in 0..<hubs where random.below(2) == 0 {
                tie(member, hub)
                if isDirected, random.below(2) == 0 { tie(hub, member) }
            }
            if random.below(4) == 0 { tie(member, hubs + random.below(count - hubs)) }
        }
        // Sometimes one that everyone is tied to.
        if seed % 5 == 0 { for node in 1..<count { tie(node, 0) } }
        return Graph(nodeCount: count, sources: sources, targets: targets, isDirected: isDirected)
    }

    @Test(arguments: 0..<40) func `hubs and twins are counted as one by one`(seed: Int) {
        let graph = territory(seed, isDirected: seed % 2 == 0)
        var random = RandomSource(seed: 32, part: seed)
        let wanted = (0..<graph.nodeCount).map { _ in random.below(3) > 0 }
        let slow = (0..<graph.nodeCount).map { node in
            var reached: Set<Int32> = []
            for next in graph.outgoing.neighbours(of: node) {
                reached.insert(next)
                reached.formUnion(graph.outgoing.neighbours(of: Int(next)))
            }
            reached.remove(Int32(node))
            return reached
        }
        let found = Reach(graph, steps: 2)
        #expect(found.counts() == slow.map(\.count))
        #expect(found.counts(among: wanted) == slow.map { $0.count { wanted[Int($0)] } })
        #expect((0..<graph.nodeCount).allSatisfy { Set(found.within($0).dropFirst()) == slow[$0] })
        #expect(
            Reach(graph, steps: 3).counts(among: wanted)
                == (0..<graph.nodeCount).map { node in
                    Reach(graph, steps: 3).within(node).dropFirst().count { wanted[Int($0)] }
                })
    }

    /// What each member of a star reaches is the whole: 1.6 thousand million steps one by one.
    @Test func `a star of forty thousand is counted at once`() {
        let count = 40_001
        let star = Graph(
            nodeCount: count, sources: [Int32](repeating: 0, count: count - 1), targets: (1..<Int32(count)).map { $0 },
            isDirected: false)
        #expect(Reach(star, steps: 2).counts() == [Int](repeating: count - 1, count: count))
        #expect(KeyPlayers.reaching(star, k: 2) == [0, 1])
    }
}
