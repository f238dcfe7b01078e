/// How deep in the graph each node lies. Both read an undirected graph and take O(n + m).
public enum Cores {
    /// The largest k such that the node belongs to a subgraph in which all have degree k or more.
    ///
    /// The peeling of Batagelj and Zaveršnik (2003, arXiv cs/0310049) by levels instead of buckets
    /// (Dasari, Ranjan and Zubair 2014, IEEE Big Data, 9–16): at level k all that are left with degree
    /// k go, and those that thereby fall to it. The nodes left are looked through once for each level,
    /// Σ coreness ≤ 2m looks in all, so that it stays O(n + m) without buckets to keep in order.
    public static func coreness(of graph: Graph) -> [Int32] {
        let rows = graph.outgoing
        let largest = (0..<graph.nodeCount).reduce(0) { max($0, rows.degree(of: $1)) }
        // Half the bytes lie in nearer caches, and each look is at another place: a fifth less time on a million ties
        // and on ten.
        return largest < Int(Int16.max) ? peeled(rows, Int16.self).map { Int32($0) } : peeled(rows, Int32.self)
    }

    private static func peeled<Degree: FixedWidthInteger>(_ rows: Graph.Rows, _: Degree.Type) -> [Degree] {
        let nodeCount = rows.offsets.count - 1
        var degrees = (0..<nodeCount).map { Degree(rows.degree(of: $0)) }
        var remaining = [Int32](0..<Int32(nodeCount))
        // One place more than nodes, since each neighbour is written down before it is known to stay.
        var queue = [Int32](repeating: 0, count: nodeCount + 1)
        var level = degrees.min() ?? 0
        while !remaining.isEmpty {
            var (lowest, head, tail) = (Degree.max, 0, 0)
            remaining.removeAll { node in
                let degree = degrees[Int(node)]
                if degree <= level {
                    // Those below it went in earlier levels.
                    if degree == level {
                        queue[tail] = node
                        tail += 1
                    }
                    return true
                }
                lowest = min(lowest, degree)
                return false
            }
            peel(rows, level, &degrees, &queue, &head, &tail)
            level = tail > 0 ? level + 1 : lowest
        }
        return degrees
    }

    /// Takes the queued nodes away, and queues those that fall to the level.
    private static func peel<Degree: FixedWidthInteger>(
        _ rows: Graph.Rows, _ level: Degree, _ degrees: inout [Degree], _ queue: inout [Int32],
        _ head: inout Int, _ tail: inout Int
    ) {
        let offsets = rows.offsets.span
        let targets = rows.targets.span
        var degrees = degrees.mutableSpan
        var queue = queue.mutableSpan
        while head < tail {
            let node = Int(queue[head])
            head += 1
            for entry in offsets[node]..<offsets[node + 1] {
                let target = targets[entry]
                let degree = degrees[Int(target)]
                // Without branches: which neighbours are still there cannot be guessed.
                degrees[Int(target)] = degree - (degree > level ? 1 : 0)
                queue[tail] = target
                tail += degree == level + 1 ? 1 : 0
            }
        }
    }

    /// The largest k such that the node belongs to a subgraph in which in- and out-degree of each add up to k or more.
    ///
    /// - Complexity: O(arcs), and O(nodes) for each value that occurs.
    public static func corenessOfArcs(_ graph: Graph) -> [Int32] {
        var degrees = (0..<graph.nodeCount).map { graph.outgoing.degree(of: $0) + graph.incoming.degree(of: $0) }
        var coreness = [Int32](repeating: -1, count: graph.nodeCount)
        var remaining = Array(0..<graph.nodeCount)
        while let level = remaining.map({ degrees[$0] }).min() {
            var falling = remaining.filter { degrees[$0] == level }
            for node in falling { coreness[node] = Int32(level) }
            while let node = falling.popLast() {
                for rows in [graph.outgoing, graph.incoming] {
                    for other in rows.neighbours(of: node).map(Int.init) where coreness[other] < 0 {
                        degrees[other] -= 1
                        if degrees[other] <= level {
                            coreness[other] = Int32(level)
                            falling.append(other)
                        }
                    }
                }
            }
            remaining.removeAll { coreness[$0] >= 0 }
        }
        return coreness
    }

    /// The round in which the node is peeled off when all nodes whose degree is within the present
    /// core are taken away at once; isolates are layer 0.
    ///
    /// Hébert-Dufresne, Grochow and Allard (2016, Scientific Reports 6, 31708).
    public static func onionLayers(of graph: Graph) -> [Int32] {
        var degrees = (0..<graph.nodeCount).map { graph.outgoing.degree(of: $0) }
        var layers = [Int32](repeating: 0, count: graph.nodeCount)
        var remaining = degrees.indices.filter { degrees[$0] > 0 }
        var layer: Int32 = 0
        // A node of coreness c is looked at in c steps at most, and c is at most its degree.
        for core in Set(coreness(of: graph)).subtracting([0]).sorted().map(Int.init) {
            var peeled = remaining.filter { degrees[$0] <= core }
            while !peeled.isEmpty {
                layer += 1
                for node in peeled { layers[node] = layer }
                var fallen: [Int] = []
                for node in peeled {
                    for target in graph.outgoing.neighbours(of: node) where layers[Int(target)] == 0 {
                        degrees[Int(target)] -= 1
                        if degrees[Int(target)] == core { fallen.append(Int(target)) }
                    }
                }
                peeled = fallen
            }
            remaining.removeAll { layers[$0] > 0 }
        }
        return layers
    }
}
