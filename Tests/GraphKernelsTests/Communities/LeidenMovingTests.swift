import Testing

@testable import GraphKernels

/// The moving of nodes on levels that are swept on several cores.
@Suite struct LeidenMovingTests {
    private func quality(_ graph: Graph, _ partition: [Int32]) -> Double {
        Modularity.value(graph, community: partition.map { Int($0) }) ?? 0
    }

    private func moved(_ graph: Graph, _ partition: [Int32], mostSweeps: Int) -> [Int32] {
        var random = RandomSource(seed: 1)
        let level = LeidenLevel(graph)
        #expect(level.isLarge)
        return LeidenMoving.moved(level, partition, 1, mostSweeps: mostSweeps, &random).partition
    }

    private func ring(of count: Int, step: Int) -> Graph {
        Graph(
            nodeCount: count, sources: (0..<count).map { Int32($0) },
            targets: (0..<count).map { Int32(($0 + step) % count) }, isDirected: false)
    }

    /// Where neighbours are searched at once, each would go to where the other is, and both would only change
    /// places, if the second were not weighed again after the first has moved.
    @Test(arguments: [1, 16]) func neighboursOfOneClassDoNotChangePlaces(step: Int) {
        let count = 32_000
        let graph = ring(of: count, step: step)
        // Twenty neighbours in a row, of two communities in turn: no tie lies within one.
        let start = (0..<count).map { node in
            let place = node / step
            return Int32(node % step * 200 + place / 20 * 2 + place % 2)
        }
        #expect(quality(graph, start) < 0)
        #expect(quality(graph, moved(graph, start, mostSweeps: 1)) > 0.3)
    }

    private func randomGraph(of count: Int) -> Graph {
        var random = RandomSource(seed: 12)
        let edges = (0..<(3 * count)).map { _ in (Int32(random.below(count)), Int32(random.below(count))) }
        return Graph(nodeCount: count, sources: edges.map(\.0), targets: edges.map(\.1), isDirected: false)
    }

    /// Where a neighbour has moved away, a node is looked at again.
    @Test func aSecondSweepFollowsWhatTheFirstHasMoved() {
        let graph = randomGraph(of: 12_000)
        let start = (0..<Int32(12_000)).map { $0 }
        let once = quality(graph, moved(graph, start, mostSweeps: 1))
        let twice = quality(graph, moved(graph, start, mostSweeps: 2))
        #expect(twice > once + 0.01, "\(once) \(twice)")
    }

    @Test func noSweepLoses() {
        var random = RandomSource(seed: 13)
        let graph = randomGraph(of: 12_000)
        var partition = (0..<12_000).map { _ in Int32(random.below(40)) }
        var last = quality(graph, partition)
        for _ in 0..<8 {
            partition = moved(graph, partition, mostSweeps: 1)
            let next = quality(graph, partition)
            #expect(next >= last - 1e-12)
            last = next
        }
    }

    /// What moving says that it gained is by how much the quality rose, whether a level is swept or settled.
    @Test(arguments: [400, 60_000]) func `gains add up to the quality`(count: Int) {
        var random = RandomSource(seed: 9, part: count)
        let ends = (0..<(3 * count)).map { _ in (Int32(random.below(count)), Int32(random.below(count))) }
        let graph = Graph(
            nodeCount: count, sources: ends.map(\.0), targets: ends.map { $0.0 % 7 == 0 ? $0.0 / 2 : $0.1 },
            isDirected: false)
        let level = LeidenLevel(graph)
        #expect(level.isLarge == (count > 400))
        let start = (0..<Int32(count)).map { $0 / 3 }
        let found = LeidenMoving.moved(level, start, 1, mostSweeps: 3, &random)
        #expect(found.gain > 0.05)
        #expect(abs(found.gain - (level.quality(found.partition, 1) - level.quality(start, 1))) < 1e-9)
        // Settled, no node gains by moving.
        let settled = LeidenMoving.settled(level, found.partition, 1, &random)
        #expect(level.quality(settled, 1) >= level.quality(found.partition, 1))
        #expect(LeidenMoving.settled(level, settled, 1, &random) == settled)
    }
}
