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

/// When the passes over a large graph end.
@Suite struct LeidenPassesTests {
    private func passes(_ graph: Graph, leastGain: Double) -> (passes: Int, quality: Double) {
        var random = RandomSource(seed: 1)
        let level = LeidenLevel(graph)
        #expect(level.isLarge)
        let found = Leiden.run(level, 1, 200, patience: 1, leastGain: leastGain, &random)
        return (found.passes, level.quality(found.partition, 1))
    }

    /// A ring whose nodes are tied to the ten nearest, one tie in ten led elsewhere.
    private var smallWorld: Graph {
        var random = RandomSource(seed: 21)
        let count = 8_000
        var (sources, targets): ([Int32], [Int32]) = ([], [])
        for node in 0..<count {
            for step in 1...5 {
                sources.append(Int32(node))
                targets.append(Int32(random.below(10) == 0 ? random.below(count) : (node + step) % count))
            }
        }
        return Graph(nodeCount: count, sources: sources, targets: targets, isDirected: false)
    }

    /// Groups of unequal size, seven ties in ten within.
    private var planted: Graph {
        var random = RandomSource(seed: 22)
        let count = 12_000
        func group(_ node: Int) -> Range<Int> {
            node < 6_000 ? node / 30 * 30..<node / 30 * 30 + 30 : node / 500 * 500..<node / 500 * 500 + 500
        }
        var (sources, targets): ([Int32], [Int32]) = ([], [])
        for node in 0..<count {
            for _ in 0..<4 {
                let own = group(node)
                sources.append(Int32(node))
                targets.append(
                    Int32(random.below(10) < 7 ? own.lowerBound + random.below(own.count) : random.below(count)))
            }
        }
        return Graph(nodeCount: count, sources: sources, targets: targets, isDirected: false)
    }

    /// Cliques of eight, which the first sweep finds whole.
    private var cliques: Graph {
        var (sources, targets): ([Int32], [Int32]) = ([], [])
        for node in 0..<Int32(8_800) {
            for other in (node / 8 * 8)..<node {
                sources.append(node)
                targets.append(other)
            }
        }
        return Graph(nodeCount: 8_800, sources: sources, targets: targets, isDirected: false)
    }

    @Test func `a pass whose way back gains next to nothing is the last`() {
        let (one, all) = (passes(cliques, leastGain: 1e-3), passes(cliques, leastGain: 0))
        #expect(one.passes == 1)
        #expect(all.passes == 2)
        #expect(abs(one.quality - (1 - 1.0 / 1100)) < 1e-12)
    }

    /// Without the rule a dozen passes gain a thousandth.
    @Test func `passes that gain little are the last`() {
        for (graph, enough) in [(smallWorld, 2), (planted, 3)] {
            let (few, all) = (passes(graph, leastGain: 1e-3), passes(graph, leastGain: 0))
            #expect(few.passes == enough)
            #expect(3 * few.passes < all.passes)
            #expect(few.quality > all.quality - 2e-3)
        }
    }
}
