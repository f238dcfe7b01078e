import Testing

@testable import GraphKernels
@testable import KernelVerifiers

/// Betweenness along ties with lengths against shares of paths found anew from the definition: a step counts where its
/// end is as far as its length makes it, within the tolerance, and comes later by distance and then by number.
@Suite struct LengthBetweennessTests {
    /// Sums over all sources, by distances relaxed until none changes.
    private func ranked(_ graph: Graph, ends: [Double], copies: [Double]) -> (nodes: [Double], entries: [Double]) {
        let rows = graph.outgoing
        var nodes = [Double](repeating: 0, count: graph.nodeCount)
        var entries = [Double](repeating: 0, count: rows.targets.count)
        for source in 0..<graph.nodeCount {
            var distance = nodes.map { _ in Double.infinity }
            distance[source] = 0
            var changes = true
            while changes {
                changes = false
                for node in 0..<graph.nodeCount where distance[node].isFinite {
                    for entry in rows.range(of: node) {
                        let (target, length) = (Int(rows.targets[entry]), distance[node] + rows.weights[entry])
                        guard length < distance[target] else { continue }
                        distance[target] = length
                        changes = true
                    }
                }
            }
            let order = (0..<graph.nodeCount).filter { distance[$0].isFinite }
                .sorted { (distance[$0], $0) < (distance[$1], $1) }
            var (paths, dependency) = (nodes.map { _ in 0.0 }, nodes.map { _ in 0.0 })
            paths[source] = 1
            var steps: [(from: Int, to: Int, entry: Int)] = []
            for (rank, node) in order.enumerated() {
                for entry in rows.range(of: node) {
                    let (target, length) = (Int(rows.targets[entry]), distance[node] + rows.weights[entry])
                    guard abs(length - distance[target]) <= 1e-9 * length, order[..<rank].allSatisfy({ $0 != target })
                    else { continue }
                    paths[target] += paths[node] * (node == source ? 1 : copies[node])
                    steps.append((node, target, entry))
                }
            }
            for (from, to, entry) in steps.reversed() {
                let part = paths[from] / paths[to] * (ends[to] + copies[to] * dependency[to])
                dependency[from] += part
                entries[entry] += part * ends[source]
            }
            for node in order where node != source { nodes[node] += dependency[node] * ends[source] }
        }
        return (nodes, entries)
    }

    /// Lengths of one value; of a few; of any; some far shorter than the tolerance can tell; some thousand times others.
    private func graph(_ seed: Int) -> Graph {
        var random = RandomSource(seed: 63, part: seed)
        let count = 3 + random.below(50)
        let arcs = count + random.below(3 * count)
        return Graph(
            nodeCount: count, sources: (0..<arcs).map { _ in Int32(random.below(count)) },
            targets: (0..<arcs).map { _ in Int32(random.below(count)) },
            weights: (0..<arcs).map { _ in
                switch seed % 5 {
                case 0: 2
                case 1: [0.1, 0.15, 0.2, 0.3][random.below(4)]
                case 2: 1 + random.unit()
                case 3: random.below(3) == 0 ? 1e-12 : 1
                default: 0.001 + random.unit() * random.unit()
                }
            }, isDirected: random.below(2) == 0, parallels: .least)
    }

    @Test(arguments: 0..<100) func `paths are counted as they are defined`(seed: Int) {
        let graph = graph(seed)
        var random = RandomSource(seed: 64, part: seed)
        let ends = (0..<graph.nodeCount).map { _ in Double(1 + random.below(4)) }
        let copies = (0..<graph.nodeCount).map { _ in Double(1 + random.below(3)) }
        let expected = ranked(graph, ends: ends, copies: copies)
        let problem = PathProblem(rows: graph.outgoing, ends: ends, copies: copies)
        guard let lengths = LaneDistances.range(of: graph.outgoing) else { return }
        // All counted in doubles; none; some.
        for manyPaths in [1e290, 1, 4] {
            var found = LengthBetweenness(problem, lengths, withEntries: true, manyPaths: manyPaths)
            var alone = SingleSourceBetweenness(problem, withEntries: true, manyPaths: manyPaths)
            for first in stride(from: 0, to: graph.nodeCount, by: 8) {
                found.add(first..<min(first + 8, graph.nodeCount))
            }
            for source in 0..<graph.nodeCount { alone.add(source) }
            #expect(difference(found.sums().nodes, expected.nodes) < 1e-10)
            #expect(difference(found.sums().entries, expected.entries) < 1e-10)
            #expect(difference(alone.nodes, expected.nodes) < 1e-10)
            #expect(difference(alone.entries, expected.entries) < 1e-10)
        }
    }

    /// Ties too short to tell which end is nearer are left to the search that knows the order; others are not.
    @Test func `steps are found side by side where every tie is long enough`() throws {
        for (short, isLong) in [(1e-12, false), (1e-3, true)] {
            let graph = Graph(
                nodeCount: 4, sources: [0, 1, 2], targets: [1, 2, 3], weights: [1, short, 1], isDirected: false)
            var search = LaneDistances(graph.outgoing, try #require(LaneDistances.range(of: graph.outgoing)))
            var steps = LaneSteps(graph.outgoing)
            let isReady = search.run(from: 0..<4)
            #expect(isReady)
            let isFound = steps.find(search, shortest: short)
            #expect(isFound == isLong)
            #expect(Betweenness(of: graph).nodes == [0, 2, 2, 0])
        }
    }

    /// Rows of more than one word, and a node to which as many steps lead as it has neighbours.
    @Test func `all members of two hubs lie between these`() {
        let members: [Int32] = Array(2..<302)
        let graph = Graph(
            nodeCount: 302, sources: members.map { _ in 0 } + members.map { _ in 1 }, targets: members + members,
            weights: [Double](repeating: 0.1, count: 600), isDirected: false)
        let found = Betweenness(of: graph).nodes
        for member in members { #expect(abs(found[Int(member)] - 1.0 / 300) < 1e-12) }
        // Each pair of members by either hub.
        #expect(abs(found[0] - 300 * 299 / 4) < 1e-7)
        #expect(abs(found[1] - 300 * 299 / 4) < 1e-7)
    }
}
