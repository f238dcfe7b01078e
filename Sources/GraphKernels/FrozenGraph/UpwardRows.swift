/// An undirected graph with each edge in one row only: that of its end of lower degree (of equal ones,
/// of lower number).
///
/// No node then has more than √(2m) neighbours, and each triangle has one lowest node, at which it
/// is found once (Chiba and Nishizeki 1985, SIAM J. Comput. 14(1), 210–223; Latapy 2008, Theor.
/// Comput. Sci. 407, 458–473).
struct UpwardRows: Sendable {
    let offsets: [Int]
    let targets: [Int32]
    /// Empty in an unweighted graph.
    let weights: [Double]

    init(of graph: Graph) {
        let rows = graph.outgoing
        let count = graph.nodeCount
        let degrees = rows.degrees
        let parts = Parallel.chunks(of: count, grain: max(1024, count / 64)) { nodes in
            Part(nodes, rows, degrees)
        }
        var offsets = [0]
        offsets.reserveCapacity(count + 1)
        var (targets, weights): ([Int32], [Double]) = ([], [])
        targets.reserveCapacity(graph.edgeCount)
        for part in parts {
            let start = targets.count
            for end in part.ends { offsets.append(start + Int(end)) }
            targets.append(contentsOf: part.targets)
            weights.append(contentsOf: part.weights)
        }
        self.offsets = offsets
        self.targets = targets
        self.weights = weights
    }

    /// From a list of edges and the degrees that they make: what is counted again and again needs no graph.
    init(of edges: [SIMD2<Int32>], degrees: [Int32]) {
        let upward = edges.map { edge in
            let (one, other) = (degrees[Int(edge.x)], degrees[Int(edge.y)])
            return one < other || (one == other && edge.x < edge.y) ? edge : SIMD2(edge.y, edge.x)
        }
        var offsets = [Int](repeating: 0, count: degrees.count + 1)
        for edge in upward { offsets[Int(edge.x) + 1] += 1 }
        for node in degrees.indices { offsets[node + 1] += offsets[node] }
        var (targets, next) = ([Int32](repeating: 0, count: edges.count), offsets)
        for edge in upward {
            targets[next[Int(edge.x)]] = edge.y
            next[Int(edge.x)] += 1
        }
        (self.offsets, self.targets, weights) = (offsets, targets, [])
    }

    private struct Part: Sendable {
        let ends: [Int32]
        let targets: [Int32]
        let weights: [Double]

        init(_ nodes: Range<Int>, _ rows: Graph.Rows, _ degrees: [Int32]) {
            let entries = rows.targets.span
            let degreeOf = degrees.span
            var (ends, weights): ([Int32], [Double]) = ([], [])
            ends.reserveCapacity(nodes.count)
            let most = rows.offsets[nodes.upperBound] - rows.offsets[nodes.lowerBound]
            var targets = [Int32](repeating: 0, count: most + 1)
            var kept = targets.mutableSpan
            var end = 0
            for node in nodes {
                let degree = degreeOf[node]
                for entry in rows.offsets[node]..<rows.offsets[node + 1] {
                    let target = entries[entry]
                    let other = degreeOf[Int(target)]
                    // Written always and kept by the count: which end is lower is a coin's toss, and a
                    // branch on it would be guessed wrong every second time.
                    kept[end] = target
                    let isUpward = degree < other || (degree == other && node < target)
                    end += isUpward ? 1 : 0
                    if !rows.weights.isEmpty, isUpward { weights.append(rows.weights[entry]) }
                }
                ends.append(Int32(end))
            }
            targets.removeLast(targets.count - end)
            self.ends = ends
            self.targets = targets
            self.weights = weights
        }
    }
}
