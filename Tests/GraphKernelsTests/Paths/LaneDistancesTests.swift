import Testing

@testable import GraphKernels

/// Searches from eight sources at once along ties with lengths, against those from one source after the other.
@Suite struct LaneDistancesTests {
    /// Lengths of one value; of a few; of any between 1 and 2; some thousand times others.
    private func graph(_ seed: Int) -> Graph {
        var random = RandomSource(seed: 61, part: seed)
        let (count, isDirected) = (2 + random.below(120), random.below(2) == 0)
        let arcs = random.below(4 * count) + 1
        return Graph(
            nodeCount: count, sources: (0..<arcs).map { _ in Int32(random.below(count)) },
            targets: (0..<arcs).map { _ in Int32(random.below(count)) },
            weights: (0..<arcs).map { _ in
                switch seed % 4 {
                case 0: 2
                case 1: [0.1, 0.15, 0.2, 0.3][random.below(4)]
                case 2: 1 + random.unit()
                default: 0.001 + random.unit() * random.unit()
                }
            }, isDirected: isDirected, parallels: .least)
    }

    @Test(arguments: 0..<80) func `the distances are those of Dijkstra's search bit by bit`(seed: Int) throws {
        let graph = graph(seed)
        guard graph.isWeighted else { return }
        let rows = graph.outgoing
        var (lanes, single) = (
            LaneDistances(rows, try #require(LaneDistances.range(of: rows))), PathSearch(nodeCount: graph.nodeCount)
        )
        for first in stride(from: 0, to: graph.nodeCount, by: 8) {
            let sources = first..<min(first + 8, graph.nodeCount)
            let isFound = lanes.run(from: sources)
            #expect(isFound)
            for (lane, source) in sources.enumerated() {
                single.run(from: source, in: rows)
                #expect(lanes.distance.map { $0[lane] } == single.distance.map { $0 < 0 ? .infinity : $0 })
            }
            for lane in sources.count..<8 { #expect(lanes.distance.allSatisfy { $0[lane] == .infinity }) }
            let finite = lanes.distance.flatMap { own in (0..<8).map { own[$0] } }.filter(\.isFinite)
            #expect(lanes.farthest == finite.max())
        }
    }

    /// A way over more nodes is always a little shorter, and long ties are found before it: distances are corrected
    /// again and again. Searching is then given up and done otherwise, and the next search begins with a clean table.
    private func convex(_ count: Int) -> Graph {
        let pairs = (0..<count).flatMap { from in ((from + 1)..<count).map { (from, $0) } }
        // The later in the way, the smaller the number, so that nothing is passed in its order.
        func node(_ place: Int) -> Int32 { place == 0 ? 0 : Int32(count - place) }
        return Graph(
            nodeCount: count, sources: pairs.map { node($0.0) }, targets: pairs.map { node($0.1) },
            weights: pairs.map { from, to in
                let steps = Double(to - from)
                return steps * (1 + steps / Double(count))
            }, isDirected: true)
    }

    @Test func `where distances would be corrected too often another search finds them`() throws {
        let count = 300
        let graph = convex(count)
        let rows = graph.outgoing
        var lanes = LaneDistances(rows, try #require(LaneDistances.range(of: rows)))
        let isGivenUp = !lanes.run(from: 0..<8)
        #expect(isGivenUp)
        // The end of all ways has none of its own.
        let isFound = lanes.run(from: 1..<2)
        #expect(isFound)
        #expect(lanes.distance.map { $0[0] } == (0..<count).map { $0 == 1 ? 0 : .infinity })
        // The straight way has the shortest ties alone.
        let found = PathSummary(of: graph)
        let step = 1 + 1 / Double(count)
        #expect(abs(found.total[0] - step * Double((count - 1) * count / 2)) < 1e-7)
        #expect(Int(found.reached[0]) == count - 1)
        let inner = Betweenness(of: graph).nodes
        // Of a chain: those before times those behind.
        for place in 1..<count { #expect(abs(inner[count - place] - Double(place * (count - 1 - place))) < 1e-9) }
    }

    @Test(arguments: 0..<80) func `sums are those of sorted distances`(seed: Int) {
        let graph = graph(seed)
        guard graph.isWeighted else { return }
        let found = PathSummary(of: graph)
        var search = PathSearch(nodeCount: graph.nodeCount)
        for source in 0..<graph.nodeCount {
            search.run(from: source, in: graph.outgoing)
            let distances = search.order[1..<search.reached].map { search.distance[Int($0)] }
            #expect(Int(found.reached[source]) == distances.count)
            #expect(found.farthest[source] == distances.max() ?? 0)
            #expect(abs(found.total[source] - distances.reduce(0, +)) <= 1e-14 * found.total[source])
            let inverse = distances.reduce(0) { $0 + 1 / $1 }
            #expect(abs(found.inverse[source] - inverse) <= 1e-14 * inverse)
        }
    }

    /// Sums do not depend on the numbers of the nodes.
    @Test(arguments: 0..<20) func `numbering nodes anew changes no bit`(seed: Int) {
        let graph = graph(4 * seed + 2)
        guard graph.isWeighted else { return }
        var random = RandomSource(seed: 62, part: seed)
        var number = [Int32](0..<Int32(graph.nodeCount))
        for place in number.indices.reversed() { number.swapAt(place, random.below(place + 1)) }
        var (sources, targets): ([Int32], [Int32]) = ([], [])
        for node in 0..<graph.nodeCount {
            for target in graph.outgoing.neighbours(of: node) where graph.isDirected || Int(target) > node {
                sources.append(Int32(node))
                targets.append(target)
            }
        }
        let weights = zip(sources, targets).map { source, target in
            graph.outgoing.weights[graph.outgoing.place(of: Int(target), in: Int(source)) ?? 0]
        }
        let other = Graph(
            nodeCount: graph.nodeCount, sources: sources.map { number[Int($0)] },
            targets: targets.map { number[Int($0)] },
            weights: weights, isDirected: graph.isDirected)
        let (one, two) = (PathSummary(of: graph), PathSummary(of: other))
        #expect(one.total == number.map { two.total[Int($0)] })
        #expect(one.inverse == number.map { two.inverse[Int($0)] })
    }

    @Test func `lengths at the ends of the range of numbers are searched one by one`() {
        func range(_ lengths: [Double]) -> ClosedRange<Double>? {
            LaneDistances.range(
                of: Graph(
                    nodeCount: 3, sources: [0, 1], targets: [1, 2], weights: lengths, isDirected: false
                ).outgoing)
        }
        #expect(range([1, 3]) == 1.0...3.0)
        #expect(range([1, 1e300]) == nil)
        #expect(range([.leastNonzeroMagnitude, 1]) == nil)
        let far = PathSummary(
            of: Graph(nodeCount: 3, sources: [0, 1], targets: [1, 2], weights: [1e300, 1e300], isDirected: false))
        #expect(far.total == [3e300, 2e300, 3e300])
    }
}
