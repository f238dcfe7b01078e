/// Triangles of an undirected graph. Time: O(m √m); memory: O(n) for each core and O(m).
public struct Triangles: Sendable {
    /// The triangles that each node belongs to.
    public let counts: [Int]
    /// The sum, over a node's triangles, of the weights of its two edges in them; empty in an
    /// unweighted graph.
    public let weights: [Double]

    /// All triangles, each once.
    public var total: Int { counts.reduce(0, +) / 3 }

    /// Finds every triangle and counts it at its three nodes.
    ///
    /// - Precondition: the graph is undirected.
    public init(of graph: Graph) {
        let upward = UpwardRows(of: graph)
        counts = Self.counts(upward, graph.nodeCount)
        weights = graph.isWeighted ? Self.weights(graph, upward) : []
    }

    /// The mean of 2t / d(d − 1) over the nodes of degree 2 or more (Watts and Strogatz 1998); nil where there are none.
    public static func meanClustering(of graph: Graph) -> Double? {
        meanClustering(counts(UpwardRows(of: graph.unweighted()), graph.nodeCount), degrees: graph.outgoing.degrees)
    }

    /// The same from what was counted.
    static func meanClustering(_ triangles: [Int], degrees: [Int32]) -> Double? {
        var (sum, count) = (0.0, 0)
        for (node, degree) in degrees.enumerated() where degree > 1 {
            sum += 2 * Double(triangles[node]) / (Double(degree) * Double(degree - 1))
            count += 1
        }
        return count > 0 ? sum / Double(count) : nil
    }

    private struct Workspace: Sendable {
        var counts: [Int]
        var marks: NodeMarks

        init(nodeCount: Int) {
            counts = [Int](repeating: 0, count: nodeCount)
            marks = NodeMarks(nodeCount: nodeCount)
        }
    }

    /// Finds each triangle once, from its lowest node. The counts are whole numbers, so that each core
    /// can keep its own and the order of their addition does not matter.
    static func counts(_ upward: UpwardRows, _ count: Int) -> [Int] {
        let parts = Parallel.totals(
            of: count, grain: max(64, count / 256), workspace: { Workspace(nodeCount: count) }
        ) { nodes, space in
            countThrough(nodes, upward, &space.counts, &space.marks.words)
        }.map { $0.counts }
        guard var sums = parts.first else { return [] }
        for part in parts.dropFirst() {
            for node in sums.indices { sums[node] += part[node] }
        }
        return sums
    }

    private static func countThrough(
        _ nodes: Range<Int>, _ upward: UpwardRows, _ sums: inout [Int], _ words: inout [UInt64]
    ) {
        let offsets = upward.offsets.span
        let targets = upward.targets.span
        var counts = sums.mutableSpan
        var marks = words.mutableSpan
        for node in nodes {
            let row = offsets[node]..<offsets[node + 1]
            guard row.count > 1 else { continue }
            for entry in row { marks.mark(Int(targets[entry])) }
            var own = 0
            for entry in row {
                let middle = Int(targets[entry])
                var shared = 0
                for second in offsets[middle]..<offsets[middle + 1] {
                    let last = Int(targets[second])
                    if marks.isMarked(last) {
                        shared += 1
                        counts[last] += 1
                    }
                }
                counts[middle] += shared
                own += shared
            }
            counts[node] += own
            for entry in row { marks.unmark(Int(targets[entry])) }
        }
    }

    /// Finds each triangle from all three of its nodes, so that each node's sum is added up in one
    /// place and in one order.
    private static func weights(_ graph: Graph, _ upward: UpwardRows) -> [Double] {
        let (count, rows) = (graph.nodeCount, graph.outgoing)
        return Parallel.chunks(
            of: count, grain: max(64, count / 256), workspace: { [Double](repeating: -1, count: count) }
        ) { nodes, own in
            nodes.map { node in
                for entry in rows.range(of: node) { own[Int(rows.targets[entry])] = rows.weights[entry] }
                var sum = 0.0
                for entry in rows.range(of: node) {
                    let first = Int(rows.targets[entry])
                    for second in upward.offsets[first]..<upward.offsets[first + 1] {
                        let other = own[Int(upward.targets[second])]
                        if other >= 0 { sum += rows.weights[entry] + other }
                    }
                }
                for entry in rows.range(of: node) { own[Int(rows.targets[entry])] = -1 }
                return sum
            }
        }.flatMap { $0 }
    }
}
