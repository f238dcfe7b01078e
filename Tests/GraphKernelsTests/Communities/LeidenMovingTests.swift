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
}
