/// How many triangles hold an edge: the k-truss is the largest subgraph each of whose edges lies in k − 2 or more of its
/// triangles (Cohen 2008, National Security Agency Technical Report 16).
public struct Trusses: Sendable {
    /// For each entry of the outgoing rows, the largest k such that its edge is in the k-truss: at least 2.
    public let ofEntries: [Int]
    /// The largest of a node's edges; nil for a node without.
    public let ofNodes: [Int?]

    /// Takes away the edge of fewest triangles, again and again (Wang and Cheng 2012, PVLDB 5(9), 812–823).
    ///
    /// - Precondition: the graph is undirected.
    /// - Complexity: O(m √m log d) time, O(m) memory.
    public init(of graph: Graph) {
        precondition(!graph.isDirected)
        var peeling = TrussPeeling(graph)
        peeling.run()
        ofEntries = peeling.edgeOf.map { [truss = peeling.truss] in truss[Int($0)] }
        ofNodes = (0..<graph.nodeCount).map { [ofEntries] node in
            graph.outgoing.range(of: node).map { ofEntries[$0] }.max()
        }
    }
}

private struct TrussPeeling {
    let rows: Graph.Rows
    /// The edge of each entry.
    private(set) var edgeOf: [Int32]
    private(set) var truss: [Int]
    private var ends: [(Int32, Int32)] = []
    private var support: [Int]
    private var isGone: [Bool]

    init(_ graph: Graph) {
        rows = graph.outgoing
        edgeOf = [Int32](repeating: 0, count: rows.targets.count)
        for node in 0..<graph.nodeCount {
            for entry in rows.range(of: node) where Int(rows.targets[entry]) > node {
                edgeOf[entry] = Int32(ends.count)
                if let back = rows.place(of: node, in: Int(rows.targets[entry])) { edgeOf[back] = Int32(ends.count) }
                ends.append((Int32(node), rows.targets[entry]))
            }
        }
        truss = [Int](repeating: 2, count: ends.count)
        support = [Int](repeating: 0, count: ends.count)
        isGone = [Bool](repeating: false, count: ends.count)
        for edge in ends.indices {
            var triangles = 0
            forEachTriangle(edge) { _, _ in triangles += 1 }
            support[edge] = triangles
        }
    }

    /// The two other edges of each triangle of an edge, looked for from its end of fewer neighbours.
    private func forEachTriangle(_ edge: Int, _ body: (Int, Int) -> Void) {
        var (one, other) = (Int(ends[edge].0), Int(ends[edge].1))
        if rows.degree(of: one) > rows.degree(of: other) { (one, other) = (other, one) }
        for entry in rows.range(of: one) where !isGone[Int(edgeOf[entry])] {
            let third = Int(rows.targets[entry])
            guard third != other, let across = rows.place(of: third, in: other), !isGone[Int(edgeOf[across])] else {
                continue
            }
            body(Int(edgeOf[entry]), Int(edgeOf[across]))
        }
    }

    mutating func run() {
        // Edges by the triangles left, each number in a list of its own; an edge whose number fell is in several.
        var waiting = [[Int32]](repeating: [], count: (support.max() ?? 0) + 1)
        for edge in support.indices { waiting[support[edge]].append(Int32(edge)) }
        for level in waiting.indices {
            while let edge = waiting[level].popLast().map(Int.init) {
                guard !isGone[edge], support[edge] <= level else { continue }
                truss[edge] = level + 2
                var touched: [Int] = []
                forEachTriangle(edge) { touched += [$0, $1] }
                isGone[edge] = true
                for other in touched {
                    support[other] -= 1
                    waiting[max(level, support[other])].append(Int32(other))
                }
            }
        }
    }
}
