import Testing

@testable import GraphKernels

/// How a list of edges becomes a graph.
@Suite struct FreezingTests {
    /// Every pair of rows compared.
    private func slowlyRepeated(_ sources: [Int32], _ targets: [Int32], _ kinds: [Int32], _ isDirected: Bool) -> [Int] {
        sources.indices.filter { row in
            sources[row] != targets[row]
                && (0..<row).contains { earlier in
                    let isSame = sources[earlier] == sources[row] && targets[earlier] == targets[row]
                    let isTurned = sources[earlier] == targets[row] && targets[earlier] == sources[row]
                    return (isSame || (!isDirected && isTurned)) && (kinds.isEmpty || kinds[earlier] == kinds[row])
                }
        }
    }

    @Test func `repeated edges are those that a comparison of all pairs finds`() {
        var random = RandomSource(seed: 4)
        for round in 0..<300 {
            let (nodes, rows) = (random.below(8) + 1, random.below(60))
            let sources = (0..<rows).map { _ in Int32(random.below(nodes)) }
            let targets = (0..<rows).map { _ in Int32(random.below(nodes)) }
            let kinds = round % 2 == 0 ? [] : (0..<rows).map { _ in Int32(random.below(3)) }
            for isDirected in [true, false] {
                let found = RepeatedEdges.find(
                    nodeCount: nodes, sources: sources, targets: targets, kinds: kinds, isDirected: isDirected)
                #expect(found == slowlyRepeated(sources, targets, kinds, isDirected))
            }
        }
    }

    /// Rows from a dictionary of sums, in the order of the edges.
    private func slowRows(
        _ nodes: Int, _ sources: [Int32], _ targets: [Int32], _ weights: [Double], _ back: (Int) -> Bool,
        _ parallels: Graph.Parallels
    ) -> [[Int32: Double]] {
        var rows = [[Int32: Double]](repeating: [:], count: nodes)
        func add(_ source: Int32, _ target: Int32, _ weight: Double) {
            let known = rows[Int(source)][target]
            rows[Int(source)][target] = known.map { parallels == .added ? $0 + weight : min($0, weight) } ?? weight
        }
        for edge in sources.indices where sources[edge] != targets[edge] {
            add(sources[edge], targets[edge], weights[edge])
            if back(edge) { add(targets[edge], sources[edge], weights[edge]) }
        }
        return rows
    }

    @Test func `a frozen graph has the rows that a dictionary gathers, to the bit`() {
        var random = RandomSource(seed: 12)
        for round in 0..<120 {
            // Some with more nodes than a block has, some with rows too long to be sorted by inserting.
            let nodes = round % 10 == 0 ? 3000 : random.below(40) + 1
            let edges = random.below(round % 10 == 0 ? 4000 : 400)
            let sources = (0..<edges).map { _ in Int32(random.below(nodes)) }
            let targets = (0..<edges).map { _ in Int32(random.below(random.below(nodes) + 1)) }
            let weights = (0..<edges).map { _ in random.unit() }
            let isDirected = round % 2 == 0
            let bothWays = round % 4 == 0 ? (0..<edges).map { _ in random.below(2) == 0 } : []
            for parallels in [Graph.Parallels.added, .least] {
                let graph = Graph(
                    nodeCount: nodes, sources: sources, targets: targets, weights: weights, isDirected: isDirected,
                    bothWays: bothWays, parallels: parallels)
                let slow = slowRows(
                    nodes, sources, targets, weights, { !isDirected || (!bothWays.isEmpty && bothWays[$0]) }, parallels)
                let rows = (0..<nodes).map { node in
                    graph.outgoing.range(of: node).map { "\(graph.outgoing.targets[$0]) \(graph.outgoing.weights[$0])" }
                }
                #expect(rows == slow.map { row in row.keys.sorted().map { "\($0) \(row[$0] ?? 0)" } })
                let plain = Graph(
                    nodeCount: nodes, sources: sources, targets: targets, isDirected: isDirected, bothWays: bothWays)
                #expect(plain.outgoing.offsets == graph.outgoing.offsets && plain.outgoing.targets == graph.outgoing.targets)
            }
        }
    }
}
