/// The largest parts of an undirected graph that no single node disconnects, and the nodes and edges at which it comes
/// apart (Hopcroft and Tarjan 1973, Commun. ACM 16(6), 372–378).
///
/// Two nodes and the one edge between them are a bicomponent where the edge lies on no cycle: a bridge. Every edge lies
/// in exactly one bicomponent; a node without edges in none.
///
/// Time: O(n + m log d), d the largest degree.
public struct Bicomponents: Sendable {
    /// The nodes of each, in order; the largest first, of equally large ones that of the lowest nodes.
    public let members: [[Int32]]
    /// For each entry of the outgoing rows, the place of its edge's bicomponent among `members`.
    public let ofEntries: [Int32]
    /// In how many each node lies: a node of two or more is a cut point.
    public let counts: [Int]

    /// Takes the graph apart.
    ///
    /// - Precondition: the graph is undirected.
    public init(of graph: Graph) {
        precondition(!graph.isDirected)
        let blocks = Blocks(of: graph)
        // A block of three and more is a component of the graph of blocks.
        let parts = Components.weak(of: blocks.graph)
        var found = parts.members().map { part in part.map { blocks.members[Int($0)] }.sorted() }
        found += blocks.bridges.map { [min($0.ends.0, $0.ends.1), max($0.ends.0, $0.ends.1)] }
        let order = found.indices.sorted { one, other in
            found[one].count == found[other].count
                ? found[one].lexicographicallyPrecedes(found[other]) : found[one].count > found[other].count
        }
        var rank = [Int32](repeating: 0, count: found.count)
        for (place, old) in order.enumerated() { rank[old] = Int32(place) }
        members = order.map { found[$0] }
        var counts = [Int](repeating: 0, count: graph.nodeCount)
        for part in found { for node in part { counts[Int(node)] += 1 } }
        self.counts = counts
        ofEntries = Self.entries(graph, blocks, parts, rank)
    }

    private static func entries(_ graph: Graph, _ blocks: Blocks, _ parts: Components, _ rank: [Int32]) -> [Int32] {
        var labels = [Int32](repeating: -1, count: graph.outgoing.targets.count)
        func set(_ source: Int32, _ target: Int32, _ label: Int32) {
            if let entry = graph.outgoing.place(of: Int(target), in: Int(source)) { labels[entry] = label }
        }
        for (place, bridge) in blocks.bridges.enumerated() {
            set(bridge.ends.0, bridge.ends.1, rank[parts.count + place])
            set(bridge.ends.1, bridge.ends.0, rank[parts.count + place])
        }
        for node in 0..<blocks.graph.nodeCount {
            for other in blocks.graph.outgoing.neighbours(of: node) {
                set(blocks.members[node], blocks.members[Int(other)], rank[Int(parts.labels[node])])
            }
        }
        return labels
    }
}
