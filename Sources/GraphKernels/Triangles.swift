/// Triangles of an undirected graph, found once each by going from nodes of lower to nodes of
/// higher degree (Latapy 2008, Theor. Comput. Sci. 407, 458–473). Time: O(m √m); memory: O(n) for
/// each of at most 32 chunks.
public struct Triangles: Sendable {
    /// The triangles that each node belongs to.
    public let counts: [Int]
    /// The sum, over a node's triangles, of the weights of its two edges in them; empty in an
    /// unweighted graph.
    public let weights: [Double]

    public var total: Int { counts.reduce(0, +) / 3 }

    public init(of graph: Graph) {
        let count = graph.nodeCount
        let upward = Self.upwardRows(of: graph)
        let isWeighted = graph.isWeighted
        let parts = Parallel.chunks(of: count, grain: max(64, (count + 31) / 32)) { nodes in
            var part = Part(
                counts: [Int](repeating: 0, count: count),
                weights: [Double](repeating: 0, count: isWeighted ? count : 0))
            var mark = [Int](repeating: -1, count: count)
            for node in nodes { part.add(node, upward, &mark) }
            return part
        }
        var counts = [Int](repeating: 0, count: count)
        var weights = [Double](repeating: 0, count: isWeighted ? count : 0)
        for part in parts {
            for node in counts.indices { counts[node] += part.counts[node] }
            for node in weights.indices { weights[node] += part.weights[node] }
        }
        self.counts = counts
        self.weights = weights
    }

    private struct Part: Sendable {
        var counts: [Int]
        var weights: [Double]

        mutating func add(_ node: Int, _ upward: Graph.Rows, _ mark: inout [Int]) {
            for entry in upward.range(of: node) { mark[Int(upward.targets[entry])] = entry }
            for first in upward.range(of: node) {
                let middle = Int(upward.targets[first])
                for second in upward.range(of: middle) {
                    let last = Int(upward.targets[second])
                    let third = mark[last]
                    guard third >= 0 else { continue }
                    counts[node] += 1
                    counts[middle] += 1
                    counts[last] += 1
                    guard !weights.isEmpty else { continue }
                    weights[node] += upward.weights[first] + upward.weights[third]
                    weights[middle] += upward.weights[first] + upward.weights[second]
                    weights[last] += upward.weights[second] + upward.weights[third]
                }
            }
            for entry in upward.range(of: node) { mark[Int(upward.targets[entry])] = -1 }
        }
    }

    private static func upwardRows(of graph: Graph) -> Graph.Rows {
        let rows = graph.outgoing
        var offsets = [0]
        offsets.reserveCapacity(graph.nodeCount + 1)
        var targets: [Int32] = []
        targets.reserveCapacity(graph.edgeCount)
        var weights: [Double] = []
        for node in 0..<graph.nodeCount {
            let degree = rows.degree(of: node)
            for entry in rows.range(of: node) {
                let target = Int(rows.targets[entry])
                guard (degree, node) < (rows.degree(of: target), target) else { continue }
                targets.append(Int32(target))
                if graph.isWeighted { weights.append(rows.weights[entry]) }
            }
            offsets.append(targets.count)
        }
        return Graph.Rows(offsets: offsets, targets: targets, weights: weights)
    }
}
