/// How deep in the graph each node lies. Both read an undirected graph and take O(n + m).
public enum Cores {
    /// The largest k such that the node belongs to a subgraph in which all have degree k or more.
    ///
    /// Batagelj and Zaveršnik (2003, arXiv cs/0310049).
    public static func coreness(of graph: Graph) -> [Int32] {
        var degrees = (0..<graph.nodeCount).map { Int32(graph.outgoing.degree(of: $0)) }
        var buckets = DegreeBuckets(degrees)
        for place in 0..<graph.nodeCount {
            let node = Int(buckets.order[place])
            for entry in graph.outgoing.range(of: node) {
                let target = Int(graph.outgoing.targets[entry])
                if degrees[target] > degrees[node] {
                    buckets.moveDown(target, from: Int(degrees[target]))
                    degrees[target] -= 1
                }
            }
        }
        return degrees
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

/// The nodes sorted by a degree that can fall by one at a time.
private struct DegreeBuckets {
    private(set) var order: [Int32]
    private var place: [Int]
    /// Where the nodes of each degree begin.
    private var start: [Int]

    init(_ degrees: [Int32]) {
        start = [Int](repeating: 0, count: Int(degrees.max() ?? 0) + 2)
        for degree in degrees { start[Int(degree) + 1] += 1 }
        for degree in 1..<start.count { start[degree] += start[degree - 1] }
        order = [Int32](repeating: 0, count: degrees.count)
        place = [Int](repeating: 0, count: degrees.count)
        var next = start
        for (node, degree) in degrees.enumerated() {
            place[node] = next[Int(degree)]
            order[place[node]] = Int32(node)
            next[Int(degree)] += 1
        }
    }

    /// Swaps the node with the first of its bucket, which then begins one later.
    mutating func moveDown(_ node: Int, from degree: Int) {
        let first = start[degree]
        let other = order[first]
        order.swapAt(first, place[node])
        place[Int(other)] = place[node]
        place[node] = first
        start[degree] += 1
    }
}
